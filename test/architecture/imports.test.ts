/** Who may import whom, the third guard beside the lint zones and the tsconfig per folder; and no circles, no giants. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const layers = ['shared', 'db', 'electron', 'renderer'];

const files = layers.flatMap((layer) =>
  (readdirSync(path.join(root, layer), { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('.d.ts') && name !== 'vite.config.ts')
    .map((name) => path.posix.join(layer, name.split(path.sep).join('/'))),
);
const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Import {
  readonly from: string;
  /** A file of ours, or a package. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(path.join(root, from), 'utf8').matchAll(statement)].flatMap((match) => {
    const target = match[3] ?? match[4] ?? '';
    if (target.endsWith('.css')) return [];
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target;
    return [{ from, to, typeOnly: match[2] !== undefined, lazy: match[4] !== undefined }];
  }),
);
const under = (file: string, ...folders: string[]): boolean => folders.some((folder) => file === folder || file.startsWith(`${folder}/`));

const rules: readonly (readonly [string, (file: string) => boolean, (to: string) => boolean])[] = [
  [
    'shared imports only shared',
    (file) => under(file, 'shared'),
    (to) => under(to, 'db', 'electron', 'renderer', 'react', 'electron') || to.startsWith('node:') || to === 'better-sqlite3',
  ],
  ['db imports only shared and db', (file) => under(file, 'db'), (to) => under(to, 'electron', 'renderer', 'react') || to === 'electron'],
  [
    'host, loopback and command line know no Electron',
    (file) => under(file, 'electron/host', 'electron/loopback', 'electron/cli'),
    (to) => to === 'electron' || to.startsWith('electron/main') || to.startsWith('electron/preload') || under(to, 'renderer'),
  ],
  [
    'the preload imports only electron',
    (file) => under(file, 'electron/preload'),
    (to) => to !== 'electron' && !under(to, 'shared', 'electron/preload'),
  ],
  ['main does not reach into the page', (file) => under(file, 'electron/main'), (to) => under(to, 'renderer')],
  [
    'renderer imports only shared and renderer',
    (file) => under(file, 'renderer'),
    (to) => under(to, 'db', 'electron') || to.startsWith('node:') || to === 'electron',
  ],
];

test.each(rules)('%s', (_name, applies, forbidden) => {
  expect(imports.filter((entry) => applies(entry.from) && forbidden(entry.to)).map((entry) => `${entry.from} → ${entry.to}`)).toEqual([]);
});

test('a feature reaches another only through its index', () => {
  const feature = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
  const wrong = imports.filter(({ from, to }) => {
    const other = feature(to);
    return other !== undefined && feature(from) !== other && !new RegExp(`^renderer/features/${other}/index\\.tsx?$`).test(to);
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('the walk sees imports at all, and every import of ours is a file', () => {
  expect(imports.length).toBeGreaterThan(200);
  const known = new Set(files);
  const own = imports.filter(({ to }) => under(to, ...layers) && /\.tsx?$/.test(to));
  expect(own.filter(({ to }) => !known.has(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no circles', () => {
  const graph = Map.groupBy(
    imports.filter(({ typeOnly, lazy }) => !typeOnly && !lazy),
    ({ from }) => from,
  );
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of graph.get(file) ?? []) if (/\.tsx?$/.test(to)) visit(to, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('no file above 600 lines, and nine in ten under 300', () => {
  const sizes = files
    .filter((file) => !file.includes('.generated.'))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8').split('\n').length] as const);
  expect(sizes.filter(([, lines]) => lines > 600)).toEqual([]);
  const small = sizes.filter(([, lines]) => lines <= 300).length;
  expect(small / sizes.length).toBeGreaterThanOrEqual(0.9);
});
