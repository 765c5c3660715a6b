/** Half-known dates where they are put together: earliest, latest, how long, who came and went, who moved. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { membershipPresence, presence } from '../../db/repositories/presence.sql.ts';
import { addDays, bounds, earliestOf, edtfRange, endsBeforeStart, FIRST_DAY, LAST_DAY, latestOf } from '../../shared/domain/edtf.ts';
import { standings } from '../../shared/domain/lists.ts';
import { presenceAround, presenceOn, presenceWithin } from '../../shared/domain/presence.ts';
import { numbers } from '../fixtures/odd-input.ts';
import { ask, dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2024-07-31';

async function team(portfolio: Portfolio) {
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: unit } = await value(portfolio, 'unit.create', { networkId, name: 'A' });
  const { id: other } = await value(portfolio, 'unit.create', { networkId, name: 'B' });
  const { id: personId } = await value(portfolio, 'person.create', { name: 'Iemand' });
  const join = async (more: object, containerId = unit): Promise<string> =>
    (await value(portfolio, 'membership.create', { personId, containerId, ...more })).id;
  return { networkId, unit, other, personId, join };
}

const random = numbers(3);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const years = ['0000', '0001', '0050', '1999', '2023', '2024', '9998', '9999'];
const forms = ['', '-01', '-12', '-21', '-22', '-23', '-24', '-33', '-36', '-02-28', '-12-31'].flatMap((rest) => [rest, `${rest}~`, `${rest}?`]);
const simple = (): string => pick(years) + pick(forms);
const date = (): string => pick([simple, simple, () => `[${simple()}..]`, () => `[..${simple()}]`, () => `[${simple()}..${simple()}]`])();

test('every date means days that sort as text, from the first to the last there is', () => {
  for (let round = 0; round < 5000; round++) {
    const text = date();
    const range = edtfRange(text);
    if (range === null) continue;
    for (const day of [range.min, range.max]) expect(day, text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(range.min <= range.max, text).toBe(true);
    expect(range.min >= FIRST_DAY && range.max <= LAST_DAY, text).toBe(true);
  }
  expect(edtfRange('0050-03-12~')).toEqual({ min: '0050-03-11', max: '0050-03-13' });
  expect(addDays('0000-01-01', -1)).toBe(FIRST_DAY);
  expect(addDays('9999-12-31', 1)).toBe(LAST_DAY);
});

test('presence in SQL and in TypeScript agree for any dates', () => {
  const { raw } = temporaryPortfolio('empty').connection;
  const sql = raw
    .prepare(`SELECT ${presence('t')} FROM (SELECT @a AS start_min, @b AS start_max, @c AS end_min, @d AS end_max, @standing AS standing) AS t`)
    .pluck();
  for (let round = 0; round < 2000; round++) {
    const [start, end] = [pick([null, date()]), pick([null, '..', date()])];
    if ((start !== null && !edtfRange(start)) || (end !== null && end !== '..' && !edtfRange(end)) || endsBeforeStart(start, end)) continue;
    const four = bounds(start, end);
    const standing = pick(standings);
    const day = pick(['0000-01-01', '2023-09-01', '2024-07-31', '9999-12-31']);
    const said = sql.get({ at: day, a: four.startMin, b: four.startMax, c: four.endMin, d: four.endMax, standing });
    expect(said, `${start} ${end} ${standing} ${day}`).toBe(presenceOn({ ...four, standing }, day));
  }
});

// '..' is 'still going': years after a working group ended everyone was still said to be in it
test('someone is in a team no longer than the team is there, in every list and in the drawing', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, unit, personId, join } = await team(portfolio);
  const { id: role } = await value(portfolio, 'role.create', { name: 'Lid' });
  const { id: school } = await value(portfolio, 'organisation.create', { name: 'School' });
  await value(portfolio, 'seat.create', { containerId: unit, roleId: role, min: 2 });
  const id = await join({ start: '2018', end: '..', roles: [role], organisationId: school, appointed: true });
  const everywhere = async (day: string) => {
    const key = { networkId, at: day };
    const people = (count: { yes: number; perhaps: number } | undefined) => (count?.yes ? 'yes' : count?.perhaps ? 'perhaps' : 'no');
    const { counts } = await value(portfolio, 'network.measure', key);
    const { points } = await value(portfolio, 'attention.list', key);
    const seen = [
      (await value(portfolio, 'membership.list', { containerId: unit, at: day, ended: true })).rows[0]?.presence,
      (await value(portfolio, 'person.measure', { id: personId, at: day })).memberships[0]?.presence,
      (await value(portfolio, 'person.list', { ...key, ended: true })).rows[0]?.presence,
      (await value(portfolio, 'person.list', { at: day })).rows[0]?.presence,
      (await value(portfolio, 'diagram.get', { ...key, ended: true })).memberships[0]?.presence,
      people((await value(portfolio, 'unit.list', { ...key, ended: true })).units.find((row) => row.id === unit)?.people),
      people((await value(portfolio, 'role.list', { at: day })).rows[0]?.people),
      people((await value(portfolio, 'organisation.list', { at: day })).rows[0]?.people),
      people((await value(portfolio, 'network.list', { at: day })).networks[0]?.counts.people),
      people(counts.people),
      people(counts.appointed),
    ];
    const filled = (await value(portfolio, 'seat.list', key)).rows[0]?.filled;
    return { seen: [...new Set(seen)], filled, listed: points.find(({ what }) => what === 'start')?.of };
  };
  await value(portfolio, 'unit.update', { id: unit, start: '2015', end: '2021' });
  expect(await everywhere('2020-06-01')).toEqual({ seen: ['yes'], filled: 1, listed: 1 });
  expect(await everywhere('2021-06-01')).toEqual({ seen: ['perhaps'], filled: 1, listed: 1 });
  expect(await everywhere(at)).toEqual({ seen: ['no'], filled: 0, listed: 0 });
  await value(portfolio, 'unit.update', { id: unit, end: '..', standing: 'planned' });
  expect(await everywhere(at)).toEqual({ seen: ['perhaps'], filled: 1, listed: 1 });
  // nobody knows when the team began: who is surely in it shows that it has
  await value(portfolio, 'unit.update', { id: unit, start: null, end: '..', standing: 'actual' });
  expect(await everywhere(at)).toEqual({ seen: ['yes'], filled: 1, listed: 1 });
  // the record keeps what was said of it
  expect(await value(portfolio, 'membership.get', { id })).toMatchObject({ start: '2018', end: '..', standing: 'actual' });
});

test('a membership in a team is there by the same rule in SQL and in TypeScript; in a network it goes by its own dates', () => {
  const { raw } = temporaryPortfolio('empty').connection;
  const dates = (alias: string) =>
    `(SELECT 1 AS id, @${alias}a AS start_min, @${alias}b AS start_max, @${alias}c AS end_min, @${alias}d AS end_max, @${alias}s AS standing) AS ${alias}`;
  const inTeam = raw.prepare(`SELECT ${membershipPresence('it')} FROM ${dates('it')}, ${dates('team')}`).pluck();
  const inNetwork = raw.prepare(`SELECT ${membershipPresence('it', 'unit')} FROM ${dates('it')} LEFT JOIN unit ON 0`).pluck();
  const some = () => ({
    ...bounds(pick([null, '2023', '2024-07-31', '[..2024-07]', '2025']), pick([null, '..', '2023', '2025', '[2024..]'])),
    standing: pick(standings),
  });
  const named = (alias: string, of: ReturnType<typeof some>) => ({
    [`${alias}a`]: of.startMin,
    [`${alias}b`]: of.startMax,
    [`${alias}c`]: of.endMin,
    [`${alias}d`]: of.endMax,
    [`${alias}s`]: of.standing,
  });
  for (let round = 0; round < 500; round++) {
    const [own, team] = [some(), some()];
    const said = presenceWithin(presenceOn(own, at), presenceAround(team, at));
    expect(inTeam.get({ at, ...named('it', own), ...named('team', team) }), JSON.stringify([own, team])).toBe(said);
    expect(inNetwork.get({ at, ...named('it', own) })).toBe(presenceOn(own, at));
  }
});

test('the earliest and the latest of half-known dates are what is surely known of them', () => {
  expect(earliestOf(['2023', '2022-10'])).toBe('2022-10');
  expect(earliestOf(['2024-23', '2024-10'])).toBe('[2024-09-01..2024-10-31]');
  expect(earliestOf(['[..2024]', '2020'])).toBe('[..2020]');
  expect(earliestOf(['[..2024]', '2025'])).toBe('[..2024]');
  expect(earliestOf([])).toBeNull();
  expect(latestOf(['2024-23', '2024-10'])).toBe('[2024-10-01..2024-12-31]');
  expect(latestOf(['2024-23', '2024-08'])).toBe('2024-23');
  expect(latestOf(['[2020..]', '2024'])).toBe('[2024..]');
  expect(latestOf(['[..2019]', '2024'])).toBe('2024');
});

test('a list of people shows no later start than is known', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, other, join } = await team(portfolio);
  await join({ start: '[..2021]' });
  await join({ start: '2023' }, other);
  const { rows } = await value(portfolio, 'person.list', { networkId, at });
  expect(rows).toMatchObject([{ start: '[..2021]', end: '..' }]);
});

test('a move ends what lasts, never makes longer what ended, and keeps what is known', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { other, join } = await team(portfolio);
  const ended = await join({ start: '2020', end: '2022-07-31' });
  const before = dump(portfolio);
  expect(await ask(portfolio, 'membership.move', { id: ended, containerId: other, from: '2024-01-01' })).toMatchObject({
    ok: false,
    error: { code: 'conflict', details: { reason: 'alreadyEnded' } },
  });
  expect(dump(portfolio)).toBe(before);
  await value(portfolio, 'membership.update', { id: ended, end: '2024' });
  const { id } = await value(portfolio, 'membership.move', { id: ended, containerId: other, from: '2024-23' });
  expect(await value(portfolio, 'membership.get', { id: ended })).toMatchObject({ end: '2024-23' });
  expect(await value(portfolio, 'membership.get', { id })).toMatchObject({ start: '2024-23', end: '2024' });
  portfolio.move('undo');
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test('someone who goes to a team they come back to later is found there for any day of the date', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { other, join } = await team(portfolio);
  const id = await join({ start: '2020' });
  await join({ start: '2023-09', end: '2024-03' }, other);
  expect(await ask(portfolio, 'membership.move', { id, containerId: other, from: '2024' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

test('organisations as of a day: what they were part of, or hosted, before is not shown', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: school } = await value(portfolio, 'organisation.create', { name: 'School' });
  const { id: board } = await value(portfolio, 'organisation.create', { name: 'Bestuur' });
  await value(portfolio, 'organisationLink.create', { fromId: school, toId: board, kind: 'partOf', start: '2010', end: '2015' });
  await value(portfolio, 'unit.create', { networkId, name: 'Oud', hostId: school, start: '2010', end: '2015' });
  const row = async (day: string) => (await value(portfolio, 'organisation.list', { at: day })).rows.find((one) => one.id === school);
  expect(await row(at)).toMatchObject({ partOf: [], hosts: [] });
  expect(await row('2012-01-01')).toMatchObject({ partOf: [{ name: 'Bestuur' }], hosts: [{ name: 'Oud' }] });
});

test('statements come newest first by what their dates mean', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { unit } = await team(portfolio);
  for (const day of ['[..2019]', '2024-23', null, '2024-10-05', '2020']) await value(portfolio, 'statement.create', { entityId: unit, date: day });
  const { rows } = await value(portfolio, 'statement.list', { entityId: unit });
  expect(rows.map((row) => row.date)).toEqual(['2024-23', '2024-10-05', '2020', '[..2019]', null]);
});

test('a role that was removed does not hide the next one in the drawing', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, join } = await team(portfolio);
  const { id: first } = await value(portfolio, 'role.create', { name: 'Eerste' });
  const { id: second } = await value(portfolio, 'role.create', { name: 'Tweede' });
  await join({ roles: [first, second] });
  await value(portfolio, 'role.remove', { id: first });
  expect((await value(portfolio, 'diagram.get', { networkId, at })).memberships).toMatchObject([{ role: 'Tweede' }]);
});

// catches: two signs of one person in one team, after a merge or for two organisations
test('a person has one sign in a team in the drawing: the surest of several memberships', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id: personId } = await value(portfolio, 'person.create', { name: 'Docent 40' });
  const containerId = exampleId('02/plg-1');
  const { id: perhaps } = await value(portfolio, 'membership.create', { personId, containerId, start: null });
  const signs = async () => {
    const { memberships } = await value(portfolio, 'diagram.get', { networkId: exampleId('02/network'), at });
    return memberships.filter((row) => row.personId === personId).map(({ id, presence, appointed }) => ({ id, presence, appointed }));
  };
  expect(await signs()).toEqual([{ id: perhaps, presence: 'perhaps', appointed: false }]);
  const { id: sure } = await value(portfolio, 'membership.create', { personId, containerId, start: '2020' });
  expect(await signs()).toEqual([{ id: sure, presence: 'yes', appointed: false }]);
  await value(portfolio, 'membership.create', { personId, containerId, start: '2020', appointed: true });
  expect(await signs()).toEqual([{ id: sure, presence: 'yes', appointed: true }]);
});
