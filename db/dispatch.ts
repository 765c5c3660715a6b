/** The only door to the data: reads the input, runs the handler, and answers with a value or a failure in words. */
import { basename } from 'node:path';
import type { ZodError, z } from 'zod';
import { contract, isOperation, type OperationName } from '../shared/contract/index.ts';
import type { Failure, Outcome } from '../shared/contract/result.ts';
import { plainLine } from '../shared/domain/plain-text.ts';
import { type ErrorReason, type Language, translator } from '../shared/i18n/index.ts';
import type { Connection, StepInfo } from './connection.ts';
import type { Context, JobContext, StepParams } from './operations/handler.ts';
import { actions, commands, jobs, queries } from './operations/handlers.ts';
import type { Portfolio } from './portfolio.ts';
import { newId } from './repositories/new-id.ts';
import { Refusal } from './safety/refusal.ts';

export interface DispatchContext {
  readonly language: Language;
  readonly actor: string;
  readonly device: string;
  readonly resources: string;
  now(): Date;
  /** Told of what nobody expected, with its stack; the person only gets its number. */
  report(error: unknown, correlationId: string): void;
}

/** Day of the laptop's own calendar. @example dayOf(new Date(2024, 0, 31)) // '2024-01-31' */
export function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const contextOf = (context: DispatchContext): Context => ({
  language: context.language,
  t: translator(context.language),
  today: dayOf(context.now()),
  resources: context.resources,
});

const reasons = new Set<string>(['date', 'day', 'clock', 'empty', 'long', 'foreignId']);

/** As much of what someone typed as a sentence can repeat. */
const short = (text: string): string => {
  const plain = plainLine(text.slice(0, 200));
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};

/** The first thing that is wrong with an input, with its place. */
function inputRefusal(error: ZodError, input: unknown): Refusal {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const path = issue.path as (string | number)[];
  const field = short(path.join('.'));
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], input);
  const params = { field, value: typeof value === 'string' || typeof value === 'number' ? short(String(value)) : '…' };
  if (issue.code === 'unrecognized_keys') {
    const unknown = short(issue.keys[0] ?? '');
    return new Refusal('invalid_input', 'unknownField', { field: unknown }, [...path, unknown]);
  }
  const reason = issue.message === 'id' ? 'foreignId' : issue.message;
  if (reasons.has(reason)) return new Refusal('invalid_input', reason as ErrorReason, params, path);
  return new Refusal('invalid_input', 'wrongType', params, path);
}

/** SQLite's own refusals in our codes; anything else is a bug. */
function sqliteRefusal(error: unknown, file: string): Refusal | null {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new Refusal('disk_full', 'diskFull');
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new Refusal('db_busy', 'busy');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return new Refusal('db_readonly', 'readonlyFile', { file });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new Refusal('db_corrupt', 'fileDamaged', { file });
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO')
    return new Refusal('db_readonly', 'fileUnreachable', { file });
  if (code.startsWith('SQLITE_CONSTRAINT')) return new Refusal('invalid_input', 'foreignId');
  return null;
}

/**
 * Turns whatever was thrown into a failure in the user's language.
 * @param file name of the portfolio, where one is open
 */
export function failureOf(error: unknown, context: Pick<DispatchContext, 'language' | 'report'>, file = 'Schakel'): Failure {
  const correlationId = newId().slice(-8);
  const t = translator(context.language);
  const refusal = error instanceof Refusal ? error : sqliteRefusal(error, file);
  if (!refusal) {
    context.report(error, correlationId);
    return { code: 'internal', message: t(($) => $.errors.internal, { id: correlationId }), correlationId };
  }
  const message = (t as (key: unknown, params: object) => string)(
    ($: { errors: Record<string, string> }) => $.errors[refusal.reason],
    refusal.params,
  );
  return { code: refusal.code, message, details: { path: refusal.path, reason: refusal.reason }, correlationId };
}

/** @throws Refusal when there is no such operation or the input is not its input */
export function parseInput(name: string, input: unknown): { name: OperationName; parsed: unknown } {
  if (!isOperation(name)) throw new Refusal('not_found', 'unknownOperation', { name: short(String(name)) }, []);
  const given = input === undefined ? {} : input;
  const result = contract[name].input.safeParse(given);
  if (!result.success) throw inputRefusal(result.error, given);
  return { name, parsed: result.data };
}

