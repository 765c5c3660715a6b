/** Putting a sized box somewhere: where its title, its signs and its children stand. */
import { countText, gapOfColumn, measure, rowsOfMarks, seatShift } from './layout-size.ts';
import type { Box, Mark, Spec, Zone } from './layout-types.ts';
import { textWidth } from './text-metrics.ts';

const zone = (x0: number, x1: number): Zone => ({ x0, x1, users: [] });

function placeTitle(box: Box): number {
  const count = countText(box);
  const { size, line, top, bottom } = measure.title;
  if (box.kind === 'group') {
    box.titleLines = [box.name];
    box.title = { x: box.x, y: box.y, width: textWidth(box.name, measure.group.size, 400), height: 16 };
    return box.y + measure.group.height;
  }
  const last = box.titleLines.length - 1;
  const widths = box.titleLines.map((text, index) => textWidth(text + (index === last && count !== '' ? `  ${count}` : ''), size, 600));
  const left = box.style === 'column' && (box.marks.length > 0 || box.kind === 'host') ? measure.pad + measure.column.left + measure.column.name : 12;
  const wide = Math.max(0, ...widths);
  const x = Math.min(box.x + left + (box.kind === 'arm' ? -20 : 0), box.x + box.width - wide - 8);
  const notes = Math.max(0, ...box.noteLines.map((text) => textWidth(text, 12)));
  box.title = {
    x: Math.max(box.x + 8, x),
    y: box.y + top,
    width: Math.max(wide, notes),
    height: box.titleLines.length * line + box.noteLines.length * 15,
  };
  return box.y + top + Math.max(box.titleRoom, box.titleLines.length) * line + box.noteLines.length * 15 + bottom;
}

function placeName(mark: Mark, x: number, y: number, centred: boolean): void {
  const { size, line } = measure.name;
  const width = Math.max(0, ...mark.lines.map((text) => textWidth(text, size)));
  mark.name = { x: centred ? x - width / 2 : x, y, width, height: mark.lines.length * line };
}

/** A ring, or the sign of a change beside it; the number in a seat keeps its form. */
const takesRing = (mark: Mark): boolean => mark.ring || (mark.number === null && mark.change !== null && mark.change !== 'kept');

function placeColumn(box: Box, spec: Spec, left: number, top: number): void {
  const { radius, left: chipLeft, name, right } = measure.column;
  const { pitch } = measure;
  const width = chipLeft + name + spec.text + right;
  const rows = box.columns > 1 ? box.rows : Number.MAX_SAFE_INTEGER;
  const places = rowsOfMarks(box, rows).at;
  const zones = Array.from({ length: box.columns }, (_, column) => {
    const start = left + column * (width + box.gutter);
    return column === 0 ? null : zone(start - box.gutter + 2, start + chipLeft - 18);
  });
  for (const [index, mark] of box.marks.entries()) {
    const at = places[index] as number;
    const column = Math.min(box.columns - 1, Math.floor(at / rows));
    const start = left + column * (width + box.gutter);
    mark.r = radius;
    mark.cx = start + chipLeft;
    mark.cy = top + (at - column * (column > 0 ? rows : 0)) * pitch + pitch / 2;
    mark.zone = zones[column] ?? box.zone;
    const shift = seatShift(mark);
    const middle = mark.lines.length > 2 ? mark.cy - pitch / 2 : mark.cy - (mark.lines.length * measure.name.line) / 2;
    placeName(mark, mark.cx + name + shift, middle, false);
    const reach = takesRing(mark) ? 14.2 : radius;
    mark.sign = { x: mark.cx - reach, y: mark.cy - reach, width: 2 * reach + shift, height: 2 * reach };
  }
}

function placeRow(box: Box, spec: Spec, left: number, top: number): void {
  for (const mark of box.marks) {
    mark.r = measure.row.radius;
    mark.cx = left + (mark.slot + 0.5) * spec.cell;
    mark.cy = top + measure.row.top - 3;
    mark.zone = null;
    placeName(mark, mark.cx, mark.cy + measure.row.nameTop, true);
    const reach = takesRing(mark) ? 15.7 : mark.r;
    const wide = Math.max(reach, (seatShift(mark) + 2 * mark.r) / 2);
    mark.sign = { x: mark.cx - wide, y: mark.cy - reach, width: 2 * wide, height: 2 * reach };
  }
}

function placeBars(box: Box, spec: Spec, left: number, top: number): void {
  const { height, gap, letter, pitch } = measure.bar;
  const rows = Math.max(1, Math.ceil(box.need / Math.max(1, box.columns)));
  const step = Math.max(pitch, rows > 0 ? box.ownHeight / rows : pitch);
  for (const mark of box.marks) {
    const column = mark.slot % box.columns;
    const x = left + column * (spec.bar + gap);
    const y = top + Math.floor(mark.slot / box.columns) * step;
    const tall = step - (pitch - height);
    mark.sign = { x, y, width: spec.bar, height: tall };
    mark.cx = x + letter / 2;
    mark.cy = y + tall / 2;
    mark.r = 9;
    mark.zone = column === 0 ? box.zone : zone(x - gap + 1, x - 2);
    placeName(mark, x + letter + 7, mark.cy - (mark.lines.length * measure.name.line) / 2, false);
  }
}

/** Places children in their columns and stretches the last of each to the foot of the box. */
function placeChildren(box: Box, spec: Spec, left: number, top: number): void {
  const foot = box.y + box.height - measure.pad;
  const last = box.childColumns.length - 1;
  let x = left;
  for (const [index, column] of box.childColumns.entries()) {
    const beside = index > 0 || (!box.under && box.ownWidth > 0);
    let side = box.zone;
    if (beside) {
      const gap = gapOfColumn(column);
      x += index === 0 ? box.ownWidth : 0;
      side = zone(x + 3, x + gap - 3);
      x += gap;
    }
    let y = top + (index === 0 && box.under ? box.ownHeight : 0);
    for (const [place, child] of column.entries()) {
      child.zone = side;
      if (place === column.length - 1) child.height = Math.max(child.height, foot - y);
      if (index === last) child.width = Math.max(child.width, box.x + box.width - measure.pad - x);
      placeBox(child, spec, x, y);
      y += child.height + measure.gap;
    }
    x += column[0]?.width ?? 0;
  }
}

/**
 * Places a sized box and all in it.
 * @param x left, px; y top, px
 */
export function placeBox(box: Box, spec: Spec, x: number, y: number): void {
  box.x = x;
  box.y = y;
  const top = placeTitle(box);
  const left = x + (box.kind === 'group' ? 0 : measure.pad);
  if (box.style === 'bars') placeBars(box, spec, left, top);
  else if (box.style === 'row') placeRow(box, spec, left, top);
  else placeColumn(box, spec, left, top);
  if (box.children.length > 0) placeChildren(box, spec, left, top);
}
