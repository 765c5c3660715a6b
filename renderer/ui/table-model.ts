/** What a table shows: columns with a plain value each (for sorting, finding and copying) and, if need be, a cell of their own. */
import type { ReactNode } from 'react';
import { tsvOf } from './grid/tsv.ts';

/** null is 'niet bekend'; '' is nothing to say here. */
export type CellValue = string | number | null;

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly value: (row: Row) => CellValue;
  /** What is shown instead of the plain value. */
  readonly cell?: (row: Row) => ReactNode;
  /** By what the rows are sorted, where the words would sort wrongly (dates). */
  readonly order?: (row: Row) => CellValue;
  readonly align?: 'right';
  readonly width?: string;
  /** Counted in the foot when not known: a date, a role. */
  readonly countMissing?: boolean;
  /** Goes away first when there is little room. */
  readonly minor?: boolean;
  /** Stays on one line: dates, short words. */
  readonly short?: boolean;
  /** The field of the record that is written in this cell. */
  readonly field?: string;
  /** Put away until someone chooses it. */
  readonly away?: boolean;
}

/** Rows in which every typed word stands somewhere, in capitals or not. */
export function matching<Row>(rows: readonly Row[], columns: readonly Column<Row>[], typed: string): readonly Row[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns
      .map((column) => String(column.value(row) ?? ''))
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Rows as tab-separated text, with a header or without, as Excel reads it. */
export function asTsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], unknown: string, header: boolean): string {
  const lines = rows.map((row) => columns.map((column) => String(column.value(row) ?? unknown)));
  return tsvOf(header ? [columns.map((column) => column.header), ...lines] : lines);
}

/** Unknown and empty last, numbers as numbers, words as the language sorts them. */
export function compareCells(a: CellValue, b: CellValue, words: (a: string, b: string) => number): number {
  const blank = (value: CellValue) => value === null || value === '';
  if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return words(String(a), String(b));
}
