/** One portfolio opened for one command: runs operations and jobs in this process. */
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DispatchContext, dispatch, failureOf, runJob } from '../../db/dispatch.ts';
import { Portfolio } from '../../db/portfolio.ts';
import { contract, isOperation } from '../../shared/contract/index.ts';
import type { Outcome } from '../../shared/contract/result.ts';
import { writeWhole } from '../host/files.ts';
import { openLog } from '../host/log.ts';
import { portfolioOptions } from '../host/portfolios.ts';
import { Preferences } from '../host/settings.ts';
import { Refused, WrongUse } from './exits.ts';
import { resources, userData } from './places.ts';

export function cliContext(): DispatchContext {
  const folder = userData();
  const preferences = new Preferences(folder);
  const log = openLog(folder);
  const { language, actor } = preferences.get();
  return {
    language,
    actor,
    device: preferences.device,
    resources,
    now: () => new Date(),
    report: (error, correlationId) => log(String((error as Error)?.stack ?? error), correlationId),
  };
}

/** The value of an outcome. @throws Refused */
export function accepted(outcome: Outcome): unknown {
  if (!outcome.ok) throw new Refused(outcome.error);
  return outcome.value;
}

/** Runs something that may refuse. @throws Refused with the failure in words */
export function orRefuse<T>(context: DispatchContext, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refused(failureOf(error, context));
  }
}

/** Writes to a path, or to standard output for `-`. */
export function writeTo(path: string, bytes: Uint8Array): void {
  if (path !== '-') {
    writeWhole(resolve(path), bytes);
    return;
  }
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(1, bytes, at);
}

export class Session {
  readonly portfolio: Portfolio;
  readonly #context = cliContext();

  /** @throws Refused when the file cannot be opened */
  constructor(file: string) {
    this.portfolio = orRefuse(this.#context, () => Portfolio.open(resolve(file), portfolioOptions(resources, userData())));
  }

  /** The value of an operation; the file of a job goes to `out`. @throws Refused */
  async run(name: string, input: unknown, out?: string): Promise<unknown> {
    if (isOperation(name) && contract[name].kind === 'job') return this.#job(name, input, out);
    if (isOperation(name) && contract[name].scope === 'host') throw new WrongUse(`${name} hoort bij het venster / belongs to the window`);
    return accepted(await dispatch(this.portfolio, name, input, this.#context));
  }

  async #job(name: string, input: unknown, out: string | undefined): Promise<unknown> {
    const to = out ?? ((input as { to?: unknown })?.to as string | undefined);
    const quiet = { progress: () => undefined, checkpoint: () => undefined };
    const { outcome, file } = await runJob(
      this.portfolio.connection,
      name,
      to === undefined ? input : { ...(input as object), to },
      this.#context,
      quiet,
    );
    const value = accepted(outcome);
    if (file && to !== undefined) orRefuse(this.#context, () => writeTo(to, file.bytes));
    return value;
  }

  close(): void {
    this.portfolio.close();
  }
}

/** Opens, works, and closes whatever happens. */
export async function withPortfolio<T>(file: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = new Session(file);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}
