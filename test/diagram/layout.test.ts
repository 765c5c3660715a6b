import { describe, expect, test } from 'vitest';
import { type DiagramOptions, layoutDiagram, layoutParts, MOST_BRIDGES } from '../../shared/diagram/layout.ts';
import type { DiagramModel } from '../../shared/diagram/model.ts';
import { neighbour } from '../../shared/diagram/scene.ts';
import { diagramTable } from '../../shared/diagram/table.ts';
import { diagram as words } from '../../shared/i18n/nl/diagram.ts';
import { allMarks, coincidencesOf, faultsOf, withoutLine } from './check-layout.ts';
import { exampleCodes, exampleModel } from './example-model.ts';
import { randomModel } from './random-model.ts';
import { staalWerk } from './staal-werk.ts';
import { additions } from './stability.ts';

const options: DiagramOptions = { colour: 'organisation', words, showEnded: true, header: true };
const marksOf = (model: DiagramModel, more: Partial<DiagramOptions> = {}) =>
  layoutParts(model, { ...options, ...more })
    .geometry.rows.flat()
    .flatMap(allMarks);

describe('nothing lies on anything and no line runs through a sign, a name or a title', () => {
  // catches: a way out of a box that crosses a title; a box that is drawn larger than it was measured
  test('in the drawing of the mock-up', () => expect(faultsOf(layoutParts(staalWerk, options))).toEqual([]));
  for (const code of exampleCodes) test(`in network ${code}`, () => expect(faultsOf(layoutParts(exampleModel(code), options))).toEqual([]));
  test('in 200 networks that were made up', () => {
    for (let seed = 1; seed <= 200; seed += 1)
      expect({ seed, faults: faultsOf(layoutParts(randomModel(seed), options)) }).toEqual({ seed, faults: [] });
  }, 60_000);
});

describe('what a drawing holds', () => {
  // catches: someone who is left out because a unit is nested, foreign, waiting or in a circle of parents
  test('every membership and seat that the table has is in the drawing once', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const model = randomModel(seed);
      const drawn = marksOf(model).map((mark) => mark.id);
      const rows = diagramTable(model, words, true).filter((row) => row.kind !== 'organisation');
      for (const row of rows) expect({ seed, id: row.id, times: drawn.filter((id) => id === row.id).length }).toEqual({ seed, id: row.id, times: 1 });
    }
  });
  // catches: a ring for someone whose second place is only perhaps or over
  test('a ring means more than one team now', () => {
    const moved = {
      ...staalWerk,
      memberships: staalWerk.memberships.map((one) =>
        one.containerId === 'kg' && one.name === 'Projectleider' ? { ...one, presence: 'perhaps' as const } : one,
      ),
    };
    expect(marksOf(staalWerk).find((mark) => mark.id === 'm-Projectleider-sg')?.ring).toBe(true);
    expect(marksOf(moved).find((mark) => mark.id === 'm-Projectleider-sg')?.ring).toBe(false);
  });
  // catches: an empty network, or a unit that is its own parent, that ends the drawing
  test('an empty network and a circle of parents are drawn', () => {
    const empty: DiagramModel = {
      ...staalWerk,
      layers: [],
      units: [],
      organisations: [],
      participations: [],
      memberships: [],
      seats: [],
      relations: [],
    };
    expect(layoutDiagram(empty, options).height).toBeGreaterThan(50);
    const circle = { ...staalWerk, units: staalWerk.units.map((unit) => (unit.id === 'kg' ? { ...unit, parentId: 'pb' } : unit)) };
    expect(marksOf(circle).some((mark) => mark.containerId === 'pb')).toBe(true);
  });
  // catches: ended people in a drawing that should not have them
  test('who stopped is only drawn when asked for', () => {
    expect(marksOf(staalWerk, { showEnded: false }).some((mark) => mark.presence === 'no')).toBe(false);
    expect(marksOf(staalWerk).some((mark) => mark.presence === 'no')).toBe(true);
  });
});

