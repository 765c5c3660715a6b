/** What of a network is drawn: each thing in the lanes that it stands in, with where it lies and what it is called. */
import { type TimelinePart, YIELDS_LANE } from '../contract/timeline.ts';
import { addDays, edtfRange, FIRST_DAY, LAST_DAY } from '../domain/edtf.ts';
import type { Translate } from '../i18n/index.ts';
import type { Grid } from './grid.ts';
import { isEnd, isWithin, type Span, spanOf, type Timeline, type TimelineRow } from './spans.ts';
import { drawnWords, spokenWords } from './words.ts';

/** Who came, who left, who got another role. */
export type Change = 'came' | 'left' | 'role';

export interface Thing {
  /** Of what is drawn: a membership is a bar, and a coming, and a going. */
  readonly key: string;
  readonly part: TimelinePart;
  readonly change: Change | null;
  readonly row: TimelineRow;
  readonly span: Span;
}

/** A thing with its place across the drawing; px. */
export interface Item extends Thing {
  readonly look: 'sure' | 'perhaps' | 'lapsed';
  readonly x0: number;
  readonly x1: number;
  /** The part that is sure, where there is one. */
  readonly sure: readonly [number, number] | null;
  /** Where its sign stands: of a moment its middle. */
  readonly sign: number | null;
  /** It goes on. */
  readonly isOpen: boolean;
  /** Until when it is paid, at the earliest and at the latest. */
  readonly funded: readonly [number, number] | null;
  readonly text: string;
  /** A whole phrase for a screen reader. */
  readonly label: string;
}

/** How far something reaches of which is not known how far, px. */
export const STUB = 30;

const moment = (min: string, max: string): Span => ({ isMoment: true, from: min, to: max, sureFrom: LAST_DAY, sureTo: FIRST_DAY, isOpen: false });

/** Days between an end and a beginning that are still one change of role. */
const SOON = 62;

/** A day that says when somebody came or left; 'no later than' does not. */
function known(date: string | null): Span | null {
  const range = isEnd(date) ? edtfRange(date) : null;
  return range === null || range.min === FIRST_DAY || range.max === LAST_DAY ? null : moment(range.min, range.max);
}

/** Comings and goings of one person in one lane; a going that a coming with other roles follows soon is a change of role. */
function changesOf(rows: readonly TimelineRow[]): Thing[] {
  const change = (row: TimelineRow, what: Change, span: Span): Thing => ({ key: `${row.id} ${what}`, part: 'change', change: what, row, span });
  const ways = rows.filter((row) => row.standing !== 'lapsed').map((row) => ({ row, came: known(row.start), left: known(row.end) }));
  const follows = (left: Span, came: Span): boolean => came.to >= left.from && came.from <= addDays(left.to, SOON);
  const next = (from: (typeof ways)[number]) =>
    ways.find(
      (to) =>
        to !== from && from.left && to.came && to.row.what !== from.row.what && to.came.to > (from.came?.to ?? '') && follows(from.left, to.came),
    );
  const gone = new Set(ways.filter((way) => next(way)));
  const begun = new Set([...gone].map(next));
  return ways.flatMap((way) => [
    ...(way.came ? [change(way.row, begun.has(way) ? 'role' : 'came', way.came)] : []),
    ...(way.left && !gone.has(way) ? [change(way.row, 'left', way.left)] : []),
  ]);
}

const partOf: Readonly<Record<Exclude<TimelineRow['kind'], 'membership'>, TimelinePart>> = {
  phase: 'phase',
  meeting: 'meeting',
  yield: 'yield',
  spread: 'spread',
  embedding: 'embedding',
};

function thing(row: TimelineRow): Thing {
  const part = row.kind === 'membership' ? 'people' : partOf[row.kind];
  return { key: row.id, part, change: null, row, span: spanOf(row) as Span };
}

