/** The one table of Schakel: sorting, finding, the keyboard, and only the rows in view in the page. */
import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch, IconX } from '@tabler/icons-react';
import { createSortedRowModel, type ReactTable, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTrailIds, useView } from '../state/view.store.ts';
import { EmptyState } from './EmptyState.tsx';
import './table.css';
import { asTsv, type Column, compareCells, matching } from './table-model.ts';
import { Unknown } from './Unknown.tsx';
import { usePrinting } from './use-printing.ts';
import { type TableKeys, useTableKeys } from './use-table-keys.ts';
import { counted, useFormat, useT } from './words.tsx';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

// A real table that is walked through like a grid: one row has the focus, its cells do not.
const asGrid = { role: 'grid', 'aria-multiselectable': true };
const asCell = { role: 'gridcell' };
const asNothing = { 'aria-hidden': true };

interface Props<Row> {
  /** Names the table for who hears it, and remembers its filter. */
  readonly name: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly onRemove?: (rows: readonly Row[]) => void;
  /** The record that the row is about, where the row is about another one than its own id (a membership about a person). */
  readonly selects?: (row: Row) => readonly string[];
  readonly isFaint?: (row: Row) => boolean;
  readonly empty: ReactNode;
  /** What stands beside the filter: adding, other filters. */
  readonly tools?: ReactNode;
  /** How many there are with those that are not shown. */
  readonly total?: number;
}

type Table<Row extends object> = ReactTable<typeof features, Row>;

function useSorted<Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[], rowId: (row: Row) => string): Table<Row> {
  const { compare } = useFormat();
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: column.order ?? column.value,
        sortFn: (a: { original: Row }, b: { original: Row }) => {
          const value = column.order ?? column.value;
          return compareCells(value(a.original), value(b.original), compare);
        },
      })),
    [columns, compare],
  );
  return useTable<typeof features, Row>({ features, columns: defs as never, data: rows as Row[], getRowId: rowId, sortDescFirst: false });
}

function HeaderCells<Row extends object>({ table, columns }: { readonly table: Table<Row>; readonly columns: readonly Column<Row>[] }) {
  return (
    <tr aria-rowindex={1}>
      {columns.map((column) => {
        const sortable = table.getColumn(column.id);
        const sorted = sortable?.getIsSorted();
        return (
          <th
            key={column.id}
            scope="col"
            aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
            data-align={column.align}
            data-minor={column.minor || undefined}
            style={column.width === undefined ? undefined : { width: column.width }}
          >
            <button type="button" onClick={() => sortable?.toggleSorting()}>
              {column.header}
              {sorted === 'asc' && <IconArrowUp size={14} stroke={1.8} aria-hidden="true" />}
              {sorted === 'desc' && <IconArrowDown size={14} stroke={1.8} aria-hidden="true" />}
            </button>
          </th>
        );
      })}
    </tr>
  );
}

function CellContent<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const value = column.value(row);
  if (value === null) return <Unknown />;
  return column.cell ? column.cell(row) : value;
}

interface BodyRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly props: Props<Row>;
  readonly keys: TableKeys;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Rows with long names are higher. */
  readonly measure: (row: HTMLElement | null) => void;
}

function BodyRow<Row>({ row, id, index, props, keys, isSelected, isTabStop, measure }: BodyRowProps<Row>) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected || keys.chosen.has(id)}
      data-row={id}
      data-index={index}
      ref={measure}
      data-selected={isSelected || undefined}
      data-chosen={keys.chosen.has(id) || undefined}
      data-faint={props.isFaint?.(row) || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => keys.setActive(id)}
      onClick={(event) => (event.ctrlKey || event.metaKey ? keys.toggle(id) : props.onOpen(row))}
    >
      {props.columns.map((column) => (
        <td key={column.id} {...asCell} data-align={column.align} data-minor={column.minor || undefined} data-short={column.short || undefined}>
          <CellContent column={column} row={row} />
        </td>
      ))}
    </tr>
  );
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

function useCopy(): (text: string, rows: number) => void {
  const t = useT();
  const say = useView((view) => view.say);
  return (text, rows) => {
    const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    write.then(
      () => say(counted(t, ($) => $.app.table.copied, rows)),
      () => say(t(($) => $.app.table.copyFailed)),
    );
  };
}

