/** What is under the pointer or has the focus shows what it hangs together with; the rest goes faint on what is drawn already. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Focus } from '../../../../shared/diagram/focus.ts';
import { litLeaves } from '../../../../shared/diagram/reading.ts';
import type { Point, SceneItem } from '../../../../shared/diagram/scene.ts';
import type { Camera } from '../../../ui/use-viewport.ts';
import { itemAt, itemKey } from '../items.ts';
import type { Reading } from './use-reading.ts';

/** Milliseconds that the focus rests on something before the rest goes faint. */
const REST = 400;
const REACH = 5;

/** The item that a target of the keyboard stands for. */
export function itemOfTarget(reading: Reading, target: EventTarget | null): SceneItem | null {
  const key = target instanceof Element ? target.closest('[data-item]')?.getAttribute('data-item') : null;
  return (key && reading.scene.items.find((item) => itemKey(item) === key)) || null;
}

/** The unit whose title, or folded card, is at a point. */
export function unitAt(reading: Reading, point: Point): string | null {
  const item = itemAt(reading.scene, point, 0);
  if (item?.kind !== 'unit' || !reading.canFold.has(item.id)) return null;
  if (reading.asked.folded.includes(item.id)) return item.id;
  // a title is as high as one to three lines; its middle is the centre of the item
  const { bounds, centre } = item;
  return point.y <= centre.y + (centre.y - bounds.y) ? item.id : null;
}

/** What hangs together is shown of a sign, a line and a title; the ground of a team, and a layer, is a place to rest. */
function subjectAt(reading: Reading, point: Point, zoom: number): string | null {
  const item = itemAt(reading.scene, point, REACH / zoom);
  if (!item || item.kind === 'layer') return null;
  if (item.kind === 'unit') return unitAt(reading, point);
  return item.personId ?? item.id;
}

export function useShowcase(frame: HTMLElement | null, reading: Reading, camera: Camera): void {
  const shown = useRef<string | null>(null);
  const show = useEffectEvent((id: string | null) => {
    // a focus of its own says already what is faint
    const next = reading.asked.focus ? null : id;
    if (next === shown.current || !frame) return;
    shown.current = next;
    const scene = frame.querySelector('.scene');
    for (const leaf of frame.querySelectorAll('.leaf.lit')) leaf.classList.remove('lit');
    scene?.classList.toggle('showcase', next !== null);
    if (next === null) return;
    const focus: Focus = { id: next, steps: 1 };
    const lit = litLeaves(reading.layout, { ...reading.asked, focus });
    for (const leaf of frame.querySelectorAll<SVGElement>('.leaf')) if (lit.has(leaf.dataset.id ?? '')) leaf.classList.add('lit');
  });
  const pointAt = useEffectEvent((event: MouseEvent): string | null => {
    const box = frame?.getBoundingClientRect();
    if (!box) return null;
    const point = { x: (event.clientX - box.left - camera.x) / camera.zoom, y: (event.clientY - box.top - camera.y) / camera.zoom };
    return subjectAt(reading, point, camera.zoom);
  });
  const subjectOf = useEffectEvent((target: EventTarget | null): string | null => {
    const item = itemOfTarget(reading, target);
    return item && item.kind !== 'layer' ? (item.personId ?? item.id) : null;
  });

  // another scene has other leaves
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what makes it anew
  useEffect(() => {
    show(null);
  }, [reading.scene]);

  useEffect(() => {
    if (!frame) return;
    let asked = 0;
    let rest = 0;
    const move = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => show(event.buttons === 0 ? pointAt(event) : null));
    };
    const leave = (): void => {
      cancelAnimationFrame(asked);
      window.clearTimeout(rest);
      show(null);
    };
    const focus = ({ target }: FocusEvent): void => {
      window.clearTimeout(rest);
      if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
      rest = window.setTimeout(() => show(subjectOf(target)), REST);
    };
    frame.addEventListener('pointermove', move);
    frame.addEventListener('pointerleave', leave);
    frame.addEventListener('focusin', focus);
    frame.addEventListener('focusout', leave);
    return () => {
      leave();
      frame.removeEventListener('pointermove', move);
      frame.removeEventListener('pointerleave', leave);
      frame.removeEventListener('focusin', focus);
      frame.removeEventListener('focusout', leave);
    };
  }, [frame]);
}
