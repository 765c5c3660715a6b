/** How big boxes are and where their signs stand in them. Sizes go in steps, so that one more person seldom moves anything. */
import type { Box, Mark, Spec } from './layout-types.ts';
import { breakEvenly, breakLines } from './line-break.ts';
import { textWidth } from './text-metrics.ts';

/** px; the radius of a sign is smaller in a column, as in the mock-up, so that rings do not touch. */
export const measure = {
  pitch: 29,
  column: { radius: 10, left: 17, name: 18, right: 8 },
  row: { radius: 11, top: 20, nameTop: 19 },
  name: { size: 12, line: 13 },
  title: { size: 13, line: 17, top: 7, bottom: 5 },
  group: { size: 12, height: 22 },
  bar: { height: 25, pitch: 31, letter: 22, gap: 8 },
  pad: 7,
  gap: 8,
  lane: 5,
} as const;

/** Places that a box is made for. The steps keep clear of the sizes that teams often have, so that the next person fits. */
const steps = [2, 4, 7, 10, 13, 17, 21, 26, 31, 37, 43, 50];

/** Places for so many people with at least one to spare, in steps. @example capacity(5) // 7 */
export function capacity(taken: number): number {
  return steps.find((step) => step > taken) ?? Math.ceil((taken + 1) / 10) * 10;
}

/** The words after a title: how many people are there, '8' or '8 +2?'. */
export function countText(box: Box): string {
  return box.count === null ? '' : `${box.count.yes}${box.count.perhaps > 0 ? ` +${box.count.perhaps}?` : ''}`;
}

function titleHeight(box: Box, width: number): number {
  const { size, line, top, bottom } = measure.title;
  if (box.kind === 'group') return measure.group.height;
  const count = countText(box);
  const room = Math.max(50, width - 2 * 10 - (count === '' ? 0 : textWidth(`  ${count}`, size, 400)));
  box.titleLines = breakLines(box.name, room, size, 600);
  box.noteLines = box.note === null ? [] : breakLines(box.note, Math.max(60, width - 20), 12, 400);
  return top + Math.max(box.titleRoom, box.titleLines.length) * line + box.noteLines.length * 15 + bottom;
}

/** Width that a title wants: it may wrap, but not inside a short word. */
function titleWish(box: Box): number {
  if (box.kind === 'group') return textWidth(box.name, measure.group.size, 400) + 8;
  const whole = textWidth(`${box.name}  ${countText(box)}`, measure.title.size, 600) + 24;
  return Math.min(whole, 150);
}

const extraRows = (lines: number): number => (lines <= 2 ? 1 : Math.ceil(lines / 2));

/** The row that each sign starts in when columns hold `rows`: a long name takes two rows and is not split over columns. */
export function rowsOfMarks(box: Box, rows: number): { at: number[]; total: number } {
  const at: number[] = [];
  let next = 0;
  let index = 0;
  for (const mark of box.marks) {
    next += mark.slot - index;
    const tall = extraRows(mark.lines.length);
    if (tall > 1 && (next % rows) + tall > rows) next = Math.ceil(next / rows) * rows;
    at.push(next);
    next += tall;
    index = mark.slot + 1;
  }
  return { at, total: next + box.need - index };
}

/** How far a number that is wider than its sign pushes the words beside it. */
export function seatShift(mark: Mark): number {
  return mark.number === null ? 0 : Math.max(0, textWidth(mark.number, 11, 600) + 10 - 2 * measure.column.radius);
}

function sizeColumns(box: Box, spec: Spec): void {
  const { left, name, right } = measure.column;
  for (const mark of box.marks) mark.lines = breakLines(mark.text, spec.text - seatShift(mark), measure.name.size);
  const { total } = rowsOfMarks(box, spec.rows);
  box.columns = total === 0 ? 0 : Math.max(1, Math.ceil(total / spec.rows));
  box.rows = total;
  if (box.columns > 1) {
    box.rows = Math.min(spec.rows, Math.ceil(total / box.columns));
    while (box.rows < spec.rows && rowsOfMarks(box, box.rows).total > box.columns * box.rows) box.rows += 1;
  }
  const bridging = box.marks.filter((mark) => mark.ring).length;
  box.gutter = box.columns > 1 ? 8 + Math.ceil((bridging / box.columns + 1) / 3) * 3 * measure.lane : 0;
  const column = left + name + spec.text + right;
  box.ownWidth = box.columns * column + Math.max(0, box.columns - 1) * box.gutter;
  box.ownHeight = box.rows * measure.pitch + (box.children.length > 0 && box.rows > 0 ? 3 : 0);
}

