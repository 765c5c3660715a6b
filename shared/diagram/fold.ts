/** A folded team: a card over its own place with who is in it by role. Nothing moves, in it or outside it. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import type { DiagramLayout } from './layout-result.ts';
import { measure } from './layout-size.ts';
import type { Box, Mark, Net } from './layout-types.ts';
import { breakLines } from './line-break.ts';
import type { Change, DiagramComparison } from './model.ts';
import type { Rect } from './scene.ts';

/** Which boxes are drawn as a card, and in which card something is. */
export interface Folds {
  readonly cards: ReadonlySet<Box>;
  /** The card that a box or sign is under; null when it is in view. */
  cardOf(thing: Box | Mark): Box | null;
}

/** @param folded ids of units; a unit inside a folded one is under the outer card */
export function foldsOf(layout: DiagramLayout, folded: readonly string[]): Folds {
  const ids = new Set(folded);
  const cards = new Set<Box>();
  const under = new Map<Box | Mark, Box>();
  const visit = (box: Box, around: Box | null): void => {
    const card = around ?? (box.kind === 'unit' && ids.has(box.id) ? box : null);
    if (card === box) cards.add(box);
    else if (card) under.set(box, card);
    if (card) for (const mark of box.marks) under.set(mark, card);
    for (const child of box.children) visit(child, card);
  };
  if (ids.size > 0) for (const block of layout.geometry.rows.flat()) visit(block, null);
  return { cards, cardOf: (thing) => under.get(thing) ?? null };
}

/** Whether a line has both its ends under one card, so that there is nothing to see of it. */
export function isUnderCard(folds: Folds, net: Net): boolean {
  const cards = new Set(
    net.terminals.map(({ mark, box }) => (mark ? folds.cardOf(mark) : box && folds.cards.has(box) ? box : box && folds.cardOf(box))),
  );
  return cards.size === 1 && !cards.has(null);
}

/** Units with anyone or anything in them, from the outside in: what 'fold all' folds. */
export function foldableIn(layout: DiagramLayout): string[] {
  const ids: string[] = [];
  const visit = (box: Box): void => {
    if (box.kind === 'unit' && box.marks.length + box.children.length > 0) ids.push(box.id);
    for (const child of box.children) visit(child);
  };
  for (const block of layout.geometry.rows.flat()) visit(block);
  return ids;
}

/** What is folded before anybody said so: in a crowd every team, or nobody could read it. */
export const foldedAtFirst = (layout: DiagramLayout): string[] => (layout.dense ? foldableIn(layout) : []);

type Compared = DiagramComparison['kind'] | null;

interface Group {
  readonly text: string;
  readonly people: number;
}

const marksIn = (box: Box): Mark[] => [...box.marks, ...box.children.flatMap(marksIn)];
const unitsIn = (box: Box): number => box.children.reduce((sum, child) => sum + (child.kind === 'unit' ? 1 : 0) + unitsIn(child), 0);
const filled = (words: string, n: number): string => words.replace('{n}', String(n));

/** People by role, each person once per role; who is perhaps there stands apart, as in the title. */
function roleGroups(people: readonly Mark[], words: DiagramWords): Group[] {
  const roles = Map.groupBy(people, (mark) => mark.roleName ?? words.read.roleUnknown);
  const groups = [...roles].map(([role, marks]) => {
    const yes = new Set(marks.filter((mark) => mark.presence === 'yes').map((mark) => mark.personId));
    const perhaps = new Set(marks.filter((mark) => mark.presence === 'perhaps' && !yes.has(mark.personId)).map((mark) => mark.personId));
    const count = yes.size === 0 ? `${perhaps.size}?` : `${yes.size}×${perhaps.size > 0 ? ` +${perhaps.size}?` : ''}`;
    return { text: `${count} ${role}`, people: yes.size + perhaps.size };
  });
  return groups.sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1));
}

/** How many of those on a card came, went and moved. */
function changeGroups(marks: readonly Mark[], changes: DiagramWords['changes']['days'] | DiagramWords['changes']['plan']): Group[] {
  const count = (change: Exclude<Change, 'kept'>): number => marks.filter((mark) => mark.change === change).length;
  return (['new', 'gone', 'movedHere', 'movedAway'] as const)
    .filter((change) => count(change) > 0)
    .map((change) => ({ text: `${count(change)} ${changes[change]}`, people: 0 }));
}

