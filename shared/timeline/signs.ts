/** The signs of the timeline: a shape for each kind, so that colour never says it alone. */
import type { TimelinePart } from '../contract/timeline.ts';
import type { CategoryToken, ColourToken, Paint, SceneNode } from '../diagram/scene.ts';
import { barEnd, type Change, type Item, SIGN, STUB, sureOf } from './items.ts';

export const partTokens: Readonly<Record<TimelinePart, CategoryToken>> = {
  phase: 'k-overig',
  meeting: 'k-universiteit',
  change: 'k-overheid',
  people: 'k-overig',
  yield: 'k-hogeschool',
  spread: 'k-school',
  embedding: 'k-bestuur',
};

export const round = (value: number): number => Math.round(value * 100) / 100;
const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

type Look = Item['look'];
const BAR = 16;

function paintOf(token: CategoryToken, look: Look): Paint {
  if (look === 'sure') return { fill: token, stroke: 'table', strokeWidth: 1 };
  return { fill: look === 'lapsed' ? 'table' : `${token}-wash`, stroke: token, strokeWidth: 1.5, ...(look === 'perhaps' ? { dash: [2.6, 2] } : {}) };
}

function outline(part: TimelinePart, change: Change | null, x: number, y: number): string {
  const r = SIGN;
  if (part === 'yield') return `M${at(x, y - r)}L${at(x + r, y)}L${at(x, y + r)}L${at(x - r, y)}Z`;
  if (part === 'spread') return `M${at(x - r + 1, y - r)}L${at(x + r, y)}L${at(x - r + 1, y + r)}Z`;
  if (part === 'embedding' || part === 'phase' || part === 'people')
    return `M${at(x - 5, y - 5)}L${at(x + 5, y - 5)}L${at(x + 5, y + 5)}L${at(x - 5, y + 5)}Z`;
  if (change === 'left') return `M${at(x - r, y - r + 1.5)}L${at(x + r, y - r + 1.5)}L${at(x, y + r - 0.5)}Z`;
  if (change === 'role')
    return `M${at(x - r, y)}L${at(x - 1.5, y - 5)}L${at(x - 1.5, y - 2)}L${at(x + 1.5, y - 2)}L${at(x + 1.5, y - 5)}L${at(x + r, y)}L${at(x + 1.5, y + 5)}L${at(x + 1.5, y + 2)}L${at(x - 1.5, y + 2)}L${at(x - 1.5, y + 5)}Z`;
  return `M${at(x - r, y + r - 1.5)}L${at(x + r, y + r - 1.5)}L${at(x, y - r + 0.5)}Z`;
}

const cross = (x: number, y: number, token: ColourToken): SceneNode => ({
  type: 'path',
  d: `M${at(x - 3, y - 3)}L${at(x + 3, y + 3)}M${at(x + 3, y - 3)}L${at(x - 3, y + 3)}`,
  stroke: token,
  strokeWidth: 1.4,
});

/** The sign of a moment around its middle. */
export function sign(part: TimelinePart, change: Change | null, look: Look, x: number, y: number): readonly SceneNode[] {
  const token = partTokens[part];
  const paint = paintOf(token, look);
  const shape: SceneNode =
    part === 'meeting'
      ? { type: 'circle', cx: round(x), cy: round(y), r: SIGN - 0.5, ...paint }
      : { type: 'path', d: outline(part, change, x, y), ...paint };
  return look === 'lapsed' ? [shape, cross(x, y, token)] : [shape];
}

/** When a moment may have been, around its sign. @param isHigh it has words in it */
export function band(item: Item, y: number, isHigh = false): readonly SceneNode[] {
  const width = item.x1 - item.x0;
  if (width <= 2 * SIGN + 4) return [];
  const token = partTokens[item.part];
  return [
    {
      type: 'rect',
      x: round(item.x0),
      y: round(y - (isHigh ? BAR / 2 : 4)),
      width: round(width),
      height: isHigh ? BAR : 8,
      radius: 4,
      fill: `${token}-wash`,
      stroke: token,
      strokeWidth: 1,
      dash: [2, 2.4],
    },
  ];
}

