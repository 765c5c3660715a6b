/** The text of a calendar file, read event by event. What cannot be is told at its own event; the rest goes on. */
import ICAL from 'ical.js';
import { decode } from '../exchange/decode.ts';
import { ExchangeRefusal } from '../exchange/refusal.ts';
import type { ReadNote } from '../exchange/table.ts';
import { type CalendarEvent, type CalendarTime, calendarLimits, type Said } from './calendar-file.ts';
import { Clocks, type Component, timeOf, type Written } from './clock.ts';
import { ownZones } from './own-zones.ts';
import { attendeesOf, firstOf, type Horizon, recurrenceKey, repeatSaid, said, shortKey, startsOf, textOf, timeAt } from './read-event.ts';
import { Patience } from './repeat.ts';

export interface CalendarFile {
  readonly events: readonly CalendarEvent[];
  readonly notes: readonly ReadNote[];
}

/** The text of a file. @throws ExchangeRefusal when it is too large, or no calendar at all */
export function calendarText(bytes: Uint8Array): { readonly text: string; readonly notes: readonly ReadNote[] } {
  if (bytes.byteLength === 0) throw new ExchangeRefusal('importEmpty');
  if (bytes.byteLength > calendarLimits.file * 1024 * 1024) throw new ExchangeRefusal('tooLarge', { limit: calendarLimits.file });
  const { text, encoding } = decode(bytes);
  return { text, notes: encoding === 'utf-8' ? [] : [{ note: 'encoding', params: { encoding } }] };
}

function parse(text: string): Component[] {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text) || text.includes('\u0000')) throw new ExchangeRefusal('calendarForeign');
  const begun = (text.match(/^BEGIN:VEVENT\s*$/gim) ?? []).length;
  if (begun > calendarLimits.events) throw new ExchangeRefusal('calendarMany', { count: begun, limit: calendarLimits.events });
  if (!/^END:VCALENDAR\s*$/im.test(text.trimEnd().slice(-200))) throw new ExchangeRefusal('calendarCut');
  try {
    const data = ICAL.parse(text.trim().replace(/\r?\n/g, '\r\n')) as unknown[];
    return ((typeof data[0] === 'string' ? [data] : data) as never[]).map((one) => new ICAL.Component(one));
  } catch {
    throw new ExchangeRefusal('calendarUnreadable');
  }
}

class Reader {
  readonly #clocks: Clocks;
  readonly #horizon: Horizon;
  #times = 0;

  constructor(clocks: Clocks, horizon: Horizon) {
    this.#clocks = clocks;
    this.#horizon = horizon;
  }

  #take(times: readonly CalendarTime[]): readonly CalendarTime[] {
    this.#times += times.length;
    if (this.#times > calendarLimits.allTimes) throw new ExchangeRefusal('calendarTimes', { limit: calendarLimits.allTimes });
    return times;
  }

  /** What was moved or changed of a series, by the time that it had first. */
  #changed(uid: string, parts: readonly Component[], zone: string | null): Map<string, { time: CalendarTime; onwards: boolean }> {
    const found = new Map<string, { time: CalendarTime; onwards: boolean }>();
    for (const part of parts) {
      const was = timeOf(part, 'recurrence-id');
      const start = timeOf(part, 'dtstart');
      if (!was || !start) continue;
      const key = recurrenceKey(uid, this.#clocks.onClockOf(was, was.isDay ? null : zone), was.isDay);
      const onwards = part.getFirstProperty('recurrence-id')?.getFirstParameter('range') !== undefined;
      const time = timeAt(part, start, key, textOf(part, 'summary').slice(0, 300), this.#clocks);
      found.set(key, { time: onwards ? { ...time, said: [...time.said, said('onwards')], isDoubt: true } : time, onwards });
    }
    return found;
  }

  /** All that has one UID: an event, and its times that were changed. */
  event(uid: string, parts: readonly Component[]): CalendarEvent {
    const main = parts.find((part) => !part.getFirstProperty('recurrence-id'));
    const leading = (main ?? parts[0]) as Component;
    const attendees = attendeesOf(leading);
    const remarks: Said[] =
      leading.getAllProperties('attendee').length > calendarLimits.attendees ? [said('manyGuests', { limit: calendarLimits.attendees })] : [];
    const common = {
      uid,
      first: firstOf(leading),
      name: textOf(leading, 'summary').slice(0, 300),
      place: textOf(leading, 'location').slice(0, 2000) || null,
      categories: leading
        .getAllProperties('categories')
        .slice(0, 20)
        .flatMap((list) => (list.getValues() as unknown[]).map(String))
        .slice(0, 50),
      attendees,
    };
    const start = timeOf(leading, 'dtstart');
    const refused = (why: Said): CalendarEvent => ({ ...common, said: [...remarks, why], isRefused: true, times: [] });
    if (start === undefined) return refused(said('noDay'));
    if (start === null) return refused(said('noSuchDay'));
    const changed = this.#changed(
      uid,
      parts.filter((part) => part !== main),
      start.zone,
    );
    if (main === undefined) return { ...common, said: remarks, isRefused: false, times: this.#take([...changed.values()].map(({ time }) => time)) };
    try {
      return { ...common, isRefused: false, ...this.#series(main, start, common, changed, remarks) };
    } catch (error) {
      return refused(repeatSaid(error));
    }
  }

  #series(
    main: Component,
    start: Written,
    { uid, name }: { readonly uid: string; readonly name: string },
    changed: ReadonlyMap<string, { readonly time: CalendarTime }>,
    remarks: readonly Said[],
  ): { times: readonly CalendarTime[]; said: readonly Said[] } {
    const repeats = main.getFirstProperty('rrule') !== null || main.getFirstProperty('rdate') !== null;
    if (!repeats) return { times: this.#take([timeAt(main, start, uid, name, this.#clocks)]), said: remarks };
    const { starts, said: more } = startsOf(main, start, this.#horizon, this.#clocks);
    const times = starts.map((at) => {
      const key = recurrenceKey(uid, at.clock, at.isDay);
      return changed.get(key)?.time ?? timeAt(main, at, key, name, this.#clocks);
    });
    const known = new Set(times.map(({ key }) => key));
    // one that was moved out of what is looked at is a meeting all the same
    const moved = [...changed].flatMap(([key, { time }]) => (known.has(key) ? [] : [time]));
    const all = this.#take([...times, ...moved]);
    return { times: all, said: [...remarks, ...more, ...(all.length === 0 ? [said('noTimes')] : [])] };
  }
}

/**
 * @param lastDay what goes on without an end is taken in until this day
 * @throws ExchangeRefusal with a reason in plain words; nothing is half read
 */
export function readCalendar(text: string, lastDay: string): CalendarFile {
  const events = parse(text).flatMap((calendar) => {
    const reader = new Reader(new Clocks(ownZones(calendar)), { lastDay, patience: new Patience() });
    const parts = calendar.getAllSubcomponents('vevent');
    const byUid = Map.groupBy(parts, (part) => shortKey(textOf(part, 'uid')) || shortKey(`${textOf(part, 'summary')} ${textOf(part, 'dtstart')}`));
    return [...byUid].map(([uid, some]) => reader.event(uid, some));
  });
  if (events.length === 0) throw new ExchangeRefusal('calendarEmpty');
  return { events, notes: [] };
}