function sizeRow(box: Box, spec: Spec): void {
  const cells = box.need === 0 ? 0 : box.need;
  let lines = 2;
  for (const mark of box.marks) {
    mark.lines = breakEvenly(mark.text, spec.cell - 6, measure.name.size);
    lines = Math.max(lines, mark.lines.length);
  }
  box.columns = cells;
  box.ownWidth = cells * spec.cell;
  box.ownHeight = cells === 0 ? 0 : measure.row.top + measure.row.nameTop + lines * measure.name.line;
}

function sizeBars(box: Box, spec: Spec): void {
  const { pitch, gap } = measure.bar;
  const rows = box.kind === 'arm' ? Math.max(1, box.need) : spec.rows;
  for (const mark of box.marks) mark.lines = breakLines(mark.text, spec.bar - measure.bar.letter - 14, measure.name.size);
  const lines = Math.max(1, ...box.marks.map((mark) => mark.lines.length));
  box.columns = Math.max(1, Math.ceil(box.need / rows));
  box.ownWidth = box.columns * (spec.bar + gap) - gap;
  box.ownHeight = Math.ceil(box.need / box.columns) * (pitch + (lines > 1 ? Math.ceil((lines - 1) * measure.name.line) - 4 : 0));
}

const inner = (box: Box): number => (box.kind === 'group' ? 0 : measure.pad);

/** Room left of a column of children that is not the first: lines to them run there. */
export function gapOfColumn(column: readonly Box[]): number {
  const ends = column.reduce((sum, child) => sum + countBridging(child), 0);
  return 10 + Math.ceil(ends / 3) * 3 * measure.lane;
}

function countBridging(box: Box): number {
  return box.marks.filter((mark) => mark.ring).length + box.children.reduce((sum, child) => sum + countBridging(child), 0);
}

/** Children in columns no higher than `limit` px, in their order; the first `used` px of the first column are taken. */
function columnsOfChildren(children: readonly Box[], limit: number, used: number): Box[][] {
  const columns: Box[][] = [[]];
  let height = used;
  for (const child of children) {
    const column = columns[columns.length - 1] as Box[];
    if (column.length > 0 && height + child.height > limit) {
      columns.push([child]);
      height = child.height + measure.gap;
    } else {
      column.push(child);
      height += child.height + measure.gap;
    }
  }
  return columns;
}

/** Children under the box's own people when these stand in one column, else beside them. */
function sizeChildren(box: Box, spec: Spec): { width: number; height: number } {
  for (const child of box.children) sizeBox(child, spec);
  const tallest = Math.max(...box.children.map((child) => child.height));
  const limit = Math.max(tallest, spec.style === 'row' ? 0 : spec.rows * measure.pitch + 40) + 1;
  box.under =
    box.style === 'column' && box.columns <= 1 && box.ownHeight + tallest <= Math.max(limit, box.ownHeight > 0 ? tallest + measure.pitch * 3 : 0);
  box.childColumns = columnsOfChildren(box.children, box.under ? limit + box.ownHeight : limit, box.under ? box.ownHeight : 0);
  let width = box.under ? 0 : box.ownWidth;
  let height = box.under ? 0 : box.ownHeight;
  for (const [index, column] of box.childColumns.entries()) {
    const wide = Math.max(...column.map((child) => child.width), index === 0 && box.under ? box.ownWidth : 0);
    for (const child of column) child.width = wide;
    const beside = index > 0 || (!box.under && box.ownWidth > 0);
    width += wide + (beside ? gapOfColumn(column) : 0);
    const own = index === 0 && box.under ? box.ownHeight : 0;
    height = Math.max(height, own + column.reduce((sum, child) => sum + child.height + measure.gap, -measure.gap));
  }
  return { width, height };
}

/** Sets width, height and the arrangement of a box and of all in it. */
export function sizeBox(box: Box, spec: Spec): void {
  if (box.style !== 'bars') box.style = box.kind === 'host' ? 'column' : spec.style;
  if (box.style === 'bars') sizeBars(box, spec);
  else if (box.style === 'row') sizeRow(box, spec);
  else sizeColumns(box, spec);
  const pad = inner(box);
  let width = box.ownWidth;
  let body = box.ownHeight;
  if (box.children.length > 0) {
    const children = sizeChildren(box, spec);
    width = children.width;
    body = children.height + (box.under ? 0 : 1);
  }
  const wish = box.style === 'row' || box.columns > 1 ? titleWish(box) : Math.min(titleWish(box), width + 2 * pad + 40);
  box.width = Math.ceil(Math.max(width + 2 * pad, wish));
  box.height = Math.ceil(titleHeight(box, box.width) + body + (body > 0 ? pad : 3));
}
