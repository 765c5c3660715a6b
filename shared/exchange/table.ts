/** A table as it comes out of a file or goes into one, and what has to be said about how it was read. */

/** A date in a sheet is text here: '2024-03-12', or '2024-03' where the sheet shows no day. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** Name of the sheet; empty where there are no sheets. */
  readonly name: string;
  /** All rows, empty ones too: the number of a row is its line in the file, counted from 1. */
  readonly rows: readonly (readonly Cell[])[];
}

/** What was done to get at the values; said to the person, never silently. */
export interface ReadNote {
  readonly note: 'formulas' | 'merged' | 'encoding' | 'separator';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReadFile {
  readonly kind: 'xlsx' | 'csv' | 'vcard';
  readonly tables: readonly Table[];
  readonly notes: readonly ReadNote[];
}

/** More than this is no list of a network; what is refused is refused before it is unpacked or read. */
export const limits = {
  rows: 50_000,
  columns: 500,
  /** Bytes in the file as it is. */
  file: 100 * 1024 * 1024,
  /** Bytes of a workbook when unpacked. */
  unpacked: 200 * 1024 * 1024,
  /** Parts in a workbook. */
  parts: 2000,
} as const;

/** Text for Excel in the Netherlands, or for Gephi, R and other programs. */
export const csvPresets = ['excel', 'plain'] as const;
export type CsvPreset = (typeof csvPresets)[number];

export const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
export const isEmptyRow = (row: readonly Cell[]): boolean => row.every(isBlank);

/** The letters over a column. @example columnLetters(27) // 'AB' */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
