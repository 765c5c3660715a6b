/** The signs of the olievlek: the drop, places, and lines in four manners that colour does not tell apart. */
import { personSign, text } from '../diagram/draw-signs.ts';
import { type Category, categoryOf, otherCategory } from '../diagram/palette.ts';
import type { ColourToken, Paint, PathNode, Point, SceneNode, TextNode } from '../diagram/scene.ts';
import type { Weight } from '../diagram/text-metrics.ts';
import type { SpreadManner } from '../domain/lists.ts';
import type { SpreadPlace, StepState } from './path.ts';
import { type Curve, SIGN } from './rings.ts';

const round = (value: number): number => Math.round(value * 100) / 100;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

export const haloed = (
  x: number,
  y: number,
  words: string,
  size: number,
  weight: Weight,
  fill: ColourToken,
  anchor: TextNode['anchor'] = 'start',
) => ({
  ...text(x, y, words, size, weight, fill, anchor),
  halo: 'table' as const,
});

/** Which colour and letter a place has: those of its kind of organisation; a network and a group in words have their own. */
export function placeCategory(place: Pick<SpreadPlace, 'kind' | 'organisationKind'>): Category {
  if (place.organisationKind !== null) return categoryOf('organisation', place.organisationKind);
  return place.kind === 'network' ? categoryOf('organisation', 'networkOrganisation') : otherCategory;
}

export function placeSign(place: SpreadPlace, state: StepState, centre: Point, chosen: boolean): readonly SceneNode[] {
  const presence = state === 'sure' ? 'yes' : state === 'ended' ? 'no' : 'perhaps';
  return personSign({ category: placeCategory(place), presence, ring: false, appointed: false, chosen }, centre.x, centre.y, SIGN);
}

/** The drop: here it was made. */
export function drop({ x, y }: Point, size = 1): PathNode {
  const p = (dx: number, dy: number): string => `${round(x + dx * size)} ${round(y + dy * size)}`;
  const d = `M${p(0, -22)}C${p(4, -12)} ${p(14, -4)} ${p(14, 5)}C${p(14, 13)} ${p(8, 19)} ${p(0, 19)}C${p(-8, 19)} ${p(-14, 13)} ${p(-14, 5)}C${p(-14, -4)} ${p(-4, -12)} ${p(0, -22)}Z`;
  return { type: 'path', d, fill: 'ink' };
}

const strokes: Readonly<Record<SpreadManner, Omit<Paint, 'stroke'>>> = {
  takenOver: { strokeWidth: 1.8 },
  adapted: { strokeWidth: 2, dash: [8, 5] },
  remade: { strokeWidth: 5 },
  inspired: { strokeWidth: 2.2, dash: [0.1, 5.5], cap: 'round' },
};

interface LineLook {
  /** Not sure, or no longer in use. */
  readonly faint?: boolean;
  /** On the highlighter. */
  readonly lit?: boolean;
}

/** A line in the way of its step; `remade` is two lines beside each other. */
export function mannerLine(d: string, how: SpreadManner, { faint = false, lit = false }: LineLook = {}): SceneNode {
  const lines: SceneNode[] = [{ type: 'path', d, stroke: lit ? 'mark-ink' : 'ink-2', ...strokes[how] }];
  if (how === 'remade') lines.push({ type: 'path', d, stroke: lit ? 'mark' : 'table', strokeWidth: 2.4 });
  return { type: 'group', ...(faint && !lit ? { opacity: 0.5 } : {}), children: lines };
}

export const curvePath = ({ from, control, to }: Curve): string => `M${at(from)}Q${at(control)} ${at(to)}`;
/** The highlighter under a line: here we look now. */
export const markLine = (d: string): SceneNode => ({ type: 'path', d, stroke: 'mark', strokeWidth: 11, cap: 'round' });
