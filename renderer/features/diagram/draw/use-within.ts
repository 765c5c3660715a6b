import { useLayoutEffect, useRef, useState } from 'react';

const EDGE = 8;
/** px at the foot, where what was done last is said */
const FOOT = 76;

/**
 * Keeps a card within the table that it stands on, and gives it the focus.
 * @param at where it was asked, px from the left top of the table
 */
export function useWithin(at: { readonly x: number; readonly y: number }) {
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  useLayoutEffect(() => {
    const table = card.current?.parentElement?.getBoundingClientRect();
    const own = card.current?.getBoundingClientRect();
    // at once: Enter may follow the letter that asked before a frame has passed
    card.current?.querySelector<HTMLElement>('input, button')?.focus();
    if (!table || !own) return;
    setPlace({
      x: Math.max(EDGE, Math.min(at.x + EDGE, table.width - own.width - EDGE)),
      y: Math.max(EDGE, Math.min(at.y + EDGE, table.height - own.height - FOOT)),
    });
  }, [at]);
  return { card, place };
}
