/** From meeting to object to adaptation to embedding to what is still there after the funding: one drawing per yield. */
import type { Output } from '../contract/index.ts';
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { Paint, Scene, SceneNode } from '../diagram/scene.ts';
import { bounds, edtfRange, OPEN_END } from '../domain/edtf.ts';
import { formatDay, formatEdtf } from '../domain/format-date.ts';
import type { SpreadManner } from '../domain/lists.ts';
import type { Translate } from '../i18n/index.ts';
import { isTaken, placesOf, type SpreadModel, type SpreadPlace, type SpreadStep, stepState } from './path.ts';
import { drop, mannerLine } from './signs.ts';
import { counted, makersOf, nameOf } from './words.ts';

type Embedding = Output<'embedding.list'>['rows'][number];
type MeetingObject = Output<'meetingObject.list'>['rows'][number];

export interface ChainModel extends SpreadModel {
  readonly meetings: readonly MeetingObject[];
  readonly embeddings: readonly Embedding[];
}

export interface ChainOptions {
  readonly t: Translate;
  readonly at: string;
  readonly header?: boolean;
}

const columns = ['meetings', 'object', 'steps', 'embedded', 'after'] as const;
type Column = (typeof columns)[number];

const LEFT = 16;
const WIDTH = 178;
const GAP = 46;
const PAD = 10;
const LINE = 15;
const SPACE = 12;
const HEAD = 42;
/** Places beyond these are counted: the olievlek shows them all. */
const MOST_PLACES = 8;

/** What came of something that was made to stay, seen on a day. */
export type After = 'still' | 'paid' | 'gone' | 'perhaps' | 'unknown';

/** @returns null while it is not there yet, or was only planned */
export function afterOf(row: Pick<Embedding, 'start' | 'end' | 'standing' | 'fundedUntil'>, at: string): After | null {
  if (row.standing !== 'actual') return null;
  const span = bounds(row.start, row.end);
  if (span.startMin > at) return null;
  if (span.endMax < at) return 'gone';
  if (row.fundedUntil === null) return 'unknown';
  const money = row.fundedUntil === OPEN_END ? null : edtfRange(row.fundedUntil);
  if (money === null || money.min > at) return 'paid';
  if (money.max >= at || span.endMin < at) return 'perhaps';
  return 'still';
}

interface Card {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** The card before it that it came from; null is all of the yield itself. */
  readonly from: readonly string[];
  readonly how?: SpreadManner;
  readonly look: 'sure' | 'perhaps' | 'gone' | 'strong';
}

interface Placed extends Card {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly title2: readonly string[];
  readonly under: readonly string[];
}

const OBJECT = 'object';

function meetingCards({ t, at }: ChainOptions, model: ChainModel): readonly Card[] {
  const byMeeting = Map.groupBy(
    model.meetings.filter(({ meeting }) => meeting.standing === 'actual' && (meeting.start === null || bounds(meeting.start, null).startMin <= at)),
    ({ meeting }) => meeting.id,
  );
  return [...byMeeting.values()].map((rows): Card => {
    const { meeting } = rows[0] as MeetingObject;
    const uses = [...new Set(rows.map((row) => t(($) => $.lists.meetingObjectUse[row.use as 'used'])))].join(', ');
    return { id: meeting.id, title: meeting.name, lines: [`${uses}, ${formatEdtf(meeting.start, t.language)}`], from: [], look: 'sure' };
  });
}

function placeCards({ t, at }: ChainOptions, places: readonly SpreadPlace[]): readonly Card[] {
  const shown = places.flatMap((place) => {
    const steps = place.steps.filter((step) => isTaken(stepState(step, at)));
    return steps.length === 0 ? [] : [{ place, steps }];
  });
  // what was changed on the way is what this drawing is about; what was taken over as it was comes after it
  const ordered = [...shown.filter(({ steps }) => steps[0]?.how !== 'takenOver'), ...shown.filter(({ steps }) => steps[0]?.how === 'takenOver')];
  const cards = ordered.slice(0, MOST_PLACES).map(({ place, steps }): Card => {
    const step = steps[0] as SpreadStep;
    const state = stepState(step, at);
    return {
      id: place.key,
      title: nameOf(t, place),
      lines: [`${t(($) => $.lists.spreadManner[step.how])}, ${formatEdtf(step.start, t.language)}`],
      from: [OBJECT],
      how: step.how,
      look: state === 'sure' ? 'sure' : state === 'ended' ? 'gone' : 'perhaps',
    };
  });
  const more = ordered.length - cards.length;
  if (more <= 0) return cards;
  return [...cards, { id: 'more', title: counted(t, ($) => $.yields.chain.more, more), lines: [], from: [OBJECT], look: 'sure' }];
}

