/** Puts things under each other where they would lie over each other. */
import { textWidth } from '../diagram/text-metrics.ts';
import { barEnd, type Item, SIGN, sureOf } from './items.ts';

/** Letters beside signs, px. */
export const TEXT = 12;
const GAP = 6;

export type Side = 'in' | 'right' | 'left' | 'none';

/** A thing on its track, or several that lie too close to tell apart. */
export interface Put {
  readonly items: readonly Item[];
  readonly track: number;
  /** All that it takes with its words, px. */
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  readonly text: string;
  /** Where its words begin, px. */
  readonly x: number;
}

function shortened(text: string, width: number): string {
  if (textWidth(text, TEXT) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, TEXT) > width) letters.pop();
  return letters.length > 1 ? `${letters.join('').trimEnd()}…` : '';
}

/** Left and right of the drawn part of a thing, its sign included. */
const extent = ({ x0, x1, sign }: Item): readonly [number, number] =>
  sign === null ? [x0, x1] : [Math.min(x0, sign - SIGN - 1), Math.max(x1, sign + SIGN + 1)];

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Stretches inside a thing with no line across: of a bar its parts, of a moment what lies after its sign. */
function insides(item: Item): readonly (readonly [number, number])[] {
  if (item.sign !== null) return [[item.sign + SIGN, item.x1]];
  const sure = sureOf(item);
  const end = barEnd(item);
  return sure
    ? [
        [sure[0], Math.min(sure[1], end)],
        [item.x0, sure[0]],
        [sure[1], end],
      ]
    : [[item.x0, end]];
}

/** Words go in a bar that has room, else after it, else before it; what fits nowhere is cut, and said whole elsewhere. */
function placed(item: Item, edges: Edges): Omit<Put, 'track'> {
  const [from, to] = extent(item);
  const width = textWidth(item.text, TEXT);
  const whole = { items: [item], text: item.text };
  if (item.text === '') return { ...whole, from, to, side: 'none', x: to };
  const inside = insides(item);
  const room = ([left, right]: readonly [number, number]): number => right - left - 2 * GAP;
  const fits = inside.find((part) => width <= room(part));
  if (fits) return { ...whole, from, to, side: 'in', x: fits[0] + GAP };
  if (to + GAP + width <= edges.right) return { ...whole, from, to: to + GAP + width, side: 'right', x: to + GAP };
  if (from - GAP - width >= edges.left) return { ...whole, from: from - GAP - width, to, side: 'left', x: from - GAP - width };
  const widest = inside.reduce((best, part) => (room(part) > room(best) ? part : best));
  const [before, after] = [from - edges.left - GAP, edges.right - to - GAP];
  const most = Math.max(before, after, room(widest));
  const text = shortened(item.text, most);
  const cut = textWidth(text, TEXT);
  if (text === '') return { ...whole, text, from, to, side: 'none', x: to };
  if (most === room(widest)) return { ...whole, text, from, to, side: 'in', x: widest[0] + GAP };
  if (most === after) return { ...whole, text, from, to: to + GAP + cut, side: 'right', x: to + GAP };
  return { ...whole, text, from: from - GAP - cut, to, side: 'left', x: from - GAP - cut };
}

/** On the first track that is free there. */
function onTracks(all: readonly Omit<Put, 'track'>[]): Put[] {
  const ends: number[] = [];
  return [...all]
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.items[0]?.key ?? '').localeCompare(b.items[0]?.key ?? '', 'en'))
    .map((put) => {
      const free = ends.findIndex((end) => end + GAP <= put.from);
      const track = free < 0 ? ends.length : free;
      ends[track] = put.to;
      return { ...put, track };
    });
}

const tracksOf = (puts: readonly Put[]): number => Math.max(0, ...puts.map((put) => put.track + 1));

/** Gives words back to what has room for them up to the next one on its track. */
function worded(puts: readonly Put[], edges: Edges): readonly Put[] {
  return puts.map((put) => {
    const [item] = put.items;
    if (!item || put.side !== 'none' || item.text === '' || put.items.length > 1) return put;
    const next = Math.min(
      edges.right + GAP,
      ...puts.filter((other) => other.track === put.track && other.from > put.from).map((other) => other.from),
    );
    const to = put.to + GAP + textWidth(item.text, TEXT);
    return to + GAP <= next ? { ...put, to, side: 'right' as const, text: item.text, x: put.to + GAP } : put;
  });
}

/** Moments in steps of a little more than a sign become one sign with a number. */
function clustered(items: readonly Item[], edges: Edges): Omit<Put, 'track'>[] {
  const near = (x: number): number => Math.floor((x - edges.left) / CLUSTER);
  const slot = (item: Item): string => [item.part, item.change, item.look, near(item.sign ?? 0), near(item.x0), near(item.x1)].join();
  return [...Map.groupBy(items, slot).values()].map((own): Omit<Put, 'track'> => {
    const [first] = own as [Item, ...Item[]];
    const text = own.length === 1 ? '' : `${own.length}×`;
    const at = own.reduce((sum, item) => sum + (item.sign ?? 0), 0) / own.length;
    const width = text === '' ? 0 : textWidth(text, TEXT) + 3;
    const lead = { ...first, x0: Math.min(...own.map((item) => item.x0)), x1: Math.max(...own.map((item) => item.x1)), sign: at };
    const [left, right] = extent(lead);
    const toLeft = right + width > edges.right;
    return {
      items: [lead, ...own.slice(1)],
      from: left - (toLeft ? width : 0),
      to: right + (toLeft ? 0 : width),
      side: text === '' ? 'none' : toLeft ? 'left' : 'right',
      text,
      x: toLeft ? left - width : right + 3,
    };
  });
}
const CLUSTER = 40;

/**
 * Things on as few tracks as they need; with all their words where that takes no more than some tracks, else moments without
 * words, and those that are too many for that together with a number.
 * @param most tracks
 */
export function pack(items: readonly Item[], edges: Edges, most: number): readonly Put[] {
  const withWords = onTracks(items.map((item) => placed(item, edges)));
  if (tracksOf(withWords) <= most) return withWords;
  const moments = items.filter((item) => item.sign !== null);
  const bars = items.filter((item) => item.sign === null).map((item) => placed(item, edges));
  const bare = (item: Item): Omit<Put, 'track'> => {
    const [from, to] = extent(item);
    return { items: [item], from, to, side: 'none', text: '', x: to };
  };
  const withoutWords = onTracks([...bars, ...moments.map(bare)]);
  if (tracksOf(withoutWords) <= Math.max(most, bars.length)) return worded(withoutWords, edges);
  return worded(onTracks([...bars, ...clustered(moments, edges)]), edges);
}
