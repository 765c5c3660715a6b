/** Which way every line takes through the gutters: from its highest end to each of the others, like a star. */
import type { Attach, Geometry, Net, Terminal } from './layout-types.ts';

const middle = (gap: { x0: number; x1: number }): number => Math.min((gap.x0 + gap.x1) / 2, gap.x0 + 30);

function bestAttach(terminal: Terminal, down: boolean): Attach {
  let best = terminal.attaches[0] as Attach;
  let least = Number.POSITIVE_INFINITY;
  for (const attach of terminal.attaches) {
    const wrong = (attach.side === 'top' && down) || (attach.side === 'bottom' && !down);
    const cost = attach.cost + (wrong ? 6 : 0);
    if (cost < least) [best, least] = [attach, cost];
  }
  return best;
}

/** The channel that an end reaches: above or below its row. */
const channelOf = (terminal: Terminal, attach: Attach, down: boolean): number =>
  attach.side === 'top' ? terminal.row : attach.side === 'bottom' ? terminal.row + 1 : down ? terminal.row + 1 : terminal.row;

function nearestGap(geometry: Geometry, row: number, x: number): number {
  const gaps = geometry.gaps[row] as { x0: number; x1: number }[];
  let best = 0;
  for (let index = 1; index < gaps.length; index += 1)
    if (Math.abs(middle(gaps[index] as { x0: number; x1: number }) - x) < Math.abs(middle(gaps[best] as { x0: number; x1: number }) - x))
      best = index;
  return best;
}

/** Rows that the line must pass to join its channels, and through which gap. */
function passesOf(geometry: Geometry, net: Net): Net['passes'] {
  const used = net.channels.filter((_, index) => net.joined[index] === -1);
  const low = Math.max(...used);
  const passes: Net['passes'] = [];
  let from = (net.terminals[0] as Terminal).x;
  for (let row = Math.min(...used); row < low; row += 1) {
    const own = net.terminals.findIndex((terminal, index) => terminal.row === row && net.chosen[index]?.side === 'left' && net.joined[index] === -1);
    const beyond = net.terminals.filter((_, index) => (net.channels[index] as number) > row && index > 0);
    const target = beyond.length === 0 ? from : beyond.reduce((sum, terminal) => sum + terminal.x, 0) / beyond.length;
    const gap = own > 0 ? (net.terminals[own] as Terminal).gap : nearestGap(geometry, row, (from + target * 2) / 3);
    passes.push({ row, gap });
    from = middle((geometry.gaps[row] as { x0: number; x1: number }[])[gap] as { x0: number; x1: number });
  }
  return passes;
}

/** Ends in one gap that leave to the left are joined there, without going round by a channel. */
function joinNeighbours(net: Net): void {
  for (const [index, terminal] of net.terminals.entries()) {
    const first = net.terminals.findIndex(
      (other, at) =>
        at < index &&
        other.row === terminal.row &&
        other.gap === terminal.gap &&
        net.chosen[at]?.side === 'left' &&
        net.chosen[index]?.side === 'left',
    );
    net.joined[index] = first;
  }
}

/** Ends on one line in blocks next to each other, with nothing between, are joined by a straight line. */
function joinStraight(net: Net): void {
  for (const [index, terminal] of net.terminals.entries()) {
    if (index === 0 || net.joined[index] !== -1 || net.kind !== 'bridge') continue;
    const toLeft = terminal.attaches.some((attach) => attach.side === 'left' && attach.zone === null);
    const before = net.terminals.findIndex(
      (other, at) =>
        at < index &&
        other.row === terminal.row &&
        other.gap === terminal.gap - 1 &&
        other.right &&
        toLeft &&
        Math.abs((other.mark?.cy ?? 0) - (terminal.mark?.cy ?? 1)) < 0.5,
    );
    if (before < 0) continue;
    net.joined[index] = before;
    net.direct[index] = true;
  }
}

/** Chooses ways out and gaps for a line. */
export function planNet(geometry: Geometry, net: Net): void {
  const top = Math.min(...net.terminals.map((terminal) => terminal.row));
  net.chosen = [];
  net.channels = [];
  for (const terminal of net.terminals) {
    const down = terminal.row === top;
    const attach = bestAttach(terminal, down);
    net.chosen.push(attach);
    net.channels.push(channelOf(terminal, attach, down));
  }
  net.joined = net.terminals.map(() => -1);
  net.direct = net.terminals.map(() => false);
  joinNeighbours(net);
  joinStraight(net);
  net.passes = net.joined.every((at, index) => index === 0 || at >= 0) ? [] : passesOf(geometry, net);
  const alone = net.passes.length === 0 && net.joined.every((at, index) => index === 0 || at >= 0);
  for (const [index, attach] of net.chosen.entries()) {
    const straight = net.direct[index] || (index === 0 && alone && net.direct.slice(1).every(Boolean));
    if (!straight) attach.zone?.users.push({ key: net.key, y: attach.zoneY });
  }
}
