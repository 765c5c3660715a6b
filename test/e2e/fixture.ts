/** Starts Schakel for an end-to-end test, in a window or in a browser tab, and hands over its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronProgram, root, sharedBrowser } from './browsers.ts';

export type HostKind = 'electron' | 'loopback';

export interface LaunchOptions {
  readonly kind: HostKind;
  /** A folder of an earlier start, to see what is still there; else a fresh one that goes with the app. */
  readonly userData?: string;
  /** Arguments behind the program, such as a portfolio to open. Electron only. */
  readonly args?: readonly string[];
  /** The built program; another one only for tests of this fixture and of broken builds. */
  readonly main?: string;
}

export interface RunningApp {
  readonly kind: HostKind;
  /** Whether this is a real Electron: some things only that can show. */
  readonly real: boolean;
  readonly page: Page;
  readonly userData: string;
  /** Only in Electron: its main process, to look into with `evaluate`. */
  readonly electron: ElectronApplication | undefined;
  /** Errors that the page threw or logged so far. */
  readonly problems: string[];
  /** The person picks this file when the app asks for one; null is 'never mind'. Call it before the click. */
  willOpen(file: string | null): Promise<void>;
  /** The person saves to this path; resolves once the bytes are there (browser) or at once (Electron writes itself). */
  willSave(file: string): Promise<{ readonly saved: Promise<void> }>;
  /** Ends it as a person does, and waits until it is gone. */
  close(): Promise<void>;
}

/** @throws when the app does not show a page within half a minute */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const userData = options.userData ?? mkdtempSync(path.join(tmpdir(), 'schakel-e2e-'));
  const app = await (options.kind === 'electron' ? launchElectron(options, userData) : launchLoopback(userData));
  const close = async (): Promise<void> => {
    await app.close();
    if (!options.userData) rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  return { ...app, problems: watchProblems(app.page), close };
}

/** Opens the example from the first screen, and one of its networks in a room. @param path '/n/…/timeline' */
export async function exampleAt(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Voorbeeld openen' }).click();
  await page
    .getByRole('link', { name: /STAAL-werk/ })
    .first()
    .waitFor();
  await page.goto(`${page.url().replace(/#.*$/, '')}#${path}`);
}

type Launched = Omit<RunningApp, 'problems'>;

function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return problems;
}

async function launchElectron({ args = [], main }: LaunchOptions, userData: string): Promise<Launched> {
  const { file, real } = electronProgram();
  const electron = await _electron.launch({
    executablePath: file,
    args: [main ?? path.join(root, 'dist/electron/main.js'), `--user-data-dir=${userData}`, ...args],
    env: { ...process.env, STAND_IN_NODE: process.execPath } as Record<string, string>,
    timeout: 30_000,
  });
  const page = await electron.firstWindow();
  await page.waitForURL(({ href }) => href !== 'about:blank');
  return {
    kind: 'electron',
    real,
    page,
    userData,
    electron,
    willOpen: (chosen) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
      }, chosen),
    async willSave(chosen) {
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, chosen);
      return { saved: Promise.resolve() };
    },
    close: () => electron.close(),
  };
}

async function launchLoopback(userData: string): Promise<Launched> {
  const child = spawn(process.execPath, [path.join(root, 'test/e2e/loopback-process.ts'), userData, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { launcher } = await firstLine(child);
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(launcher).href);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  return {
    kind: 'loopback',
    real: true,
    page,
    userData,
    electron: undefined,
    async willOpen(chosen) {
      page.once('filechooser', (chooser) => void chooser.setFiles(chosen ?? []));
    },
    async willSave(chosen) {
      // the person goes there by keyboard first, and a busy machine takes its time over the file
      const saved = page.waitForEvent('download', { timeout: 60_000 }).then((download) => download.saveAs(chosen));
      // A test that fails earlier never waits for it, and must not be blamed for that as well.
      saved.catch(() => {});
      return { saved };
    },
    async close() {
      await context.close();
      child.stdin?.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<{ readonly launcher: string }> {
  if (!child.stdout) throw new Error('no output');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the loopback host ended with ${code} before it stood`);
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => {});
  return JSON.parse(line);
}
