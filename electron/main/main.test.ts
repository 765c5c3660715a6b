/** The program on the double of Electron. The checks stand in test/security, where each is also run without its measure. */
import path from 'node:path';
import { describe, it, vi } from 'vitest';
import { electronChecks } from '../../test/security/electron-checks.ts';
import { type ElectronUnderTest, type StartProgram, withArgv } from '../../test/security/electron-under-test.ts';

vi.mock('../host/host.ts', () => import('../../test/fixtures/fake-host.ts'));

const root = path.resolve(import.meta.dirname, '../..');

const start: StartProgram = (argv = []) =>
  withArgv(argv, async () => {
    vi.resetModules();
    const electron = (await import('electron')) as unknown as ElectronUnderTest['electron'];
    // The mocked module: vitest keeps it, so the host of this start is the newest.
    const { hosts } = (await import('../host/host.ts')) as unknown as typeof import('../../test/fixtures/fake-host.ts');
    const earlier = hosts.length;
    const load = (file: string) => import(path.join(root, file));
    await import('./main.ts');
    return { electron, host: hosts[earlier] as ElectronUnderTest['host'], load };
  });

describe('Electron program', () => {
  it.each(electronChecks.map((check) => [check.name, check] as const))('%s', (_name, check) => check.run(start));
});
