/** The pointer in a table: drawn from cell to cell it chooses a range, by the handle in its corner it fills what it passes. Shift with arrows, and Ctrl D, are the twins. */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import type { Cell, Grid } from './use-grid.ts';

interface Place extends Cell {
  readonly index: number;
}

/** The cell of a row that something is in; a head of a group, the new row and a field that is written in are none. */
function cellOf(target: Element | null): Place | null {
  const cell = target?.closest<HTMLElement>('td[data-col]');
  const row = cell?.closest<HTMLElement>('tr[data-row]:not(.group-row, .new-row)');
  if (!cell || !row || target?.closest('.cell-editor')) return null;
  return { key: row.dataset.row ?? '', col: Number(cell.dataset.col), index: Number(row.dataset.index) };
}

interface Options {
  grid(): Grid;
  fillTo(index: number): void;
}

/** @returns what hears a press on the table */
export function useDrag({ grid, fillTo }: Options): (event: ReactPointerEvent) => void {
  const ends = useRef<AbortController>(null);
  useEffect(() => () => ends.current?.abort(), []);
  return (pressed) => {
    const target = pressed.target instanceof Element ? pressed.target : null;
    const from = cellOf(target);
    // a finger scrolls
    if (from === null || pressed.button !== 0 || pressed.pointerType === 'touch' || pressed.shiftKey || pressed.ctrlKey || pressed.metaKey) return;
    const fills = target?.closest('.fill-handle') != null;
    const table = pressed.currentTarget as HTMLElement;
    // the handle is no cell: the focus stays where it is
    if (fills) pressed.preventDefault();
    let at: Place = from;
    const over = ({ clientX, clientY }: PointerEvent): Place | null => {
      const found = document.elementFromPoint(clientX, clientY);
      return found !== null && table.contains(found) ? cellOf(found) : null;
    };
    const step = (event: PointerEvent): void => {
      const to = over(event);
      if (to === null || (to.key === at.key && to.col === at.col)) return;
      at = to;
      window.getSelection()?.removeAllRanges();
      if (fills) grid().extendTo(to.index);
      else {
        grid().focus(from);
        grid().focus(to, true);
      }
    };
    const stop = new AbortController();
    ends.current?.abort();
    ends.current = stop;
    const listen = { signal: stop.signal };
    window.addEventListener('pointermove', step, listen);
    window.addEventListener(
      'pointerup',
      (event) => {
        stop.abort();
        if (fills) fillTo(over(event)?.index ?? at.index);
      },
      listen,
    );
    window.addEventListener('pointercancel', () => stop.abort(), listen);
  };
}
