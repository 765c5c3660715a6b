/** Times as a calendar writes them, and as Schakel does. */
import type ICAL from 'ical.js';
import { clockAt, HOME, momentOf, worldZone } from './zones.ts';

export type Component = InstanceType<typeof ICAL.Component>;
export type Property = InstanceType<typeof ICAL.Property>;

/** A time on some clock, in milliseconds as if that clock were UTC. */
export interface Written {
  readonly clock: number;
  readonly isDay: boolean;
  /** 'UTC', what the file calls the zone, or null: wherever one is. */
  readonly zone: string | null;
}

const form = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z?))?$/;

/** @returns null where it is no time: a day that is not there, or 25 o'clock */
export function readWritten(text: unknown, zone: string | null): Written | null {
  const match = typeof text === 'string' ? form.exec(text) : null;
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const clock = new Date(0).setUTCFullYear(year, month - 1, day);
  const date = new Date(clock);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60) return null;
  const isDay = match[4] === undefined;
  return { clock: clock + hour * 3_600_000 + minute * 60_000, isDay, zone: isDay ? null : match[7] === 'Z' ? 'UTC' : zone };
}

/** The times in a property: a day that repeats leaves out several in one line. */
export function timesOf(property: Property): (Written | null)[] {
  const [, params, , ...values] = property.jCal as unknown as [string, { tzid?: string }, string, ...unknown[]];
  return values.map((value) => readWritten(Array.isArray(value) ? value[0] : value, params.tzid ?? null));
}

export const timeOf = (component: Component, name: string): Written | null | undefined => {
  const property = component.getFirstProperty(name);
  return property ? (timesOf(property)[0] ?? null) : undefined;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** @example dayOf(Date.UTC(2024, 2, 12)) // '2024-03-12' */
export function dayOfClock(clock: number): string {
  const date = new Date(clock);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}
/** @example timeOfClock(Date.UTC(2024, 2, 12, 13, 30)) // '13:30' */
export function timeOfClock(clock: number): string {
  const date = new Date(clock);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/** How sure it is which hour is meant. */
export type ZoneSaid = 'sure' | 'floating' | 'elsewhere' | 'unknown' | 'disagrees';

export interface Home {
  /** What the clock says in the Netherlands. */
  readonly clock: number;
  readonly said: ZoneSaid;
  /** What it would be by the rules that the file has of its own. */
  readonly byFile?: number;
}

/** Turns the clocks of one file into that of the Netherlands. */
export class Clocks {
  /** The zones that the file describes itself: how far they are from UTC at a time on their clock. */
  readonly #own: ReadonlyMap<string, (clock: number) => number | null>;

  constructor(own: ReadonlyMap<string, (clock: number) => number | null>) {
    this.#own = own;
  }

  /** A name that only the file knows, or nobody. */
  home({ clock, isDay, zone }: Written): Home {
    if (isDay) return { clock, said: 'sure' };
    if (zone === null) return { clock, said: 'floating' };
    if (zone === 'UTC') return { clock: clockAt(HOME, clock), said: 'sure' };
    const world = worldZone(zone);
    const offset = this.#own.get(zone)?.(clock) ?? null;
    const byFile = offset === null ? null : clockAt(HOME, clock - offset);
    if (world === null) return byFile === null ? { clock, said: 'unknown' } : { clock: byFile, said: byFile === clock ? 'sure' : 'elsewhere' };
    const here = world === HOME ? clock : clockAt(HOME, momentOf(world, clock));
    if (byFile !== null && byFile !== here) return { clock: here, said: 'disagrees', byFile };
    return { clock: here, said: here === clock ? 'sure' : 'elsewhere' };
  }

  /** The same moment on the clock of another time, so that the two can be held beside each other. */
  onClockOf(written: Written, zone: string | null): number {
    if (written.isDay || written.zone === zone) return written.clock;
    const moment = this.#moment(written);
    if (zone === null) return clockAt(HOME, moment);
    if (zone === 'UTC') return moment;
    const world = worldZone(zone);
    if (world !== null) return clockAt(world, moment);
    const offset = this.#own.get(zone)?.(moment) ?? null;
    return offset === null ? clockAt(HOME, moment) : moment + offset;
  }

  #moment({ clock, zone }: Written): number {
    if (zone === 'UTC') return clock;
    const world = zone === null ? HOME : worldZone(zone);
    if (world !== null) return momentOf(world, clock);
    const offset = this.#own.get(zone as string)?.(clock) ?? null;
    return offset === null ? momentOf(HOME, clock) : clock - offset;
  }
}
