/** The legend at the foot of the drawing: only what is in view, wrapping over lines. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { changeBadge, strike } from './change-signs.ts';
import { organisationSign, personSign, type SignFacts, seatSign, text } from './draw-signs.ts';
import { type FilterAttribute, facetsOf, pairOf } from './filter.ts';
import type { DiagramLayout } from './layout-result.ts';
import type { Box, Mark } from './layout-types.ts';
import type { ColourMode } from './model.ts';
import { type Category, categoriesOf, categoryOf, otherCategory } from './palette.ts';
import type { LegendItem, SceneNode } from './scene.ts';
import { textWidth } from './text-metrics.ts';

interface Entry {
  readonly words: string;
  readonly width: number;
  readonly draw: (x: number, y: number) => SceneNode[];
  /** What leaves it out of the drawing, see `filter.ts`. */
  readonly pairs?: readonly string[];
}

interface Facts {
  readonly layout: DiagramLayout;
  /** Those in view. */
  readonly marks: readonly Mark[];
  readonly mode: ColourMode;
  readonly words: DiagramWords;
  /** What a filter leaves out. */
  readonly hidden: readonly string[];
  /** The same in words. */
  readonly note: string | null;
}

export const noLegend = { nodes: [], entries: [], height: 0 } satisfies Legend;

export interface Legend {
  readonly nodes: SceneNode[];
  readonly entries: readonly LegendItem[];
  /** px */
  readonly height: number;
}

const ROW = 30;
const SIZE = 12.5;

const boxesOf = (box: Box): Box[] => [box, ...box.children.flatMap(boxesOf)];

const plain = (category: Category) => ({ category, presence: 'yes' as const, ring: false, appointed: false, chosen: false });
const sameSign = (a: Category, b: Category): boolean => a.token === b.token && a.letter === b.letter && a.shape === b.shape;

function valueWords(mode: ColourMode, words: DiagramWords): Readonly<Record<string, string>> {
  return mode === 'organisation' ? words.organisation : mode === 'sector' ? words.sector : mode === 'process' ? words.process : words.role;
}

const attributes: Readonly<Record<ColourMode, FilterAttribute>> = { organisation: 'kind', sector: 'sector', process: 'process', role: 'family' };

/** Every value of the drawing that is shown as a category, as what leaves it out. */
function pairsOf(layout: DiagramLayout, mode: ColourMode): (category: Category) => string[] {
  const facets = facetsOf(layout).filter((facet) => facet.attribute === attributes[mode]);
  return (category) =>
    facets
      .filter(({ value }) => sameSign(categoryOf(mode, value === '' ? null : value), category))
      .map(({ attribute, value }) => pairOf(attribute, value));
}

/** Values in view, and those that a filter left out. Bars keep the colour of their organisation where people are coloured by process or role. */
function colourEntries({ layout, marks, mode, words, hidden }: Facts): Entry[] {
  const pairs = pairsOf(layout, mode);
  const isOff = (category: Category): boolean => {
    const own = pairs(category);
    return own.length > 0 && own.every((pair) => hidden.includes(pair));
  };
  const people = marks.filter(
    (mark) => mark.kind !== 'organisation' && mark.kind !== 'unit' && !(mark.kind === 'seat' && sameSign(mark.category, otherCategory)),
  );
  const bars = marks.filter((mark) => mark.kind === 'organisation');
  const entry = (category: Category, label: string): Entry => ({
    words: label,
    width: 26,
    pairs: pairs(category),
    draw: (x, y) => personSign(plain(category), x + 10, y, 9.5),
  });
  const named = valueWords(mode, words);
  const shown = mode === 'process' || mode === 'role' ? people : marks;
  const entries = Object.entries(categoriesOf(mode))
    .filter(([, category]) => (isOff(category) || shown.some((mark) => sameSign(mark.category, category))) && !sameSign(category, otherCategory))
    .map(([value, category]) => entry(category, named[value] ?? value));
  if (isOff(otherCategory) || shown.some((mark) => sameSign(mark.category, otherCategory))) entries.push(entry(otherCategory, words.signs.others));
  if (shown === marks) return entries;
  for (const [kind, category] of Object.entries(categoriesOf('organisation'))) {
    const bar = bars.find((mark) => sameSign(mark.category, category));
    const name = (words.organisation as Readonly<Record<string, string>>)[kind] ?? kind;
    if (bar)
      entries.push({
        words: name,
        width: 26,
        draw: (x, y) => organisationSign({ ...bar, bar: false, presence: 'yes', cx: x + 10, cy: y, r: 9 }, false),
      });
  }
  return entries;
}

/** What became of things, as far as it is in view. */
function changeEntries(
  layout: DiagramLayout,
  marks: readonly Mark[],
  sign: (label: string, more: Partial<SignFacts>) => Entry,
  words: DiagramWords,
): Entry[] {
  const { comparison } = layout.look.model;
  if (!comparison) return [];
  const boxes = layout.geometry.rows.flat().flatMap(boxesOf);
  const changed = [...marks, ...boxes, ...layout.relations.flatMap((one) => one.relations)];
  const shown = (['new', 'gone', 'movedHere', 'movedAway', 'kept'] as const).filter((change) => changed.some((one) => one.change === change));
  return shown.map((change) => {
    const gone = change === 'gone' || change === 'movedAway';
    const entry = sign(words.changes[comparison.kind][change], gone ? { presence: 'no' } : { muted: change === 'kept' });
    return { ...entry, draw: (x, y) => [...entry.draw(x, y), ...changeBadge(change, x + 5, y - 7.7)] };
  });
}

