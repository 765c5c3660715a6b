/** When a thing of the timeline was: what is sure of it, and between which days it may have been. */
import type { Output } from '../contract/index.ts';
import { bounds, edtfRange, FIRST_DAY, LAST_DAY, OPEN_END } from '../domain/edtf.ts';

export type Timeline = Output<'timeline.list'>;
export type TimelineRow = Timeline['rows'][number];
type Dates = Pick<TimelineRow, 'kind' | 'start' | 'end' | 'fundedUntil'>;

/** Days as `YYYY-MM-DD`, inclusive; the first and the last day there is stand for 'not known how early, how late'. */
export interface Span {
  /** A moment that is known as far as it is, or a stretch of time. */
  readonly isMoment: boolean;
  /** The earliest and the latest that it can have been. */
  readonly from: string;
  readonly to: string;
  /** The part that is sure; there is none where the first is after the second. Of a moment always none. */
  readonly sureFrom: string;
  readonly sureTo: string;
  /** Known to go on. */
  readonly isOpen: boolean;
}

const lasts = new Set<TimelineRow['kind']>(['membership', 'phase', 'embedding']);
/** Whether it is said when it ended or will end. */
export const isEnd = (end: string | null): end is string => end !== null && end !== OPEN_END;

/** Whether it has any date to draw it by. That something made is still there says nothing of when it came. */
export const isDated = ({ start, end, fundedUntil }: Dates): boolean => start !== null || isEnd(end) || isEnd(fundedUntil);

/**
 * @returns null where nothing of when it was is known
 * @example spanOf({ kind: 'meeting', start: '2024-03', end: null, fundedUntil: null }) // a moment from 1 to 31 March
 */
export function spanOf(row: Dates): Span | null {
  if (!isDated(row)) return null;
  const { start, end } = row;
  if (!lasts.has(row.kind) && !(start !== null && isEnd(end))) {
    const { min, max } = edtfRange(start ?? (end as string)) ?? { min: FIRST_DAY, max: LAST_DAY };
    return { isMoment: true, from: min, to: max, sureFrom: LAST_DAY, sureTo: FIRST_DAY, isOpen: false };
  }
  const { startMin, startMax, endMin, endMax } = bounds(start, end);
  // of who came and of whom nobody said that they left, the way is on until the day that somebody does
  return { isMoment: false, from: startMin, to: endMax, sureFrom: startMax, sureTo: endMin, isOpen: end === OPEN_END };
}

/** The days of a span that are known, to lay the drawing out by. */
export const knownDays = (row: TimelineRow): readonly string[] => {
  const span = spanOf(row);
  const funded = isEnd(row.fundedUntil) ? edtfRange(row.fundedUntil) : null;
  const days = [...(span ? [span.from, span.to] : []), ...(funded ? [funded.min, funded.max] : [])];
  if (span && !span.isMoment) days.push(span.sureFrom, span.sureTo);
  return days.filter((day) => day !== FIRST_DAY && day !== LAST_DAY);
};

/** Whether any of it falls, or may fall, between two days. */
export function isWithin(row: TimelineRow, from: string, until: string): boolean {
  const span = spanOf(row);
  if (!span) return false;
  const funded = isEnd(row.fundedUntil) ? edtfRange(row.fundedUntil) : null;
  return (span.from <= until && span.to >= from) || (funded !== null && funded.min <= until && funded.max >= from);
}
