/** What of a calendar would come in: what is new, what was changed there, and what is left; nothing is written here. */
import { foldName } from '../domain/alike.ts';
import type { Standing } from '../domain/lists.ts';
import type { LineState } from '../exchange/plan.ts';
import type { Attendee, CalendarEvent, CalendarTime, Said } from './calendar-file.ts';
import { type Guess, type KnownTeam, teamOfGuests, teamsInText } from './guess-team.ts';

/** A meeting that is there already. */
export interface KnownMeeting {
  readonly id: string;
  readonly calendarKey: string | null;
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly standing: Standing;
  readonly seriesId: string | null;
  readonly units: readonly string[];
  /** Whose presence was noted, whatever it was. */
  readonly marked: ReadonlySet<string>;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
}

export interface Known {
  readonly meetings: readonly KnownMeeting[];
  readonly teams: readonly KnownTeam[];
  readonly people: readonly KnownPerson[];
  /** Whether a person has a place in the network on a day, surely or perhaps. */
  readonly isHereOn: (personId: string, day: string) => boolean;
  /** The teams of the network that a person is in on a day, surely or perhaps. */
  readonly teamsOn: (personId: string, day: string) => readonly string[];
  readonly sizeOn: (team: string, day: string) => number;
  readonly today: string;
}

export interface Choice {
  readonly take?: boolean | undefined;
  readonly units?: readonly string[] | undefined;
}

export interface Choices {
  /** By the key of an event or of one of its times. */
  readonly of: Readonly<Record<string, Choice>>;
  /** Guests who said no are noted as excused. */
  readonly excused: boolean;
}

type Fields = Pick<KnownMeeting, 'name' | 'start' | 'end' | 'time' | 'minutes' | 'place' | 'standing'>;
export type Field = keyof Fields;

export interface PlannedTime {
  readonly time: CalendarTime;
  readonly state: LineState;
  readonly standing: Standing;
  /** The meeting that is there for it. */
  readonly known: KnownMeeting | null;
  /** What of it changes. */
  readonly changes: Partial<Fields>;
  /** Who said no, and was not noted yet. */
  readonly excused: readonly string[];
  readonly said: readonly Said[];
  readonly isTaken: boolean;
}

export interface PlannedEvent {
  readonly event: CalendarEvent;
  /** The event that its series began with; itself where it names no other. */
  readonly series: string;
  /** A meeting that is there already and that the series began with. */
  readonly head: KnownMeeting | null;
  readonly guests: readonly (Attendee & { readonly person: KnownPerson | null })[];
  readonly units: readonly string[];
  readonly guess: Guess;
  readonly times: readonly PlannedTime[];
}

/** One's own meetings that went out under this name come back as themselves. */
export const ownKey = (id: string): string => `${id}@schakel`;

class Guests {
  readonly #byMail: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly #byName: ReadonlyMap<string, readonly KnownPerson[]>;

  readonly #isHereOn: Known['isHereOn'];

  constructor({ people, isHereOn }: Known) {
    this.#isHereOn = isHereOn;
    this.#byMail = Map.groupBy(
      people.filter(({ mail }) => mail !== null),
      ({ mail }) => (mail as string).trim().toLowerCase(),
    );
    this.#byName = Map.groupBy(people, ({ name }) => foldName(name));
  }

  /** Only who it is without doubt: by address anyone, by name who is in the network on that day. */
  who({ name, mail }: Attendee, day: string): KnownPerson | null {
    const byMail = mail === null ? [] : (this.#byMail.get(mail) ?? []);
    if (byMail.length > 0) return byMail.length === 1 ? (byMail[0] as KnownPerson) : null;
    const folded = foldName(name);
    const byName = folded === '' ? [] : (this.#byName.get(folded) ?? []).filter(({ id }) => this.#isHereOn(id, day));
    return byName.length === 1 ? (byName[0] as KnownPerson) : null;
  }
}

/** Finds the meeting that is there for a time. */
class Shelf {
  readonly #byKey = new Map<string, KnownMeeting>();
  readonly #byEvent: ReadonlyMap<string, readonly KnownMeeting[]>;
  readonly #byDay: ReadonlyMap<string | null, readonly KnownMeeting[]>;

  constructor(meetings: readonly KnownMeeting[]) {
    for (const meeting of meetings) {
      this.#byKey.set(ownKey(meeting.id), meeting);
      if (meeting.calendarKey !== null) this.#byKey.set(meeting.calendarKey, meeting);
    }
    this.#byEvent = Map.groupBy(
      meetings.filter(({ calendarKey }) => calendarKey !== null),
      ({ calendarKey }) => (calendarKey as string).replace(/ \d{8}(T\d{4})?$/, ''),
    );
    this.#byDay = Map.groupBy(meetings, ({ start }) => start);
  }

  /** Also where one event became several, or several one: then by its day. */
  find(uid: string, { key, day }: CalendarTime): KnownMeeting | null {
    const same = this.#byKey.get(key);
    if (same) return same;
    const of = this.#byEvent.get(uid)?.find((meeting) => meeting.start === day && (meeting.calendarKey === uid || key === uid));
    return of ?? null;
  }

  /** The meeting that an event is, or the first of its times. */
  first(uid: string): KnownMeeting | null {
    return this.#byKey.get(uid) ?? this.#byEvent.get(uid)?.[0] ?? null;
  }

  ofEvent(uid: string): readonly KnownMeeting[] {
    return this.#byEvent.get(uid) ?? [];
  }

  /** Noted by hand on the same day, of the same team. */
  alike(day: string, units: readonly string[]): KnownMeeting | undefined {
    return this.#byDay.get(day)?.find((meeting) => meeting.calendarKey === null && meeting.units.some((unit) => units.includes(unit)));
  }
}

