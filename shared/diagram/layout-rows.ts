/** Which blocks stand on which row, in which style, and how wide the drawing is: near A3 landscape, in steps. */
import { measure, sizeBox } from './layout-size.ts';
import type { Band, Box, Spec } from './layout-types.ts';
import { textWidth } from './text-metrics.ts';

export const page = { margin: 20, label: 116, bandPad: 9, gutter: 24, gap: 26, ratio: 1.41 } as const;

export interface Row {
  readonly band: Band;
  readonly boxes: Box[];
  /** As chosen for the band. */
  readonly base: Spec;
  /** With the share of the room that was left. */
  spec: Spec;
}

const textSteps = [92, 112, 136, 164];
const barSteps = [108, 126, 146, 168, 192, 220, 250];
const widthSteps = [760, 900, 1060, 1220, 1400, 1500, 1600, 1720, 1840, 1960, 2100, 2400, 2750, 3150, 3600, 4200, 5000, 6000, 7500];
const rowLimits = [4, 6, 8, 10, 12, 15, 18, 24];

const allMarks = (boxes: readonly Box[]): Box['marks'] => boxes.flatMap((box) => [...box.marks, ...allMarks(box.children)]);

/** The step that lets most names stand on one line and nearly all on two; one more name seldom changes it. */
function stepFor(widths: readonly number[], steps: readonly number[], enough: number): number {
  const last = steps[steps.length - 1] as number;
  if (widths.length === 0) return steps[1] as number;
  const share = (limit: number): number => widths.filter((width) => width <= limit).length / widths.length;
  return steps.find((step) => share(step) >= enough && share(step * 1.8) >= 0.96) ?? last;
}

interface Widths {
  readonly text: number;
  readonly bar: number;
}

function widthsFor(bands: readonly Band[]): Widths {
  const marks = allMarks(bands.flatMap((band) => band.blocks));
  const named = (bar: boolean): number[] => marks.filter((mark) => mark.bar === bar).map((mark) => textWidth(mark.text, measure.name.size));
  return {
    text: stepFor(named(false), textSteps, 0.72),
    bar: stepFor(
      named(true).map((width) => width + measure.bar.letter + 14),
      barSteps,
      0.85,
    ),
  };
}

