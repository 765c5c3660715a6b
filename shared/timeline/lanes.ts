/** The lanes of the timeline under each other: which there are, which are folded to counts, and what stands on which track. */
import { type TimelinePart, timelineParts, YIELDS_LANE } from '../contract/timeline.ts';
import { breakLines } from '../diagram/line-break.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { FIRST_DAY } from '../domain/edtf.ts';
import { counted, type Translate } from '../i18n/index.ts';
import type { Column, Grid } from './grid.ts';
import { type Item, itemOf, type Thing } from './items.ts';
import { type Put, pack, TEXT } from './pack.ts';
import { isEnd, type Timeline } from './spans.ts';

/** px */
export const GUTTER = 212;
export const TRACK = 22;
export const NAME = 13;
export const NAME_LINE = 17;
const EDGE = 5;
const INDENT = 18;
/** Signs in the drawing at most; beyond that lanes fold of themselves, the fullest first. */
const MOST_MARKS = 1200;
/** Tracks of one kind of thing with words beside each; more of them lose the words. */
const MOST_TRACKS = 11;

/** What of one column a folded lane says. */
export interface Cell {
  readonly column: Column;
  readonly counts: readonly { readonly part: TimelinePart; readonly count: number; readonly perhaps: number }[];
  /** Of what is counted, each thing in the column where it begins; of people those who were there. */
  readonly keys: readonly string[];
}

export interface Row {
  /** In the gutter: a person. */
  readonly name: string | null;
  /** px, from the top of the lane. */
  readonly y: number;
  readonly put: Put;
}

export interface Lane {
  readonly id: string;
  readonly kind: 'network' | 'layer' | 'unit' | 'yields';
  readonly name: string;
  readonly nameLines: readonly string[];
  /** In which phase it stands on the day, or that none is noted. */
  readonly now: readonly string[];
  readonly isFolded: boolean;
  /** px, from the top of the drawing. */
  readonly y: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
  /** Of its counts, px from the top of the lane. */
  readonly cellsY: number;
  /** Names in the gutter below that of the lane: of people. */
  readonly people: readonly { readonly name: string; readonly y: number }[];
  /** How many things it has. */
  readonly size: number;
}

export interface LaneOptions {
  readonly t: Translate;
  readonly at: string;
  readonly parts: ReadonlySet<TimelinePart>;
  readonly folded: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
}

type Place = Pick<Lane, 'id' | 'kind' | 'name'>;

const placesOf = (timeline: Timeline, t: Translate): readonly Place[] => [
  ...timeline.lanes.map(({ id, name, kind }) => ({ id, name, kind: kind as Lane['kind'] })),
  { id: YIELDS_LANE, name: t(($) => $.timeline.yieldsLane), kind: 'yields' },
];

/** What would make a sign of its own when it is not folded. */
const drawnParts = (things: readonly Thing[], parts: ReadonlySet<TimelinePart>): readonly Thing[] => things.filter((one) => parts.has(one.part));

/** By choice; else a lane of which nothing but people is known is folded, and the fullest where all together is too much. */
function foldedOf(places: readonly (Place & { things: readonly Thing[] })[], options: LaneOptions): ReadonlySet<string> {
  const { folded, unfolded, parts } = options;
  const drawn = new Map(places.map((place) => [place.id, drawnParts(place.things, parts).length]));
  const out = new Set(places.filter((place) => !unfolded.has(place.id) && (folded.has(place.id) || drawn.get(place.id) === 0)).map(({ id }) => id));
  const open = places.filter((place) => !out.has(place.id));
  let sum = open.reduce((total, place) => total + (drawn.get(place.id) ?? 0), 0);
  for (const place of open.sort((a, b) => (drawn.get(b.id) ?? 0) - (drawn.get(a.id) ?? 0))) {
    if (sum <= MOST_MARKS) break;
    if (unfolded.has(place.id)) continue;
    out.add(place.id);
    sum -= drawn.get(place.id) ?? 0;
  }
  return out;
}

const touches = (from: string, to: string, column: Column): boolean => from <= column.until && to >= column.from;

