/** Which rows a table shows, and in what order: found, filtered, sorted and grouped. Keys are read once per row. */
import { type CellValue, type Column, compareCells, matching } from '../table-model.ts';

/** Rows of a column that have this text in them, or one of these values; null is 'niet bekend'. */
export type Filter = { readonly text: string } | { readonly values: ReadonlySet<CellValue> };
export type Filters = ReadonlyMap<string, Filter>;

export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export type Item<Row> =
  | { readonly type: 'row'; readonly key: string; readonly row: Row }
  | { readonly type: 'group'; readonly key: string; readonly value: CellValue; readonly count: number; readonly open: boolean }
  | { readonly type: 'new'; readonly key: 'new' };

type Compare = (a: string, b: string) => number;

/** The rows by a column; what is not known stands last either way, and what is equal stays as it was. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row>, down: boolean, compare: Compare): readonly Row[] {
  const value = column.order ?? column.value;
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  const isBlank = (key: CellValue) => key === null || key === '';
  const known = keyed.filter(({ key }) => !isBlank(key));
  const sign = down ? -1 : 1;
  known.sort((a, b) => sign * compareCells(a.key, b.key, compare));
  return [...known, ...keyed.filter(({ key }) => isBlank(key))].map(({ row }) => row);
}

const passes = (filter: Filter, value: CellValue): boolean =>
  'values' in filter
    ? filter.values.has(value)
    : String(value ?? '')
        .toLowerCase()
        .includes(filter.text.toLowerCase());

export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filters: Filters): readonly Row[] {
  const active = columns.flatMap((column) => {
    const filter = filters.get(column.id);
    return filter ? [{ column, filter }] : [];
  });
  return active.length === 0 ? rows : rows.filter((row) => active.every(({ column, filter }) => passes(filter, column.value(row))));
}

/** What a column says, each once with how often; as the language sorts it, what is not known last. */
export function valuesOf<Row>(rows: readonly Row[], column: Column<Row>, compare: Compare): readonly { value: CellValue; count: number }[] {
  return [...Map.groupBy(rows, column.value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .sort((a, b) => compareCells(a.value, b.value, compare));
}

interface Arrangement<Row> {
  /** All columns, also those that are put away: a filter on one of them still holds. */
  readonly columns: readonly Column<Row>[];
  /** What the words typed above the table are looked for in. */
  readonly shown: readonly Column<Row>[];
  readonly typed: string;
  readonly filters: Filters;
  readonly sorting: Sorting | null;
  readonly group: string | null;
  readonly folded: ReadonlySet<string>;
  readonly rowId: (row: Row) => string;
  readonly compare: Compare;
}

const groupKey = (value: CellValue): string => `group:${value === null ? '' : `=${String(value)}`}`;

/** @returns the rows that pass, and what stands under each other: rows, and the heads of groups */
export function arrange<Row>(rows: readonly Row[], how: Arrangement<Row>): { readonly rows: readonly Row[]; readonly items: readonly Item<Row>[] } {
  const { columns, sorting, group, compare, rowId } = how;
  const byId = (id: string | undefined) => columns.find((column) => column.id === id);
  const found = filterRows(matching(rows, how.shown, how.typed), columns, how.filters);
  const sortedBy = byId(sorting?.column);
  const sorted = sortedBy ? sortRows(found, sortedBy, sorting?.down ?? false, compare) : found;
  const item = (row: Row): Item<Row> => ({ type: 'row', key: rowId(row), row });
  const groupedBy = byId(group ?? undefined);
  if (!groupedBy) return { rows: sorted, items: sorted.map(item) };
  const down = sorting?.column === groupedBy.id && sorting.down;
  const parts = Map.groupBy(sortRows(sorted, groupedBy, down, compare), groupedBy.value);
  const items = [...parts].flatMap(([value, own]): Item<Row>[] => {
    const key = groupKey(value);
    const open = !how.folded.has(key);
    return [{ type: 'group', key, value, count: own.length, open }, ...(open ? own.map(item) : [])];
  });
  return { rows: sorted, items };
}
