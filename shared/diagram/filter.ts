/** What a filter leaves of the drawing: signs and lines that go, their places stay empty. */
import { type NameStyle, nameStyles } from '../domain/display-name.ts';
import { type FocusWay, focusWays } from './focus.ts';
import type { DiagramLayout } from './layout-result.ts';
import type { Box, Mark, Net } from './layout-types.ts';
import type { DiagramLookup } from './lookup.ts';
import type { DiagramRelation } from './model.ts';
import type { Point } from './scene.ts';

/** By what signs and relations can be left out; `only` leaves out who is not so, `names` only the names beside signs, `called` puts something else in their place, and `way` leaves out relations that do not go that way from where one looks. */
export const filterAttributes = ['kind', 'sector', 'role', 'family', 'process', 'presence', 'relation', 'only', 'names', 'called', 'way'] as const;
export type FilterAttribute = (typeof filterAttributes)[number];

/** `<attribute>:<value>`, as it is kept with a view; an empty value is 'not known', of a relation 'none'. @example pairOf('sector', 'po') // 'sector:po' */
export const pairOf = (attribute: FilterAttribute, value: string): string => `${attribute}:${value}`;

/** @returns null for what is no filter (any more) */
export function readPair(pair: string): { attribute: FilterAttribute; value: string } | null {
  const at = pair.indexOf(':');
  const attribute = filterAttributes.find((name) => name === pair.slice(0, Math.max(0, at)));
  return attribute ? { attribute, value: pair.slice(at + 1) } : null;
}

type Values = Readonly<Partial<Record<FilterAttribute, readonly string[]>>>;

/** Longest value that a kept filter holds, so that a long name of a role can be filtered by too. */
const LONGEST = 100;
export const roleValue = (name: string | null): string => (name ?? '').trim().slice(0, LONGEST).trim();

/** People, seats and organisations that are an end of a relation. */
function relatedIn(look: DiagramLookup): ReadonlySet<string> {
  return new Set(look.model.relations.flatMap((one) => [...one.from, ...one.to].map((end) => end.entityId)));
}

function organisationValues(look: DiagramLookup, id: string | null): Values {
  const organisation = look.organisation(id);
  const sectors = organisation?.sectors ?? [];
  return { kind: [organisation?.kind ?? ''], sector: sectors.length > 0 ? sectors : [''] };
}

/** What each sign is, by attribute; an attribute that does not apply to it is left out. */
function valuesOf(look: DiagramLookup, related: ReadonlySet<string>): (mark: Mark) => Values {
  const members = new Map(look.model.memberships.map((one) => [one.id, one]));
  const seats = new Map(look.model.seats.map((one) => [one.id, one]));
  const processOf = (mark: Mark): readonly string[] => {
    const processes = look.unit(mark.containerId)?.processes ?? [];
    return processes.length > 0 ? processes : [''];
  };
  return (mark) => {
    const presence = mark.presence === 'perhaps' ? ['perhaps'] : [];
    if (mark.kind === 'membership') {
      const one = members.get(mark.id);
      return {
        ...organisationValues(look, one?.organisationId ?? null),
        role: [roleValue(one?.role ?? null)],
        family: [one?.roleFamily ?? ''],
        process: processOf(mark),
        presence,
        relation: related.has(mark.personId ?? '') || related.has(mark.id) ? [] : [''],
        only: [...(mark.appointed ? ['appointed'] : []), ...(mark.ring ? ['several'] : [])],
      };
    }
    const relation = related.has(mark.id) ? [] : [''];
    if (mark.kind === 'seat') {
      const one = seats.get(mark.id);
      const sectors = one?.sectors ?? [];
      const of = { kind: [one?.organisationKind ?? ''], sector: sectors.length > 0 ? sectors : [''], family: [one?.roleFamily ?? ''] };
      return { ...of, process: processOf(mark), presence, relation, only: [] };
    }
    return mark.kind === 'organisation' ? { ...organisationValues(look, mark.id), presence, relation } : { presence };
  };
}

