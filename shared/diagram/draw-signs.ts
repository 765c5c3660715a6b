/** The signs of people, places and organisations, as in `signs.svg`. */

import { inGrey } from './change-signs.ts';
import { measure } from './layout-size.ts';
import type { Mark } from './layout-types.ts';
import type { Category } from './palette.ts';
import type { ColourToken, GroupNode, Paint, PathNode, SceneNode, TextNode } from './scene.ts';
import type { Weight } from './text-metrics.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

export function text(
  x: number,
  y: number,
  words: string,
  size: number,
  weight: Weight,
  fill: ColourToken,
  anchor: TextNode['anchor'] = 'start',
): TextNode {
  return { type: 'text', x: round(x), y: round(y), text: words, size, weight, anchor, fill };
}

/** A circle, square or diamond of about one area. */
function shape(category: Category, cx: number, cy: number, r: number, paint: Paint): SceneNode {
  if (category.shape === 'square')
    return { type: 'rect', x: round(cx - r * 0.9), y: round(cy - r * 0.9), width: round(r * 1.8), height: round(r * 1.8), radius: 2, ...paint };
  if (category.shape === 'diamond') {
    const d = r * 1.18;
    return {
      type: 'path',
      d: `M${round(cx)} ${round(cy - d)}L${round(cx + d)} ${round(cy)}L${round(cx)} ${round(cy + d)}L${round(cx - d)} ${round(cy)}Z`,
      ...paint,
    };
  }
  return { type: 'circle', cx: round(cx), cy: round(cy), r: round(r), ...paint };
}

/** Slanting lines within a circle, computed so that no clip is needed. */
function hatch(category: Category, cx: number, cy: number, r: number): PathNode {
  let d = '';
  for (let offset = -r * 1.2; offset <= r * 1.2; offset += 4.2) {
    const half = Math.sqrt(Math.max(0, r * r - (offset * offset) / 2));
    if (half < 1) continue;
    const [mx, my] = [cx + offset / 2, cy + offset / 2];
    const step = half / Math.SQRT2;
    d += `M${round(mx - step)} ${round(my + step)}L${round(mx + step)} ${round(my - step)}`;
  }
  return { type: 'path', d, stroke: category.token, strokeWidth: 1.5 };
}

/** The bridge in its roundel, at the lower right of a sign. */
function bridgeMark(x: number, y: number): GroupNode {
  const at = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  const arch = `M${at(-3.1, 3)}L${at(-3.1, -1.3)}M${at(3.1, 3)}L${at(3.1, -1.3)}M${at(-4.3, -1.3)}L${at(4.3, -1.3)}M${at(-3.1, 2.6)}C${at(-3.1, -1.3)} ${at(3.1, -1.3)} ${at(3.1, 2.6)}`;
  return {
    type: 'group',
    children: [
      { type: 'circle', cx: round(x), cy: round(y), r: 6.4, fill: 'ink', stroke: 'card', strokeWidth: 1.3 },
      { type: 'path', d: arch, stroke: 'on-ink', strokeWidth: 1.2, cap: 'round' },
    ],
  };
}

function letter(category: Category, cx: number, cy: number, r: number, fill: ColourToken): TextNode {
  const size = r >= 10.5 ? 11.5 : r >= 9.5 ? 11 : 10;
  return text(cx, cy + size * 0.36, category.letter, size, 600, fill, 'middle');
}

export interface SignFacts {
  /** Gone, but perhaps it never was there. */
  readonly unsure?: boolean;
  /** Drawn in grey, for it is not what one looks for. */
  readonly muted?: boolean;
  readonly category: Category;
  readonly presence: Mark['presence'];
  readonly ring: boolean;
  readonly appointed: boolean;
  readonly chosen: boolean;
}

/** The sign of a person, with its centre and radius in px. */
export function personSign(facts: SignFacts, cx: number, cy: number, r: number): SceneNode[] {
  const { presence, muted = false } = facts;
  const category = muted ? inGrey(facts.category) : facts.category;
  const nodes: SceneNode[] = [];
  const ringed = facts.ring || (facts.appointed && presence !== 'no');
  const ringRadius = r + (r >= 10.5 ? 3.4 : 3);
  if (facts.chosen) nodes.push({ type: 'circle', cx: round(cx), cy: round(cy), r: round(ringRadius + 4), fill: 'mark' });
  if (ringed)
    nodes.push({
      type: 'circle',
      cx: round(cx),
      cy: round(cy),
      r: round(ringRadius),
      fill: 'card',
      stroke: muted ? 'control' : 'ink',
      strokeWidth: r >= 10.5 ? 2.6 : 2.2,
    });
  if (presence === 'no') {
    nodes.push({
      type: 'group',
      opacity: 0.62,
      children: [
        shape(category, cx, cy, r, { fill: `${category.token}-wash` }),
        hatch(category, cx, cy, r),
        shape(category, cx, cy, r, { stroke: category.token, strokeWidth: 1.2, ...(facts.unsure ? { dash: [3, 2.6] } : {}) }),
      ],
    });
  } else if (presence === 'perhaps') {
    nodes.push(shape(category, cx, cy, r - 0.6, { fill: `${category.token}-wash`, stroke: category.token, strokeWidth: 1.8, dash: [3, 2.6] }));
    nodes.push(letter(category, cx, cy, r, category.token));
  } else if (muted) {
    nodes.push(shape(category, cx, cy, r, { fill: `${category.token}-wash`, stroke: 'line-2', strokeWidth: 1 }));
    nodes.push(letter(category, cx, cy, r, category.token));
  } else {
    nodes.push(shape(category, cx, cy, r, { fill: category.token }));
    nodes.push(letter(category, cx, cy, r, `${category.token}-on`));
  }
  if (facts.appointed && presence !== 'no') nodes.push(bridgeMark(cx + r + 1, cy + r));
  return nodes;
}

