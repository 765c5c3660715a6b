/** Lanes: every line gets its own lane in every gutter, ordered so that few lines cross. */
import type { Geometry, Net } from './layout-types.ts';

const LANE = 5;
const TRACK = 6;
const WORD_TRACK = 20;

interface GapUser {
  readonly net: Net;
  y0: number;
  y1: number;
}

export interface GapLanes {
  readonly users: Map<Net, number>;
  readonly count: number;
}

export const gapKey = (row: number, gap: number): string => `${row}:${gap}`;

function gapUsers(geometry: Geometry, nets: readonly Net[]): Map<string, GapUser[]> {
  const users = new Map<string, Map<Net, GapUser>>();
  const add = (row: number, gap: number, net: Net, y0: number, y1: number): void => {
    const key = gapKey(row, gap);
    const inGap = users.get(key) ?? new Map<Net, GapUser>();
    users.set(key, inGap);
    const known = inGap.get(net);
    if (known) [known.y0, known.y1] = [Math.min(known.y0, y0), Math.max(known.y1, y1)];
    else inGap.set(net, { net, y0, y1 });
  };
  const top = (row: number): number => (geometry.channels[row] as { y1: number }).y1;
  const foot = (row: number): number => (geometry.channels[row + 1] as { y0: number }).y0;
  for (const net of nets) {
    const alone = net.joined.every((at, index) => index === 0 || at >= 0);
    for (const [index, terminal] of net.terminals.entries()) {
      const attach = net.chosen[index];
      if (attach?.side !== 'left' || net.direct[index] || (alone && net.direct.slice(1).every(Boolean))) continue;
      const y = attach.at();
      const leaves = net.joined[index] === -1 && !alone;
      const other = !leaves ? y : (net.channels[index] as number) === terminal.row ? top(terminal.row) : foot(terminal.row);
      add(terminal.row, terminal.gap, net, Math.min(y, other), Math.max(y, other));
    }
    for (const pass of net.passes) add(pass.row, pass.gap, net, top(pass.row), foot(pass.row));
  }
  return new Map([...users].map(([key, map]) => [key, [...map.values()]]));
}

/** Lanes per gap, counted from the block at the right: short lines nearest, so that none crosses a way in. */
export function lanesOfGaps(geometry: Geometry, nets: readonly Net[]): Map<string, GapLanes> {
  const result = new Map<string, GapLanes>();
  for (const [key, users] of gapUsers(geometry, nets)) {
    users.sort((a, b) => a.y1 - a.y0 - (b.y1 - b.y0) || (a.net.key < b.net.key ? -1 : 1));
    const lanes = new Map<Net, number>();
    let count = 0;
    for (const [index, user] of users.entries()) {
      let lane = 0;
      for (const other of users.slice(0, index))
        if (other.y0 < user.y1 + 4 && other.y1 > user.y0 - 4) lane = Math.max(lane, (lanes.get(other.net) as number) + 1);
      lanes.set(user.net, lane);
      count = Math.max(count, lane + 1);
    }
    result.set(key, { users: lanes, count });
  }
  return result;
}

/** Where a line runs in a gap: x in px. */
export function laneX(geometry: Geometry, lanes: ReadonlyMap<string, GapLanes>, net: Net, row: number, gap: number): number {
  const place = (geometry.gaps[row] as { x0: number; x1: number }[])[gap] as { x0: number; x1: number };
  const inGap = lanes.get(gapKey(row, gap));
  const lane = inGap?.users.get(net) ?? 0;
  const count = inGap?.count ?? 1;
  const room = place.x1 - place.x0 - 12;
  const step = count > 1 ? Math.min(LANE, room / (count - 1)) : LANE;
  const last = gap >= (geometry.rows[row] as readonly unknown[]).length;
  return last ? place.x0 + 7 + lane * step : place.x1 - 7 - lane * step;
}

export interface Strand {
  readonly net: Net;
  readonly ups: number[];
  readonly downs: number[];
  x0: number;
  x1: number;
  track: number;
  y: number;
}

function strandOf(strands: Map<Net, Strand>[], channel: number, net: Net): Strand {
  const inChannel = strands[channel] as Map<Net, Strand>;
  const known = inChannel.get(net) ?? { net, ups: [], downs: [], x0: 0, x1: 0, track: 0, y: 0 };
  inChannel.set(net, known);
  return known;
}

