/** From meeting to object to adaptation to embedding to what is still there after the funding: one drawing per yield. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { Paint, Scene, SceneNode } from '../diagram/scene.ts';
import { formatDay } from '../domain/format-date.ts';
import { counted, type Translate } from '../i18n/index.ts';
import { type Card, type ChainModel, type ChainOptions, chainOf, OBJECT } from './chain-cards.ts';
import { HEAD, LEFT, LINE, layChain, measureChain, PAD, type Placed } from './chain-layout.ts';
import { drop, mannerLine } from './signs.ts';

const heads = ['meetings', 'object', 'steps', 'embedded', 'after'] as const;
type Head = (typeof heads)[number];

const edges: Readonly<Record<Card['look'], Paint>> = {
  sure: { fill: 'card', stroke: 'control', strokeWidth: 1.2 },
  perhaps: { fill: 'card', stroke: 'control', strokeWidth: 1.4, dash: [4, 3] },
  gone: { fill: 'band', stroke: 'line-2', strokeWidth: 1 },
  strong: { fill: 'card', stroke: 'ink', strokeWidth: 2.4 },
};

function cardNodes({ card: own, ...card }: Placed): SceneNode {
  const isObject = own.id === OBJECT;
  const left = card.x + PAD + (isObject ? 22 : 0);
  const gone = own.look === 'gone';
  const written = (x: number, y: number, words: string, size: number, weight: 400 | 600): SceneNode => ({
    ...text(x, y, words, size, weight, weight === 600 && !gone ? 'ink' : 'ink-3'),
    ...(gone ? { halo: 'band' as const } : {}),
  });
  return {
    type: 'group',
    id: `part-${own.id}`,
    children: [
      { type: 'rect', x: card.x, y: card.y, width: card.width, height: card.height, radius: 6, ...edges[own.look] },
      ...(own.look === 'gone'
        ? [
            {
              type: 'line',
              x1: card.x + 6,
              y1: card.y + card.height - 5,
              x2: card.x + card.width - 6,
              y2: card.y + 5,
              stroke: 'line-2',
              strokeWidth: 1,
            } as const,
          ]
        : []),
      ...(isObject ? [drop({ x: card.x + PAD + 7, y: card.y + PAD + 8 }, 0.44)] : []),
      ...card.title.map((line, index) => written(left, card.y + PAD + 12 + index * LINE, line, 13, 600)),
      ...card.under.map((line, index) => written(card.x + PAD, card.y + PAD + 12 + (card.title.length + index) * LINE, line, 12, 400)),
    ],
  };
}

/**
 * From the right of one card to the left of another. What lies columns further has its whole row to itself: it comes to its height
 * in the first gap, and goes on straight past columns that have nothing there.
 */
function link(from: Placed, to: Placed, gap: number): SceneNode {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const turn = Math.min(x2, x1 + gap);
  const bend = (turn - x1) * 0.6;
  const curve = `M${x1} ${y1}C${x1 + bend} ${y1} ${turn - bend} ${y2} ${turn} ${y2}`;
  return mannerLine(turn < x2 ? `${curve}L${x2} ${y2}` : curve, to.card.how ?? 'takenOver', {
    faint: to.card.look === 'perhaps' || to.card.look === 'gone',
  });
}

function note(t: Translate, head: Head, width: number, x: number, y: number): readonly SceneNode[] {
  const said = t(($) => $.yields.chain.none[head]);
  return breakLines(said, width, 12).map((line, index) => text(x, y + index * LINE, line, 12, 400, 'ink-3'));
}

/** The same model and day give the same scene; what comes after the day is not in it. */
export function chainScene(model: ChainModel, options: ChainOptions): Scene {
  const { t, at } = options;
  const chain = chainOf(model, options);
  const measured = measureChain(chain, options.room);
  const { columns, measure } = measured;
  const pitch = measure.width + measure.gap;
  const xOf = (head: Head): number => LEFT + columns[head] * pitch;
  const names = heads.map((head, index) => {
    // over all the columns of its stage
    const across = (columns[heads[index + 1] ?? 'after'] - columns[head] || 1) * pitch - measure.gap;
    return {
      head,
      lines: breakLines(
        t(($) => $.yields.chain.columns[head]),
        across,
        13,
        600,
      ),
    };
  });
  const tallest = Math.max(...names.map(({ lines }) => lines.length));
  const dy = (options.header ? 52 : 14) + (tallest - 1) * LINE;
  const laid = layChain(chain, measured, dy + HEAD);
  const { placed, links } = laid;
  const ofHead = (head: Head): readonly Placed[] => placed.filter((card) => card.head === head);
  const words = names.flatMap(({ head, lines }) =>
    lines.map((line, index) => text(xOf(head), dy + 8 - (lines.length - 1 - index) * LINE, line, 13, 600, 'ink-2')),
  );
  const more =
    chain.more === 0
      ? []
      : [
          text(
            xOf('steps'),
            laid.bottom + 22,
            counted(t, ($) => $.yields.chain.more, chain.more),
            12,
            400,
            'ink-2',
          ),
        ];
  const width = 2 * LEFT + (columns.after + 1) * pitch - measure.gap;
  const height = Math.round(Math.max(laid.bottom, dy + HEAD + 50) + (more.length > 0 ? 36 : 18));
  const notes = heads.filter((head) => ofHead(head).length === 0).flatMap((head) => note(t, head, measure.width, xOf(head), dy + 30));
  const when = t(($) => $.yields.spread.asOf, { day: formatDay(at, t.language) });
  const title = t(($) => $.yields.chain.title, { name: model.object.name });
  const header: SceneNode[] = options.header
    ? [
        { type: 'rect', x: 0, y: 0, width, height, fill: 'table' },
        text(LEFT, 30, breakLines(title, width - 260, 18, 600)[0] ?? '', 18, 600, 'ink'),
        text(width - LEFT, 30, when, 13, 400, 'ink-2', 'end'),
      ]
    : [];
  const said = heads.map((head) => {
    const own = ofHead(head).map(({ card }) => [card.title, ...card.lines].join(', '));
    return `${t(($) => $.yields.chain.columns[head])}: ${own.join('; ') || t(($) => $.yields.chain.none[head])}.`;
  });
  return {
    width,
    height,
    title,
    description: [t(($) => $.yields.chain.description), ...said].join(' '),
    root: {
      type: 'group',
      children: [...header, ...words, ...notes, ...more, ...links.map(({ from, to }) => link(from, to, measure.gap)), ...placed.map(cardNodes)],
    },
    items: [],
    legend: [],
  };
}
