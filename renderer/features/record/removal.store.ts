/** What someone asked to remove; the dialog and the ink bar do the rest. */
import { create } from 'zustand';
import type { RecordKind } from '../../../shared/contract/fields.ts';

export interface Target {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A person, by name: what is erased for good is asked about apart. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

interface Removal {
  readonly asked: readonly Target[];
  readonly erasing: Person | null;
  ask(targets: readonly Target[]): void;
  erase(person: Person | null): void;
  done(): void;
}

export const useRemoval = create<Removal>()((set) => ({
  asked: [],
  erasing: null,
  ask: (asked) => set({ asked }),
  erase: (erasing) => set({ erasing }),
  done: () => set({ asked: [] }),
}));
