/** `npm test`: runs everything that can run on this machine, and says loudly at the end what was skipped and how to get it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');

/** What is missing here, and what it takes to have it. */
function missing() {
  const electron = process.env.ELECTRON_BIN ?? (existsSync(path.join(root, 'node_modules/electron/path.txt')) ? 'here' : '');
  const browsers = [
    process.env.CHROMIUM_BIN,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app',
  ];
  const list = [];
  if (!electron)
    list.push('real Electron: the suite drove the stand-in. Get it with `npx install-electron` where the internet is, or set ELECTRON_BIN.');
  if (!browsers.some((file) => file && existsSync(file)))
    list.push('everything in a browser: no Chromium. Get it with `apt install chromium`, or set CHROMIUM_BIN.');
  return list;
}

/** @returns {{ passed: number, failed: number, skipped: number, status: number }} */
export function runTests(args = [], env = {}) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const report = path.join(root, 'dist', 'test-report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--reporter=${path.join(root, 'resources/tooling/second-tries.mjs')}`,
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  );
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  for (const line of missing()) console.log(`\n*** SKIPPED: ${line}`);
  return {
    passed: found.numPassedTests ?? 0,
    failed: (found.numFailedTests ?? 0) + (status !== 0 && !found.numFailedTests ? 1 : 0),
    skipped: found.numPendingTests ?? 0,
    status: status ?? 1,
  };
}

if (process.argv[1] === import.meta.filename) {
  const { status } = runTests(process.argv.slice(2));
  process.exit(status);
}
