/** Positions of rows, gaps and channels, once it is known how many lanes each of them holds. */
import { gapKey } from './layout-lanes.ts';
import { placeBox } from './layout-place.ts';
import { alignTitles, page, type Row, resetRow, spareOf, stretchRow } from './layout-rows.ts';
import type { Band, Geometry } from './layout-types.ts';
import { breakLines } from './line-break.ts';

const LABEL_TEXT = page.label - 22;

/** Lanes that each gap (by `gapKey`) and each channel (px) must hold. */
export interface LaneNeed {
  readonly gaps: ReadonlyMap<string, number>;
  readonly channels: readonly number[];
}

/** Room for lanes, in steps of three. */
const gapWidth = (lanes: number, edge: boolean): number => (edge ? 10 : 16) + Math.ceil(Math.max(0, lanes - (edge ? 0 : 1)) / 3) * 15;
/** px, in steps of 18. */
const channelHeight = (lanes: number, between: boolean): number => (lanes === 0 ? (between ? 20 : 12) : 20 + Math.ceil(lanes / 18) * 18);

/** What channels add to the height of a drawing, px. */
export const extraHeight = (channels: readonly number[]): number => channels.reduce((sum, lanes) => sum + channelHeight(lanes, true), 0);

function labelBand(band: Band): number {
  band.nameLines = breakLines(band.name, LABEL_TEXT, 14, 600);
  const note = band.note === null ? [] : breakLines(band.note, LABEL_TEXT, 12, 400);
  band.noteLines = note.length <= 5 ? note : [];
  return 10 + band.nameLines.length * 18 + band.noteLines.length * 15 + 8;
}

function gapsOf(row: Row, index: number, need: LaneNeed): number[] {
  return Array.from({ length: row.boxes.length + 1 }, (_, gap) =>
    gapWidth(need.gaps.get(gapKey(index, gap)) ?? 0, gap === 0 || gap === row.boxes.length),
  );
}

function placeRowAt(row: Row, y: number, gaps: readonly number[], left: number): { x0: number; x1: number }[] {
  const places: { x0: number; x1: number }[] = [];
  let x = left;
  for (const [index, box] of row.boxes.entries()) {
    const gap = gaps[index] as number;
    places.push({ x0: x, x1: x + gap });
    x += gap;
    placeBox(box, row.spec, x, y);
    x += box.width;
  }
  places.push({ x0: x, x1: x + (gaps[gaps.length - 1] as number) });
  return places;
}

/** Blocks of a row are of one height, but for groups of bars. */
function evenHeights(row: Row): number {
  const height = row.boxes.length === 0 ? 26 : Math.max(...row.boxes.map((box) => box.height));
  for (const box of row.boxes) if (box.kind !== 'group') box.height = height;
  return height;
}

/** Widens boxes so that rows are about as long as the longest; all rows of a band alike, so that equal teams are of equal size. */
function fillRows(rows: readonly Row[], gapsPerRow: readonly number[][], room: number): void {
  const gaps = gapsPerRow.map((row) => row.reduce((sum, gap) => sum + gap, 0));
  for (const row of rows) resetRow(row);
  const longest = Math.max(...rows.map((row, index) => row.boxes.reduce((sum, box) => sum + box.width, gaps[index] as number)));
  const filled = Math.max(longest, Math.min(room, longest + 40));
  const spare = rows.map((row, index) => spareOf(row, gaps[index] as number, filled));
  for (const [index, row] of rows.entries()) {
    const extra = Math.min(...spare.filter((_, other) => rows[other]?.band === row.band));
    stretchRow(row, extra, gaps[index] as number, filled);
    alignTitles(row);
  }
}

const FREE_GAP = 80;

/** What a row leaves free at its right is cut into gaps too, so that lines pass it where they are going. */
function splitRest(gaps: { x0: number; x1: number }[], right: number): void {
  const last = gaps[gaps.length - 1] as { x0: number; x1: number };
  if (right - last.x1 < FREE_GAP) last.x1 = right;
  for (let x = last.x1; right - x >= FREE_GAP; x += FREE_GAP) gaps.push({ x0: x, x1: x + FREE_GAP });
}

interface Strips {
  readonly gaps: { x0: number; x1: number }[][];
  readonly channels: { y0: number; y1: number }[];
  y: number;
}

function openChannel(strips: Strips, height: number): void {
  strips.channels.push({ y0: strips.y, y1: strips.y + height });
  strips.y += height;
}

/** Places one row and the channel under it; the first row of a band opens its frame and the last closes it. */
function placeNext(strips: Strips, rows: readonly Row[], index: number, gaps: readonly number[], lanes: number): void {
  const row = rows[index] as Row;
  const { band } = row;
  const closes = rows[index + 1]?.band !== band;
  if (rows[index - 1]?.band !== band) {
    band.frame.y = strips.y;
    strips.y += page.bandPad;
  }
  const height = evenHeights(row);
  strips.gaps.push(placeRowAt(row, strips.y, gaps, page.margin + page.label));
  strips.y += height;
  if (closes) {
    strips.y = Math.max(strips.y + page.bandPad, band.frame.y + labelBand(band));
    band.frame.height = strips.y - band.frame.y;
  }
  openChannel(strips, index === rows.length - 1 && lanes === 0 ? 0 : channelHeight(lanes, closes));
}

/**
 * Places everything.
 * @param top px above the first band
 * @param room px for blocks and gaps beside the labels of the bands
 */
export function placeAll(bands: readonly Band[], rows: readonly Row[], need: LaneNeed, top: number, room: number): Geometry {
  const gapsPerRow = rows.map((row, index) => gapsOf(row, index, need));
  fillRows(rows, gapsPerRow, room);
  const strips: Strips = { gaps: [], channels: [], y: top };
  const first = need.channels[0] ?? 0;
  openChannel(strips, first > 0 ? channelHeight(first, true) : 0);
  for (const index of rows.keys()) placeNext(strips, rows, index, gapsPerRow[index] as number[], need.channels[index + 1] ?? 0);
  const { gaps, channels, y } = strips;
  const right = Math.max(page.margin + page.label + 240, ...gaps.map((row) => row[row.length - 1]?.x1 ?? 0));
  for (const row of gaps) splitRest(row, right);
  for (const band of bands) {
    band.frame.x = page.margin;
    band.frame.width = right - page.margin;
  }
  return { bands, rows: rows.map((row) => row.boxes), gaps, channels, width: right + page.margin, height: y };
}
