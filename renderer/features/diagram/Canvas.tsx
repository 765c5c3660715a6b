/** The drawing table: pan and zoom, choose by pointer or keyboard, put a person in another place by dragging or Alt and arrows. */
import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type Direction, neighbour, type Point, type Scene, type SceneItem } from '../../../shared/diagram/scene.ts';
import { useT } from '../../ui/words.tsx';
import { isPlaced, itemAt } from './items.ts';
import { SceneView } from './SceneView.tsx';
import type { Viewport } from './use-viewport.ts';

export interface CanvasProps {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly selected: string | null;
  onChoose(item: SceneItem | null): void;
  /** Puts a sign where another of the same team stands. */
  onMove(item: SceneItem, onto: SceneItem): void;
  onRemove(item: SceneItem): void;
}

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const movable = (item: SceneItem | null): item is SceneItem => item?.kind === 'membership' || item?.kind === 'seat';
const keyOf = (item: SceneItem): string => `${item.kind} ${item.id} ${item.containerId ?? ''}`;
/** Pixels of the screen around a line that still hit it. */
const REACH = 6;

/** The nearest sign in the same team, in a direction or around a point. */
function nearestIn(scene: Scene, item: SceneItem, toward: (other: SceneItem) => number | null): SceneItem | null {
  let best: SceneItem | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of scene.items) {
    if (other === item || other.containerId !== item.containerId || !movable(other)) continue;
    const far = toward(other);
    if (far !== null && far < least) [best, least] = [other, far];
  }
  return best;
}

function beside(scene: Scene, item: SceneItem, direction: Direction): SceneItem | null {
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const sideways = direction === 'left' || direction === 'right';
  return nearestIn(scene, item, (other) => {
    const [dx, dy] = [other.centre.x - item.centre.x, other.centre.y - item.centre.y];
    const along = (sideways ? dx : dy) * sign;
    return along < 2 ? null : along + 2 * Math.abs(sideways ? dy : dx);
  });
}

interface TargetProps {
  readonly item: SceneItem;
  readonly focusable: boolean;
  readonly pressed: boolean;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
  onChoose(): void;
}

function Target({ item, focusable, pressed, onFocus, onKey, onChoose }: TargetProps) {
  const { x, y, width, height } = item.bounds;
  return (
    <rect
      role="button"
      aria-label={item.label}
      aria-pressed={pressed}
      data-item={keyOf(item)}
      tabIndex={focusable ? 0 : -1}
      className="diagram-target"
      x={x - 3}
      y={y - 3}
      width={width + 6}
      height={height + 6}
      rx={8}
      onFocus={onFocus}
      onKeyDown={onKey}
      onClick={onChoose}
    />
  );
}

interface Hands {
  focus(item: SceneItem): void;
  key(item: SceneItem, event: KeyboardEvent): void;
  choose(item: SceneItem): void;
}

interface TargetsProps {
  readonly items: readonly SceneItem[];
  readonly stop: SceneItem | undefined;
  readonly selected: string | null;
  readonly label: string;
  /** What to do, as of now; the list itself is drawn anew only when it changes, not with every step of a pan. */
  readonly hands: RefObject<Hands | null>;
}

const Targets = memo(function Targets({ items, stop, selected, label, hands }: TargetsProps) {
  return (
    <g role="group" aria-label={label}>
      {items.map((item) => (
        <Target
          key={keyOf(item)}
          item={item}
          focusable={item === stop}
          pressed={item.id === selected}
          onFocus={() => hands.current?.focus(item)}
          onKey={(event) => hands.current?.key(item, event)}
          onChoose={() => hands.current?.choose(item)}
        />
      ))}
    </g>
  );
});

