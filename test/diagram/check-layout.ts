/** Holds a laid-out drawing against the rules: nothing lies on anything, no line runs through a sign, a name or a title. */
import type { DiagramLayout } from '../../shared/diagram/layout.ts';
import type { Box, Mark } from '../../shared/diagram/layout-types.ts';
import type { Point, Rect } from '../../shared/diagram/scene.ts';

const overlap = (a: Rect, b: Rect, slack: number): boolean =>
  a.width > 0 &&
  b.width > 0 &&
  a.x < b.x + b.width - slack &&
  a.x + a.width > b.x + slack &&
  a.y < b.y + b.height - slack &&
  a.y + a.height > b.y + slack;
const inside = (a: Rect, b: Rect): boolean =>
  a.x >= b.x - 0.6 && a.y >= b.y - 0.6 && a.x + a.width <= b.x + b.width + 0.6 && a.y + a.height <= b.y + b.height + 0.6;
const say = (name: string, rect: Rect): string => `${name} [${[rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ')}]`;

export function allMarks(box: Box): Mark[] {
  return [...box.marks, ...box.children.flatMap(allMarks)];
}
function allBoxes(box: Box): Box[] {
  return [box, ...box.children.flatMap(allBoxes)];
}

interface Solid {
  readonly name: string;
  readonly rect: Rect;
  readonly mark: Mark | null;
}

function solidsOf(layout: DiagramLayout): Solid[] {
  const solids: Solid[] = [];
  for (const block of layout.geometry.rows.flat())
    for (const box of allBoxes(block)) {
      solids.push({ name: `title ${box.name}`, rect: box.title, mark: null });
      for (const mark of box.marks)
        solids.push({ name: `sign ${mark.text}`, rect: mark.sign, mark }, { name: `name ${mark.text}`, rect: mark.name, mark });
    }
  return solids;
}

function boxFaults(box: Box): string[] {
  const faults: string[] = [];
  for (const [index, child] of box.children.entries()) {
    if (!inside(child, box)) faults.push(`${say(child.name, child)} leaves ${say(box.name, box)}`);
    for (const other of box.children.slice(index + 1))
      if (overlap(child, other, 0.1)) faults.push(`${say(child.name, child)} on ${say(other.name, other)}`);
    for (const mark of box.marks)
      for (const rect of [mark.sign, mark.name])
        if (overlap(rect, child, 0.1)) faults.push(`${say(mark.text, rect)} on box ${say(child.name, child)}`);
    if (overlap(box.title, child, 0.1)) faults.push(`title ${say(box.name, box.title)} on box ${say(child.name, child)}`);
  }
  for (const mark of box.marks)
    for (const rect of [mark.sign, mark.name])
      if (rect.width > 0 && !inside(rect, box) && box.kind !== 'group') faults.push(`${say(mark.text, rect)} leaves ${say(box.name, box)}`);
  return [...faults, ...box.children.flatMap(boxFaults)];
}

/** Signs, names and titles that lie on each other; a name lies in its own bar. */
function solidFaults(solids: readonly Solid[]): string[] {
  const faults: string[] = [];
  const sorted = [...solids].filter((one) => one.rect.width > 0).sort((a, b) => a.rect.y - b.rect.y);
  for (const [index, one] of sorted.entries())
    for (const other of sorted.slice(index + 1)) {
      if (other.rect.y > one.rect.y + one.rect.height) break;
      if (one.mark !== null && one.mark === other.mark) continue;
      if (overlap(one.rect, other.rect, 0.9)) faults.push(`${say(one.name, one.rect)} on ${say(other.name, other.rect)}`);
    }
  return faults;
}

/** Distance of a right-angled segment to a rectangle is nil. */
const hits = (a: Point, b: Point, rect: Rect): boolean =>
  overlap(
    { x: Math.min(a.x, b.x) - 0.05, y: Math.min(a.y, b.y) - 0.05, width: Math.abs(a.x - b.x) + 0.1, height: Math.abs(a.y - b.y) + 0.1 },
    rect,
    0.2,
  );

