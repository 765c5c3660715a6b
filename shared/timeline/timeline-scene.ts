/** The timeline of a network as a scene: a lane for the network, each layer and team that has something, and one for what was made. */
import type { TimelinePart } from '../contract/timeline.ts';
import { timelineParts } from '../contract/timeline.ts';
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { GroupNode, Point, Rect, Scene, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { formatDay } from '../domain/format-date.ts';
import type { Translate } from '../i18n/index.ts';
import { type Grid, gridOf, schoolYearDays } from './grid.ts';
import { type Item, thingsOf } from './items.ts';
import { COUNT_GAP, COUNT_SIGN, cellLines, countText, GUTTER, type Lane, lanesOf, NAME, NAME_LINE, type Row, TRACK } from './lanes.ts';
import { drawTimelineLegend } from './legend.ts';
import { type Put, TEXT } from './pack.ts';
import { band, bar, partSign, round, sign } from './signs.ts';
import type { Timeline, TimelineRow } from './spans.ts';

export interface TimelineOptions {
  readonly t: Translate;
  /** First and last day in view; without them all that has a date, in whole school years. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** What is shown; without it all but the bars of people. */
  readonly parts?: readonly TimelinePart[] | undefined;
  readonly folded?: readonly string[] | undefined;
  readonly unfolded?: readonly string[] | undefined;
  /** px */
  readonly width: number;
  /** Whose it is and of when, above the drawing: where it leaves the screen. */
  readonly header?: boolean;
}

/** Something that can be pointed at: one thing, several under one sign, a count in a folded lane, or the name of a lane. */
export interface TimelineMark {
  readonly key: string;
  readonly type: 'thing' | 'several' | 'count' | 'lane';
  readonly laneId: string;
  /** Of what is opened. */
  readonly row: TimelineRow | null;
  /** Keys of all that it stands for. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly bounds: Rect;
  readonly centre: Point;
  readonly isFolded?: boolean;
  /** Of a count: the days of its column. */
  readonly days?: readonly [string, string];
}

export interface TimelineScene extends Scene {
  readonly marks: readonly TimelineMark[];
  /** The names of the columns, to keep in view. */
  readonly axis: GroupNode;
  readonly axisHeight: number;
  readonly lanes: readonly Pick<Lane, 'id' | 'isFolded' | 'size'>[];
  readonly from: string;
  readonly until: string;
}

export const defaultParts: readonly TimelinePart[] = timelineParts.filter((part) => part !== 'people');

const AXIS = 44;
const HEADER = 52;
const LEAST_WIDTH = 720;
/** How far the day in view may lie from all that has a date to be drawn with it, in years. */
const NEAR = 4;

/** All that has a date and, where that is near, the day in view, in whole school years. */
export function wholeSpan({ first, last, at }: Pick<Timeline, 'first' | 'last' | 'at'>): readonly [string, string] {
  const [from, until] = [schoolYearDays(first ?? at)[0], schoolYearDays(last ?? at)[1]];
  const year = (day: string): number => Number(day.slice(0, 4));
  const begin = at < from && year(from) - year(at) <= NEAR ? schoolYearDays(at)[0] : from;
  const end = at > until && year(at) - year(until) <= NEAR ? schoolYearDays(at)[1] : until;
  return [begin, end];
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: 'line' | 'line-2'): SceneNode => ({
  type: 'line',
  x1: round(x1),
  y1: round(y1),
  x2: round(x2),
  y2: round(y2),
  stroke,
});

function axisOf(grid: Grid, at: string, t: Translate, top: number): GroupNode {
  const { left, right } = grid;
  const nodes: SceneNode[] = [{ type: 'rect', x: 0, y: top, width: right + EDGE, height: AXIS, fill: 'table' }];
  for (const column of grid.columns) {
    nodes.push({ type: 'line', x1: round(column.x), y1: top + 2, x2: round(column.x), y2: top + 22, stroke: column.isYear ? 'line-2' : 'line' });
    if (textWidth(column.label, TEXT) + 6 <= column.width)
      nodes.push(text(column.x + 5, top + 16, column.label, TEXT, column.isYear ? 600 : 400, 'ink-2'));
  }
  nodes.push(line(0, top + 22, right + EDGE, top + 22, 'line-2'));
  if (at >= grid.from && at <= grid.until) {
    const x = grid.after(at);
    const words = t(($) => $.timeline.asOf, { day: formatDay(at, t.language) });
    const half = textWidth(words, TEXT, 600) / 2 + 6;
    const middle = Math.min(right + EDGE - half, Math.max(left + half, x));
    nodes.push({ type: 'rect', x: round(middle - half), y: top + 24.5, width: round(2 * half), height: 17, radius: 3, fill: 'mark' });
    nodes.push(text(middle, top + 37, words, TEXT, 600, 'mark-ink', 'middle'));
  }
  return { type: 'group', id: 'part-axis', children: nodes };
}
const EDGE = 20;

function dayLine(grid: Grid, at: string, top: number, bottom: number): readonly SceneNode[] {
  if (at < grid.from || at > grid.until) return [];
  const x = round(grid.after(at));
  return [
    { type: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: 'mark', strokeWidth: 4 },
    { type: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: 'ink', strokeWidth: 1 },
  ];
}

/** A little triangle that says whether a lane is open. */
function chevron(y: number, isFolded: boolean): SceneNode {
  const d = isFolded ? `M8 ${y - 4}L13 ${y}L8 ${y + 4}` : `M6.5 ${y - 2.5}L10.5 ${y + 2.5}L14.5 ${y - 2.5}`;
  return { type: 'path', d, stroke: 'ink-2', strokeWidth: 1.5, cap: 'round' };
}

function gutter(lane: Lane): readonly SceneNode[] {
  const first = lane.y + 5 + 13;
  const nodes: SceneNode[] = [chevron(first - 4.5, lane.isFolded)];
  for (const [index, words] of lane.nameLines.entries()) nodes.push(text(20, first + index * NAME_LINE, words, NAME, 600, 'ink'));
  const below = first + lane.nameLines.length * NAME_LINE - 1;
  for (const [index, words] of lane.now.entries()) nodes.push(text(20, below + index * 15, words, TEXT, 400, 'ink-2'));
  for (const { name, y } of lane.people) nodes.push(text(GUTTER - 10, lane.y + y + TRACK / 2 + 4, fitting(name), TEXT, 400, 'ink-2', 'end'));
  return nodes;
}

/** The name of a person on one line; the whole of it is said to a screen reader and stands in the table. */
const fitting = (name: string): string => {
  const [first = '', ...more] = breakLines(name, GUTTER - 34, TEXT);
  return more.length === 0 ? first : `${first.replace(/-$/, '')}…`;
};

/** A phase of the day in view. */
const isNow = ({ kind, presence, standing }: TimelineRow): boolean => kind === 'phase' && presence !== 'no' && standing === 'actual';

function drawPut(put: Put, y: number): readonly SceneNode[] {
  const nodes: SceneNode[] = [];
  const [item] = put.items as [Item, ...Item[]];
  if (item.sign === null) nodes.push(...bar(item, y, isNow(item.row)));
  else nodes.push(...band(item, y), ...sign(item.part, item.change, item.look, item.sign, y));
  if (put.side === 'none' || put.text === '') return nodes;
  const colour = item.look === 'lapsed' ? 'ink-3' : 'ink';
  if (put.side === 'in')
    nodes.push(
      text(
        (item.sure && item.sure[1] - item.sure[0] > textWidth(put.text, TEXT) + 10 ? item.sure[0] : put.from) + 6,
        y + 4,
        put.text,
        TEXT,
        400,
        colour,
      ),
    );
  else if (put.side === 'right') nodes.push({ ...text(put.to, y + 4, put.text, TEXT, 400, colour, 'end'), halo: 'table' });
  else nodes.push({ ...text(put.from, y + 4, put.text, TEXT, 400, colour), halo: 'table' });
  return nodes;
}

function markOf(lane: Lane, { put }: Row, y: number, t: Translate): TimelineMark {
  const [item] = put.items as [Item, ...Item[]];
  const several = put.items.length > 1;
  return {
    key: `${lane.id} ${item.key}`,
    type: several ? 'several' : 'thing',
    laneId: lane.id,
    row: item.row,
    keys: put.items.map((one) => one.key),
    label: several ? t(($) => $.timeline.several, { count: put.items.length, first: item.label, lane: lane.name }) : `${item.label}, ${lane.name}`,
    bounds: { x: put.from, y: y - TRACK / 2, width: put.to - put.from, height: TRACK },
    centre: { x: item.sign ?? (item.x0 + item.x1) / 2, y },
  };
}

function countWords(t: Translate, counts: Lane['cells'][number]['counts']): string {
  return counts
    .map(({ part, count, perhaps }) => {
      const said = t(count === 1 ? ($) => $.timeline.counts[part].one : ($) => $.timeline.counts[part].other, { count });
      return perhaps === 0 ? said : t(($) => $.timeline.andPerhaps, { said, count: perhaps });
    })
    .join(', ');
}

interface Drawn {
  readonly nodes: SceneNode[];
  readonly marks: TimelineMark[];
}

function drawCells(lane: Lane, top: number, t: Translate, { nodes, marks }: Drawn): void {
  for (const cell of lane.cells) {
    const lines = cellLines(cell);
    for (const [index, own] of lines.entries()) {
      let x = cell.column.x + 4;
      const y = top + index * TRACK + TRACK / 2;
      for (const one of own) {
        const words = countText(one);
        nodes.push(...partSign(one.part, x + 6, y), text(x + COUNT_SIGN, y + 4, words, TEXT, 400, 'ink-2'));
        x += COUNT_SIGN + textWidth(words, TEXT) + COUNT_GAP;
      }
    }
    marks.push({
      key: `${lane.id} ${cell.column.from}`,
      type: 'count',
      laneId: lane.id,
      row: null,
      keys: cell.keys,
      label: `${lane.name}, ${formatDay(cell.column.from, t.language)} – ${formatDay(cell.column.until, t.language)}: ${countWords(t, cell.counts)}`,
      bounds: { x: cell.column.x + 1, y: top, width: Math.max(2, cell.column.width - 2), height: lines.length * TRACK },
      centre: { x: cell.column.x + cell.column.width / 2, y: top + TRACK / 2 },
      days: [cell.column.from, cell.column.until],
    });
  }
}

function drawLane(lane: Lane, t: Translate, drawn: Drawn): void {
  const { nodes, marks } = drawn;
  marks.push({
    key: `lane ${lane.id}`,
    type: 'lane',
    laneId: lane.id,
    row: null,
    keys: [],
    label: [
      lane.name,
      ...(lane.now.length > 0 ? [lane.now.join(' ')] : []),
      t(lane.isFolded ? ($) => $.timeline.foldedLane : ($) => $.timeline.openLane),
    ].join(', '),
    bounds: { x: 3, y: lane.y + 2, width: GUTTER - 10, height: lane.nameLines.length * NAME_LINE + lane.now.length * 15 + 6 },
    centre: { x: GUTTER / 2, y: lane.y + 14 },
    isFolded: lane.isFolded,
  });
  nodes.push(...gutter(lane));
  const rows = [...lane.rows].sort((a, b) => a.y - b.y || a.put.from - b.put.from);
  for (const row of rows) {
    const y = lane.y + row.y + TRACK / 2;
    nodes.push({ type: 'group', children: drawPut(row.put, y) });
    marks.push(markOf(lane, row, y, t));
  }
  drawCells(lane, lane.y + lane.cellsY, t, drawn);
}

function header(timeline: Timeline, t: Translate, grid: Grid, width: number): readonly SceneNode[] {
  const { code, name } = timeline.network;
  const wide = textWidth(code, NAME, 600) + 14;
  const title = t(($) => $.timeline.title, { name });
  const when = t(($) => $.timeline.days, { from: formatDay(grid.from, t.language), until: formatDay(grid.until, t.language) });
  const room = width - wide - 70 - textWidth(when, NAME);
  const [first = '', ...more] = breakLines(title, room, 18, 600);
  return [
    { type: 'rect', x: 18, y: 18, width: wide, height: 21, radius: 5, fill: 'card', stroke: 'ink', strokeWidth: 1.6 },
    text(18 + wide / 2, 33, code, NAME, 600, 'ink', 'middle'),
    text(wide + 30, 34, more.length === 0 ? first : `${first.replace(/-$/, '')}…`, 18, 600, 'ink'),
    text(width - 16, 34, when, NAME, 400, 'ink-2', 'end'),
  ];
}

/** The same network, day and choices give the same scene. */
export function timelineScene(timeline: Timeline, options: TimelineOptions): TimelineScene {
  const { t } = options;
  const { at } = timeline;
  const width = Math.max(LEAST_WIDTH, Math.round(options.width));
  const [all, end] = wholeSpan(timeline);
  const from = options.from ?? all;
  const until = (options.until ?? end) < from ? from : (options.until ?? end);
  const grid = gridOf(from, until, GUTTER, width - EDGE, t.language);
  const top = options.header ? HEADER : 0;
  const parts = new Set(options.parts ?? defaultParts);
  const folded = new Set(options.folded);
  const lanes = lanesOf(timeline, thingsOf(timeline, from, until), grid, top + AXIS, { t, at, parts, folded, unfolded: new Set(options.unfolded) });
  const last = lanes.at(-1);
  const bottom = last ? last.y + last.height : top + AXIS;
  const drawn: Drawn = { nodes: [], marks: [] };
  for (const lane of lanes) drawLane(lane, t, drawn);
  const legend = drawTimelineLegend(t, timeline, lanes, bottom + 4, width);
  const axis = axisOf(grid, at, t, top);
  const height = Math.round(bottom + 4 + legend.height);
  const lines = [
    ...lanes.flatMap((lane, index): SceneNode[] => [
      ...(index % 2 === 1 ? [{ type: 'rect' as const, x: 0, y: lane.y, width, height: lane.height, fill: 'band' as const, opacity: 0.55 }] : []),
      line(0, lane.y + lane.height, width, lane.y + lane.height, 'line'),
    ]),
    ...grid.columns.map((column) => line(column.x, top + AXIS, column.x, bottom, column.isYear ? 'line-2' : 'line')),
    ...dayLine(grid, at, top + 24, bottom),
  ];
  return {
    width,
    height,
    title: t(($) => $.timeline.title, { name: timeline.network.name }),
    description: t(($) => $.timeline.description, { from: formatDay(from, t.language), until: formatDay(until, t.language), lanes: lanes.length }),
    root: {
      type: 'group',
      children: [
        { type: 'rect', x: 0, y: 0, width, height, fill: 'table' },
        ...(options.header ? header(timeline, t, grid, width) : []),
        ...lines,
        axis,
        ...drawn.nodes,
        ...legend.nodes,
      ],
    },
    items: [],
    legend: [],
    marks: drawn.marks,
    axis,
    axisHeight: top + AXIS,
    lanes: lanes.map(({ id, isFolded, size }) => ({ id, isFolded, size })),
    from,
    until,
  };
}