describe('the same again', () => {
  // catches: a clock, a random number, or an order that depends on what was drawn before
  test('the same input gives the same scene', () => {
    for (const seed of [3, 40, 77]) {
      const before = JSON.stringify(layoutDiagram(randomModel(seed), options));
      layoutDiagram(randomModel(seed + 1), options);
      expect(JSON.stringify(layoutDiagram(randomModel(seed), options))).toBe(before);
    }
  });
  // catches: a drawing that moves when someone is chosen
  test('choosing someone moves nothing', () => {
    const where = (model: DiagramModel, personId: string | null) =>
      marksOf(model, { selection: { personId } }).map((mark) => [mark.id, mark.cx, mark.cy]);
    expect(where(staalWerk, 'Procesbegeleider 4')).toEqual(where(staalWerk, null));
  });
  // catches: a place that is given to someone else when a colleague leaves
  test('kept places stay', () => {
    const slots = [{ containerId: 'plg1', itemId: 'm-Leraar-2-plg1', slot: 6 }];
    const leraar = marksOf({ ...staalWerk, slots }).find((mark) => mark.id === 'm-Leraar-2-plg1');
    expect(leraar?.slot).toBe(6);
    expect(
      marksOf({ ...staalWerk, slots })
        .filter((mark) => mark.containerId === 'plg1')
        .map((mark) => mark.slot),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  // catches: a layout in which one new person shifts the boxes of others
  test('nine of ten new people move at most a tenth of the signs, none more than 20 px', () => {
    const all = exampleCodes.flatMap((code) => additions(exampleModel(code), { ...options, header: false }));
    expect(all.every((one) => one.sameOrder)).toBe(true);
    expect(all.filter((one) => one.share <= 0.1 && one.furthest <= 20).length / all.length).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});

describe('lines', () => {
  // catches: a person whose chips are not all joined
  test('the line of a person reaches every place where the person is', () => {
    const line = layoutParts(staalWerk, options).bridges.find((net) => net.key === 'bridge Promovendus 1');
    expect(line?.terminals.length).toBe(6);
    expect(line?.paths.length).toBe(5);
  });
  // catches: a relation with an organisation that takes no part, left out without a word
  test('every relation of the example networks has a line', () => {
    expect(exampleCodes.flatMap((code) => withoutLine(layoutParts(exampleModel(code), options)))).toEqual([]);
  });
  // catches: two lines in one lane, or two that leave a sign at one point: nobody can tell whose is whose
  test('lines of different people and relations lie beside each other', () => {
    const together = [staalWerk, ...exampleCodes.map((code) => exampleModel(code))].flatMap((model) => coincidencesOf(layoutParts(model, options)));
    expect(together.length).toBeLessThanOrEqual(2);
  });
  // catches: a thousand lines that nobody can read, or none for the one that was chosen
  test('a crowd shows only the lines of who is chosen', () => {
    const crowd = randomModel(7, 400);
    const parts = layoutParts(crowd, options);
    expect(parts.dense).toBe(true);
    expect(parts.bridges.length).toBe(0);
    const person = parts.geometry.rows
      .flat()
      .flatMap(allMarks)
      .find((mark) => mark.ring)?.personId as string;
    expect(layoutParts(crowd, { ...options, selection: { personId: person } }).bridges.length).toBe(1);
    expect(MOST_BRIDGES).toBe(60);
  });
  // catches: arrow keys that get stuck or leap over what is next
  test('arrow keys go to the next sign and back', () => {
    const scene = layoutDiagram(staalWerk, options);
    const first = scene.items.find((item) => item.id === 'm-Leraar-1-plg1');
    const down = first && neighbour(scene, first, 'down');
    expect(down?.id).toBe('m-Leraar-2-plg1');
    expect(down && neighbour(scene, down, 'up')?.id).toBe('m-Leraar-1-plg1');
  });
});

// catches: something quadratic in people or lines; the limits are wide because machines differ
test('network 02 takes a few milliseconds and a thousand people well under a second', () => {
  const time = (model: DiagramModel, rounds: number): number => {
    for (let index = 0; index < rounds; index += 1) layoutDiagram(model, options);
    const start = performance.now();
    for (let index = 0; index < rounds; index += 1) layoutDiagram(model, options);
    return (performance.now() - start) / rounds;
  };
  expect(time(exampleModel('02'), 20)).toBeLessThan(50);
  expect(time(randomModel(11, 1000), 2)).toBeLessThan(600);
}, 30_000);