/** Of every lane what stands in it between two days, in the order of the rows. */
export function thingsOf(timeline: Timeline, from: string, until: string): ReadonlyMap<string, readonly Thing[]> {
  const there = new Set([...timeline.lanes.map((lane) => lane.id), YIELDS_LANE]);
  const home = timeline.network.id;
  const lanes = new Map<string, Thing[]>();
  const put = (lane: string, one: Thing): void => {
    const own = lanes.get(lane);
    if (own) own.push(one);
    else lanes.set(lane, [one]);
  };
  // what stands in a lane that is not of this network stands in that of the network
  const lanesOf = (row: TimelineRow): ReadonlySet<string> => new Set(row.lanes.map((lane) => (there.has(lane) ? lane : home)));
  for (const row of timeline.rows) if (isWithin(row, from, until)) for (const lane of lanesOf(row)) put(lane, thing(row));
  const seats = Map.groupBy(
    timeline.rows.filter((row) => row.kind === 'membership'),
    (row) => `${row.person?.id} ${row.lanes.join()}`,
  );
  for (const rows of seats.values())
    for (const change of changesOf(rows))
      if (change.span.from <= until && change.span.to >= from) for (const lane of lanesOf(change.row)) put(lane, change);
  return lanes;
}

const isKnown = (day: string): boolean => day !== FIRST_DAY && day !== LAST_DAY;

/** Where a stretch of time lies: what is not known how far reaches a little, what goes on reaches the day in view and a little more. */
function stretch(span: Span, grid: Grid, at: string) {
  const { from, to, sureFrom, sureTo, isOpen } = span;
  const until = isOpen ? (at > sureFrom && isKnown(sureFrom) ? at : isKnown(sureFrom) ? sureFrom : at) : sureTo;
  const hasSure = isKnown(sureFrom) && isKnown(until) && sureFrom <= until && (isOpen || isKnown(to));
  const sure: [number, number] | null = hasSure ? [grid.x(sureFrom), grid.after(until)] : null;
  const days = [from, sureFrom, isOpen ? until : sureTo, to].filter(isKnown).sort();
  const [first = at, last = at] = [days[0], days.at(-1)];
  const x0 = isKnown(from) ? grid.x(from) : Math.max(grid.left, grid.x(sure ? sureFrom : first) - STUB);
  const x1 = isKnown(to) ? grid.after(to) : Math.min(grid.right, (sure ? sure[1] : grid.after(last)) + STUB);
  return { x0, x1: Math.max(x1, x0 + 2), sure, sign: null };
}

/** A moment has its sign in the middle of when it may have been, and a band around it where that is wide. */
function instant(span: Span, grid: Grid) {
  const first = isKnown(span.from) ? span.from : span.to;
  const last = isKnown(span.to) ? span.to : span.from;
  const [a, b] = [grid.x(first), grid.after(last)];
  const x0 = isKnown(span.from) ? a : Math.max(grid.left, b - STUB);
  const x1 = isKnown(span.to) ? b : Math.min(grid.right, a + STUB);
  // at what is known of it, where one side is open
  const middle = !isKnown(span.from) ? b : !isKnown(span.to) ? a : (x0 + x1) / 2;
  return { x0, x1, sure: null, sign: Math.min(grid.right - SIGN, Math.max(grid.left + SIGN, middle)) };
}

/** The part of a bar that is drawn as sure: not of a plan, and not where it is too narrow to see. */
export const sureOf = ({ look, sure }: Item): readonly [number, number] | null =>
  sure !== null && look === 'sure' && sure[1] - sure[0] > 5 ? sure : null;
/** Where the bar itself ends; what goes on has an arrow after it. */
export const barEnd = ({ isOpen, sure, x1 }: Item): number => (isOpen && sure ? sure[1] : x1);

/** Half of a sign, px. */
export const SIGN = 6;

/** @param at the day in view */
export function itemOf(one: Thing, grid: Grid, at: string, t: Translate): Item {
  const { row, span } = one;
  const place = span.isMoment ? instant(span, grid) : stretch(span, grid, at);
  const paid = one.part === 'embedding' && isEnd(row.fundedUntil) ? edtfRange(row.fundedUntil) : null;
  const funded = paid && isKnown(paid.max) && paid.max >= grid.from && paid.max <= grid.until ? paid : null;
  const paidAt: [number, number] | null = funded ? [grid.x(isKnown(funded.min) ? funded.min : funded.max), grid.after(funded.max)] : null;
  return {
    ...one,
    ...place,
    x1: paidAt ? Math.max(place.x1, paidAt[1]) : place.x1,
    look: row.standing === 'lapsed' ? 'lapsed' : row.standing === 'actual' ? 'sure' : 'perhaps',
    isOpen: span.isOpen && place.x1 < grid.right,
    funded: paidAt,
    // a role that is the name says nothing more
    text: one.part === 'people' && row.what === row.name ? '' : drawnWords(t, one),
    label: spokenWords(t, one),
  };
}
