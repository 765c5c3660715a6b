/** The rows of a table: only those in view are in the page, and the one that has the focus. */
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { memo, type ReactNode, type RefObject } from 'react';
import type { Column } from '../table-model.ts';
import { Unknown } from '../Unknown.tsx';
import { useT } from '../words.tsx';
import type { Item } from './arrange.ts';
import type { Editing, Written } from './editing.ts';
import type { Grid, Range } from './use-grid.ts';

const asCell = { role: 'gridcell' };
const asNothing = { 'aria-hidden': true };

/** What stays the same while the rows scroll by; the newest of each is looked up when it is needed. */
export interface Hands<Row> {
  readonly grid: Grid;
  readonly editing: Editing | undefined;
  readonly open: (row: Row) => void;
  readonly fold: (key: string) => void;
  readonly write: (rowKey: string, column: Column<Row>, written: Written) => void;
}

interface RowProps<Row> {
  readonly item: Item<Row>;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly hands: RefObject<Hands<Row>>;
  /** The column that has the focus, or -1. */
  readonly activeCol: number;
  readonly tabStop: number;
  readonly range: Range | null;
  readonly editing: { readonly col: number; readonly typed: boolean } | null;
  /** For how many rows what is typed holds. */
  readonly rows: number;
  readonly isChosen: boolean;
  readonly isSelected: boolean;
  readonly isFaint: boolean;
  readonly label: string;
  readonly measure: (row: HTMLElement | null) => void;
}

function CellContent<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const value = column.value(row);
  if (value === null) return <Unknown />;
  return column.cell ? column.cell(row) : value;
}

function Cells<Row>({ item, index, columns, hands, activeCol, tabStop, range, editing, rows }: RowProps<Row>) {
  if (item.type !== 'row') return null;
  const { key, row } = item;
  const isIn = (col: number) => range !== null && index >= range.top && index <= range.bottom && col >= range.left && col <= range.right;
  const many = range !== null && (range.top !== range.bottom || range.left !== range.right);
  return columns.map((column, col) => {
    const { editing: how } = hands.current;
    const canEdit = how?.canEdit(column.field) ?? false;
    const corner = canEdit && editing === null && range?.bottom === index && range.right === col;
    return (
      <td
        key={column.id}
        {...asCell}
        data-col={col}
        aria-colindex={col + 1}
        aria-selected={many ? isIn(col) : undefined}
        aria-readonly={how ? !canEdit : undefined}
        data-align={column.align}
        data-minor={column.minor || undefined}
        data-short={column.short || undefined}
        data-active={activeCol === col || undefined}
        data-range={(many && isIn(col)) || undefined}
        tabIndex={tabStop === col ? 0 : -1}
        onFocus={(event) => event.target === event.currentTarget && hands.current.grid.focused({ key, col })}
        // with Shift the click draws the range on from where it began, which the focus would forget
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => {
          const { grid, open } = hands.current;
          if (event.ctrlKey || event.metaKey) grid.toggle(key);
          else if (event.shiftKey) grid.focus({ key, col }, true);
          else if (event.detail < 2) open(row);
        }}
        // the drawer that the first click opens may have moved another cell under the pointer
        onDoubleClick={() => hands.current.grid.active && hands.current.grid.edit(hands.current.grid.active)}
      >
        {editing?.col === col && how && column.field !== undefined ? (
          <>
            <span className="cell-ghost">
              <CellContent column={column} row={row} />
            </span>
            <how.Editor
              id={key}
              field={column.field}
              typed={editing.typed}
              rows={rows}
              onDone={(written, move) => {
                if (written) hands.current.write(key, column, written);
                hands.current.grid.endEdit(move);
              }}
            />
          </>
        ) : (
          <CellContent column={column} row={row} />
        )}
        {corner && <FillHandle />}
      </td>
    );
  });
}

/** Dragged down, it writes what stands here in the cells that it passes. */
function FillHandle() {
  return <span {...asNothing} className="fill-handle" onClick={(event) => event.stopPropagation()} />;
}

function GridRow<Row>(props: RowProps<Row>) {
  const { item, index, columns, hands, activeCol, tabStop, label, measure } = props;
  const shared = { 'aria-rowindex': index + 2, 'data-row': item.key, 'data-index': index, ref: measure };
  if (item.type === 'row')
    return (
      <tr
        {...shared}
        aria-selected={props.isSelected || props.isChosen}
        data-selected={props.isSelected || undefined}
        data-chosen={props.isChosen || undefined}
        data-faint={props.isFaint || undefined}
      >
        <Cells {...props} />
      </tr>
    );
  const isGroup = item.type === 'group';
  return (
    <tr {...shared} className={isGroup ? 'group-row' : 'new-row'}>
      <td
        {...asCell}
        colSpan={columns.length}
        data-col={0}
        aria-colindex={1}
        aria-expanded={isGroup ? item.open : undefined}
        data-active={activeCol >= 0 || undefined}
        tabIndex={tabStop >= 0 ? 0 : -1}
        onFocus={() => hands.current.grid.active?.key !== item.key && hands.current.grid.focused({ key: item.key, col: 0 })}
        onClick={() => (isGroup ? hands.current.fold(item.key) : hands.current.grid.edit({ key: item.key, col: 0 }))}
      >
        {isGroup ? <GroupWords open={item.open} label={label} count={item.count} /> : <NewCell {...props}>{label}</NewCell>}
      </td>
    </tr>
  );
}

function GroupWords({ open, label, count }: { readonly open: boolean; readonly label: string; readonly count: number }) {
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <span className="name-cell">
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      <span className="strong">{label}</span>
      <span className="faint">{count}</span>
    </span>
  );
}

function NewCell<Row>({ hands, editing, children }: RowProps<Row> & { readonly children: ReactNode }) {
  const t = useT();
  const how = hands.current.editing;
  if (editing && how && how.newField !== null)
    return (
      <how.Editor
        id={null}
        field={how.newField}
        typed={editing.typed}
        rows={1}
        onDone={(written, move) => {
          if (written) void how.add(written);
          // one name after another
          hands.current.grid.endEdit(move === 'none' ? 'none' : 'stay');
        }}
      />
    );
  return (
    <span className="name-cell faint">
      <IconPlus size={14} stroke={1.8} aria-hidden="true" /> {children}
      <span className="hidden-text">{t(($) => $.register.grid.newHint)}</span>
    </span>
  );
}

/** A row is drawn anew only when something in it changed: scrolling leaves the others as they are. */
export const BodyRow = memo(GridRow) as typeof GridRow;

/** Stands for the rows that are not in the page. */
export function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr {...asNothing} className="table-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
