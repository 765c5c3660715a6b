/** The one table of Schakel: a grid for the keyboard that sorts, finds, filters, groups and is written in; only the rows in view are in the page. */
import { Button } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTrailIds, useView } from '../state/view.store.ts';
import { EmptyState } from './EmptyState.tsx';
import { arrange, type Filters, type Item } from './grid/arrange.ts';
import type { Editing, Written } from './grid/editing.ts';
import { BodyRow, type Hands, Spacer } from './grid/GridBody.tsx';
import { GridHead, nextSort } from './grid/GridHead.tsx';
import { GridTools } from './grid/GridTools.tsx';
import { readTsv } from './grid/tsv.ts';
import { useDrag } from './grid/use-drag.ts';
import { type Cell, type Grid, HEAD, useGrid } from './grid/use-grid.ts';
import { type Layout, useLayout } from './grid/use-layout.ts';
import './table.css';
import { asTsv, type CellValue, type Column } from './table-model.ts';
import { usePrinting } from './use-printing.ts';
import { counted, useFormat, useT } from './words.tsx';

// A real table that is walked through like a grid: one cell has the focus.
const asGrid = { role: 'grid', 'aria-multiselectable': true };

interface Props<Row> {
  /** Names the table for who hears it, and under which its columns are kept. */
  readonly name: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  /** @param field that is asked for and not written in the table */
  readonly onOpen: (row: Row, field?: string) => void;
  readonly onRemove?: (rows: readonly Row[]) => void;
  /** The record that the row is about, where the row is about another one than its own id (a membership about a person). */
  readonly selects?: (row: Row) => readonly string[];
  readonly isFaint?: (row: Row) => boolean;
  readonly empty: ReactNode;
  /** What stands beside the filter: adding, other filters. */
  readonly tools?: ReactNode;
  /** How many there are with those that are not shown. */
  readonly total?: number;
  /** Lets its cells be written in. */
  readonly editing?: Editing;
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

const newItem: Item<never> = { type: 'new', key: 'new' };

/** What stands under each other, as it was found, filtered, sorted and grouped. */
function useItems<Row>(props: Props<Row>, layout: Layout<Row>, typed: string, filters: Filters) {
  const { compare } = useFormat();
  const { rows, columns, rowId, editing } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { sort, group } = layout.kept;
  const shownIds = layout.shown.map((column) => column.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown columns are named by their ids, the list itself is new each time
  const arranged = useMemo(
    () => arrange(rows, { columns, shown: layout.shown, typed, filters, sorting: sort, group, folded, compare, rowId }),
    [rows, columns, shownIds, typed, filters, sort, group, folded, compare],
  );
  const canAdd = editing?.newField != null && typed === '' && filters.size === 0;
  const items: readonly Item<Row>[] = useMemo(() => (canAdd ? [...arranged.items, newItem] : arranged.items), [arranged, canAdd]);
  const keys = useMemo(() => items.map((item) => item.key), [items]);
  const fold = (key: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return { found: arranged.rows, items, keys, fold };
}

export function DataTable<Row extends object>(props: Props<Row>) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [filters, setFilters] = useState<Filters>(new Map());
  const layout = useLayout(props.name, props.columns);
  const view = useItems(props, layout, typed, filters);
  const canAdd = props.editing?.newField != null;
  const isFiltered = typed !== '' || filters.size > 0;
  const clear = () => {
    setTyped('');
    setFilters(new Map());
  };
  return (
    <div className="table-panel">
      <GridTools
        typed={typed}
        setTyped={setTyped}
        tools={props.tools}
        shown={view.found.length}
        total={props.total ?? props.rows.length}
        layout={layout}
        filters={filters}
        setFilters={setFilters}
      />
      {props.rows.length === 0 && !isFiltered && props.empty}
      {view.found.length === 0 && isFiltered && (
        <EmptyState
          title={
            typed === ''
              ? t(($) => $.app.table.nothingFiltered, { hidden: props.rows.length })
              : t(($) => $.app.table.nothing, { filter: typed, hidden: props.rows.length })
          }
        >
          <Button onClick={clear}>{t(($) => $.app.table.clear)}</Button>
        </EmptyState>
      )}
      {(view.found.length > 0 || isFiltered || canAdd) && (
        <GridTable props={props} layout={layout} view={view} filters={filters} setFilters={setFilters} />
      )}
      {props.editing?.dialog}
    </div>
  );
}

interface TableProps<Row> {
  readonly props: Props<Row>;
  readonly layout: Layout<Row>;
  readonly view: ReturnType<typeof useItems<Row>>;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
}

/** What the cells in the range are, row by row; without a range the cell with the focus. */
function rangeRows<Row>(grid: Grid, items: readonly Item<Row>[]): readonly Extract<Item<Row>, { type: 'row' }>[] {
  if (grid.range === null) return [];
  return items.slice(grid.range.top, grid.range.bottom + 1).filter((item) => item.type === 'row');
}

function useActs<Row>({ props, layout, view }: TableProps<Row>, grid: () => Grid) {
  const t = useT();
  const copy = useCopy();
  const unknown = t(($) => $.app.unknown);
  const rowOf = (key: string) => view.items.find((item): item is Extract<Item<Row>, { type: 'row' }> => item.type === 'row' && item.key === key)?.row;
  const rowsOf = (keys: readonly string[]) => {
    const wanted = new Set(keys);
    return view.items.flatMap((item) => (item.type === 'row' && wanted.has(item.key) ? [item.row] : []));
  };
  const inRange = () => layout.shown.slice(grid().range?.left ?? 0, (grid().range?.right ?? 0) + 1);
  const fillDown = () => {
    const [first, ...rest] = rangeRows(grid(), view.items);
    const fields = inRange().flatMap((column) => (props.editing?.canEdit(column.field) ? [column.field] : []));
    if (first && rest.length > 0 && fields.length > 0)
      void props.editing?.fill(
        first.key,
        rest.map((item) => item.key),
        fields,
      );
  };
  return {
    rowOf,
    rowsOf,
    fillDown,
    copy: () => {
      const chosen = rowsOf([...grid().chosen]);
      const rows = chosen.length > 0 ? chosen : rangeRows(grid(), view.items).map((item) => item.row);
      if (rows.length > 0) copy(asTsv(rows, chosen.length > 0 ? layout.shown : inRange(), unknown, chosen.length > 0), rows.length);
    },
    paste: (text: string) => {
      const { range } = grid();
      if (!props.editing || range === null || text === '') return;
      const block = readTsv(text);
      // one value goes in every cell that is chosen
      const isOne = block.length === 1 && block[0]?.length === 1;
      const [tall, wide] = isOne
        ? [range.bottom - range.top + 1, range.right - range.left + 1]
        : [block.length, Math.max(...block.map((line) => line.length))];
      const columns = layout.shown.slice(range.left, range.left + wide);
      const targets = Array.from({ length: tall }, (_, at) => view.items[range.top + at]);
      const rows = targets.map((item) =>
        item?.type === 'row' ? { id: item.key, name: String((layout.all[0] as Column<Row>).value(item.row) ?? '') } : { id: null, name: '' },
      );
      void props.editing.paste({
        rows,
        fields: columns.map((column) => column.field ?? null),
        headers: columns.map((column) => column.header),
        cells: rows.map((_row, at) => columns.map((_column, col) => (isOne ? block[0]?.[0] : block[at]?.[col]) ?? '')),
      });
    },
  };
}

function GridTable<Row extends object>(given: TableProps<Row>) {
  const { props, layout, view, filters, setFilters } = given;
  const t = useT();
  const scroll = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<number | null>(null);
  const { items, keys } = view;
  const now = useRef<Grid>(null as unknown as Grid);
  const acts = useActs(given, () => now.current);
  const canEdit = ({ key, col }: Cell) =>
    key === 'new' ? true : key !== HEAD && !key.startsWith('group:') && (props.editing?.canEdit(layout.shown[col]?.field) ?? false);
  const open = (row: Row | undefined, field?: string) => row && props.onOpen(row, field);
  const grid = useGrid({
    keys,
    columns: layout.shown.length,
    scroll,
    isRow: (key) => key !== HEAD && key !== 'new' && !key.startsWith('group:'),
    canEdit,
    open: (key, col) => open(acts.rowOf(key), col === undefined ? undefined : layout.shown[col]?.field),
    act: ({ key, col }) => (key === HEAD ? nextSort(layout, layout.shown[col]?.id ?? '') : view.fold(key)),
    menu: setMenu,
    remove: props.onRemove && ((some) => props.onRemove?.(acts.rowsOf(some))),
    copy: acts.copy,
    fillDown: acts.fillDown,
  });
  now.current = grid;
  const write = (key: string, column: Column<Row>, written: Written) => {
    if (column.field === undefined) return;
    const many = grid.chosen.has(key) ? grid.some() : [key];
    void props.editing?.write(many, column.field, written);
  };
  const fillTo = (index: number) => {
    grid.extendTo(index);
    // the range as it is after this is drawn
    setTimeout(() => acts.fillDown(), 0);
  };
  const hands = useRef<Hands<Row>>(null as unknown as Hands<Row>);
  hands.current = { grid, editing: props.editing, open, fold: view.fold, write };
  const onPointerDown = useDrag({ grid: () => now.current, fillTo });

  const activeAt = grid.active === null ? -1 : grid.indexOf(grid.active.key);
  // the same as long as the rows are: with another one all ten thousand would be measured anew at every step
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const estimateSize = useMemo(() => {
    const height = 2 * rem();
    return () => height;
  }, []);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize,
    overscan: 6,
    getItemKey,
    // what has the focus stays in the page, or the keyboard would be nowhere
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return activeAt < 0 || shown.includes(activeAt) ? shown : [...shown, activeAt].sort((a, b) => a - b);
    },
  });
  const selected = useTrailIds();
  const isSelected = (row: Row) => selected.has(props.rowId(row)) || (props.selects?.(row).some((id) => selected.has(id)) ?? false);
  const printing = usePrinting();
  const shown = printing ? items.map((_item, index) => ({ index, start: 0, end: 0 })) : virtual.getVirtualItems();
  const stop: Cell | null = grid.active !== null && (grid.active.key === HEAD || activeAt >= 0) ? grid.active : { key: keys[0] ?? HEAD, col: 0 };
  const labelOf = (item: Item<Row>): string =>
    item.type === 'group'
      ? groupLabel(
          item.value,
          t(($) => $.app.unknown),
          t(($) => $.register.grid.nothing),
        )
      : t(($) => $.register.grid.newRow);
  let end = 0;
  return (
    <>
      <div className="table-scroll" ref={scroll}>
        <table
          className="table"
          {...asGrid}
          aria-label={props.label}
          aria-rowcount={items.length + 1}
          aria-colcount={layout.shown.length}
          onKeyDown={grid.onKeyDown}
          onPointerDown={onPointerDown}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!(event.target instanceof HTMLElement)) return;
            // a list that is pasted where one name is typed is rows all the same
            const isList = event.target.closest('.new-row') !== null && /[\t\n]/.test(text.trim());
            if (!isList && !event.target.hasAttribute('data-col')) return;
            event.preventDefault();
            acts.paste(text);
            if (grid.editing !== null) grid.endEdit('stay');
          }}
        >
          <thead>
            <GridHead
              layout={layout}
              rows={props.rows}
              grid={grid}
              tabStop={stop?.key === HEAD ? stop.col : null}
              filters={filters}
              setFilters={setFilters}
              open={menu}
              setOpen={setMenu}
            />
          </thead>
          <tbody>
            {shown.map(({ index, start, end: below }) => {
              const item = items[index];
              if (!item) return null;
              const gap = start - end;
              end = below;
              const isActive = grid.active?.key === item.key;
              const inRange = grid.range !== null && index >= grid.range.top && index <= grid.range.bottom;
              return (
                <Fragment key={item.key}>
                  <Spacer height={gap} columns={layout.shown.length} />
                  <BodyRow
                    item={item}
                    index={index}
                    columns={layout.shown}
                    hands={hands}
                    activeCol={isActive ? (grid.active?.col ?? -1) : -1}
                    tabStop={stop?.key === item.key ? stop.col : -1}
                    range={inRange ? grid.range : null}
                    editing={grid.editing?.cell.key === item.key ? { col: grid.editing.cell.col, typed: grid.editing.typed } : null}
                    rows={grid.chosen.has(item.key) ? grid.chosen.size : 1}
                    isChosen={grid.chosen.has(item.key)}
                    isSelected={item.type === 'row' && isSelected(item.row)}
                    isFaint={item.type === 'row' && (props.isFaint?.(item.row) ?? false)}
                    label={item.type === 'row' ? '' : labelOf(item)}
                    measure={virtual.measureElement}
                  />
                </Fragment>
              );
            })}
            <Spacer height={printing ? 0 : virtual.getTotalSize() - end} columns={layout.shown.length} />
          </tbody>
        </table>
      </div>
      <TableFoot props={props} rows={view.found} chosen={grid.chosen.size === 0 ? 0 : keys.filter((key) => grid.chosen.has(key)).length} />
    </>
  );
}

