/** Meetings as a calendar file, that any calendar opens and Schakel reads back as the same meetings. */
import { addDays } from '../domain/edtf.ts';
import type { Standing } from '../domain/lists.ts';
import { dayOfClock, timeOfClock } from './clock.ts';
import { ownKey } from './plan-calendar.ts';
import { HOME, momentOf } from './zones.ts';

export interface OutMeeting {
  readonly id: string;
  readonly calendarKey: string | null;
  /** The first of its series; null where it is alone, or is itself the first. */
  readonly first: { readonly id: string; readonly calendarKey: string | null } | null;
  readonly name: string;
  /** A day: what is only half known has no place in a calendar. */
  readonly start: string;
  readonly end: string | null;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly standing: Standing;
  /** Names of its teams; they are how it is known again. */
  readonly teams: readonly string[];
  /** Only where people may be named. */
  readonly people: readonly { readonly name: string; readonly mail: string | null; readonly declined: boolean }[];
}

const escaped = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');
/** In quotation marks, which it cannot have in it. */
const quoted = (text: string): string => `"${text.replace(/["\r\n]/g, ' ')}"`;

const encoder = { length: (text: string): number => encodeURIComponent(text).replace(/%../g, 'x').length };

/** No line of a calendar is longer than 75 bytes; what is, goes on on the next. */
function folded(line: string): string {
  if (encoder.length(line) <= 75) return line;
  const lines: string[] = [];
  let now = '';
  for (const sign of line) {
    if (encoder.length(now + sign) > (lines.length === 0 ? 75 : 74)) {
      lines.push(now);
      now = '';
    }
    now += sign;
  }
  return [...lines, now].join('\r\n ');
}

const stamp = (clock: number): string => `${dayOfClock(clock).replaceAll('-', '')}T${timeOfClock(clock).replace(':', '')}00`;
const dayStamp = (day: string): string => day.replaceAll('-', '');
const clockOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`);

/** When a rule of summer time is written as it holds since 1996. */
const zone: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${HOME}`,
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** A plan that is past and was never said to be held stays in doubt; what is to come is in the calendar like any other. */
const statusOf = ({ standing, start }: OutMeeting, today: string): string =>
  standing === 'lapsed' ? 'CANCELLED' : standing === 'potential' || (standing === 'planned' && start <= today) ? 'TENTATIVE' : 'CONFIRMED';

interface Called {
  readonly uid: string;
  /** Which time of what repeats, as a calendar names it. */
  readonly time: string | null;
}

function called({ id, calendarKey }: Pick<OutMeeting, 'id' | 'calendarKey'>): Called {
  const match = /^(.*) (\d{8})(?:T(\d{4}))?$/.exec(calendarKey ?? '');
  if (!match) return { uid: calendarKey ?? ownKey(id), time: null };
  const [, uid = '', day = '', time] = match;
  return { uid, time: time === undefined ? `;VALUE=DATE:${day}` : `;TZID=${HOME}:${day}T${time}00` };
}

/**
 * Each meeting of a series stays an event of its own, that names the first: a rule with its exceptions would show in some
 * calendars a meeting at the time that it was moved from, and lists of days are read by few.
 */
function uidLines(meeting: OutMeeting): string[] {
  const { uid, time } = called(meeting);
  const first = meeting.first && called(meeting.first).uid;
  return [
    `UID:${escaped(uid)}`,
    ...(time === null ? [] : [`RECURRENCE-ID${time}`]),
    // what has the same name belongs together as it is
    ...(first === null || first === uid ? [] : [`RELATED-TO;RELTYPE=FIRST:${escaped(first)}`]),
  ];
}

function timeLines({ start, end, time, minutes }: OutMeeting): string[] {
  if (time === null) return [`DTSTART;VALUE=DATE:${dayStamp(start)}`, `DTEND;VALUE=DATE:${dayStamp(addDays(end ?? start, 1))}`];
  const clock = clockOf(start, time);
  const last = minutes === null ? [] : [`DTEND;TZID=${HOME}:${stamp(clock + minutes * 60_000)}`];
  // to the same hour of its last day; what ends at midnight would end a day sooner
  const until = end === null ? [] : [`DTEND;TZID=${HOME}:${stamp(clockOf(end, time) + (time === '00:00' ? 60_000 : 0))}`];
  return [`DTSTART;TZID=${HOME}:${stamp(clock)}`, ...(end === null ? last : until)];
}

function eventLines(meeting: OutMeeting, today: string): string[] {
  const { name, place, teams, people } = meeting;
  return [
    'BEGIN:VEVENT',
    ...uidLines(meeting),
    // the same meetings are the same file: a calendar asks for a moment, not for which
    `DTSTAMP:${stamp(momentOf(HOME, clockOf(meeting.start, meeting.time ?? '00:00')))}Z`,
    ...timeLines(meeting),
    `SUMMARY:${escaped(name)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    ...(teams.length === 0 ? [] : [`CATEGORIES:${teams.map(escaped).join(',')}`]),
    ...people.map(({ name: who, mail, declined }) => {
      const address = mail === null ? 'invalid:nomail' : `mailto:${mail.replace(/\s/g, '')}`;
      return `ATTENDEE;CN=${quoted(who)};PARTSTAT=${declined ? 'DECLINED' : 'NEEDS-ACTION'}:${address}`;
    }),
    `STATUS:${statusOf(meeting, today)}`,
    'END:VEVENT',
  ];
}

/** @param today tells a plan that is to come from one that is past */
export function writeCalendar(meetings: readonly OutMeeting[], today: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schakel//Schakel//NL',
    'CALSCALE:GREGORIAN',
    ...zone,
    ...meetings.flatMap((meeting) => eventLines(meeting, today)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
