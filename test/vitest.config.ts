import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const slow = ['test/e2e/**/*.test.ts', 'test/packaging/**/*.test.ts', 'test/security/mutants.test.ts', 'test/electron-stand-in/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: [path.join(root, 'test/fixtures/temporary.ts')],
    projects: [
      {
        root,
        // Never the package itself: it downloads a binary as soon as it is imported.
        resolve: { alias: { electron: path.join(root, 'test/electron-double/electron.ts') } },
        test: {
          name: 'unit',
          include: ['{shared,db,electron,renderer,test}/**/*.test.{ts,tsx}'],
          exclude: slow,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // by itself the runner leaves one of two cores idle
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'slow',
          include: slow,
          globalSetup: ['test/e2e/global-setup.ts'],
          // what a person waits for comes within a moment, but a busy machine may take longer over it
          expect: { poll: { timeout: 10_000 } },
          // once more on a machine that was busy just then; which tests needed it is said loudly at the end
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file starts browsers of its own; this machine has two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
});
