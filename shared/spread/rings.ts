/** Where everything of the olievlek goes: places on their rings, lines that go round signs, labels that do not cover each other. */
import type { Point, Rect } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { type Distance, distances } from '../domain/lists.ts';

export const SIGN = 10;
/** px between one ring and the next, before anything asks for more. */
const WIDTH = 52;
/** The innermost ring: without places there is only the drop in it. */
const FIRST = 60;
const OWN = 100;
/** px along its ring for each place. */
const ROOM_EACH = 56;
/** Beside the outermost ring, for labels that stick out; what none of them needs is cut off. */
const SIDE = 120;
const BARE_SIDE = 8;
const EDGE = 12;
const TOP = 16;
/** Of each ring the name stands at its top. */
const RING_LABEL = 13;
/** How often more room is tried before a drawing is as good as it gets. */
const TRIES = 18;
const MORE_ROOM = 1.13;

export interface PlaceToPut {
  readonly key: string;
  readonly ring: Distance;
  /** Null is the origin; else one before it. */
  readonly parents: readonly (string | null)[];
  readonly label: readonly LabelLine[];
}

export interface LabelLine {
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
}

export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

export interface PutPlace {
  readonly key: string;
  readonly centre: Point;
  readonly label: Rect & { readonly anchor: 'start' | 'middle' | 'end' };
  /** One for each of its parents, in their order. */
  readonly curves: readonly Curve[];
}

export interface RingsLayout {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  /** Radius of each ring, the own team first. */
  readonly radii: readonly number[];
  readonly places: readonly PutPlace[];
  /** Labels or signs that still cover one another; none unless there are hundreds. */
  readonly collisions: number;
}

export const LINE_HEIGHT = 15;
const pad = (rect: Rect, by: number): Rect => ({ x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by });
const meet = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (point: Point, rect: Rect): boolean =>
  point.x > rect.x && point.x < rect.x + rect.width && point.y > rect.y && point.y < rect.y + rect.height;
const square = ({ x, y }: Point, half: number): Rect => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half });

/** A point of a curve. @param t 0 at its begin, 1 at its end */
export const along = ({ from, control, to }: Curve, t: number): Point => ({
  x: (1 - t) * (1 - t) * from.x + 2 * (1 - t) * t * control.x + t * t * to.x,
  y: (1 - t) * (1 - t) * from.y + 2 * (1 - t) * t * control.y + t * t * to.y,
});
const samples = Array.from({ length: 17 }, (_, index) => (index + 1) / 18);

/** How far a line bows out; the first that meets no sign is taken. */
const bows = [0.12, -0.12, 0.24, -0.24, 0.38, -0.38, 0.02];

function curveBetween(from: Point, to: Point, others: readonly Point[]): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const made = bows.map((bow): Curve => ({ from, to, control: { x: (from.x + to.x) / 2 - dy * bow, y: (from.y + to.y) / 2 + dx * bow } }));
  const hits = (curve: Curve): number =>
    others.filter((other) => samples.some((t) => Math.hypot(along(curve, t).x - other.x, along(curve, t).y - other.y) < SIGN + 4)).length;
  let [best, least] = [made[0] as Curve, Number.POSITIVE_INFINITY];
  for (const curve of made) {
    const hit = hits(curve);
    if (hit < least) [best, least] = [curve, hit];
  }
  return best;
}

const sides = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: 0, dy: -1 },
  { dx: 1, dy: 0.75 },
  { dx: -1, dy: 0.75 },
  { dx: 1, dy: -0.75 },
  { dx: -1, dy: -0.75 },
] as const;

function labelAt(centre: Point, lines: readonly LabelLine[], side: (typeof sides)[number]): PutPlace['label'] {
  const width = Math.max(0, ...lines.map((line) => textWidth(line.text, line.size, line.weight)));
  const height = lines.length * LINE_HEIGHT;
  const gap = SIGN + 6;
  const x = side.dx === 0 ? centre.x - width / 2 : side.dx > 0 ? centre.x + gap : centre.x - gap - width;
  const y = side.dx === 0 ? (side.dy > 0 ? centre.y + gap - 2 : centre.y - gap + 2 - height) : centre.y - height / 2 + side.dy * (height / 2 + 4);
  return { x, y, width, height, anchor: side.dx === 0 ? 'middle' : side.dx > 0 ? 'start' : 'end' };
}

interface Attempt {
  readonly scale: number;
  readonly places: readonly PlaceToPut[];
  readonly ringLabels: readonly number[];
  readonly origin: readonly LabelLine[];
  readonly bare: boolean;
}

/** Angles clockwise from just beside the top, where the names of the rings stand; families lie together. */
const angleOf = (index: number, count: number): number => {
  const gap = 0.36;
  return -Math.PI / 2 + gap + ((index + 0.5) / count) * (2 * Math.PI - 2 * gap);
};

/** Each ring as far out as its own places need, and not nearer to the one before than `WIDTH`. */
function radiiOf({ scale, places }: Attempt): readonly number[] {
  const own = places.some((place) => place.ring === 'ownTeam');
  const radii: number[] = [];
  for (const [index, ring] of distances.entries()) {
    const count = places.filter((place) => place.ring === ring).length;
    const needed = (count * ROOM_EACH * scale) / (2 * Math.PI) + WIDTH / 2;
    const least = index === 0 ? (own ? OWN : FIRST) : (radii[index - 1] as number) + WIDTH * scale;
    radii.push(Math.max(least, needed));
  }
  return radii;
}

