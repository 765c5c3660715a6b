/** What the pointer is busy with on the drawing, as plain steps without a screen, so that they can be tested. */
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import type { Point, Rect, Scene, SceneItem } from '../../../../shared/diagram/scene.ts';
import { isPlaced, itemKey } from '../items.ts';
import { type End, endOf, endsOf } from './acts.ts';

/** Where a line of a relation ends on one of those that it is between. */
export interface LineEnd extends End {
  readonly point: Point;
}

export type Gesture =
  | { readonly type: 'press'; readonly item: SceneItem; readonly start: Point }
  | { readonly type: 'carry'; readonly items: readonly SceneItem[]; readonly at: Point; readonly over: SceneItem | null }
  | { readonly type: 'line'; readonly from: SceneItem; readonly at: Point; readonly over: SceneItem | null }
  | { readonly type: 'end'; readonly relation: SceneItem; readonly from: LineEnd; readonly at: Point; readonly over: SceneItem | null }
  | { readonly type: 'area'; readonly path: readonly Point[]; readonly free: boolean };

/** px of the screen; less is a click */
export const CLICK = 3;
/** Height of the strip by which a team is picked up: its title. The rest of it is ground. */
const TITLE = 28;

/** What a press on an item picks up: a sign, or a team by its title. */
export function canCarry(item: SceneItem | null, at: Point): item is SceneItem {
  if (item === null) return false;
  if (item.kind === 'membership' || item.kind === 'seat') return true;
  return item.kind === 'unit' && at.y <= item.bounds.y + Math.min(TITLE, item.bounds.height / 2);
}

export const canRelate = (item: SceneItem): boolean => item.kind !== 'bridge' && item.kind !== 'relation';

/** Where the handle of an item is, from which a line is drawn. */
export const handleOf = (item: SceneItem): Point =>
  item.kind === 'membership' || item.kind === 'seat'
    ? { x: item.bounds.x + item.bounds.width + 9, y: item.centre.y }
    : { x: item.bounds.x + item.bounds.width, y: item.bounds.y + TITLE / 2 };

const isIn = (rect: Rect, { x, y }: Point): boolean => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;

/** Whether a point lies within a closed line, by how often a ray crosses it. */
function inPath(path: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let index = 0, before = path.length - 1; index < path.length; before = index++) {
    const [a, b] = [path[index] as Point, path[before] as Point];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The rectangle between the first and the last point. */
export function rectOf(path: readonly Point[]): Rect {
  const [a, b] = [path[0] ?? { x: 0, y: 0 }, path.at(-1) ?? { x: 0, y: 0 }];
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Keys of the signs whose middle lies in the area; teams only when no sign does and they lie in it whole. */
export function inArea(scene: Scene, path: readonly Point[], free: boolean): string[] {
  const rect = rectOf(path);
  const holds = (point: Point): boolean => (free ? inPath(path, point) : isIn(rect, point));
  const signs = scene.items.filter((item) => (item.kind === 'membership' || item.kind === 'seat') && holds(item.centre));
  if (signs.length > 0) return signs.map(itemKey);
  const corners = ({ x, y, width, height }: Rect): Point[] => [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
  return scene.items.filter((item) => item.kind === 'unit' && corners(item.bounds).every(holds)).map(itemKey);
}

const touching = (rect: Rect, point: Point): boolean => isIn({ x: rect.x - 4, y: rect.y - 4, width: rect.width + 8, height: rect.height + 8 }, point);

/** Where the ends of a relation can be taken hold of; an end that stands for a role has none, it has many. */
export function lineEnds(model: DiagramModel, scene: Scene, item: SceneItem): LineEnd[] {
  const relation = model.relations.find((row) => row.id === item.id);
  const points = (item.lines ?? []).flatMap((line) => [line[0], line.at(-1)]).filter((point) => point !== undefined);
  if (!relation) return [];
  return endsOf(relation).flatMap((end) => {
    const signs = scene.items.filter((other) => isPlaced(other) && endOf(other) === end.entityId);
    const point = points.find((one) => signs.some((sign) => touching(sign.bounds, one)));
    return point ? [{ ...end, point }] : [];
  });
}

/** All that is of one kind with an item; everything with a place when there is none. */
export const sameKind = (scene: Scene, item: SceneItem | null): string[] =>
  scene.items.filter((other) => isPlaced(other) && (item === null ? other.kind === 'membership' : other.kind === item.kind)).map(itemKey);

/** Signs and teams that a line of the item leads to. */
export function linkedTo(scene: Scene, item: SceneItem): string[] {
  const ends = new Set<SceneItem>();
  const touches = (line: readonly Point[], rect: Rect): boolean =>
    [line[0], line.at(-1)].some((point) => point !== undefined && touching(rect, point));
  for (const line of scene.items.flatMap((other) => other.lines ?? [])) {
    if (!touches(line, item.bounds)) continue;
    for (const other of scene.items) if (other !== item && other.kind === 'membership' && touches(line, other.bounds)) ends.add(other);
  }
  for (const other of scene.items)
    if (other !== item && item.personId !== null && other.personId === item.personId && isPlaced(other)) ends.add(other);
  return [...ends].map(itemKey);
}
