import { describe, expect, test } from 'vitest';
import { changesOf } from '../../shared/diagram/changes.ts';
import { compareDays, compareWithPlan } from '../../shared/diagram/compare.ts';
import { foldableIn } from '../../shared/diagram/fold.ts';
import { type DiagramOptions, layoutDiagram, layoutParts } from '../../shared/diagram/layout.ts';
import type { DiagramDated, DiagramModel } from '../../shared/diagram/model.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { diagramTable } from '../../shared/diagram/table.ts';
import type { Presence } from '../../shared/domain/presence.ts';
import { diagram as words } from '../../shared/i18n/nl/diagram.ts';
import { allMarks, faultsOf } from './check-layout.ts';
import { exampleCodes, exampleModel } from './example-model.ts';
import { randomModel } from './random-model.ts';
import { staalWerk } from './staal-werk.ts';

const options: DiagramOptions = { colour: 'organisation', words, showEnded: false, header: true };
const kinds = ['units', 'participations', 'memberships', 'seats', 'relations'] as const;

/** The same network on another day: some came, some went, some are only perhaps there. */
function later(model: DiagramModel, seed: number): DiagramModel {
  let state = seed;
  const turn = <T extends DiagramDated>(all: readonly T[]): T[] =>
    all.map((one) => {
      state = (state * 48_271) % 2_147_483_647;
      const presence: Presence = state % 10 < 6 ? one.presence : state % 3 === 0 ? 'yes' : state % 3 === 1 ? 'no' : 'perhaps';
      return { ...one, presence };
    });
  const changed = kinds.map((kind) => [kind, turn<DiagramDated>(model[kind])] as const);
  return { ...model, ...Object.fromEntries(changed), at: '2026-03-12' } as DiagramModel;
}

/** A person or organisation in a team: a record that another one takes over goes on in it. */
const placeOf = (one: object): string | null => {
  const { personId, organisationId, containerId } = one as Record<string, string | undefined>;
  return personId || (organisationId && !('name' in one)) ? `${personId ?? organisationId} ${containerId}` : null;
};

const pairs = Array.from({ length: 60 }, (_, index) => index + 1);

describe('two days in one model', () => {
  // catches: a record that is lost or counted twice, and a state that depends on which day was named first
  test('every record of either day has exactly one state, whichever day comes first', () => {
    for (const seed of pairs) {
      const [before, after] = [randomModel(seed), later(randomModel(seed), seed)];
      const model = compareDays(before, after);
      expect(compareDays(after, before)).toEqual(model);
      for (const kind of kinds) {
        const there = (day: DiagramModel) => (day[kind] as readonly DiagramDated[]).filter((one) => one.presence !== 'no').map((one) => one.id);
        const [was, is] = [new Set(there(before)), new Set(there(after))];
        const all = model[kind] as readonly DiagramDated[];
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
        for (const one of all) {
          expect(was.has(one.id) || is.has(one.id), `${seed} ${kind} ${one.id}`).toBe(true);
          if (one.change === 'gone' || one.change === 'movedAway') expect([was.has(one.id), is.has(one.id)]).toEqual([true, false]);
          else expect(is.has(one.id)).toBe(true);
          if (one.change === 'new') expect(was.has(one.id)).toBe(false);
        }
        const drawn = new Set(all.map((one) => one.id));
        const places = new Set(all.map(placeOf));
        for (const day of [before, after])
          for (const one of day[kind] as readonly DiagramDated[])
            if (one.presence !== 'no') expect(drawn.has(one.id) || places.has(placeOf(one)), `${seed} ${kind} ${one.id}`).toBe(true);
      }
    }
  });

  // catches: someone who changed teams told as a loss and a gain
  test('who left one team and came in another moved, once', () => {
    const someone = staalWerk.memberships.find((one) => one.containerId === 'kg');
    if (!someone) throw new Error('nobody there');
    const elsewhere = staalWerk.units.find((one) => !staalWerk.memberships.some((m) => m.personId === someone.personId && m.containerId === one.id));
    const after = {
      ...staalWerk,
      at: '2030-01-01',
      memberships: [
        ...staalWerk.memberships.filter((one) => one.id !== someone.id),
        { ...someone, id: 'moved', containerId: elsewhere?.id as string },
      ],
    };
    const { rows, counts } = changesOf(compareDays(staalWerk, after));
    expect(counts).toMatchObject({ new: { yes: 0 }, gone: { yes: 0 }, moved: { yes: 1, perhaps: 0 } });
    expect(rows).toMatchObject([{ state: 'moved', id: 'moved', name: someone.name, place: elsewhere?.name }]);
    expect(rows[0]?.from).toBe(staalWerk.units.find((one) => one.id === 'kg')?.name);
  });

  // catches: a new term in the same team drawn as two people
  test('a record that takes over from another in the same team is that one going on', () => {
    const [first, ...rest] = staalWerk.memberships;
    const after = { ...staalWerk, at: '2030-01-01', memberships: [{ ...(first as (typeof rest)[number]), id: 'again' }, ...rest] };
    const model = compareDays(staalWerk, after);
    expect(model.memberships).toHaveLength(staalWerk.memberships.filter((one) => one.presence !== 'no').length);
    expect(changesOf(model).counts).toMatchObject({ new: { yes: 0 }, gone: { yes: 0 }, moved: { yes: 0 } });
  });

  // catches: who is gone put behind those who stayed, so that all of them move up
  test('who is gone keeps its place', () => {
    const there = staalWerk.memberships.filter((one) => one.presence !== 'no').map((one) => one.id);
    const after = { ...staalWerk, at: '2030-01-01', memberships: staalWerk.memberships.filter((_one, index) => index % 3 > 0) };
    expect(compareDays(staalWerk, after).memberships.map((one) => one.id)).toEqual(there);
  });

  test('a team in another layer or under another team moved', () => {
    const unit = staalWerk.units.find((one) => one.layerId !== null && one.parentId === null);
    const other = staalWerk.layers.find((one) => one.id !== unit?.layerId);
    const after = {
      ...staalWerk,
      at: '2030-01-01',
      units: staalWerk.units.map((one) => (one === unit ? { ...one, layerId: other?.id as string } : one)),
    };
    expect(changesOf(compareDays(staalWerk, after)).rows).toMatchObject([{ kind: 'unit', state: 'moved', id: unit?.id, place: other?.name }]);
  });
});

