/** The pointer on the drawing: it picks up, draws lines, encloses, or moves the ground; what it means is decided in `acts.ts`. */
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Point, Scene, SceneItem } from '../../../../shared/diagram/scene.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { itemAt, itemKey } from '../items.ts';
import type { End } from './acts.ts';
import { CLICK, canCarry, canRelate, type Gesture, handleOf, inArea, type LineEnd } from './gesture.ts';

/** What came of it. */
export interface Results {
  choose(item: SceneItem | null, more: boolean): void;
  /** Put down on a target, at a point of the table. */
  drop(items: readonly SceneItem[], target: SceneItem | null, at: Point, inDrawing: Point): void;
  relate(from: SceneItem, to: SceneItem | null, at: Point): void;
  /** An end of the chosen relation was put on something else. */
  reattach(relation: SceneItem, end: End, to: SceneItem | null, at: Point): void;
  enclose(keys: readonly string[], more: boolean): void;
  make(target: SceneItem | null, at: Point): void;
  menu(item: SceneItem | null, at: Point): void;
}

interface Options {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly picked: ReadonlySet<string>;
  readonly results: Results;
  /** Of the relation that is chosen. */
  readonly ends: readonly LineEnd[];
  readonly chosen: SceneItem | undefined;
}

/** px of the screen around a line, and around a handle, that still hit it */
const REACH = 6;
const HANDLE = 12;
/** ms in which a second click makes the first one a double one */
const DOUBLE = 250;
/** Width of the names of layers, in the drawing. */
const LABEL = 110;

/** The space bar makes every drag move the ground. */
function useSpace(): { readonly current: boolean } {
  const down = useRef(false);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.code === 'Space') down.current = event.type === 'keydown';
    };
    window.addEventListener('keydown', key);
    window.addEventListener('keyup', key);
    return () => {
      window.removeEventListener('keydown', key);
      window.removeEventListener('keyup', key);
    };
  }, []);
  return down;
}

