/** What is read of a drawing moves nothing: folding, filters, focus and notes on the same places. */
import { describe, expect, test } from 'vitest';
import { anchorAt, type DrawnNote, placeNotes } from '../../shared/diagram/draw-notes.ts';
import { facetsOf, filterOf, hidersOf, marksOf, pairOf, tallyOf } from '../../shared/diagram/filter.ts';
import { litBy, tiesOf } from '../../shared/diagram/focus.ts';
import { cardLines, foldableIn, foldedAtFirst, foldsOf } from '../../shared/diagram/fold.ts';
import { type DiagramLayout, type DiagramOptions, layoutDiagram, layoutParts } from '../../shared/diagram/layout.ts';
import type { Box } from '../../shared/diagram/layout-types.ts';
import { colourModes } from '../../shared/diagram/model.ts';
import { readingOf } from '../../shared/diagram/reading.ts';
import type { GroupNode, Point, Rect, Scene, SceneNode } from '../../shared/diagram/scene.ts';
import { textWidth } from '../../shared/diagram/text-metrics.ts';
import { diagram as words } from '../../shared/i18n/nl/diagram.ts';
import { faultsOf } from './check-layout.ts';
import { exampleCodes, exampleModel } from './example-model.ts';
import { randomModel } from './random-model.ts';
import { staalWerk } from './staal-werk.ts';

const options: DiagramOptions = { colour: 'organisation', words, showEnded: true, header: true };
const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
const keysOf = (scene: Scene) => new Map(scene.items.map((item) => [`${item.kind} ${item.id} ${item.containerId}`, item]));
const boxesOf = (layout: DiagramLayout): Box[] => {
  const inside = (box: Box): Box[] => [box, ...box.children.flatMap(inside)];
  return layout.geometry.rows.flat().flatMap(inside);
};

/** Every sign, team, line and layer that both have stands where it stood. */
function movedBetween(before: Scene, after: Scene): string[] {
  const known = keysOf(before);
  return [...keysOf(after)].flatMap(([key, item]) => {
    const was = known.get(key);
    const lines = item.kind === 'bridge' || item.kind === 'relation';
    return !was || (!lines && JSON.stringify(was.bounds) !== JSON.stringify(item.bounds)) ? [key] : [];
  });
}

const touches = (rect: Rect, a: Point, b: Point, slack: number): boolean =>
  Math.min(a.x, b.x) < rect.x + rect.width - slack &&
  Math.max(a.x, b.x) > rect.x + slack &&
  Math.min(a.y, b.y) < rect.y + rect.height - slack &&
  Math.max(a.y, b.y) > rect.y + slack;

