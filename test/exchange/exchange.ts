/** Imports and exports run to their end, as every host runs them. */
import { runJob } from '../../db/dispatch.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import type { Contract, Output } from '../../shared/contract/index.ts';
import { testContext } from '../fixtures/portfolio.ts';

type Jobs = {
  [N in keyof Contract]: N extends `${string}.${'import' | 'export'}` ? (Contract[N]['kind'] extends 'job' ? N : never) : never;
}[keyof Contract];

const quiet = { progress: () => undefined, checkpoint: () => undefined };

/** What an import says, whatever it says. */
export const outcomeOf = (portfolio: Portfolio, name: string, input: object, bytes?: Uint8Array) =>
  runJob(portfolio.connection, name, bytes ? { from: 'file', ...input } : input, testContext, { ...quiet, open: () => bytes as Uint8Array });

/** The value of an import. A refusal fails the test. */
export async function bring<N extends Jobs>(portfolio: Portfolio, name: N, input: object, bytes?: Uint8Array): Promise<Output<N>> {
  const { outcome } = await outcomeOf(portfolio, name, input, bytes);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.message}`);
  return outcome.value as Output<N>;
}

/** The file that an export makes. */
export async function take(portfolio: Portfolio, name: Jobs, input: object): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { outcome, file } = await outcomeOf(portfolio, name, { to: '-', ...input });
  if (!outcome.ok || !file) throw new Error(`${name}: ${outcome.ok ? 'no file' : outcome.error.message}`);
  return file;
}
