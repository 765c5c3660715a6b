/** From what stands in the drawing to the record that the drawer shows, and back. */
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { DiagramModel } from '../../../shared/diagram/model.ts';
import type { Point, Rect, Scene, SceneItem } from '../../../shared/diagram/scene.ts';

const kinds: Readonly<Record<SceneItem['kind'], RecordKind>> = {
  unit: 'unit',
  membership: 'membership',
  organisation: 'organisation',
  seat: 'seat',
  relation: 'relation',
  bridge: 'person',
  layer: 'layer',
};

/** A participation in the drawing stands for its organisation. */
export const recordOf = (item: SceneItem): { kind: RecordKind; id: string } => ({ kind: kinds[item.kind], id: item.id });

/** What a thing in the drawing is called. */
export function nameIn(model: DiagramModel, id: string): string {
  const person = model.memberships.find((one) => one.personId === id);
  const named = person ?? [...model.units, ...model.organisations, ...model.layers, model.network].find((one) => one.id === id);
  return named?.name ?? model.seats.find((one) => one.id === id)?.label ?? model.relations.find((one) => one.id === id)?.label ?? '';
}

/** Names an item in the drawing: a person has one in every team. */
export const itemKey = (item: SceneItem): string => `${item.kind} ${item.id} ${item.containerId ?? ''}`;

/** Items that stand somewhere, so that arrow keys can reach them; lines are reached from their ends. */
export const isPlaced = (item: SceneItem): boolean => item.kind !== 'bridge' && item.kind !== 'relation';

const inside = (rect: Rect, { x, y }: Point): boolean => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
const area = (rect: Rect): number => rect.width * rect.height;

function distance(point: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point];
    const length = Math.hypot(b.x - a.x, b.y - a.y) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length));
    least = Math.min(least, Math.hypot(point.x - a.x - along * (b.x - a.x), point.y - a.y - along * (b.y - a.y)));
  }
  return least;
}

/** What is under a point: a sign before a line, a line before the box around it. @param reach px around a line */
export function itemAt(scene: Scene, point: Point, reach: number): SceneItem | null {
  const hit = scene.items.filter((item) => isPlaced(item) && inside(item.bounds, point)).sort((a, b) => area(a.bounds) - area(b.bounds));
  const sign = hit.find((item) => item.kind === 'membership' || item.kind === 'seat' || (item.kind === 'organisation' && area(item.bounds) < 20_000));
  if (sign) return sign;
  const near = scene.items
    .flatMap((item) => (item.lines ?? []).map((line) => ({ item, far: distance(point, line) })))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far);
  return near[0]?.item ?? hit[0] ?? null;
}
