/** Backups and putting them back: also twice in a second, with a wrong clock, and while something reads the file. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { createBackup, createDueBackups, listBackups, restoreBackup } from '../../db/safety/backup.ts';
import { optionsIn, temporaryFolder, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const regionOf = (file: string, folder: string): unknown => {
  const portfolio = Portfolio.open(file, optionsIn(folder));
  const region = portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get();
  portfolio.close();
  return region;
};

test('two restores in one second set aside two files', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('empty', folder);
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 9), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const backup = createBackup(portfolio, 'recent');
  await value(portfolio, 'portfolio.update', { name: 'Eerste werk' });
  const first = restoreBackup(portfolio, backup.id).setAside;
  await value(portfolio, 'portfolio.update', { name: 'Tweede werk' });
  const second = restoreBackup(portfolio, backup.id).setAside;
  expect(regionOf(first, folder)).toBe('Eerste werk');
  expect(regionOf(second, folder)).toBe('Tweede werk');
});

test('more backups in one second than are kept: the newest stay, and the one just made is there', () => {
  const portfolio = temporaryPortfolio('empty');
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 9), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const made = Array.from({ length: 14 }, () => createBackup(portfolio, 'recent').id);
  expect(new Set(made).size).toBe(14);
  expect(listBackups(portfolio.backupFolder()).map((backup) => backup.id)).toEqual(made.slice(-6).reverse());
});

test('the oldest kept backup can be put back, though a new one is made just before', () => {
  const portfolio = temporaryPortfolio('empty');
  const made = Array.from({ length: 3 }, () => createBackup(portfolio, 'beforeRestore').id);
  restoreBackup(portfolio, made[0] as string);
  expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('Test');
});

test('backups of a clock that ran ahead do not push out, or keep away, those of now', () => {
  const portfolio = temporaryPortfolio('empty');
  vi.useFakeTimers({ now: new Date(2099, 0, 1), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  for (let number = 0; number < 8; number++) createBackup(portfolio, 'recent');
  createDueBackups(portfolio, new Date());
  vi.setSystemTime(new Date(2026, 10, 21, 9));
  const { id } = createBackup(portfolio, 'recent');
  expect(existsSync(join(portfolio.backupFolder(), id))).toBe(true);
  expect(createDueBackups(portfolio, new Date()).map((backup) => backup.kind)).toEqual(['daily', 'weekly']);
  expect(createDueBackups(portfolio, new Date())).toEqual([]);
});

test.each(['with a reader in the middle of its work', 'with a reader that waits'])('a restore %s is refused and changes nothing', async (how) => {
  const portfolio = temporaryPortfolio('empty');
  const backup = createBackup(portfolio, 'recent');
  await value(portfolio, 'portfolio.update', { name: 'Werk' });
  const reader = new Database(portfolio.file, { readonly: true });
  onTestFinished(() => void reader.close());
  if (how.includes('middle')) {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM unit').get();
  } else reader.prepare('SELECT count(*) FROM unit').get();
  await value(portfolio, 'portfolio.update', { name: 'Meer werk' });
  const before = readdirSync(dirname(portfolio.file)).sort();
  expect(() => restoreBackup(portfolio, backup.id)).toThrow(expect.objectContaining({ code: 'db_busy' }));
  expect(readdirSync(dirname(portfolio.file)).sort()).toEqual(before);
  expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('Meer werk');
  await value(portfolio, 'portfolio.update', { name: 'Nog meer' });
  reader.close();
  restoreBackup(portfolio, backup.id);
  expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('Test');
});

test('a backup that does not open leaves the old portfolio open', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('empty', folder);
  const { id } = createBackup(portfolio, 'recent');
  await value(portfolio, 'portfolio.update', { name: 'Werk' });
  const file = join(portfolio.backupFolder(), id);
  const bytes = readFileSync(file);
  expect(() =>
    portfolio.replaceFile(() => {
      const old = readFileSync(portfolio.file);
      writeFileSync(portfolio.file, bytes.subarray(0, 4096));
      return () => writeFileSync(portfolio.file, old);
    }),
  ).toThrow(expect.objectContaining({ code: 'db_corrupt' }));
  await value(portfolio, 'portfolio.update', { name: 'Verder' });
  expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('Verder');
});

test('what a killed backup left is cleared by the next', () => {
  const portfolio = temporaryPortfolio('empty');
  createBackup(portfolio, 'recent');
  const left = join(portfolio.backupFolder(), 'unfinished-1.schakel');
  writeFileSync(left, 'namen');
  createBackup(portfolio, 'recent');
  expect(existsSync(left)).toBe(false);
});

test('the copy before a migration stands among the backups of the portfolio', () => {
  const folder = temporaryFolder();
  const options = optionsIn(folder);
  const first = temporaryPortfolio('empty', folder);
  const { file } = first;
  first.close();
  const newer = { ...options, migrations: [...options.migrations, { hash: 'more', statements: ['CREATE TABLE more (id text) STRICT'] }] };
  const portfolio = Portfolio.open(file, newer);
  expect(listBackups(portfolio.backupFolder()).map((backup) => backup.kind)).toEqual(['beforeMigration']);
  const [backup] = listBackups(portfolio.backupFolder());
  restoreBackup(portfolio, backup?.id ?? '');
  expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('Test');
  portfolio.close();
});