/** How deep in its ring: the middle, or a little out or in for neighbours, so that a full ring holds two rows. */
function radiusIn(radii: readonly number[], place: PlaceToPut, index: number, crowded: boolean): number {
  const at = distances.indexOf(place.ring);
  const outer = radii[at] as number;
  // in the innermost ring there is the drop itself, with its words under it
  const inner = at === 0 ? outer * 0.55 : (radii[at - 1] as number);
  const share = !crowded ? 0.52 : index % 2 === 0 ? 0.32 : 0.7;
  return inner + (outer - inner) * share;
}

function attempt(given: Attempt): RingsLayout {
  const { places, origin } = given;
  const radii = radiiOf(given);
  const last = radii.at(-1) as number;
  const centre = { x: last + (given.bare ? BARE_SIDE : SIDE), y: last + TOP };
  const [width, height] = [2 * centre.x, 2 * last + 2 * TOP];
  const crowded = places.length > 14;
  const points = places.map((place, index): Point => {
    const angle = angleOf(index, places.length);
    const radius = radiusIn(radii, place, index, crowded);
    return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
  });
  const pointOf = new Map(places.map((place, index) => [place.key, points[index] as Point]));
  const curves = places.map((place, index) =>
    place.parents.map((parent) => {
      const from = (parent === null ? undefined : pointOf.get(parent)) ?? centre;
      const to = points[index] as Point;
      return curveBetween(
        from,
        to,
        [centre, ...points].filter((point) => point !== from && point !== to),
      );
    }),
  );
  const all = curves.flat();
  const ringLabels = radii.map((radius, index): Rect => {
    const wide = given.ringLabels[index] as number;
    return { x: centre.x - wide / 2, y: centre.y - radius + 4, width: wide, height: RING_LABEL + 4 };
  });
  const originLabel = labelAt({ x: centre.x, y: centre.y + 8 }, origin, sides[2]);
  const taken: Rect[] = [...ringLabels, square(centre, 16), originLabel, ...points.map((point) => square(point, SIGN + 1))];
  let collisions = points.filter((point, index) =>
    points.some((other, at) => at < index && Math.hypot(point.x - other.x, point.y - other.y) < 2 * SIGN + 4),
  ).length;
  const put = places.map((place, index): PutPlace => {
    const point = points[index] as Point;
    const own = square(point, SIGN + 1);
    const right = point.x >= centre.x;
    let best: { label: PutPlace['label']; cost: number } | null = null;
    for (const [rank, side] of sides.entries()) {
      const label = labelAt(point, place.label, side);
      const box = pad(label, 2);
      const covered = taken.filter((rect) => rect.x !== own.x || rect.y !== own.y).filter((rect) => meet(box, rect)).length;
      const out = label.x < 4 || label.x + label.width > width - 4 || label.y < 2 || label.y + label.height > height - 2 ? 1 : 0;
      const crossed = all.filter((curve) => samples.some((t) => inside(along(curve, t), box))).length;
      const inward = side.dx !== 0 && side.dx > 0 !== right ? 3 : 0;
      const cost = 1000 * (covered + out) + 6 * crossed + inward + rank * 0.5;
      if (best === null || cost < best.cost) best = { label, cost };
    }
    const { label, cost } = best as { label: PutPlace['label']; cost: number };
    if (cost >= 1000) collisions += 1;
    taken.push(label);
    return { key: place.key, centre: point, label, curves: curves[index] as Curve[] };
  });
  return { width, height, centre, radii, places: put, collisions };
}

/** Without the room at both sides that no label took. */
function cut(layout: RingsLayout): RingsLayout {
  const { centre, radii, width } = layout;
  const last = radii.at(-1) as number;
  const boxes = layout.places.map((place) => place.label);
  const left = Math.min(centre.x - last, ...boxes.map((box) => box.x)) - EDGE;
  const right = Math.max(centre.x + last, ...boxes.map((box) => box.x + box.width)) + EDGE;
  if (left <= 0 && right >= width) return layout;
  const by = Math.round(Math.max(0, left));
  const moved = (point: Point): Point => ({ x: point.x - by, y: point.y });
  return {
    ...layout,
    width: Math.min(width, Math.round(right)) - by,
    centre: moved(centre),
    places: layout.places.map((place) => ({
      ...place,
      centre: moved(place.centre),
      label: { ...place.label, x: place.label.x - by },
      curves: place.curves.map((curve) => ({ from: moved(curve.from), control: moved(curve.control), to: moved(curve.to) })),
    })),
  };
}

/**
 * The same places give the same drawing. It grows until no label covers another.
 * @param ringLabels px, how wide the name of each ring is, the own team first
 * @param origin lines under the drop in the middle
 * @param bare without labels: all such drawings are equally wide
 */
export function layoutRings(places: readonly PlaceToPut[], ringLabels: readonly number[], origin: readonly LabelLine[], bare = false): RingsLayout {
  const given = { places, ringLabels, origin, bare };
  let scale = 1;
  let best = attempt({ ...given, scale });
  for (let tried = 0; tried < TRIES && best.collisions > 0; tried += 1) {
    scale *= MORE_ROOM;
    const next = attempt({ ...given, scale });
    if (next.collisions < best.collisions) best = next;
  }
  return bare ? best : cut(best);
}
