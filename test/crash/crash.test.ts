/** kill -9 while writing, making and migrating, backing up, restoring: nothing that was acknowledged is lost, nothing is half. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { listBackups } from '../../db/safety/backup.ts';
import { refuseForeign, refuseUnsound } from '../../db/safety/open.ts';
import { makePortfolio } from '../../electron/host/portfolios.ts';
import { optionsIn, resources, temporaryFolder } from '../fixtures/portfolio.ts';

const rounds = process.env.SCHAKEL_LONG === '1' ? 500 : 25;
const child = join(import.meta.dirname, 'child.ts');

/** A generator of the same numbers every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Lets a child work and kills it after so many milliseconds from its first line; gives the lines it printed. */
function killed(what: string, file: string, folder: string, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, what, file, join(folder, 'data'), resources], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let wrong = '';
    running.stderr.on('data', (data) => {
      wrong += data;
    });
    running.stdout.on('data', (data) => {
      if (out === '') setTimeout(() => running.kill('SIGKILL'), after);
      out += data;
    });
    running.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`${what} ended by itself: ${wrong}`));
      // the last line may be cut off by the kill
      else resolve(out.split('\n').slice(1, -1));
    });
  });
}

function base(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'a.schakel');
  makePortfolio(file, 'A', 'empty', resources, optionsIn(folder)).close();
  return { folder, file };
}

function unitNames(file: string, folder: string): Set<string> {
  const portfolio = Portfolio.open(file, optionsIn(folder));
  const names = portfolio.connection.raw.prepare('SELECT name FROM unit').pluck().all() as string[];
  expect(portfolio.connection.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(portfolio.connection.raw.pragma('foreign_key_check')).toEqual([]);
  expect(portfolio.connection.raw.prepare('SELECT enabled FROM log_state').pluck().get()).toBe(0);
  portfolio.close();
  return new Set(names);
}

test(`${rounds} kills while writing lose nothing that was acknowledged`, async () => {
  const { folder, file } = base();
  const random = numbers(1);
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await killed('write', file, folder, 5 + random() * 120)));
    if (round % 10 !== 9 && round !== rounds - 1) continue;
    const there = unitNames(file, folder);
    expect(acknowledged.filter((name) => !there.has(name))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(rounds);
}, 3_600_000);

test('a control that acknowledges too early is caught', async () => {
  const { folder, file } = base();
  const random = numbers(2);
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round++) acknowledged.push(...(await killed('early', file, folder, 20 + random() * 80)));
  const there = unitNames(file, folder);
  expect(acknowledged.filter((name) => !there.has(name)).length).toBeGreaterThan(0);
}, 3_600_000);

test(`${rounds} kills while a file is made and migrated leave whole files, or ones that are refused and can be made again`, async () => {
  const random = numbers(3);
  for (let round = 0; round < rounds; round++) {
    const folder = temporaryFolder();
    await killed('migrate', join(folder, 'n'), folder, random() * 150);
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.schakel'))) {
      const file = join(folder, name);
      try {
        Portfolio.open(file, optionsIn(folder)).close();
      } catch (error) {
        expect(error).toMatchObject({ code: 'db_corrupt' });
      }
    }
    rmSync(folder, { recursive: true, force: true });
  }
}, 3_600_000);

test(`${rounds} kills while backing up leave only sound backups`, async () => {
  const { folder, file } = base();
  const random = numbers(4);
  for (let round = 0; round < rounds; round++) await killed('backup', file, folder, 20 + random() * 150);
  const portfolio = Portfolio.open(file, optionsIn(folder));
  const backups = listBackups(portfolio.backupFolder());
  expect(backups.length).toBeGreaterThan(0);
  for (const backup of backups) {
    refuseForeign(join(portfolio.backupFolder(), backup.id));
    refuseUnsound(join(portfolio.backupFolder(), backup.id), portfolio.migrations);
  }
  portfolio.close();
}, 3_600_000);

test(`${rounds} kills while restoring leave the old or the new portfolio, whole`, async () => {
  const { folder, file } = base();
  const random = numbers(5);
  for (let round = 0; round < rounds; round++) {
    await killed('restore', file, folder, 20 + random() * 200);
    const portfolio = Portfolio.open(file, optionsIn(folder));
    expect(portfolio.connection.raw.prepare('SELECT name FROM portfolio').pluck().get()).toBe('A');
    portfolio.close();
    for (const name of readdirSync(folder)) if (name.includes('voor terugzetten')) rmSync(join(folder, name));
  }
}, 3_600_000);
