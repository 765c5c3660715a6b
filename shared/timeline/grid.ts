/** School years, quarters or months across the drawing, and where a day lies. */
import { addDays, daysBetween, FIRST_DAY, LAST_DAY } from '../domain/edtf.ts';
import { formatEdtf } from '../domain/format-date.ts';
import type { Language } from '../i18n/index.ts';

export interface Column {
  readonly from: string;
  readonly until: string;
  readonly label: string;
  /** px */
  readonly x: number;
  readonly width: number;
  /** A school year begins here. */
  readonly isYear: boolean;
}

export interface Grid {
  readonly from: string;
  readonly until: string;
  /** px */
  readonly left: number;
  readonly right: number;
  readonly columns: readonly Column[];
  /** Where a day begins, within the drawing; px. */
  x(day: string): number;
  /** Where a day ends; px. */
  after(day: string): number;
}

const AUGUST = 8;
/** In months. */
const steps = [1, 3, 12, 24, 60, 120, 300, 600, 1200, 6000, 12_000] as const;
/** px, so that its name has room. */
const LEAST = { month: 62, longer: 70 } as const;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
/** Months since August of the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - AUGUST;
function firstOf(month: number): string {
  const at = month + AUGUST - 1;
  const year = Math.floor(at / 12);
  return year < 0 ? FIRST_DAY : year > 9999 ? LAST_DAY : `${pad(year, 4)}-${pad((((at % 12) + 12) % 12) + 1, 2)}-01`;
}

/** First and last day of the school year of a day. @example schoolYearDays('2024-03-01') // ['2023-08-01', '2024-07-31'] */
export function schoolYearDays(day: string): readonly [string, string] {
  const month = monthOf(day);
  const first = month - (((month % 12) + 12) % 12);
  const next = firstOf(first + 12);
  return [firstOf(first), next === LAST_DAY ? LAST_DAY : addDays(next, -1)];
}

function labelOf(month: number, step: number, isFirst: boolean, language: Language): string {
  const day = firstOf(month);
  if (step >= 12) return `${pad(Number(day.slice(0, 4)), 4)}-${pad(Number(day.slice(0, 4)) + step / 12, 4)}`;
  const words = formatEdtf(day.slice(0, 7), language);
  return step === 3 || isFirst || day.slice(5, 7) === '01' ? words : words.slice(0, -5);
}

/**
 * A grid of whole columns from one day up to another.
 * @param left px; right px
 */
export function gridOf(from: string, until: string, left: number, right: number, language: Language): Grid {
  const whole = Math.max(1, daysBetween(from, until) + 1);
  const room = Math.max(1, right - left);
  const clamp = (x: number): number => Math.min(right, Math.max(left, x));
  const at = (days: number): number => left + (days / whole) * room;
  const x = (day: string): number => clamp(at(daysBetween(from, day)));
  const after = (day: string): number => clamp(at(daysBetween(from, day) + 1));
  const [first, last] = [monthOf(from), monthOf(until)];
  const step = steps.find((size) => (room * size) / (last - first + 1) >= (size === 1 ? LEAST.month : LEAST.longer)) ?? 12_000;
  const columns: Column[] = [];
  for (let month = Math.floor(first / step) * step; month <= last; month += step) {
    const [begin, next] = [firstOf(month), firstOf(month + step)];
    const end = next === LAST_DAY ? LAST_DAY : addDays(next, -1);
    const [x0, x1] = [x(begin), after(end)];
    columns.push({
      from: begin < from ? from : begin,
      until: end > until ? until : end,
      label: labelOf(month, step, columns.length === 0, language),
      x: x0,
      width: x1 - x0,
      isYear: step >= 12 || ((month % 12) + 12) % 12 === 0,
    });
  }
  return { from, until, left, right, columns, x, after };
}
