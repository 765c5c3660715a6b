/** When something that repeats takes place: never more than is asked for, and never longer than a moment's work. */
import ICAL from 'ical.js';
import type { Property } from './clock.ts';

/** Rules that never come true would search for ever: after so many days that were looked at it is enough. */
const MOST_LOOKED_AT = 10_000;
/** Further apart than this nobody plans a meeting. */
const LONGEST_INTERVAL = 400;

export class RepeatRefused extends Error {
  readonly why: 'tooOften' | 'unreadable';
  constructor(why: 'tooOften' | 'unreadable') {
    super(why);
    this.why = why;
  }
}

/** What is looked at is counted over a whole file: a thousand rules that never come true are no more work than one. */
export class Patience {
  #left: number;
  constructor(most = 100_000) {
    this.#left = most;
  }
  spend(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new RepeatRefused('unreadable');
  }
}

let spend: () => void = () => undefined;

/** The library's own, but whose every step forward is counted: it loops for ever over what never comes. */
class CountedIterator extends ICAL.RecurIterator {
  override increment_year(by: number): void {
    spend();
    super.increment_year(by);
  }
  override increment_month(): void {
    spend();
    super.increment_month();
  }
  override increment_monthday(by: number): void {
    spend();
    super.increment_monthday(by);
  }
}

const timeAt = (clock: number, isDay: boolean): InstanceType<typeof ICAL.Time> => {
  const date = new Date(clock);
  const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return new ICAL.Time({ ...parts, hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: 0, isDate: isDay }, ICAL.Timezone.localTimezone);
};
const clockOf = ({ year, month, day, hour, minute }: InstanceType<typeof ICAL.Time>): number =>
  new Date(0).setUTCFullYear(year, month - 1, day) + (hour * 60 + minute) * 60_000;

/** 30 February is not 1 March: the library rolls on where a day is not there. */
function isMeant({ month, day }: InstanceType<typeof ICAL.Time>, { parts }: InstanceType<typeof ICAL.Recur>): boolean {
  const months = parts.BYMONTH as readonly number[] | undefined;
  const days = parts.BYMONTHDAY as readonly number[] | undefined;
  return (months?.includes(month) ?? true) && (days === undefined || days.some((one) => one < 0) || days.includes(day));
}

export interface Bound {
  /** The last time on the clock that counts. */
  readonly until: number;
  readonly most: number;
  readonly patience: Patience;
}

export interface Repeated {
  readonly clocks: readonly number[];
  /** It goes on after the last one: without an end, or with one beyond the bound. */
  readonly goesOn: 'no' | 'endless' | 'cut';
}

/**
 * @param untilClock turns the rule's own end into the clock of the event
 * @throws RepeatRefused when it repeats within a day, or says what no calendar knows
 */
export function repeat(property: Property, first: number, isDay: boolean, bound: Bound, untilClock: (text: string) => number | null): Repeated {
  const rule = property.getFirstValue() as unknown as InstanceType<typeof ICAL.Recur>;
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(rule.freq))
    throw new RepeatRefused(/^(SECOND|MINUTE|HOUR)LY$/.test(rule.freq) ? 'tooOften' : 'unreadable');
  if (rule.interval > LONGEST_INTERVAL) throw new RepeatRefused('unreadable');
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((part) => part in rule.parts)) throw new RepeatRefused('tooOften');
  const own = rule.until === null || rule.until === undefined ? null : untilClock(String(rule.until));
  const endless = own === null && !rule.count;
  // the library compares its end with times of another zone; we hold it beside the clock ourselves
  rule.until = null as never;
  const last = own === null ? bound.until : Math.min(own, bound.until);
  return walk(rule, timeAt(first, isDay), { ...bound, until: last }, endless ? 'endless' : 'cut', own !== null && own <= bound.until);
}

function walk(
  rule: InstanceType<typeof ICAL.Recur>,
  dtstart: InstanceType<typeof ICAL.Time>,
  bound: Bound,
  after: 'endless' | 'cut',
  endsBefore: boolean,
): Repeated {
  let looked = 0;
  spend = () => {
    looked += 1;
    if (looked > MOST_LOOKED_AT) throw new RepeatRefused('unreadable');
    bound.patience.spend();
  };
  const clocks: number[] = [];
  try {
    const iterator = new CountedIterator({ rule, dtstart });
    for (let next = iterator.next(); next; next = iterator.next()) {
      const clock = clockOf(next);
      spend();
      if (!isMeant(next, rule)) continue;
      if (clock > bound.until) return { clocks, goesOn: endsBefore ? 'no' : after };
      if (clocks.length === bound.most) return { clocks, goesOn: after };
      clocks.push(clock);
    }
    return { clocks, goesOn: 'no' };
  } catch (error) {
    throw error instanceof RepeatRefused ? error : new RepeatRefused('unreadable');
  } finally {
    spend = () => undefined;
  }
}