describe('folding', () => {
  // catches: a layout that is made anew without who is folded away, so that everything jumps
  test('moves nothing in 200 networks, and leaves all that is outside', () => {
    for (const seed of seeds) {
      const model = randomModel(seed);
      const layout = layoutParts(model, options);
      const open = layoutDiagram(model, options);
      const folded = foldableIn(layout).filter((_, index) => index % 2 === seed % 2);
      const closed = layoutDiagram(model, { ...options, folded });
      expect({ seed, moved: movedBetween(open, closed) }).toEqual({ seed, moved: [] });
      const under = new Set(marksOf(layout).filter((mark) => foldsOf(layout, folded).cardOf(mark) !== null));
      const gone = marksOf(layout).filter((mark) => !keysOf(closed).has(`${mark.kind} ${mark.id} ${mark.containerId}`));
      expect({ seed, gone: gone.length }).toEqual({ seed, gone: under.size });
    }
  }, 60_000);

  // catches: counts that run over the edge of the card, over its title, or over each other
  test('the counts stand on the card, under its title, beside each other', () => {
    for (const model of [...seeds.map((seed) => randomModel(seed)), ...exampleCodes.map((code) => exampleModel(code))]) {
      const layout = layoutParts(model, options);
      const folds = foldsOf(layout, foldableIn(layout));
      for (const box of folds.cards) {
        const lines = cardLines(box, words).map(({ text, size, x, y }) => ({ text, x, y: y - size + 2, width: textWidth(text, size), height: size }));
        for (const [index, line] of lines.entries()) {
          const fault = { model: model.network.name, box: box.name, text: line.text };
          expect({
            ...fault,
            inside: line.x >= box.x && line.x + line.width <= box.x + box.width && line.y + line.height <= box.y + box.height,
          }).toEqual({ ...fault, inside: true });
          expect({ ...fault, under: line.y + 2 >= box.title.y + box.title.height }).toEqual({ ...fault, under: true });
          for (const other of lines.slice(index + 1))
            expect({
              ...fault,
              other: other.text,
              apart:
                other.x >= line.x + line.width ||
                line.x >= other.x + other.width ||
                other.y >= line.y + line.height ||
                line.y >= other.y + other.height,
            }).toEqual({ ...fault, other: other.text, apart: true });
        }
      }
    }
  }, 60_000);

  // catches: a line of someone else that ends at a folded team because the card lies over its sign; a few lines that cross a wide team pass behind its card
  test('no card lies over the end of a line of someone else', () => {
    let behind = 0;
    for (const seed of seeds) {
      const layout = layoutParts(randomModel(seed), options);
      const reading = readingOf(layout, { folded: foldableIn(layout) });
      for (const net of [...reading.bridges, ...reading.relations.map((one) => one.net)])
        for (const card of reading.folds.cards) {
          const under = (end: Point | undefined) => end !== undefined && touches(card, end, end, 1);
          const own = net.terminals.some(
            ({ mark, box }) => box === card || (mark && reading.folds.cardOf(mark) === card) || (box && reading.folds.cardOf(box) === card),
          );
          if (own) continue;
          expect({ seed, net: net.key, ends: net.paths.some((path) => under(path[0]) || under(path.at(-1))) }).toEqual({
            seed,
            net: net.key,
            ends: false,
          });
          if (net.paths.some((path) => path.slice(1).some((point, index) => touches(card, path[index] as Point, point, 1)))) behind += 1;
        }
    }
    expect(behind).toBeLessThanOrEqual(6);
  }, 60_000);

  // catches: a count that says more or fewer than there are
  test('everybody is counted: by role, or among the others', () => {
    let cards = 0;
    for (const seed of seeds.slice(0, 100)) {
      const layout = layoutParts(randomModel(seed), options);
      const plain = [...foldsOf(layout, foldableIn(layout)).cards].filter(
        (box) => box.children.length === 0 && box.marks.every((mark) => mark.kind !== 'seat'),
      );
      for (const box of plain) {
        const people = box.marks.filter((mark) => mark.kind === 'membership' && mark.presence !== 'no');
        const meant = new Set(people.map((mark) => `${mark.personId} ${mark.roleName}`)).size;
        const said = cardLines(box, words).map((line) => line.text);
        const counted = [...said.join(' ').matchAll(/(\d+)(?:×|\?| anderen?\b| personen)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
        expect({ seed, box: box.name, said, counted }).toEqual({ seed, box: box.name, said, counted: meant });
        cards += 1;
      }
    }
    expect(cards).toBeGreaterThan(100);
  }, 60_000);

  test('a crowd opens folded, a small network open', () => {
    expect(foldedAtFirst(layoutParts(staalWerk, options))).toEqual([]);
    expect(foldedAtFirst(layoutParts(randomModel(7, 400), options)).length).toBeGreaterThanOrEqual(20);
  });
});

describe('filters', () => {
  // catches: a filter that makes the rest close ranks, or that leaves a sign without its place
  test('leave what stays where it is, in 200 networks', () => {
    for (const seed of seeds) {
      const model = randomModel(seed);
      const layout = layoutParts(model, options);
      const facets = facetsOf(layout).filter((facet) => facet.attribute !== 'only');
      const hidden = facets.filter((_, index) => index % 3 === seed % 3).map((facet) => pairOf(facet.attribute, facet.value));
      const left = layoutDiagram(model, { ...options, hidden });
      const full = layoutDiagram(model, options);
      expect({ seed, moved: movedBetween(full, left) }).toEqual({ seed, moved: [] });
      const { signs } = tallyOf(layout, hidden);
      expect(readingOf(layout, { hidden }).marks.length).toBe(signs.of - signs.hidden);
    }
  }, 60_000);

  // catches: a line that still runs to an empty place
  test('no line ends where a sign was', () => {
    for (const seed of seeds) {
      const layout = layoutParts(randomModel(seed), options);
      const hidden = facetsOf(layout)
        .filter((facet) => facet.attribute === 'role')
        .filter((_, index) => index % 2 === 0)
        .map((facet) => pairOf('role', facet.value));
      const reading = readingOf(layout, { hidden });
      for (const net of [...reading.bridges, ...reading.relations.map((one) => one.net)]) {
        const through = new Set(net.terminals.slice(1).map((terminal) => terminal.mark));
        for (const path of net.paths)
          for (const end of [path[0] as Point, path.at(-1) as Point])
            for (const mark of marksOf(layout))
              if (
                !reading.shows(mark) &&
                !through.has(mark) &&
                touches({ x: mark.sign.x - 1, y: mark.sign.y - 1, width: mark.sign.width + 2, height: mark.sign.height + 2 }, end, end, 0)
              )
                throw new Error(`seed ${seed}: ${net.key} ends at ${mark.text}`);
      }
    }
  }, 60_000);

  // catches: numbers beside the filters that do not add up
  test('every sign has exactly one role or none, and unknown has its own entry', () => {
    for (const code of exampleCodes) {
      const layout = layoutParts(exampleModel(code), options);
      const people = marksOf(layout).filter((mark) => mark.kind === 'membership').length;
      const roles = facetsOf(layout).filter((facet) => facet.attribute === 'role');
      expect(roles.reduce((sum, facet) => sum + facet.count, 0)).toBe(people);
      expect(
        tallyOf(
          layout,
          roles.map((facet) => pairOf('role', facet.value)),
        ).signs.hidden,
      ).toBe(people);
    }
  });

  test('only who was appointed; a filter that means nothing hides nothing', () => {
    const layout = layoutParts(staalWerk, options);
    const only = filterOf(layout.look, [pairOf('only', 'appointed')]);
    const people = marksOf(layout).filter((mark) => mark.kind === 'membership');
    expect(people.filter(only.shows)).toEqual(people.filter((mark) => mark.appointed));
    expect(tallyOf(layout, ['colour:red', 'kind', 'kind:nothing', '']).signs.hidden).toBe(0);
  });

  test('says which filters hide someone', () => {
    const layout = layoutParts(staalWerk, options);
    const someone = marksOf(layout).find((mark) => mark.kind === 'membership' && mark.roleName !== null);
    const role = pairOf('role', someone?.roleName ?? '');
    expect(hidersOf(layout, [role, pairOf('family', 'nothing')], new Set([someone?.id ?? '']))).toEqual([role]);
    expect(hidersOf(layout, [], new Set([someone?.id ?? '']))).toEqual([]);
  });
});

describe('focus', () => {
  // catches: a step that leaps over one, or one that does not grow
  test('each step takes in more; one step from a person is the teams that the person is in', () => {
    const ties = tiesOf(staalWerk);
    const person = 'Promovendus 1';
    const one = litBy(ties, { id: person, steps: 1 });
    const teams = staalWerk.memberships.filter((row) => row.personId === person && row.presence !== 'no').map((row) => row.containerId);
    for (const team of teams) expect(one?.has(team)).toBe(true);
    const other = staalWerk.memberships.find((row) => teams.includes(row.containerId) && row.personId !== person)?.personId as string;
    expect(one?.has(other)).toBe(false);
    const two = litBy(ties, { id: person, steps: 2 });
    expect(two?.has(other)).toBe(true);
    expect([...(one as ReadonlySet<string>)].every((id) => two?.has(id))).toBe(true);
    expect(litBy(ties, { id: 'nobody', steps: 1 })).toBeNull();
  });

  // catches: a focus that moves or removes what is outside it
  test('what is outside goes faint and stays', () => {
    const open = layoutDiagram(staalWerk, options);
    const focused = layoutDiagram(staalWerk, { ...options, focus: { id: 'Promovendus 1', steps: 1 } });
    expect(focused.items).toEqual(open.items);
    const faint = (node: SceneNode): number =>
      node.type === 'group' ? Number((node.opacity ?? 1) < 0.5) + node.children.reduce((sum, child) => sum + faint(child), 0) : 0;
    expect(faint(focused.root)).toBeGreaterThan(20);
    expect(faint(open.root)).toBe(0);
  });
});

describe('a crowd', () => {
  // catches: a network that jumps with every person one looks at, or a line that is squeezed through a sign
  test('stays where it is whoever is chosen, and the line that comes runs through nothing', () => {
    for (const [seed, size] of [
      [7, 400],

      [23, 600],
    ] as const) {
      const model = randomModel(seed, size);
      const places = (personId: string | null) =>
        marksOf(layoutParts(model, { ...options, selection: { personId } })).map((mark) => [mark.id, mark.cx, mark.cy]);
      const before = places(null);
      const ringed = [...new Set(marksOf(layoutParts(model, options)).flatMap((mark) => (mark.ring && mark.personId ? [mark.personId] : [])))];
      for (const personId of ringed.filter((_, index) => index % 12 === 0)) {
        const chosen = layoutParts(model, { ...options, selection: { personId } });
        expect({ seed, dense: chosen.dense, lines: chosen.bridges.length }).toEqual({ seed, dense: true, lines: 1 });
        expect({ seed, personId, faults: faultsOf(chosen) }).toEqual({ seed, personId, faults: [] });
        expect(places(personId)).toEqual(before);
      }
    }
  }, 60_000);
});

describe('notes', () => {
  const note: DrawnNote = { id: 'n', kind: 'note', text: 'Hier kijken we nu', anchorId: null, x: 0, y: 0, width: 160, height: 0 };

  // catches: a note that stays behind when the team it is about moves down
  test('go along with what they are about', () => {
    const before = layoutParts(staalWerk, options);
    const unit = before.look.model.units.at(-1)?.id as string;
    const middle = (layout: DiagramLayout) => boxesOf(layout).find((box) => box.id === unit) as Box;
    const box = middle(before);
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const anchored = { ...note, ...anchorAt(before, { x: centre.x + 10, y: centre.y - 5 }, centre) };
    expect(anchored).toMatchObject({ anchorId: unit, x: 10, y: -5 });
    const grown = {
      ...staalWerk,
      memberships: [
        ...staalWerk.memberships,
        ...Array.from(
          { length: 30 },
          (_, index) => ({ ...staalWerk.memberships[0], id: `x${index}`, personId: `x${index}` }) as (typeof staalWerk.memberships)[number],
        ),
      ],
    };
    const after = layoutParts(grown, options);
    const [was] = placeNotes(before, [anchored]);
    const [is] = placeNotes(after, [anchored]);
    const there = middle(after);
    expect([is?.bounds.x, is?.bounds.y]).toEqual([there.x + there.width / 2 + 10, there.y + there.height / 2 - 5]);
    expect(was?.bounds.y).not.toBe(is?.bounds.y);
  });

  // catches: a note that cannot be reached any more because it lies beside the page
  test('stay on the page, whatever their numbers', () => {
    for (const seed of seeds.slice(0, 40)) {
      const layout = layoutParts(randomModel(seed), options);
      const odd = (['note', 'arrow', 'frame'] as const).flatMap((kind) =>
        [-1e6, -300, 0, 17.5, 1e6].map((far) => ({
          ...note,
          kind,
          x: far,
          y: -far,
          width: far / 3,
          height: far,
          anchorId: seed % 2 ? 'u0' : 'gone',
        })),
      );
      for (const { bounds } of placeNotes(layout, odd)) {
        expect(bounds.x).toBeGreaterThanOrEqual(0);
        expect(bounds.y).toBeGreaterThanOrEqual(0);
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(layout.geometry.width);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(layout.geometry.height);
      }
    }
  });

  test('are in the scene, so in every export of the view', () => {
    const scene = layoutDiagram(staalWerk, { ...options, notes: [note] });
    const part = (scene.root.children as GroupNode[]).find((node) => node.type === 'group' && node.id === 'part-notes');
    expect(JSON.stringify(part)).toContain('Hier kijken we nu');
  });
});

describe('which way one looks', () => {
  // catches: an arrow that is followed backwards, or a membership that is left out because it has no direction
  test('relations are followed out, in, or both; memberships always; what goes both ways too', () => {
    const model = exampleModel('02');
    const ties = tiesOf(model);
    const units = new Set(model.units.map((unit) => unit.id));
    let seen = 0;
    for (const relation of model.relations)
      for (const { entityId: from } of relation.from)
        for (const { entityId: to } of relation.to) {
          if (from === to || !units.has(from) || !units.has(to)) continue;
          const between = model.relations.filter(
            (one) => [...one.from, ...one.to].some((end) => end.entityId === from) && [...one.from, ...one.to].some((end) => end.entityId === to),
          );
          const back = relation.mutual || between.length > 1;
          seen += 1;
          expect(litBy(ties, { id: from, steps: 1 }, 'out')?.has(relation.id)).toBe(true);
          expect(litBy(ties, { id: to, steps: 1 }, 'in')?.has(relation.id)).toBe(true);
          if (!back) expect(litBy(ties, { id: from, steps: 1 }, 'in')?.has(relation.id)).toBe(false);
          const members = model.memberships.filter((row) => row.containerId === from && row.presence !== 'no');
          for (const row of members) expect(litBy(ties, { id: from, steps: 1 }, 'in')?.has(row.personId)).toBe(true);
        }
    expect(seen).toBeGreaterThan(5);
  });
});

describe('the legend', () => {
  // catches: a switch that leaves out another kind than the one it stands beside, or that goes with what it left out
  test('leaves out all signs of a value and nothing else, and stays to take them back', () => {
    for (const code of exampleCodes)
      for (const colour of colourModes) {
        const model = exampleModel(code);
        const layout = layoutParts(model, { ...options, colour });
        const { legend } = layoutDiagram(model, { ...options, colour });
        const all = marksOf(layout);
        for (const item of legend) {
          const scene = layoutDiagram(model, { ...options, colour, hidden: item.pairs });
          const again = scene.legend.find((one) => one.label === item.label);
          expect({ code, colour, label: item.label, isOn: again?.isOn }).toEqual({ code, colour, label: item.label, isOn: false });
          const left = readingOf(layout, { hidden: item.pairs }).marks;
          const gone = all.filter((mark) => !left.includes(mark));
          if (colour === 'organisation' || colour === 'role') {
            const people = (marks: typeof all) =>
              new Set(marks.filter((mark) => mark.kind === 'membership').map((mark) => mark.category.letter + mark.category.token));
            for (const sign of people(gone)) expect({ code, colour, label: item.label, both: people(left).has(sign) }).toMatchObject({ both: false });
          }
        }
      }
  });

  test('names can be fewer while every sign stays where it is', () => {
    const model = exampleModel('06');
    const all = layoutDiagram(model, options);
    const few = layoutDiagram(model, { ...options, hidden: [pairOf('names', 'rest')] });
    const none = layoutDiagram(model, { ...options, hidden: [pairOf('names', 'all')] });
    const texts = (node: SceneNode): number =>
      node.type === 'text' ? 1 : node.type === 'group' ? node.children.reduce((sum, child) => sum + texts(child), 0) : 0;
    expect(movedBetween(all, few)).toEqual([]);
    expect(few.items.length).toBe(all.items.length);
    expect(texts(few.root)).toBeLessThan(texts(all.root));
    expect(texts(none.root)).toBeLessThan(texts(few.root));
  });
});
