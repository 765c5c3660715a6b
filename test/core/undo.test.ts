/** Undo after do gives the content before, redo the content after; across restarts and whatever was done. */

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { newId } from '../../db/repositories/new-id.ts';
import { makePortfolio } from '../../electron/host/portfolios.ts';
import { bring } from '../exchange/exchange.ts';
import { ask, dump, exampleId, optionsIn, resources, temporaryFolder, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const long = process.env.SCHAKEL_LONG === '1';
const network = exampleId('02/network');

type Act = (portfolio: Portfolio, pick: (list: readonly string[]) => string) => readonly [string, unknown];
const ids = (portfolio: Portfolio, table: string): string[] =>
  portfolio.connection.raw.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];

/** Things a person does, right and wrong ones; a refused one must change nothing. */
const acts: readonly Act[] = [
  (p, pick) => ['person.create', { name: `Leraar ${pick(ids(p, 'person')).slice(-3)}` }],
  (p, pick) => [
    'membership.create',
    { personId: pick(ids(p, 'person')), containerId: pick(ids(p, 'unit')), roles: [pick(ids(p, 'role'))], start: '2024-23' },
  ],
  (p, pick) => ['membership.update', { id: pick(ids(p, 'membership')), end: '2025', roles: [pick(ids(p, 'role')), pick(ids(p, 'role'))] }],
  (p, pick) => ['membership.move', { id: pick(ids(p, 'membership')), containerId: pick(ids(p, 'unit')), from: '2027-09-01' }],
  (p, pick) => ['unit.remove', { id: pick(ids(p, 'unit')) }],
  (p, pick) => ['unit.update', { id: pick(ids(p, 'unit')), parentId: pick(ids(p, 'unit')) }],
  (p, pick) => ['unit.move', { id: pick(ids(p, 'unit')), position: 0 }],
  (p, pick) => ['layer.move', { id: pick(ids(p, 'layer')), position: 1 }],
  (p, pick) => ['person.remove', { id: pick(ids(p, 'person')) }],
  (p, pick) => ['organisation.remove', { id: pick(ids(p, 'organisation')) }],
  (p, pick) => ['relation.update', { id: pick(ids(p, 'relation')), to: [{ entityId: pick(ids(p, 'unit')), roleId: null }] }],
  (p, pick) => ['diagram.move', { containerId: pick(ids(p, 'unit')), itemId: pick(ids(p, 'membership')), slot: 3 }],
  (p, pick) => ['network.remove', { id: pick(ids(p, 'network')) }],
  (p, pick) => [
    'case.update',
    { networkId: pick(ids(p, 'network')), researchYearId: exampleId('shared/jaar-1'), part: 'yields', body: { type: 'doc', content: [] } },
  ],
  // what a table does: a cell, filling down, a paste with new rows, and two that are one
  (p, pick) => [
    'entity.update',
    { changes: [{ kind: 'membership', id: pick(ids(p, 'membership')), fields: { hoursPerWeek: 4, roles: [pick(ids(p, 'role'))] } }] },
  ],
  (p, pick) => [
    'entity.update',
    { changes: [0, 1, 2].map(() => ({ kind: 'unit', id: pick(ids(p, 'unit')), fields: { start: '2020', end: '2021-08' } })) },
  ],
  (p, pick) => {
    const id = newId();
    const person = { kind: 'person', id, isNew: true, fields: { name: 'Geplakt' } };
    return [
      'entity.update',
      { changes: [person, { kind: 'membership', id: newId(), isNew: true, fields: { personId: id, containerId: pick(ids(p, 'unit')) } }] },
    ];
  },
  (p, pick) => ['person.link', { id: pick(ids(p, 'person')), intoId: pick(ids(p, 'person')), fields: ['name'] }],
  (p, pick) => ['organisation.link', { id: pick(ids(p, 'organisation')), intoId: pick(ids(p, 'organisation')), fields: [] }],
  (p, pick) => ['person.unlink', { id: pick(ids(p, 'person')), otherId: pick(ids(p, 'person')) }],
  () => ['network.create', { code: '99', name: 'Eigen netwerk' }],
];

