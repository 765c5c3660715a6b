/** The register of activities as a drawing: years as columns, pillars as bands, a row per activity with when it was, or may have been. */
import { drawSource } from '../diagram/draw-header.ts';
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { CategoryToken, ColourToken, GroupNode, Point, Rect, Scene, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { type Activity, dateWords, isDone, nameWords } from '../exchange/activity-table.ts';
import type { Translate } from '../i18n/index.ts';
import { drawActivityLegend, notesOf } from './activity-legend.ts';
import { type Band, type Mark, type Plan, planOf } from './activity-plan.ts';
import { activitySign, openTip, SIGN, sureBar, tokenOf, unsureBar } from './activity-signs.ts';
import { HEADLINE, headline } from './headline.ts';
import { round } from './signs.ts';

export interface ActivityOptions {
  readonly t: Translate;
  /** px */
  readonly width: number;
  /** Whose it is and of when, and below it of how many: where it leaves the screen. */
  readonly header?: { readonly code: string; readonly name: string; readonly when: string } | undefined;
  /** What was chosen of the register: a pillar, a kind; with the header. */
  readonly choice?: string | undefined;
  /** Words of one's own instead of the name, and where it comes from below it; with the header. */
  readonly title?: string | undefined;
  readonly source?: string | undefined;
}

/** An activity that can be pointed at and opened. */
export interface ActivityMark {
  readonly activity: Activity;
  readonly label: string;
  readonly bounds: Rect;
  readonly centre: Point;
}

export interface ActivityScene extends Scene {
  readonly marks: readonly ActivityMark[];
  /** The names of the years, to keep in view. */
  readonly axis: GroupNode;
  readonly axisHeight: number;
  /** Of how many it is, and why the others are not in it. */
  readonly notes: readonly string[];
  readonly undated: number;
}

/** More rows than this nobody reads, and no page can draw. */
export const MOST_ROWS = 1000;
const AXIS = 30;
const TEXT = 13;
const LINE = 16;
const BAND = 30;
const GAP = 8;
const LEFT = 14;
const EDGE = 12;
const MOST_LABEL = 400;
const MOST_LINES = 3;
/** So that it fits a window of 640 px, which is one of 1280 px at 200 %. */
const LEAST_WIDTH = 520;
/** Of the arrow behind a bar of which the end is not known, px. */
const TIP = 9;
/** Room for the name of a year, px. */
const YEAR = 42;

interface Frame {
  /** Where the years begin, and where the drawing ends; px. */
  readonly left: number;
  readonly right: number;
  at(share: number): number;
}

/** The name over at most three lines; the whole of it is said to a screen reader and stands in the table. */
function nameLines(name: string, width: number): readonly string[] {
  const lines = breakLines(name, width - textWidth('…', TEXT), TEXT);
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${(lines[MOST_LINES - 1] as string).replace(/-$/, '')}…`];
}

function drawMark(mark: Mark, y: number, token: CategoryToken, { left, at }: Frame): readonly SceneNode[] {
  const hollow = !isDone(mark.activity);
  const within = (x: number, room: number): number => Math.min(at(1) - room, Math.max(left, x));
  const [from, to] = [at(mark.from), at(mark.to)];
  if (mark.isMoment) return [activitySign(mark.shape, within((from + to) / 2 - SIGN, 2 * SIGN + 2) + SIGN, y, token, hollow)];
  const width = Math.max(to - from, SIGN * 3);
  const x = within(from, width);
  const [sureFrom, sureTo] = [at(mark.sureFrom), at(mark.sureTo)];
  return [
    ...unsureBar(x, y, width, token),
    ...(sureTo > sureFrom && !hollow ? [sureBar(sureFrom, y, sureTo - sureFrom, token)] : []),
    ...(mark.isOpen ? [openTip(x + width + TIP, y, 1, token)] : []),
    ...(mark.isOpenBefore ? [openTip(x - TIP, y, -1, token)] : []),
    activitySign(mark.shape, x + SIGN + 1, y, token, hollow),
  ];
}

interface Drawn {
  readonly nodes: SceneNode[];
  readonly marks: ActivityMark[];
}

/** @returns where the next one begins; px */
function drawBand(t: Translate, band: Band, token: CategoryToken, top: number, frame: Frame, { nodes, marks }: Drawn): number {
  const title = breakLines(`${band.name} (${band.marks.length})`, frame.right - 2 * LEFT, TEXT, 600);
  const height = BAND - 4 + (title.length - 1) * LINE;
  nodes.push(
    { type: 'rect', x: 0, y: top, width: round(frame.right), height, radius: 4, fill: 'band' },
    { type: 'rect', x: 0, y: top, width: 4, height, radius: 2, fill: token },
    ...title.map((line, index) => text(LEFT, top + 17 + index * LINE, line, TEXT, 600, 'ink')),
  );
  let y = top + height + 4;
  for (const mark of band.marks) {
    const { activity } = mark;
    const lines = nameLines(nameWords(t, activity), frame.left - 2 * LEFT);
    const tall = 10 + Math.max(1, lines.length) * LINE;
    const middle = y + tall / 2;
    const first = middle + 4.5 - ((lines.length - 1) * LINE) / 2;
    nodes.push({
      type: 'group',
      id: activity.id,
      children: [...lines.map((line, index) => text(LEFT, first + index * LINE, line, TEXT, 400, 'ink')), ...drawMark(mark, middle, token, frame)],
    });
    marks.push({
      activity,
      label: [nameWords(t, activity), t(($) => $.activityDrawing.shapes[mark.shape]), dateWords(t, activity), band.name].join(', '),
      bounds: { x: 0, y, width: frame.right, height: tall },
      centre: { x: frame.at((mark.from + mark.to) / 2), y: middle },
    });
    y += tall;
  }
  return y + GAP;
}

const upright = (x: number, y1: number, y2: number, stroke: ColourToken): SceneNode => ({ type: 'line', x1: round(x), y1, x2: round(x), y2, stroke });

/** Years, and their quarters where there is room; of a very long time not every year. */
function columns({ years }: Plan, { at }: Frame, top: number, bottom: number): { axis: readonly SceneNode[]; lines: readonly SceneNode[] } {
  const [axis, lines]: [SceneNode[], SceneNode[]] = [[], []];
  const wide = years.length === 0 ? 1 : (at(1) - at(0)) / years.length;
  const step = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000].find((size) => size * wide >= YEAR) ?? 2500;
  for (const { year, at: share, width } of years.filter((one) => one.year % step === 0 || years.length === 1)) {
    const x = at(share);
    const each = (at(share + width) - x) / 4;
    lines.push(upright(x, top + AXIS, bottom, 'line-2'));
    if (each > 15) for (const part of [1, 2, 3]) lines.push(upright(x + part * each, top + AXIS, bottom, 'line'));
    axis.push(upright(x, top + 8, top + AXIS, 'line-2'));
    if (x + YEAR - 2 <= at(1) + EDGE) axis.push(text(x + 6, top + 20, String(year), TEXT, 500, 'ink-2'));
  }
  return { axis, lines };
}

/** As many rows as can be drawn, in the order of the register. */
function shownOf(bands: readonly Band[]): readonly Band[] {
  let left = MOST_ROWS;
  return bands.flatMap((band) => {
    const marks = band.marks.slice(0, left);
    left -= marks.length;
    return marks.length === 0 ? [] : [{ ...band, marks }];
  });
}

function headerOf({ t, header, title, choice }: ActivityOptions, { years }: Plan, width: number): { nodes: readonly SceneNode[]; height: number } {
  if (!header) return { nodes: [], height: 0 };
  const said = title ?? t(($) => $.activityDrawing.title, { name: header.name });
  const [from, to] = [years[0]?.year ?? '', years.at(-1)?.year ?? ''];
  const span = from === to ? String(from) : t(($) => $.activityDrawing.years, { from, to });
  const lines = choice ? breakLines(choice, width - 36, TEXT) : [];
  return {
    nodes: [
      ...headline({ code: header.code, title: said, when: [span, header.when].filter(Boolean).join(' · '), width }),
      ...lines.map((line, index) => text(18, HEADLINE + 8 + index * LINE, line, TEXT, 400, 'ink-2')),
    ],
    height: HEADLINE + (lines.length === 0 ? 0 : 6 + lines.length * LINE),
  };
}

/** The same activities and choices give the same scene. */
export function activityScene(activities: readonly Activity[], options: ActivityOptions): ActivityScene {
  const { t, header } = options;
  const width = Math.max(LEAST_WIDTH, Math.round(options.width));
  const plan = planOf(
    activities,
    t(($) => $.activities.noLayer),
  );
  const left = Math.min(MOST_LABEL, Math.round(width * 0.42));
  const frame: Frame = { left, right: width - EDGE, at: (share) => left + share * (width - EDGE - TIP - 2 - left) };
  const head = headerOf(options, plan, width);
  const drawn: Drawn = { nodes: [], marks: [] };
  let bottom = head.height + AXIS;
  const shown = shownOf(plan.bands);
  for (const [index, band] of shown.entries()) bottom = drawBand(t, band, tokenOf(index), bottom, frame, drawn);
  const { axis: years, lines } = columns(plan, frame, head.height, bottom);
  const notes = notesOf(t, plan, drawn.marks.length);
  const legend = drawActivityLegend(t, { marks: shown.flatMap(({ marks }) => marks), notes: header ? notes : [], top: bottom + 4, width });
  const source = drawSource(options.source ?? null, bottom + 4 + legend.height, width);
  const height = Math.round(bottom + 4 + legend.height + source.height);
  const axis: GroupNode = {
    type: 'group',
    id: 'part-axis',
    children: [{ type: 'rect', x: 0, y: head.height, width, height: AXIS, fill: 'table' }, ...years],
  };
  const ground: SceneNode = { type: 'rect', x: 0, y: 0, width, height, fill: 'table' };
  return {
    width,
    height,
    title: header ? t(($) => $.activityDrawing.title, { name: header.name }) : t(($) => $.activities.sheet),
    description: notes.join(' '),
    root: { type: 'group', children: [ground, ...head.nodes, ...lines, axis, ...drawn.nodes, ...legend.nodes, ...source.nodes] },
    items: [],
    legend: [],
    marks: drawn.marks,
    axis,
    axisHeight: head.height + AXIS,
    notes,
    undated: plan.undated.length,
  };
}
