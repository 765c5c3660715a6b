/** A drawing without a medium: shapes, paths and text with colour tokens. The window, SVG, PDF and PNG all draw this. */
import type { Weight } from './text-metrics.ts';

/** Nine bound colours of categories; `-on` is the letter on it, `-wash` the ground of an area. */
export const categoryTokens = [
  'k-school',
  'k-bestuur',
  'k-hogeschool',
  'k-universiteit',
  'k-mbo',
  'k-overheid',
  'k-bedrijf',
  'k-netwerk',
  'k-overig',
] as const;
export type CategoryToken = (typeof categoryTokens)[number];

type GroundToken =
  | 'table'
  | 'card'
  | 'band'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'control'
  | 'on-ink'
  | 'mark'
  | 'mark-ink'
  | 'mark-wash';
export type ColourToken = GroundToken | CategoryToken | `${CategoryToken}-on` | `${CategoryToken}-wash`;

/** px, from the left top. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a shape is painted; what is left out is not painted. Widths and dashes in px. */
export interface Paint {
  readonly fill?: ColourToken;
  readonly stroke?: ColourToken;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  readonly cap?: 'round';
}

export interface GroupNode {
  readonly type: 'group';
  /** Of the record, or `part-…` for parts that are no record. */
  readonly id?: string;
  /** ARIA: what it is to a screen reader. */
  readonly role?: 'img' | 'group' | 'list' | 'listitem' | 'button' | 'presentation';
  readonly label?: string;
  readonly opacity?: number;
  /** A sign, line or title: goes faint as one when something else is looked at. */
  readonly leaf?: true;
  readonly children: readonly SceneNode[];
}
export interface RectNode extends Rect, Paint {
  readonly type: 'rect';
  readonly radius?: number;
}
export interface CircleNode extends Paint {
  readonly type: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
export interface LineNode extends Paint {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface PathNode extends Paint {
  readonly type: 'path';
  /** SVG path data with absolute M L Q C Z only. */
  readonly d: string;
}
/** px, half of it outside the letters. */
export const HALO = 4;
export interface TextNode {
  readonly type: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: ColourToken;
  /** A rim of this colour around the letters, where lines may run under them. */
  readonly halo?: ColourToken;
}
export type SceneNode = GroupNode | RectNode | CircleNode | LineNode | PathNode | TextNode;

export type SceneItemKind = 'unit' | 'membership' | 'organisation' | 'seat' | 'relation' | 'bridge' | 'layer';

/** Something that can be pointed at, chosen and read aloud. Items stand in reading order. */
export interface SceneItem {
  readonly kind: SceneItemKind;
  /** Of the record; of a bridge the person. */
  readonly id: string;
  readonly personId: string | null;
  /** The unit, layer or network that it stands in. */
  readonly containerId: string | null;
  readonly bounds: Rect;
  /** A whole phrase for a screen reader. */
  readonly label: string;
  /** The centre of its sign and where its line runs; for arrow keys and for hitting a line within some px. */
  readonly centre: Point;
  readonly lines?: readonly (readonly Point[])[];
}

/** A value in the legend that can be left out of the drawing, or taken back. */
export interface LegendItem {
  /** Pairs of `filter.ts`. */
  readonly pairs: readonly string[];
  readonly label: string;
  readonly isOn: boolean;
  readonly bounds: Rect;
}

export interface Scene {
  /** px */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly root: GroupNode;
  readonly items: readonly SceneItem[];
  readonly legend: readonly LegendItem[];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The item that an arrow key goes to: the nearest of those in that direction, sideways distance counting double.
 * @returns null when there is none
 */
export function neighbour(scene: Scene, from: SceneItem, direction: Direction): SceneItem | null {
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: SceneItem | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const item of scene.items) {
    if (item === from || item.kind === 'bridge' || item.kind === 'relation') continue;
    const dx = item.centre.x - from.centre.x;
    const dy = item.centre.y - from.centre.y;
    const along = (horizontal ? dx : dy) * sign;
    const aside = Math.abs(horizontal ? dy : dx);
    if (along < 2 || aside > along * 4) continue;
    if (along + 2 * aside < least) [best, least] = [item, along + 2 * aside];
  }
  return best;
}