function groupsOf(box: Box, marks: readonly Mark[], words: DiagramWords, compared: Compared): Group[] {
  const people = marks.filter((mark) => mark.kind === 'membership');
  const gone = people.filter((mark) => mark.presence === 'no').length;
  const organisations = marks.filter((mark) => mark.kind === 'organisation').length;
  const teams = unitsIn(box);
  return [
    ...(teams > 0 ? [{ text: filled(teams === 1 ? words.fold.team : words.fold.teams, teams), people: 0 }] : []),
    ...roleGroups(
      people.filter((mark) => mark.presence !== 'no'),
      words,
    ),
    ...marks
      .filter((mark) => mark.kind === 'seat')
      .map((mark) => ({
        text: mark.seatKind === 'absence' ? `${mark.text} ${words.read.absence}` : `${mark.number} ${mark.text}`.trim(),
        people: 0,
      })),
    ...(organisations > 0
      ? [{ text: filled(organisations === 1 ? words.fold.organisation : words.fold.organisations, organisations), people: 0 }]
      : []),
    ...(compared ? changeGroups(people, words.changes[compared]) : gone > 0 ? [{ text: `${gone} ${words.signs.ended}`, people: 0 }] : []),
  ];
}

export interface CardLine {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
}

const SIDE = 12;
/** Sizes of the words, px: as large as the card has room for, so that a folded network can be read from afar. */
const sizes = [16, 14, 13, 12] as const;
const lineOf = (size: number): number => Math.round(size * 1.3);
/** Least width of a column for its size, px. */
const columnOf = (size: number): number => size * 11;

/** Lines of groups in columns of `rows`, a group never split over two; null when they do not fit. */
function packed(groups: readonly (readonly string[])[], columns: number, rows: number): { text: string; column: number; row: number }[] | null {
  const lines: { text: string; column: number; row: number }[] = [];
  let [column, row] = [0, 0];
  for (const group of groups) {
    if (row > 0 && row + group.length > rows) [column, row] = [column + 1, 0];
    if (column >= columns || group.length > rows) return null;
    for (const text of group) {
      lines.push({ text, column, row });
      row += 1;
    }
  }
  return lines;
}

/** The room on a card under its title, px; words begin under the title where that leaves them room. */
function roomOf(box: Box): Rect {
  const y = box.title.y + box.title.height + 4;
  const aside = box.title.x - box.x;
  const left = box.width - aside - SIDE >= 130 ? aside : SIDE;
  return { x: box.x + left, y, width: box.width - left - SIDE, height: Math.max(0, box.y + box.height - measure.pad - y) };
}

interface Setting {
  readonly size: number;
  readonly columns: number;
}

/** Large words before small ones, and few columns before many. */
function settingsFor(room: Rect, groups: number): Setting[] {
  return sizes.flatMap((size) => {
    const most = Math.max(1, Math.min(groups, Math.floor(room.width / columnOf(size))));
    return Array.from({ length: most }, (_, index) => ({ size, columns: index + 1 }));
  });
}

/** So many groups in words of a size, the rest in one line, 'en 4 anderen'; null when they do not fit. */
function written(groups: readonly Group[], kept: number, { size, columns }: Setting, room: Rect, words: DiagramWords): CardLine[] | null {
  const wide = room.width / columns;
  const broken = (text: string): readonly string[] => breakLines(text, wide - (columns > 1 ? 10 : 0), size);
  const left = groups.slice(kept).reduce((sum, group) => sum + group.people, 0);
  const rest = kept === 0 ? words.fold.people : left === 0 ? words.fold.more : left === 1 ? words.fold.other : words.fold.others;
  const all = groups.slice(0, kept).map((group) => broken(group.text));
  if (kept < groups.length) all.push(broken(filled(rest, left)));
  const lines = packed(all, columns, Math.floor(room.height / lineOf(size)));
  return lines?.map(({ text, column, row }) => ({ text, size, x: room.x + column * wide, y: room.y + row * lineOf(size) + size - 1 })) ?? null;
}

/** As many groups as fit, as large as they fit. @param shown what a filter leaves */
export function cardLines(box: Box, words: DiagramWords, shown: (mark: Mark) => boolean = () => true, compared: Compared = null): CardLine[] {
  const room = roomOf(box);
  const groups = groupsOf(box, marksIn(box).filter(shown), words, compared);
  const settings = settingsFor(room, groups.length);
  for (const setting of settings) {
    const lines = written(groups, groups.length, setting, room, words);
    if (lines) return lines;
  }
  const last = settings.at(-1) as Setting;
  for (let kept = groups.length - 1; kept >= 0; kept -= 1) {
    const lines = written(groups, kept, last, room, words);
    if (lines) return lines;
  }
  return [];
}

/** A whole phrase for a screen reader: everything on the card, also what did not fit. */
export function cardLabel(box: Box, words: DiagramWords, shown: (mark: Mark) => boolean = () => true, compared: Compared = null): string {
  const groups = groupsOf(box, marksIn(box).filter(shown), words, compared).map((group) => group.text);
  return [`${box.label}, ${words.fold.folded}`, ...groups].join(', ');
}
