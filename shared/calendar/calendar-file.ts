/** A calendar file (.ics) as the meetings in it: each time that something takes place, on the clock in the Netherlands. */

/** More than this is no calendar of a team; what is refused is refused before it is read. */
export const calendarLimits = {
  /** Megabytes. */
  file: 10,
  /** As they stand in the file. */
  events: 5000,
  /** Of one event that repeats. */
  times: 400,
  /** Of all events together. */
  allTimes: 10_000,
  /** Guests of one event. */
  attendees: 300,
} as const;

export type Remark =
  | 'noDay'
  | 'noSuchDay'
  | 'endBefore'
  | 'floating'
  | 'elsewhere'
  | 'zoneUnknown'
  | 'zoneDisagrees'
  | 'cancelled'
  | 'endless'
  | 'cut'
  | 'tooOften'
  | 'repeatUnreadable'
  | 'onwards'
  | 'tooLong'
  | 'noTimes'
  | 'sameDay'
  | 'manyGuests';

export interface Said {
  readonly remark: Remark;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Attendee {
  readonly name: string;
  readonly mail: string | null;
  /** The guest said that they cannot come; that someone was there no calendar can know. */
  readonly declined: boolean;
}

export interface CalendarTime {
  /** What the calendar calls it: stays the same when it is moved. */
  readonly key: string;
  readonly name: string;
  readonly place: string | null;
  readonly day: string;
  /** Null: that day alone. */
  readonly lastDay: string | null;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly state: 'confirmed' | 'tentative' | 'cancelled';
  readonly attendees: readonly Attendee[];
  readonly said: readonly Said[];
  /** The person is to look at it first. */
  readonly isDoubt: boolean;
}

export interface CalendarEvent {
  readonly uid: string;
  /** The event that the series began with, where the file says that it is one of several (RFC 9253). */
  readonly first: string | null;
  readonly name: string;
  readonly place: string | null;
  readonly categories: readonly string[];
  readonly attendees: readonly Attendee[];
  readonly said: readonly Said[];
  readonly isRefused: boolean;
  readonly times: readonly CalendarTime[];
}
