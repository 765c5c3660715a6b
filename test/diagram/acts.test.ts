/** Acts on the drawing: what a drop means, that keys mean the same, and that every act is one step that undo takes back whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../../db/dispatch.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import {
  type Carried,
  carriedOf,
  dropAct,
  type End,
  endsOf,
  keyAct,
  newAct,
  reattachAct,
  relateAct,
  relationsAt,
} from '../../renderer/features/diagram/draw/acts.ts';
import { inArea, linkedTo } from '../../renderer/features/diagram/draw/gesture.ts';
import {
  addLayer,
  addPerson,
  addUnit,
  type Do,
  edit,
  giveRole,
  join,
  leave,
  place,
  type Relation,
  reattach,
  relate,
  turn,
} from '../../renderer/features/diagram/draw/work.ts';
import { itemKey } from '../../renderer/features/diagram/items.ts';
import { layoutDiagram } from '../../shared/diagram/layout.ts';
import type { DiagramModel, DiagramRelation } from '../../shared/diagram/model.ts';
import type { Scene, SceneItem } from '../../shared/diagram/scene.ts';
import { translator } from '../../shared/i18n/index.ts';
import { dump, exampleId, temporaryPortfolio, testContext, value } from '../fixtures/portfolio.ts';
import { exampleModel } from './example-model.ts';

const model = exampleModel('02');
const scene: Scene = layoutDiagram(model, { colour: 'organisation', words: translator('nl').words.diagram, showEnded: false });
const item = (kind: SceneItem['kind'], label: RegExp): SceneItem => {
  const found = scene.items.find((one) => one.kind === kind && label.test(one.label));
  if (!found) throw new Error(`no ${kind} ${label}`);
  return found;
};
const leader = item('membership', /^Projectleider, in Kerngroep|^Projectleider,.* in Kerngroep/);
const steering = item('unit', /^Stuurgroep/);
const plg = item('unit', /^PLG 2,/);
const layer = item('layer', /^Laag 2/);
const carry = (...items: SceneItem[]): Carried => carriedOf(items) as Carried;

describe('what a drop means', () => {
  test('on another team or a sign in it: in that team', () => {
    const sign = scene.items.find((one) => one.kind === 'membership' && one.containerId === steering.id) as SceneItem;
    for (const target of [steering, sign])
      expect(dropAct(model, carry(leader), target)).toMatchObject({
        act: 'join',
        containerId: steering.id,
        people: [{ personId: leader.personId, membershipId: leader.id }],
      });
  });
  test('on the own team: nothing but another place in it', () => expect(dropAct(model, carry(leader), item('unit', /^Kerngroep/))).toBeNull());
  test('on nothing or on the ground of a layer: who is dragged out stops', () => {
    expect(dropAct(model, carry(leader), null)).toEqual({ act: 'leave', memberships: [leader.id] });
    expect(dropAct(model, carry(leader), layer)).toEqual({ act: 'leave', memberships: [leader.id] });
  });
  test('who comes from the list and is dropped on nothing stays there', () =>
    expect(dropAct(model, { kind: 'people', people: [{ personId: 'p', membershipId: null }], from: [] }, null)).toBeNull());
  test('on an open seat: that seat is filled', () => {
    const seat = scene.items.find((one) => one.kind === 'seat' && model.seats.some((row) => row.id === one.id && row.kind === 'seat')) as SceneItem;
    expect(dropAct(model, carry(leader), seat)).toMatchObject({ act: 'join', containerId: seat.containerId, seatId: seat.id });
  });
  test('a team never goes into itself or into what stands in it', () => {
    const child = model.units.find((unit) => unit.parentId !== null);
    const parent = child && scene.items.find((one) => one.kind === 'unit' && one.id === child.parentId);
    if (child && parent) expect(dropAct(model, carry(parent), { ...parent, id: child.id })).toBeNull();
    expect(dropAct(model, carry(plg), plg)).toBeNull();
    expect(dropAct(model, carry(plg), layer)).toEqual({ act: 'place', units: [plg.id], to: { layerId: layer.id, parentId: null } });
  });
  test('of a person and a team together the person is carried', () => expect(carry(plg, leader).kind).toBe('people'));
});

// catches: keys that mean another thing than the pointer
test('keys mean what the pointer means, but for what they still have to ask', () => {
  for (const target of scene.items.filter((one) => one.kind === 'unit')) {
    const dropped = dropAct(model, carry(leader), target);
    if (dropped?.act === 'join')
      expect({ ...keyAct(model, 'm', [leader]), containerId: dropped.containerId, seatId: dropped.seatId }).toEqual(dropped);
    const placed = dropAct(model, carry(plg), target);
    if (placed?.act === 'place') expect({ ...keyAct(model, 'm', [plg]), to: placed.to }).toEqual(placed);
    const line = relateAct([leader], target);
    expect({ ...keyAct(model, 'c', [leader]), to: target.id }).toEqual(line);
    expect(keyAct(model, 'n', [target])).toEqual(newAct(model, target));
  }
  expect(keyAct(model, 'e', [leader])).toEqual(dropAct(model, carry(leader), null));
  for (const line of scene.items.filter((one) => one.kind === 'relation')) {
    const row = model.relations.find((one) => one.id === line.id) as DiagramRelation;
    const end = endsOf(row)[0] as End;
    const dropped = reattachAct(model, line.id, end, leader);
    if (dropped?.act === 'reattach') expect({ ...keyAct(model, 'm', [line]), end, to: leader.personId }).toEqual(dropped);
    expect(keyAct(model, 'd', [line])).toEqual({ act: 'turn', relationId: line.id });
    // every line is reached from its ends
    for (const { entityId } of endsOf(row)) {
      const sign = scene.items.find((one) => one.kind === 'unit' && one.id === entityId);
      if (sign) expect(relationsAt(model, sign)).toContain(line.id);
    }
  }
  expect(keyAct(model, 'e', [plg])).toBeNull();
});

// catches: an area that takes a team along with its people, or a lasso that is a box
test('an area holds the signs in it, and whole teams where it holds no sign', () => {
  const { x, y, width, height } = steering.bounds;
  const all = scene.items.filter((one) => (one.kind === 'membership' || one.kind === 'seat') && one.containerId === steering.id).map(itemKey);
  const box = [
    { x: x - 2, y: y - 2 },
    { x: x + width + 2, y: y + height + 2 },
  ];
  expect(inArea(scene, box, false).sort()).toEqual(all.sort());
  const corner = [
    { x: x - 2, y: y - 2 },
    { x: x + width + 2, y: y - 2 },
    { x: x - 2, y: y + height + 2 },
  ];
  expect(inArea(scene, corner, true).length).toBeLessThan(all.length);
});

test('what a sign is linked to are the other places of the person and the far ends of its lines', () => {
  const places = scene.items.filter((one) => one.kind === 'membership' && one.personId === leader.personId && one !== leader).map(itemKey);
  expect(linkedTo(scene, leader)).toEqual(expect.arrayContaining(places));
});

type Doing = (todo: Do, pick: (table: string) => string, model: DiagramModel) => Promise<unknown>;

const doings: readonly Doing[] = [
  (todo, pick, now) =>
    join(todo, now, [{ personId: pick('person'), membershipId: null }], {
      how: 'also',
      containerId: pick('unit'),
      roleId: pick('role'),
      organisationId: null,
      from: '2025-03-01',
    }),
  (todo, pick, now) => {
    const row = now.memberships[pick('person').charCodeAt(33) % now.memberships.length];
    const people = row ? [{ personId: row.personId, membershipId: row.id }] : [];
    return join(todo, now, people, { how: 'move', containerId: pick('unit'), roleId: pick('role'), organisationId: null, from: '2026-10-01' });
  },
  (todo, pick) => leave(todo, [pick('membership'), pick('membership')], '2026-11-21', 'Andere baan'),
  (todo, pick) => place(todo, [pick('unit')], { layerId: pick('layer'), parentId: null }),
  (todo, pick) => place(todo, [pick('unit')], { layerId: null, parentId: pick('unit') }),
  (todo, pick) => giveRole(todo, [pick('membership'), pick('membership')], pick('role')),
  (todo, pick) => addPerson(todo, { name: 'Docent nieuw' }, pick('unit'), pick('role'), '[..2025-03-01]'),
  (todo, pick) => addPerson(todo, { id: pick('person') }, pick('unit'), null, '2025'),
  (todo, pick) => addUnit(todo, exampleId('02/network'), 'Nieuw team', { layerId: null, parentId: pick('unit') }, null),
  (todo, pick) =>
    relate(todo, exampleId('02/network'), [pick('unit'), pick('person')], pick('organisation'), {
      kind: 'informs',
      direction: 'both',
      start: '2025',
    }),
  (todo) => addLayer(todo, exampleId('02/network'), 'Nieuwe laag'),
  (todo, pick) => edit(todo, 'membership', [pick('membership'), pick('membership')], 'hoursPerWeek', 3),
  (todo, pick) => edit(todo, 'unit', [pick('unit')], 'parentId', pick('unit')),
  (todo, pick, now) => {
    const row = now.relations[pick('unit').charCodeAt(33) % now.relations.length] as DiagramRelation;
    return turn(todo, keptAs(row));
  },
  (todo, pick, now) => {
    const row = now.relations[pick('unit').charCodeAt(33) % now.relations.length] as DiagramRelation;
    return reattach(todo, keptAs(row), endsOf(row)[0] as End, pick('person'));
  },
];

const keptAs = ({ id, from, to, mutual }: DiagramRelation): Relation => {
  const ends = (side: DiagramRelation['from']) => side.map(({ entityId }) => ({ entityId, roleId: null }));
  return { id, from: ends(from), to: ends(to), mutual };
};

/** Does it in one group, as the window does; what is refused half way is taken back. */
async function inOneStep(portfolio: Portfolio, doing: (todo: Do) => Promise<unknown>, group: string): Promise<boolean> {
  let done = 0;
  try {
    await doing(async (name, input) => {
      const outcome = await dispatch(portfolio, name, input, testContext, { group });
      if (!outcome.ok) throw outcome.error;
      done += 1;
      return outcome.value as never;
    });
    return done > 0;
  } catch {
    if (done > 0) portfolio.move('undo');
    return false;
  }
}

