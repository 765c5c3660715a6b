/** The keyboard of a table: arrows, Enter, Space, Delete, Ctrl A, Ctrl C. One row has the focus; Tab leaves the table. */
import { type KeyboardEvent, useState } from 'react';

export interface TableKeys {
  readonly active: string | null;
  readonly chosen: ReadonlySet<string>;
  setActive(id: string): void;
  /** Brings the focus to the row at an index, or to the last one. */
  goTo(index: number): void;
  toggle(id: string): void;
  clear(): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface Options {
  readonly ids: readonly string[];
  readonly page: number;
  /** Brings a row into view and gives it the focus. */
  focus(index: number): void;
  open(id: string): void;
  remove?: ((ids: readonly string[]) => void) | undefined;
  copy(ids: readonly string[]): void;
}

export function useTableKeys({ ids, page, focus, open, remove, copy }: Options): TableKeys {
  const [active, setActive] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = active === null ? -1 : ids.indexOf(active);
  const move = (to: number) => {
    const index = Math.max(0, Math.min(ids.length - 1, to));
    const id = ids[index];
    if (id === undefined) return;
    setActive(id);
    focus(index);
  };
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const some = (): readonly string[] => (chosen.size > 0 ? ids.filter((id) => chosen.has(id)) : active === null ? [] : [active]);
  const keys = new Map<string, () => void>([
    ['ArrowDown', () => move(at + 1)],
    ['ArrowUp', () => move(at - 1)],
    ['Home', () => move(0)],
    ['End', () => move(ids.length - 1)],
    ['PageDown', () => move(at + page)],
    ['PageUp', () => move(at - page)],
    ['Enter', () => active !== null && open(active)],
    [' ', () => active !== null && toggle(active)],
    ['Delete', () => some().length > 0 && remove?.(some())],
  ]);
  const withControl: Readonly<Record<string, () => void>> = {
    a: () => setChosen(new Set(ids)),
    c: () => copy(some().length > 0 ? some() : ids),
  };
  return {
    active,
    chosen,
    setActive,
    goTo: move,
    toggle,
    clear: () => setChosen(new Set()),
    onKeyDown: (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-row') || event.altKey) return;
      const key = event.ctrlKey || event.metaKey ? withControl[event.key.toLowerCase()] : keys.get(event.key);
      if (!key) return;
      event.preventDefault();
      key();
    },
  };
}