/** What `names` leaves out: those of who is no bridge, or all of them. */
export const nameDensities = ['rest', 'all'] as const;

/** How people are called, as it is kept with what is left out: by role or pseudonym their names are left out too. */
export function calledIn(hidden: readonly string[]): NameStyle {
  const values = hidden.map(readPair).flatMap((pair) => (pair?.attribute === 'called' ? [pair.value] : []));
  return nameStyles.find((style) => values.includes(style)) ?? 'name';
}

/** Which relations are followed from what is in focus. */
export function wayIn(hidden: readonly string[]): FocusWay {
  const values = hidden.map(readPair).flatMap((pair) => (pair?.attribute === 'way' ? [pair.value] : []));
  return focusWays.find((way) => values.includes(way)) ?? 'both';
}

export interface Filter {
  shows(mark: Mark): boolean;
  /** Whether the name stands beside its sign. */
  showsName(mark: Mark): boolean;
  showsRelation(relation: DiagramRelation): boolean;
}

const everything: Filter = { shows: () => true, showsName: () => true, showsRelation: () => true };

/** @param hidden pairs of `pairOf`; one that means nothing (any more) hides nothing */
export function filterOf(look: DiagramLookup, hidden: readonly string[]): Filter {
  const pairs = hidden.map(readPair).filter((pair) => pair !== null);
  if (pairs.length === 0) return everything;
  const gone = new Map<FilterAttribute, Set<string>>();
  for (const { attribute, value } of pairs) gone.set(attribute, (gone.get(attribute) ?? new Set()).add(value));
  const read = valuesOf(look, relatedIn(look));
  const known = new Map<Mark, boolean>();
  const shown = (mark: Mark): boolean => {
    const values = read(mark);
    for (const [attribute, left] of gone) {
      const own = values[attribute];
      if (own === undefined) continue;
      if (attribute === 'only' ? ![...left].every((value) => own.includes(value)) : own.length > 0 && own.every((value) => left.has(value)))
        return false;
    }
    return true;
  };
  return {
    shows(mark) {
      const before = known.get(mark) ?? shown(mark);
      known.set(mark, before);
      return before;
    },
    showsName(mark) {
      const names = gone.get('names');
      if (names === undefined || (mark.kind !== 'membership' && mark.kind !== 'seat')) return true;
      return !names.has('all') && (mark.ring || mark.appointed);
    },
    showsRelation: (relation) =>
      !gone.get('relation')?.has(relation.kind) && !(relation.presence === 'perhaps' && gone.get('presence')?.has('perhaps')),
  };
}

export interface Facet {
  readonly attribute: FilterAttribute;
  readonly value: string;
  /** Signs that have it, or relations of the kind. */
  readonly count: number;
}

export interface Tally {
  readonly hidden: number;
  readonly of: number;
}

const marksIn = (box: Box): Mark[] => [...box.marks, ...box.children.flatMap(marksIn)];
/** Every sign of the drawing. */
export const marksOf = (layout: DiagramLayout): Mark[] => layout.geometry.rows.flat().flatMap(marksIn);

/** Every value in the drawing with how many have it, the most first and what is not known last. */
export function facetsOf(layout: DiagramLayout): Facet[] {
  const read = valuesOf(layout.look, relatedIn(layout.look));
  const counts = new Map<string, number>();
  const add = (attribute: FilterAttribute, value: string): void => {
    const pair = pairOf(attribute, value);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  };
  for (const mark of marksOf(layout))
    for (const [attribute, values] of Object.entries(read(mark)) as [FilterAttribute, readonly string[]][])
      for (const value of values) add(attribute, value);
  for (const relation of layout.look.model.relations) add('relation', relation.kind);
  const facets = [...counts].map(([pair, count]) => ({ ...(readPair(pair) as { attribute: FilterAttribute; value: string }), count }));
  return facets.sort(
    (a, b) =>
      filterAttributes.indexOf(a.attribute) - filterAttributes.indexOf(b.attribute) ||
      Number(a.value === '') - Number(b.value === '') ||
      b.count - a.count ||
      (a.value < b.value ? -1 : 1),
  );
}

