/** Where the keyboard goes on when what had the focus is gone: in the drawer, and once it closes back where it was opened. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Shown } from '../../state/view.store.ts';

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

type Focusable = HTMLElement | SVGElement;

/** @returns the drawer, as long as it is there */
export function useDrawerFocus(shown: Shown | null, help: string | null): RefObject<HTMLElement | null> {
  const drawer = useRef<HTMLElement>(null);
  /** What last had the focus beside the drawer, and what had it when the drawer was opened. */
  const beside = useRef<Focusable>(null);
  const opener = useRef<Focusable>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if ((target instanceof HTMLElement || target instanceof SVGElement) && target.closest('.rail, .top, .work')) beside.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  const inDrawer = help ?? (shown && JSON.stringify(shown));
  const was = useRef<string | null>(null);
  useEffect(() => {
    const before = was.current;
    was.current = inDrawer;
    if (inDrawer !== null && (before === null || document.activeElement === beside.current)) opener.current = beside.current;
    if (before === null || before === inDrawer || !isLost()) return;
    if (inDrawer !== null) drawer.current?.focus();
    else ([opener, beside].find(({ current }) => current?.isConnected)?.current ?? document.getElementById('work'))?.focus();
  }, [inDrawer]);
  return drawer;
}
