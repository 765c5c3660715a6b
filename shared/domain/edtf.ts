/**
 * Half-known dates, to the precision that is known.
 *
 * The written form is EDTF level 1 (a year, month, day, season 21–24, with `~`, `?` or `%`), quarters 33–36, and from
 * level 2 the open set `[a..b]`: some time between a and b, where either side may be left out. A school year is the set
 * `[2023-08..2024-07]`, 'no later than 2024' is `[..2024]`. An end can also be `..`: it is still going. `null` is unknown.
 *
 * Source: Extended Date/Time Format, ISO 8601-2:2019.
 */

/** First and last day that a half-known date can mean, as `YYYY-MM-DD`; they are inclusive. */
export interface DayRange {
  readonly min: string;
  readonly max: string;
}

/** The day before which nothing is and after which everything is; they sort as text like every other day. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';
/** An end that is known to be still to come. */
export const OPEN_END = '..';

const simple = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;
const set = /^\[([^\].]*)\.\.([^\].]*)\]$/;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day as text; outside the years that a date can name it is the first or the last day there is, or texts would not sort. */
const dayText = (year: number, month: number, day: number): string =>
  year < 0 ? FIRST_DAY : year > 9999 ? LAST_DAY : `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

const monthsOf = (year: number, from: number, to: number): DayRange => {
  const shift = (month: number): [number, number] => (month > 12 ? [year + 1, month - 12] : month < 1 ? [year - 1, month + 12] : [year, month]);
  const [firstYear, first] = shift(from);
  const [lastYear, last] = shift(to);
  return { min: dayText(firstYear, first, 1), max: dayText(lastYear, last, daysInMonth(lastYear, last)) };
};

/** Seasons as the Dutch school year speaks of them: najaar is September to December, before the new year. */
const seasons: Record<number, readonly [number, number]> = { 21: [3, 6], 22: [6, 8], 23: [9, 12], 24: [12, 15] };

// not Date.UTC, which takes the year 50 for 1950
const dayNumber = (day: string): number =>
  new Date(0).setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
const fromDayNumber = (value: number): string => {
  const date = new Date(value * 86_400_000);
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** The day `days` later (earlier when negative). @example addDays('2024-02-28', 1) // '2024-02-29' */
export function addDays(day: string, days: number): string {
  return fromDayNumber(dayNumber(day) + days);
}

/** Days from one day to another, negative when that is earlier. @example daysBetween('2024-02-28', '2024-03-01') // 2 */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whether the text is a real day, `YYYY-MM-DD`. @example isDay('2023-02-31') // false */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function simpleRange(text: string): DayRange | null {
  const match = simple.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const part = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  let range: DayRange;
  if (part === undefined) range = monthsOf(year, 1, 12);
  else if (day !== undefined) {
    if (!isDay(`${match[1]}-${match[2]}-${match[3]}`)) return null;
    range = { min: `${match[1]}-${match[2]}-${match[3]}`, max: `${match[1]}-${match[2]}-${match[3]}` };
  } else if (part >= 1 && part <= 12) range = monthsOf(year, part, part);
  else if (part >= 21 && part <= 24) range = monthsOf(year, ...(seasons[part] as readonly [number, number]));
  else if (part >= 33 && part <= 36) range = monthsOf(year, (part - 33) * 3 + 1, (part - 33) * 3 + 3);
  else return null;
  if (match[4] === undefined) return range;
  // 'about' reaches as far again on both sides: about 2023 may be 2022 or 2024, about 12 March a day earlier
  if (part === undefined) return { min: monthsOf(year - 1, 1, 12).min, max: monthsOf(year + 1, 1, 12).max };
  if (day === undefined && part <= 12) return monthsOf(year, part - 1, part + 1);
  const width = dayNumber(range.max) - dayNumber(range.min) + 1;
  return { min: addDays(range.min, -width), max: addDays(range.max, width) };
}

/**
 * The days that a half-known date can mean.
 * @returns null when the text is not such a date
 * @example edtfRange('2023-10') // { min: '2023-10-01', max: '2023-10-31' }
 * @example edtfRange('[..2024]') // { min: '0000-01-01', max: '2024-12-31' }
 */
export function edtfRange(text: string): DayRange | null {
  const match = set.exec(text);
  if (!match) return simpleRange(text);
  const from = match[1] === '' ? { min: FIRST_DAY, max: FIRST_DAY } : simpleRange(match[1] as string);
  const to = match[2] === '' ? { min: LAST_DAY, max: LAST_DAY } : simpleRange(match[2] as string);
  if (!from || !to || (match[1] === '' && match[2] === '') || from.min > to.max) return null;
  return { min: from.min, max: to.max };
}

/** The four days that decide whether something is there: it starts between two of them and ends between the other two. */
export interface Bounds {
  readonly startMin: string;
  readonly startMax: string;
  readonly endMin: string;
  readonly endMax: string;
}

/**
 * The bounds of something with a half-known start and end.
 * An unknown start may be any day; an unknown end may be any day from the start; `..` is not before the last day.
 * @throws RangeError when a text is not a half-known date
 * @example bounds('2023', '..') // { startMin: '2023-01-01', startMax: '2023-12-31', endMin: '9999-12-31', endMax: '9999-12-31' }
 */
export function bounds(start: string | null, end: string | null): Bounds {
  const from = start === null ? { min: FIRST_DAY, max: LAST_DAY } : edtfRange(start);
  if (!from) throw new RangeError(`not a date: ${start}`);
  const to = end === OPEN_END ? { min: LAST_DAY, max: LAST_DAY } : end === null ? { min: from.min, max: LAST_DAY } : edtfRange(end);
  if (!to) throw new RangeError(`not a date: ${end}`);
  return { startMin: from.min, startMax: from.max, endMin: to.min, endMax: to.max };
}

/** Whether the end must lie before the start, however both are read. @example endsBeforeStart('2023-10-12', '2023-10') // false */
export function endsBeforeStart(start: string | null, end: string | null): boolean {
  const all = bounds(start, end);
  return all.endMax < all.startMin;
}

const isSimple = (text: string): boolean => !text.startsWith('[');

/** What is surely known, written as one of the dates where that says the same, else as a set. */
function asDate(range: DayRange, dates: readonly string[]): string {
  const known = dates.map((text) => ({ text, range: edtfRange(text) as DayRange }));
  const same = known.find((date) => date.range.min === range.min && date.range.max === range.max);
  if (same) return same.text;
  const written = (side: keyof DayRange): string =>
    known.find((date) => isSimple(date.text) && date.range[side] === range[side])?.text ?? range[side];
  if (range.min === FIRST_DAY) return `[..${written('max')}]`;
  return range.max === LAST_DAY ? `[${written('min')}..]` : `[${range.min}..${range.max}]`;
}

const rangesOf = (dates: readonly string[]): DayRange[] => dates.map((text) => edtfRange(text) as DayRange);
const allTheSame = (dates: readonly string[]): boolean => dates.every((date) => date === dates[0]);
const first = (days: readonly string[]): string => [...days].sort()[0] as string;
const last = (days: readonly string[]): string => [...days].sort().at(-1) as string;

/**
 * The earliest of half-known dates, as far as it is known.
 * @example earliestOf(['[..2024]', '2020']) // '[..2020]'
 */
export function earliestOf(dates: readonly string[]): string | null {
  if (allTheSame(dates)) return dates[0] ?? null;
  const ranges = rangesOf(dates);
  return asDate({ min: first(ranges.map((range) => range.min)), max: first(ranges.map((range) => range.max)) }, dates);
}

/** The latest of half-known dates, as far as it is known. @example latestOf(['2024-23', '2024-08']) // '2024-23' */
export function latestOf(dates: readonly string[]): string | null {
  if (allTheSame(dates)) return dates[0] ?? null;
  const ranges = rangesOf(dates);
  return asDate({ min: last(ranges.map((range) => range.min)), max: last(ranges.map((range) => range.max)) }, dates);
}

/** The school year that a day falls in: it starts on 1 August. @example schoolYearOf('2024-07-31') // '2023-2024' */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 8 ? `${pad(year, 4)}-${pad(year + 1, 4)}` : `${pad(year - 1, 4)}-${pad(year, 4)}`;
}
