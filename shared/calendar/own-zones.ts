/** The zones that a calendar file describes itself, in VTIMEZONE: what its clock is ahead of UTC, and since when. */
import { type Component, readWritten } from './clock.ts';
import { Patience, repeat } from './repeat.ts';

interface Change {
  readonly since: number;
  readonly offset: number;
}

const DAY = 86_400_000;

/** '+0100' and '+01:00' in milliseconds. */
function offsetOf(part: Component, name: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})(?::?\d{2})?$/.exec(String(part.getFirstProperty(name)?.getFirstValue() ?? ''));
  if (!match) return null;
  const size = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return size > 16 * 3_600_000 ? null : match[1] === '-' ? -size : size;
}

/** When a part began to hold, in the years around a time. */
function changesOf(part: Component, clock: number, patience: Patience): Change[] {
  const offset = offsetOf(part, 'tzoffsetto');
  const start = readWritten(part.getFirstProperty('dtstart')?.jCal[3], null);
  if (offset === null || start === null) return [];
  const rule = part.getFirstProperty('rrule');
  if (!rule || start.clock > clock) return [{ since: start.clock, offset }];
  // summer time is every year the same: it need not be counted from 1601
  const near = new Date(start.clock);
  near.setUTCFullYear(Math.max(near.getUTCFullYear(), new Date(clock).getUTCFullYear() - 2));
  const { clocks } = repeat(
    rule,
    near.getTime(),
    false,
    { until: clock + DAY, most: 10, patience },
    (text) => readWritten(text, null)?.clock ?? null,
  );
  return [start.clock, ...clocks].map((since) => ({ since, offset }));
}

function zoneOf(zone: Component, patience: Patience): (clock: number) => number | null {
  const parts = [...zone.getAllSubcomponents('standard'), ...zone.getAllSubcomponents('daylight')].slice(0, 200);
  const known = new Map<number, number | null>();
  const find = (clock: number): number | null => {
    try {
      const changes = parts.flatMap((part) => changesOf(part, clock, patience));
      const held = changes.filter(({ since }) => since <= clock).sort((a, b) => b.since - a.since)[0];
      if (held) return held.offset;
      const first = parts[0];
      return first === undefined ? null : (offsetOf(first, 'tzoffsetfrom') ?? null);
    } catch {
      return null;
    }
  };
  return (clock) => {
    let offset = known.get(clock);
    if (offset === undefined) {
      offset = find(clock);
      known.set(clock, offset);
    }
    return offset;
  };
}

/** By what the file calls them. */
export function ownZones(calendar: Component): ReadonlyMap<string, (clock: number) => number | null> {
  const patience = new Patience();
  return new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .slice(0, 200)
      .map((zone) => [String(zone.getFirstProperty('tzid')?.getFirstValue() ?? ''), zoneOf(zone, patience)]),
  );
}