export interface DispatchOptions {
  /** Writes with the same group are one step for undo. */
  readonly group?: string;
}

const stepOf = (operation: string, mergeKey: string | null, context: DispatchContext): StepInfo => ({
  operation,
  mergeKey,
  actor: context.actor,
  device: context.device,
  at: context.now().getTime(),
});

function write(portfolio: Portfolio, name: OperationName, parsed: unknown, context: DispatchContext, options: DispatchOptions): unknown {
  const merge = (contract[name] as { merge?: (input: unknown) => string | null }).merge;
  const info = stepOf(name, options.group !== undefined ? `group:${options.group.slice(0, 100)}` : (merge?.(parsed) ?? null), context);
  const handler = commands[name as keyof typeof commands] as (...args: unknown[]) => { value: unknown; params: StepParams };
  const written = portfolio.connection.write(info, (handle) => handler(handle, parsed, contextOf(context)));
  portfolio.changed(written.tables);
  return written.value;
}

/**
 * Runs a query, command or action on an open portfolio. Jobs go through `runJob`.
 * @returns the value, or a failure; it never throws
 */
export async function dispatch(
  portfolio: Portfolio,
  name: string,
  input: unknown,
  context: DispatchContext,
  options: DispatchOptions = {},
): Promise<Outcome> {
  try {
    const { name: operation, parsed } = parseInput(name, input);
    const answer = (value: unknown, tables: readonly string[]): Outcome => ({ ok: true, value, revision: portfolio.revision, tables });
    if (Object.hasOwn(queries, operation)) {
      const handler = queries[operation as keyof typeof queries] as (...args: unknown[]) => unknown;
      const { value, tables } = portfolio.connection.read(() => handler(portfolio.connection, parsed, contextOf(context)));
      return answer(value, tables);
    }
    if (Object.hasOwn(commands, operation)) return answer(write(portfolio, operation, parsed, context, options), []);
    if (Object.hasOwn(actions, operation)) {
      const handler = actions[operation as keyof typeof actions] as (...args: unknown[]) => unknown;
      return answer(await handler(portfolio, parsed, contextOf(context)), ['*']);
    }
    throw new Refusal('not_found', 'unknownOperation', { name });
  } catch (error) {
    return { ok: false, error: failureOf(error, context, basename(portfolio.file)) };
  }
}

export interface JobOutcome {
  readonly outcome: Outcome;
  /** Tables that it changed. */
  readonly changed: readonly string[];
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

const noSource = (): never => {
  throw new Refusal('not_found', 'noTicket', {}, ['from']);
};

/** Runs a job to its end on a connection of its own or the portfolio's; progress and stopping come through `job`. */
export async function runJob(
  connection: Connection,
  name: string,
  input: unknown,
  context: DispatchContext,
  job: Pick<JobContext, 'progress' | 'checkpoint'> & Partial<Pick<JobContext, 'open' | 'nameOf'>>,
): Promise<JobOutcome> {
  const changed: string[] = [];
  const writeStep: JobContext['write'] = (writer) => {
    const written = connection.write(stepOf(name, null, context), writer);
    changed.push(...written.tables);
    return written.value;
  };
  try {
    const { name: operation, parsed } = parseInput(name, input);
    if (!Object.hasOwn(jobs, operation)) throw new Refusal('not_found', 'unknownOperation', { name });
    const handler = jobs[operation as keyof typeof jobs] as (
      ...args: unknown[]
    ) => Promise<{ value: unknown; file?: { name: string; bytes: Uint8Array } }>;
    const { value, file } = await handler(connection, parsed, { ...contextOf(context), open: noSource, nameOf: () => '', ...job, write: writeStep });
    // who stopped it at the last moment gets no file any more; what was written is written
    if (changed.length === 0) job.checkpoint();
    return { outcome: { ok: true, value, revision: 0, tables: [] }, changed, ...(file ? { file } : {}) };
  } catch (error) {
    return { outcome: { ok: false, error: failureOf(error, context) }, changed: [] };
  }
}
