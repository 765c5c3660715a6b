/** Which network was in view last, so that Study and Settings keep its rooms in the rail. */
import { create } from 'zustand';

interface LastNetwork {
  readonly id: string | null;
  readonly set: (id: string | null) => void;
}

export const useLastNetwork = create<LastNetwork>()((set) => ({ id: null, set: (id) => set({ id }) }));
