/**
 * `npm run verify`: the one gate. Format and lint, types per folder, unused code, and every test.
 * `--long` is the same with the long counts (500 kills instead of 25, more random chains).
 * Ends with a line `N passed, N failed`: tests and steps together.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runTests } from './test.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(path.join(root, entry.name)).includes('tsconfig.json'))
  .map((entry) => entry.name);

const steps = [
  ['format and lint', [bin('biome'), 'ci', '.']],
  ...folders.map((folder) => [`types of ${folder}`, [bin('tsc'), '-p', folder]]),
  ['licences', [process.execPath, 'resources/tooling/licences.mjs', '--check']],
  ['unused code', [bin('knip'), '--config', 'resources/tooling/knip.json']],
];

let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of steps) {
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${Math.round(performance.now() - began)} ms)`);
  if (status === 0) passed += 1;
  else failed += 1;
}
const tests = runTests([], process.argv.includes('--long') ? { SCHAKEL_LONG: '1' } : {});
passed += tests.passed;
failed += tests.failed;
console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
