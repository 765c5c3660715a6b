/** The lines of a drawing and their ends: one per person who sits in several places, one per pair of related things. */

import { withSign } from './change-signs.ts';
import { attachesOfBox, attachesOfMark, clearToRight, type Obstacles, obstaclesOf } from './layout-attach.ts';
import type { Attach, Band, Box, Geometry, Mark, Net, Terminal } from './layout-types.ts';
import type { DiagramEnd, DiagramModel, DiagramRelation } from './model.ts';
import { textWidth } from './text-metrics.ts';

interface Place {
  readonly row: number;
  readonly gap: number;
  readonly block: Box;
  readonly obstacles: Obstacles;
}

/** Where everything in the drawing can be found. */
export interface Places {
  readonly geometry: Geometry;
  readonly marks: ReadonlyMap<string, readonly { readonly mark: Mark; readonly place: Place }[]>;
  readonly people: ReadonlyMap<string, readonly { readonly mark: Mark; readonly place: Place }[]>;
  readonly boxes: ReadonlyMap<string, { readonly box: Box; readonly place: Place }>;
  readonly bandRows: ReadonlyMap<Band, { first: number; last: number }>;
  /** Lines that each sign has so far. */
  readonly uses: Map<Mark, number>;
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

export function placesOf(geometry: Geometry, rowBands: readonly Band[]): Places {
  const marks = new Map<string, { mark: Mark; place: Place }[]>();
  const people = new Map<string, { mark: Mark; place: Place }[]>();
  const boxes = new Map<string, { box: Box; place: Place }>();
  for (const [row, blocks] of geometry.rows.entries())
    for (const [gap, block] of blocks.entries()) {
      const place: Place = { row, gap, block, obstacles: obstaclesOf(block) };
      const visit = (box: Box): void => {
        if (!boxes.has(box.id)) boxes.set(box.id, { box, place });
        for (const mark of box.marks) {
          push(marks, mark.id, { mark, place });
          if (mark.personId !== null) push(people, mark.personId, { mark, place });
        }
        for (const child of box.children) visit(child);
      };
      visit(block);
    }
  const bandRows = new Map<Band, { first: number; last: number }>();
  for (const [row, band] of rowBands.entries()) {
    const known = bandRows.get(band);
    if (known) known.last = row;
    else bandRows.set(band, { first: row, last: row });
  }
  return { geometry, marks, people, boxes, bandRows, uses: new Map() };
}

/** px beside the middle of a sign for its first, second … line. */
const asides = [0, 5, -5, 8, -8];

function markTerminal(places: Places, place: Place, mark: Mark, key: string): Terminal {
  const { row, gap, block, obstacles } = place;
  const used = places.uses.get(mark) ?? 0;
  places.uses.set(mark, used + 1);
  const aside = attachesOfMark(block, obstacles, mark, key, asides[used % asides.length] as number);
  const attaches = aside.length > 0 || used === 0 ? aside : attachesOfMark(block, obstacles, mark, key, 0);
  return { row, gap, x: mark.cx, attaches, right: clearToRight(block, obstacles, mark), mark, box: null };
}

function emptyNet(key: string, kind: Net['kind'], terminals: readonly Terminal[], word: string | null, arrows: readonly boolean[]): Net {
  const wordWidth = word === null ? 0 : textWidth(word, 12, 500);
  return { key, kind, terminals, word, wordWidth, arrows, chosen: [], channels: [], joined: [], direct: [], passes: [], paths: [], wordAt: null };
}

/** One line per person who is in more than one place now, from the highest place down. */
export function bridgeNets(places: Places, only: ReadonlySet<string> | null): Net[] {
  const nets: Net[] = [];
  for (const [person, all] of places.people) {
    if (only && !only.has(person)) continue;
    const here = all.filter(({ mark }) => mark.presence !== 'no');
    if (here.length < 2) continue;
    const key = `bridge ${person}`;
    const terminals = here.map(({ mark, place }) => markTerminal(places, place, mark, key)).filter((one) => one.attaches.length > 0);
    terminals.sort((a, b) => a.row - b.row || a.gap - b.gap || a.x - b.x);
    if (terminals.length > 1) nets.push(emptyNet(key, 'bridge', terminals, null, []));
  }
  return nets;
}

export interface RelationNet {
  readonly net: Net;
  readonly relations: readonly DiagramRelation[];
}

function bandTerminal(places: Places, band: Band, otherRow: number, place: number): Terminal | null {
  const rows = places.bandRows.get(band);
  if (!rows) return null;
  const x = band.frame.x + band.frame.width - 22 - 14 * place;
  const edge = (side: 'top' | 'bottom', y: number): Attach => ({ side, at: () => x, stub: () => [{ x, y }], cost: 0, zone: null, zoneY: 0 });
  const top = otherRow < rows.first || (otherRow <= rows.last && rows.first > 0);
  const attach = top ? edge('top', band.frame.y) : edge('bottom', band.frame.y + band.frame.height);
  return { row: top ? rows.first : rows.last, gap: 0, x, attaches: [attach], right: false, mark: null, box: null };
}

type Found =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly place: Place }
  | { readonly kind: 'box'; readonly box: Box; readonly place: Place }
  | { readonly kind: 'band'; readonly band: Band };

