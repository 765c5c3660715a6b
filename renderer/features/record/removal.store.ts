/** What someone asked to remove; the dialog and the ink bar do the rest. */
import { create } from 'zustand';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { HostApi, Outcome } from '../../../shared/contract/result.ts';

export interface Target {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A person, by name: what is erased for good is asked about apart. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Where they go together by one operation of their own: what is asked, and what is said when they are gone. */
export interface Together {
  readonly title: string;
  readonly about: string;
  readonly removed: string;
  readonly run: (host: HostApi) => Promise<Outcome>;
  readonly onGone: () => void;
}

interface Removal {
  readonly asked: readonly Target[];
  readonly together: Together | null;
  readonly erasing: Person | null;
  ask(targets: readonly Target[], together?: Together): void;
  erase(person: Person | null): void;
  done(): void;
}

export const useRemoval = create<Removal>()((set) => ({
  asked: [],
  together: null,
  erasing: null,
  ask: (asked, together) => set({ asked, together: together ?? null }),
  erase: (erasing) => set({ erasing }),
  done: () => set({ asked: [], together: null }),
}));
