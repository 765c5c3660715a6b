/** Out and in again: the same meetings in an empty copy, and nothing changes where they came from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import type { Output } from '../../shared/contract/index.ts';
import { addDays } from '../../shared/domain/edtf.ts';
import { bring, take } from '../exchange/exchange.ts';
import { dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';
import { bytesOf, calendarOf } from './calendar.ts';

const networkId = exampleId('02/network');
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-01-01', days));
const clock = fc
  .tuple(fc.integer({ min: 6, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
// what a title can have in it: signs that a calendar writes in its own way, and letters of more than a byte
const words = fc
  .array(fc.constantFrom('PLG', 'é', 'ontwerp; sessie', 'a,b', '\\n', 'over: "alles"', '🙂', 'BEGIN:VEVENT', '12'), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(' '));
const meeting = fc.record({
  name: words,
  start: day,
  when: fc.option(fc.record({ time: clock, minutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }) }), { nil: null }),
  place: fc.option(words, { nil: null }),
  held: fc.constantFrom('lapsed', 'as it is'),
  /** What has the same number is one series. */
  series: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
});

type Row = Output<'meeting.list'>['rows'][number];
const said = ({ name, start, end, time, minutes, place, standing }: Row) => JSON.stringify([start, time, name, end, minutes, place, standing]);
const rowsOf = async (portfolio: Portfolio, id: string) => (await value(portfolio, 'meeting.list', { networkId: id })).rows;
const seen = async (portfolio: Portfolio, id: string) => (await rowsOf(portfolio, id)).map(said).sort();
/** Which meetings belong together, each series as what is said in it. */
async function together(portfolio: Portfolio, networkId: string): Promise<string[]> {
  const rows = new Map((await rowsOf(portfolio, networkId)).map((row) => [row.id, row]));
  const heads = await Promise.all([...rows.keys()].map(async (id) => [(await value(portfolio, 'meeting.get', { id })).seriesId ?? id, id] as const));
  return [...Map.groupBy(heads, ([head]) => head).values()]
    .map((some) => JSON.stringify(some.map(([, id]) => said(rows.get(id) as Row)).sort()))
    .sort();
}

test('any meetings come back the same, and change nothing where they came from', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(meeting, { minLength: 1, maxLength: 12 }), async (all) => {
      const portfolio = temporaryPortfolio('empty');
      const { id } = await value(portfolio, 'network.create', { code: '20', name: 'Rekenen samen' });
      const heads = new Map<number, string>();
      for (const { name, start, when, place, held, series } of all) {
        const standing = held === 'lapsed' ? 'lapsed' : start > '2026-11-21' ? 'planned' : 'actual';
        const seriesId = series === null ? null : (heads.get(series) ?? null);
        const made = await value(portfolio, 'meeting.create', { networkId: id, name, start, place, standing, seriesId, ...when });
        if (series !== null && seriesId === null) heads.set(series, made.id);
      }
      const { bytes } = await take(portfolio, 'calendar.export', { networkId: id, format: 'ics' });
      const text = new TextDecoder().decode(bytes);
      expect(text.split('\r\n').filter((line) => new TextEncoder().encode(line).byteLength > 75)).toEqual([]);
      const before = dump(portfolio);
      const same = await bring(portfolio, 'calendar.import', { networkId: id, apply: true }, bytes);
      expect(same.counts).toMatchObject({ new: 0, changed: 0, same: all.length, doubt: 0, refused: 0 });
      expect(dump(portfolio)).toBe(before);
      const copy = temporaryPortfolio('empty');
      const other = await value(copy, 'network.create', { code: '20', name: 'Rekenen samen' });
      const first = await bring(copy, 'calendar.import', { networkId: other.id }, bytes);
      // what was cancelled comes in when it is asked for
      const choices = Object.fromEntries(first.events.map(({ key }) => [key, { take: true }]));
      await bring(copy, 'calendar.import', { networkId: other.id, apply: true, choices }, bytes);
      expect(await seen(copy, other.id)).toEqual(await seen(portfolio, id));
      expect(await together(copy, other.id)).toEqual(await together(portfolio, id));
      const twice = dump(copy);
      await bring(copy, 'calendar.import', { networkId: other.id, apply: true, choices }, bytes);
      expect(dump(copy)).toBe(twice);
      const again = await take(copy, 'calendar.export', { networkId: other.id, format: 'ics' });
      expect(new TextDecoder().decode(again.bytes).split('\r\n').sort()).toEqual(text.split('\r\n').sort());
    }),
    { numRuns: process.env.SCHAKEL_LONG === '1' ? 200 : 12 },
  );
});

