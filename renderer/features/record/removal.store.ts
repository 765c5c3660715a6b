/** What someone asked to remove; the dialog and the ink bar do the rest. */
import { create } from 'zustand';
import type { RecordKind } from '../../../shared/contract/fields.ts';

export interface Target {
  readonly kind: RecordKind;
  readonly id: string;
}

interface Removal {
  readonly asked: readonly Target[];
  ask(targets: readonly Target[]): void;
  done(): void;
}

export const useRemoval = create<Removal>()((set) => ({
  asked: [],
  ask: (asked) => set({ asked }),
  done: () => set({ asked: [] }),
}));
