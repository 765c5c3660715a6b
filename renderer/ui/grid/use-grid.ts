/** Where the keyboard is in a table, which cells and rows are chosen, and what each key does (the grid pattern of WAI-ARIA). */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Move } from './editing.ts';

/** A row by its key, a column by its place. The row of headers is `head`. */
export interface Cell {
  readonly key: string;
  readonly col: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Options {
  /** Keys of what stands under the headers, in order. */
  readonly keys: readonly string[];
  readonly columns: number;
  readonly scroll: { readonly current: HTMLElement | null };
  isRow(key: string): boolean;
  canEdit(cell: Cell): boolean;
  /** @param col of a cell that is not written in here: the record shows its field */
  open(key: string, col?: number): void;
  /** Enter on what is no row: folds a group, sorts by a column. */
  act(cell: Cell): void;
  menu(col: number): void;
  remove?: ((keys: readonly string[]) => void) | undefined;
  copy(): void;
  fillDown(): void;
}

export interface Grid {
  readonly active: Cell | null;
  readonly range: Range | null;
  readonly chosen: ReadonlySet<string>;
  readonly editing: { readonly cell: Cell; readonly typed: boolean } | null;
  readonly keys: readonly string[];
  indexOf(key: string): number;
  /** Chosen rows, else the row with the focus. */
  some(): readonly string[];
  focus(cell: Cell, extend?: boolean): void;
  /** The browser moved the focus by itself. */
  focused(cell: Cell): void;
  /** From its first row to this one. */
  extendTo(index: number): void;
  toggle(key: string): void;
  edit(cell: Cell, typed?: boolean): void;
  endEdit(move: Move): void;
  onKeyDown(event: KeyboardEvent): void;
}

export const HEAD = 'head';

interface State {
  readonly active: Cell | null;
  readonly anchor: Cell | null;
  readonly chosen: ReadonlySet<string>;
  readonly editing: { readonly cell: Cell; readonly typed: boolean } | null;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Rows that fit in view, less one, so that one stays for the eye. */
const pageOf = (scroll: HTMLElement | null): number => Math.max(1, Math.floor((scroll?.clientHeight ?? 400) / 34) - 2);

function usePlaces(keys: readonly string[]): (key: string) => number {
  const known = useRef<{ keys: readonly string[]; at: Map<string, number> }>({ keys: [], at: new Map() });
  return (key) => {
    if (known.current.keys !== keys) known.current = { keys, at: new Map(keys.map((one, at) => [one, at])) };
    return known.current.at.get(key) ?? -1;
  };
}

export function useGrid(options: Options): Grid {
  const { keys, columns, scroll } = options;
  const indexOf = usePlaces(keys);
  const [state, setState] = useState<State>({ active: null, anchor: null, chosen: new Set(), editing: null });
  const { active, anchor, chosen, editing } = state;
  const wanted = useRef<Cell | null>(null);
  const place = useRef(-1);
  const patch = (next: Partial<State>) => setState((before) => ({ ...before, ...next }));
  const at = active === null ? -1 : active.key === HEAD ? -1 : indexOf(active.key);
  const range = rangeOf(active, anchor, indexOf);

  const focus = (cell: Cell, extend = false) => {
    wanted.current = cell;
    setState((before) => ({ ...before, active: cell, anchor: extend ? (before.anchor ?? before.active) : null, editing: null }));
  };
  const goTo = (index: number, col: number, extend = false) => {
    const key = index < 0 && !extend ? HEAD : keys[clamp(index, keys.length - 1)];
    if (key !== undefined) focus({ key, col: clamp(col, columns - 1) }, extend);
  };
  const edit = (cell: Cell, typed = false) => {
    // at once, so that the letter that began it lands in the field
    if (options.canEdit(cell)) flushSync(() => patch({ active: cell, anchor: null, editing: { cell, typed } }));
  };
  const endEdit = (move: Move) => {
    if (move === 'none') return patch({ editing: null });
    const from = editing?.cell ?? active;
    if (!from) return;
    const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1], stay: [0, 0] }[move] as [number, number];
    goTo(Math.max(0, indexOf(from.key) + down), from.col + right);
  };
  const toggle = (key: string) => {
    const after = new Set(chosen);
    if (!after.delete(key)) after.add(key);
    patch({ chosen: after });
  };
  const some = (): readonly string[] => {
    const own = keys.filter((key) => chosen.has(key));
    return own.length > 0 ? own : active !== null && options.isRow(active.key) ? [active.key] : [];
  };

