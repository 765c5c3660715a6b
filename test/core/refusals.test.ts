/** Bad files and bad input: a plain sentence with the place, and everything as it was. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { makePortfolio } from '../../electron/host/portfolios.ts';
import { ask, dump, exampleId, optionsIn, resources, temporaryFolder, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

function closedFile(content: 'empty' | 'example' = 'example'): { file: string; folder: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'a.schakel');
  makePortfolio(file, 'A', content, resources, optionsIn(folder)).close();
  return { file, folder };
}

function refusalOf(file: string, folder: string): Refusal {
  try {
    Portfolio.open(file, optionsIn(folder)).close();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return error as Refusal;
  }
  throw new Error('it opened');
}

describe('a file that is no sound portfolio is refused and stays as it was', () => {
  const spoil: Readonly<Record<string, [(file: string) => void, string, string]>> = {
    empty: [(file) => writeFileSync(file, ''), 'db_corrupt', 'fileEmpty'],
    garbage: [(file) => writeFileSync(file, Buffer.alloc(5000, 'x')), 'db_corrupt', 'fileForeign'],
    truncated: [(file) => truncateSync(file, 40_960), 'db_corrupt', 'fileTruncated'],
    'cut in its header': [(file) => truncateSync(file, 50), 'db_corrupt', 'fileTruncated'],
    "another program's": [
      (file) => {
        writeFileSync(file, '');
        const other = new Database(file);
        other.exec('CREATE TABLE note (text TEXT)');
        other.close();
      },
      'db_corrupt',
      'fileForeign',
    ],
    newer: [
      (file) => {
        const raw = new Database(file);
        raw.pragma('user_version = 999');
        raw.pragma('wal_checkpoint(TRUNCATE)');
        raw.close();
      },
      'db_from_future',
      'fromFuture',
    ],
    'changed by a migration that was edited': [
      (file) => {
        const raw = new Database(file);
        raw.exec("UPDATE __schakel_migration SET hash = 'other'");
        raw.pragma('wal_checkpoint(TRUNCATE)');
        raw.close();
      },
      'db_corrupt',
      'migrationChanged',
    ],
    'damaged in the middle': [
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4096 * 20, 4096 * 30);
        writeFileSync(file, bytes);
      },
      'db_corrupt',
      'fileDamaged',
    ],
  };
  test.each(Object.entries(spoil))('%s', (_name, [damage, code, reason]) => {
    const { file, folder } = closedFile();
    damage(file);
    const before = readFileSync(file);
    const names = readdirSync(folder).sort();
    expect(refusalOf(file, folder)).toMatchObject({ code, reason });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  test('missing', () => {
    const folder = temporaryFolder();
    expect(refusalOf(join(folder, 'nergens.schakel'), folder)).toMatchObject({ code: 'not_found', reason: 'fileMissing' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('open in another Schakel', () => {
    const { file, folder } = closedFile('empty');
    const first = Portfolio.open(file, optionsIn(folder));
    const before = readFileSync(file);
    expect(refusalOf(file, folder)).toMatchObject({ code: 'db_busy', reason: 'locked' });
    expect(readFileSync(file).equals(before)).toBe(true);
    first.close();
    Portfolio.open(file, optionsIn(folder)).close();
  });
});

const isRoot = process.getuid?.() === 0;

test.skipIf(!isRoot)('a read-only disk and a full disk (needs root for a small tmpfs)', async () => {
  const { file, folder } = closedFile('empty');
  const mount = join(folder, 'schijf');
  mkdirSync(mount);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', mount]);
  } catch {
    console.warn('*** SKIPPED: this machine does not let tests mount a small disk');
    return;
  }
  try {
    const onDisk = join(mount, 'a.schakel');
    copyFileSync(file, onDisk);
    execFileSync('mount', ['-o', 'remount,ro', mount]);
    expect(refusalOf(onDisk, folder)).toMatchObject({ code: 'db_readonly' });
    execFileSync('mount', ['-o', 'remount,rw', mount]);
    const portfolio = Portfolio.open(onDisk, optionsIn(folder));
    const { id } = await value(portfolio, 'network.create', { code: '1', name: 'A' });
    writeFileSync(join(mount, 'vol'), Buffer.alloc(1_000_000));
    const before = dump(portfolio);
    let outcome = await ask(portfolio, 'network.update', { id, history: 'x'.repeat(90_000) });
    for (let turn = 0; outcome.ok && turn < 60; turn++) {
      outcome = await ask(portfolio, 'network.create', { code: `n${turn}`, name: 'B', history: 'y'.repeat(90_000) });
    }
    expect(outcome).toMatchObject({ ok: false, error: { code: 'disk_full' } });
    expect(dump(portfolio).length).toBeGreaterThanOrEqual(before.length);
    portfolio.connection.raw.close();
  } finally {
    execFileSync('umount', ['-l', mount]);
  }
});

test('a full file (max_page_count) refuses the change and keeps everything else', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id } = await value(portfolio, 'network.create', { code: '1', name: 'A' });
  const before = dump(portfolio);
  const pages = portfolio.connection.raw.pragma('page_count', { simple: true }) as number;
  portfolio.connection.raw.pragma(`max_page_count = ${pages}`);
  expect(await ask(portfolio, 'network.update', { id, history: 'x'.repeat(90_000) })).toMatchObject({ ok: false, error: { code: 'disk_full' } });
  expect(dump(portfolio)).toBe(before);
});

describe('input that cannot be', () => {
  const plg1 = exampleId('02/plg-1');
  const bad: readonly (readonly [string, string, unknown, string, readonly (string | number)[]])[] = [
    ['an unknown field', 'network.create', { code: '9', name: 'A', colour: 'red' }, 'unknownField', ['colour']],
    ['a wrong type', 'network.create', { code: '9', name: 5 }, 'wrongType', ['name']],
    ['an empty name', 'network.create', { code: '9', name: '  ' }, 'empty', ['name']],
    ['no day', 'network.list', { at: '2023-02-30' }, 'day', ['at']],
    ['a foreign id', 'membership.create', { personId: plg1, containerId: plg1 }, 'foreignId', ['personId']],
    ['an id of nothing', 'seat.create', { containerId: '00000000-0000-7000-8000-000000000000' }, 'foreignId', ['containerId']],
    ['a wrong value of a list', 'unit.update', { id: plg1, standing: 'soon' }, 'wrongType', ['standing']],
    ['an end before the start', 'unit.update', { id: plg1, start: '2024', end: '2023-10' }, 'endBeforeStart', ['end']],
    ['a date that is none', 'unit.update', { id: plg1, start: '31 februari 2024' }, 'date', ['start']],
    ['a unit inside itself', 'unit.update', { id: plg1, parentId: plg1 }, 'insideItself', ['parentId']],
    ['a layer of another network', 'unit.update', { id: plg1, layerId: exampleId('06/laag-a') }, 'otherNetwork', ['layerId']],
    ['a code that is taken', 'network.create', { code: '02', name: 'Nog een' }, 'codeTaken', ['code']],
    ['more than the most', 'seat.create', { containerId: plg1, min: 5, max: 2 }, 'lowAboveHigh', ['max']],
  ];
  test.each(bad)('%s', async (_name, operation, input, reason, path) => {
    const portfolio = temporaryPortfolio('example');
    const before = dump(portfolio);
    const outcome = await ask(portfolio, operation, input);
    expect(outcome).toMatchObject({ ok: false, error: { details: { reason, path } } });
    expect(!outcome.ok && outcome.error.message.length).toBeGreaterThan(20);
    expect(dump(portfolio)).toBe(before);
  });

  test('2023-10-12 to 2023-10 can be', async () => {
    const portfolio = temporaryPortfolio('example');
    expect(await ask(portfolio, 'unit.update', { id: plg1, start: '2023-10-12', end: '2023-10' })).toMatchObject({ ok: true });
  });

  test('a unit inside itself over three steps', async () => {
    const portfolio = temporaryPortfolio('empty');
    const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'A' });
    const make = async (name: string, parentId: string | null) => (await value(portfolio, 'unit.create', { networkId, name, parentId })).id;
    const a = await make('A', null);
    const b = await make('B', a);
    const c = await make('C', b);
    expect(await ask(portfolio, 'unit.update', { id: a, parentId: c })).toMatchObject({ ok: false, error: { details: { reason: 'insideItself' } } });
  });

  test('names of nothing in JavaScript are no operations', async () => {
    const portfolio = temporaryPortfolio('empty');
    for (const name of ['__proto__', 'constructor', 'toString', 'network.destroy', ''])
      expect(await ask(portfolio, name, {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
