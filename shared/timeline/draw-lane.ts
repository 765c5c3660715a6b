/** A lane of the timeline with its name, its signs and their words, and the marks that can be pointed at. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { Point, Rect, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { formatDay } from '../domain/format-date.ts';
import { counted, type Translate } from '../i18n/index.ts';
import type { Item } from './items.ts';
import { COUNT_GAP, COUNT_SIGN, cellLines, cellWidth, countText, GUTTER, type Lane, NAME, NAME_LINE, type Row, TRACK } from './lanes.ts';
import { type Put, TEXT } from './pack.ts';
import { band, bar, partSign, sign } from './signs.ts';
import type { TimelineRow } from './spans.ts';

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
  const isIn = put.side === 'in';
  if (item.sign === null) nodes.push(...bar(item, y, isNow(item.row)));
  else nodes.push(...band(item, y, isIn), ...sign(item.part, item.change, item.look, item.sign, y));
  if (put.side === 'none' || put.text === '') return nodes;
  const colour = item.look === 'lapsed' ? 'ink-3' : 'ink';
  const words = text(put.x, y + 4, put.text, TEXT, 400, colour);
  nodes.push(isIn ? words : { ...words, halo: 'table' });
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
      const said = counted(t, ($) => $.timeline.counts[part], count);
      return perhaps === 0 ? said : t(($) => $.timeline.andPerhaps, { said, count: perhaps });
    })
    .join(', ');
}

export interface Drawn {
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
        // the line of the day in view may run under it
        const count = { ...text(x + COUNT_SIGN, y + 4, words, TEXT, 400, 'ink-2'), halo: 'table' as const };
        nodes.push(...partSign(one.part, x + 6, y), count);
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
      bounds: {
        x: cell.column.x + 1,
        y: top,
        width: Math.max(2, lane.isFolded ? cell.column.width - 2 : cellWidth(cell) - 2),
        height: lines.length * TRACK,
      },
      centre: { x: cell.column.x + cell.column.width / 2, y: top + TRACK / 2 },
      days: [cell.column.from, cell.column.until],
    });
  }
}

export function drawLane(lane: Lane, t: Translate, drawn: Drawn): void {
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