function lineFaults(layout: DiagramLayout, solids: readonly Solid[]): string[] {
  const faults: string[] = [];
  const labels: Solid[] = layout.geometry.bands.map((band) => ({
    name: `label ${band.name}`,
    rect: { x: band.frame.x, y: band.frame.y, width: 100, height: band.frame.height },
    mark: null,
  }));
  for (const net of [...layout.bridges, ...layout.relations.map((one) => one.net)]) {
    const own = new Set(net.terminals.map((one) => one.mark));
    for (const path of net.paths)
      for (let index = 1; index < path.length; index += 1) {
        const [a, b] = [path[index - 1] as Point, path[index] as Point];
        if (Math.abs(a.x - b.x) > 0.1 && Math.abs(a.y - b.y) > 0.1) faults.push(`${net.key} runs askew`);
        for (const solid of [...solids, ...labels]) {
          if (!hits(a, b, solid.rect)) continue;
          if (solid.mark !== null && own.has(solid.mark) && solid.rect === solid.mark.sign) continue;
          faults.push(`${net.key} [${[a.x, a.y, b.x, b.y].map(Math.round).join(' ')}] through ${say(solid.name, solid.rect)}`);
        }
      }
    if (net.wordAt)
      for (const solid of [...solids, ...labels])
        if (overlap(net.wordAt, solid.rect, 0.2)) faults.push(`word ${net.word} on ${say(solid.name, solid.rect)}`);
  }
  return faults;
}

/** Who sits in several places now and whose line misses one of them; a crowd shows no lines at all. */
function missedFaults(layout: DiagramLayout): string[] {
  if (layout.dense) return [];
  const reached = new Set(layout.bridges.flatMap((net) => net.terminals.map((terminal) => terminal.mark)));
  const places = new Map<string, Mark[]>();
  for (const mark of layout.geometry.rows.flat().flatMap(allMarks))
    if (mark.personId !== null && mark.presence !== 'no') places.set(mark.personId, [...(places.get(mark.personId) ?? []), mark]);
  return [...places.values()]
    .filter((marks) => marks.length > 1)
    .flat()
    .filter((mark) => !reached.has(mark))
    .map((mark) => `no line reaches ${say(mark.text, mark.sign)}`);
}

/** Relations between different things that have no line. */
export function withoutLine(layout: DiagramLayout): string[] {
  const drawn = new Set(layout.relations.flatMap((one) => one.relations));
  return layout.look.model.relations.filter((one) => !drawn.has(one)).map((one) => `${one.label} ${one.id}`);
}

/** Everything that is wrong, in words; empty when the drawing is right. */
export function faultsOf(layout: DiagramLayout): string[] {
  const { geometry } = layout;
  const faults: string[] = [];
  const blocks = geometry.rows.flat();
  for (const [index, block] of blocks.entries()) {
    const band = geometry.bands.find((one) => one.blocks.includes(block));
    if (!band || !inside(block, band.frame)) faults.push(`${say(block.name, block)} leaves its band ${band ? say(band.name, band.frame) : ''}`);
    for (const other of blocks.slice(index + 1))
      if (overlap(block, other, 0.1)) faults.push(`${say(block.name, block)} on ${say(other.name, other)}`);
    faults.push(...boxFaults(block));
  }
  for (const [index, band] of geometry.bands.entries())
    for (const other of geometry.bands.slice(index + 1)) if (overlap(band.frame, other.frame, 0.1)) faults.push(`band ${band.name} on ${other.name}`);
  const solids = solidsOf(layout);
  return [...faults, ...solidFaults(solids), ...lineFaults(layout, solids), ...missedFaults(layout)];
}

interface Segment {
  readonly key: string;
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function segmentsOf(layout: DiagramLayout): Segment[] {
  const nets = [...layout.bridges, ...layout.relations.map((one) => one.net)];
  return nets.flatMap((net) =>
    net.paths.flatMap((path) =>
      path.slice(1).map((b, index): Segment => {
        const a = path[index] as Point;
        const upright = Math.abs(a.x - b.x) < 0.01;
        const [from, to] = upright ? [a.y, b.y] : [a.x, b.x];
        return { key: net.key, upright, at: upright ? a.x : a.y, from: Math.min(from, to), to: Math.max(from, to) };
      }),
    ),
  );
}

/** Pairs of different lines that run over each other for more than 6 px. */
export function coincidencesOf(layout: DiagramLayout): string[] {
  const segments = segmentsOf(layout);
  const pairs = new Set<string>();
  for (const one of segments)
    for (const other of segments) {
      if (one.key >= other.key || one.upright !== other.upright || Math.abs(one.at - other.at) >= 1.5) continue;
      if (Math.min(one.to, other.to) - Math.max(one.from, other.from) > 6) pairs.add(`${one.key} | ${other.key}`);
    }
  return [...pairs];
}