function standingOf({ state, day }: CalendarTime, known: KnownMeeting | null, today: string): Standing {
  if (state === 'cancelled') return 'lapsed';
  if (known) return known.standing;
  return day > today || state === 'tentative' ? 'planned' : 'actual';
}

function changesOf(time: CalendarTime, name: string, standing: Standing, known: KnownMeeting | null): Partial<Fields> {
  const wanted: Fields = { name, start: time.day, end: time.lastDay, time: time.time, minutes: time.minutes, place: time.place, standing };
  if (!known) return wanted;
  // what only Schakel knows stays: a calendar without a place or a length says nothing of them
  const differs = ([field, value]: [string, unknown]) => known[field as Field] !== value && (value !== null || field === 'time');
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}

class Planner {
  readonly #known: Known;
  readonly #choices: Choices;
  readonly #guests: Guests;
  readonly #shelf: Shelf;
  readonly #met = new Set<string>();

  constructor(known: Known, choices: Choices) {
    this.#known = known;
    this.#choices = choices;
    this.#guests = new Guests(known);
    this.#shelf = new Shelf(known.meetings);
  }

  #teams(event: CalendarEvent, people: readonly KnownPerson[]): { units: readonly string[]; guess: Guess } {
    const chosen = this.#choices.of[event.uid]?.units;
    if (chosen !== undefined) return { units: chosen, guess: 'chosen' };
    const before = this.#shelf.ofEvent(event.uid).find(({ units }) => units.length > 0);
    if (before) return { units: before.units, guess: 'before' };
    const named = teamsInText([event.name, ...event.categories].join(' \u0001 '), this.#known.teams);
    if (named.length > 0) return { units: named, guess: 'title' };
    const day = event.times[0]?.day ?? this.#known.today;
    const teamsOf = people.map(({ id }) => this.#known.teamsOn(id, day));
    const sizes = new Map([...new Set(teamsOf.flat())].map((team) => [team, this.#known.sizeOn(team, day)]));
    const units = teamOfGuests(teamsOf, sizes);
    return { units, guess: units.length > 0 ? 'people' : 'none' };
  }

  #time(event: CalendarEvent, time: CalendarTime, units: readonly string[], unnamed: string): PlannedTime {
    const found = this.#shelf.find(event.uid, time);
    // a file can have the same event twice
    const known = found && !this.#met.has(found.id) ? found : null;
    if (known) this.#met.add(known.id);
    const standing = standingOf(time, known, this.#known.today);
    const changes = changesOf(time, time.name || unnamed, standing, known);
    const other = known ? undefined : this.#shelf.alike(time.day, units);
    const said: Said[] = [...time.said, ...(other ? [{ remark: 'sameDay' as const, params: { name: other.name } }] : [])];
    const isDoubt = time.isDoubt || other !== undefined;
    const excused = this.#choices.excused
      ? [...new Set(time.attendees.flatMap((guest) => (guest.declined ? (this.#guests.who(guest, time.day)?.id ?? []) : [])))].filter(
          (id) => !known?.marked.has(id),
        )
      : [];
    const news: LineState = known === null ? 'new' : Object.keys(changes).length > 0 || excused.length > 0 ? 'changed' : 'same';
    const take = this.#choices.of[time.key]?.take ?? this.#choices.of[event.uid]?.take;
    // what is cancelled and was never there is nothing to note; who asks for it gets it
    const wants = take ?? (!isDoubt && !(known === null && time.state === 'cancelled'));
    const state: LineState = news === 'same' ? 'same' : wants ? news : isDoubt && take === undefined ? 'doubt' : 'skipped';
    return { time, state, standing, known, changes, excused, said, isTaken: wants && news !== 'same' };
  }

  event(event: CalendarEvent, series: string, unnamed: string): PlannedEvent {
    const day = event.times[0]?.day ?? this.#known.today;
    const guests = event.attendees.map((guest) => ({ ...guest, person: this.#guests.who(guest, day) }));
    const people = guests.flatMap(({ person }) => (person ? [person] : []));
    const { units, guess } = this.#teams(event, people);
    return {
      event,
      series,
      head: this.#shelf.first(series),
      guests,
      units,
      guess,
      times: event.times.map((time) => this.#time(event, time, units, unnamed)),
    };
  }
}

/** Who names whom as its first can be a chain; a ring has no first. */
function seriesOf({ uid }: CalendarEvent, firsts: ReadonlyMap<string, string | null>): string {
  const met = new Set([uid]);
  let at = uid;
  for (let next = firsts.get(at) ?? null; next !== null; next = firsts.get(at) ?? null) {
    if (met.has(next)) return uid;
    met.add(next);
    at = next;
  }
  return at;
}

/** @param unnamed what an event without a title is called */
export function planCalendar(events: readonly CalendarEvent[], known: Known, choices: Choices, unnamed: string): PlannedEvent[] {
  const planner = new Planner(known, choices);
  const firsts = new Map(events.map(({ uid, first }) => [uid, first]));
  return events.map((event) => planner.event(event, seriesOf(event, firsts), unnamed));
}