function signEntries(layout: DiagramLayout, marks: readonly Mark[], words: DiagramWords): Entry[] {
  const { signs } = words;
  const sample = marks.find((mark) => mark.kind === 'membership')?.category ?? categoryOf('organisation', 'schoolBoard');
  const sign = (label: string, more: Partial<Parameters<typeof personSign>[0]>): Entry => ({
    words: label,
    width: 32,
    draw: (x, y) => personSign({ ...plain(sample), ...more }, x + 13, y, 9),
  });
  const seat = (of: Mark, label: string): Entry => {
    const width = Math.max(20, of.sign.width);
    return {
      words: label,
      width: width + 6,
      draw: (x, y) => seatSign({ ...of, presence: 'yes', sign: { x, y: y - 10, width, height: 20 } }, x + width / 2, y, 10),
    };
  };
  const people = marks.filter((mark) => mark.kind === 'membership');
  const seats = marks.filter((mark) => mark.kind === 'seat');
  const entries: Entry[] = changeEntries(layout, marks, sign, words);
  if (people.some((mark) => mark.ring)) entries.push(sign(signs.bridging, { ring: true }));
  if (people.some((mark) => mark.appointed)) entries.push(sign(signs.appointed, { ring: true, appointed: true }));
  const { comparison } = layout.look.model;
  if (!comparison && people.some((mark) => mark.presence === 'no')) entries.push(sign(signs.ended, { presence: 'no' }));
  if (marks.some((mark) => mark.presence === 'perhaps')) entries.push(sign(signs.perhaps, { presence: 'perhaps' }));
  const joined = marks.find((mark) => mark.kind === 'organisation' && !mark.bar);
  if (joined)
    entries.push({
      words: signs.organisationInTeam,
      width: 26,
      draw: (x, y) => organisationSign({ ...joined, presence: 'yes', cx: x + 10, cy: y, r: 10 }, false),
    });
  const open = seats.find((mark) => mark.seatKind !== 'absence');
  const absent = seats.find((mark) => mark.seatKind === 'absence');
  if (open) entries.push(seat(open, signs.seats));
  if (absent) entries.push(seat(absent, signs.absence));
  return [...entries, ...lineEntries(layout, words)];
}

const relationSample = (x: number, y: number): SceneNode[] => [
  { type: 'line', x1: x, y1: y, x2: x + 24, y2: y, stroke: 'control', strokeWidth: 1.3 },
  { type: 'path', d: `M${x + 30} ${y}L${x + 22} ${y - 4}L${x + 22} ${y + 4}Z`, fill: 'control' },
];

function lineEntries(layout: DiagramLayout, words: DiagramWords): Entry[] {
  const { signs } = words;
  const line = (label: string, paint: Partial<SceneNode>): Entry => ({
    words: label,
    width: 36,
    draw: (x, y) => [{ type: 'line', x1: x, y1: y, x2: x + 30, y2: y, stroke: 'ink-3', strokeWidth: 1.6, ...paint } as SceneNode],
  });
  const relations = layout.relations.flatMap((one) => one.relations);
  const entries: Entry[] = [];
  const tokens = layout.bridges.map((net) => net.terminals[0]?.mark?.category.token).filter((token) => token !== undefined);
  const colour = tokens.find((token) => token !== 'k-overig') ?? tokens[0];
  if (colour) entries.push(line(signs.samePerson, { stroke: colour }));
  if (layout.dense) entries.push({ words: signs.chosenOnly, width: 32, draw: (x, y) => [text(x + 4, y + 4, '×3', 12, 600, 'ink')] });
  if (relations.some((one) => one.kind !== 'represents')) entries.push({ words: signs.relation, width: 36, draw: relationSample });
  if (relations.some((one) => one.kind === 'represents')) entries.push(line(signs.represents, { dash: [0.1, 4], cap: 'round', strokeWidth: 2 }));
  return entries;
}

/** What is left out stays in the legend, faint and struck through. */
function drawEntry(entry: Entry, x: number, y: number, isOn: boolean): SceneNode[] {
  const label = text(x + entry.width, y + 4.5, entry.words, SIZE, 400, 'ink-2');
  if (isOn) return [...entry.draw(x, y), label];
  return [{ type: 'group', opacity: 0.4, children: entry.draw(x, y) }, { ...label, fill: 'ink-3' }, strike(label)];
}

/**
 * Draws the legend.
 * @param top px; left px; room px wide
 */
export function drawLegend(facts: Facts, left: number, top: number, room: number): Legend {
  const { layout, marks, words, hidden: gone } = facts;
  const nodes: SceneNode[] = [];
  const items: LegendItem[] = [];
  let x = left;
  let y = top + ROW / 2;
  const note: Entry[] = facts.note === null ? [] : [{ words: facts.note, width: 0, draw: () => [] }];
  const groups = [colourEntries(facts), signEntries(layout, marks, words), note].filter((group) => group.length > 0);
  for (const [index, group] of groups.entries()) {
    if (index > 0 && x > left) {
      nodes.push({ type: 'line', x1: x - 8, y1: y - 10, x2: x - 8, y2: y + 10, stroke: 'line-2', strokeWidth: 1 });
      x += 8;
    }
    for (const entry of group) {
      const width = entry.width + textWidth(entry.words, SIZE) + 22;
      if (x + width > left + room && x > left) [x, y] = [left, y + ROW];
      const { pairs = [] } = entry;
      const isOn = pairs.length === 0 || !pairs.every((pair) => gone.includes(pair));
      nodes.push(...drawEntry(entry, x, y, isOn));
      if (pairs.length > 0)
        items.push({ pairs, label: entry.words, isOn, bounds: { x: x - 3, y: y - ROW / 2 + 2, width: Math.ceil(width) - 12, height: ROW - 4 } });
      x += Math.ceil(width);
    }
  }
  return { nodes, entries: items, height: groups.length === 0 ? 0 : y + ROW / 2 - top };
}
