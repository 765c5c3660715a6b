/** What the steps of the layout hand to each other. Lengths in px; everything is absolute once a box is placed. */
import type { Presence } from '../domain/presence.ts';
import type { Change } from './model.ts';
import type { Category } from './palette.ts';
import type { CategoryToken, Point, Rect } from './scene.ts';

export interface MutableRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A strip beside a column of signs in which lines run to the edge of the block. */
export interface Zone {
  x0: number;
  x1: number;
  users: { key: string; y: number }[];
}

/** A sign with its name: a person, a place without a name, or an organisation. */
export interface Mark {
  readonly kind: 'membership' | 'seat' | 'organisation' | 'unit';
  readonly id: string;
  readonly personId: string | null;
  readonly containerId: string;
  readonly roleName: string | null;
  readonly text: string;
  readonly category: Category;
  readonly presence: Presence;
  /** Only where two days are compared. */
  readonly change: Change | null;
  readonly unsure: boolean;
  readonly ring: boolean;
  readonly appointed: boolean;
  /** Units that the person sits in on this day. */
  readonly times: number;
  /** Of a seat: '6×', '≥ 6', '?'. */
  readonly number: string | null;
  readonly seatKind: 'seat' | 'norm' | 'absence' | null;
  readonly bar: boolean;
  readonly label: string;
  slot: number;
  cx: number;
  cy: number;
  r: number;
  lines: readonly string[];
  name: MutableRect;
  /** The whole bar, or the sign with its ring. */
  sign: MutableRect;
  zone: Zone | null;
}

interface Count {
  yes: number;
  perhaps: number;
}

export type BoxKind = 'unit' | 'host' | 'network' | 'group' | 'arm';

export interface Box {
  readonly kind: BoxKind;
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly label: string;
  readonly count: Count | null;
  readonly presence: Presence;
  readonly change: Change | null;
  readonly token: CategoryToken | null;
  readonly foreign: boolean;
  marks: Mark[];
  readonly children: Box[];
  /** Rows taken by slots, with the spare one. */
  need: number;
  columns: number;
  /** Signs under each other in a column. */
  rows: number;
  style: 'row' | 'column' | 'bars';
  /** Children in columns; the first column stands under the box's own people when `under`, else beside them. */
  childColumns: Box[][];
  under: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  ownWidth: number;
  ownHeight: number;
  gutter: number;
  titleLines: readonly string[];
  /** Lines kept free for the title, as many as its neighbours have. */
  titleRoom: number;
  title: MutableRect;
  noteLines: readonly string[];
  zone: Zone | null;
}

export interface Band {
  readonly key: string;
  readonly kind: 'partners' | 'layer' | 'network' | 'units' | 'ring' | 'surroundings';
  readonly id: string | null;
  readonly name: string;
  readonly note: string | null;
  readonly dashed: boolean;
  readonly blocks: Box[];
  rows: Box[][];
  frame: MutableRect;
  nameLines: readonly string[];
  noteLines: readonly string[];
  labelRects: Rect[];
}

/** What a box is measured with; the same for a whole band. */
export interface Spec {
  readonly style: 'row' | 'column';
  /** At most so many signs under each other. */
  readonly rows: number;
  /** Width for names beside a sign, and of a cell in a row. */
  readonly text: number;
  readonly cell: number;
  /** Width of the bar of an organisation. */
  readonly bar: number;
}

/** One end of a line: how it leaves its block. */
export interface Attach {
  readonly side: 'left' | 'top' | 'bottom';
  /** Where it leaves the block: x for top and bottom, y for left. */
  readonly at: () => number;
  /** From the sign to the edge of the block. */
  readonly stub: () => Point[];
  readonly cost: number;
  readonly zone: Zone | null;
  readonly zoneY: number;
}

export interface Terminal {
  /** Whether a line can leave straight to the right, to the next block. */
  readonly right: boolean;
  readonly row: number;
  readonly gap: number;
  readonly x: number;
  readonly attaches: readonly Attach[];
  readonly mark: Mark | null;
  readonly box: Box | null;
}

/** A line that joins two or more ends. */
export interface Net {
  readonly key: string;
  readonly terminals: readonly Terminal[];
  readonly kind: 'bridge' | 'relation';
  readonly word: string | null;
  readonly wordWidth: number;
  /** Per terminal whether an arrow points at it. */
  readonly arrows: readonly boolean[];
  chosen: Attach[];
  channels: number[];
  /** Per terminal another one in the same gap that it is joined to directly, or -1. */
  joined: number[];
  /** Per terminal whether it is joined by a straight line to its neighbour in the next block. */
  direct: boolean[];
  passes: { row: number; gap: number }[];
  paths: Point[][];
  wordAt: Rect | null;
}

export interface Geometry {
  readonly bands: readonly Band[];
  readonly rows: readonly (readonly Box[])[];
  /** Per row the gaps left of each block, right of the last, and what is free beyond that in parts: x from and to. */
  gaps: { x0: number; x1: number }[][];
  /** Per channel its strip for lanes: y from and to. */
  channels: { y0: number; y1: number }[];
  width: number;
  height: number;
}
