/** What of a layout is in view and what is faint: folded teams, a filter and the focus together. */
import { filterOf, marksOf, netBetween, wayIn } from './filter.ts';
import { isLit, litBy, tiesOf } from './focus.ts';
import { type Folds, foldsOf, isUnderCard } from './fold.ts';
import type { RelationNet } from './layout-ends.ts';
import type { DiagramLayout, DiagramReading } from './layout-result.ts';
import type { Box, Mark, Net } from './layout-types.ts';
import type { DiagramComparison } from './model.ts';
import type { Point, Rect } from './scene.ts';

/** The name of a box in the scene: a school whose teams stand in two layers is drawn twice. */
export const partOf = (box: Box): string => (box.kind === 'host' ? `host-${box.id}-${box.children[0]?.id}` : box.id);

export interface Reading {
  readonly folds: Folds;
  /** What the model lays beside each other; null for one day. */
  readonly comparing: DiagramComparison['kind'] | null;
  /** Signs and lines in view. */
  readonly marks: readonly Mark[];
  readonly bridges: readonly Net[];
  readonly relations: readonly RelationNet[];
  /** Whether the filter leaves a sign. */
  shows(mark: Mark): boolean;
  showsName(mark: Mark): boolean;
  lights(mark: Mark): boolean;
  lightsBox(box: Box): boolean;
  lightsNet(net: Net): boolean;
  lightsId(id: string): boolean;
}

const crosses = (rect: Rect, a: Point, b: Point): boolean =>
  Math.min(a.x, b.x) <= rect.x + rect.width &&
  Math.max(a.x, b.x) >= rect.x &&
  Math.min(a.y, b.y) <= rect.y + rect.height &&
  Math.max(a.y, b.y) >= rect.y;

/** A word stays where its line still runs, without the parts of relations that are left out. */
function withWord(net: Net, relations: RelationNet['relations']): Net {
  const { word, wordAt } = net;
  if (word === null || wordAt === null) return net;
  if (!net.paths.some((path) => path.slice(1).some((point, index) => crosses(wordAt, path[index] as Point, point)))) return { ...net, wordAt: null };
  const parts = word.split(' · ');
  const left = parts.length === 1 ? parts : parts.filter((part) => relations.some((one) => part.includes(one.label)));
  return { ...net, word: left.length === 0 ? word : left.join(' · ') };
}

function relationsLeft(layout: DiagramLayout, folds: Folds, filter: ReturnType<typeof filterOf>): RelationNet[] {
  const left: RelationNet[] = [];
  for (const { net, relations } of layout.relations) {
    const shown = relations.filter(filter.showsRelation);
    const ends = (index: number): boolean => {
      const mark = net.terminals[index]?.mark;
      return !mark || filter.shows(mark);
    };
    // the first end is the one that all others hang on
    const kept = shown.length > 0 && ends(0) && !isUnderCard(folds, net) ? netBetween(net, ends) : null;
    if (kept) left.push({ net: kept === net && shown.length === relations.length ? net : withWord(kept, shown), relations: shown });
  }
  return left;
}

function bridgesLeft(layout: DiagramLayout, folds: Folds, shows: (mark: Mark) => boolean): Net[] {
  return layout.bridges.flatMap((net) => {
    const kept = isUnderCard(folds, net)
      ? null
      : netBetween(net, (index) => {
          const mark = net.terminals[index]?.mark;
          return !mark || shows(mark);
        });
    return kept ? [kept] : [];
  });
}

/** @param asked what is folded, left out and looked at */
export function readingOf(layout: DiagramLayout, asked: DiagramReading): Reading {
  const folds = foldsOf(layout, asked.folded ?? []);
  const filter = filterOf(layout.look, asked.hidden ?? []);
  const lit = asked.focus ? litBy(tiesOf(layout.look.model), asked.focus, wayIn(asked.hidden ?? [])) : null;
  const lights = (mark: Mark): boolean => lit === null || isLit(lit, mark);
  const lightsBox = (box: Box): boolean =>
    lit === null || lit.has(box.id) || (folds.cards.has(box) && (box.marks.some(lights) || box.children.some(lightsBox)));
  return {
    folds,
    comparing: layout.look.model.comparison?.kind ?? null,
    marks: marksOf(layout).filter((mark) => folds.cardOf(mark) === null && filter.shows(mark)),
    bridges: bridgesLeft(layout, folds, filter.shows),
    relations: relationsLeft(layout, folds, filter),
    shows: filter.shows,
    showsName: filter.showsName,
    lights,
    lightsBox,
    lightsNet: (net) => lit === null || net.terminals.filter(({ mark }) => mark !== null && lights(mark)).length > 1,
    lightsId: (id) => lit === null || lit.has(id),
  };
}

/** The leaves of the scene that are lit, by their names in it, for who lights them on what is drawn already. */
export function litLeaves(layout: DiagramLayout, asked: DiagramReading): Set<string> {
  const reading = readingOf(layout, asked);
  const leaves = reading.marks.filter(reading.lights).map((mark) => `${mark.containerId}-${mark.id}`);
  const visit = (box: Box): void => {
    if (reading.lightsBox(box)) leaves.push(`title-${partOf(box)}`);
    for (const child of box.children) visit(child);
  };
  for (const block of layout.geometry.rows.flat()) visit(block);
  for (const net of reading.bridges) if (reading.lightsNet(net)) leaves.push(`line-${net.terminals[0]?.mark?.personId}`);
  for (const { relations } of reading.relations)
    if (relations.some((one) => reading.lightsId(one.id))) leaves.push(`line-${relations[0]?.id}`, `word-${relations[0]?.id}`);
  return new Set(leaves);
}
