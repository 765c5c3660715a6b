/**
 * Every operation of the contract with whatever can be thrown at it: a person or a script never gets `internal`, what is
 * refused changed nothing, and what was done is undone exactly.
 */
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { dispatch, runJob } from '../../db/dispatch.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { createHost } from '../../electron/host/host.ts';
import { contract, type OperationName } from '../../shared/contract/index.ts';
import type { Outcome } from '../../shared/contract/result.ts';
import { numbers, OddInput } from '../fixtures/odd-input.ts';
import { dump, fillLogBook, resources, temporaryFolder, temporaryPortfolio, testContext } from '../fixtures/portfolio.ts';

const long = process.env.SCHAKEL_LONG === '1';
const names = Object.keys(contract) as OperationName[];
/** Copies the whole file each time: a few will do. And what is removed cannot be worked on. */
const slow = new Set<string>([
  'backup.create',
  'backup.import',
  'erasure.create',
  'portfolio.export',
  'portfolio.check',
  'activity.export',
  'case.export',
  'diagram.export',
  'spread.export',
  'timeline.export',
]);
const rare = (name: string): number => (slow.has(name) ? 10 : /^(network|study|researchYear|unit|person)\.remove$/.test(name) ? 4 : 1);
const quiet = { progress: () => undefined, checkpoint: () => undefined };

const idsOf = (portfolio: Portfolio) => ({
  ids: (kinds: readonly string[]): string[] =>
    portfolio.connection.raw
      .prepare("SELECT id FROM entity WHERE ? = '[]' OR kind IN (SELECT value FROM json_each(?)) ORDER BY id")
      .pluck()
      .all(JSON.stringify(kinds), JSON.stringify(kinds)) as string[],
});

/** What grows with every logged change, and every step. */
const steps = (portfolio: Portfolio): unknown =>
  portfolio.connection.raw.prepare('SELECT (SELECT max(seq) FROM change_log), (SELECT group_concat(id || state) FROM change_group)').raw().get();

async function run(portfolio: Portfolio, name: OperationName, input: unknown): Promise<Outcome> {
  const context = { ...testContext, report: (error: unknown) => stacks.push(error) };
  if (contract[name].kind === 'job') return (await runJob(portfolio.connection, name, input, context, quiet)).outcome;
  return dispatch(portfolio, name, input, context);
}
const stacks: unknown[] = [];

function mustNotBeInternal(outcome: Outcome, name: string, input: unknown): void {
  if (outcome.ok || outcome.error.code !== 'internal') return;
  throw new Error(`${name} ${inspect(input, { maxStringLength: 100, depth: 4 })}: ${(stacks.at(-1) as Error)?.stack}`);
}

const undoAll = (portfolio: Portfolio): string => {
  while (portfolio.move('undo'));
  return dump(portfolio);
};

test('no answer is internal, a refusal changes nothing, undo is exact', async () => {
  const portfolio = temporaryPortfolio('example');
  fillLogBook(portfolio);
  const odd = new OddInput(numbers(20261121), idsOf(portfolio));
  let base = dump(portfolio);
  let since: string[] = [];
  const done = new Set<string>();
  for (let round = 0; round < (long ? 1500 : 20); round++) {
    for (const name of names) {
      if (contract[name].scope === 'host' || round % rare(name) !== 0) continue;
      const input = odd.of(contract[name].input);
      const before = steps(portfolio);
      const outcome = await run(portfolio, name, input);
      mustNotBeInternal(outcome, name, input);
      if (!outcome.ok) expect(steps(portfolio), `${name} was refused`).toEqual(before);
      else done.add(name);
      since.push(`${name}${outcome.ok ? '' : ' refused'}`);
      // these change what undo can reach
      if (outcome.ok && (name === 'erasure.create' || name === 'backup.import')) base = undoAll(portfolio);
    }
    if (round % 5 !== 4) continue;
    expect(undoAll(portfolio) === base, `one of: ${since.join(', ')}`).toBe(true);
    since = [];
  }
  expect(portfolio.connection.raw.pragma('foreign_key_check')).toEqual([]);
  // the inputs are good enough to get through nearly everywhere
  const never = names.filter((name) => contract[name].scope === 'portfolio' && !done.has(name));
  expect(never.length, `never accepted: ${never.join(', ')}`).toBeLessThan(15);
}, 3_600_000);

test('what the host itself answers is never internal either', async () => {
  const folder = temporaryFolder();
  const host = await createHost({ kind: 'browser', version: '0', userData: join(folder, 'data'), documents: join(folder, 'docs'), resources });
  const odd = new OddInput(numbers(7), { ids: () => [] });
  try {
    for (let round = 0; round < (long ? 400 : 40); round++)
      for (const name of names) {
        if (contract[name].scope !== 'host') continue;
        const input = odd.of(contract[name].input) as Record<string, unknown> | null;
        if (name === 'portfolio.create' && input && typeof input === 'object') Object.assign(input, { content: 'empty' });
        const outcome = await host.run(name, input);
        if (!outcome.ok) expect(outcome.error.code, `${name} ${inspect(input, { maxStringLength: 100 })}`).not.toBe('internal');
      }
  } finally {
    await host.close();
  }
}, 120_000);
