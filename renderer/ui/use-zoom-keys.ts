/** Ctrl with 0, 9, + and −, where a drawing is in view. */
import { useEffect } from 'react';

export function useZoomKeys(all: () => void, fitSelection: () => void, zoomBy: (factor: number) => void): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      '0': all,
      '9': fitSelection,
      '+': () => zoomBy(1.25),
      '=': () => zoomBy(1.25),
      '-': () => zoomBy(0.8),
    };
    const pressed = (event: KeyboardEvent): void => {
      const act = event.ctrlKey || event.metaKey ? acts[event.key] : undefined;
      if (!act || event.altKey) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
