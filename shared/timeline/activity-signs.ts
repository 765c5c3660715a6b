/** The signs of the register of activities: a shape for each kind, hollow where it was not carried out, hatched where it is not sure when. */
import type { CategoryToken, Paint, PathNode, SceneNode } from '../diagram/scene.ts';
import type { Shape } from './activity-plan.ts';
import { round } from './signs.ts';

/** Half of a sign, px. */
export const SIGN = 5;
export const BAR = 10;
/** Between the lines of a hatch, px. */
const STEP = 6;

/** One for each pillar, in their order; the name stands in the band, so that the colour says nothing alone. */
const tokens = ['k-universiteit', 'k-school', 'k-hogeschool', 'k-bestuur', 'k-mbo', 'k-netwerk'] as const satisfies readonly CategoryToken[];
export const tokenOf = (index: number): CategoryToken => tokens[index % tokens.length] as CategoryToken;

const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

/** @param hollow only its outline: it was not carried out */
export function activitySign(shape: Shape, x: number, y: number, token: CategoryToken, hollow: boolean): SceneNode {
  const paint: Paint = hollow ? { fill: 'table', stroke: token, strokeWidth: 1.5 } : { fill: token, stroke: 'table', strokeWidth: 1.5 };
  if (shape === 'meeting') return { type: 'circle', cx: round(x), cy: round(y), r: SIGN + 0.5, ...paint };
  if (shape === 'publication') return { type: 'rect', x: round(x - SIGN), y: round(y - SIGN), width: SIGN * 2, height: SIGN * 2, ...paint };
  return { type: 'path', d: `M${at(x - SIGN, y - SIGN - 1)}L${at(x + SIGN + 1.5, y)}L${at(x - SIGN, y + SIGN + 1)}Z`, ...paint };
}

/** Slanting lines within a bar, computed so that no clip is needed. */
function hatch(x: number, y: number, width: number, token: CategoryToken): PathNode {
  let d = '';
  for (let offset = STEP - BAR; offset < width; offset += STEP) {
    const [from, to] = [Math.max(0, offset), Math.min(width, offset + BAR)];
    if (to - from >= 1) d += `M${at(x + from, y + BAR / 2 - (from - offset))}L${at(x + to, y + BAR / 2 - (to - offset))}`;
  }
  return { type: 'path', d, stroke: token, strokeWidth: 1.4 };
}

const box = (x: number, y: number, width: number, paint: Paint): SceneNode => ({
  type: 'rect',
  x: round(x),
  y: round(y - BAR / 2),
  width: round(width),
  height: BAR,
  radius: 3,
  ...paint,
});

export const unsureBar = (x: number, y: number, width: number, token: CategoryToken): readonly SceneNode[] => [
  box(x, y, width, { fill: `${token}-wash` }),
  hatch(x, y, width, token),
  box(x, y, width, { stroke: token, strokeWidth: 1, dash: [3, 2] }),
];

export const sureBar = (x: number, y: number, width: number, token: CategoryToken): SceneNode =>
  box(x, y, width, { fill: token, stroke: token, strokeWidth: 1 });

/** It is not known when it ended, or when it began. @param way 1 to the right, -1 to the left */
export const openTip = (x: number, y: number, way: 1 | -1, token: CategoryToken): SceneNode => ({
  type: 'path',
  d: `M${at(x - 7 * way, y - 7)}L${at(x, y)}L${at(x - 7 * way, y + 7)}`,
  stroke: token,
  strokeWidth: 2,
});
