/** The start of a network: templates, the structure of another network, and names by paste. */
import { expect, test } from 'vitest';
import { namesIn } from '../../renderer/features/begin/names.ts';
import { templateKeys } from '../../shared/domain/templates.ts';
import { ask, dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2026-11-21';

// catches: a template with a team outside its layer, a word that is missing, or more than one step for undo
test.each(templateKeys.filter((key) => key !== 'empty'))('template %s gives what it says, in one step', async (from) => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Nieuw' });
  const before = dump(portfolio);
  const made = await value(portfolio, 'structure.create', { networkId, from });
  const { layers, units } = await value(portfolio, 'unit.list', { networkId, at });
  expect([layers.length, units.length]).toEqual([made.layers, made.units]);
  expect(units.every((unit) => unit.presence === 'yes' && !/^[a-z]/.test(unit.name))).toBe(true);
  expect((await value(portfolio, 'relation.list', { networkId, at })).rows).toHaveLength(made.relations);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

// catches: people or schools that come along, nesting that is lost, a relation that points into the other network
test('the structure of another network comes without people and dates', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '20', name: 'Nieuw' });
  const from = exampleId('02/network');
  const made = await value(portfolio, 'structure.create', { networkId, from });
  const [source, copy] = [await value(portfolio, 'unit.list', { networkId: from, at }), await value(portfolio, 'unit.list', { networkId, at })];
  const shape = (list: typeof source) => {
    const name = (id: string | null) => list.units.find((unit) => unit.id === id)?.name ?? list.layers.find((layer) => layer.id === id)?.name ?? null;
    return list.units.map((unit) => [unit.name, unit.kind, name(unit.layerId), name(unit.parentId)].join(' | ')).sort();
  };
  expect(shape(copy)).toEqual(shape({ ...source, units: source.units }));
  expect(made.units).toBe(copy.units.length);
  expect(made.seats).toBeGreaterThan(0);
  const model = await value(portfolio, 'diagram.get', { networkId, at });
  expect([model.memberships.length, model.participations.length]).toEqual([0, 0]);
  const own = new Set([networkId, ...copy.units.map((unit) => unit.id), ...model.seats.map((seat) => seat.id), ...copy.layers.map((one) => one.id)]);
  expect(model.relations.length).toBe(made.relations);
  for (const relation of model.relations) for (const end of [...relation.from, ...relation.to]) expect(own.has(end.entityId)).toBe(true);
  expect(await ask(portfolio, 'structure.create', { networkId, from: networkId })).toMatchObject({ ok: false });
});

// catches: someone who is doubled because she was in the portfolio already
test('names by paste: who is known is taken, who is there stays', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '20', name: 'Nieuw' });
  const names = namesIn('1. Docent 1\r\n• Docent 2\nProjectleider\t2024\n\n Docent 1 ');
  expect(names).toEqual(['Docent 1', 'Docent 2', 'Projectleider']);
  expect(await value(portfolio, 'structure.link', { networkId, names })).toEqual({ made: 2, known: 1, alreadyThere: 0 });
  expect(await value(portfolio, 'structure.link', { networkId, names })).toEqual({ made: 0, known: 0, alreadyThere: 3 });
  const { rows } = await value(portfolio, 'structure.list', { networkId, at });
  expect(rows.map((row) => row.name)).toEqual(['Docent 1', 'Docent 2', 'Projectleider']);
});

// catches: names in the list beside a drawing that shows roles or pseudonyms
test('who has no team is called as the drawing calls people', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Nieuw' });
  const { id: roleId } = await value(portfolio, 'role.create', { name: 'procesbegeleider' });
  const { id: secondId } = await value(portfolio, 'role.create', { name: 'onderzoeker' });
  const make = async (name: string, pseudonym: string | null, roles: string[] | null) => {
    const { id } = await value(portfolio, 'person.create', { name, pseudonym });
    if (roles) await value(portfolio, 'membership.create', { personId: id, containerId: networkId, roles });
    return id;
  };
  const ids = [
    await make('Deelnemer 1', 'D-017', [roleId, secondId]),
    await make('Deelnemer 2', null, [secondId]),
    await make('Deelnemer 3', 'D-003', null),
  ];
  const shown = async (names?: 'name' | 'pseudonym' | 'role') => {
    const { rows } = await value(portfolio, 'structure.list', { networkId, at, ...(names ? { names } : {}) });
    const drawn = await value(portfolio, 'diagram.get', { networkId, at, ...(names ? { names } : {}) });
    // the same word as beside their sign, where they have one
    for (const { personId, name } of drawn.memberships) expect(rows.find((row) => row.id === personId)?.name).toBe(name);
    return ids.map((id) => rows.find((row) => row.id === id)?.name);
  };
  expect(await shown()).toEqual(['Deelnemer 1', 'Deelnemer 2', 'Deelnemer 3']);
  expect(await shown('pseudonym')).toEqual(['D-017', 'onderzoeker', 'D-003']);
  expect(await shown('role')).toEqual(['procesbegeleider', 'onderzoeker', 'deelnemer']);
});

// catches: a list of teams in another order than the drawing, and a move of one that puts the others by name
test('teams that were made one after another stay in that order, also when one of them is moved', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Nieuw' });
  const { id: layerId } = await value(portfolio, 'layer.create', { networkId, name: 'Laag 1' });
  const ids: string[] = [];
  for (const name of ['Stuurgroep', 'Kerngroep', 'Adviesraad'])
    ids.push((await value(portfolio, 'unit.create', { networkId, name, layerId, position: 1000 })).id);
  const inList = async () => (await value(portfolio, 'unit.list', { networkId, at })).units.map((unit) => unit.name);
  const inDrawing = async () => (await value(portfolio, 'diagram.get', { networkId, at })).units.map((unit) => unit.name);
  expect(await inList()).toEqual(['Stuurgroep', 'Kerngroep', 'Adviesraad']);
  expect(await inDrawing()).toEqual(await inList());
  await value(portfolio, 'unit.move', { id: ids[0] as string, layerId, parentId: null, position: 1000 });
  expect(await inList()).toEqual(['Kerngroep', 'Adviesraad', 'Stuurgroep']);
  expect(await inDrawing()).toEqual(await inList());
});
