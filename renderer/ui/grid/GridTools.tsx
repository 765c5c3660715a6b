/** Above a table: finding, what is filtered as chips, how many are shown, which columns. */
import { Button, Popover, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column } from '../table-model.ts';
import { useFormat, useT } from '../words.tsx';
import type { Filters } from './arrange.ts';
import type { Layout } from './use-layout.ts';

interface ToolsProps<Row> {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly tools: ReactNode;
  readonly shown: number;
  readonly total: number;
  readonly layout: Layout<Row>;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
}

export function GridTools<Row>({ typed, setTyped, tools, shown, total, layout, filters, setFilters }: ToolsProps<Row>) {
  const t = useT();
  return (
    <div className="table-tools no-print">
      <TextInput
        data-find
        className="table-filter"
        aria-label={t(($) => $.app.table.filter)}
        placeholder={t(($) => $.app.table.filter)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === '') return;
          setTyped('');
          event.stopPropagation();
        }}
        leftSection={<IconSearch size={15} stroke={1.6} />}
        rightSection={
          typed === '' ? null : (
            <button type="button" className="clear" aria-label={t(($) => $.app.table.clear)} onClick={() => setTyped('')}>
              <IconX size={14} stroke={1.8} />
            </button>
          )
        }
      />
      <span className="faint small" role="status">
        {shown === total ? shown : t(($) => $.app.count.shown, { n: shown, total })}
      </span>
      <ColumnsButton layout={layout} />
      <div className="table-actions">{tools}</div>
      <Chips layout={layout} filters={filters} setFilters={setFilters} />
    </div>
  );
}

function Chips<Row>({ layout, filters, setFilters }: Pick<ToolsProps<Row>, 'layout' | 'filters' | 'setFilters'>) {
  const t = useT();
  const format = useFormat();
  const grouped = layout.all.find((column) => column.id === layout.kept.group);
  const active = layout.all.flatMap((column) => {
    const filter = filters.get(column.id);
    if (!filter) return [];
    const words =
      'text' in filter
        ? `‘${filter.text}’`
        : format.list(
            [...filter.values].map((value) =>
              value === null ? t(($) => $.app.unknown) : value === '' ? t(($) => $.register.grid.nothing) : String(value),
            ),
          );
    return [{ column, text: `${column.header}: ${words}` }];
  });
  const without = (column: Column<Row>) => {
    const next = new Map(filters);
    next.delete(column.id);
    setFilters(next);
  };
  if (active.length === 0 && !grouped) return null;
  return (
    <ul className="chips filter-chips" aria-label={t(($) => $.register.grid.filters)}>
      {active.map(({ column, text }) => (
        <Chip key={column.id} text={text} onClear={() => without(column)} />
      ))}
      {grouped && <Chip text={t(($) => $.register.grid.groupedBy, { column: grouped.header })} onClear={() => layout.set({ group: null })} />}
      {active.length > 1 && (
        <li>
          <button type="button" className="link small" onClick={() => setFilters(new Map())}>
            {t(($) => $.app.table.clear)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Chip({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const t = useT();
  return (
    <li className="chip">
      {text}
      <button type="button" className="clear" aria-label={t(($) => $.register.grid.without, { what: text })} onClick={onClear}>
        <IconX size={13} stroke={1.8} />
      </button>
    </li>
  );
}

function ColumnsButton<Row>({ layout }: { readonly layout: Layout<Row> }) {
  const t = useT();
  const title = t(($) => $.register.grid.columns);
  return (
    <Popover position="bottom-start" withinPortal shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" leftSection={<IconColumns3 size={15} stroke={1.6} />}>
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="columns-menu" aria-label={title}>
        <ul>
          {layout.all.map((column) => {
            const place = layout.shown.findIndex((one) => one.id === column.id);
            return (
              <li key={column.id}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={place >= 0}
                    disabled={place >= 0 && layout.shown.length === 1}
                    onChange={() => layout.toggle(column.id)}
                  />
                  {column.header}
                </label>
                <OrderButton up name={column.header} disabled={place <= 0} onClick={() => layout.move(column.id, -1)} />
                <OrderButton
                  name={column.header}
                  disabled={place < 0 || place === layout.shown.length - 1}
                  onClick={() => layout.move(column.id, 1)}
                />
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface OrderProps {
  readonly up?: boolean;
  readonly name: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function OrderButton({ up, name, disabled, onClick }: OrderProps) {
  const t = useT();
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <button
      type="button"
      className="clear"
      disabled={disabled}
      aria-label={t(up ? ($) => $.register.grid.earlier : ($) => $.register.grid.later, { column: name })}
      onClick={onClick}
    >
      <Icon size={14} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
