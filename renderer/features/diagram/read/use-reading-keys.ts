/** Keys and the double click for reading: - and + fold, F looks from here, arrows pan where nothing has the focus, Esc returns. */
import { useEffect, useEffectEvent } from 'react';
import { useSelected, useView } from '../../../state/view.store.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import type { Reading } from './use-reading.ts';
import { itemOfTarget, unitAt } from './use-showcase.ts';

/** Pixels of the screen per press of an arrow key; Shift makes it larger. */
const STEP = 60;
const pans: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
export const MOST_STEPS = 5;

/** A menu, list or panel that is open takes the keys for itself. */
const overlays = '[role="menu"], [role="listbox"], [role="dialog"]';
const overlayOpen = (): boolean => [...document.querySelectorAll<HTMLElement>(overlays)].some((element) => element.checkVisibility());

/** One step further or less from where one looks; nothing beyond one and five. */
export function stepFocus(reading: Reading, by: 1 | -1): void {
  const { focus } = reading.asked;
  if (focus) reading.setFocus({ ...focus, steps: Math.min(MOST_STEPS, Math.max(1, focus.steps + by)) });
}

/** Folds or opens a team and says so to who does not see it. */
export function useFolding(reading: Reading): (id: string) => void {
  const t = useT();
  return (id) => {
    const name = reading.layout.look.unit(id)?.name ?? '';
    const state = reading.asked.folded.includes(id) ? t(($) => $.reading.fold.opened) : t(($) => $.reading.fold.closed);
    reading.toggleFold(id);
    useView.getState().say(t(($) => $.reading.fold.said, { name, state }));
  };
}

export function useReadingKeys(frame: HTMLElement | null, reading: Reading, viewport: Viewport): void {
  const selected = useSelected();
  const fold = useFolding(reading);
  const { focus, folded } = reading.asked;

  /** On a sign or team: fold, open, or look from here. */
  const onItem = useEffectEvent((event: KeyboardEvent): boolean => {
    const item = itemOfTarget(reading, event.target);
    const unit = item?.kind === 'unit' && reading.canFold.has(item.id) ? item.id : null;
    if (event.key === 'f' || event.key === 'F') {
      const id = item && item.kind !== 'layer' ? (item.personId ?? item.id) : selected;
      if (id) reading.setFocus(focus?.id === id ? null : { id, steps: 1 });
      return id !== null;
    }
    if (focus && (event.key === '+' || event.key === '=' || event.key === '-')) {
      stepFocus(reading, event.key === '-' ? -1 : 1);
      return true;
    }
    if (unit === null) return false;
    const wants = event.key === '-' ? !folded.includes(unit) : event.key === '+' || event.key === '=' ? folded.includes(unit) : false;
    if (wants) fold(unit);
    return wants;
  });

  const pan = useEffectEvent((event: KeyboardEvent): boolean => {
    const way = pans[event.key];
    const nothing = document.activeElement === document.body || document.activeElement === frame;
    if (!way || !nothing) return false;
    const far = event.shiftKey ? STEP * 4 : STEP;
    viewport.look({ ...viewport.camera, x: viewport.camera.x + way[0] * far, y: viewport.camera.y + way[1] * far });
    return true;
  });

  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || overlayOpen()) return;
    const { target } = event;
    if (target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))) return;
    const inDrawing = target === document.body || (target instanceof Node && frame?.contains(target) === true);
    const left = event.key === 'Escape' && focus !== null;
    if (left) reading.setFocus(null);
    else if (!inDrawing || !(onItem(event) || pan(event))) return;
    event.preventDefault();
  });

  const twice = useEffectEvent((event: MouseEvent): void => {
    const box = frame?.getBoundingClientRect();
    const { camera } = viewport;
    if (!box) return;
    const unit = unitAt(reading, { x: (event.clientX - box.left - camera.x) / camera.zoom, y: (event.clientY - box.top - camera.y) / camera.zoom });
    if (unit === null) return;
    event.preventDefault();
    event.stopPropagation();
    fold(unit);
  });

  useEffect(() => {
    if (!frame) return;
    const press = (event: KeyboardEvent) => pressed(event);
    const click = (event: MouseEvent) => twice(event);
    // on the document: before the keys of the window, after those of the drawing itself
    document.addEventListener('keydown', press);
    frame.addEventListener('dblclick', click, true);
    return () => {
      document.removeEventListener('keydown', press);
      frame.removeEventListener('dblclick', click, true);
    };
  }, [frame]);
}
