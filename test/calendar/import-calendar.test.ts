/** A calendar into a network: teams guessed, nothing doubled, one step back. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { bring, outcomeOf } from '../exchange/exchange.ts';
import { ask, dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';
import { bytesOf, calendarOf } from './calendar.ts';

const networkId = exampleId('02/network');
const plg = exampleId('02/plg-4');

const series = [
  'UID:reeks-1',
  'SUMMARY:PLG 4 ontwerpsessie',
  'LOCATION:School 4',
  'DTSTART;TZID=Europe/Amsterdam:20261103T133000',
  'DTEND;TZID=Europe/Amsterdam:20261103T150000',
  'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3',
];
const file = (...events: (readonly string[])[]) => bytesOf(calendarOf(events));
const meetings = async (portfolio: Portfolio) =>
  (await value(portfolio, 'meeting.list', { networkId })).rows
    .filter(({ start }) => start?.startsWith('2026'))
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));

test('a series comes in with its team, once, and goes back in one step', async () => {
  const portfolio = temporaryPortfolio('example');
  const before = dump(portfolio);
  const seen = await bring(portfolio, 'calendar.import', { networkId }, file(series));
  expect(seen.applied).toBe(false);
  expect(dump(portfolio)).toBe(before);
  expect(seen.events[0]).toMatchObject({ guess: 'title', units: [{ id: plg }], times: [{ state: 'new' }, { state: 'new' }, { state: 'new' }] });
  const done = await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series));
  expect(done.counts).toMatchObject({ new: 3, changed: 0 });
  const rows = await meetings(portfolio);
  // today is 21 November 2026: what is still to come is a plan
  expect(rows.map(({ start, time, minutes, place, standing, units }) => [start, time, minutes, place, standing, units.map(({ id }) => id)])).toEqual([
    ['2026-11-03', '13:30', 90, 'School 4', 'actual', [plg]],
    ['2026-11-17', '13:30', 90, 'School 4', 'actual', [plg]],
    ['2026-12-01', '13:30', 90, 'School 4', 'planned', [plg]],
  ]);
  const [first, ...rest] = await Promise.all(rows.map(({ id }) => value(portfolio, 'meeting.get', { id })));
  expect([first?.seriesId, ...rest.map((row) => row.seriesId)]).toEqual([null, first?.id, first?.id]);
  const after = dump(portfolio);
  const again = await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series));
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  expect(dump(portfolio)).toBe(after);
  // with one more in it, the step says that it was one
  const more = ['UID:los', 'SUMMARY:PLG 4 extra', 'DTSTART;TZID=Europe/Amsterdam:20261208T160000'];
  await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series, [...more, 'DTEND;TZID=Europe/Amsterdam:20261208T170000']));
  expect(portfolio.connection.history.nextUndo()).toMatchObject({ operation: 'calendar.import', params: { count: 1 } });
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(after);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test('what moved in the calendar moves, what was cancelled lapses, and what was written in Schakel stays', async () => {
  const portfolio = temporaryPortfolio('example');
  await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series));
  const [, second] = await meetings(portfolio);
  await value(portfolio, 'meeting.update', { id: second?.id as string, note: 'Met de poster', minutes: 75, creationScore: 3 });
  const moved = [
    'UID:reeks-1',
    'RECURRENCE-ID;TZID=Europe/Amsterdam:20261117T133000',
    'SUMMARY:PLG 4 elders',
    'DTSTART;TZID=Europe/Amsterdam:20261118T090000',
  ];
  const off = [
    'UID:reeks-1',
    'RECURRENCE-ID;TZID=Europe/Amsterdam:20261201T133000',
    'DTSTART;TZID=Europe/Amsterdam:20261201T133000',
    'STATUS:CANCELLED',
  ];
  const seen = await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series, moved, [...off, 'SUMMARY:PLG 4 ontwerpsessie']));
  expect(seen.events[0]?.times.map(({ state, changes }) => [state, changes.map(({ field }) => field)])).toEqual([
    ['same', []],
    ['changed', ['name', 'start', 'time']],
    ['changed', ['standing']],
  ]);
  const rows = await meetings(portfolio);
  expect(rows.map(({ start, time, name, standing }) => [start, time, name, standing])).toEqual([
    ['2026-11-03', '13:30', 'PLG 4 ontwerpsessie', 'actual'],
    ['2026-11-18', '09:00', 'PLG 4 elders', 'actual'],
    ['2026-12-01', '13:30', 'PLG 4 ontwerpsessie', 'lapsed'],
  ]);
  expect(await value(portfolio, 'meeting.get', { id: second?.id as string })).toMatchObject({ note: 'Met de poster', minutes: 75, creationScore: 3 });
});

test('guests show which team it is; who said no is excused, and nobody is ever present', async () => {
  const portfolio = temporaryPortfolio('example');
  const { rows } = await value(portfolio, 'membership.list', { containerId: plg, at: '2024-05-01' });
  const [one, two, three] = rows;
  await value(portfolio, 'person.update', { id: one?.personId as string, mail: 'een@voorbeeld.nl' });
  const guest = (name: string, mail: string, state: string) => `ATTENDEE;CN="${name}";PARTSTAT=${state}:mailto:${mail}`;
  const event = [
    'UID:los',
    'SUMMARY:Overleg',
    'DTSTART:20240501T120000Z',
    guest('Iemand', 'EEN@voorbeeld.nl', 'ACCEPTED'),
    guest(two?.person as string, 'twee@voorbeeld.nl', 'DECLINED'),
    guest(three?.person as string, 'drie@voorbeeld.nl', 'TENTATIVE'),
    guest('Onbekende gast', 'wie@voorbeeld.nl', 'DECLINED'),
  ];
  const people = (await value(portfolio, 'person.list', { networkId, at: '2024-05-01' })).rows.length;
  const seen = await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(event));
  expect(seen.events[0]).toMatchObject({ guess: 'people', units: [{ id: plg }] });
  expect(seen.events[0]?.guests.map(({ person }) => person?.id ?? null)).toEqual([one?.personId, two?.personId, three?.personId, null]);
  const meetingId = (await value(portfolio, 'meeting.list', { networkId, from: '2024-05-01', to: '2024-05-01' })).rows[0]?.id as string;
  const marks = (await value(portfolio, 'attendance.list', { meetingId })).rows.filter(({ state }) => state !== null);
  expect(marks.map(({ person, state }) => [person.id, state])).toEqual([[two?.personId, 'excused']]);
  expect((await value(portfolio, 'person.list', { networkId, at: '2024-05-01' })).rows).toHaveLength(people);
  const without = temporaryPortfolio('example');
  const plain = await bring(without, 'calendar.import', { networkId, apply: true, excused: false }, file(event));
  expect(plain.events[0]?.times[0]?.excused).toEqual([]);
});

test('what is chosen holds: another team, one left out, a doubt taken', async () => {
  const portfolio = temporaryPortfolio('example');
  const [, other] = (await value(portfolio, 'unit.list', { networkId, at: '2026-11-21' })).units;
  const doubt = ['UID:vreemd', 'SUMMARY:Onbekende zone', 'DTSTART;TZID=Middenaarde:20261110T100000'];
  const seen = await bring(portfolio, 'calendar.import', { networkId }, file(series, doubt));
  expect(seen.events[1]?.times[0]?.state).toBe('doubt');
  const second = seen.events[0]?.times[1]?.key as string;
  const choices = { 'reeks-1': { units: [other?.id] }, [second]: { take: false }, vreemd: { take: true, units: [] } };
  await bring(portfolio, 'calendar.import', { networkId, apply: true, choices }, file(series, doubt));
  const rows = await meetings(portfolio);
  expect(rows.map(({ start, units }) => [start, units.map(({ id }) => id)])).toEqual([
    ['2026-11-03', [other?.id]],
    ['2026-11-10', []],
    ['2026-12-01', [other?.id]],
  ]);
});

// catches: a meeting that is noted by hand and comes in again from the calendar
test('a meeting of the team on the same day is asked about', async () => {
  const portfolio = temporaryPortfolio('example');
  await value(portfolio, 'meeting.create', { networkId, name: 'Zelf genoteerd', units: [plg], start: '2026-11-17' });
  const seen = await bring(portfolio, 'calendar.import', { networkId, apply: true }, file(series));
  expect(seen.events[0]?.times.map(({ state }) => state)).toEqual(['new', 'doubt', 'new']);
  expect(seen.events[0]?.times[1]?.remarks.join()).toContain('Zelf genoteerd');
  expect(await meetings(portfolio)).toHaveLength(3);
});

test('what cannot be is refused, and nothing changed', async () => {
  const portfolio = temporaryPortfolio('example');
  const before = dump(portfolio);
  const { outcome } = await outcomeOf(portfolio, 'calendar.import', { networkId, apply: true }, bytesOf('geen agenda'));
  expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { reason: 'calendarForeign' } } });
  expect(await ask(portfolio, 'calendar.import', {})).toMatchObject({ ok: false });
  expect(dump(portfolio)).toBe(before);
});
