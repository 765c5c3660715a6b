/** What an import would do: the records that are new or change, line by line, and what has to be asked first. */
import type { RecordKind } from '../contract/fields.ts';
import type { OwnWord } from './cells.ts';
import type { Values } from './keys.ts';

export interface StoredRecord extends Values {
  readonly id: string;
}

/** Everything that is in the portfolio now. */
export interface Stock {
  readonly records: { readonly [K in RecordKind]: readonly StoredRecord[] };
  /** Place in the drawing by record. */
  readonly slots: ReadonlyMap<string, number>;
  /** Milliseconds since 1970 of the first write, by record. */
  readonly created: ReadonlyMap<string, number>;
  /** Networks in which a person has a place. */
  readonly networksOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ownWords: readonly OwnWord[];
}

/** Kept beside the fields of a record: its place in the drawing, and when it was made. */
export interface Extra {
  readonly slot?: number;
  readonly created?: number;
}

export interface Act extends Extra {
  readonly type: 'create' | 'update';
  readonly kind: RecordKind;
  readonly id: string;
  /** All fields of a new record, or those that change. */
  readonly values: Values;
  /** Which table of the file, and which line in it. */
  readonly table: number;
  readonly line: number;
}

/** One thing that a line changes, in words. */
export interface Change {
  readonly kind: string;
  readonly name: string;
  /** Null: the record is new. */
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const lineStates = ['new', 'changed', 'same', 'doubt', 'refused', 'skipped'] as const;
export type LineState = (typeof lineStates)[number];

export interface PlanLine {
  readonly table: number;
  readonly line: number;
  readonly name: string;
  readonly kind: string;
  readonly state: LineState;
  readonly changes: readonly Change[];
  /** In words: which column, and why; or what was left out. */
  readonly remarks: readonly string[];
}

export const questionKinds = ['spelling', 'several', 'elsewhere', 'mail', 'address', 'missing'] as const;

export interface Question {
  readonly id: string;
  readonly question: (typeof questionKinds)[number];
  readonly kind: RecordKind;
  readonly name: string;
  readonly lines: number[];
  /** `new` makes it, `skip` leaves the lines out; else the id of a record. */
  readonly choices: readonly { readonly value: string; readonly name: string; readonly about: string }[];
}

export type Answers = Readonly<Record<string, string>>;

export interface Plan {
  readonly acts: readonly Act[];
  readonly lines: readonly PlanLine[];
  readonly questions: readonly Question[];
}
