/** How someone set a table: which columns in which order, by what it is sorted and grouped. Kept with the settings of the laptop. */
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useHost } from '../../client/host-context.tsx';
import { useOperation } from '../../client/use-operation.ts';
import type { Column } from '../table-model.ts';

type TableLayout = Output<'settings.get'>['tables'][string];

export interface Layout<Row> {
  /** In their order, without those that are put away. */
  readonly shown: readonly Column<Row>[];
  /** All, in their order. */
  readonly all: readonly Column<Row>[];
  readonly isShown: (id: string) => boolean;
  readonly kept: TableLayout;
  set(patch: Partial<TableLayout>): void;
  /** Puts a column before (-1) or behind (1) its neighbour. */
  move(id: string, by: -1 | 1): void;
  toggle(id: string): void;
}

export function useLayout<Row>(name: string, columns: readonly Column<Row>[]): Layout<Row> {
  const host = useHost();
  const settings = useOperation('settings.get', {});
  const tables = settings.data?.tables ?? {};
  // at once on the screen, whenever the settings are written
  const [changed, setChanged] = useState<TableLayout | null>(null);
  const own = changed ?? tables[name];
  const kept: TableLayout = own ?? { order: [], hidden: columns.filter((column) => column.away).map((column) => column.id), sort: null, group: null };
  const place = (column: Column<Row>, at: number) => {
    const found = kept.order.indexOf(column.id);
    return found < 0 ? at : found;
  };
  const all = columns
    .map((column, at) => ({ column, at: place(column, at) }))
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column);
  const isShown = (id: string) => !kept.hidden.includes(id);
  const shown = all.filter((column) => isShown(column.id));
  const set = (patch: Partial<TableLayout>) => {
    const next = { ...kept, ...patch };
    setChanged(next);
    void host.run('settings.update', { tables: { ...tables, [name]: next } });
  };
  return {
    all,
    shown: shown.length > 0 ? shown : all.slice(0, 1),
    isShown,
    kept,
    set,
    move(id, by) {
      const order = all.map((column) => column.id);
      const visible = shown.map((column) => column.id);
      const other = visible[visible.indexOf(id) + by];
      if (other === undefined) return;
      const [from, to] = [order.indexOf(id), order.indexOf(other)];
      order.splice(from, 1);
      order.splice(to, 0, id);
      set({ order });
    },
    // the first column says what the row is about: it stays
    toggle: (id) => set({ hidden: isShown(id) ? [...kept.hidden, id] : kept.hidden.filter((other) => other !== id) }),
  };
}
