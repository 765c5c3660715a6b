/** Where things are when Schakel runs from its folder. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const resources = join(root, 'resources');

/** The folder for settings and backups, the same that the window uses on this system. */
export function userData(): string {
  const { APPDATA, XDG_CONFIG_HOME, SCHAKEL_USER_DATA } = process.env;
  if (SCHAKEL_USER_DATA) return SCHAKEL_USER_DATA;
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Schakel');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Schakel');
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Schakel');
}

export const documents = (): string => process.env.SCHAKEL_DOCUMENTS ?? join(homedir(), 'Schakel');
