/**
 * Collects the licences of everything that travels with Schakel in `resources/licences/third-party.txt`.
 * `--check` writes nothing and fails when the file is not what it should be, or a licence is not one we may use.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'resources/licences/third-party.txt');
const allowed = /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|CC0-1\.0|Unlicense|Python-2\.0|BlueOak-1\.0\.0)$/;

/** What is packed or bundled, besides the dependencies in package.json. */
const bundled = [
  'react',
  'react-dom',
  'react-router',
  'zustand',
  'zod',
  'uuid',
  'drizzle-orm',
  'fflate',
  '@e965/xlsx',
  'papaparse',
  'ical.js',
  'file-type',
  'docx',
  'get-nonce',
  'commander',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/spotlight',
  '@mantine/notifications',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  '@tiptap/core',
  '@tiptap/react',
  '@tiptap/starter-kit',
  '@tiptap/pm',
  '@tiptap/extension-table',
  '@tiptap/extensions',
  'electron',
];

const folderOf = (name, from) => {
  for (let at = from; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (at === root) return null;
  }
};
const read = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

const found = new Map();
function visit(name, from) {
  const folder = folderOf(name, from);
  if (folder === null) return;
  const { version, license, dependencies = {} } = read(folder);
  const key = `${name} ${version}`;
  if (found.has(key)) return;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '(no licence file in the package)';
  const stated = typeof license === 'string' ? license : license?.type;
  // a package that forgot the field still has the text
  found.set(key, {
    licence: stated ?? (/^(The )?MIT License/i.test(text) || /Permission is hereby granted, free of charge/.test(text) ? 'MIT' : 'unknown'),
    text,
  });
  // Electron itself is not bundled; what its package needs to fetch it does not travel with us
  if (name !== 'electron') for (const dependency of Object.keys(dependencies)) visit(dependency, folder);
}
for (const name of [...Object.keys(read(root).dependencies), ...bundled]) visit(name, root);

const accepted = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(/ OR | AND /)
    .some((one) => allowed.test(one.trim()));
const refused = [...found].filter(([, { licence }]) => !accepted(licence)).map(([name, { licence }]) => `${name}: ${licence}`);
const rule = '='.repeat(100);
const parts = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, { licence, text }]) => `${rule}\n${name} (${licence})\n${rule}\n\n${text}\n`);
const font = `${rule}\nIBM Plex Sans (OFL-1.1)\n${rule}\n\n${readFileSync(path.join(root, 'resources/fonts/OFL.txt'), 'utf8').trim()}\n`;
const whole = [...parts, font].join('\n');

if (refused.length > 0) {
  console.error(`licences that we may not use:\n${refused.join('\n')}`);
  process.exit(1);
}
if (process.argv.includes('--check')) {
  if (!existsSync(out) || readFileSync(out, 'utf8') !== whole) {
    console.error('resources/licences/third-party.txt is not up to date: node resources/tooling/licences.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(out, whole);
  console.log(`${found.size + 1} licences`);
}
