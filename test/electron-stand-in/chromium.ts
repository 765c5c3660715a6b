/** Starts Debian's Chromium and sees to it that nothing of it stays behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';

export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--disable-features=HttpsUpgrades,PaintHolding,Translate,OptimizationHints,MediaRouter',
];

export interface Chromium {
  readonly cdp: Cdp;
  /** Where Playwright connects. */
  readonly address: string;
  readonly version: string;
  /** Ends it at once and removes its folders; safe to call twice and from an `exit` handler. */
  stop(): void;
}

const prefix = 'schakel-stand-in-';

/**
 * Chromium makes a socket some way below its TMPDIR and crashes without a word when the path is longer than the 107
 * bytes that Unix allows. A long TMPDIR is passed over.
 */
const base = tmpdir().length > 30 ? '/tmp' : tmpdir();

/** @throws when Chromium does not start within twenty seconds */
export async function startChromium(executable: string): Promise<Chromium> {
  removeLeftovers();
  const home = mkdtempSync(path.join(base, `${prefix}${process.pid}-`));
  const child = spawn(executable, flags(home), {
    // Its own group, so that its helpers go with it; its own TMPDIR, so that its lock folders do too.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: home },
  });
  const stop = (): void => {
    kill(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once('exit', stop);
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const address = await listeningAddress(child);
  const { product } = await cdp.send('Browser.getVersion');
  return { cdp, address, version: String(product).split('/')[1] ?? '', stop };
}

function flags(home: string): string[] {
  return [
    ...chromiumFlags,
    ...(process.env.STAND_IN_HEADED ? [] : ['--headless=new']),
    // Nothing leaves this machine, not even from a page that escaped our interception.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--no-startup-window',
    `--user-data-dir=${path.join(home, 'profile')}`,
  ];
}

function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => reject(new Error(`Chromium did not start:\n${log}`)), 20_000);
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) => settle(() => reject(new Error(`Chromium ended with ${code ?? signal}:\n${log}`))));
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk).slice(-20_000);
      const found = /DevTools listening on (ws:\S+)/.exec(log)?.[1];
      if (found) settle(() => resolve(found));
    });
  });
}

function kill(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

/** Folders of stand-ins that were killed before they could tidy up. */
function removeLeftovers(): void {
  for (const name of readdirSync(base)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(base, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