/** How many signs and relations a filter leaves out, of how many. */
export function tallyOf(layout: DiagramLayout, hidden: readonly string[]): { signs: Tally; relations: Tally } {
  const filter = filterOf(layout.look, hidden);
  const marks = marksOf(layout);
  const { relations } = layout.look.model;
  return {
    signs: { hidden: marks.filter((mark) => !filter.shows(mark)).length, of: marks.length },
    relations: { hidden: relations.filter((one) => !filter.showsRelation(one)).length, of: relations.length },
  };
}

/** Filters that leave somebody out: what has to go to show them. */
export function hidersOf(layout: DiagramLayout, hidden: readonly string[], ids: ReadonlySet<string>): string[] {
  const marks = marksOf(layout).filter((mark) => ids.has(mark.id) || (mark.personId !== null && ids.has(mark.personId)));
  const filter = filterOf(layout.look, hidden);
  if (marks.length === 0 || marks.some(filter.shows)) return [];
  return hidden.filter((pair) => {
    const one = filterOf(layout.look, [pair]);
    return marks.some((mark) => !one.shows(mark));
  });
}

const same = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;

/** How far two right-angled lines run together from their start, px. */
function together(a: readonly Point[], b: readonly Point[]): number {
  let run = 0;
  for (let index = 1; index < Math.min(a.length, b.length); index += 1) {
    const [from, toA, toB] = [a[index - 1] as Point, a[index] as Point, b[index] as Point];
    const [ax, ay, bx, by] = [toA.x - from.x, toA.y - from.y, toB.x - from.x, toB.y - from.y];
    if (ax * bx + ay * by <= 0 || Math.abs(ax * by - ay * bx) > 0.01) return run;
    run += Math.min(Math.abs(ax) + Math.abs(ay), Math.abs(bx) + Math.abs(by));
    if (!same(toA, toB)) return run;
  }
  return run;
}

/** A line without its first so many px. */
function cut(path: readonly Point[], run: number): Point[] {
  let left = run;
  for (let index = 1; index < path.length; index += 1) {
    const [a, b] = [path[index - 1] as Point, path[index] as Point];
    const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
    if (left < length) {
      const part = left / length;
      return [{ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }, ...path.slice(index)];
    }
    left -= length;
  }
  return path.slice(-1);
}

/** A line between those of its ends that are shown; null when fewer than two are. */
export function netBetween(net: Net, shows: (index: number) => boolean): Net | null {
  const shown = net.terminals.map((_, index) => shows(index));
  if (shown.every(Boolean)) return net;
  if (shown.filter(Boolean).length < 2) return null;
  // an end that another one is reached through is passed, not left out
  const kept = new Set<number>();
  for (const [index, there] of shown.entries()) for (let at = index; there && at > 0 && !kept.has(at); at = net.joined[at] ?? -1) kept.add(at);
  const indices = [...kept].sort((a, b) => a - b);
  const starts = (index: number): boolean => (net.joined[index] ?? -1) < 1;
  const fromFirst = indices.filter(starts).map((index) => net.paths[index - 1] as Point[]);
  const run = shown[0] || fromFirst.length < 2 ? 0 : Math.min(...fromFirst.slice(1).map((path) => together(fromFirst[0] as Point[], path)));
  return {
    ...net,
    terminals: [0, ...indices].map((index) => net.terminals[index] as Net['terminals'][number]),
    arrows: [shown[0] === true && net.arrows[0] === true, ...indices.map((index) => net.arrows[index] === true)],
    paths: indices.map((index) => (starts(index) ? cut(net.paths[index - 1] as Point[], run) : (net.paths[index - 1] as Point[]))),
  };
}