/** What joins each line in each channel from above and from below. */
export function strandsOf(geometry: Geometry, nets: readonly Net[], lanes: ReadonlyMap<string, GapLanes>): Strand[][] {
  const strands: Map<Net, Strand>[] = geometry.channels.map(() => new Map<Net, Strand>());
  for (const net of nets) {
    if (net.joined.every((at, index) => index === 0 || at >= 0)) continue;
    for (const [index, terminal] of net.terminals.entries()) {
      if (net.joined[index] !== -1) continue;
      const attach = net.chosen[index];
      const channel = net.channels[index] as number;
      const x = attach?.side === 'left' ? laneX(geometry, lanes, net, terminal.row, terminal.gap) : (attach?.at() ?? 0);
      const strand = strandOf(strands, channel, net);
      (channel === terminal.row ? strand.downs : strand.ups).push(x);
    }
    for (const pass of net.passes) {
      const x = laneX(geometry, lanes, net, pass.row, pass.gap);
      strandOf(strands, pass.row, net).downs.push(x);
      strandOf(strands, pass.row + 1, net).ups.push(x);
    }
  }
  for (const inChannel of strands)
    for (const strand of inChannel.values()) {
      const all = [...strand.ups, ...strand.downs];
      strand.x0 = Math.min(...all);
      strand.x1 = Math.max(...all);
    }
  return strands.map((inChannel) => [...inChannel.values()]);
}

const hasWord = (strand: Strand): boolean => strand.net.word !== null && strand.x1 - strand.x0 > 1;

/** Crossings when `a` runs above `b`; lines that would lie on each other count for many. */
function crossings(a: Strand, b: Strand): number {
  let sum = 0;
  for (const x of b.ups) sum += x > a.x0 + 1 && x < a.x1 - 1 ? 1 : 0;
  for (const x of a.downs) sum += x > b.x0 + 1 && x < b.x1 - 1 ? 1 : 0;
  for (const up of b.ups) for (const down of a.downs) sum += Math.abs(up - down) < 3 ? 40 : 0;
  return sum;
}

/** An order from the top down with few crossings: each line in turn goes to its best place, twice. */
function orderStrands(strands: Strand[]): Strand[] {
  const order = [...strands].sort((a, b) => a.x0 + a.x1 - (b.x0 + b.x1) || (a.net.key < b.net.key ? -1 : 1));
  const cost = new Map<Strand, Map<Strand, number>>();
  for (const a of order) cost.set(a, new Map(order.map((b) => [b, a === b ? 0 : crossings(a, b)])));
  const above = (a: Strand, b: Strand): number => (cost.get(a) as Map<Strand, number>).get(b) as number;
  for (let round = 0; round < (order.length > 80 ? 1 : 3); round += 1)
    for (const strand of [...order]) {
      order.splice(order.indexOf(strand), 1);
      let now = order.reduce((sum, other) => sum + above(strand, other), 0);
      let [best, least] = [0, now];
      for (const [index, other] of order.entries()) {
        now += above(other, strand) - above(strand, other);
        if (now < least) [best, least] = [index + 1, now];
      }
      order.splice(best, 0, strand);
    }
  return order;
}

function reach(strand: Strand): readonly [number, number] {
  const short = hasWord(strand) ? Math.max(0, strand.net.wordWidth + 24 - (strand.x1 - strand.x0)) / 2 : 0;
  return [strand.x0 - short - 5, strand.x1 + short + 5];
}

export interface Tracks {
  readonly order: readonly Strand[];
  /** px per track */
  readonly heights: readonly number[];
  readonly total: number;
}

/** Tracks in a channel, from the top down; strands that do not meet share one. */
export function tracksOf(strands: Strand[]): Tracks {
  const order = orderStrands(strands.filter((strand) => strand.x1 - strand.x0 > 1));
  const heights: number[] = [];
  for (const [index, strand] of order.entries()) {
    const [x0, x1] = reach(strand);
    let track = 0;
    for (const other of order.slice(0, index)) {
      const [from, to] = reach(other);
      if (from < x1 && to > x0) track = Math.max(track, other.track + 1);
    }
    strand.track = track;
    heights[track] = Math.max(heights[track] ?? 0, hasWord(strand) ? WORD_TRACK : TRACK);
  }
  return { order, heights, total: heights.reduce((sum, height) => sum + height, 0) };
}
