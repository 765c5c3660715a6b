/** Which sign of the same team stands next to another. */
import type { Direction, Scene, SceneItem } from '../../../shared/diagram/scene.ts';

const movable = (item: SceneItem): boolean => item.kind === 'membership' || item.kind === 'seat';

/** The nearest sign in the same team, by a distance that may also say no. */
export function nearestIn(scene: Scene, item: SceneItem, far: (other: SceneItem) => number | null): SceneItem | null {
  let best: SceneItem | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of scene.items) {
    if (other === item || other.containerId !== item.containerId || !movable(other)) continue;
    const distance = far(other);
    if (distance !== null && distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** The sign in that direction in the same team; null for what has no place of its own in it. */
export function beside(scene: Scene, item: SceneItem, direction: Direction): SceneItem | null {
  if (!movable(item)) return null;
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const sideways = direction === 'left' || direction === 'right';
  return nearestIn(scene, item, (other) => {
    const [dx, dy] = [other.centre.x - item.centre.x, other.centre.y - item.centre.y];
    const along = (sideways ? dx : dy) * sign;
    return along < 2 ? null : along + 2 * Math.abs(sideways ? dy : dx);
  });
}