test('a calendar that came in goes out and changes nothing when it comes in again', async () => {
  const portfolio = temporaryPortfolio('example');
  const series = ['UID:reeks', 'SUMMARY:PLG 4', 'DTSTART;TZID=Europe/London:20261103T123000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'];
  await bring(portfolio, 'calendar.import', { networkId, apply: true }, bytesOf(calendarOf([series])));
  const { bytes } = await take(portfolio, 'calendar.export', { networkId, format: 'ics' });
  const before = dump(portfolio);
  const { counts } = await bring(portfolio, 'calendar.import', { networkId, apply: true }, bytes);
  expect(counts).toMatchObject({ new: 0, changed: 0 });
  expect(dump(portfolio)).toBe(before);
  const { counts: first } = await bring(portfolio, 'calendar.import', { networkId, apply: true }, bytesOf(calendarOf([series])));
  expect(first).toMatchObject({ new: 0, changed: 0, same: 4 });
});

// catches: a series that falls apart where its first meeting is not in the file, or has been in another time
test('a series that comes in by halves becomes whole, also one that was drawn out here', async () => {
  const portfolio = temporaryPortfolio('example');
  const rule = ['UID:reeks', 'SUMMARY:PLG 4', 'DTSTART;TZID=Europe/Amsterdam:20260901T123000', 'RRULE:FREQ=WEEKLY;COUNT=3'];
  await bring(portfolio, 'calendar.import', { networkId, apply: true }, bytesOf(calendarOf([rule])));
  const head = (await rowsOf(portfolio, networkId)).find(({ start }) => start === '2026-09-01') as Row;
  await value(portfolio, 'series.create', { meetingId: head.id, everyWeeks: 4, times: 3 });
  const whole = await take(portfolio, 'calendar.export', { networkId, format: 'ics' });
  // each time is an event of its own, so that any calendar shows it
  const text = new TextDecoder().decode(whole.bytes);
  expect(text.match(/^DTSTART;TZID=\S+:2026\d{4}T123000/gm)).toHaveLength(6);
  expect(text.match(/^RELATED-TO;RELTYPE=FIRST:reeks\r$/gm)).toHaveLength(3);
  const later = await take(portfolio, 'calendar.export', { networkId, format: 'ics', from: '2026-09-20' });
  const copy = temporaryPortfolio('example');
  const seen = await bring(copy, 'calendar.import', { networkId }, whole.bytes);
  expect(seen.events.flatMap(({ remarks }) => remarks)).toEqual(Array(3).fill('Hoort bij de reeks die begint op 1 sep 2026.'));
  await bring(copy, 'calendar.import', { networkId, apply: true }, later.bytes);
  await bring(copy, 'calendar.import', { networkId, apply: true }, whole.bytes);
  const again = (await rowsOf(copy, networkId)).find(({ start }) => start === '2026-09-01') as Row;
  expect((await value(copy, 'series.list', { meetingId: again.id })).rows.map(({ start }) => start)).toEqual(
    (await value(portfolio, 'series.list', { meetingId: head.id })).rows.map(({ start }) => start),
  );
});

test('people are not in it unless that is asked, and what has no day is counted', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id } = await value(portfolio, 'meeting.create', { networkId, name: 'PLG 4', start: '2024-05-01', units: [exampleId('02/plg-4')] });
  await value(portfolio, 'meeting.create', { networkId, name: 'Ooit', start: '2024-05' });
  const person = (await value(portfolio, 'attendance.list', { meetingId: id })).rows[0]?.person;
  await value(portfolio, 'attendance.link', { meetingId: id, personIds: [person?.id as string], state: 'excused' });
  const plain = await take(portfolio, 'calendar.export', { networkId, format: 'ics' });
  expect(new TextDecoder().decode(plain.bytes)).not.toContain('ATTENDEE');
  const named = new TextDecoder().decode((await take(portfolio, 'calendar.export', { networkId, format: 'ics', people: true })).bytes);
  expect(named.replaceAll('\r\n ', '')).toContain(`ATTENDEE;CN="${person?.name}";PARTSTAT=DECLINED`);
  const { undated } = await bring(portfolio, 'calendar.export', { networkId, to: '-', format: 'ics' });
  expect(undated).toBeGreaterThan(0);
});
