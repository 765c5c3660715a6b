/** Which blocks stand on which row, in which style, and how wide the drawing is: near A3 landscape, in steps. */
import { measure, sizeBox } from './layout-size.ts';
import type { Band, Box, Spec } from './layout-types.ts';
import { textWidth } from './text-metrics.ts';

export const page = { margin: 20, label: 116, bandPad: 9, gutter: 24, gap: 26, ratio: 1.41 } as const;

export interface Row {
  readonly band: Band;
  readonly boxes: Box[];
  spec: Spec;
}

const textSteps = [88, 104, 120, 136, 152, 172];
const barSteps = [108, 126, 146, 168, 192, 220, 250];
const widthSteps = [760, 900, 1060, 1220, 1400, 1600, 1840, 2100, 2400, 2750, 3150, 3600, 4200, 5000, 6000, 7500];
const rowLimits = [4, 6, 8, 10, 12, 15, 18, 24];

const allMarks = (boxes: readonly Box[]): Box['marks'] => boxes.flatMap((box) => [...box.marks, ...allMarks(box.children)]);

/** The step that lets most names stand on one line and nearly all on two; one more name seldom changes it. */
function stepFor(widths: readonly number[], steps: readonly number[], enough: number): number {
  const last = steps[steps.length - 1] as number;
  if (widths.length === 0) return steps[1] as number;
  const share = (limit: number): number => widths.filter((width) => width <= limit).length / widths.length;
  return steps.find((step) => share(step) >= enough && share(step * 1.8) >= 0.96) ?? last;
}

export interface Widths {
  readonly text: number;
  readonly bar: number;
}

export function widthsFor(bands: readonly Band[]): Widths {
  const marks = allMarks(bands.flatMap((band) => band.blocks));
  const named = (bar: boolean): number[] => marks.filter((mark) => mark.bar === bar).map((mark) => textWidth(mark.text, measure.name.size));
  return {
    text: stepFor(named(false), textSteps, 0.72),
    bar: stepFor(
      named(true).map((width) => width + measure.bar.letter + 14),
      barSteps,
    ),
  };
}

/** Blocks on rows, in their order. */
function wrap(boxes: readonly Box[], room: number): Box[][] {
  const rows: Box[][] = [];
  let row: Box[] = [];
  let used = 0;
  for (const box of boxes) {
    if (row.length > 0 && used + box.width + page.gap > room) {
      rows.push(row);
      row = [];
      used = 0;
    }
    row.push(box);
    used += box.width + page.gap;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const heightOf = (rows: readonly (readonly Box[])[]): number => rows.reduce((sum, row) => sum + Math.max(...row.map((box) => box.height)) + 30, 0);
const eligible = (box: Box): boolean =>
  box.kind !== 'host' && box.need <= 13 && box.marks.every((mark) => textWidth(mark.text, 12) <= 210) && box.children.every(eligible);

interface Choice {
  readonly spec: Spec;
  readonly rows: Box[][];
  readonly score: number;
  /** px */
  readonly height: number;
  readonly width: number;
}

function trySpec(band: Band, spec: Spec, room: number, favour: number): Choice {
  for (const box of band.blocks) sizeBox(box, spec);
  const rows = wrap(band.blocks, room);
  const widest = Math.max(...band.blocks.map((box) => box.width));
  const height = heightOf(rows);
  const width = Math.max(...rows.map((row) => row.reduce((sum, box) => sum + box.width + page.gap, 0)));
  return { spec, rows, height, width, score: height * favour + (widest > room ? 2000 + widest : 0) };
}

const baseSpec = (widths: Widths, room: number): Spec => ({ style: 'column', rows: 8, text: widths.text, cell: 86, room, bar: widths.bar });

/** The arrangement of a band that is lowest within a width; people in a row are preferred, as they show the box best. */
function arrangeBand(band: Band, widths: Widths, room: number): Choice | null {
  if (band.blocks.length === 0) return null;
  const base = baseSpec(widths, room);
  const tried: Choice[] = [];
  if (band.kind === 'partners') for (const rows of [1, 2, 3, 4, 6, 8, 12, 20, 40]) tried.push(trySpec(band, { ...base, rows }, room, 1));
  else {
    if (band.blocks.every(eligible)) tried.push(trySpec(band, { ...base, style: 'row' }, room, 0.8));
    for (const rows of rowLimits) tried.push(trySpec(band, { ...base, rows }, room, 1));
  }
  return tried.reduce((best, one) => (one.score < best.score - 1 ? one : best));
}

/** Signs across a block: what extra width is shared among. */
function across(box: Box): number {
  const own = box.columns;
  if (box.children.length === 0) return Math.max(1, own);
  const children = box.childColumns.map((column) => Math.max(...column.map(across)));
  const first = box.under ? Math.max(own, children[0] as number) : own + (children[0] as number);
  return Math.max(
    1,
    children.slice(1).reduce((sum, one) => sum + one, first),
  );
}

/** Gives a row that is not full some of the room that is left, in steps. */
export function stretchRow(row: Row, gaps: number, room: number): void {
  const used = row.boxes.reduce((sum, box) => sum + box.width, 0) + gaps;
  const share = Math.floor((room - used) / row.boxes.reduce((sum, box) => sum + across(box), 0));
  const limit = row.spec.style === 'row' ? 30 : 56;
  const extra = Math.floor(Math.min(limit, share) / 2) * 2;
  if (extra < 2 || row.band.kind === 'partners') return;
  const { spec } = row;
  row.spec = { ...spec, text: spec.text + extra, cell: spec.cell + extra };
  for (const box of row.boxes) sizeBox(box, row.spec);
  if (row.boxes.reduce((sum, box) => sum + box.width, 0) + gaps <= room) return;
  row.spec = spec;
  for (const box of row.boxes) sizeBox(box, spec);
}

interface Arrangement {
  readonly rows: Row[];
  readonly height: number;
  readonly width: number;
}

function arrangeAll(bands: readonly Band[], widths: Widths, room: number): Arrangement {
  const rows: Row[] = [];
  let height = 2 * page.margin + 70;
  let width = 0;
  for (const band of bands) {
    const choice = arrangeBand(band, widths, room);
    height += 2 * page.bandPad + page.gutter + (choice ? choice.height - 30 : 40);
    width = Math.max(width, choice?.width ?? 0);
    for (const boxes of choice?.rows ?? [[]]) rows.push({ band, boxes, spec: choice?.spec ?? baseSpec(widths, room) });
  }
  return { rows, height, width };
}

/**
 * Chooses the width of the drawing and the rows of every band.
 * @param lanes px that lines need over the whole height, as far as known
 * @returns the rows from the top down and the room for blocks in px
 */
export function arrange(bands: readonly Band[], lanes: number): { rows: Row[]; room: number } {
  const widths = widthsFor(bands);
  let best = widthSteps[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const room of widthSteps) {
    const { height, width } = arrangeAll(bands, widths, room);
    const off = Math.abs(Math.log((width + page.label + 2 * page.margin) / (height + lanes) / page.ratio));
    if (off < least - 0.02) [best, least] = [room, off];
    else if (off > least + 0.5) break;
  }
  const { rows } = arrangeAll(bands, widths, best);
  // sizes were left by the last try of each band: set them again to those of the chosen one
  for (const row of rows) for (const box of row.boxes) sizeBox(box, row.spec);
  return { rows, room: best };
}
