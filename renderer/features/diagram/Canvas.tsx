/** The drawing table: pan and zoom, choose one or many, draw and connect by pointer; every act has its keys. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode, type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DiagramModel } from '../../../shared/diagram/model.ts';
import { type Direction, type LegendItem, neighbour, type Point, type Rect, type Scene, type SceneItem } from '../../../shared/diagram/scene.ts';
import type { Viewport } from '../../ui/use-viewport.ts';
import { useT } from '../../ui/words.tsx';
import { ActMenu } from './draw/ActMenu.tsx';
import { type Act, carriedOf, dropAct, keyAct, newAct, reattachAct, relateAct, relationsAt } from './draw/acts.ts';
import { useDraw } from './draw/draw.store.ts';
import { Ghosts } from './draw/Ghosts.tsx';
import { lineEnds, linkedTo, sameKind } from './draw/gesture.ts';
import { PickedBar } from './draw/PickedBar.tsx';
import { Question } from './draw/Question.tsx';
import { looseItem, Tray, useWithoutTeam } from './draw/Tray.tsx';
import { type Results, useGestures } from './draw/use-gestures.ts';
import { isPlaced, itemKey } from './items.ts';
import { LegendTargets } from './LegendTargets.tsx';
import { beside, nearestIn } from './order.ts';
import { HoverNote } from './read/HoverNote.tsx';
import { SceneView } from './SceneView.tsx';

export interface CanvasProps {
  readonly scene: Scene;
  readonly model: DiagramModel;
  readonly viewport: Viewport;
  readonly selected: string | null;
  readonly tray: boolean;
  setTray(open: boolean): void;
  onChoose(item: SceneItem | null): void;
  /** Puts a sign where another of the same team stands. */
  onMove(item: SceneItem, onto: SceneItem): void;
  onRemove(items: readonly SceneItem[]): void;
  /** A value of the legend is left out, or taken back. */
  onLegend(item: LegendItem): void;
  /** Drawn over the table. */
  readonly children?: ReactNode;
}

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface TargetProps {
  readonly item: SceneItem;
  readonly focusable: boolean;
  readonly pressed: boolean;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
  onChoose(): void;
}

/** A line is reached at its middle. */
const targetOf = (item: SceneItem): Rect => (isPlaced(item) ? item.bounds : { x: item.centre.x - 8, y: item.centre.y - 8, width: 16, height: 16 });

