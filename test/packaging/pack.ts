/** Packs Schakel without Electron: electron-builder gets a stub in the place of the binary. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../e2e/browsers.ts';

export type System = 'linux' | 'win';
export type Arch = 'x64' | 'arm64';

export interface Packed {
  /** Files in app.asar, those beside it in app.asar.unpacked included. */
  readonly inside: readonly string[];
  readonly unpacked: readonly string[];
  /** Files under `resources/resources`. */
  readonly beside: readonly string[];
  readonly asarBytes: number;
  readonly unpackedBytes: number;
}

const tool = (name: string): string => path.join(root, 'node_modules/.bin', name);

/** The files that electron-builder expects of an Electron, empty where it does not look inside. */
function stubElectron(folder: string, system: System): string {
  const stub = path.join(folder, `electron-${system}`);
  mkdirSync(path.join(stub, 'resources'), { recursive: true });
  mkdirSync(path.join(stub, 'locales'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'version']) writeFileSync(path.join(stub, name), '45.4.1');
  for (const language of ['en-US', 'nl', 'de']) writeFileSync(path.join(stub, `locales/${language}.pak`), '');
  const empty = path.join(folder, `empty-${system}`);
  mkdirSync(empty);
  writeFileSync(path.join(empty, 'main.js'), '');
  execFileSync(tool('asar'), ['pack', empty, path.join(stub, 'resources/default_app.asar')]);
  if (system === 'linux') copyFileSync('/bin/true', path.join(stub, 'electron'));
  else writeFileSync(path.join(stub, 'electron.exe'), smallestProgram());
  return stub;
}

/** electron-builder writes name and version into electron.exe, so it has to be a real one; a package of ours carries some. */
function smallestProgram(): Buffer {
  const folder = path.join(root, 'node_modules/electron-winstaller/vendor');
  const found = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.exe')) : undefined;
  if (!found) throw new Error('no Windows program to stand in for electron.exe');
  return readFileSync(path.join(folder, found));
}

/** @returns what landed in the package */
export function pack(system: System, arch: Arch): Packed {
  const folder = mkdtempSync(path.join(tmpdir(), 'schakel-pack-'));
  const output = path.join(folder, 'out');
  const args = [`--${system}`, `--${arch}`, '--dir', '--publish', 'never', '--config', 'electron-builder.yml'];
  const changes = [
    `-c.electronDist=${stubElectron(folder, system)}`,
    `-c.directories.output=${output}`,
    '-c.electronVersion=45.4.1',
    '-c.win.signAndEditExecutable=false',
  ];
  execFileSync(tool('electron-builder'), [...args, ...changes], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  const unpackedFolder = readdirSync(output).find((name) => name.endsWith('unpacked')) ?? '';
  const resources = path.join(output, unpackedFolder, 'resources');
  return {
    inside: listArchive(path.join(resources, 'app.asar')),
    unpacked: filesUnder(path.join(resources, 'app.asar.unpacked')),
    beside: filesUnder(path.join(resources, 'resources')),
    asarBytes: statSync(path.join(resources, 'app.asar')).size,
    unpackedBytes: filesUnder(path.join(resources, 'app.asar.unpacked')).reduce(
      (sum, file) => sum + statSync(path.join(resources, 'app.asar.unpacked', file)).size,
      0,
    ),
  };
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
}

/** The header of an archive: two sizes of eight bytes in all, twice, and then its tree as JSON. */
function listArchive(archive: string): string[] {
  const bytes = readFileSync(archive);
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry;
  const walk = (entry: Entry, at: string): string[] =>
    Object.entries(entry.files ?? {}).flatMap(([name, child]) => (child.files ? walk(child, `${at}${name}/`) : [`${at}${name}`]));
  return walk(header, '').sort();
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
