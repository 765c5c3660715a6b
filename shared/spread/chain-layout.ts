/** Where the cards of a chain stand: each stage in a column of its own, and all that came of a card within the height that it has to itself. */
import { breakLines } from '../diagram/line-break.ts';
import { type Card, type Chain, type Link, OBJECT, type Stage } from './chain-cards.ts';

export const LEFT = 16;
export const WIDTH = 156;
export const GAP = 34;
export const PAD = 10;
export const LINE = 15;
export const HEAD = 42;
const SPACE = 12;

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
  readonly bottom: number;
}

type Sized = Omit<Placed, 'head' | 'x' | 'y'>;

function sized(card: Card): Sized {
  const title = breakLines(card.title, WIDTH - 2 * PAD - (card.id === OBJECT ? 22 : 0), 13, 600);
  const under = card.lines.flatMap((line) => breakLines(line, WIDTH - 2 * PAD, 12));
  return { card, width: WIDTH, height: 2 * PAD + (title.length + under.length) * LINE - 1, title, under };
}

const depthOf = (link: Link): number => (link.stage === 'steps' ? 1 : 0) + Math.max(0, ...link.next.map(depthOf));

/** Higher than its own card where what came of it asks for that. */
const bandOf = (link: Link): number => Math.max(sized(link.card).height, stackOf(link.next.map(bandOf)));
const stackOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * SPACE;

/** @param top px; the first card begins there */
export function layChain({ meetings, object }: Chain, top: number): ChainLayout {
  const deep = Math.max(1, depthOf(object));
  const columns = { meetings: 0, object: 1, steps: 2, embedded: 2 + deep, after: 3 + deep } as const;
  const placed: Placed[] = [];
  const links: { from: Placed; to: Placed }[] = [];
  const put = (card: Card, head: Head, column: number, from: number, band: number): Placed => {
    const size = sized(card);
    const one: Placed = { ...size, head, x: LEFT + column * (WIDTH + GAP), y: Math.round(from + band / 2) - size.height / 2 };
    placed.push(one);
    return one;
  };
  const lay = (link: Link, column: number, from: number, band: number): Placed => {
    const own = put(link.card, link.stage, column, from, band);
    const bands = link.next.map(bandOf);
    let y = from + (band - stackOf(bands)) / 2;
    for (const [index, next] of link.next.entries()) {
      const height = bands[index] as number;
      links.push({ from: own, to: lay(next, next.stage === 'steps' ? column + 1 : columns[next.stage], y, height) });
      y += height + SPACE;
    }
    return own;
  };
  const heights = meetings.map((card) => sized(card).height);
  const most = Math.max(bandOf(object), stackOf(heights));
  const root = lay(object, columns.object, top, most);
  let y = top + (most - stackOf(heights)) / 2;
  for (const [index, card] of meetings.entries()) {
    links.push({ from: put(card, 'meetings', columns.meetings, y, heights[index] as number), to: root });
    y += (heights[index] as number) + SPACE;
  }
  return { placed, links, columns, bottom: top + most };
}
