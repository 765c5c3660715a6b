/** Behaves like the `electron` executable, as far as Playwright's `_electron.launch` and a person's double click can see. */
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(2);
const at = given.findIndex((arg) => !arg.startsWith('-'));
if (at < 0) {
  console.error('use: electron [switches] <main.js or folder> [arguments]');
  process.exit(2);
}
const entry = mainFile(path.resolve(given[at] ?? ''));
const rest = given.slice(at + 1);
const switches = [...given.slice(0, at), ...rest].filter((arg) => arg.startsWith('--'));

process.argv = [process.argv[0] ?? '', entry, ...rest];
Object.defineProperty(process.versions, 'electron', { value: electronVersion(), enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true });

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)) });

if (switches.some((name) => name.startsWith('--inspect'))) {
  inspector.open(0, '127.0.0.1');
  endWithRunner();
}
const { start } = (await import(standIn)) as typeof import('./electron.ts');
// As in Electron, the program runs up to its first `await` before anything is ready.
import(pathToFileURL(entry).href).catch((error) => {
  console.error(error);
  process.exit(1);
});
await start(switches);

function mainFile(given: string): string {
  if (!statSync(given).isDirectory()) return given;
  return path.join(given, JSON.parse(readFileSync(path.join(given, 'package.json'), 'utf8')).main ?? 'index.js');
}

function electronVersion(): string {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '../../node_modules/electron/package.json'), 'utf8')).version;
}

/** A test runner that is killed cannot close what it started. */
function endWithRunner(): void {
  const runner = process.ppid;
  setInterval(() => {
    if (process.ppid !== runner) process.exit(1);
  }, 500).unref();
}