/** What an end is drawn at: the one sign that is meant, else the box or band. */
function find(places: Places, end: DiagramEnd, ended = false): Found | null {
  const box = places.boxes.get(end.entityId);
  if (box && end.roleName !== null) {
    const meant = box.box.marks.filter((mark) => mark.roleName === end.roleName || mark.text === end.roleName);
    if (meant.length === 1) return { kind: 'mark', mark: meant[0] as Mark, place: box.place };
  }
  if (box) return { kind: 'box', ...box };
  const person = (places.people.get(end.entityId) ?? [])
    .filter(({ mark }) => ended || mark.presence !== 'no')
    .sort((a, b) => Number(a.mark.presence === 'no') - Number(b.mark.presence === 'no') || a.place.row - b.place.row)[0];
  if (person) return { kind: 'mark', ...person };
  const mark = places.marks.get(end.entityId)?.[0];
  if (mark) return { kind: 'mark', ...mark };
  const band = places.geometry.bands.find((one) => one.id === end.entityId);
  return band ? { kind: 'band', band } : null;
}

const idOf = (found: Found): string =>
  found.kind === 'mark' ? `${found.mark.containerId} ${found.mark.id}` : found.kind === 'box' ? found.box.id : found.band.key;
const rowOf = (places: Places, found: Found): number => (found.kind === 'band' ? (places.bandRows.get(found.band)?.first ?? 0) : found.place.row);

/** What is drawn as one line: one or more from-ends to one or more to-ends, with one word. */
interface Bundle {
  from: Found[];
  to: Found[];
  readonly relations: DiagramRelation[];
  readonly word: string | null;
}

const keyOf = (found: readonly Found[]): string => found.map(idOf).sort().join(' + ');

function unique(found: readonly (Found | null)[]): Found[] {
  const known = new Map<string, Found>();
  for (const one of found) if (one && !known.has(idOf(one))) known.set(idOf(one), one);
  return [...known.values()];
}

function wordOf(relation: DiagramRelation, oneOf: string): string | null {
  const from = relation.fromMode === 'oneOf' && relation.from.length > 1;
  const to = relation.toMode === 'oneOf' && relation.to.length > 1;
  const word = relation.kind === 'represents' ? '' : relation.label;
  return withSign(`${from ? `${oneOf} ` : ''}${word}${to ? ` ${oneOf}` : ''}`.trim(), relation.change ?? null) || null;
}