describe('plan beside fact', () => {
  test('planned and possible is only plan, lapsed is gone, and a fact outweighs its plan', () => {
    const [one, two, three] = staalWerk.memberships;
    if (!one || !two || !three) throw new Error('nobody there');
    const model = compareWithPlan({
      ...staalWerk,
      memberships: [
        { ...one, standing: 'planned', presence: 'perhaps' },
        { ...two, standing: 'lapsed', presence: 'no' },
        { ...three, standing: 'actual' },
        { ...three, id: 'plan', standing: 'potential', presence: 'perhaps' },
      ],
    });
    expect(model.memberships.map((row) => [row.id, row.change])).toEqual([
      [one.id, 'new'],
      [two.id, 'gone'],
      [three.id, 'kept'],
    ]);
  });
});

describe('the drawing of a comparison', () => {
  const compared = (seed: number) => compareDays(randomModel(seed), later(randomModel(seed), seed));

  // catches: a sign of a change on a name, a title that grew out of its box, a line through who is gone
  test('nothing lies on anything in 60 networks that were made up and 8 examples', () => {
    for (const seed of pairs) expect({ seed, faults: faultsOf(layoutParts(compared(seed), options)) }).toEqual({ seed, faults: [] });
    for (const code of exampleCodes) {
      const model = compareDays(exampleModel(code, '2022-07-31'), exampleModel(code, '2025-07-31'));
      expect({ code, faults: faultsOf(layoutParts(model, options)) }).toEqual({ code, faults: [] });
    }
  }, 60_000);

  // catches: someone who is in the list and the table but not in the drawing
  test('the table has what the drawing has, with the same state', () => {
    for (const seed of pairs.slice(0, 20)) {
      const model = compared(seed);
      const marks = layoutParts(model, options).geometry.rows.flat().flatMap(allMarks);
      for (const row of diagramTable(model, words, false)) {
        if (row.kind !== 'membership') continue;
        expect(marks.find((mark) => mark.id === row.id)?.change, `${seed} ${row.id}`).toBe(row.change);
      }
    }
  });

  // catches: a legend that explains what is not there, or leaves out what is
  test('the legend explains the changes in view and no other', () => {
    const legend = (model: DiagramModel): string => sceneToSvg(layoutDiagram(model, options), { colours: 'light' });
    const same = legend(compareDays(staalWerk, { ...staalWerk, at: '2030-01-01' }));
    expect(same).toContain('>gebleven<');
    expect(same).not.toMatch(/>erbij gekomen<|>weg<|>gestopt</);
    const [first, ...rest] = staalWerk.memberships;
    const left = legend(compareDays(staalWerk, { ...staalWerk, at: '2030-01-01', memberships: rest }));
    expect(left).toContain('>weg<');
    expect(left).not.toMatch(/>erbij gekomen</);
    expect(first).toBeDefined();
  });

  // catches: a card, filter or focus that does not know what is compared, and a card that calls who is gone from a plan 'was there before'
  test('two days are read folded, filtered and from one thing outward, and a card says what changed', () => {
    for (const seed of pairs) {
      const model = compareDays(randomModel(seed), later(randomModel(seed), seed));
      const all = foldableIn(layoutParts(model, options));
      const from = model.memberships[0]?.personId;
      const focus = from === undefined ? null : { id: from, steps: 2 };
      const hidden = ['sector:po', 'organisation:school'];
      for (const folded of [all, all.slice(0, 1), []])
        expect(layoutDiagram(model, { ...options, folded, focus, hidden }).items.length).toBeGreaterThan(0);
    }
    const [first, ...rest] = staalWerk.memberships;
    const model = compareDays(staalWerk, { ...staalWerk, at: '2030-01-01', memberships: rest });
    const labels = layoutDiagram(model, { ...options, folded: foldableIn(layoutParts(model, options)) }).items.map((item) => item.label);
    expect(first).toBeDefined();
    expect(labels.filter((label) => label.includes('dicht') && label.includes('1 weg'))).toHaveLength(1);
  });
});
