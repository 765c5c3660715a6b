/** What an operation is: the one shape that the window, the browser tab and the command line all speak. */
import { z } from 'zod';
import { edtfRange, isDay, OPEN_END } from '../domain/edtf.ts';
import { plainLine, plainText } from '../domain/plain-text.ts';

/**
 * `query` reads, `command` changes the portfolio in one step that undo knows, `job` takes long and has progress and a
 * stop, `action` does something that is no step: undo itself, backups, opening files, settings.
 */
export type OperationKind = 'query' | 'command' | 'job' | 'action';

export type Scope = 'portfolio' | 'host';

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
  S extends Scope = Scope,
> {
  readonly kind: K;
  /** One sentence for `schakel operations`. */
  readonly about: string;
  readonly input: I;
  readonly output: O;
  /** `host` operations do not need an open portfolio: recent files, settings, help. */
  readonly scope: S;
  /** Commands that follow each other closely with the same key are one step for undo. */
  readonly merge?: (input: z.output<I>) => string | null;
  /** A job that changes the portfolio, in one step that undo knows. */
  readonly writes?: boolean;
}

interface Spec<I extends z.ZodType, O extends z.ZodType> {
  about: string;
  input: I;
  output: O;
  merge?: (input: z.output<I>) => string | null;
  writes?: boolean;
}

const declare =
  <K extends OperationKind, S extends Scope>(kind: K, scope: S) =>
  <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Operation<I, O, K, S> => ({ ...spec, kind, scope });

export const query = declare('query', 'portfolio');
export const command = declare('command', 'portfolio');
export const job = declare('job', 'portfolio');
export const action = declare('action', 'portfolio');
export const hostQuery = declare('query', 'host');
export const hostAction = declare('action', 'host');

/** No input; it may also be left out. */
export const nothing = z.strictObject({});
/** A day, `YYYY-MM-DD`: the date that a screen shows the network as of. */
export const day = z.string().refine(isDay, 'day');
/** A half-known date (see `shared/domain/edtf.ts`). */
export const edtf = z.string().refine((text) => edtfRange(text) !== null, 'date');
/** A half-known end: a date, `..` for still going, null for unknown. */
export const edtfEnd = z.string().refine((text) => text === OPEN_END || edtfRange(text) !== null, 'date');
/** A line of text that says something: more than signs that nobody sees. @param most signs at most */
export const line = (most: number) =>
  z
    .string()
    .overwrite(plainLine)
    .regex(/[^\s\p{Cf}]/u, 'empty')
    .max(most, 'long');
/** A name or a title: something, and not a novel. */
export const title = line(300);
/** Free text; null is 'nothing filled in'. */
export const prose = z.string().overwrite(plainText).max(100_000, 'long').nullable();
export const wholeNumber = z.int().min(0).max(10_000_000);
