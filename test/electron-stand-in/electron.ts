/**
 * The stand-in for the module `electron`. A name that is not exported here fails when the program is linked, one that is
 * exported but not imitated throws when it is used.
 */
import { app, becomeReady } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import type { Params } from './cdp.ts';
import { startChromium } from './chromium.ts';
import { dialog, Menu, nativeTheme, screen, shell } from './native.ts';
import { ipcMain, protocol, session } from './session.ts';
import { state } from './state.ts';
import { strict } from './strict.ts';

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell };

const all = (): BrowserWindow[] => [...state.windows.values()];

/** Playwright asks for these two. */
export const webContents = strict('webContents', {
  getAllWebContents: () => all().map((window) => window.webContents),
  fromDevToolsTargetId: (target: string) => all().find((window) => window.contents.target === target)?.webContents,
});

/** Starts Chromium, tells Playwright where it listens and fires `ready`. */
export async function start(flags: readonly string[]): Promise<void> {
  for (const flag of flags) {
    const [, name = '', value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(flag) ?? [];
    state.switches.set(name, value);
  }
  const chromium = await startChromium(process.env.STAND_IN_CHROMIUM ?? '/usr/bin/chromium');
  state.chromium = chromium;
  Object.defineProperty(process.versions, 'chrome', { value: chromium.version, enumerable: true, configurable: true });
  chromium.cdp.listen('', noticeTarget);
  await chromium.cdp.send('Target.setDiscoverTargets', { discover: true });
  process.stderr.write(`\nDevTools listening on ${chromium.address}\n`);
  becomeReady();
}

function noticeTarget(method: string, params: Params): void {
  if (method === 'Target.targetDestroyed') windowOf(params.targetId)?.wasClosed();
  if (method === 'Target.targetCreated' && params.targetInfo.openerId) {
    windowOf(params.targetInfo.openerId)?.contents.opened(params.targetInfo.targetId, params.targetInfo.url);
  }
}

const windowOf = (target: string): BrowserWindow | undefined => all().find((window) => window.contents.target === target);
