/** How a line can leave a block from a sign or a box in it without touching a sign, a name or a title. */
import type { Attach, Box, Mark, MutableRect, Zone } from './layout-types.ts';
import type { Point } from './scene.ts';

export interface Obstacles {
  readonly rects: { readonly rect: MutableRect; readonly owner: object }[];
}

/** Everything in a block that a line may not touch. */
export function obstaclesOf(block: Box): Obstacles {
  const rects: Obstacles['rects'] = [];
  const visit = (box: Box): void => {
    rects.push({ rect: box.title, owner: box });
    for (const mark of box.marks) {
      rects.push({ rect: mark.sign, owner: mark });
      if (mark.name.width > 0) rects.push({ rect: mark.name, owner: mark.name });
    }
    for (const child of box.children) visit(child);
  };
  visit(block);
  return { rects };
}

const CLEAR = 3;
/** Whether a strip is free of everything but its own sign. */
function free(obstacles: Obstacles, x0: number, y0: number, x1: number, y1: number, own: object): boolean {
  for (const { rect, owner } of obstacles.rects) {
    if (owner === own) continue;
    if (rect.x < x1 + CLEAR && rect.x + rect.width > x0 - CLEAR && rect.y < y1 + CLEAR && rect.y + rect.height > y0 - CLEAR) return false;
  }
  return true;
}

/** The lane of a line in a zone: lines of upper signs run furthest from the signs, so that they do not cross. */
function laneIn(zone: Zone, key: string): number {
  const users = [...zone.users].sort((a, b) => a.y - b.y || (a.key < b.key ? -1 : 1));
  const index = users.findIndex((user) => user.key === key);
  const step = Math.min(5, (zone.x1 - zone.x0) / users.length);
  return zone.x1 - step / 2 - (users.length - 1 - index) * step;
}

function viaZone(block: Box, obstacles: Obstacles, zone: Zone, from: Point, key: string, own: object): Attach[] {
  if (!free(obstacles, zone.x0, from.y, from.x, from.y, own)) return [];
  const found: Attach[] = [];
  const to = (side: 'top' | 'bottom', edge: number, cost: number): Attach => ({
    side,
    at: () => laneIn(zone, key),
    stub: () => [from, { x: laneIn(zone, key), y: from.y }, { x: laneIn(zone, key), y: edge }],
    cost,
    zone,
    zoneY: from.y,
  });
  const foot = block.y + block.height;
  if (free(obstacles, zone.x0, from.y, zone.x1, foot, own)) found.push(to('bottom', foot, 1));
  if (free(obstacles, zone.x0, block.y, zone.x1, from.y, own)) found.push(to('top', block.y, 1.5));
  return found;
}

/** Round the title: up from the sign to under the title, right past its end, and up. */
function pastTitle(block: Box, obstacles: Obstacles, mark: Mark, own: object): Attach[] {
  const top = mark.sign.y;
  const level = block.title.y + block.title.height + CLEAR + 1;
  const right = Math.ceil((block.title.x + block.title.width + 10 + Math.max(0, mark.cx - block.title.x) * 0.05) / 2) * 2;
  if (level > top - 2 || right > block.x + block.width - 4) return [];
  const clear =
    free(obstacles, mark.cx, level, mark.cx, top, own) &&
    free(obstacles, mark.cx, level, right, level, own) &&
    free(obstacles, right, block.y, right, level, own);
  if (!clear) return [];
  const points = [
    { x: mark.cx, y: top },
    { x: mark.cx, y: level },
    { x: right, y: level },
    { x: right, y: block.y },
  ];
  return [{ side: 'top', at: () => right, stub: () => points, cost: 1.2, zone: null, zoneY: 0 }];
}

const straight = (side: Attach['side'], points: Point[], cost: number): Attach => {
  const end = points[points.length - 1] as Point;
  return { side, at: () => (side === 'left' ? end.y : end.x), stub: () => points, cost, zone: null, zoneY: 0 };
};

/** How far from its centre the outline of a sign is, at `aside` px beside its middle. */
const outline = (half: number, aside: number): number => Math.sqrt(Math.max(0, half * half - aside * aside));

/**
 * The ways out of a block for a sign, cheapest first within each side.
 * @param aside px beside the middle of the sign, so that two lines from one sign do not lie on each other
 */
export function attachesOfMark(block: Box, obstacles: Obstacles, mark: Mark, key: string, aside: number): Attach[] {
  const found: Attach[] = [];
  const { sign } = mark;
  const [x, y] = [mark.cx + aside, mark.cy + aside];
  const beneath = mark.name.y > mark.cy;
  const half = sign.height / 2;
  const reach = mark.bar ? half : outline(half, aside);
  const edge = mark.bar ? sign.x : sign.x + half - outline(half, aside);
  const below = beneath ? mark.name.y + mark.name.height + CLEAR + 1 : mark.cy + reach;
  const foot = block.y + block.height;
  const line = (ax: number, ay: number, bx: number, by: number): Point[] => [
    { x: ax, y: ay },
    { x: bx, y: by },
  ];
  if (free(obstacles, block.x, y, edge, y, mark)) found.push(straight('left', line(edge, y, block.x, y), beneath ? 0.6 : 0.4));
  if (free(obstacles, x, block.y, x, mark.cy - reach, mark)) found.push(straight('top', line(x, mark.cy - reach, x, block.y), 0));
  else if (beneath && aside === 0) found.push(...pastTitle(block, obstacles, mark, mark));
  if (free(obstacles, x, below, x, foot, mark)) found.push(straight('bottom', line(x, below, x, foot), 0));
  if (mark.zone) found.push(...viaZone(block, obstacles, mark.zone, { x: edge, y }, key, mark));
  return found;
}

/** Whether a line can run from a sign straight to the right edge of its block. */
export function clearToRight(block: Box, obstacles: Obstacles, mark: Mark): boolean {
  return free(obstacles, mark.sign.x + mark.sign.width, mark.cy, block.x + block.width, mark.cy, mark);
}

/** The ways out of a block for one of its boxes (or the block itself); `place` spreads several ends over an edge. */
export function attachesOfBox(block: Box, obstacles: Obstacles, box: Box, key: string, place: number): Attach[] {
  const middle = box.title.y + Math.min(box.title.height, 17) / 2;
  const right = box.x + box.width - 14 - (place % Math.max(1, Math.floor((box.width - 40) / 12))) * 12;
  const foot = block.y + block.height;
  const found: Attach[] = [];
  if (free(obstacles, block.x, middle, box.x, middle, box))
    found.push(
      straight(
        'left',
        [
          { x: box.x, y: middle },
          { x: block.x, y: middle },
        ],
        0.4,
      ),
    );
  if (free(obstacles, right, block.y, right, box.y, box))
    found.push(
      straight(
        'top',
        [
          { x: right, y: box.y },
          { x: right, y: block.y },
        ],
        0,
      ),
    );
  if (free(obstacles, right, box.y + box.height, right, foot, box))
    found.push(
      straight(
        'bottom',
        [
          { x: right, y: box.y + box.height },
          { x: right, y: foot },
        ],
        0,
      ),
    );
  if (box.zone) found.push(...viaZone(block, obstacles, box.zone, { x: box.x, y: middle }, key, box));
  return found;
}
