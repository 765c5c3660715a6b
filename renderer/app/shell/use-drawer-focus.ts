/** Where the keyboard goes on when what had the focus is gone: in the drawer, and back where you were once it closes. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Shown } from '../../state/view.store.ts';

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** @returns the drawer, as long as it is there */
export function useDrawerFocus(shown: Shown | null, help: string | null): RefObject<HTMLElement | null> {
  const drawer = useRef<HTMLElement>(null);
  const before = useRef<HTMLElement | SVGElement>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if ((target instanceof HTMLElement || target instanceof SVGElement) && target.closest('.rail, .top, .work')) before.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  const inDrawer = help ?? (shown && JSON.stringify(shown));
  const was = useRef<string | null>(null);
  useEffect(() => {
    const closed = was.current !== null && inDrawer === null;
    const turned = was.current !== null && inDrawer !== null && was.current !== inDrawer;
    was.current = inDrawer;
    if (!isLost()) return;
    if (turned) drawer.current?.focus();
    if (closed) (before.current?.isConnected ? before.current : document.getElementById('work'))?.focus();
  }, [inDrawer]);
  return drawer;
}
