/** `schakel serve` and `schakel start`: the same app in a browser, or in Electron where that is here. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHost } from '../host/host.ts';
import { startLoopback } from '../loopback/loopback.ts';
import { openBrowser } from '../loopback/open-browser.ts';
import { Refused } from './exits.ts';
import { documents, resources, root, userData } from './places.ts';

const version = (): string => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Builds what is not built yet, or not from these sources; in a folder without the tools it takes what is there. */
async function build(only?: readonly string[]): Promise<void> {
  const builder = join(resources, 'tooling', 'build.mjs');
  if (!existsSync(builder)) return;
  const { buildAll } = (await import(builder)) as { buildAll: (options: object) => Promise<string[]> };
  await buildAll(only ? { only } : {});
}

export interface ServeOptions {
  readonly portfolio?: string;
  /** Whether to open the browser; without it the address is only printed. */
  readonly browser: boolean;
}

/** Serves the app on this machine until its last page is gone. */
export async function serve(options: ServeOptions): Promise<void> {
  // the browser host runs from the sources: only the page has to be built
  await build(['page']);
  const host = await createHost({ kind: 'browser', version: version(), userData: userData(), documents: documents(), resources });
  if (options.portfolio !== undefined) {
    const opened = await host.openFile(resolve(options.portfolio));
    if (!opened.ok) {
      await host.close();
      throw new Refused(opened.error);
    }
  }
  // the person's own folder: a browser from a sandbox may not read hidden folders, nor /tmp
  const launcherDir = documents();
  mkdirSync(launcherDir, { recursive: true });
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => {
    ending ??= loopback.close().then(() => host.close());
    return ending.then(() => process.exit(0));
  };
  const loopback = await startLoopback({ host, rendererDir: join(root, 'dist', 'renderer'), launcherDir, onIdle: () => void end() });
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  const launcher = await loopback.writeLauncher();
  const opened = options.browser && (await openBrowser(launcher));
  console.log(
    opened
      ? 'Schakel staat open in je browser. / Schakel is open in your browser.'
      : `Open dit bestand in een browser: / Open this file in a browser:\nfile://${launcher}`,
  );
}

/** The Electron program of this folder: there already, or fetched now. */
function findElectron(): string | null {
  if (process.env.ELECTRON_BIN) return process.env.ELECTRON_BIN;
  const folder = join(root, 'node_modules', 'electron');
  const locate = (): string | null => {
    const marker = join(folder, 'path.txt');
    if (!existsSync(marker)) return null;
    const program = join(folder, 'dist', readFileSync(marker, 'utf8'));
    return existsSync(program) ? program : null;
  };
  const there = locate();
  if (there !== null || process.env.SCHAKEL_NO_DOWNLOAD || !existsSync(join(folder, 'install.js'))) return there;
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 180_000 });
  return locate();
}

/** `npm start`: Electron where its program is here or can be fetched, else the browser. */
export async function start(options: { readonly portfolio?: string }): Promise<void> {
  const electron = findElectron();
  if (electron === null) {
    console.log('Electron is hier niet te krijgen; Schakel opent in je browser. / Electron cannot be had here; Schakel opens in your browser.');
    return serve({ ...options, browser: true });
  }
  await build();
  const args = [join(root, 'dist', 'electron', 'main.js'), ...(options.portfolio === undefined ? [] : [resolve(options.portfolio)])];
  const child = spawn(electron, args, { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 0));
}
