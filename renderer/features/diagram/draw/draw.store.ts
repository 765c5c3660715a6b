/** What hands are busy with on the drawing: which items are picked together, and the question that is open. */
import { create } from 'zustand';
import type { Act } from './acts.ts';

/** px from the left top of the drawing table */
interface At {
  readonly x: number;
  readonly y: number;
}

export interface Asked {
  readonly id: number;
  readonly act: Act;
  readonly at: At;
}

interface Draw {
  /** Keys of items, see `itemKey`. */
  readonly picked: ReadonlySet<string>;
  readonly asked: Asked | null;
  /** Where the menu of acts is open, and for which items. */
  readonly menu: { readonly at: At; readonly keys: readonly string[] } | null;
  pick(keys: Iterable<string>): void;
  toggle(key: string): void;
  ask(act: Act, at: At): void;
  openMenu(at: At, keys: readonly string[]): void;
  closeMenu(): void;
  answered(): void;
}

let questions = 0;
const none: ReadonlySet<string> = new Set();

export const useDraw = create<Draw>()((set) => ({
  picked: none,
  asked: null,
  menu: null,
  pick: (keys) =>
    set(() => {
      const picked = new Set(keys);
      return { picked: picked.size === 0 ? none : picked };
    }),
  toggle: (key) =>
    set(({ picked }) => {
      const next = new Set(picked);
      if (!next.delete(key)) next.add(key);
      return { picked: next };
    }),
  ask: (act, at) => {
    questions += 1;
    set({ asked: { id: questions, act, at }, menu: null });
  },
  openMenu: (at, keys) => set({ menu: { at, keys } }),
  closeMenu: () => set({ menu: null }),
  answered: () => set({ asked: null }),
}));
