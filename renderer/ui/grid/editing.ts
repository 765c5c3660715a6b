/** What a table needs to be written in; which fields there are and how they are written is known by the records. */
import type { ComponentType, ReactNode } from 'react';

export type Move = 'up' | 'down' | 'left' | 'right' | 'stay' | 'none';

/** What was written, and the step that it belongs to: what was made on the way (a new person) is part of it. */
export interface Written {
  readonly value: unknown;
  readonly group: string;
}

export interface EditorProps {
  /** The record, or null for one that is to be made. */
  readonly id: string | null;
  readonly field: string;
  /** Someone began to type: what was there makes place. */
  readonly typed: boolean;
  /** For how many rows what is typed will hold. */
  readonly rows: number;
  readonly onDone: (written: Written | null, move: Move) => void;
}

export interface PasteTarget {
  /** Null makes a new record. */
  readonly id: string | null;
  readonly name: string;
}

export interface Paste {
  readonly rows: readonly PasteTarget[];
  readonly fields: readonly (string | null)[];
  readonly headers: readonly string[];
  /** A line per row, a text per field. */
  readonly cells: readonly (readonly string[])[];
}

export interface Editing {
  canEdit(field: string | undefined): field is string;
  readonly Editor: ComponentType<EditorProps>;
  /** The field of which a new row is made, where the table can have new rows. */
  readonly newField: string | null;
  /** One value for one or more records, as one step. @returns whether it was written */
  write(ids: readonly string[], field: string, written: Written): Promise<boolean>;
  /** The values of one record for others, as one step. */
  fill(from: string, ids: readonly string[], fields: readonly string[]): Promise<boolean>;
  /** What was typed in the row at the foot. */
  add(written: Written): Promise<boolean>;
  paste(what: Paste): Promise<void>;
  /** What is asked before something is pasted. */
  readonly dialog: ReactNode;
}
