/** The Electron program on the double, for a check. */
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeHost } from '../fixtures/fake-host.ts';
import type { Check } from './check.ts';

export interface ElectronUnderTest {
  readonly electron: typeof import('../electron-double/electron.ts');
  readonly host: FakeHost;
  /** A module of the program, by its path from the root. */
  readonly load: (file: string) => Promise<Record<string, never>>;
}

/** Starts the program, with these arguments behind its name. */
export type StartProgram = (argv?: readonly string[]) => Promise<ElectronUnderTest>;

let hooked = false;

/** For the mutants: a program in a folder, with the double and the fake host in the place of the real ones. */
export function startProgramIn(folder: string): StartProgram {
  const tag = encodeURIComponent(path.basename(folder));
  const at = (file: string): string => `${new URL(file, import.meta.url).href}?${tag}`;
  hookOnce();
  return async (argv = []) => {
    const electron = (await import(at('../electron-double/electron.ts'))) as ElectronUnderTest['electron'];
    const { hosts } = await import(at('../fixtures/fake-host.ts'));
    const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);
    return withArgv(argv, async () => {
      await load('electron/main/main.ts');
      return { electron, host: hosts[0], load };
    });
  };
}

export async function withArgv<T>(argv: readonly string[], run: () => Promise<T>): Promise<T> {
  const before = process.argv;
  process.argv = ['electron', 'main.js', ...argv];
  try {
    return await run();
  } finally {
    process.argv = before;
  }
}

function hookOnce(): void {
  if (hooked) return;
  hooked = true;
  const standIn = (file: string, parent: string): { url: string; shortCircuit: true } => {
    const [tag = ''] = /schakel-mutant-[^/]+/.exec(parent) ?? [];
    return { url: `${new URL(file, import.meta.url).href}?${tag}`, shortCircuit: true };
  };
  registerHooks({
    resolve(name, context, next) {
      const parent = context.parentURL ?? '';
      if (name === 'electron') return standIn('../electron-double/electron.ts', parent);
      if (name.endsWith('/host/host.ts') && parent.includes('/main/')) return standIn('../fixtures/fake-host.ts', parent);
      return next(name, context);
    },
  });
}

/** @param argv what stands behind the name of the program */
export const check = (
  name: string,
  body: (started: ElectronUnderTest) => Promise<void> | void,
  argv: readonly string[] = [],
): Check<StartProgram> => ({
  name,
  run: async (start) => body(await start(argv)),
});

/** The window that every start makes. */
export const onlyWindow = ({ electron }: ElectronUnderTest) => {
  const [window] = electron.control.windows;
  assert.ok(window, 'a window');
  return window;
};
