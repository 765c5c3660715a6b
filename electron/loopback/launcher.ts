/**
 * The way into the browser. A token on a browser's command line can be read by every user of the machine in the process
 * list; a file that only its owner may read cannot. The file sends the browser on and is deleted once it has done so.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const page = (url: string): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Schakel</title>
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${url}"></head>
<body><p>Schakel wordt geopend …</p></body></html>
`;

/**
 * @param folder not a hidden one: browsers in a Snap or Flatpak may not read those
 * @param url the launch address with its token
 * @returns path of the file, readable for its owner only
 */
export async function writeLauncher(folder: string, url: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `schakel-openen-${randomBytes(6).toString('hex')}.html`);
  await writeFile(file, page(url), { mode: 0o600, flag: 'wx' });
  return file;
}

export const removeLauncher = (file: string): Promise<void> => rm(file, { force: true });
