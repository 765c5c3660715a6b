/** A list that opens beside a drawing that was wholly in view leaves it wholly in view; who looks at a part keeps looking at it. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useSheet } from '../page/use-sheet.ts';

/** @param size of the drawing, null while there is none; comparing opens the list */
export function useRefit(viewport: Viewport, size: { readonly width: number } | null, comparing: boolean): void {
  const { open } = useSheet();
  const sides = Number(comparing) + Number(open);
  const before = useRef({ sides, whole: false });
  const settle = useEffectEvent(() => {
    const { camera, frame } = viewport;
    const room = frame.current?.clientWidth ?? 0;
    if (before.current.sides !== sides && before.current.whole) viewport.frameArea();
    const whole = size !== null && camera.x >= 0 && camera.x + size.width * camera.zoom <= room;
    before.current = { sides, whole: before.current.sides !== sides ? before.current.whole : whole };
  });
  useEffect(() => settle());
}