function afterWords({ t }: ChainOptions, row: Embedding, after: After): Pick<Card, 'title' | 'lines'> {
  const date = formatEdtf(row.end, t.language);
  const funded = formatEdtf(row.fundedUntil, t.language);
  const { chain } = t.words.yields;
  const said = (select: string, params: Record<string, string>): string =>
    select.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => params[name] ?? '');
  if (after === 'still') return { title: chain.still, lines: [said(chain.stillText, { date: funded })] };
  if (after === 'paid') return { title: chain.paid, lines: row.fundedUntil === OPEN_END ? [] : [said(chain.paidText, { date: funded })] };
  if (after === 'perhaps') return { title: chain.perhaps, lines: [chain.perhapsText] };
  if (after === 'unknown') return { title: chain.unknown, lines: [chain.unknownText] };
  return { title: chain.gone, lines: [said(row.fundedUntil === null ? chain.goneText : chain.goneAfter, { date, funded })] };
}

const looks: Readonly<Record<After, Card['look']>> = { still: 'strong', paid: 'sure', gone: 'gone', perhaps: 'perhaps', unknown: 'perhaps' };

function embeddingCards(options: ChainOptions, model: ChainModel, places: readonly Card[]): { embedded: readonly Card[]; after: readonly Card[] } {
  const { t, at } = options;
  const here = new Set(places.map((card) => card.id));
  const there = model.embeddings.flatMap((row) => {
    const after = afterOf(row, at);
    return after === null ? [] : [{ row, after }];
  });
  return {
    embedded: there.map(({ row, after }): Card => {
      const where = row.organisation;
      return {
        id: row.id,
        title: t(($) => $.lists.embeddingForm[row.form as 'policy']),
        lines: [...(where === null ? [] : [where.name]), formatEdtf(row.start, t.language)],
        from: [where !== null && here.has(where.id) ? where.id : OBJECT],
        look: after === 'gone' ? 'gone' : 'sure',
      };
    }),
    after: there.map(({ row, after }): Card => ({ id: `after-${row.id}`, ...afterWords(options, row, after), from: [row.id], look: looks[after] })),
  };
}

function stack(column: Column, cards: readonly Card[]): readonly Placed[] {
  const x = LEFT + columns.indexOf(column) * (WIDTH + GAP);
  let y = HEAD;
  return cards.map((card): Placed => {
    const title2 = breakLines(card.title, WIDTH - 2 * PAD - (card.id === OBJECT ? 22 : 0), 13, 600);
    const under = card.lines.flatMap((line) => breakLines(line, WIDTH - 2 * PAD, 12));
    const height = 2 * PAD + (title2.length + under.length) * LINE - 1;
    const placed: Placed = { ...card, column, x, y, height, title2, under };
    y += height + SPACE;
    return placed;
  });
}

const edges: Readonly<Record<Card['look'], Paint>> = {
  sure: { fill: 'card', stroke: 'control', strokeWidth: 1.2 },
  perhaps: { fill: 'card', stroke: 'control', strokeWidth: 1.4, dash: [4, 3] },
  gone: { fill: 'band', stroke: 'line-2', strokeWidth: 1 },
  strong: { fill: 'card', stroke: 'ink', strokeWidth: 2.4 },
};

function cardNodes(card: Placed): SceneNode {
  const isObject = card.id === OBJECT;
  const left = card.x + PAD + (isObject ? 22 : 0);
  const gone = card.look === 'gone';
  const written = (x: number, y: number, words: string, size: number, weight: 400 | 600): SceneNode => ({
    ...text(x, y, words, size, weight, weight === 600 && !gone ? 'ink' : 'ink-3'),
    ...(gone ? { halo: 'band' as const } : {}),
  });
  return {
    type: 'group',
    id: `part-${card.id}`,
    children: [
      { type: 'rect', x: card.x, y: card.y, width: WIDTH, height: card.height, radius: 6, ...edges[card.look] },
      ...(card.look === 'gone'
        ? [
            {
              type: 'line',
              x1: card.x + 6,
              y1: card.y + card.height - 5,
              x2: card.x + WIDTH - 6,
              y2: card.y + 5,
              stroke: 'line-2',
              strokeWidth: 1,
            } as const,
          ]
        : []),
      ...(isObject ? [drop({ x: card.x + PAD + 7, y: card.y + PAD + 8 }, 0.44)] : []),
      ...card.title2.map((line, index) => written(left, card.y + PAD + 12 + index * LINE, line, 13, 600)),
      ...card.under.map((line, index) => written(card.x + PAD, card.y + PAD + 12 + (card.title2.length + index) * LINE, line, 12, 400)),
    ],
  };
}

