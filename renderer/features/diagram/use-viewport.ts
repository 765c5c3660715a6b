/** Where one looks and how near: wheel and keys zoom, dragging the ground pans. What moves is only a transform. */
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Rect } from '../../../shared/diagram/scene.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen per unit of the drawing. */
  readonly zoom: number;
}

const LEAST = 0.15;
/** Under this a whole drawing cannot be read at all: a small window begins with a part of it. */
const READABLE = 0.3;
const MOST = 4;
const MARGIN = 24;
/** Room for the buttons that stand over the drawing, px. */
const TOP = 52;
/** Movement under this many pixels is a click. */
const CLICK = 3;

export interface Viewport {
  readonly camera: Camera;
  readonly frame: RefObject<HTMLDivElement | null>;
  frameArea(area?: Rect): void;
  zoomBy(factor: number): void;
  /** Puts the camera somewhere. */
  look(camera: Camera): void;
  /** Brings an area into view when it is not; the camera stays where it can. */
  reveal(area: Rect): void;
  readonly pan: {
    onPointerDown(event: ReactPointerEvent): void;
    onPointerMove(event: ReactPointerEvent): void;
    onPointerUp(event: ReactPointerEvent): void;
  };
  /** Whether the last press moved the ground, so that its click means nothing. */
  moved(): boolean;
}

const within = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/**
 * @param size of the drawing; null while there is none
 * @param isTable its table twin stands in its place
 */
export function useViewport(size: { readonly width: number; readonly height: number } | null, isTable: boolean): Viewport {
  const frame = useRef<HTMLDivElement>(null);
  const [camera, setCamera] = useState<Camera>({ x: 0, y: 0, zoom: 1 });
  const drag = useRef<{ x: number; y: number; camera: Camera; moved: boolean } | null>(null);
  const movedLast = useRef(false);
  const known = size !== null && !isTable;

  const frameArea = useCallback(
    (area?: Rect) => {
      const box = frame.current?.getBoundingClientRect();
      const target = area ?? (size ? { x: 0, y: 0, ...size } : null);
      if (!box || !target || box.width === 0) return;
      const most = area ? 1.5 : 1;
      const zoom = within(Math.min(most, (box.width - 2 * MARGIN) / target.width, (box.height - TOP - MARGIN) / target.height));
      setCamera({
        zoom,
        x: (box.width - target.width * zoom) / 2 - target.x * zoom,
        y: Math.max(TOP, (box.height - target.height * zoom) / 2) - target.y * zoom,
      });
    },
    [size],
  );

  const zoomAt = useCallback((factor: number, x: number, y: number) => {
    setCamera((before) => {
      const zoom = within(before.zoom * factor);
      const scale = zoom / before.zoom;
      return { zoom, x: x - (x - before.x) * scale, y: y - (y - before.y) * scale };
    });
  }, []);

  // only when a drawing first appears, and there so near that it can be read: an edit must not move the camera
  const first = useRef(true);
  useEffect(() => {
    if (!known || !first.current) return;
    first.current = false;
    frameArea();
    setCamera((fit) => (fit.zoom < READABLE ? { x: MARGIN, y: TOP, zoom: READABLE } : fit));
  }, [known, frameArea]);

  // the drawer opens beside it, the tools above it take a second line: what is drawn stays under the pointer
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !known) return;
    let { left, top } = element.getBoundingClientRect();
    const stay = new ResizeObserver(() => {
      const now = element.getBoundingClientRect();
      const [dx, dy] = [left - now.left, top - now.top];
      [left, top] = [now.left, now.top];
      if (dx !== 0 || dy !== 0) setCamera((before) => ({ ...before, x: before.x + dx, y: before.y + dy }));
    });
    stay.observe(element);
    return () => stay.disconnect();
  }, [known]);

  useEffect(() => {
    const element = frame.current;
    if (!element || !known) return;
    const wheel = (event: WheelEvent): void => {
      // a list over the table scrolls itself
      if (event.target instanceof Element && event.target.closest('[data-over]')) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      if (event.ctrlKey || !event.shiftKey)
        zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event.clientX - box.left, event.clientY - box.top);
      else setCamera((before) => ({ ...before, x: before.x - event.deltaY }));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [zoomAt, known]);

  return {
    camera,
    frame,
    frameArea,
    look: (next) => setCamera({ ...next, zoom: within(next.zoom) }),
    zoomBy(factor) {
      const box = frame.current?.getBoundingClientRect();
      if (box) zoomAt(factor, box.width / 2, box.height / 2);
    },
    reveal(area) {
      const box = frame.current?.getBoundingClientRect();
      if (!box) return;
      setCamera((before) => {
        const left = area.x * before.zoom + before.x;
        const top = area.y * before.zoom + before.y;
        const shift = (start: number, length: number, room: number) =>
          start < MARGIN ? MARGIN - start : start + length > room - MARGIN ? Math.max(MARGIN - start, room - MARGIN - start - length) : 0;
        const dx = shift(left, area.width * before.zoom, box.width);
        const dy = shift(top, area.height * before.zoom, box.height);
        return dx === 0 && dy === 0 ? before : { ...before, x: before.x + dx, y: before.y + dy };
      });
    },
    pan: {
      onPointerDown(event) {
        movedLast.current = false;
        if (event.button > 1) return;
        drag.current = { x: event.clientX, y: event.clientY, camera, moved: false };
      },
      onPointerMove(event) {
        const start = drag.current;
        if (!start) return;
        const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
        if (!start.moved && Math.hypot(dx, dy) < CLICK) return;
        if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
        start.moved = true;
        movedLast.current = true;
        setCamera({ ...start.camera, x: start.camera.x + dx, y: start.camera.y + dy });
      },
      onPointerUp() {
        drag.current = null;
      },
    },
    moved: () => movedLast.current,
  };
}
