/** The timeline on the screen: the scene of the files, with the names of the columns in view and marks for keyboard and pointer. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TimelineMark } from '../../../shared/timeline/draw-lane.ts';
import type { TimelineScene } from '../../../shared/timeline/timeline-scene.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';

interface Props {
  readonly scene: TimelineScene;
  /** Ids of what stands in the drawer. */
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (mark: TimelineMark) => void;
  readonly onFold: (laneId: string, close: boolean) => void;
  readonly onYear: (by: 1 | -1) => void;
  readonly onAll: () => void;
}

/** The next one on the same line, or the nearest of the line above or below. */
function neighbour(marks: readonly TimelineMark[], from: TimelineMark, key: string): TimelineMark | undefined {
  const { x, y } = from.centre;
  const far = (mark: TimelineMark): number => Math.abs(mark.centre.x - x);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const sign = key === 'ArrowLeft' ? -1 : 1;
    const line = marks.filter((mark) => mark.laneId === from.laneId && (mark.centre.x - x) * sign > 0 && Math.abs(mark.centre.y - y) < 12);
    const lane = marks.filter((mark) => mark.laneId === from.laneId && (mark.centre.x - x) * sign > 0);
    return (line.length > 0 ? line : lane).reduce<TimelineMark | undefined>(
      (best, mark) => (best === undefined || far(mark) < far(best) ? mark : best),
      undefined,
    );
  }
  const sign = key === 'ArrowUp' ? -1 : 1;
  const sameKind = (mark: TimelineMark): boolean => (mark.type === 'lane') === (from.type === 'lane');
  const ahead = marks.filter((mark) => sameKind(mark) && (mark.centre.y - y) * sign > 2);
  const line = Math.min(...ahead.map((mark) => Math.abs(mark.centre.y - y)));
  return ahead
    .filter((mark) => Math.abs(mark.centre.y - y) < line + 4)
    .reduce<TimelineMark | undefined>((best, mark) => (best === undefined || far(mark) < far(best) ? mark : best), undefined);
}

/** The names of the columns, which stay above what scrolls by; the label of the day stays between its edges too. */
function Axis({ scene }: Pick<Props, 'scene'>) {
  const { width, axis, axisHeight, day } = scene;
  return (
    <div className="timeline-axis drawing" style={{ width, height: axisHeight }} aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${axisHeight}`} style={{ width, height: axisHeight }}>
        <SceneView scene={{ ...scene, root: axis }} />
      </svg>
      {day && (
        <div className="timeline-day" style={{ marginTop: -axisHeight }}>
          {/* not a margin: the label may slide over it, and a margin moves along */}
          <span style={{ width: day.x }} />
          <svg viewBox={`${day.x} 0 ${day.width} ${axisHeight}`} style={{ width: day.width, height: axisHeight }}>
            <SceneView scene={{ ...scene, root: day.root }} />
          </svg>
        </div>
      )}
    </div>
  );
}

const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

export function TimelineDrawing({ scene, selected, onOpen, onFold, onYear, onAll }: Props) {
  const t = useT();
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const { marks, width, height, axisHeight } = scene;
  const stop = marks.find((mark) => mark.key === current) ?? marks[0];
  const focus = (mark: TimelineMark | undefined): void => {
    if (!mark) return;
    setCurrent(mark.key);
    svg.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(mark.key)}"]`)?.focus();
  };
  const choose = (mark: TimelineMark): void => (mark.type === 'lane' ? onFold(mark.laneId, mark.isFolded !== true) : onOpen(mark));
  const onKeyDown = (event: KeyboardEvent, mark: TimelineMark): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (arrows.has(event.key)) focus(neighbour(marks, mark, event.key));
    else if (event.key === 'Home') focus(marks[0]);
    else if (event.key === 'End') focus(marks.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') choose(mark);
    else if (event.key === '+' || event.key === '-') onFold(mark.laneId, event.key === '-');
    else if (event.key === 'PageUp' || event.key === 'PageDown') onYear(event.key === 'PageUp' ? -1 : 1);
    else if (event.key === '0') onAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="timeline-paper" style={{ width }}>
      <Axis scene={scene} />
      <svg
        ref={svg}
        className="timeline-drawing drawing"
        viewBox={`0 0 ${width} ${height}`}
        style={{ width, height, marginTop: -axisHeight }}
        role="group"
        aria-label={`${scene.title}. ${scene.description} ${t(($) => $.timelineScreen.howTo)}`}
      >
        <SceneView scene={scene} />
        {marks.map((mark) => (
          <rect
            key={mark.key}
            role="button"
            aria-label={mark.label}
            aria-expanded={mark.type === 'lane' ? mark.isFolded !== true : undefined}
            aria-pressed={mark.type === 'thing' ? selected.has(mark.row?.id ?? '') : undefined}
            data-mark={mark.key}
            data-type={mark.type}
            tabIndex={mark.key === stop?.key ? 0 : -1}
            className="diagram-target"
            x={mark.bounds.x - 1}
            y={mark.bounds.y + 0.5}
            width={mark.bounds.width + 2}
            height={mark.bounds.height - 1}
            rx={5}
            onFocus={() => setCurrent(mark.key)}
            onKeyDown={(event) => onKeyDown(event, mark)}
            onClick={() => choose(mark)}
          >
            <title>{mark.label}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}
