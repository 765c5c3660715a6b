/** The headers of a table: sorting with a click, and a menu with what else can be done with a column. */
import { Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilter } from '@tabler/icons-react';
import type { Column } from '../table-model.ts';
import { useT } from '../words.tsx';
import type { Filter, Filters } from './arrange.ts';
import { FilterForm } from './FilterForm.tsx';
import { type Grid, HEAD } from './use-grid.ts';
import type { Layout } from './use-layout.ts';

interface Props<Row> {
  readonly layout: Layout<Row>;
  readonly rows: readonly Row[];
  readonly grid: Grid;
  readonly tabStop: number | null;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  /** The column whose menu is open. */
  readonly open: number | null;
  readonly setOpen: (col: number | null) => void;
}

/** Up, down, not at all. */
export function nextSort<Row>({ kept, set }: Layout<Row>, column: string): void {
  const now = kept.sort?.column === column ? kept.sort : null;
  set({ sort: now === null ? { column, down: false } : now.down ? null : { column, down: true } });
}

export function GridHead<Row>(props: Props<Row>) {
  const { layout } = props;
  return (
    <tr aria-rowindex={1} data-row={HEAD}>
      {layout.shown.map((column, col) => (
        <HeadCell key={column.id} column={column} col={col} {...props} />
      ))}
    </tr>
  );
}

function HeadCell<Row>({ column, col, layout, grid, tabStop, ...rest }: Props<Row> & { readonly column: Column<Row>; readonly col: number }) {
  const sort = layout.kept.sort?.column === column.id ? layout.kept.sort : null;
  return (
    <th
      scope="col"
      aria-colindex={col + 1}
      aria-sort={sort === null ? 'none' : sort.down ? 'descending' : 'ascending'}
      data-align={column.align}
      data-minor={column.minor || undefined}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      <div className="head-cell">
        <button
          type="button"
          data-col={col}
          tabIndex={tabStop === col ? 0 : -1}
          onFocus={() => grid.focused({ key: HEAD, col })}
          onClick={() => nextSort(layout, column.id)}
        >
          {column.header}
          {sort !== null && !sort.down && <IconArrowUp size={14} stroke={1.8} aria-hidden="true" />}
          {sort?.down && <IconArrowDown size={14} stroke={1.8} aria-hidden="true" />}
          {rest.filters.has(column.id) && <IconFilter size={13} stroke={1.8} aria-hidden="true" />}
        </button>
        <ColumnMenu column={column} col={col} layout={layout} grid={grid} {...rest} />
      </div>
    </th>
  );
}

function ColumnMenu<Row>(props: Omit<Props<Row>, 'tabStop'> & { readonly column: Column<Row>; readonly col: number }) {
  const { column, col, layout, grid, rows, filters, setFilters, open, setOpen } = props;
  const t = useT();
  const { kept, set } = layout;
  const close = () => {
    setOpen(null);
    grid.focus({ key: HEAD, col });
  };
  const change = (filter: Filter | undefined) => {
    const next = new Map(filters);
    if (filter) next.set(column.id, filter);
    else next.delete(column.id);
    setFilters(next);
  };
  const label = t(($) => $.register.grid.menuOf, { column: column.header });
  const acts: readonly (readonly [string, () => void])[] = [
    [t(($) => $.register.grid.up), () => set({ sort: { column: column.id, down: false } })],
    [t(($) => $.register.grid.down), () => set({ sort: { column: column.id, down: true } })],
    kept.group === column.id
      ? [t(($) => $.register.grid.ungroup), () => set({ group: null })]
      : [t(($) => $.register.grid.group), () => set({ group: column.id })],
    ...(col > 0 ? [[t(($) => $.register.grid.left), () => layout.move(column.id, -1)] as const] : []),
    ...(col < layout.shown.length - 1 ? [[t(($) => $.register.grid.right), () => layout.move(column.id, 1)] as const] : []),
    ...(layout.shown.length > 1 ? [[t(($) => $.register.grid.hide), () => layout.toggle(column.id)] as const] : []),
  ];
  const button = (
    <button
      type="button"
      className="head-menu"
      tabIndex={-1}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={open === col}
      onClick={() => (open === col ? close() : setOpen(col))}
    >
      <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />
    </button>
  );
  // a popover that is not open costs as much as a row, and stands in every header
  if (open !== col) return button;
  return (
    <Popover opened onChange={(on) => !on && close()} position="bottom-start" withinPortal shadow="none" trapFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className="column-menu" aria-label={label}>
        {acts.map(([words, act]) => (
          <button
            key={words}
            type="button"
            onClick={() => {
              act();
              close();
            }}
          >
            {words}
          </button>
        ))}
        <FilterForm column={column} rows={rows} filter={filters.get(column.id)} onChange={change} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
