/** Free notes, arrows and frames on the drawing, each by the thing that it is about, so that it goes along. */
import { text } from './draw-signs.ts';
import type { DiagramLayout } from './layout-result.ts';
import type { Box } from './layout-types.ts';
import { breakLines } from './line-break.ts';
import type { GroupNode, Point, Rect, SceneNode } from './scene.ts';
import { textWidth, type Weight } from './text-metrics.ts';

export interface DrawnNote {
  readonly id: string;
  readonly kind: 'note' | 'arrow' | 'frame';
  readonly text: string | null;
  /** What it goes along with. */
  readonly anchorId: string | null;
  /** px from the middle of its anchor, without one from the left top of the drawing. */
  readonly x: number;
  readonly y: number;
  /** Of an arrow how far its tip is from its start; the height of a note grows with its text. */
  readonly width: number;
  readonly height: number;
}

/** A note where it stands in the drawing. */
export interface PlacedNote {
  readonly note: DrawnNote;
  /** What it takes, px; of an arrow the box around it. */
  readonly bounds: Rect;
  readonly from: Point;
  /** The tip of an arrow, else the right foot. */
  readonly to: Point;
  readonly lines: readonly string[];
}

const NOTE_TEXT = 13;
const LINE = 17;
const PAD = 8;
const NOTE_WIDTH = 180;
const LEAST = 24;

/** The middle of everything in the drawing that has a record: units, people in units, organisations, seats, layers. */
function middles(layout: DiagramLayout): Map<string, Point> {
  const found = new Map<string, Point>();
  const add = (id: string, { x, y, width, height }: Rect): void => {
    if (!found.has(id)) found.set(id, { x: x + width / 2, y: y + height / 2 });
  };
  const visit = (box: Box): void => {
    // a group of bars is no record, it has only a name of its own
    if (box.kind !== 'group' && box.kind !== 'arm') add(box.id, box);
    for (const mark of box.marks) add(mark.id, mark.sign);
    for (const child of box.children) visit(child);
  };
  for (const block of layout.geometry.rows.flat()) visit(block);
  for (const band of layout.geometry.bands) if (band.id !== null) add(band.id, band.frame);
  return found;
}

const within = (value: number, most: number): number => Math.max(2, Math.min(value, most - 2));

/** A new line where the writer made one, an empty line between two paragraphs. */
const linesOf = (words: string, width: number, weight: Weight): string[] =>
  words === '' ? [] : words.split('\n').flatMap((line) => (line.trim() === '' ? [''] : breakLines(line, width, NOTE_TEXT, weight)));

function placed(note: DrawnNote, anchor: Point, page: { readonly width: number; readonly height: number }): PlacedNote {
  const words = note.text ?? '';
  if (note.kind === 'arrow') {
    const from = { x: within(anchor.x + note.x, page.width), y: within(anchor.y + note.y, page.height) };
    const to = { x: within(from.x + note.width, page.width), y: within(from.y + note.height, page.height) };
    const bounds = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
    return { note, bounds, from, to, lines: linesOf(words, NOTE_WIDTH, 500) };
  }
  const width = Math.min(page.width - 4, Math.max(LEAST, note.width === 0 ? NOTE_WIDTH : Math.abs(note.width)));
  const lines = linesOf(words, Math.max(LEAST, width - 2 * PAD), note.kind === 'frame' ? 600 : 400);
  const grown = note.kind === 'note' ? Math.max(1, lines.length) * LINE + 2 * PAD : 0;
  const height = Math.min(page.height - 4, Math.max(LEAST, Math.abs(note.height), grown));
  // a note about something that is not there on this day stays on the page
  const from = { x: within(anchor.x + note.x, page.width - width), y: within(anchor.y + note.y, page.height - height) };
  return { note, bounds: { ...from, width, height }, from, to: { x: from.x + width, y: from.y + height }, lines };
}

/** Where the notes stand. */
export function placeNotes(layout: DiagramLayout, notes: readonly DrawnNote[]): PlacedNote[] {
  if (notes.length === 0) return [];
  const known = middles(layout);
  const page = { width: layout.geometry.width, height: layout.geometry.height };
  return notes.map((note) => placed(note, (note.anchorId === null ? undefined : known.get(note.anchorId)) ?? { x: 0, y: 0 }, page));
}

/**
 * What a note that is put somewhere goes along with: what is nearest to what it is about, and how far from the middle of that it begins.
 * @param from its left top or where the arrow begins; about its middle, or the tip of an arrow
 */
export function anchorAt(layout: DiagramLayout, from: Point, about: Point): { anchorId: string | null; x: number; y: number } {
  let best: [string, Point] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, middle] of middles(layout)) {
    const far = Math.hypot(middle.x - about.x, middle.y - about.y);
    if (far < least) [best, least] = [[key, middle], far];
  }
  const round = (value: number): number => Math.round(value * 10) / 10;
  if (best === null) return { anchorId: null, x: round(from.x), y: round(from.y) };
  return { anchorId: best[0], x: round(from.x - best[1].x), y: round(from.y - best[1].y) };
}

function arrowHead(from: Point, to: Point): SceneNode {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const at = (along: number, aside: number): string =>
    `${Math.round((to.x - ux * along - uy * aside) * 10) / 10} ${Math.round((to.y - uy * along + ux * aside) * 10) / 10}`;
  return { type: 'path', d: `M${at(0, 0)}L${at(12, -6)}L${at(12, 6)}Z`, fill: 'ink' };
}

function writing(one: PlacedNote, x: number, y: number, weight: 400 | 500 | 600): SceneNode[] {
  return one.lines.map((line, index) => text(x, y + index * LINE, line, NOTE_TEXT, weight, 'ink'));
}

/** Words with a ground of their own, so that what is under them does not run through. */
function tag(one: PlacedNote, x: number, y: number, weight: 500 | 600): SceneNode[] {
  if (one.lines.length === 0) return [];
  const width = Math.ceil(Math.max(...one.lines.map((line) => textWidth(line, NOTE_TEXT, weight)))) + 2 * PAD;
  const height = one.lines.length * LINE + 6;
  return [
    { type: 'rect', x, y, width, height, radius: 4, fill: 'mark-wash', stroke: 'ink', strokeWidth: 1 },
    ...writing(one, x + PAD, y + 16, weight),
  ];
}

function drawNote(one: PlacedNote): GroupNode {
  const { note, bounds, from, to } = one;
  const children: SceneNode[] = [];
  if (note.kind === 'note')
    children.push(
      { type: 'rect', ...bounds, radius: 3, fill: 'mark-wash', stroke: 'ink-3', strokeWidth: 1 },
      ...writing(one, bounds.x + PAD, bounds.y + PAD + 12, 400),
    );
  else if (note.kind === 'frame')
    children.push(
      { type: 'rect', ...bounds, radius: 12, stroke: 'ink', strokeWidth: 2.4, dash: [9, 5] },
      ...tag(one, bounds.x + 12, bounds.y - 12, 600),
    );
  else
    children.push(
      { type: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: 'table', strokeWidth: 6 },
      { type: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: 'ink', strokeWidth: 2.4 },
      arrowHead(from, to),
      ...tag(one, from.x - (to.x >= from.x ? 20 : 40), to.y >= from.y ? from.y - one.lines.length * LINE - 8 : from.y + 2, 500),
    );
  return { type: 'group', id: note.id, role: 'img', label: note.text ?? '', children };
}

export const drawNotes = (layout: DiagramLayout, notes: readonly DrawnNote[]): GroupNode[] => placeNotes(layout, notes).map(drawNote);