const groupLabel = (value: CellValue, unknown: string, nothing: string): string =>
  value === null ? unknown : value === '' ? nothing : String(value);

function TableFoot<Row>({ props, rows, chosen }: { readonly props: Props<Row>; readonly rows: readonly Row[]; readonly chosen: number }) {
  const t = useT();
  const { columns } = props;
  // counted anew when the rows change, not with every row that scrolls by
  const missing = useMemo(
    () =>
      columns
        .filter((column) => column.countMissing)
        .map((column) => ({ column: column.header, n: rows.filter((row) => column.value(row) === null).length }))
        .filter(({ n }) => n > 0),
    [columns, rows],
  );
  if (props.rows.length === 0) return null;
  return (
    <div className="table-foot no-print">
      {chosen > 0 && (
        <span role="status">
          {t(($) => $.app.count.chosen, { n: chosen })} {chosen > 1 && props.editing && t(($) => $.register.grid.chosenHint, { n: chosen })}
        </span>
      )}
      {missing.map((item) => (
        <span key={item.column}>{t(($) => $.app.table.missing, item)}</span>
      ))}
      <span className="table-keys" aria-hidden="true">
        {props.editing && (
          <>
            <kbd className="key">F2</kbd> {t(($) => $.register.grid.write)}
          </>
        )}
        <kbd className="key">Ctrl Enter</kbd> {t(($) => $.register.grid.open)}
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