const rect = (x0: number, x1: number, y: number, paint: Paint): SceneNode => ({
  type: 'rect',
  x: round(x0),
  y: round(y - BAR / 2),
  width: round(Math.max(2, x1 - x0)),
  height: BAR,
  radius: 3,
  ...paint,
});

/** A stretch of time: whole where it is sure, dashed where it is not, with an arrow where it goes on. @param isNow it is of the day in view */
export function bar(item: Item, y: number, isNow: boolean): readonly SceneNode[] {
  const { part, look, x0, x1 } = item;
  const token = partTokens[part];
  const stroke: ColourToken = part === 'phase' ? 'ink' : token;
  const fill: ColourToken = part === 'phase' ? (isNow ? 'mark-wash' : 'card') : `${token}-wash`;
  const end = barEnd(item);
  const nodes: SceneNode[] = [rect(x0, end, y, { fill: look === 'sure' ? fill : 'table', stroke, strokeWidth: 1, dash: [3, 2.6] })];
  const sure = sureOf(item);
  if (sure) nodes.push(rect(sure[0], sure[1], y, { fill, stroke, strokeWidth: part === 'phase' && isNow ? 2 : 1.2 }));
  if (look === 'lapsed') nodes.push({ type: 'line', x1: round(x0), y1: y, x2: round(end), y2: y, stroke, strokeWidth: 1.2 });
  const tip = Math.min(x1, end + STUB) - 2;
  if (item.isOpen && tip > end + 6)
    nodes.push({
      type: 'path',
      d: `M${at(end, y)}L${at(tip, y)}M${at(tip - 5, y - 4)}L${at(tip, y)}L${at(tip - 5, y + 4)}`,
      stroke,
      strokeWidth: 1.4,
    });
  // from what is sure up to where it is paid
  if (item.funded && item.funded[1] > tip + 6)
    nodes.push({ type: 'line', x1: round(Math.max(end, tip + 3)), y1: y, x2: round(item.funded[1]), y2: y, stroke, strokeWidth: 1.4, dash: [1, 3] });
  if (item.funded) nodes.push(...coin(item.funded, y));
  return nodes;
}

/** Until when it is paid: a stroke across, and a band where that is not known to the day. */
function coin([from, to]: readonly [number, number], y: number): readonly SceneNode[] {
  const nodes: SceneNode[] = [];
  if (to - from > 3)
    nodes.push({
      type: 'line',
      x1: round(from),
      y1: round(y + BAR / 2 + 1),
      x2: round(to),
      y2: round(y + BAR / 2 + 1),
      stroke: 'ink',
      strokeWidth: 1.6,
    });
  nodes.push({ type: 'line', x1: round(to), y1: round(y - BAR / 2 - 2), x2: round(to), y2: round(y + BAR / 2 + 2), stroke: 'ink', strokeWidth: 2.2 });
  return nodes;
}

/** A person, for a count of people. */
export const personGlyph = (x: number, y: number): readonly SceneNode[] => [
  { type: 'circle', cx: round(x), cy: round(y - 3), r: 2.6, fill: 'ink-3' },
  { type: 'path', d: `M${at(x - 5, y + 5)}C${at(x - 5, y - 1)} ${at(x + 5, y - 1)} ${at(x + 5, y + 5)}Z`, fill: 'ink-3' },
];

export const partSign = (part: TimelinePart, x: number, y: number): readonly SceneNode[] =>
  part === 'people'
    ? personGlyph(x, y)
    : part === 'phase'
      ? [rect(x - 6, x + 6, y, { fill: 'card', stroke: 'ink', strokeWidth: 1.2 })]
      : sign(part, null, 'sure', x, y);