/** People in each column up to the day in view: who was surely there in some of it, and who perhaps. */
function peopleIn(things: readonly Thing[], column: Column, at: string) {
  const none = { part: 'people' as const, count: 0, perhaps: 0, keys: [] as string[] };
  if (column.from > at) return none;
  const sure = new Set<string>();
  const perhaps = new Set<string>();
  const keys: string[] = [];
  for (const { key, part, row, span } of things) {
    // of who came no later than some day nothing is said of the days before it
    const from = span.from === FIRST_DAY ? span.sureFrom : span.from;
    if (part !== 'people' || row.standing === 'lapsed' || !touches(from, span.to, column)) continue;
    const who = row.person?.id ?? key;
    keys.push(key);
    if (row.standing === 'actual' && span.sureFrom <= span.sureTo && touches(span.sureFrom, span.sureTo, column)) sure.add(who);
    else perhaps.add(who);
  }
  return { ...none, count: sure.size, perhaps: [...perhaps].filter((who) => !sure.has(who)).length, keys };
}

function cellsOf(things: readonly Thing[], grid: Grid, { parts, at }: LaneOptions): readonly Cell[] {
  const begin = (one: Thing): number => {
    const day = one.span.from < grid.from ? (one.span.to < grid.until ? one.span.to : grid.from) : one.span.from;
    return Math.max(
      0,
      grid.columns.findLastIndex((column) => column.from <= day),
    );
  };
  const drawn = drawnParts(things, parts).filter((one) => one.part !== 'people');
  const byColumn = Map.groupBy(drawn, begin);
  return grid.columns.flatMap((column, index) => {
    const own = byColumn.get(index) ?? [];
    const people = peopleIn(things, column, at);
    const counts = timelineParts.flatMap((part): Cell['counts'] => {
      if (part === 'people') return people.count + people.perhaps > 0 ? [{ part, count: people.count, perhaps: people.perhaps }] : [];
      const count = own.filter((one) => one.part === part).length;
      return count > 0 ? [{ part, count, perhaps: 0 }] : [];
    });
    return counts.length === 0 ? [] : [{ column, counts, keys: [...own.map((one) => one.key), ...people.keys] }];
  });
}

/** px between a count and the next one. */
export const COUNT_GAP = 8;
export const COUNT_SIGN = 15;
export const countText = ({ count, perhaps }: Cell['counts'][number]): string =>
  perhaps === 0 ? `${count}` : count === 0 ? `${perhaps}?` : `${count} + ${perhaps}?`;

/** The counts of a cell over as many lines as they need. */
export function cellLines(cell: Cell): readonly (readonly Cell['counts'][number][])[] {
  const lines: Cell['counts'][number][][] = [[]];
  let x = 0;
  for (const one of cell.counts) {
    const width = COUNT_SIGN + textWidth(countText(one), TEXT) + COUNT_GAP;
    if (x > 0 && x + width > cell.column.width - 4) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push(one);
    x += width;
  }
  return lines;
}

/** Of the longest line of a cell, px. */
export const cellWidth = (cell: Cell): number =>
  8 + Math.max(...cellLines(cell).map((line) => line.reduce((sum, one) => sum + COUNT_SIGN + textWidth(countText(one), TEXT) + COUNT_GAP, 0)));

/** In the lane of what was made each yield has its tracks: when it was made, where it went, what stays of it. */
const groupOf = (one: Thing): string => (one.row.kind === 'yield' ? one.row.id : (one.row.of?.id ?? one.row.id));

const order: readonly TimelinePart[] = ['phase', 'meeting', 'change', 'yield', 'spread', 'embedding'];

function groupsOf(place: Place, things: readonly Thing[]): readonly (readonly Thing[])[] {
  if (place.kind === 'yields') return [...Map.groupBy(things, groupOf).values()];
  return order.map((part) => things.filter((one) => one.part === part)).filter((own) => own.length > 0);
}

interface Stack {
  readonly rows: Row[];
  height: number;
}

function stackUp(stack: Stack, items: readonly Item[], grid: Grid, most = MOST_TRACKS): number {
  const puts = pack(items, grid, most);
  const top = stack.height;
  for (const put of puts) stack.rows.push({ name: null, y: top + put.track * TRACK, put });
  stack.height += Math.max(0, ...puts.map((put) => put.track + 1)) * TRACK;
  return top;
}

/** The first track on which no sign or word is in the way of the counts. */
function freeY(stack: Stack, cells: readonly Cell[]): number {
  if (cells.some((cell) => cellLines(cell).length > 1)) return stack.height;
  for (let y = EDGE; y < stack.height; y += TRACK) {
    const own = stack.rows.filter((row) => row.y === y);
    if (!own.some(({ put }) => cells.some((cell) => put.from < cell.column.x + cellWidth(cell) && put.to > cell.column.x))) return y;
  }
  return stack.height;
}

