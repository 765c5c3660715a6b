/** Saved views and their notes: any chain of acts, undone, is as before; and a view goes to a file as it is shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { ask, dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const long = process.env.SCHAKEL_LONG === '1';
const network = exampleId('02/network');
const ids = (portfolio: Portfolio, table: string): string[] =>
  portfolio.connection.raw.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];

type Act = (portfolio: Portfolio, pick: (list: readonly string[]) => string, n: number) => readonly [string, unknown];
const acts: readonly Act[] = [
  (p, pick, n) => [
    'view.create',
    { networkId: network, name: `Weergave ${n}`, folded: [pick(ids(p, 'unit'))], hidden: ['role:Leraar', 'kind:'], zoom: 0.5 + n / 100 },
  ],
  (p, pick, n) => ['view.update', { id: pick(ids(p, 'view')), centreX: n, focusId: pick(ids(p, 'person')), focusSteps: 1 + (n % 6) }],
  (p, pick, n) => ['view.move', { id: pick(ids(p, 'view')), position: n % 4 }],
  (p, pick) => ['view.remove', { id: pick(ids(p, 'view')) }],
  (p, pick, n) => [
    'viewNote.create',
    { viewId: pick(ids(p, 'view')), kind: ['note', 'arrow', 'frame', 'cloud'][n % 4], anchorId: pick(ids(p, 'unit')), x: n, y: -n },
  ],
  (p, pick, n) => ['viewNote.update', { id: pick(ids(p, 'view_note')), text: `Tekst ${n}`, x: n / 3, width: n }],
  (p, pick) => ['viewNote.remove', { id: pick(ids(p, 'view_note')) }],
  // what a view or note is about may go
  (p, pick) => ['unit.remove', { id: pick(ids(p, 'unit')) }],
  (p, pick) => ['person.remove', { id: pick(ids(p, 'person')) }],
];

test('any chain of view and note acts, undone, is as before, and redone as after', async () => {
  const portfolio = temporaryPortfolio('example');
  const chains = fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(), fc.nat(), fc.nat(60)), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(chains, async (chain) => {
      const dumps = [dump(portfolio)];
      for (const [act, first, second, n] of [[0, 1, 1, 1], [4, 0, 0, 0], ...chain] as typeof chain) {
        let at = 0;
        const pick = (list: readonly string[]): string => list[([first, second][at++ % 2] as number) % Math.max(1, list.length)] ?? network;
        const [name, input] = (acts[act] as Act)(portfolio, pick, n);
        const before = portfolio.connection.history.nextUndo()?.id;
        await ask(portfolio, name, input);
        const after = dump(portfolio);
        if (portfolio.connection.history.nextUndo()?.id === before) expect(after, name).toBe(dumps.at(-1));
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
    { seed: 20261121, numRuns: long ? 150 : 15, endOnFailure: true },
  );
}, 600_000);

test('views stand in the order in which they were made, moved, and with their notes', async () => {
  const portfolio = temporaryPortfolio('example');
  const made: string[] = [];
  for (const [position, name] of ['A', 'B', 'C'].entries())
    made.push((await value(portfolio, 'view.create', { networkId: network, name, position })).id);
  await value(portfolio, 'view.move', { id: made[2] as string, position: 0 });
  await value(portfolio, 'viewNote.create', { viewId: made[0] as string, kind: 'frame', text: 'Hier', x: 1, y: 2 });
  const { rows } = await value(portfolio, 'view.list', { networkId: network });
  expect(rows.map((row) => row.name)).toEqual(['C', 'A', 'B']);
  expect(rows[1]?.notes).toMatchObject([{ kind: 'frame', text: 'Hier' }]);
});

// catches: a view that forgets that plan and fact lay beside each other, or that keeps a day that is none
test('a view keeps what lies beside the day: another day, the plan, or nothing', async () => {
  const portfolio = temporaryPortfolio('example');
  for (const compareDay of ['2024-07-31', 'plan', null]) await value(portfolio, 'view.create', { networkId: network, name: 'V', compareDay });
  const { rows } = await value(portfolio, 'view.list', { networkId: network });
  expect(rows.map((row) => row.compareDay)).toEqual(['2024-07-31', 'plan', null]);
  const wrong = await ask(portfolio, 'view.create', { networkId: network, name: 'V', compareDay: 'gisteren' });
  expect(wrong.ok ? null : wrong.error).toMatchObject({ code: 'invalid_input', details: { path: ['compareDay'] } });
});