export function useGestures({ scene, viewport, picked, results, ends, chosen }: Options) {
  const { camera, frame } = viewport;
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const [hover, setHover] = useState<SceneItem | null>(null);
  /** px of the table: where the pointer came on it */
  const [hoverAt, setHoverAt] = useState<Point>({ x: 0, y: 0 });
  const space = useSpace();
  const now = useRef<Gesture | null>(null);
  /** A press that began on something over the table is not for the table. */
  const pressed = useRef(false);
  const set = (next: Gesture | null): void => {
    now.current = next;
    setGesture(next);
  };
  useEffect(() => {
    const giveUp = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || now.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      now.current = null;
      setGesture(null);
    };
    window.addEventListener('keydown', giveUp, true);
    return () => window.removeEventListener('keydown', giveUp, true);
  }, []);

  const tableOf = (event: MouseEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const pointOf = (event: MouseEvent): Point => {
    const { x, y } = tableOf(event);
    return { x: (x - camera.x) / camera.zoom, y: (y - camera.y) / camera.zoom };
  };
  const hitAt = (point: Point): SceneItem | null => itemAt(scene, point, REACH / camera.zoom);
  const near = (a: Point, b: Point, reach: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) * camera.zoom <= reach;
  const onHandle = (point: Point): boolean => hover !== null && canRelate(hover) && near(handleOf(hover), point, HANDLE);
  /** A layer is chosen by its name; the rest of it is ground. */
  const clicked = (point: Point): SceneItem | null => {
    const item = hitAt(point);
    return item?.kind === 'layer' && point.x > item.bounds.x + LABEL ? null : item;
  };
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  /** The inside of a team waits for a second click: the drawer that the first one opens could come to lie under it. */
  const click = (item: SceneItem | null, more: boolean): void => {
    clearTimeout(waiting.current);
    if (item?.kind === 'unit' && !more) waiting.current = setTimeout(() => results.choose(item, more), DOUBLE);
    else results.choose(item, more);
  };
  /** What lies under what is carried: not a line, and not itself. */
  const targetAt = (point: Point, carried: readonly SceneItem[]): SceneItem | null => {
    const own = new Set(carried.filter((item) => item.kind !== 'unit').map(itemKey));
    const others = { ...scene, items: scene.items.filter((item) => !own.has(itemKey(item)) && item.lines === undefined) };
    return itemAt(others, point, 0);
  };

  /** A line that was drawn away and came back means nothing; a click on the handle asks whereto. */
  const isBack = (from: SceneItem, at: Point, over: SceneItem | null): boolean => {
    if (near(handleOf(from), at, HANDLE)) return false;
    const { x, y, width, height } = from.bounds;
    return over === from || (from.kind !== 'unit' && at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height);
  };

  const onPointerDown = (event: PointerEvent): void => {
    const at = pointOf(event);
    pressed.current = true;
    if (event.button === 0 && !space.current) {
      if (onHandle(at) && hover) {
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ type: 'line', from: hover, at, over: null });
        return;
      }
      const end = ends.find(({ point }) => near(point, at, HANDLE));
      if (end && chosen) {
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ type: 'end', relation: chosen, from: end, at, over: null });
        return;
      }
      const item = hitAt(at);
      if (event.shiftKey && !canCarry(item, at)) {
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ type: 'area', path: [at], free: event.altKey });
        return;
      }
      if (canCarry(item, at)) {
        set({ type: 'press', item, start: at });
        return;
      }
    }
    viewport.pan.onPointerDown(event);
  };

  const step = (busy: Gesture, at: Point, event: PointerEvent): Gesture => {
    if (busy.type === 'area') return { ...busy, path: busy.free ? [...busy.path, at] : [busy.path[0] as Point, at] };
    if (busy.type === 'line') return { ...busy, at, over: targetAt(at, [busy.from]) };
    if (busy.type === 'end') return { ...busy, at, over: targetAt(at, []) };
    if (busy.type === 'carry') return { ...busy, at, over: targetAt(at, busy.items) };
    if (near(busy.start, at, CLICK)) return busy;
    event.currentTarget.setPointerCapture(event.pointerId);
    const all = picked.has(itemKey(busy.item)) ? scene.items.filter((item) => picked.has(itemKey(item))) : [busy.item];
    return { type: 'carry', items: all, at, over: targetAt(at, all) };
  };

  const onPointerMove = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (now.current !== null) {
      set(step(now.current, at, event));
      return;
    }
    viewport.pan.onPointerMove(event);
    if (viewport.moved() && event.buttons !== 0) return;
    const item = onHandle(at) ? hover : hitAt(at);
    if (item === hover) return;
    setHover(item);
    setHoverAt(tableOf(event));
  };

  const onPointerUp = (event: PointerEvent): void => {
    const busy = now.current;
    if (!pressed.current) return;
    pressed.current = false;
    const more = event.ctrlKey || event.metaKey || event.shiftKey;
    set(null);
    if (busy === null) {
      viewport.pan.onPointerUp(event);
      if (!viewport.moved() && event.button === 0) click(clicked(pointOf(event)), more);
    } else if (busy.type === 'press') results.choose(busy.item, more);
    else if (busy.type === 'line') {
      if (!isBack(busy.from, busy.at, busy.over)) results.relate(busy.from, busy.over, tableOf(event));
    } else if (busy.type === 'end') results.reattach(busy.relation, busy.from, busy.over, tableOf(event));
    else if (busy.type === 'carry') results.drop(busy.items, busy.over, tableOf(event), busy.at);
    else results.enclose(inArea(scene, busy.path, busy.free), event.ctrlKey || event.metaKey);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    clearTimeout(waiting.current);
    const at = pointOf(event);
    const item = hitAt(at);
    if (item === null || item.kind === 'layer' || (item.kind === 'unit' && !canCarry(item, at))) results.make(item, tableOf(event));
  };

  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    results.menu(hitAt(pointOf(event)), tableOf(event));
  };

  /** Picks up something that is not in the drawing yet. */
  const begin = (item: SceneItem, event: PointerEvent): void => {
    frame.current?.setPointerCapture(event.pointerId);
    pressed.current = true;
    set({ type: 'press', item, start: pointOf(event) });
  };

  return {
    begin,
    gesture,
    hover: gesture === null ? hover : null,
    hoverAt,
    events: { onPointerDown, onPointerMove, onPointerUp, onPointerLeave: () => setHover(null), onDoubleClick, onContextMenu },
  };
}
