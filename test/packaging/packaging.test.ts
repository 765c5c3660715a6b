/** What lands in the packages: everything that the program needs, and nothing of what it was made with. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../resources/tooling/build.mjs';
import { root } from '../e2e/browsers.ts';
import { type Arch, type Packed, pack, type System } from './pack.ts';

/** Packages that the program loads at run time; the rest is inside the bundles. */
const runtimePackages = [
  '@noble/ciphers',
  '@noble/hashes',
  '@resvg/resvg-wasm',
  '@swc/helpers',
  'base64-js',
  'better-sqlite3',
  'brotli',
  'clone',
  'dfa',
  'fast-deep-equal',
  'fflate',
  'fontkit',
  'linebreak',
  'pako',
  'pdfkit',
  'png-js',
  'restructure',
  'tiny-inflate',
  'tslib',
  'unicode-properties',
  'unicode-trie',
];

function packageOf(file: string): string | undefined {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return name;
}

const systems: readonly (readonly [System, Arch, string])[] = [
  ['linux', 'x64', 'linux-x64'],
  ['linux', 'arm64', 'linux-arm64'],
  ['win', 'x64', 'win32-x64'],
];

beforeAll(async () => {
  if (!process.env.SCHAKEL_NO_BUILD) await buildAll();
});

describe.each(systems)('%s %s', (system, arch, prebuild) => {
  let packed: Packed;
  beforeAll(() => {
    packed = pack(system, arch);
    console.log(`packaging ${system}-${arch}: app.asar ${packed.asarBytes} bytes, unpacked ${packed.unpackedBytes} bytes`);
  }, 120_000);

  it('has the SQLite of its own system and no other', () => {
    const sqlite = `node_modules/better-sqlite3/prebuilds/${prebuild}.node`;
    expect(packed.inside.filter((file) => file.endsWith('.node'))).toEqual([sqlite]);
    expect(packed.unpacked).toContain(sqlite);
    expect(packed.unpacked.filter((file) => packageOf(file) !== 'better-sqlite3')).toEqual([]);
  });

  it('has the program and its page', () => {
    for (const file of [
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/electron/job-worker.js',
      'dist/renderer/index.html',
      'package.json',
    ]) {
      expect(packed.inside).toContain(file);
    }
  });

  it('has nothing of what it was made with', () => {
    const own = packed.inside.filter((file) => !file.startsWith('node_modules/'));
    expect(own.filter((file) => !/^(dist\/(electron|renderer)\/|package\.json$)/.test(file))).toEqual([]);
    expect(packed.inside.filter((file) => /\.(map|tsx?|c|cc|cpp|h|gyp)$/.test(file))).toEqual([]);
    const packages = new Set(packed.inside.map(packageOf).filter((name) => name !== undefined));
    expect([...packages].filter((name) => !runtimePackages.includes(name))).toEqual([]);
  });

  it('has the migrations, fonts and icons beside it', () => {
    const wanted = ['fonts/IBMPlexSans-Regular.ttf', 'fonts/OFL.txt', 'migrations/0000_start.sql', 'migrations/meta/_journal.json', 'icons/icon.svg'];
    for (const file of wanted) expect(packed.beside).toContain(file);
    expect(packed.beside.filter((file) => file.includes('snapshot'))).toEqual([]);
    // Folders that are filled in later: what stands in the repository must come along.
    for (const folder of ['example', 'help', 'licences']) {
      if (existsSync(path.join(root, 'resources', folder))) expect(packed.beside.some((file) => file.startsWith(`${folder}/`))).toBe(true);
    }
  });

  it('stays small', () => {
    expect(packed.asarBytes).toBeLessThan(40_000_000);
    expect(packed.unpackedBytes).toBeLessThan(8_000_000);
  });
});
