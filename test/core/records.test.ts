/** What changing a record may do to others, and what it may not: homes, places, steps, odd text. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { checkPortfolio } from '../../db/safety/check.ts';
import { translator } from '../../shared/i18n/index.ts';
import { ask, dump, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2024-07-31';

async function small(portfolio: Portfolio) {
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: other } = await value(portfolio, 'network.create', { code: '2', name: 'Twee' });
  const { id: unit } = await value(portfolio, 'unit.create', { networkId, name: 'PLG', start: '2020' });
  const { id: person } = await value(portfolio, 'person.create', { name: 'Iemand' });
  const { id: membership } = await value(portfolio, 'membership.create', { personId: person, containerId: unit, start: '2023-09-01' });
  return { networkId, other, unit, person, membership };
}

test('a team that goes to another network takes along what hangs on it, and does not go with the old one', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, other, unit, membership } = await small(portfolio);
  const { id: note } = await value(portfolio, 'statement.create', { entityId: membership, value: 'x' });
  await value(portfolio, 'statement.create', { entityId: note, value: 'over een uitspraak' });
  const before = dump(portfolio);
  await value(portfolio, 'unit.update', { id: unit, networkId: other });
  const { networks } = await value(portfolio, 'network.list', { at });
  expect(networks.map((row) => row.counts.people.yes)).toEqual([0, 1]);
  expect((await value(portfolio, 'entity.check', { id: networkId })).goes).toEqual([]);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test('a team or layer that others are in stays in its network', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, other, unit } = await small(portfolio);
  const { id: layer } = await value(portfolio, 'layer.create', { networkId, name: 'Laag' });
  await value(portfolio, 'unit.create', { networkId, name: 'Kind', parentId: unit, layerId: layer });
  for (const [name, id] of [
    ['unit.update', unit],
    ['layer.update', layer],
  ] as const)
    expect(await ask(portfolio, name, { id, networkId: other }), name).toMatchObject({ ok: false, error: { details: { reason: 'otherNetwork' } } });
});

test('a relation with nothing left at one side goes with what it went to, counted beforehand', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, unit } = await small(portfolio);
  const { id: one } = await value(portfolio, 'unit.create', { networkId, name: 'A' });
  const { id: two } = await value(portfolio, 'unit.create', { networkId, name: 'B' });
  const end = (entityId: string) => ({ entityId, roleId: null });
  await value(portfolio, 'relation.create', { networkId, kind: 'steers', from: [end(unit)], to: [end(one), end(two)] });
  await value(portfolio, 'unit.remove', { id: one });
  expect((await value(portfolio, 'relation.list', { networkId, at })).rows).toHaveLength(1);
  const before = dump(portfolio);
  expect((await value(portfolio, 'entity.check', { id: two })).goes).toEqual([{ kind: 'relation', count: 1 }]);
  await value(portfolio, 'unit.remove', { id: two });
  expect((await value(portfolio, 'relation.list', { networkId, at })).rows).toEqual([]);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test('a statement is not about itself', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { unit } = await small(portfolio);
  const { id } = await value(portfolio, 'statement.create', { entityId: unit });
  expect(await ask(portfolio, 'statement.update', { id, entityId: id })).toMatchObject({ ok: false, error: { details: { reason: 'toItself' } } });
});

test('what stays the same is no step, and keeps what can be redone', async () => {
  const portfolio = temporaryPortfolio('example');
  const unit = portfolio.connection.raw.prepare('SELECT unit_id FROM unit_part LIMIT 1').pluck().get() as string;
  const network = portfolio.connection.raw.prepare('SELECT id FROM network LIMIT 1').pluck().get() as string;
  await value(portfolio, 'network.update', { id: network, region: 'Elders' });
  portfolio.move('undo');
  const before = portfolio.connection.history.nextUndo();
  const record = await value(portfolio, 'unit.get', { id: unit });
  await value(portfolio, 'unit.update', record);
  const key = { networkId: network, researchYearId: portfolio.connection.raw.prepare('SELECT id FROM research_year').pluck().get() as string };
  await value(portfolio, 'case.update', { ...key, part: 'yields', body: { type: 'doc', content: [] } });
  const kept = portfolio.connection.history.nextUndo();
  await value(portfolio, 'case.update', { ...key, part: 'yields', body: { type: 'doc', content: [] } });
  expect(portfolio.connection.history.nextUndo()).toEqual(kept);
  portfolio.move('undo');
  expect(portfolio.connection.history.nextUndo()).toEqual(before);
});

test('a place in the drawing goes along to another team, and two things never share one', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId, unit, membership, person } = await small(portfolio);
  const { id: second } = await value(portfolio, 'unit.create', { networkId, name: 'B' });
  const { id: personId } = await value(portfolio, 'person.create', { name: 'Ander' });
  const { id: there } = await value(portfolio, 'membership.create', { personId, containerId: second });
  await value(portfolio, 'membership.update', { id: membership, containerId: second });
  const { slots } = await value(portfolio, 'diagram.get', { networkId, at });
  expect(slots).toEqual([
    { containerId: second, itemId: there, slot: 0 },
    { containerId: second, itemId: membership, slot: 1 },
  ]);
  for (const input of [
    { containerId: unit, itemId: membership, slot: 0 },
    { containerId: second, itemId: person, slot: 0 },
  ])
    expect(await ask(portfolio, 'diagram.move', input)).toMatchObject({ ok: false, error: { details: { reason: 'foreignId' } } });
  // one that lost its place, as files of before may have
  portfolio.connection.raw.prepare('DELETE FROM placement WHERE item_id = ?').run(membership);
  await value(portfolio, 'diagram.move', { containerId: second, itemId: membership, slot: 0 });
  const after = (await value(portfolio, 'diagram.get', { networkId, at })).slots;
  expect(new Set(after.map((slot) => slot.slot)).size).toBe(2);
});

test('control characters and half signs do not get in; line ends in text do', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId } = await small(portfolio);
  await value(portfolio, 'network.update', { id: networkId, name: 'A\u0000B\nC\u001b', goal: 'een\r\ntwee\u000bdrie\ud800\ufffe' });
  expect(await value(portfolio, 'network.get', { id: networkId })).toMatchObject({ name: 'AB C', goal: 'een\ntwee\ndrie' });
  expect(await ask(portfolio, 'network.update', { id: networkId, name: '\u0000\u200b' })).toMatchObject({
    ok: false,
    error: { details: { reason: 'empty' } },
  });
});

test('a message repeats little of what was typed', async () => {
  const portfolio = temporaryPortfolio('empty');
  const outcome = await ask(portfolio, 'network.list', { at: 'x'.repeat(100_000) });
  expect(outcome).toMatchObject({ ok: false, error: { details: { reason: 'day' } } });
  expect(JSON.stringify(outcome).length).toBeLessThan(600);
  const circle: Record<string, unknown> = {};
  circle.at = circle;
  for (const input of [circle, { at: { big: 10n } }, { ['k'.repeat(10_000)]: 1 }])
    expect(JSON.stringify(await ask(portfolio, 'network.list', input)).length).toBeLessThan(900);
});

test('a value twice in a list is kept once', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { networkId } = await small(portfolio);
  await value(portfolio, 'network.update', { id: networkId, sectors: ['po', 'vo', 'po'] });
  expect((await value(portfolio, 'network.get', { id: networkId })).sectors).toEqual(['po', 'vo']);
});

test('after all of it the portfolio is sound', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { other, unit, membership } = await small(portfolio);
  await value(portfolio, 'unit.update', { id: unit, networkId: other });
  await value(portfolio, 'membership.update', { id: membership, containerId: other });
  expect(checkPortfolio(portfolio.connection, { progress: () => undefined, checkpoint: () => undefined, t: translator('nl') }).problems).toEqual([]);
});

test('a word of an own list that is in use is not removed: an id would stand in its place', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { unit } = await small(portfolio);
  const { id } = await value(portfolio, 'listValue.create', { list: 'unitKind', labelNl: 'Denktank' });
  await value(portfolio, 'unit.update', { id: unit, kind: id });
  const before = dump(portfolio);
  expect(await ask(portfolio, 'listValue.remove', { id })).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'inUse' } } });
  expect(dump(portfolio)).toBe(before);
  await value(portfolio, 'unit.update', { id: unit, kind: 'team' });
  await value(portfolio, 'listValue.remove', { id });
});
