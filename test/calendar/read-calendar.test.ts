/** Calendars as they come: every zone, every way to repeat, and what is no calendar at all. */
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../shared/calendar/calendar-file.ts';
import { calendarText, readCalendar } from '../../shared/calendar/read-calendar.ts';
import { ExchangeRefusal } from '../../shared/exchange/refusal.ts';
import { bytesOf, calendarOf, zoneOf } from './calendar.ts';

const LAST = '2028-07-31';
const event = (lines: readonly string[], more: readonly string[] = []): CalendarEvent =>
  readCalendar(calendarOf([['UID:een', 'SUMMARY:Overleg', ...lines]], more), LAST).events[0] as CalendarEvent;
const whenOf = ({ times }: CalendarEvent): string[] => times.map(({ day, time }) => `${day} ${time ?? '-'}`);
const saidOf = ({ said, times }: CalendarEvent): string[] => [...said, ...times.flatMap((time) => time.said)].map(({ remark }) => remark);

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ExchangeRefusal) return error.reason;
    throw error;
  }
  return 'taken';
};

describe('the clock', () => {
  // catches: summer time that is forgotten, or taken twice
  it.each([
    ['DTSTART:20240312T123000Z', '2024-03-12 13:30', []],
    ['DTSTART:20240612T113000Z', '2024-06-12 13:30', []],
    ['DTSTART;TZID=Europe/Amsterdam:20240612T133000', '2024-06-12 13:30', []],
    ['DTSTART;TZID=W. Europe Standard Time:20240612T133000', '2024-06-12 13:30', []],
    ['DTSTART;TZID="Romance Standard Time":20241212T133000', '2024-12-12 13:30', []],
    ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20240612T133000', '2024-06-12 13:30', []],
    ['DTSTART;TZID=Europe/London:20240612T133000', '2024-06-12 14:30', ['elsewhere']],
    ['DTSTART;TZID=GMT Standard Time:20240112T133000', '2024-01-12 14:30', ['elsewhere']],
    ['DTSTART;TZID=America/New_York:20240612T200000', '2024-06-13 02:00', ['elsewhere']],
    ['DTSTART:20240612T133000', '2024-06-12 13:30', ['floating']],
    ['DTSTART;TZID=Middenaarde/Gouw:20240612T133000', '2024-06-12 13:30', ['zoneUnknown']],
    ['DTSTART;TZID=CET:20240612T133000', '2024-06-12 13:30', ['zoneUnknown']],
    ['DTSTART;VALUE=DATE:20240612', '2024-06-12 -', []],
  ] as const)('%s', (line, when, said) => {
    const read = event([line]);
    expect(whenOf(read)).toEqual([when]);
    expect(saidOf(read)).toEqual(said);
    expect(read.times[0]?.isDoubt).toBe(said.some((one) => one === 'zoneUnknown'));
  });

  it('a zone that only the file knows is read as the file says', () => {
    const read = event(['DTSTART;TZID=Kantoor:20240612T133000'], zoneOf('Kantoor'));
    expect([whenOf(read), saidOf(read)]).toEqual([['2024-06-12 13:30'], []]);
    const far = event(['DTSTART;TZID=Kantoor:20240112T133000'], zoneOf('Kantoor', '-0500', '-0400'));
    expect([whenOf(far), saidOf(far)]).toEqual([['2024-01-12 19:30'], ['elsewhere']]);
  });

  // catches: an hour that shifts without a word
  it('a zone that the file says something else of is a question', () => {
    const read = event(['DTSTART;TZID=Europe/Amsterdam:20240612T133000'], zoneOf('Europe/Amsterdam', '+0200', '+0300'));
    expect(whenOf(read)).toEqual(['2024-06-12 13:30']);
    expect(read.times[0]?.said[0]).toEqual({ remark: 'zoneDisagrees', params: { zone: 'Europe/Amsterdam', here: '13:30', other: '12:30' } });
    expect(read.times[0]?.isDoubt).toBe(true);
    const same = event(['DTSTART;TZID=W. Europe Standard Time:20240612T133000'], zoneOf('W. Europe Standard Time'));
    expect(saidOf(same)).toEqual([]);
  });

  it('how long it takes, and when it lasts days', () => {
    expect(event(['DTSTART:20240312T123000Z', 'DTEND:20240312T140000Z']).times[0]?.minutes).toBe(90);
    expect(event(['DTSTART:20240312T123000Z', 'DURATION:PT1H15M']).times[0]?.minutes).toBe(75);
    expect(event(['DTSTART;TZID=Europe/Amsterdam:20240312T133000', 'DTEND:20240312T140000Z']).times[0]?.minutes).toBe(90);
    expect(event(['DTSTART;VALUE=DATE:20240612', 'DTEND;VALUE=DATE:20240613']).times[0]).toMatchObject({ lastDay: null, minutes: null });
    expect(event(['DTSTART;VALUE=DATE:20240612', 'DTEND;VALUE=DATE:20240614']).times[0]).toMatchObject({ day: '2024-06-12', lastDay: '2024-06-13' });
    const back = event(['DTSTART:20240312T123000Z', 'DTEND:20240312T110000Z']);
    expect([back.times[0]?.minutes, saidOf(back), back.times[0]?.isDoubt]).toEqual([null, ['endBefore'], true]);
  });
});

