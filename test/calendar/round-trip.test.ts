/** Out and in again: the same meetings in an empty copy, and nothing changes where they came from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
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
});

const seen = async (portfolio: Portfolio, id: string) =>
  (await value(portfolio, 'meeting.list', { networkId: id })).rows
    .map(({ name, start, end, time, minutes, place, standing }) => JSON.stringify([start, time, name, end, minutes, place, standing]))
    .sort();

test('any meetings come back the same, and change nothing where they came from', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(meeting, { minLength: 1, maxLength: 12 }), async (all) => {
      const portfolio = temporaryPortfolio('empty');
      const { id } = await value(portfolio, 'network.create', { code: '20', name: 'Rekenen samen' });
      for (const { name, start, when, place, held } of all) {
        const standing = held === 'lapsed' ? 'lapsed' : start > '2026-11-21' ? 'planned' : 'actual';
        await value(portfolio, 'meeting.create', { networkId: id, name, start, place, standing, ...when });
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