/** A place without a name: an outline with its number, or crossed when it is known not to be there. */
export function seatSign(mark: Mark, cx: number, cy: number, r: number): SceneNode[] {
  const stroke: ColourToken = mark.change === 'kept' ? 'control' : mark.category.token;
  const sure = mark.presence === 'yes' && mark.seatKind !== 'absence';
  const paint: Paint = { fill: 'card', stroke, strokeWidth: 1.6, ...(sure ? {} : { dash: [3, 2.6] }) };
  const wide = mark.sign.width;
  const nodes: SceneNode[] =
    wide > 2 * r + 0.5
      ? [
          {
            type: 'rect',
            x: round(mark.sign.x + 0.8),
            y: round(cy - r + 0.8),
            width: round(wide - 1.6),
            height: round(2 * r - 1.6),
            radius: round(r - 0.8),
            ...paint,
          },
        ]
      : [{ type: 'circle', cx: round(cx), cy: round(cy), r: round(r - 0.8), ...paint }];
  if (mark.seatKind === 'absence') {
    const d = r * 0.62;
    nodes.push({ type: 'line', x1: round(cx - d), y1: round(cy + d), x2: round(cx + d), y2: round(cy - d), stroke, strokeWidth: 1.6, cap: 'round' });
  } else nodes.push(text(mark.sign.x + wide / 2, cy + 4, mark.number ?? '?', 11, 600, mark.change === 'kept' ? 'ink-3' : 'ink', 'middle'));
  return nodes;
}

/** An organisation in a unit: a small square, with the name beside it. */
function squareSign(mark: Mark, chosen: boolean): SceneNode[] {
  const muted = mark.change === 'kept';
  const category = muted ? inGrey(mark.category) : mark.category;
  const { token } = category;
  const s = mark.r * 0.92;
  const box = { x: round(mark.cx - s), y: round(mark.cy - s), width: round(2 * s), height: round(2 * s), radius: 4 };
  const solid = mark.presence === 'yes' && !muted;
  const edge: Paint =
    muted && mark.presence === 'yes'
      ? { stroke: 'line-2', strokeWidth: 1 }
      : solid
        ? {}
        : { stroke: token, strokeWidth: 1.6, ...(mark.presence === 'perhaps' ? { dash: [3, 2.6] } : {}) };
  return [
    ...(chosen ? [{ type: 'rect', x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8, radius: 7, fill: 'mark' } as const] : []),
    { type: 'rect', ...box, fill: solid ? token : `${token}-wash`, ...edge },
    letter(category, mark.cx, mark.cy, mark.r, solid ? `${token}-on` : token),
  ];
}

/** An organisation as a bar with its letter at the left. */
function barSign(mark: Mark, chosen: boolean): SceneNode[] {
  const muted = mark.change === 'kept';
  const { token } = muted ? inGrey(mark.category) : mark.category;
  const { x, y, width, height } = mark.sign;
  const edge = round(x + measure.bar.letter);
  const [left, top, foot] = [round(x), round(y), round(y + height)];
  const side = `M${edge} ${top}L${edge} ${foot}L${round(x + 5)} ${foot}Q${left} ${foot} ${left} ${round(foot - 5)}L${left} ${round(y + 5)}Q${left} ${top} ${round(x + 5)} ${top}Z`;
  const dash: Paint = mark.presence === 'perhaps' ? { dash: [3, 2.6] } : {};
  return [
    ...(chosen
      ? [{ type: 'rect', x: left - 4, y: top - 4, width: round(width + 8), height: round(height + 8), radius: 8, fill: 'mark' } as const]
      : []),
    {
      type: 'rect',
      x: left,
      y: top,
      width: round(width),
      height: round(height),
      radius: 5,
      fill: `${token}-wash`,
      stroke: muted ? 'line-2' : token,
      strokeWidth: 1.2,
      ...dash,
    },
    { type: 'path', d: side, fill: muted ? 'line-2' : token },
    text(x + measure.bar.letter / 2, mark.cy + 4, mark.category.letter, 11, 600, muted ? 'ink' : `${token}-on`, 'middle'),
  ];
}

/** An organisation: a bar, or in a unit a small square; faint when it stopped. */
export function organisationSign(mark: Mark, chosen: boolean): SceneNode[] {
  const children = mark.bar ? barSign(mark, chosen) : squareSign(mark, chosen);
  return [{ type: 'group', ...(mark.presence === 'no' ? { opacity: 0.62 } : {}), children }];
}
