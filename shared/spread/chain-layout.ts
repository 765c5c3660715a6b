/** Where the cards of a chain stand: each stage in a column of its own, and all that came of a card within the height that it has to itself. */
import { breakLines } from '../diagram/line-break.ts';
import { type Card, type Chain, type Link, OBJECT, type Stage } from './chain-cards.ts';

export const LEFT = 16;
export const PAD = 10;
export const LINE = 15;
export const HEAD = 42;
const SPACE = 12;

/** Of a card, and between two columns; px. */
interface Measure {
  readonly width: number;
  readonly gap: number;
}
const WIDE: Measure = { width: 156, gap: 34 };
/** No narrower than words are read in, and an arrow has to bend in the gap. */
const NARROW: Measure = { width: 116, gap: 22 };

/** As wide as fits, between what is easy and what can still be read. @param room px; without it as wide as is easy */
function measureFor(columns: number, room: number | undefined): Measure {
  if (room === undefined) return WIDE;
  const of = ({ width, gap }: Measure): number => columns * width + (columns - 1) * gap;
  const share = Math.min(1, Math.max(0, (room - 2 * LEFT - of(NARROW)) / (of(WIDE) - of(NARROW))));
  const between = (least: number, most: number): number => Math.floor(least + (most - least) * share);
  return { width: between(NARROW.width, WIDE.width), gap: between(NARROW.gap, WIDE.gap) };
}

type Head = 'meetings' | Stage;

export interface Placed {
  readonly card: Card;
  readonly head: Head;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Broken into lines. */
  readonly title: readonly string[];
  readonly under: readonly string[];
}

interface ChainLayout {
  readonly placed: readonly Placed[];
  readonly links: readonly { readonly from: Placed; readonly to: Placed }[];
  /** Which column each stage begins in: steps that came of steps take more than one. */
  readonly columns: Readonly<Record<Head, number>>;
  readonly measure: Measure;
  readonly bottom: number;
}

type Sized = Omit<Placed, 'head' | 'x' | 'y'>;

function sized(card: Card, width: number): Sized {
  const title = breakLines(card.title, width - 2 * PAD - (card.id === OBJECT ? 22 : 0), 13, 600);
  const under = card.lines.flatMap((line) => breakLines(line, width - 2 * PAD, 12));
  return { card, width, height: 2 * PAD + (title.length + under.length) * LINE - 1, title, under };
}

const depthOf = (link: Link): number => (link.stage === 'steps' ? 1 : 0) + Math.max(0, ...link.next.map(depthOf));

/** Higher than its own card where what came of it asks for that. */
const bandOf =
  (width: number) =>
  (link: Link): number =>
    Math.max(sized(link.card, width).height, stackOf(link.next.map(bandOf(width))));
const stackOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * SPACE;

/** @param room px that it is to fit in where it can; without it, it takes what is easy to read */
export function measureChain({ object }: Chain, room: number | undefined): Pick<ChainLayout, 'columns' | 'measure'> {
  const deep = Math.max(1, depthOf(object));
  return { columns: { meetings: 0, object: 1, steps: 2, embedded: 2 + deep, after: 3 + deep }, measure: measureFor(4 + deep, room) };
}

/** @param top px; the first card begins there */
export function layChain({ meetings, object }: Chain, { columns, measure }: Pick<ChainLayout, 'columns' | 'measure'>, top: number): ChainLayout {
  const { width, gap } = measure;
  const band = bandOf(width);
  const placed: Placed[] = [];
  const links: { from: Placed; to: Placed }[] = [];
  const put = (card: Card, head: Head, column: number, from: number, room: number): Placed => {
    const size = sized(card, width);
    const one: Placed = { ...size, head, x: LEFT + column * (width + gap), y: Math.round(from + room / 2) - size.height / 2 };
    placed.push(one);
    return one;
  };
  const lay = (link: Link, column: number, from: number, room: number): Placed => {
    const own = put(link.card, link.stage, column, from, room);
    const bands = link.next.map(band);
    let y = from + (room - stackOf(bands)) / 2;
    for (const [index, next] of link.next.entries()) {
      const height = bands[index] as number;
      links.push({ from: own, to: lay(next, next.stage === 'steps' ? column + 1 : columns[next.stage], y, height) });
      y += height + SPACE;
    }
    return own;
  };
  const heights = meetings.map((card) => sized(card, width).height);
  const most = Math.max(band(object), stackOf(heights));
  const root = lay(object, columns.object, top, most);
  let y = top + (most - stackOf(heights)) / 2;
  for (const [index, card] of meetings.entries()) {
    links.push({ from: put(card, 'meetings', columns.meetings, y, heights[index] as number), to: root });
    y += (heights[index] as number) + SPACE;
  }
  return { placed, links, columns, measure, bottom: top + most };
}