/** A line from the middle of one card to the middle of another; past a column between them it runs over its cards, where there is nothing. @param above px */
function link(from: Placed, to: Placed, above: number): SceneNode {
  const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const bend = GAP * 0.6;
  const far = columns.indexOf(to.column) - columns.indexOf(from.column) > 1;
  const d = far
    ? `M${x1} ${y1}C${x1 + bend} ${y1} ${x1 + bend * 0.4} ${above} ${x1 + bend} ${above}L${x2 - bend} ${above}C${x2 - bend * 0.4} ${above} ${x2 - bend} ${y2} ${x2} ${y2}`
    : `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  return mannerLine(d, to.how ?? 'takenOver', { faint: to.look === 'perhaps' || to.look === 'gone' });
}

function emptyNote(t: Translate, column: Column): readonly SceneNode[] {
  const said = t(($) => $.yields.chain.none[column]);
  const x = LEFT + columns.indexOf(column) * (WIDTH + GAP);
  return breakLines(said, WIDTH, 12).map((line, index) => text(x, HEAD + 16 + index * LINE, line, 12, 400, 'ink-3'));
}

/** The columns, each as tall as it needs and in the middle of the tallest. */
function centred(all: readonly (readonly Placed[])[]): readonly Placed[] {
  const height = (cards: readonly Placed[]): number => {
    const last = cards.at(-1);
    return last === undefined ? 0 : last.y + last.height - HEAD;
  };
  const most = Math.max(...all.map(height));
  return all.flatMap((cards) => {
    const down = Math.round((most - height(cards)) / 2);
    return cards.map((card) => ({ ...card, y: card.y + down }));
  });
}

/** The same model and day give the same scene; what comes after the day is not in it. */
export function chainScene(model: ChainModel, options: ChainOptions): Scene {
  const { t, at } = options;
  const dy = options.header ? 52 : 14;
  const made: Card = {
    id: OBJECT,
    title: model.object.name,
    lines: [makersOf(t, model), formatEdtf(model.start, t.language)],
    from: [],
    look: 'strong',
  };
  const meetings = meetingCards(options, model);
  const places = placeCards(options, placesOf(model));
  const { embedded, after } = embeddingCards(options, model, places);
  const cards: Readonly<Record<Column, readonly Card[]>> = {
    meetings,
    object: [{ ...made, from: meetings.map((card) => card.id) }],
    steps: places,
    embedded,
    after,
  };
  const placed = centred(columns.map((column) => stack(column, cards[column]))).map((card) => ({ ...card, y: card.y + dy }));
  const byId = new Map(placed.map((card) => [card.id, card]));
  const links = placed.flatMap((card) => card.from.flatMap((id) => byId.get(id) ?? []).map((from) => link(from, card, dy + HEAD - 16)));
  const heads = columns.map((column, index) =>
    text(
      LEFT + index * (WIDTH + GAP),
      dy + 8,
      t(($) => $.yields.chain.columns[column]),
      13,
      600,
      'ink-2',
    ),
  );
  const bottom = Math.max(...placed.map((card) => card.y + card.height));
  const width = 2 * LEFT + columns.length * WIDTH + (columns.length - 1) * GAP;
  const height = Math.round(Math.max(bottom, dy + HEAD + 50) + 18);
  const notes = columns.filter((column) => cards[column].length === 0).flatMap((column) => lower(emptyNote(t, column), dy));
  const when = t(($) => $.yields.spread.asOf, { day: formatDay(at, t.language) });
  const title = t(($) => $.yields.chain.title, { name: model.object.name });
  const header: SceneNode[] = options.header
    ? [
        { type: 'rect', x: 0, y: 0, width, height, fill: 'table' },
        text(LEFT, 30, breakLines(title, width - 260, 18, 600)[0] ?? '', 18, 600, 'ink'),
        text(width - LEFT, 30, when, 13, 400, 'ink-2', 'end'),
      ]
    : [];
  const said = columns.map((column) => {
    const own = placed.filter((card) => card.column === column).map((card) => [card.title, ...card.lines].join(', '));
    return `${t(($) => $.yields.chain.columns[column])}: ${own.join('; ') || t(($) => $.yields.chain.none[column])}.`;
  });
  return {
    width,
    height,
    title,
    description: [t(($) => $.yields.chain.description), ...said].join(' '),
    root: { type: 'group', children: [...header, ...heads, ...notes, ...links, ...placed.map(cardNodes)] },
    items: [],
    legend: [],
  };
}
const lower = (nodes: readonly SceneNode[], dy: number): readonly SceneNode[] =>
  nodes.map((node) => (node.type === 'text' ? { ...node, y: node.y + dy } : node));
