/** One event of a calendar, with all its times. */
import { plainLine } from '../domain/plain-text.ts';
import { type Attendee, type CalendarTime, calendarLimits, type Remark, type Said } from './calendar-file.ts';
import { type Clocks, type Component, dayOfClock, type Home, timeOf, timeOfClock, timesOf, type Written } from './clock.ts';
import { type Patience, RepeatRefused, repeat } from './repeat.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

export const said = (remark: Remark, params: Said['params'] = {}): Said => ({ remark, params });

const flat = (value: unknown): string => (Array.isArray(value) ? value.map(flat).filter(Boolean).join(', ') : plainLine(String(value ?? '')));
export const textOf = (component: Component, name: string): string => flat(component.getFirstProperty(name)?.getFirstValue());

/** A UID can be as long as a program likes; what is cut off is told apart by what it adds up to. */
export function shortKey(text: string): string {
  const plain = plainLine(text);
  if (plain.length <= 250) return plain;
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return `${plain.slice(0, 220)}~${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** @example recurrenceKey('abc', Date.UTC(2024, 2, 12, 13, 30), false) // 'abc 20240312T1330' */
export const recurrenceKey = (uid: string, clock: number, isDay: boolean): string => {
  const day = dayOfClock(clock).replaceAll('-', '');
  return isDay ? `${uid} ${day}` : `${uid} ${day}T${timeOfClock(clock).replace(':', '')}`;
};

/** Which event it comes after in its series. Other relations say nothing of that: the parent of an event can be a task. */
export function firstOf(event: Component): string | null {
  const first = event.getAllProperties('related-to').find((one) => String(one.getFirstParameter('reltype') ?? '').toUpperCase() === 'FIRST');
  return shortKey(String(first?.getFirstValue() ?? '')) || null;
}

const mailOf = (text: string): string | null => /^mailto:\s*([^\s?]+@[^\s?]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;

/** Who was asked; rooms and projectors are no guests. */
export function attendeesOf(event: Component): Attendee[] {
  return event
    .getAllProperties('attendee')
    .slice(0, calendarLimits.attendees)
    .filter((guest) => !['ROOM', 'RESOURCE'].includes(String(guest.getFirstParameter('cutype') ?? '').toUpperCase()))
    .map((guest) => {
      const mail = mailOf(String(guest.getFirstValue() ?? ''));
      const name = flat(guest.getFirstParameter('cn'))
        .replace(/^["']|["']$/g, '')
        .slice(0, 200);
      return { name: name || mail || '?', mail, declined: String(guest.getFirstParameter('partstat') ?? '').toUpperCase() === 'DECLINED' };
    });
}

interface Length {
  /** Null is not said. */
  readonly milliseconds: number | null;
  readonly endsBefore: boolean;
}

/** How long it takes: of what repeats the first time says it for all. */
function lengthOf(event: Component, clocks: Clocks): Length {
  const start = timeOf(event, 'dtstart');
  if (!start) return { milliseconds: null, endsBefore: false };
  const end = timeOf(event, 'dtend');
  if (end) {
    const length = clocks.onClockOf(end, start.zone) - start.clock;
    return { milliseconds: length < 0 || end.isDay !== start.isDay ? null : length, endsBefore: length < 0 };
  }
  const duration = event.getFirstProperty('duration')?.getFirstValue() as { toSeconds?: () => number } | null | undefined;
  const seconds = duration?.toSeconds?.();
  if (seconds === undefined || !Number.isFinite(seconds)) return { milliseconds: null, endsBefore: false };
  return { milliseconds: seconds < 0 ? null : seconds * 1000, endsBefore: seconds < 0 };
}

function zoneSaid({ said: how, clock, byFile }: Home, written: Written): Said[] {
  const zone = plainLine(written.zone ?? '').slice(0, 80);
  const there = timeOfClock(written.clock);
  if (how === 'floating') return [said('floating')];
  if (how === 'elsewhere') return [said('elsewhere', { zone, there, here: timeOfClock(clock) })];
  if (how === 'unknown') return [said('zoneUnknown', { zone, there })];
  if (how === 'disagrees') return [said('zoneDisagrees', { zone, here: timeOfClock(clock), other: timeOfClock(byFile as number) })];
  return [];
}

const stateOf = (event: Component): CalendarTime['state'] => {
  const status = textOf(event, 'status').toUpperCase();
  return status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed';
};

const MOST_MINUTES = 60 * 24 * 31;

/** One time of an event. @param start on its own clock */
export function timeAt(event: Component, start: Written, key: string, name: string, clocks: Clocks): CalendarTime {
  const home = clocks.home(start);
  const { milliseconds, endsBefore } = lengthOf(event, clocks);
  const tooLong = milliseconds !== null && milliseconds > MOST_MINUTES * MINUTE;
  const length = tooLong ? null : milliseconds;
  const day = dayOfClock(home.clock);
  // the end of a whole day is the day after; an evening that goes on after midnight is of one day
  const isLate = !start.isDay && length !== null && length < DAY;
  const last = length === null || length === 0 || isLate ? day : dayOfClock(home.clock + length - 1);
  const state = stateOf(event);
  const remarks = [
    ...zoneSaid(home, start),
    ...(endsBefore ? [said('endBefore')] : []),
    ...(tooLong ? [said('tooLong')] : []),
    ...(state === 'cancelled' ? [said('cancelled')] : []),
  ];
  return {
    key,
    name,
    place: textOf(event, 'location').slice(0, 2000) || null,
    day,
    lastDay: last > day ? last : null,
    time: start.isDay ? null : timeOfClock(home.clock),
    minutes: start.isDay || length === null || length === 0 || last > day ? null : Math.round(length / MINUTE),
    state,
    attendees: attendeesOf(event),
    said: remarks,
    isDoubt: home.said === 'unknown' || home.said === 'disagrees' || endsBefore || tooLong,
  };
}

export interface Horizon {
  /** The last day that is taken in of what goes on without an end. */
  readonly lastDay: string;
  readonly patience: Patience;
}

export interface Repeats {
  readonly starts: readonly Written[];
  readonly said: readonly Said[];
}

/** When an event begins, each time; what was left out of it is left out. @throws RepeatRefused */
export function startsOf(event: Component, first: Written, horizon: Horizon, clocks: Clocks): Repeats {
  const rules = event.getAllProperties('rrule').slice(0, 5);
  const until = Date.parse(`${horizon.lastDay}T00:00:00Z`) + DAY - 1;
  const bound = { until, most: calendarLimits.times, patience: horizon.patience };
  // an end without a time is that whole day
  const own = (text: string): number | null => {
    const end = /T/.test(text) ? Date.parse(text.endsWith('Z') ? text : `${text}Z`) : Date.parse(`${text}T00:00:00Z`) + DAY - 1;
    if (Number.isNaN(end)) return null;
    return text.endsWith('Z') ? clocks.onClockOf({ clock: end, isDay: false, zone: 'UTC' }, first.isDay ? null : first.zone) : end;
  };
  const repeated = rules.map((rule) => repeat(rule, first.clock, first.isDay, bound, own));
  const extra = event.getAllProperties('rdate').slice(0, calendarLimits.times).flatMap(timesOf);
  const left = event.getAllProperties('exdate').flatMap(timesOf);
  const onClock = (time: Written): number => clocks.onClockOf(time, first.isDay ? null : first.zone);
  const leftClocks = new Set(left.flatMap((time) => (time !== null && !time.isDay ? [onClock(time)] : [])));
  const leftDays = new Set(left.flatMap((time) => (time?.isDay ? [dayOfClock(time.clock)] : [])));
  const all = new Set([first.clock, ...repeated.flatMap(({ clocks: some }) => some), ...extra.flatMap((time) => (time ? [onClock(time)] : []))]);
  const starts = [...all]
    .filter((clock) => !leftClocks.has(clock) && !leftDays.has(dayOfClock(clock)))
    .sort((a, b) => a - b)
    .slice(0, calendarLimits.times)
    .map((clock) => ({ ...first, clock }));
  const goesOn = repeated.find((one) => one.goesOn !== 'no')?.goesOn;
  const lastDay = dayOfClock(starts.at(-1)?.clock ?? first.clock);
  return { starts, said: goesOn === undefined || goesOn === 'no' ? [] : [said(goesOn, { day: lastDay })] };
}

export const repeatSaid = (error: unknown): Said => {
  if (!(error instanceof RepeatRefused)) throw error;
  return said(error.why === 'tooOften' ? 'tooOften' : 'repeatUnreadable');
};