  // a cell that was asked for gets the focus once it is in the page
  useLayoutEffect(() => {
    const cell = wanted.current;
    if (cell === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(cell.key)}"]`);
    // the head of a group and the new row are one cell wide
    const found = row?.querySelector<HTMLElement>(`[data-col="${cell.col}"]`) ?? row?.querySelector<HTMLElement>('[data-col]');
    if (!found) return;
    wanted.current = null;
    if (document.activeElement !== found) found.focus({ preventScroll: false });
  });
  // the row that had the focus was removed: the one in its place has it now
  useEffect(() => {
    if (active === null || active.key === HEAD) return;
    const now = indexOf(active.key);
    if (now < 0 && place.current >= 0 && document.activeElement === document.body && keys.length > 0) goTo(place.current, active.col);
    place.current = now;
  });

  const grid: Grid = {
    active,
    range,
    chosen,
    editing,
    keys,
    indexOf,
    some,
    focus,
    focused: (cell) => {
      if (active?.key !== cell.key || active.col !== cell.col) patch({ active: cell, anchor: null });
    },
    extendTo: (index) => {
      if (range === null) return;
      const [first, last] = [keys[range.top], keys[Math.max(index, range.top)]];
      if (first !== undefined && last !== undefined) patch({ anchor: { key: first, col: range.left }, active: { key: last, col: range.right } });
    },
    toggle,
    edit,
    endEdit,
    onKeyDown: (event) => {
      const { target, currentTarget } = event;
      if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || !target.hasAttribute('data-col') || event.altKey) {
        if (event.altKey && event.key === 'ArrowDown' && active?.key === HEAD && target instanceof HTMLElement && target.hasAttribute('data-col')) {
          event.preventDefault();
          options.menu(active.col);
        }
        return;
      }
      if (active === null || event.nativeEvent.isComposing) return;
      const key = keyOf(event);
      const done = plainKey(key, event.shiftKey) || actKey(key) || typing(event);
      if (done && done !== 'typed') event.preventDefault();
      if (done === 'escape') event.stopPropagation();
    },
  };
  return grid;

  function plainKey(key: string, extend: boolean): boolean {
    const cell = active as Cell;
    const page = pageOf(scroll.current);
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [at + 1, cell.col],
      ArrowUp: [at - 1, cell.col],
      ArrowLeft: [at, cell.col - 1],
      ArrowRight: [at, cell.col + 1],
      Home: [at, 0],
      End: [at, columns - 1],
      PageDown: [at + page, cell.col],
      PageUp: [Math.max(0, at - page), cell.col],
      'Control+Home': [0, 0],
      'Control+End': [keys.length - 1, columns - 1],
      'Control+ArrowDown': [keys.length - 1, cell.col],
      'Control+ArrowUp': [0, cell.col],
    };
    const next = to[key];
    if (!next) return false;
    goTo(extend ? Math.max(0, next[0]) : next[0], next[1], extend && cell.key !== HEAD);
    return true;
  }

  function actKey(key: string): boolean | 'escape' {
    const cell = active as Cell;
    const isRow = options.isRow(cell.key);
    const canEdit = options.canEdit(cell);
    switch (key) {
      case 'Enter':
        if (canEdit) edit(cell);
        else if (isRow) options.open(cell.key, cell.col);
        else options.act(cell);
        return true;
      case 'F2':
        if (canEdit) edit(cell);
        else if (isRow) options.open(cell.key, cell.col);
        return true;
      case 'Control+Enter':
        if (isRow) options.open(cell.key);
        return true;
      case ' ':
        if (isRow) toggle(cell.key);
        else options.act(cell);
        return true;
      case 'Delete':
        if (some().length > 0) options.remove?.(some());
        return true;
      case 'Control+a':
        patch({ chosen: new Set(keys.filter(options.isRow)) });
        return true;
      case 'Control+c':
        options.copy();
        return true;
      case 'Control+d':
        options.fillDown();
        return true;
      case 'Escape':
        if (chosen.size === 0 && anchor === null) return false;
        patch({ chosen: new Set(), anchor: null });
        return 'escape';
      default:
        return false;
    }
  }

  /** A letter begins to write, and lands in the field that comes for it. */
  function typing(event: KeyboardEvent): false | 'typed' {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || active === null || !options.canEdit(active)) return false;
    edit(active, true);
    return 'typed';
  }
}

const keyOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `Control+${event.key.length === 1 ? event.key.toLowerCase() : event.key}` : event.key;

/** The cells between where Shift was first held and where the focus is now. */
function rangeOf(active: Cell | null, anchor: Cell | null, indexOf: (key: string) => number): Range | null {
  if (active === null || active.key === HEAD) return null;
  const from = anchor ?? active;
  const [a, b] = [indexOf(active.key), indexOf(from.key)];
  if (a < 0 || b < 0) return null;
  return { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(active.col, from.col), right: Math.max(active.col, from.col) };
}