describe('what repeats', () => {
  const weekly = ['DTSTART;TZID=Europe/Amsterdam:20240311T133000', 'DTEND;TZID=Europe/Amsterdam:20240311T150000'];

  // catches: an hour that shifts when summer time begins
  it('keeps its hour over summer time, its exceptions and its end', () => {
    const read = event([...weekly, 'RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE;TZID=Europe/Amsterdam:20240318T133000', 'EXDATE:20240401T113000Z']);
    expect(whenOf(read)).toEqual(['2024-03-11 13:30', '2024-03-25 13:30', '2024-04-08 13:30']);
    expect(new Set(read.times.map(({ key }) => key)).size).toBe(3);
    const until = event([...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20240401T113000Z']);
    expect(whenOf(until).at(-1)).toBe('2024-04-01 13:30');
    expect(saidOf(until)).toEqual([]);
  });

  it('takes what was moved where it went, and what was cancelled as cancelled', () => {
    const text = calendarOf([
      ['UID:een', 'SUMMARY:PLG', ...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3'],
      ['UID:een', 'SUMMARY:PLG op reis', 'RECURRENCE-ID;TZID=Europe/Amsterdam:20240318T133000', 'DTSTART;TZID=Europe/Amsterdam:20240319T090000'],
      ['UID:een', 'SUMMARY:PLG', 'RECURRENCE-ID:20240325T123000Z', 'DTSTART:20240325T123000Z', 'STATUS:CANCELLED'],
    ]);
    const read = readCalendar(text, LAST).events;
    expect(read).toHaveLength(1);
    expect(read[0]?.times.map(({ day, time, name, state }) => [day, time, name, state])).toEqual([
      ['2024-03-11', '13:30', 'PLG', 'confirmed'],
      ['2024-03-19', '09:00', 'PLG op reis', 'confirmed'],
      ['2024-03-25', '13:30', 'PLG', 'cancelled'],
    ]);
  });

  it('without an end it stops at the horizon, and says so', () => {
    const read = event(['DTSTART:20260105T123000Z', 'RRULE:FREQ=MONTHLY;BYDAY=1MO']);
    expect(whenOf(read).at(-1)).toBe('2028-07-03 14:30');
    expect(read.said).toEqual([{ remark: 'endless', params: { day: '2028-07-03' } }]);
    const far = event([...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20400101T000000Z']);
    expect(saidOf(far)).toEqual(['cut']);
  });

  // catches: a rule that is worked out for ever
  it.each([
    ['RRULE:FREQ=SECONDLY', 'tooOften'],
    ['RRULE:FREQ=MINUTELY;COUNT=100000000', 'tooOften'],
    ['RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3', 'tooOften'],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'repeatUnreadable'],
    ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'repeatUnreadable'],
    ['RRULE:FREQ=DAILY;INTERVAL=1000000000', 'repeatUnreadable'],
    ['RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15,16,17', 'repeatUnreadable'],
    ['RRULE:FREQ=DAILY', 'endless'],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO;INTERVAL=53;BYMONTH=2', 'endless'],
    ['RRULE:FREQ=YEARLY;BYYEARDAY=366;INTERVAL=3', 'endless'],
  ])('%s', (rule, remark) => {
    const start = performance.now();
    const read = event(['DTSTART:20240311T123000Z', rule]);
    expect(saidOf(read)).toContain(remark);
    expect(read.times.length).toBeLessThanOrEqual(400);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('what never comes again took place once', () => {
    expect(whenOf(event(['DTSTART:20240311T123000Z', 'RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31']))).toEqual(['2024-03-11 13:30']);
  });

  it('a thousand rules that never come true are no more work than one', () => {
    const start = performance.now();
    const lines = Array.from({ length: 1000 }, (_none, at) => [`UID:${at}`, 'DTSTART:00010101T123000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']);
    const read = readCalendar(calendarOf(lines), LAST);
    expect(read.events.every(({ isRefused }) => isRefused)).toBe(true);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('what is wrong', () => {
  it('with one event is told there; the others go on', () => {
    const { events } = readCalendar(
      calendarOf([
        ['UID:1', 'SUMMARY:Geen dag'],
        ['UID:2', 'SUMMARY:31 februari', 'DTSTART;VALUE=DATE:20240231'],
        ['UID:3', 'SUMMARY:Onzin', 'DTSTART:gisteren'],
        ['UID:4', 'SUMMARY:Goed', 'DTSTART:20240312T123000Z'],
      ]),
      LAST,
    );
    expect(events.map((one) => [one.name, one.isRefused, one.said[0]?.remark])).toEqual([
      ['Geen dag', true, 'noDay'],
      ['31 februari', true, 'noSuchDay'],
      ['Onzin', true, 'noSuchDay'],
      ['Goed', false, undefined],
    ]);
  });

  // catches: half a file that is read as if it were whole
  it('with the file is refused in words', () => {
    const good = calendarOf([['UID:1', 'DTSTART:20240312T123000Z']]);
    expect(refusal(() => readCalendar('Naam;Datum\nPLG;12-3-2024', LAST))).toBe('calendarForeign');
    expect(refusal(() => readCalendar('<html></html>', LAST))).toBe('calendarForeign');
    expect(refusal(() => readCalendar(good.slice(0, good.length - 20), LAST))).toBe('calendarCut');
    expect(refusal(() => readCalendar(good.replace('END:VEVENT\r\n', ''), LAST))).toBe('calendarUnreadable');
    expect(refusal(() => readCalendar(calendarOf([]), LAST))).toBe('calendarEmpty');
    expect(refusal(() => calendarText(new Uint8Array(0)))).toBe('importEmpty');
    expect(refusal(() => calendarText(new Uint8Array(50 * 1024 * 1024)))).toBe('tooLarge');
    expect(refusal(() => readCalendar(good, LAST))).toBe('taken');
  });

  it('a hundred thousand events are refused at once', () => {
    const text = calendarOf(Array.from({ length: 100_000 }, (_none, at) => [`UID:${at}`, 'DTSTART:20240312T123000Z']));
    const start = performance.now();
    expect(refusal(() => readCalendar(text, LAST))).toBe('calendarMany');
    expect(performance.now() - start).toBeLessThan(1000);
    const daily = calendarOf(Array.from({ length: 200 }, (_none, at) => [`UID:${at}`, 'DTSTART:20240312T123000Z', 'RRULE:FREQ=DAILY']));
    expect(refusal(() => readCalendar(daily, LAST))).toBe('calendarTimes');
  });

  it('letters of an older program are read, and it is said', () => {
    const bytes = bytesOf(calendarOf([['UID:1', 'SUMMARY:Caf#', 'DTSTART:20240312T123000Z']])).map((byte) => (byte === 0x23 ? 0xe9 : byte));
    const { text, notes } = calendarText(bytes);
    expect(readCalendar(text, LAST).events[0]?.name).toBe('Café');
    expect(notes).toEqual([{ note: 'encoding', params: { encoding: 'windows-1252' } }]);
  });

  it('a name of ten thousand signs is a key that fits, and another one is another', () => {
    const long = 'x'.repeat(10_000);
    const { events } = readCalendar(
      calendarOf([
        [`UID:${long}a`, 'DTSTART:20240312T123000Z'],
        [`UID:${long}b`, 'DTSTART:20240312T123000Z'],
      ]),
      LAST,
    );
    expect(events).toHaveLength(2);
    expect(events.every(({ uid }) => uid.length <= 280)).toBe(true);
  });
});
