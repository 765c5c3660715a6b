/** From lanes to the points of every line, and the place of the words on relations. */
import { type GapLanes, laneX, type Strand, tracksOf } from './layout-lanes.ts';
import { page } from './layout-rows.ts';
import type { Geometry, Net } from './layout-types.ts';
import type { Point } from './scene.ts';

/** Points without those that lie on a straight line between their neighbours. */
function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last && Math.abs(last.x - point.x) < 0.01 && Math.abs(last.y - point.y) < 0.01) continue;
    const before = kept[kept.length - 2];
    const straight =
      before &&
      last &&
      ((Math.abs(before.x - last.x) < 0.01 && Math.abs(last.x - point.x) < 0.01) ||
        (Math.abs(before.y - last.y) < 0.01 && Math.abs(last.y - point.y) < 0.01));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Gives every strand its height in its channel. */
export function setHeights(geometry: Geometry, strands: readonly Strand[][]): void {
  for (const [index, inChannel] of strands.entries()) {
    const { order, heights, total } = tracksOf(inChannel);
    const channel = geometry.channels[index] as { y0: number; y1: number };
    const room = channel.y1 - channel.y0;
    const scale = total > room && total > 0 ? room / total : 1;
    const starts: number[] = [];
    let y = channel.y0 + (room - total * scale) / 2;
    for (const height of heights) {
      starts.push(y + (height * scale) / 2);
      y += height * scale;
    }
    for (const strand of inChannel) strand.y = (channel.y0 + channel.y1) / 2;
    for (const strand of order) strand.y = starts[strand.track] as number;
  }
}

interface Way {
  readonly geometry: Geometry;
  readonly lanes: ReadonlyMap<string, GapLanes>;
  readonly heights: readonly ReadonlyMap<Net, number>[];
}

/** From an end to where it enters its channel. */
function outward(way: Way, net: Net, index: number): Point[] {
  const terminal = net.terminals[index] as Net['terminals'][number];
  const attach = net.chosen[index] as Net['chosen'][number];
  const points = [...attach.stub()];
  if (attach.side === 'left') points.push({ x: laneX(way.geometry, way.lanes, net, terminal.row, terminal.gap), y: attach.at() });
  return points;
}

function straightBetween(net: Net, from: number, to: number): Point[] {
  const [a, b] = [net.terminals[from]?.mark, net.terminals[to]?.mark];
  if (!a || !b) return [];
  return [
    { x: a.sign.x + a.sign.width, y: a.cy },
    { x: b.sign.x, y: a.cy },
  ];
}

function pathTo(way: Way, net: Net, index: number): Point[] {
  const arrive = outward(way, net, index).reverse();
  const joined = net.joined[index] as number;
  if (net.direct[index]) return straightBetween(net, joined, index);
  if (joined >= 0) return simplify([...outward(way, net, joined), ...arrive]);
  const points = outward(way, net, 0);
  const heightAt = (channel: number): number => way.heights[channel]?.get(net) ?? 0;
  let channel = net.channels[0] as number;
  let x = (points[points.length - 1] as Point).x;
  const target = net.channels[index] as number;
  points.push({ x, y: heightAt(channel) });
  while (channel !== target) {
    const row = target > channel ? channel : channel - 1;
    const pass = net.passes.find((one) => one.row === row);
    x = pass ? laneX(way.geometry, way.lanes, net, row, pass.gap) : x;
    points.push({ x, y: heightAt(channel) });
    channel += target > channel ? 1 : -1;
    points.push({ x, y: heightAt(channel) });
  }
  points.push({ x: (arrive[0] as Point).x, y: heightAt(channel) });
  return simplify([...points, ...arrive]);
}

/** Sets `paths` of every net. */
export function setPaths(geometry: Geometry, nets: readonly Net[], lanes: ReadonlyMap<string, GapLanes>, strands: readonly Strand[][]): void {
  const heights = strands.map((inChannel) => new Map(inChannel.map((strand) => [strand.net, strand.y])));
  const way: Way = { geometry, lanes, heights };
  for (const net of nets) {
    net.paths = net.terminals.slice(1).map((_, index) => pathTo(way, net, index + 1));
    net.wordAt = null;
  }
  placeWords(geometry, strands);
}

const WORD = 16;
/** Puts the word of a relation on its line in a gutter, where the fewest other lines pass. */
function placeWords(geometry: Geometry, strands: readonly Strand[][]): void {
  const longest = new Map<Net, { strand: Strand; inChannel: readonly Strand[] }>();
  for (const inChannel of strands)
    for (const strand of inChannel) {
      if (strand.net.word === null) continue;
      const known = longest.get(strand.net);
      if (!known || known.strand.x1 - known.strand.x0 < strand.x1 - strand.x0) longest.set(strand.net, { strand, inChannel });
    }
  for (const [net, { strand, inChannel }] of longest) {
    const width = net.wordWidth + 10;
    const verticals = inChannel.filter((other) => other.net !== net).flatMap((other) => [...other.ups, ...other.downs]);
    const span = Math.max(0, strand.x1 - strand.x0 - width - 16);
    let best = strand.x0 + 8 + span / 2;
    if (span === 0) best = (strand.x0 + strand.x1 - width) / 2;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= 12; step += 1) {
      const side = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
      const x = (strand.x0 + strand.x1 - width) / 2 + (side * span) / 12;
      const hit = verticals.filter((at) => at > x - 3 && at < x + width + 3).length;
      if (hit < least) [best, least] = [x, hit];
    }
    const edge = geometry.gaps[0]?.[0]?.x0 ?? 0;
    best = Math.max(edge + 2, Math.min(best, geometry.width - page.margin - width - 2));
    net.wordAt = { x: best, y: strand.y - WORD / 2, width, height: WORD };
  }
}
