/**
 * Builds what runs: the page with Vite, the Electron program and the job worker with esbuild. A part whose sources did
 * not change since it was built is left alone, so a second start costs next to nothing.
 *
 *   node resources/tooling/build.mjs [--force] [page] [program]
 *
 * Plain JavaScript: it has to run before anything else does, also with a Node that cannot strip types.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');

/** Packages that are not bundled: native, with files of their own, or Electron itself. */
const external = ['electron', 'better-sqlite3', 'pdfkit', 'fontkit', '@resvg/resvg-wasm'];
/** Bundled CommonJS packages ask for `require`, which an ES module does not have. */
const requireBanner = "import { createRequire as schakelRequire } from 'node:module'; const require = schakelRequire(import.meta.url);";

const node = { bundle: true, platform: 'node', target: 'node24', sourcemap: true, logLevel: 'warning', external, absWorkingDir: root };
const programs = [
  { entry: 'electron/main/main.ts', outfile: 'dist/electron/main.js', options: { ...node, format: 'esm', banner: { js: requireBanner } } },
  {
    entry: 'electron/host/job-worker.ts',
    outfile: 'dist/electron/job-worker.js',
    options: { ...node, format: 'esm', banner: { js: requireBanner } },
  },
  // Electron 45 carries Chromium 156; a sandboxed preload script has to be one CommonJS file.
  {
    entry: 'electron/preload/preload.ts',
    outfile: 'dist/electron/preload.cjs',
    options: { ...node, format: 'cjs', platform: 'browser', target: 'chrome150' },
  },
];

const parts = {
  page: {
    sources: ['renderer', 'shared', 'resources/fonts', 'resources/pictures/help', 'package-lock.json'],
    output: 'renderer/index.html',
    async build() {
      const { build } = await import('vite');
      await build({ configFile: path.join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
    },
  },
  program: {
    sources: ['electron', 'db', 'shared', 'package-lock.json'],
    output: 'electron/main.js',
    async build() {
      const { build } = await import('esbuild');
      rmSync(path.join(dist, 'electron'), { recursive: true, force: true });
      const present = programs.filter(({ entry }) => existsSync(path.join(root, entry)));
      await Promise.all(present.map(({ entry, outfile, options }) => build({ ...options, entryPoints: [entry], outfile })));
    },
  },
};

/** Names, sizes and times of all sources: cheap, and different as soon as one of them changes. */
function stamp(sources) {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const source of sources) addTo(hash, path.join(root, source));
  return hash.digest('hex');
}

function addTo(hash, file) {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info) return;
  if (!info.isDirectory()) hash.update(`${file}\0${info.size}\0${info.mtimeMs}\0`);
  else for (const name of readdirSync(file).sort()) if (!name.includes('.test.')) addTo(hash, path.join(file, name));
}

/**
 * @param {{ force?: boolean, only?: readonly string[] }} options
 * @returns {Promise<string[]>} names of the parts that had to be built
 */
export async function buildAll({ force = false, only = Object.keys(parts) } = {}) {
  const built = [];
  mkdirSync(dist, { recursive: true });
  for (const name of only) {
    const part = parts[name];
    if (!part) throw new Error(`no part ${name}; there are: ${Object.keys(parts).join(', ')}`);
    const stampFile = path.join(dist, `.${name}-stamp`);
    const now = stamp(part.sources);
    const before = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
    if (!force && before === now && existsSync(path.join(dist, part.output))) continue;
    // Without a stamp a build that breaks off half-way is done again.
    rmSync(stampFile, { force: true });
    await part.build();
    writeFileSync(stampFile, now);
    built.push(name);
  }
  return built;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => !arg.startsWith('-'));
  const began = performance.now();
  const built = await buildAll({ force: args.includes('--force'), ...(names.length > 0 ? { only: names } : {}) });
  console.log(`${built.length > 0 ? `built: ${built.join(', ')}` : 'up to date'} (${Math.round(performance.now() - began)} ms)`);
}