/** Joins bundles with one word that have the same ends on one side. */
function join(bundles: readonly Bundle[], side: 'from' | 'to'): Bundle[] {
  const other = side === 'from' ? 'to' : 'from';
  const joined = new Map<string, Bundle>();
  for (const bundle of bundles) {
    const [first] = bundle.relations as [DiagramRelation];
    const key = `${keyOf(bundle[side])} | ${bundle.word} | ${first.kind === 'represents'} | ${first.presence} | ${first.change} | ${first.mutual}`;
    const known = joined.get(key);
    if (!known) joined.set(key, { ...bundle, relations: [...bundle.relations] });
    else {
      known[other] = unique([...known[other], ...bundle[other]]);
      for (const relation of bundle.relations) if (!known.relations.includes(relation)) known.relations.push(relation);
    }
  }
  return [...joined.values()];
}

/** Different words between the same two ends stand on one line. */
function joinWords(bundles: readonly Bundle[]): Bundle[] {
  const joined = new Map<string, Bundle>();
  for (const bundle of bundles) {
    const [first] = bundle.relations as [DiagramRelation];
    const key = `${keyOf(bundle.from)} | ${keyOf(bundle.to)} | ${first.kind === 'represents'} | ${first.presence} | ${first.change} | ${first.mutual}`;
    const known = joined.get(key);
    if (known && known.word !== null && bundle.word !== null)
      joined.set(key, { ...known, word: `${known.word} · ${bundle.word}`, relations: [...known.relations, ...bundle.relations] });
    else joined.set(known ? `${key} ${joined.size}` : key, bundle);
  }
  return [...joined.values()];
}

function bundlesOf(places: Places, model: DiagramModel, oneOf: string): Bundle[] {
  const bundles: Bundle[] = [];
  for (const relation of model.relations) {
    const gone = relation.change === 'gone';
    const from = unique(relation.from.map((end) => find(places, end, gone)));
    const to = unique(relation.to.map((end) => find(places, end, gone))).filter((one) => !from.some((other) => idOf(other) === idOf(one)));
    if (from.length > 0 && to.length > 0) bundles.push({ from, to, relations: [relation], word: wordOf(relation, oneOf) });
  }
  return joinWords(join(join(bundles, 'from'), 'to'));
}

/** One line per bundle of relations, with its words; `represents` has no word, its dots stand in the legend. */
export function relationNets(places: Places, model: DiagramModel, oneOf: string): RelationNet[] {
  const ends = new Map<string, number>();
  const nets: RelationNet[] = [];
  const terminal = (found: Found, other: Found, key: string): Terminal | null => {
    if (found.kind === 'mark') return markTerminal(places, found.place, found.mark, key);
    const count = ends.get(idOf(found)) ?? 0;
    ends.set(idOf(found), count + 1);
    if (found.kind === 'band') return bandTerminal(places, found.band, rowOf(places, other), count);
    const attaches = attachesOfBox(found.place.block, found.place.obstacles, found.box, key, count);
    return { row: found.place.row, gap: found.place.gap, x: found.box.x + found.box.width - 14, attaches, right: false, mark: null, box: found.box };
  };
  for (const bundle of bundlesOf(places, model, oneOf)) {
    const key = `relation ${bundle.relations[0]?.id}${bundle.word}`;
    const mutual = bundle.relations.some((one) => one.mutual);
    const [one, many] = bundle.from.length === 1 || bundle.to.length > 1 ? [bundle.from, bundle.to] : [bundle.to, bundle.from];
    const [oneArrow, manyArrow] = one === bundle.to ? [true, mutual] : [mutual, true];
    const made = [
      ...one.map((end) => ({ end, arrow: oneArrow, other: many[0] as Found })),
      ...many.map((end) => ({ end, arrow: manyArrow, other: one[0] as Found })),
    ]
      .map(({ end, arrow, other }) => ({ arrow, terminal: terminal(end, other, key) }))
      .filter((made): made is { arrow: boolean; terminal: Terminal } => made.terminal !== null && made.terminal.attaches.length > 0);
    if (made.length < 2 || !made.some((end) => end.arrow) || made.every((end) => end.arrow !== mutual && end.arrow)) continue;
    const net = emptyNet(
      key,
      'relation',
      made.map((end) => end.terminal),
      bundle.word,
      made.map((end) => end.arrow),
    );
    nets.push({ net, relations: bundle.relations });
  }
  return nets;
}
