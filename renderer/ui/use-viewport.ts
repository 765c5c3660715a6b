/** Where one looks and how near: wheel and keys zoom, dragging the ground pans. What moves is only a transform. */
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Rect } from '../../shared/diagram/scene.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen per unit of the drawing. */
  readonly zoom: number;
}

const LEAST = 0.15;
const MOST = 4;
const MARGIN = 24;
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

export interface ViewportOptions {
  /** Its table twin stands in its place. */
  readonly isTable?: boolean;
  /** Room for the buttons that stand over the drawing, px. */
  readonly top: number;
  /** Under this zoom a whole drawing cannot be read: a small window begins with a part of it. */
  readonly readable: number;
  /** A window of another size shows it whole again, as long as nobody zoomed or moved it. */
  readonly follows?: boolean;
}

/** @param size of the drawing; null while there is none */
export function useViewport(
  size: { readonly width: number; readonly height: number } | null,
  { isTable = false, top, readable, follows = false }: ViewportOptions,
): Viewport {
  const frame = useRef<HTMLDivElement>(null);
  const [camera, setCamera] = useState<Camera>({ x: 0, y: 0, zoom: 1 });
  const drag = useRef<{ x: number; y: number; camera: Camera; moved: boolean } | null>(null);
  const movedLast = useRef(false);
  const touched = useRef(false);
  const known = size !== null && !isTable;

  const frameArea = useCallback(
    (area?: Rect) => {
      touched.current = area !== undefined;
      const box = frame.current?.getBoundingClientRect();
      const target = area ?? (size ? { x: 0, y: 0, ...size } : null);
      if (!box || !target || box.width === 0) return;
      const most = area ? 1.5 : 1;
      const zoom = within(Math.min(most, (box.width - 2 * MARGIN) / target.width, (box.height - top - MARGIN) / target.height));
      setCamera({
        zoom,
        x: (box.width - target.width * zoom) / 2 - target.x * zoom,
        y: Math.max(top, (box.height - target.height * zoom) / 2) - target.y * zoom,
      });
    },
    [size, top],
  );

  const zoomAt = useCallback((factor: number, x: number, y: number) => {
    touched.current = true;
    setCamera((before) => {
      const zoom = within(before.zoom * factor);
      const scale = zoom / before.zoom;
      return { zoom, x: x - (x - before.x) * scale, y: y - (y - before.y) * scale };
    });
  }, []);

  /** All of it, and where that cannot be read the beginning. */
  const begin = useEffectEvent(() => {
    frameArea();
    const room = frame.current?.clientWidth ?? 0;
    const near = { x: Math.max(MARGIN, (room - (size?.width ?? 0) * readable) / 2), y: top, zoom: readable };
    setCamera((fit) => (fit.zoom < readable ? near : fit));
  });
  // only when a drawing first appears, and there so near that it can be read: an edit must not move the camera
  const first = useRef(true);
  useEffect(() => {
    if (!known || !first.current) return;
    first.current = false;
    begin();
  }, [known]);

  // the drawer opens beside it, the tools above it take a second line: what is drawn stays under the pointer
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !known) return;
    let before = element.getBoundingClientRect();
    const stay = new ResizeObserver(() => {
      const now = element.getBoundingClientRect();
      const [dx, dy] = [before.left - now.left, before.top - now.top];
      const isOther = now.width !== before.width || now.height !== before.height;
      before = now;
      if (follows && isOther && !touched.current) begin();
      else if (dx !== 0 || dy !== 0) setCamera((camera) => ({ ...camera, x: camera.x + dx, y: camera.y + dy }));
    });
    stay.observe(element);
    return () => stay.disconnect();
  }, [known, follows]);

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
      else {
        touched.current = true;
        setCamera((before) => ({ ...before, x: before.x - event.deltaY }));
      }
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [zoomAt, known]);

  return {
    camera,
    frame,
    frameArea,
    look(next) {
      touched.current = true;
      setCamera({ ...next, zoom: within(next.zoom) });
    },
    zoomBy(factor) {
      const box = frame.current?.getBoundingClientRect();
      if (box) zoomAt(factor, box.width / 2, box.height / 2);
    },
    reveal(area) {
      const box = frame.current?.getBoundingClientRect();
      if (!box) return;
      setCamera((before) => {
        const left = area.x * before.zoom + before.x;
        const above = area.y * before.zoom + before.y;
        const shift = (start: number, length: number, room: number) =>
          start < MARGIN ? MARGIN - start : start + length > room - MARGIN ? Math.max(MARGIN - start, room - MARGIN - start - length) : 0;
        const dx = shift(left, area.width * before.zoom, box.width);
        const dy = shift(above, area.height * before.zoom, box.height);
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
        touched.current = true;
        setCamera({ ...start.camera, x: start.camera.x + dx, y: start.camera.y + dy });
      },
      onPointerUp() {
        drag.current = null;
      },
    },
    moved: () => movedLast.current,
  };
}
