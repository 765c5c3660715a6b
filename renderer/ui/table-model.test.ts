import { describe, expect, it } from 'vitest';
import { asTsv, type Column, compareCells, matching } from './table-model.ts';

interface Row {
  readonly name: string;
  readonly role: string | null;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Naam', value: (row) => row.name },
  { id: 'role', header: 'Rol', value: (row) => row.role },
];
const rows: readonly Row[] = [
  { name: 'Leraar 5', role: 'leraar' },
  { name: 'Promovendus 1', role: null },
];

describe('matching', () => {
  it('finds every word in any column, in whatever order', () => {
    expect(matching(rows, columns, '5 LERAAR')).toEqual([rows[0]]);
  });
  it('does not find what is not known by the word for it', () => {
    expect(matching(rows, columns, 'niet bekend')).toEqual([]);
  });
});

describe('asTsv', () => {
  it('says that something is not known instead of leaving the cell blank', () => {
    expect(asTsv(rows, columns, 'niet bekend', true).split('\n')[2]).toBe('Promovendus 1\tniet bekend');
  });
  it('keeps a tab or a line break in a name from making a new cell or row', () => {
    expect(asTsv([{ name: 'a\tb\nc', role: '' }], columns, '?', true)).toBe('Naam\tRol\na b c\t');
  });
});

describe('compareCells', () => {
  const words = new Intl.Collator('nl-NL', { numeric: true }).compare;
  it('sorts PLG 10 after PLG 9', () => {
    expect(compareCells('PLG 10', 'PLG 9', words)).toBeGreaterThan(0);
  });
  it('puts what is not known last', () => {
    expect([null, 'b', '', 'a'].sort((a, b) => compareCells(a, b, words)).slice(0, 2)).toEqual(['a', 'b']);
  });
});