test('undo gives what was before, redo what was after, for random chains', async () => {
  const portfolio = temporaryPortfolio('example');
  const chains = fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(chains, async (chain) => {
      const dumps = [dump(portfolio)];
      for (const [act, ...seeds] of chain) {
        let at = 0;
        const pick = (list: readonly string[]): string => list[(seeds[at++ % 3] as number) % Math.max(1, list.length)] ?? network;
        const [name, input] = (acts[act] as Act)(portfolio, pick);
        const before = portfolio.connection.history.nextUndo()?.id;
        const outcome = await ask(portfolio, name, input);
        const after = dump(portfolio);
        if (portfolio.connection.history.nextUndo()?.id === before) expect(after, `${name} ${outcome.ok}`).toBe(dumps.at(-1));
        else dumps.push(after);
      }
      for (let at = dumps.length - 2; at >= 0; at--) {
        portfolio.move('undo');
        expect(dump(portfolio)).toBe(dumps[at]);
      }
      for (let at = 1; at < dumps.length; at++) {
        portfolio.move('redo');
        expect(dump(portfolio)).toBe(dumps[at]);
      }
      for (let at = 1; at < dumps.length; at++) portfolio.move('undo');
    }),
    { seed: 20261121, numRuns: long ? 150 : 20, endOnFailure: true },
  );
}, 600_000);

test('undo and redo survive a restart', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.schakel');
  const first = makePortfolio(file, 'A', 'empty', resources, optionsIn(folder));
  const before = dump(first);
  await value(first, 'network.create', { code: '1', name: 'Netwerk' });
  const after = dump(first);
  first.close();

  const second = Portfolio.open(file, optionsIn(folder));
  expect(second.connection.history.nextUndo()).toMatchObject({ operation: 'network.create', params: { name: 'Netwerk' } });
  second.move('undo');
  expect(dump(second)).toBe(before);
  second.close();

  const third = Portfolio.open(file, optionsIn(folder));
  third.move('redo');
  expect(dump(third)).toBe(after);
  third.close();
});

test('typing in one field is one step, another field is another', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id } = await value(portfolio, 'network.create', { code: '1', name: 'A' });
  const soon = { language: 'nl' as const, actor: '', device: '', resources, now: () => new Date(Date.UTC(2027, 0, 1)), report: () => undefined };
  for (const name of ['B', 'Be', 'Ber']) await value(portfolio, 'network.update', { id, name }, soon);
  await value(portfolio, 'network.update', { id, region: 'Zuid' }, soon);
  portfolio.move('undo');
  expect(await value(portfolio, 'network.get', { id })).toMatchObject({ name: 'Ber', region: null });
  portfolio.move('undo');
  expect(await value(portfolio, 'network.get', { id })).toMatchObject({ name: 'A' });
});

test('what was undone cannot be redone after something else was done', async () => {
  const portfolio = temporaryPortfolio('empty');
  await value(portfolio, 'network.create', { code: '1', name: 'A' });
  portfolio.move('undo');
  await value(portfolio, 'network.create', { code: '2', name: 'B' });
  expect(portfolio.move('redo')).toBeNull();
  expect((await value(portfolio, 'network.list', {})).networks.map((row) => row.code)).toEqual(['2']);
});

// catches: a step so large that it is taken back another way, and leaves something, or leaves rows that point nowhere unguarded
test('a step of thousands of rows is undone and done again as one of few', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Eén' });
  const before = dump(portfolio);
  const text = Array.from({ length: 1500 }, (_, n) => `Leraar ${n}`).join('\n');
  await bring(portfolio, 'person.import', { networkId, text, join: true, apply: true });
  const after = dump(portfolio);
  expect((portfolio.connection.raw.prepare('SELECT count(*) AS rows FROM change_log').get() as { rows: number }).rows).toBeGreaterThan(4000);
  const found = async () => (await value(portfolio, 'search.list', { text: 'leraar 149' })).found.length;
  // a search leaves out what is no record any more, so only the index itself shows that its words are gone
  const words = () => portfolio.connection.raw.prepare('SELECT count(*) FROM search_doc').pluck().get();
  expect([await found(), words()]).toEqual([11, 1501]);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
  expect([await found(), words()]).toEqual([0, 1]);
  expect(portfolio.connection.raw.pragma('foreign_keys', { simple: true })).toBe(1);
  portfolio.move('redo');
  expect(dump(portfolio)).toBe(after);
  expect([await found(), words()]).toEqual([11, 1501]);
});
