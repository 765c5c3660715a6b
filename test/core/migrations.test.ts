/** Migrations on a filled portfolio: a rebuilt table keeps its children and its triggers, and a failing one changes nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { makePortfolio } from '../../electron/host/portfolios.ts';
import { ask, dump, exampleId, optionsIn, resources, temporaryFolder, value } from '../fixtures/portfolio.ts';

/** What drizzle-kit writes when a column of `layer` changes: the form that lost every child under drizzle's own migrate. */
const rebuild = [
  'PRAGMA foreign_keys=OFF;',
  `CREATE TABLE __new_layer (id text PRIMARY KEY NOT NULL, network_id text NOT NULL, name text NOT NULL, level text, note text, position integer DEFAULT 0 NOT NULL, colour text,
     FOREIGN KEY (id) REFERENCES entity(id) ON DELETE cascade, FOREIGN KEY (network_id) REFERENCES entity(id) ON DELETE cascade) STRICT`,
  'INSERT INTO __new_layer (id, network_id, name, level, note, position) SELECT id, network_id, name, level, note, position FROM layer',
  'DROP TABLE layer',
  'ALTER TABLE __new_layer RENAME TO layer',
  'PRAGMA foreign_keys=ON;',
];

function example(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'a.schakel');
  makePortfolio(file, 'A', 'example', resources, optionsIn(folder)).close();
  return { folder, file };
}

test('a rebuilt table keeps all rows and children, and undo still sees it', async () => {
  const { folder, file } = example();
  const options = optionsIn(folder);
  const copies: string[] = [];
  const before = Portfolio.open(file, options);
  const counts = (portfolio: Portfolio) =>
    ['layer', 'unit', 'membership', 'entity'].map((table) => portfolio.connection.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const rows = counts(before);
  before.close();

  const newer = {
    ...options,
    migrations: [...options.migrations, { hash: 'rebuild', statements: rebuild }],
    beforeMigration: (path: string) => copies.push(path),
  };
  const after = Portfolio.open(file, newer);
  expect(counts(after)).toEqual(rows);
  expect(copies).toEqual([file]);
  const layer = after.connection.raw.prepare('SELECT id FROM layer WHERE network_id = ? LIMIT 1').pluck().get(exampleId('02/network')) as string;
  const content = dump(after);
  await value(after, 'layer.update', { id: layer, name: 'Anders' });
  after.move('undo');
  expect(dump(after)).toBe(content);
  after.close();

  // the older version now refuses what the newer one made
  expect(() => Portfolio.open(file, options)).toThrow(expect.objectContaining({ code: 'db_from_future' }));
});

/** Makes of a new portfolio one as the version before the views made it. */
function asBeforeViews(file: string): void {
  const raw = new Database(file);
  raw.pragma('foreign_keys = OFF');
  for (const table of ['view_note', 'view']) raw.exec(`DROP TABLE ${table}`);
  raw.exec('DELETE FROM __schakel_migration WHERE number > 1; PRAGMA user_version = 1');
  raw.close();
}

// catches: a version that cannot read what the one before it made, or that loses rows or triggers on the way
test('a portfolio of the version before goes on in this one', async () => {
  const { folder, file } = example();
  asBeforeViews(file);
  const options = optionsIn(folder);
  const copies: string[] = [];
  const now = Portfolio.open(file, { ...options, beforeMigration: (path: string) => copies.push(path) });
  expect(copies).toEqual([file]);
  expect(now.connection.raw.pragma('user_version', { simple: true })).toBe(options.migrations.length);
  const content = dump(now);
  const { id } = (await value(now, 'view.create', { networkId: exampleId('02/network'), name: 'Stuurgroep' })) as { id: string };
  await value(now, 'viewNote.create', { viewId: id, kind: 'note', text: 'Hier kijken we nu', x: 10, y: 20 });
  now.move('undo');
  now.move('undo');
  expect(dump(now)).toBe(content);
  now.close();
});

test('a migration that fails leaves the file as it was', async () => {
  const { folder, file } = example();
  const options = optionsIn(folder);
  const bytes = readFileSync(file);
  const wrong = {
    ...options,
    migrations: [...options.migrations, { hash: 'wrong', statements: ['CREATE TABLE extra (id text)', 'DROP TABLE nothing'] }],
  };
  expect(() => Portfolio.open(file, wrong)).toThrow();
  const again = Portfolio.open(file, options);
  expect(again.connection.raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'extra'").get()).toBeUndefined();
  expect(await ask(again, 'network.list', {})).toMatchObject({ ok: true });
  again.close();
  expect(readFileSync(file).length).toBe(bytes.length);
});

test('a migration that breaks references is taken back', () => {
  const { folder, file } = example();
  const options = optionsIn(folder);
  const breaking = {
    ...options,
    migrations: [
      ...options.migrations,
      {
        hash: 'breaking',
        statements: ['DELETE FROM person WHERE id = (SELECT id FROM person LIMIT 1)', "UPDATE membership SET person_id = 'nobody'"],
      },
    ],
  };
  expect(() => Portfolio.open(file, breaking)).toThrow(expect.objectContaining({ reason: 'brokenReferences' }));
  const again = Portfolio.open(file, options);
  expect(again.connection.raw.pragma('foreign_key_check')).toEqual([]);
  again.close();
});
