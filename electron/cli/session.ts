/** One portfolio opened for one command: runs operations and jobs in this process. */
import { writeSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type DispatchContext, dispatch, failureOf, runJob } from '../../db/dispatch.ts';
import { Portfolio } from '../../db/portfolio.ts';
import { isSameFile, putInPlace } from '../../db/safety/put-in-place.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { contract, isOperation } from '../../shared/contract/index.ts';
import type { Outcome } from '../../shared/contract/result.ts';
import { readSource, writeWhole } from '../host/files.ts';
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

/** As much as a pipe takes now; nothing when whoever reads it is not ready yet. */
function writeSome(bytes: Uint8Array, at: number): number {
  try {
    return writeSync(1, bytes, at);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return 0;
    // `schakel export … | head`: the reader has what it wanted
    if (code === 'EPIPE') return bytes.byteLength;
    throw error;
  }
}

/** Whether an operation is a job that makes a file. */
export const makesFile = (name: string): boolean =>
  isOperation(name) && contract[name].kind === 'job' && 'to' in (contract[name].input as unknown as { shape: object }).shape;

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
    const given = typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as { to?: unknown }) : null;
    const to = out ?? (typeof given?.to === 'string' ? given.to : undefined);
    const open = (from: string) => readSource(from === '-' ? 0 : resolve(from));
    const quiet = { progress: () => undefined, checkpoint: () => undefined, open, nameOf: (from: string) => (from === '-' ? '' : basename(from)) };
    const { outcome, file } = await runJob(
      this.portfolio.connection,
      name,
      // to the operation it is a ticket; where that leads, and how long a path it is, is ours
      given && to !== undefined && makesFile(name) ? { ...given, to: '-' } : input,
      this.#context,
      quiet,
    );
    const value = accepted(outcome);
    if (file && to !== undefined) orRefuse(this.#context, () => this.#writeTo(to, file));
    return value;
  }

  /** Writes to a path, or to standard output for `-`; never over the portfolio that is open. */
  #writeTo(path: string, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
    if (path === '-') {
      for (let at = 0; at < bytes.byteLength; ) at += writeSome(bytes, at);
      return;
    }
    const full = resolve(path);
    if (isSameFile(full, this.portfolio.file)) throw new Refusal('conflict', 'fileInUse', { file: basename(full) });
    writeWhole(full, bytes, name.endsWith('.schakel') ? putInPlace : undefined);
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
