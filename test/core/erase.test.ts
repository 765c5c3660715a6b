/** Erasing a person leaves no name behind: not in the file, not in the change log, not in the backups; undo stops there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPortfolio } from '../../db/safety/check.ts';
import { translator } from '../../shared/i18n/index.ts';
import { ask, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const NAME = 'Zonderlinge Naam';
const NICK = 'Zonderlinge Bijnaam';

test('a person who is erased is gone everywhere', async () => {
  const portfolio = temporaryPortfolio('example');
  const unit = portfolio.connection.raw.prepare("SELECT id FROM unit WHERE name = 'Kerngroep' LIMIT 1").pluck().get() as string;
  const { id } = await value(portfolio, 'person.create', { name: 'Iemand' });
  await value(portfolio, 'person.update', { id, name: NAME });
  await value(portfolio, 'otherName.create', { entityId: id, name: NICK });
  await value(portfolio, 'membership.create', { personId: id, containerId: unit, start: '2024' });
  await value(portfolio, 'backup.create', {});
  const folder = portfolio.backupFolder();
  const mentions = () =>
    [portfolio.file, ...readdirSync(folder).map((name) => join(folder, name))].filter((file) => {
      const bytes = readFileSync(file).toString('latin1');
      return bytes.includes(NAME) || bytes.includes(NICK);
    });
  portfolio.connection.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(mentions().length).toBe(2);

  const done = await value(portfolio, 'erasure.create', { personId: id });
  expect(done).toEqual({ records: 3, backups: 1 });
  expect(mentions()).toEqual([]);
  expect(portfolio.connection.history.nextUndo()).toBeNull();
  expect(portfolio.move('undo')).toBeNull();
  const check = checkPortfolio(portfolio.connection, { progress: () => undefined, checkpoint: () => undefined, t: translator('nl') });
  expect(check.problems).toEqual([]);

  await value(portfolio, 'person.create', { name: 'Nieuw' });
  expect(portfolio.connection.history.nextUndo()?.operation).toBe('person.create');
  expect(await ask(portfolio, 'erasure.create', { personId: unit })).toMatchObject({ ok: false });
});
