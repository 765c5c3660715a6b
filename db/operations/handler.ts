/** What a handler gets and gives, by kind of operation. `handlers.ts` proves that every operation has exactly one. */
import type { Contract, NamesOf, OperationName, Output, Parsed } from '../../shared/contract/index.ts';
import type { Language, Translate } from '../../shared/i18n/index.ts';
import type { Connection, ReadHandle, WriteHandle } from '../connection.ts';
import type { Portfolio } from '../portfolio.ts';

export interface Context {
  readonly language: Language;
  readonly t: Translate;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** The folder `resources/`. */
  readonly resources: string;
}

/** What undo's words need: a name, and whatever else the sentence says. */
export type StepParams = Record<string, string | number>;

export interface JobContext extends Context {
  progress(done: number, total: number, step: string): void;
  /** @throws Refusal `cancelled` when the person stopped the job; called between pieces of work */
  checkpoint(): void;
  /** The bytes under a ticket to open, or in a file on the command line. @throws Refusal when they cannot be read */
  open(from: string): Uint8Array;
  /** What that file is called. */
  nameOf(from: string): string;
  /** One step that undo knows. It throws, nothing happened; only a job that was declared to write may. */
  write<T>(writer: (handle: WriteHandle) => { readonly value: T; readonly params: StepParams }): T;
}

/** A job's result: its value, and a file when it makes one. */
export interface JobResult<T> {
  readonly value: T;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

type PortfolioNames<K extends 'query' | 'command' | 'job' | 'action'> = {
  [N in NamesOf<K>]: Contract[N]['scope'] extends 'host' ? never : N;
}[NamesOf<K>];

export type QueryHandler<N extends OperationName> = (handle: ReadHandle, input: Parsed<N>, context: Context) => Output<N>;
export type CommandHandler<N extends OperationName> = (
  handle: WriteHandle,
  input: Parsed<N>,
  context: Context,
) => { readonly value: Output<N>; readonly params: StepParams };
export type JobHandler<N extends OperationName> = (handle: Connection, input: Parsed<N>, context: JobContext) => Promise<JobResult<Output<N>>>;
export type ActionHandler<N extends OperationName> = (portfolio: Portfolio, input: Parsed<N>, context: Context) => Output<N> | Promise<Output<N>>;

export type Queries = { readonly [N in PortfolioNames<'query'>]: QueryHandler<N> };
export type Commands = { readonly [N in PortfolioNames<'command'>]: CommandHandler<N> };
export type Jobs = { readonly [N in PortfolioNames<'job'>]: JobHandler<N> };
export type Actions = { readonly [N in PortfolioNames<'action'>]: ActionHandler<N> };
