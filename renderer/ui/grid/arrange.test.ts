import { describe, expect, it } from 'vitest';
import type { Column } from '../table-model.ts';
import { arrange, type Filters, sortRows, valuesOf } from './arrange.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Naam', value: (row) => row.name },
  { id: 'role', header: 'Rol', value: (row) => row.role },
];
const rows: readonly Row[] = [
  { id: 'a', name: 'PLG 10', role: null },
  { id: 'b', name: 'élan', role: 'leraar' },
  { id: 'c', name: 'PLG 2', role: 'coach' },
  { id: 'd', name: 'Eiland', role: 'leraar' },
];
const { compare } = new Intl.Collator('nl-NL', { numeric: true, sensitivity: 'base' });
const how = {
  columns,
  shown: columns,
  typed: '',
  filters: new Map() as Filters,
  sorting: null,
  group: null,
  folded: new Set<string>(),
  compare,
  rowId: (row: Row) => row.id,
};
const keys = (given: Partial<typeof how> | object) => arrange(rows, { ...how, ...given }).items.map((item) => item.key);

describe('sorting', () => {
  it('is Dutch: accents aside, 2 before 10', () => {
    expect(keys({ sorting: { column: 'name', down: false } })).toEqual(['d', 'b', 'c', 'a']);
  });
  // catches: a list turned round that begins with everything nobody knows
  it('keeps what is not known last, also downwards', () => {
    expect(keys({ sorting: { column: 'role', down: true } })).toEqual(['b', 'd', 'c', 'a']);
  });
  it('reads the key of a row once', () => {
    let reads = 0;
    const counting: Column<Row> = {
      id: 'name',
      header: '',
      value: (row) => {
        reads += 1;
        return row.name;
      },
    };
    sortRows(
      Array.from({ length: 500 }, (_, n) => ({ id: String(n), name: `x${n % 7}`, role: null })),
      counting,
      false,
      compare,
    );
    expect(reads).toBe(500);
  });
});

describe('filtering', () => {
  it('by values, where not known is one of them', () => {
    expect(keys({ filters: new Map([['role', { values: new Set([null, 'coach']) }]]) })).toEqual(['a', 'c']);
  });
  it('by text, and holds for a column that is put away', () => {
    expect(keys({ shown: columns.slice(0, 1), filters: new Map([['role', { text: 'LER' }]]) })).toEqual(['b', 'd']);
  });
  it('offers each value once with its count', () => {
    expect(valuesOf(rows, columns[1] as Column<Row>, compare)).toEqual([
      { value: 'coach', count: 1 },
      { value: 'leraar', count: 2 },
      { value: null, count: 1 },
    ]);
  });
});

describe('grouping', () => {
  it('puts a head with its count above each part; what is folded says how many it hides', () => {
    expect(keys({ group: 'role' })).toEqual(['group:=coach', 'c', 'group:=leraar', 'b', 'd', 'group:', 'a']);
    const { items, rows: all } = arrange(rows, { ...how, group: 'role', folded: new Set(['group:=leraar']) });
    expect(items.map((item) => item.key)).toEqual(['group:=coach', 'c', 'group:=leraar', 'group:', 'a']);
    expect(items[2]).toMatchObject({ count: 2, open: false });
    expect(all).toHaveLength(4);
  });
});
