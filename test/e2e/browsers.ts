/** Which program shows the page in an end-to-end test. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags } from '../electron-stand-in/chromium.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export interface ElectronProgram {
  readonly file: string;
  /** False for the stand-in over Debian's Chromium. */
  readonly real: boolean;
}

/**
 * A real Electron where there is one, else the stand-in. Never `require('electron')`: that downloads.
 * ELECTRON_BIN points at a binary of your own; `npx install-electron` puts one where path.txt says.
 */
export function electronProgram(): ElectronProgram {
  const folder = path.join(root, 'node_modules/electron');
  const marker = path.join(folder, 'path.txt');
  const installed = existsSync(marker) ? path.join(folder, 'dist', readFileSync(marker, 'utf8').trim()) : '';
  const file = process.env.ELECTRON_BIN ?? installed;
  if (file && !existsSync(file)) throw new Error(`no Electron at ${file}`);
  return file ? { file, real: true } : { file: path.join(root, 'test/electron-stand-in/electron'), real: false };
}

export const chromiumExecutable = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';

let browser: Promise<Browser> | undefined;

/** One browser for all loopback tests of a file; every test gets a context, and so cookies, of its own. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: chromiumExecutable, args: [...chromiumFlags] });
  return browser;
}

export async function closeSharedBrowser(): Promise<void> {
  const open = browser;
  browser = undefined;
  await (await open)?.close();
}
