/** Erasing a person leaves no name behind: not in the file, not in the change log, not in the backups; undo stops there. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { checkPortfolio } from '../../db/safety/check.ts';
import { translator } from '../../shared/i18n/index.ts';
import { ask, temporaryFolder, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

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

/** A person of whom there is something nearly everywhere that a name can hide. */
async function spread(portfolio: Portfolio): Promise<{ id: string; unit: string }> {
  const unit = portfolio.connection.raw.prepare("SELECT id FROM unit WHERE name = 'Kerngroep' LIMIT 1").pluck().get() as string;
  const { id } = await value(portfolio, 'person.create', { name: NAME });
  return { id, unit };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const mentions = (folder: string): string[] =>
  filesIn(folder).filter((file) => readFileSync(file).includes(NAME) || readFileSync(file).includes(NICK));

test('also what is said of what someone no longer has, backups that only remember, and copies by other names', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('example', folder);
  const { id, unit } = await spread(portfolio);
  // said of a membership that is gone since
  const { id: membership } = await value(portfolio, 'membership.create', { personId: id, containerId: unit, start: '2024' });
  await value(portfolio, 'statement.create', { entityId: membership, value: `${NICK} wilde weg` });
  await value(portfolio, 'membership.remove', { id: membership });
  // a backup in which the person is only in the change log
  await value(portfolio, 'person.remove', { id });
  await value(portfolio, 'backup.create', {});
  portfolio.move('undo');
  // a file that was set aside, one of a killed restore, and one of a killed backup
  const { backups } = await value(portfolio, 'backup.list', {});
  await value(portfolio, 'backup.import', { id: backups[0]?.id ?? '' });
  portfolio.move('undo');
  copyFileSync(portfolio.file, `${portfolio.file}-restoring`);
  copyFileSync(portfolio.file, join(portfolio.backupFolder(), 'unfinished-1.schakel'));
  portfolio.connection.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(mentions(folder).length).toBeGreaterThan(4);

  await value(portfolio, 'erasure.create', { personId: id });
  expect(mentions(folder)).toEqual([]);
});

// catches: a name that was taken out of a text and is still in the history of that text
test('what was typed about the person and taken away again is forgotten too', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('example', folder);
  const { id, unit } = await spread(portfolio);
  await value(portfolio, 'otherName.create', { entityId: id, name: NICK });
  await value(portfolio, 'unit.update', { id: unit, note: `Vraag het ${NAME.toUpperCase()}, of "${NICK}".` });
  await value(portfolio, 'backup.create', {});
  await value(portfolio, 'unit.update', { id: unit, note: 'Vraag het de coördinator.' });
  await value(portfolio, 'erasure.create', { personId: id });
  const all = filesIn(folder).map((file) => readFileSync(file).toString('latin1').toLowerCase());
  // the backup was made while it stood there: what a text says is not touched, also not in a copy
  expect(all.filter((text) => text.includes(NAME.toLowerCase()) || text.includes(NICK.toLowerCase()))).toHaveLength(1);
  expect(await value(portfolio, 'unit.get', { id: unit })).toMatchObject({ note: 'Vraag het de coördinator.' });
});

test('a backup that is damaged does not keep a name, nor keep the rest from being erased', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('example', folder);
  const { id } = await spread(portfolio);
  const first = await value(portfolio, 'backup.create', {});
  await value(portfolio, 'backup.create', {});
  const damaged = join(portfolio.backupFolder(), first.id);
  const bytes = readFileSync(damaged);
  bytes.fill(0xff, 4096 * 3, 4096 * 60);
  writeFileSync(damaged, bytes);
  await value(portfolio, 'erasure.create', { personId: id });
  expect(mentions(folder)).toEqual([]);
});

test('someone who was removed before can still be erased', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('example', folder);
  const { id } = await spread(portfolio);
  await value(portfolio, 'person.remove', { id });
  await value(portfolio, 'erasure.create', { personId: id });
  expect(mentions(folder)).toEqual([]);
  expect(await ask(portfolio, 'erasure.create', { personId: id })).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('who was made one with this person goes too, from the log and the backups', async () => {
  const folder = temporaryFolder();
  const portfolio = temporaryPortfolio('example', folder);
  const { id } = await spread(portfolio);
  const { id: intoId } = await value(portfolio, 'person.create', { name: 'Iemand anders' });
  await value(portfolio, 'backup.create', {});
  await value(portfolio, 'person.link', { id, intoId, fields: [] });
  await value(portfolio, 'erasure.create', { personId: intoId });
  expect(mentions(folder)).toEqual([]);
});

test('a relation of which the only end was the person goes too', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id, unit } = await spread(portfolio);
  const networkId = portfolio.connection.raw.prepare('SELECT network_id FROM unit WHERE id = ?').pluck().get(unit) as string;
  const ends = { networkId, kind: 'advises', from: [{ entityId: id, roleId: null }], to: [{ entityId: unit, roleId: null }] };
  const { id: relation } = await value(portfolio, 'relation.create', ends);
  const before = (await value(portfolio, 'entity.check', { id })).goes;
  expect(before).toContainEqual({ kind: 'relation', count: 1 });
  await value(portfolio, 'erasure.create', { personId: id });
  expect(await ask(portfolio, 'relation.get', { id: relation })).toMatchObject({ ok: false });
});
