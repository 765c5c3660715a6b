/** Lines: round corners, arrows and words. */
import { isStruck, strike } from './change-signs.ts';
import { text } from './draw-signs.ts';
import type { RelationNet } from './layout-ends.ts';
import type { Net } from './layout-types.ts';
import type { CategoryToken, ColourToken, Paint, Point, SceneNode } from './scene.ts';

const CORNER = 7;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Path data of a right-angled line with round corners. */
function roundedPath(points: readonly Point[], corner = CORNER): string {
  const first = points[0] as Point;
  let d = `M${round(first.x)} ${round(first.y)}`;
  for (let index = 1; index < points.length - 1; index += 1) {
    const [before, here, after] = [points[index - 1] as Point, points[index] as Point, points[index + 1] as Point];
    const into = Math.abs(here.x - before.x) + Math.abs(here.y - before.y);
    const out = Math.abs(after.x - here.x) + Math.abs(after.y - here.y);
    const r = Math.min(corner, into / 2, out / 2);
    const from = { x: here.x - Math.sign(here.x - before.x) * r, y: here.y - Math.sign(here.y - before.y) * r };
    const to = { x: here.x + Math.sign(after.x - here.x) * r, y: here.y + Math.sign(after.y - here.y) * r };
    d += `L${round(from.x)} ${round(from.y)}Q${round(here.x)} ${round(here.y)} ${round(to.x)} ${round(to.y)}`;
  }
  const last = points[points.length - 1] as Point;
  return `${d}L${round(last.x)} ${round(last.y)}`;
}

/** Grey, under what changed. */
const MUTED: Paint = { strokeWidth: 1.2, opacity: 0.55 };

const wholePath = (net: Net): string => net.paths.map((points) => roundedPath(points)).join('');

/** One person's line, in the person's colour. */
export function bridgeLine(net: Net, token: CategoryToken, faint: boolean, chosen: boolean): SceneNode[] {
  const sure = net.terminals.filter((one) => one.mark?.presence === 'yes').length > 1;
  const dash: Paint = sure ? {} : { dash: [4, 3] };
  const d = wholePath(net);
  const muted = !chosen && net.terminals.every((one) => one.mark?.change === 'kept');
  if (muted) return [{ type: 'path', d, stroke: 'control', ...MUTED, ...dash }];
  if (chosen)
    return [
      { type: 'path', d, stroke: 'mark', strokeWidth: 8 },
      { type: 'path', d, stroke: token, strokeWidth: 3, ...dash },
    ];
  return [{ type: 'path', d, stroke: token, strokeWidth: 1.5, opacity: faint ? 0.3 : 0.72, ...dash }];
}

function arrowHead(tip: Point, before: Point, fill: ColourToken): SceneNode {
  const dx = Math.sign(Math.round(tip.x - before.x));
  const dy = Math.sign(Math.round(tip.y - before.y));
  const [bx, by] = [tip.x - dx * 8, tip.y - dy * 8];
  return {
    type: 'path',
    d: `M${round(tip.x)} ${round(tip.y)}L${round(bx - dy * 4)} ${round(by + dx * 4)}L${round(bx + dy * 4)} ${round(by - dx * 4)}Z`,
    fill,
  };
}

/** A relation: grey, an arrow and a word; dotted when it represents, dashed when it is not certain. */
export function relationLine(relation: RelationNet, chosen: boolean, ground: ColourToken): { line: SceneNode[]; word: SceneNode[] } {
  const { net } = relation;
  const represents = relation.relations.every((one) => one.kind === 'represents');
  const perhaps = relation.relations.every((one) => one.presence === 'perhaps');
  const change = relation.relations[0]?.change ?? null;
  const stroke: ColourToken = chosen || change === 'new' ? 'ink' : represents ? 'ink-3' : 'control';
  const style: Paint = {
    stroke,
    strokeWidth: chosen ? 2.6 : change === 'new' ? 1.9 : 1.3,
    ...(change === 'gone' || change === 'kept' ? { opacity: 0.65 } : {}),
    ...(represents ? { dash: [0.1, 4], cap: 'round', strokeWidth: 1.9 } : perhaps ? { dash: [5, 4] } : {}),
  };
  const d = wholePath(net);
  const line: SceneNode[] = chosen ? [{ type: 'path', d, stroke: 'mark', strokeWidth: 8 }] : [];
  line.push({ type: 'path', d, ...style });
  for (const [index, points] of net.paths.entries()) {
    if (net.arrows[index + 1]) line.push(arrowHead(points[points.length - 1] as Point, points[points.length - 2] as Point, stroke));
    if (index === 0 && net.arrows[0]) line.push(arrowHead(points[0] as Point, points[1] as Point, stroke));
  }
  const word: SceneNode[] = [];
  if (net.word !== null && net.wordAt) {
    const { x, y, width, height } = net.wordAt;
    word.push({ type: 'rect', x: round(x), y: round(y), width: round(width), height, radius: 3, fill: ground });
    const words = text(x + width / 2, y + 12, net.word, 12, 500, change === null ? 'ink-2' : change === 'new' ? 'ink' : 'ink-3', 'middle');
    word.push(words, ...(isStruck(change) ? [strike(words)] : []));
  }
  return { line, word };
}
