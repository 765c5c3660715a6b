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

/** What each version added, the newest first: the tables and columns that a file of the version before does not have. */
const added = [
  {
    version: 3,
    kinds: ['meeting', 'meetingPart', 'attendance', 'decision', 'action', 'meetingObject', 'yield', 'quality', 'spread', 'embedding', 'channel'],
    tables: [
      'meeting',
      'meeting_unit',
      'meeting_doer',
      'meeting_part',
      'meeting_part_unit',
      'attendance',
      'decision',
      'action',
      'meeting_object',
    ].concat(['yield', 'yield_maker', 'yield_origin', 'quality', 'spread', 'embedding']),
    columns: ['channel.kind', 'channel.note', 'figure.aspect', 'figure.almost', 'figure.out_of'],
  },
  { version: 2, kinds: ['view', 'viewNote'], tables: ['view_note', 'view'], columns: [] },
];

/** Makes of a new portfolio one as an earlier version made it. */
function asVersion(file: string, version: number): void {
  const raw = new Database(file);
  // what is of a kind that the version did not know goes with all that is said of it
  raw.pragma('foreign_keys = ON');
  const kinds = added.filter((one) => one.version > version).flatMap((one) => one.kinds);
  raw.prepare('DELETE FROM entity WHERE kind IN (SELECT value FROM json_each(?))').run(JSON.stringify(kinds));
  raw.pragma('foreign_keys = OFF');
  // neither had an index of texts
  const triggers = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'search_*'").pluck().all();
  for (const name of triggers) raw.exec(`DROP TRIGGER ${name}`);
  for (const table of ['search_text', 'search_doc', 'search_dirty']) raw.exec(`DROP TABLE ${table}`);
  for (const { tables, columns } of added.filter((one) => one.version > version)) {
    for (const column of columns) {
      const [table, name] = column.split('.') as [string, string];
      // its triggers name the column; they are made anew when the file is opened
      for (const event of ['insert', 'update', 'delete']) raw.exec(`DROP TRIGGER IF EXISTS log_${table}_${event}`);
      raw.exec(`ALTER TABLE ${table} DROP COLUMN ${name}`);
    }
    for (const table of tables) raw.exec(`DROP TABLE ${table}`);
  }
  raw.exec(`DELETE FROM __schakel_migration WHERE number > ${version}; PRAGMA user_version = ${version}`);
  raw.close();
}

// catches: a version that cannot read what the one before it made, or that loses rows or triggers on the way
test.each([1, 2])('a portfolio of version %i goes on in this one', async (version) => {
  const { folder, file } = example();
  asVersion(file, version);
  const options = optionsIn(folder);
  const copies: string[] = [];
  const now = Portfolio.open(file, { ...options, beforeMigration: (path: string) => copies.push(path) });
  expect(copies).toEqual([file]);
  expect(now.connection.raw.pragma('user_version', { simple: true })).toBe(options.migrations.length);
  const content = dump(now);
  const { id } = (await value(now, 'view.create', { networkId: exampleId('02/network'), name: 'Stuurgroep' })) as { id: string };
  await value(now, 'viewNote.create', { viewId: id, kind: 'note', text: 'Hier kijken we nu', x: 10, y: 20 });
  await value(now, 'yield.create', { networkId: exampleId('02/network'), name: 'Poster' });
  for (let step = 0; step < 3; step += 1) now.move('undo');
  expect(dump(now)).toBe(content);
  expect((await value(now, 'search.list', { text: 'school' })).found.length).toBeGreaterThan(0);
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
