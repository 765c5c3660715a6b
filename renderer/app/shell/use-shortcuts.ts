/** The keys that work everywhere. Letters and figures without Ctrl or Alt are for the screens. */
import { spotlight } from '@mantine/spotlight';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { addMonths, useView } from '../../state/view.store.ts';

export interface Doings {
  undo(): void;
  redo(): void;
  saved(): void;
  help(): void;
  /** The n-th room of the open network, from 1. */
  room(n: number): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)));

/** Something that takes Escape for itself: a menu, a list of choices, a question. */
const overlays = '[role="menu"], [role="listbox"], [aria-modal="true"]';
const overlayOpen = (): boolean => [...document.querySelectorAll<HTMLElement>(overlays)].some((element) => element.checkVisibility?.() ?? true);

/** F6: rail, list, work, drawer, and round again. A list stands in the work, and comes before the rest of it. */
function nextPane(backwards: boolean): void {
  const outer = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => !pane.parentElement?.closest('[data-pane]'));
  const panes = outer.flatMap((pane) => [...pane.querySelectorAll<HTMLElement>('[data-pane]'), pane]);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = backwards ? panes.at(at < 0 ? -1 : at - 1) : panes[(at + 1) % panes.length];
  const stops = [
    ...(next?.querySelectorAll<HTMLElement>('[data-pane-focus], [tabindex="0"], a[href], button:not(:disabled), input:not(:disabled)') ?? []),
  ];
  (stops.find((stop) => stop.closest('[data-pane]') === next && stop.tabIndex >= 0) ?? next)?.focus();
}

export function printView(): void {
  const { printer } = useView.getState();
  if (printer) printer();
  else window.print();
}

/** Esc steps back one: the help, then what stands in the drawer. */
function stepBack(): boolean {
  const { help, trail, showHelp, back } = useView.getState();
  if (help !== null) showHelp(null);
  else if (trail.length > 0) back();
  else return false;
  return true;
}

type Key = (doings: Doings, event: KeyboardEvent) => boolean;

const withControl: Readonly<Record<string, Key>> = {
  z: (doings, event) => {
    if (isTyping(event.target)) return false;
    if (event.shiftKey) doings.redo();
    else doings.undo();
    return true;
  },
  y: (doings, event) => {
    if (isTyping(event.target)) return false;
    doings.redo();
    return true;
  },
  s: (doings) => {
    doings.saved();
    return true;
  },
  k: () => {
    spotlight.toggle();
    return true;
  },
  p: () => {
    printView();
    return true;
  },
  f: () => {
    const find = document.querySelector<HTMLInputElement>('[data-find]');
    find?.focus();
    return find !== null;
  },
};

const shiftDay = (months: number): boolean => {
  const { portfolio, day, setDay } = useView.getState();
  if (portfolio !== null) setDay(addMonths(day, months));
  return true;
};

/** Alt with an arrow or a figure; the navigator goes where you were. */
function withAlt(event: KeyboardEvent, doings: Doings, travel: (delta: number) => void): boolean {
  if (event.key === 'ArrowUp') return shiftDay(1);
  if (event.key === 'ArrowDown') return shiftDay(-1);
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    travel(event.key === 'ArrowLeft' ? -1 : 1);
    return true;
  }
  const figure = /^Digit(\d)$/.exec(event.code)?.[1];
  if (figure === undefined) return false;
  doings.room(figure === '0' ? 10 : Number(figure));
  return true;
}

function plain(event: KeyboardEvent, doings: Doings): boolean {
  if (event.key === 'F1') {
    doings.help();
    return true;
  }
  if (event.key === 'F6') {
    nextPane(event.shiftKey);
    return true;
  }
  return event.key === 'Escape' && !overlayOpen() && stepBack();
}

export function useShortcuts(doings: Doings): void {
  const navigate = useNavigate();
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    const done = control
      ? (!event.altKey && withControl[event.key.toLowerCase()]?.(doings, event)) || false
      : event.altKey
        ? !event.shiftKey && withAlt(event, doings, (delta) => navigate(delta))
        : plain(event, doings);
    if (done) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
