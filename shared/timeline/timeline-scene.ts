/** The timeline of a network as a scene: a lane for the network, each layer and team that has something, and one for what was made. */
import { type TimelinePart, timelineParts } from '../contract/timeline.ts';
import { drawSource } from '../diagram/draw-header.ts';
import { text } from '../diagram/draw-signs.ts';
import type { GroupNode, Scene, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { formatDay } from '../domain/format-date.ts';
import type { Translate } from '../i18n/index.ts';
import { type Drawn, drawLane, type TimelineMark } from './draw-lane.ts';
import { type Grid, gridOf, schoolYearDays } from './grid.ts';
import { HEADLINE, headline } from './headline.ts';
import { thingsOf } from './items.ts';
import { GUTTER, type Lane, lanesOf } from './lanes.ts';
import { drawTimelineLegend } from './legend.ts';
import { TEXT } from './pack.ts';
import { round } from './signs.ts';
import type { Timeline } from './spans.ts';

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
  /** Words of one's own instead of the name, and where it comes from below it; with the header. */
  readonly title?: string | undefined;
  readonly source?: string | undefined;
}

export interface TimelineScene extends Scene {
  readonly marks: readonly TimelineMark[];
  /** The names of the columns, to keep in view. */
  readonly axis: GroupNode;
  readonly axisHeight: number;
  /** The label of the day in view, to keep in sight; px. */
  readonly day: { readonly x: number; readonly width: number; readonly root: GroupNode } | null;
  readonly lanes: readonly Pick<Lane, 'id' | 'isFolded' | 'size'>[];
  readonly from: string;
  readonly until: string;
}

export const defaultParts: readonly TimelinePart[] = timelineParts.filter((part) => part !== 'people');

const AXIS = 44;
/** So that it fits a window of 640 px, which is one of 1280 px at 200 %. */
const LEAST_WIDTH = 560;
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

function axisOf({ columns, right }: Grid, top: number): GroupNode {
  const nodes: SceneNode[] = [{ type: 'rect', x: 0, y: top, width: right + EDGE, height: AXIS, fill: 'table' }];
  for (const column of columns) {
    nodes.push({ type: 'line', x1: round(column.x), y1: top + 2, x2: round(column.x), y2: top + 22, stroke: column.isYear ? 'line-2' : 'line' });
    if (textWidth(column.label, TEXT) + 6 <= column.width)
      nodes.push(text(column.x + 5, top + 16, column.label, TEXT, column.isYear ? 600 : 400, 'ink-2'));
  }
  nodes.push(line(0, top + 22, right + EDGE, top + 22, 'line-2'));
  return { type: 'group', id: 'part-axis', children: nodes };
}

/** The label of the day in view, at the head of its line; none where the day is not in the drawing. */
function dayLabel(grid: Grid, at: string, t: Translate, top: number): TimelineScene['day'] {
  if (at < grid.from || at > grid.until) return null;
  const words = t(($) => $.timeline.asOf, { day: formatDay(at, t.language) });
  const width = round(textWidth(words, TEXT, 600) + 12);
  const x = round(Math.min(grid.right + EDGE - width, Math.max(grid.left, grid.after(at) - width / 2)));
  const root: GroupNode = {
    type: 'group',
    id: 'part-day',
    children: [
      { type: 'rect', x, y: top + 24.5, width, height: 17, radius: 3, fill: 'mark' },
      text(x + width / 2, top + 37, words, TEXT, 600, 'mark-ink', 'middle'),
    ],
  };
  return { x, width, root };
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

function header({ network }: Timeline, { t, title }: TimelineOptions, grid: Grid, width: number): readonly SceneNode[] {
  const when = t(($) => $.timeline.days, { from: formatDay(grid.from, t.language), until: formatDay(grid.until, t.language) });
  return headline({ code: network.code, title: title ?? t(($) => $.timeline.title, { name: network.name }), when, width });
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
  const top = options.header ? HEADLINE : 0;
  const parts = new Set(options.parts ?? defaultParts);
  const folded = new Set(options.folded);
  const lanes = lanesOf(timeline, thingsOf(timeline, from, until), grid, top + AXIS, { t, at, parts, folded, unfolded: new Set(options.unfolded) });
  const last = lanes.at(-1);
  const bottom = last ? last.y + last.height : top + AXIS;
  const drawn: Drawn = { nodes: [], marks: [] };
  for (const lane of lanes) drawLane(lane, t, drawn);
  const legend = drawTimelineLegend(t, timeline, lanes, { top: bottom + 4, width, notes: options.header === true });
  const axis = axisOf(grid, top);
  const day = dayLabel(grid, at, t, top);
  const source = drawSource(options.source ?? null, bottom + 4 + legend.height, width);
  const height = Math.round(bottom + 4 + legend.height + source.height);
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
        ...(options.header ? header(timeline, options, grid, width) : []),
        ...lines,
        axis,
        ...(day ? [day.root] : []),
        ...drawn.nodes,
        ...legend.nodes,
        ...source.nodes,
      ],
    },
    items: [],
    legend: [],
    marks: drawn.marks,
    axis,
    day,
    axisHeight: top + AXIS,
    lanes: lanes.map(({ id, isFolded, size }) => ({ id, isFolded, size })),
    from,
    until,
  };
}