/** Phases that a lane says it may stand in; the table says all. */
const MOST_PHASES = 2;

function nowWords(timeline: Timeline, place: Place, hasPhases: boolean, t: Translate): string {
  const stand = timeline.stands.find((one) => one.entity.id === place.id && one.organisation === null);
  if (!stand || (stand.phases.length === 0 && place.kind !== 'network' && !hasPhases)) return '';
  if (stand.phases.length === 0) return t(($) => $.timeline.nowNone);
  const sure = stand.phases.filter((phase) => phase.presence === 'yes');
  const likely = sure.length > 0 ? sure : stand.phases.filter((phase) => phase.start !== null || isEnd(phase.end));
  const count = stand.phases.length;
  if (likely.length === 0) return counted(t, ($) => $.timeline.nowUndated, count);
  const said = likely.slice(0, MOST_PHASES).map((phase) => {
    const name = phase.round === null ? phase.name : `${phase.name}, ${t(($) => $.timeline.round, { round: phase.round })}`;
    return phase.presence === 'perhaps' ? t(($) => $.timeline.perhaps, { name }) : name;
  });
  if (likely.length > MOST_PHASES) said.push(t(($) => $.timeline.more, { count: likely.length - MOST_PHASES }));
  return t(($) => $.timeline.now, { phase: said.join(' / ') });
}

function laneOf(place: Place, things: readonly Thing[], isFolded: boolean, top: number, grid: Grid, timeline: Timeline, options: LaneOptions): Lane {
  const { t, at, parts } = options;
  const drawn = drawnParts(things, parts);
  const nameLines = breakLines(place.name, GUTTER - INDENT - 22, NAME, 600);
  const hasPhases = drawn.some((one) => one.part === 'phase');
  const nowText = parts.has('phase') ? nowWords(timeline, place, hasPhases, t) : '';
  const now = nowText === '' ? [] : breakLines(nowText, GUTTER - INDENT - 14, TEXT);
  const head = nameLines.length * NAME_LINE + now.length * 15 + 2 * EDGE;
  const whole = { ...place, nameLines, now, isFolded, y: top, size: drawn.length };
  const cells = isFolded || !parts.has('people') ? cellsOf(isFolded ? things : things.filter((one) => one.part === 'people'), grid, options) : [];
  const cellsHeight = Math.max(0, ...cells.map((cell) => cellLines(cell).length)) * TRACK;
  if (isFolded) return { ...whole, height: Math.max(head, cellsHeight + 2 * EDGE), rows: [], cells, cellsY: EDGE, people: [] };
  const stack: Stack = { rows: [], height: EDGE };
  for (const own of groupsOf(
    place,
    drawn.filter((one) => one.part !== 'people'),
  ))
    stackUp(
      stack,
      own.map((one) => itemOf(one, grid, at, t)),
      grid,
    );
  const cellsY = freeY(stack, cells);
  stack.height = Math.max(stack.height, cellsY + cellsHeight, head - EDGE);
  const people: { name: string; y: number }[] = [];
  const members = Map.groupBy(
    drawn.filter((one) => one.part === 'people'),
    (one) => one.row.person?.id ?? one.key,
  );
  for (const own of members.values()) {
    const y = stackUp(
      stack,
      own.map((one) => itemOf(one, grid, at, t)),
      grid,
      Number.POSITIVE_INFINITY,
    );
    people.push({ name: own[0]?.row.name ?? '', y });
  }
  return { ...whole, height: stack.height + EDGE, rows: stack.rows, cells, cellsY, people };
}

/** Of a network the lanes that have something, from the top on. @param top px */
export function lanesOf(
  timeline: Timeline,
  things: ReadonlyMap<string, readonly Thing[]>,
  grid: Grid,
  top: number,
  options: LaneOptions,
): readonly Lane[] {
  const isHome = (place: Place): boolean => place.kind === 'network';
  const shows = (one: Thing): boolean => options.parts.has(one.part) || one.part === 'people';
  const places = placesOf(timeline, options.t)
    .map((place) => ({ ...place, things: (things.get(place.id) ?? []).filter(shows) }))
    .filter((place) => place.things.length > 0 || isHome(place));
  const folded = foldedOf(places, options);
  let y = top;
  return places.map(({ things: own, ...place }) => {
    const lane = laneOf(place, own, folded.has(place.id), y, grid, timeline, options);
    y += lane.height;
    return lane;
  });
}