// catches: an act that is two steps for undo, or one that leaves something behind when it is refused half way
test('any chain of acts, undone step by step, is as before', async () => {
  const portfolio = temporaryPortfolio('example');
  const ids = new Map<string, string[]>();
  for (const table of ['person', 'unit', 'role', 'membership', 'layer', 'organisation'])
    ids.set(table, portfolio.connection.raw.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[]);
  const networkId = exampleId('02/network');
  let group = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(doings.length - 1), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }), async (chain) => {
      const dumps = [dump(portfolio)];
      for (const [which, ...seeds] of chain) {
        let at = 0;
        const pick = (table: string): string => {
          const all = ids.get(table) ?? [];
          return all[(seeds[at++ % 3] as number) % all.length] as string;
        };
        const now = (await value(portfolio, 'diagram.get', { networkId, at: '2025-03-01' })) as DiagramModel;
        group += 1;
        const did = await inOneStep(portfolio, (todo) => (doings[which] as Doing)(todo, pick, now), `act ${group}`);
        const after = dump(portfolio);
        if (!did) expect(after).toBe(dumps.at(-1));
        else if (after !== dumps.at(-1)) dumps.push(after);
      }
      for (let at = dumps.length - 2; at >= 0; at--) {
        portfolio.move('undo');
        expect(dump(portfolio)).toBe(dumps[at]);
      }
    }),
    { seed: 20261121, numRuns: process.env.SCHAKEL_LONG === '1' ? 200 : 25, endOnFailure: true },
  );
}, 300_000);