export function DataTable<Row extends object>(props: Props<Row>) {
  const t = useT();
  const scroll = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState('');
  const found = useMemo(() => matching(props.rows, props.columns, filter), [props.rows, props.columns, filter]);
  const table = useSorted(found, props.columns, props.rowId);
  const sorted = table.getRowModel().rows;
  const ids = sorted.map((row) => row.id);
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroll.current, estimateSize: () => 2 * rem(), overscan: 12 });
  const copy = useCopy();
  const wanted = useRef<string | null>(null);
  const byId = (id: string) => sorted.find((row) => row.id === id)?.original;
  const keys = useTableKeys({
    ids,
    page: 12,
    focus: (index) => {
      wanted.current = ids[index] ?? null;
      virtual.scrollToIndex(index);
      scroll.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
    },
    open: (id) => {
      const row = byId(id);
      if (row) props.onOpen(row);
    },
    remove: props.onRemove && ((some) => props.onRemove?.(some.flatMap((id) => byId(id) ?? []))),
    copy: (some) =>
      copy(
        asTsv(
          some.flatMap((id) => byId(id) ?? []),
          props.columns,
          t(($) => $.app.unknown),
        ),
        some.length,
      ),
  });
  const selected = useTrailIds();
  const isSelected = (row: Row) => selected.has(props.rowId(row)) || (props.selects?.(row).some((id) => selected.has(id)) ?? false);
  const tabStop = keys.active !== null && ids.includes(keys.active) ? keys.active : ids[0];
  const printing = usePrinting();
  const shown = printing ? sorted.map((_row, index) => ({ index, start: 0, end: virtual.getTotalSize() })) : virtual.getVirtualItems();
  // the row that had the focus was removed: the one in its place has it now
  const place = useRef(-1);
  useEffect(() => {
    if (keys.active === null) return;
    const at = ids.indexOf(keys.active);
    if (at < 0 && place.current >= 0 && document.activeElement === document.body) keys.goTo(place.current);
    place.current = at;
  });
  // a row that was out of view gets the focus once it is there
  useEffect(() => {
    if (wanted.current === null || document.activeElement?.getAttribute('data-row') === wanted.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (row) row.focus();
    wanted.current = null;
  });

  return (
    <div className="table-panel">
      <TableTools filter={filter} setFilter={setFilter} tools={props.tools} shown={sorted.length} total={props.total ?? props.rows.length} />
      {props.rows.length === 0 ? (
        props.empty
      ) : sorted.length === 0 ? (
        <EmptyState title={t(($) => $.app.table.nothing, { filter, hidden: props.rows.length })}>
          <Button onClick={() => setFilter('')}>{t(($) => $.app.table.clear)}</Button>
        </EmptyState>
      ) : (
        <div className="table-scroll" ref={scroll}>
          <table className="table" {...asGrid} aria-label={props.label} aria-rowcount={sorted.length + 1} onKeyDown={keys.onKeyDown}>
            <thead>
              <HeaderCells table={table} columns={props.columns} />
            </thead>
            <tbody>
              <Spacer height={shown[0]?.start ?? 0} columns={props.columns.length} />
              {shown.map(({ index }) => {
                const row = sorted[index];
                if (!row) return null;
                return (
                  <BodyRow
                    key={row.id}
                    row={row.original}
                    id={row.id}
                    index={index}
                    props={props}
                    keys={keys}
                    isSelected={isSelected(row.original)}
                    isTabStop={row.id === tabStop}
                    measure={virtual.measureElement}
                  />
                );
              })}
              <Spacer height={virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={props.columns.length} />
            </tbody>
          </table>
        </div>
      )}
      <TableFoot props={props} rows={found} chosen={ids.filter((id) => keys.chosen.has(id)).length} />
    </div>
  );
}

/** Stands for the rows that are not in the page. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr {...asNothing} className="table-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface ToolsProps {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly tools: ReactNode;
  readonly shown: number;
  readonly total: number;
}

function TableTools({ filter, setFilter, tools, shown, total }: ToolsProps) {
  const t = useT();
  return (
    <div className="table-tools no-print">
      <TextInput
        data-find
        className="table-filter"
        aria-label={t(($) => $.app.table.filter)}
        placeholder={t(($) => $.app.table.filter)}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter === '') return;
          setFilter('');
          event.stopPropagation();
        }}
        leftSection={<IconSearch size={15} stroke={1.6} />}
        rightSection={
          filter === '' ? null : (
            <button type="button" className="clear" aria-label={t(($) => $.app.table.clear)} onClick={() => setFilter('')}>
              <IconX size={14} stroke={1.8} />
            </button>
          )
        }
      />
      <span className="faint small" role="status">
        {shown === total ? shown : t(($) => $.app.count.shown, { n: shown, total })}
      </span>
      <div className="table-actions">{tools}</div>
    </div>
  );
}

function TableFoot<Row>({ props, rows, chosen }: { readonly props: Props<Row>; readonly rows: readonly Row[]; readonly chosen: number }) {
  const t = useT();
  if (props.rows.length === 0) return null;
  const missing = props.columns
    .filter((column) => column.countMissing)
    .map((column) => ({ column: column.header, n: rows.filter((row) => column.value(row) === null).length }))
    .filter(({ n }) => n > 0);
  return (
    <div className="table-foot no-print">
      {chosen > 0 && <span>{t(($) => $.app.count.chosen, { n: chosen })}</span>}
      {missing.map((item) => (
        <span key={item.column}>{t(($) => $.app.table.missing, item)}</span>
      ))}
      <span className="table-keys" aria-hidden="true">
        <kbd className="key">Enter</kbd> {t(($) => $.app.table.open)}
        <kbd className="key">Ctrl C</kbd> {t(($) => $.app.table.copy)}
        {props.onRemove && (
          <>
            <kbd className="key">Delete</kbd> {t(($) => $.app.table.remove)}
          </>
        )}
      </span>
    </div>
  );
}