export function Canvas({ scene, viewport, selected, onChoose, onMove, onRemove }: CanvasProps) {
  const t = useT();
  const { camera, frame } = viewport;
  const svg = useRef<SVGSVGElement>(null);
  const placed = useMemo(() => scene.items.filter(isPlaced), [scene]);
  const [current, setCurrent] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ item: SceneItem; at: Point; moved: boolean } | null>(null);
  // what was chosen elsewhere, in the search or a table, comes into view; an edit must not move the camera
  const bring = useEffectEvent((id: string | null) => {
    const item = scene.items.find((other) => other.id === id && isPlaced(other));
    if (item && item.kind !== 'layer') viewport.reveal(item.bounds);
  });
  useEffect(() => bring(selected), [selected]);
  const stop = placed.find((item) => keyOf(item) === current) ?? placed.find((item) => item.id === selected) ?? placed[0];

  const focus = (item: SceneItem | null | undefined): void => {
    if (!item) return;
    setCurrent(keyOf(item));
    viewport.reveal(item.bounds);
    requestAnimationFrame(() => svg.current?.querySelector<SVGElement>(`[data-item="${keyOf(item)}"]`)?.focus());
  };

  /** Whether the key meant something here. */
  const act = (item: SceneItem, event: KeyboardEvent): boolean => {
    const direction = arrows[event.key];
    if (direction && event.altKey) {
      const onto = movable(item) ? beside(scene, item, direction) : null;
      if (onto) onMove(item, onto);
    } else if (direction) focus(neighbour(scene, item, direction));
    else if (event.key === 'Home') focus(placed[0]);
    else if (event.key === 'End') focus(placed.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') onChoose(item);
    else if (event.key === 'Delete') onRemove(item);
    else return false;
    return true;
  };
  const onKey = (item: SceneItem, event: KeyboardEvent): void => {
    if (!act(item, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const hands = useRef<Hands | null>(null);
  useEffect(() => {
    hands.current = { focus: (item) => setCurrent(keyOf(item)), key: onKey, choose: onChoose };
  });

  const pointOf = (event: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    return { x: (event.clientX - (box?.left ?? 0) - camera.x) / camera.zoom, y: (event.clientY - (box?.top ?? 0) - camera.y) / camera.zoom };
  };
  const hit = (event: PointerEvent): SceneItem | null => itemAt(scene, pointOf(event), REACH / camera.zoom);

  const onPointerDown = (event: PointerEvent): void => {
    const item = event.button === 0 ? hit(event) : null;
    if (movable(item)) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ item, at: pointOf(event), moved: false });
    } else viewport.pan.onPointerDown(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag) {
      viewport.pan.onPointerMove(event);
      return;
    }
    const at = pointOf(event);
    const moved = drag.moved || Math.hypot(at.x - drag.item.centre.x, at.y - drag.item.centre.y) * camera.zoom > 12;
    setDrag({ ...drag, at, moved });
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (drag) {
      const { item, at, moved } = drag;
      setDrag(null);
      if (!moved) onChoose(item);
      else {
        const onto = nearestIn(scene, item, (other) => Math.hypot(other.centre.x - at.x, other.centre.y - at.y));
        const home = Math.hypot(item.centre.x - at.x, item.centre.y - at.y);
        if (onto && Math.hypot(onto.centre.x - at.x, onto.centre.y - at.y) < home) onMove(item, onto);
      }
      return;
    }
    viewport.pan.onPointerUp(event);
    if (!viewport.moved() && event.button === 0) onChoose(hit(event));
  };

  return (
    <div ref={frame} className="diagram-frame" onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp}>
      <svg ref={svg} className="diagram-svg" data-drawing aria-label={scene.title} role="group">
        <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.zoom})`}>
          <SceneView scene={scene} />
          <Targets items={placed} stop={stop} selected={selected} label={t(($) => $.diagramScreen.signs)} hands={hands} />
          {drag?.moved && <circle className="diagram-ghost" cx={drag.at.x} cy={drag.at.y} r={13} aria-hidden="true" />}
        </g>
      </svg>
    </div>
  );
}
