/** The saved views as slides, full screen: arrows go on and back, Esc ends where one was. */
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { calledIn } from '../../../../shared/diagram/filter.ts';
import { layoutDiagram } from '../../../../shared/diagram/layout.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { useBeside } from '../compare/use-compared.ts';
import { useFrame } from '../read/use-frame.ts';
import type { SavedView } from '../read/use-reading.ts';
import { SceneView } from '../SceneView.tsx';
import { cameraFor } from './kept-camera.ts';

function Slide({ view }: { readonly view: SavedView }) {
  const t = useT();
  const now = useView((state) => state.day);
  const day = view.day ?? now;
  const names = calledIn(view.hidden);
  const { data: ofDay } = useOperation('diagram.get', { networkId: view.networkId, at: day, ended: view.ended, names }, { keep: true });
  const model = useBeside(view.networkId, day, ofDay, view.compareDay, names);
  const place = useRef<HTMLDivElement>(null);
  const frame = useFrame(place);
  const scene = useMemo(() => {
    if (!model) return null;
    const { colour, ended, folded, hidden, notes, focusId, focusSteps } = view;
    const focus = focusId === null ? null : { id: focusId, steps: focusSteps };
    return layoutDiagram(model, { colour, words: t.words.diagram, showEnded: ended, folded, hidden, notes, focus });
  }, [model, view, t]);
  const camera = scene && frame.width > 0 ? cameraFor(view, frame, scene) : null;
  return (
    <div ref={place} className="slide">
      {scene && camera && (
        <svg className="diagram-svg" role="img" aria-label={view.name}>
          <g className="slide-camera" style={{ transform: `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})` }}>
            <SceneView scene={scene} />
          </g>
        </svg>
      )}
    </div>
  );
}

interface Props {
  readonly views: readonly SavedView[];
  /** Where it begins. */
  readonly from: number;
  readonly network: string;
  close(): void;
}

/** The slide that a key goes to; null for a key that means nothing, 'end' for leaving. */
function slideOf(key: string, shift: boolean, at: number, last: number): number | 'end' | null {
  if (key === 'Escape') return 'end';
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (['ArrowRight', 'ArrowDown', 'PageDown', 'Enter'].includes(key) || (key === ' ' && !shift)) return Math.min(last, at + 1);
  if (['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'].includes(key) || key === ' ') return Math.max(0, at - 1);
  return null;
}

/** The whole screen where the host allows it, else the whole window; leaving the full screen ends the slides. */
function useFullScreen(ended: () => void): React.RefObject<HTMLDivElement | null> {
  const whole = useRef<HTMLDivElement>(null);
  const end = useEffectEvent(ended);
  useEffect(() => {
    const element = whole.current;
    const before = document.activeElement;
    element?.focus();
    let full = false;
    const changed = (): void => {
      if (document.fullscreenElement === element) full = true;
      else if (full) end();
    };
    document.addEventListener('fullscreenchange', changed);
    element?.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      if (document.fullscreenElement === element) document.exitFullscreen().catch(() => undefined);
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  return whole;
}

export function Presentation({ views, from, network, close }: Props) {
  const t = useT();
  const format = useFormat();
  const [at, setAt] = useState(from);
  const whole = useFullScreen(close);
  const last = views.length - 1;
  const view = views[Math.min(at, last)];
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    // Enter and Space on one of the buttons press it
    if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement) return;
    const next = slideOf(event.key, event.shiftKey, at, last);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === 'end') close();
    else setAt(next);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  if (!view) return null;
  return createPortal(
    <div
      ref={whole}
      className="slides"
      role="dialog"
      aria-modal="true"
      aria-label={t(($) => $.reading.slides.title, { name: network })}
      tabIndex={-1}
    >
      <Slide view={view} />
      <div className="slides-foot">
        <div className="slides-words" aria-live="polite" aria-atomic="true">
          <h2>{view.name}</h2>
          {view.note && <p>{view.note}</p>}
          {view.day !== null && <span className="slides-day">{`${t(($) => $.diagram.asOf)} ${format.day(view.day)}`}</span>}
          <span className="slides-count">{t(($) => $.reading.slides.count, { n: Math.min(at, last) + 1, of: views.length })}</span>
        </div>
        <ActionIcon variant="default" size="lg" disabled={at === 0} aria-label={t(($) => $.reading.slides.previous)} onClick={() => setAt(at - 1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" disabled={at >= last} aria-label={t(($) => $.reading.slides.next)} onClick={() => setAt(at + 1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t(($) => $.reading.slides.stop)} onClick={close}>
          <IconX size={18} />
        </ActionIcon>
      </div>
    </div>,
    document.body,
  );
}