function Target({ item, focusable, pressed, onFocus, onKey, onChoose }: TargetProps) {
  const { x, y, width, height } = targetOf(item);
  return (
    <rect
      role="button"
      aria-label={item.label}
      aria-pressed={pressed}
      data-item={itemKey(item)}
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
  readonly picked: ReadonlySet<string>;
  readonly label: string;
  /** What to do, as of now; the list itself is drawn anew only when it changes, not with every step of a pan. */
  readonly hands: RefObject<Hands | null>;
}

const Targets = memo(function Targets({ items, stop, selected, picked, label, hands }: TargetsProps) {
  return (
    <g role="group" aria-label={label}>
      {items.map((item) => (
        <Target
          key={itemKey(item)}
          item={item}
          focusable={item === stop}
          pressed={item.id === selected || picked.has(itemKey(item))}
          onFocus={() => hands.current?.focus(item)}
          onKey={(event) => hands.current?.key(item, event)}
          onChoose={() => hands.current?.choose(item)}
        />
      ))}
    </g>
  );
});

/** Picks are of this drawing: what is gone from it is picked no more. */
function usePicked(scene: Scene): { picked: ReadonlySet<string>; items: readonly SceneItem[] } {
  const picked = useDraw((draw) => draw.picked);
  const items = useMemo(() => (picked.size === 0 ? [] : scene.items.filter((item) => picked.has(itemKey(item)))), [scene, picked]);
  useEffect(() => () => useDraw.setState(useDraw.getInitialState()), []);
  return { picked, items };
}

export function Canvas(props: CanvasProps) {
  const { scene, model, viewport, selected, tray, setTray, onChoose, onMove, onRemove, onLegend, children } = props;
  const t = useT();
  const { camera, frame } = viewport;
  const svg = useRef<SVGSVGElement>(null);
  const placed = useMemo(() => scene.items.filter((item) => item.kind !== 'bridge'), [scene]);
  const [current, setCurrent] = useState<string | null>(null);
  const { picked, items } = usePicked(scene);
  const menu = useDraw((draw) => draw.menu);
  const { pick, toggle, openMenu, closeMenu } = useDraw.getState();
  const origin = useRef<Element | null>(null);
  const ask = (act: Act, at: Point): void => {
    origin.current = document.activeElement;
    useDraw.getState().ask(act, at);
  };
  const loose = useWithoutTeam(model.network.id);
  // what was chosen here is in view: a second click must find it where the first one did
  const pointed = useRef<string | null>(null);
  // what was chosen elsewhere, in the search or a table, comes into view; an edit must not move the camera
  const bring = useEffectEvent((id: string | null) => {
    if (id === pointed.current) return;
    const item = scene.items.find((other) => (other.id === id || (id !== null && other.personId === id)) && isPlaced(other));
    if (item && item.kind !== 'layer') viewport.reveal(item.bounds);
  });
  useEffect(() => bring(selected), [selected]);
  const stop = placed.find((item) => itemKey(item) === current) ?? placed.find((item) => item.id === selected) ?? placed[0];

  const focus = (item: SceneItem | null | undefined): void => {
    if (!item) return;
    setCurrent(itemKey(item));
    viewport.reveal(targetOf(item));
    // at once: the next key may follow before a frame has passed
    svg.current?.querySelector<SVGElement>(`[data-item="${itemKey(item)}"]`)?.focus({ preventScroll: true });
  };
  const tableAt = ({ x, y }: Point): Point => ({ x: x * camera.zoom + camera.x, y: y * camera.zoom + camera.y });
  /** Those that an act on this item is about: all that are picked when it is one of them. */
  const meant = (item: SceneItem): readonly SceneItem[] => (picked.has(itemKey(item)) ? items : [item]);

  const results: Results = {
    choose: (item, more) => {
      if (item && more && isPlaced(item)) return toggle(itemKey(item));
      if (item?.kind === 'membership' && item.containerId === null) return ask(asked(item), { x: 24, y: 24 });
      pick([]);
      if (item) setCurrent(itemKey(item));
      pointed.current = item?.id ?? null;
      onChoose(item);
    },
    drop: (carried, target, at, inDrawing) => {
      const what = carriedOf(carried);
      const act = what && dropAct(model, what, target);
      if (act) return ask(act, at);
      const [item] = carried;
      if (carried.length === 1 && item && item.kind !== 'unit') reorder(item, inDrawing);
    },
    relate: (from, to, at) => ask(relateAct(meant(from), to), at),
    reattach: (relation, end, to, at) => {
      const act = reattachAct(model, relation.id, end, to);
      if (act) ask(act, at);
    },
    enclose: (keys, more) => pick(more ? [...picked, ...keys] : keys),
    make: (target, at) => ask(newAct(model, target), at),
    menu: (item, at) => openMenu(at, item === null ? [] : meant(item).map(itemKey)),
  };
  const asked = (item: SceneItem) => ({
    act: 'join' as const,
    people: [{ personId: item.personId as string, membershipId: null }],
    containerId: null,
    seatId: null,
  });
  const reorder = (item: SceneItem, at: Point): void => {
    const far = (other: SceneItem): number => Math.hypot(other.centre.x - at.x, other.centre.y - at.y);
    const onto = nearestIn(scene, item, far);
    if (onto && far(onto) < far(item)) onMove(item, onto);
  };
  const relation = scene.items.find((item) => item.kind === 'relation' && item.id === selected);
  const ends = useMemo(() => (relation ? lineEnds(model, scene, relation) : []), [model, scene, relation]);
  const { gesture, hover, hoverAt, events, begin } = useGestures({ scene, viewport, picked, results, ends, chosen: relation });

  /** Whether the letter meant something for the item. */
  const letter = (item: SceneItem, event: KeyboardEvent): boolean => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : keyAct(model, event.key, meant(item));
    if (act) ask(act, tableAt(item.centre));
    return act !== null;
  };
  const select = (item: SceneItem, event: KeyboardEvent): boolean => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && (control || event.shiftKey)) toggle(itemKey(item));
    else if (control && event.key.toLowerCase() === 'a') pick(sameKind(scene, event.shiftKey ? item : null));
    else if (event.key === 'Escape' && picked.size > 0) pick([]);
    else return false;
    return true;
  };
  /** The relation after this one, among those of what is pointed at. */
  const nextLine = (item: SceneItem): SceneItem | undefined => {
    const ids = relationsAt(model, item);
    const id = ids[(ids.indexOf(item.id) + 1) % ids.length];
    return placed.find((other) => other.kind === 'relation' && other.id === id);
  };
  const walk = (item: SceneItem, event: KeyboardEvent): boolean => {
    const direction = arrows[event.key];
    if (direction && event.altKey) {
      const onto = beside(scene, item, direction);
      if (onto) onMove(item, onto);
    } else if (direction) focus(neighbour(scene, item, direction));
    else if (event.key === 'Home') focus(placed[0]);
    else if (event.key === 'End') focus(placed.at(-1));
    else if (event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey && !event.altKey) focus(nextLine(item));
    else return false;
    return true;
  };
  const onKey = (item: SceneItem, event: KeyboardEvent): void => {
    if (select(item, event) || walk(item, event) || letter(item, event)) {
      // done
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(item);
    else if (event.key === 'Delete') onRemove(meant(item));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(tableAt(item.centre), meant(item).map(itemKey));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const hands = useRef<Hands | null>(null);
  useEffect(() => {
    hands.current = { focus: (item) => setCurrent(itemKey(item)), key: onKey, choose: onChoose };
  });
  // what asked has the focus again: a sign, a name in the tray; the pointer left it nowhere
  const back = (): void => {
    closeMenu();
    const { current: from } = origin;
    if (from instanceof HTMLElement || from instanceof SVGElement) from.focus({ preventScroll: true });
  };
  const inMenu = menu ? scene.items.filter((item) => menu.keys.includes(itemKey(item))) : [];

  return (
    <div ref={frame} className="diagram-frame" data-busy={gesture?.type} {...events}>
      <svg ref={svg} className="diagram-svg" data-drawing aria-label={scene.title} role="group">
        <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.zoom})`}>
          <SceneView scene={scene} />
          <Targets items={placed} stop={stop} selected={selected} picked={picked} label={t(($) => $.diagramScreen.signs)} hands={hands} />
          <LegendTargets items={scene.legend} toggle={onLegend} reveal={viewport.reveal} />
          <Ghosts scene={scene} gesture={gesture} hover={hover} picked={picked} ends={ends} />
        </g>
      </svg>
      <div
        className="draw-start no-print"
        role="toolbar"
        aria-label={t(($) => $.drawing.start)}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Button size="xs" leftSection={<IconPlus size={15} stroke={1.6} />} onClick={() => ask(newAct(model, null), { x: 12, y: 44 })}>
          {t(($) => $.drawing.adds.unit)}
        </Button>
        <Button size="xs" onClick={() => ask({ act: 'new', containerId: null, layerId: null, what: 'layer' }, { x: 12, y: 44 })}>
          {t(($) => $.drawing.adds.layer)}
        </Button>
        {loose.length > 0 && !tray && (
          <Button size="xs" onClick={() => setTray(true)}>
            {t(($) => $.drawing.trayOpen)} ({loose.length})
          </Button>
        )}
      </div>
      {tray && loose.length > 0 && (
        <Tray
          people={loose}
          onClose={() => setTray(false)}
          pickUp={(person, event) => begin(looseItem(person), event)}
          place={(person) => ask(asked(looseItem(person)), { x: 24, y: 24 })}
        />
      )}
      <HoverNote item={menu === null ? hover : null} at={hoverAt} />
      <PickedBar model={model} items={items} onRemove={onRemove} grow={() => pick([...picked, ...items.flatMap((item) => linkedTo(scene, item))])} />
      <Question model={model} onClose={back} />
      <ActMenu model={model} items={inMenu} onOpen={onChoose} onRemove={onRemove} onClose={back} />
      {children}
    </div>
  );
}