/** Sizes of the blocks of a band with one spec. */
interface Try {
  readonly spec: Spec;
  readonly favour: number;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

interface Choice {
  readonly spec: Spec;
  readonly rows: Box[][];
  readonly score: number;
  readonly favour: number;
  /** px */
  readonly height: number;
  readonly width: number;
}

const eligible = (box: Box): boolean =>
  box.kind !== 'host' && box.need <= 13 && box.marks.every((mark) => textWidth(mark.text, 12) <= 210) && box.children.every(eligible);
const baseSpec = (widths: Widths): Spec => ({ style: 'column', rows: 8, text: widths.text, cell: 84, bar: widths.bar });

/** People in a row are preferred where they fit, as they show the box best. */
function triesOf(band: Band, widths: Widths): Try[] {
  const base = baseSpec(widths);
  const sized = (spec: Spec, favour: number): Try => {
    for (const box of band.blocks) sizeBox(box, spec);
    return { spec, favour, sizes: band.blocks.map(({ width, height }) => ({ width, height })) };
  };
  if (band.blocks.length === 0) return [];
  if (band.kind === 'partners') return [1, 2, 3, 4, 6, 8, 12, 20, 40].map((rows) => sized({ ...base, rows }, 1));
  const tries = band.blocks.every(eligible) ? [sized({ ...base, style: 'row' }, 0.75)] : [];
  return [...tries, ...rowLimits.map((rows) => sized({ ...base, rows }, 1))];
}

/** Where each row ends when blocks are put on rows in their order, each as full as it can be. */
function rowEnds(sizes: Try['sizes'], room: number): number[] {
  const ends: number[] = [];
  let used = 0;
  for (const [index, size] of sizes.entries()) {
    if (used > 0 && used + size.width + page.gap > room) {
      ends.push(index);
      used = 0;
    }
    used += size.width + page.gap;
  }
  return [...ends, sizes.length];
}

/** As few rows as the room allows, and these of about one length: 7 and 6 rather than 10 and 3. */
function evenRowEnds(sizes: Try['sizes'], room: number): number[] {
  const ends = rowEnds(sizes, room);
  if (ends.length === 1 || ends.length > 4) return ends;
  const total = sizes.reduce((sum, size) => sum + size.width + page.gap, 0);
  for (let narrow = total / ends.length; narrow < room; narrow += room / 24) {
    const tried = rowEnds(sizes, narrow);
    if (tried.length === ends.length) return tried;
  }
  return ends;
}

function choose(band: Band, one: Try, room: number): Choice {
  const rows: Box[][] = [];
  let [from, height, width] = [0, 0, 0];
  for (const end of evenRowEnds(one.sizes, room)) {
    const row = one.sizes.slice(from, end);
    rows.push(band.blocks.slice(from, end));
    height += Math.max(...row.map((size) => size.height)) + (from > 0 ? 30 : 0);
    width = Math.max(
      width,
      row.reduce((sum, size) => sum + size.width + page.gap, 0),
    );
    from = end;
  }
  return {
    spec: one.spec,
    favour: one.favour,
    rows,
    height,
    width,
    score: (height + 30) * one.favour + (width > room + page.gap ? 2000 + width : 0),
  };
}

/** The arrangement of a band that is lowest within a width. */
function arrangeBand(band: Band, tries: readonly Try[], room: number): Choice | null {
  let best: Choice | null = null;
  for (const one of tries) {
    const choice = choose(band, one, room);
    if (best === null || choice.score < best.score - 1) best = choice;
  }
  return best;
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

const setTitleRoom = (box: Box, lines: number): void => {
  box.titleRoom = lines;
};

/** Schools beside each other get titles of as many lines, and so do their first teams, so that signs stand on one line. */
export function alignTitles(row: Row): void {
  const hosts = row.boxes.filter((box) => box.kind === 'host');
  const firsts = hosts.map((box) => box.children[0]).filter((box) => box !== undefined);
  for (const group of [hosts, firsts]) {
    const most = Math.max(1, ...group.map((box) => box.titleLines.length));
    for (const box of group) setTitleRoom(box, most);
  }
  for (const box of hosts) sizeBox(box, row.spec);
}

/** Boxes keep the sizes of what was last tried: gives those of a row the sizes of its own arrangement. */
export function resetRow(row: Row): void {
  row.spec = row.base;
  for (const box of row.boxes) {
    for (const one of [box, ...box.children]) setTitleRoom(one, 1);
    sizeBox(box, row.base);
  }
}

/** What each sign of a row could get of the room that is left, px in steps of 2. */
export function spareOf(row: Row, gaps: number, room: number): number {
  if (row.boxes.length === 0 || row.band.kind === 'partners') return 0;
  const used = row.boxes.reduce((sum, box) => sum + box.width, 0) + gaps;
  const share = Math.floor((room - used) / row.boxes.reduce((sum, box) => sum + across(box), 0));
  return Math.max(0, Math.floor(Math.min(row.spec.style === 'row' ? 30 : 56, share) / 2) * 2);
}

/** Widens the boxes of a row; they stay as they were when the row would not fit any more. */
export function stretchRow(row: Row, extra: number, gaps: number, room: number): void {
  if (extra < 2) return;
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

/** All sizes that blocks can have: measured once, used for every width that is tried. */
export interface Sizes {
  readonly widths: Widths;
  readonly tries: readonly (readonly Try[])[];
}

export function sizesOf(bands: readonly Band[]): Sizes {
  const widths = widthsFor(bands);
  return { widths, tries: bands.map((band) => triesOf(band, widths)) };
}

function arrangeAll(bands: readonly Band[], sizes: Sizes, room: number): Arrangement {
  const rows: Row[] = [];
  let height = 2 * page.margin + 70;
  let width = 0;
  for (const [index, band] of bands.entries()) {
    const choice = arrangeBand(band, sizes.tries[index] as readonly Try[], room);
    // as if lower when people stand in a row, so that a drawing is rather made wide enough for it
    height += 2 * page.bandPad + page.gutter + (choice ? choice.height * choice.favour : 26);
    width = Math.max(width, choice?.width ?? 0);
    const base = choice?.spec ?? baseSpec(sizes.widths);
    for (const boxes of choice?.rows ?? [[]]) rows.push({ band, boxes, base, spec: base });
  }
  return { rows, height, width };
}

/** What decides how small the drawing gets on A3 landscape: its height (counted somewhat more, for
 * a wide drawing reads better), or its width over the proportion of the paper; px. */
export const printSize = (width: number, height: number): number => Math.max(width / page.ratio, height * 1.18);

/**
 * Chooses the width of the drawing and the rows of every band.
 * @param lanes px that lines need over the whole height, as far as known
 * @returns the rows from the top down and the room for blocks in px
 */
export function arrange(bands: readonly Band[], sizes: Sizes, lanes: number): { rows: Row[]; room: number } {
  let best = widthSteps[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const room of widthSteps) {
    const { height, width } = arrangeAll(bands, sizes, room);
    const size = printSize(width + page.label + 2 * page.margin, height + lanes);
    if (size < least * 0.98) [best, least] = [room, size];
  }
  const { rows } = arrangeAll(bands, sizes, best);
  return { rows, room: best };
}
