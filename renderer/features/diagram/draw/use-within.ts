import { useLayoutEffect, useRef, useState } from 'react';

const EDGE = 8;
/** px at the foot, where what was done last is said */
const FOOT = 76;

/**
 * Keeps a card within the table that it stands on, also when it grows, and gives it the focus.
 * @param at where it was asked, px from the left top of the table
 */
export function useWithin(at: { readonly x: number; readonly y: number }) {
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  useLayoutEffect(() => {
    const { current } = card;
    const table = current?.parentElement;
    if (!current || !table) return;
    const put = (): void => {
      const room = table.getBoundingClientRect();
      const own = current.getBoundingClientRect();
      // a low table has no room to keep free
      const foot = own.height + FOOT + EDGE < room.height ? FOOT : EDGE;
      setPlace({
        x: Math.max(EDGE, Math.min(at.x + EDGE, room.width - own.width - EDGE)),
        y: Math.max(EDGE, Math.min(at.y + EDGE, room.height - own.height - foot)),
      });
    };
    // the trap around the card gives the focus once more, later: it must give it to what has it by then
    const mark = ({ target }: FocusEvent): void => {
      for (const before of current.querySelectorAll('[data-autofocus]')) before.removeAttribute('data-autofocus');
      if (target instanceof HTMLElement) target.dataset.autofocus = '';
    };
    current.addEventListener('focusin', mark);
    // at once: Enter may follow the letter that asked before a frame has passed
    current.querySelector<HTMLElement>('input, button')?.focus();
    put();
    const grown = new ResizeObserver(put);
    grown.observe(current);
    return () => {
      grown.disconnect();
      current.removeEventListener('focusin', mark);
    };
  }, [at]);
  return { card, place };
}
