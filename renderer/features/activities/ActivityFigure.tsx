/** The timeline of the register on the screen: the scene of the files, with the years in view and rows for keyboard and pointer. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Activity } from '../../../shared/exchange/activity-table.ts';
import type { ActivityScene } from '../../../shared/timeline/activity-scene.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';

interface Props {
  readonly scene: ActivityScene;
  /** Ids of what stands in the drawer. */
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (activity: Activity) => void;
}

export function ActivityFigure({ scene, selected, onOpen }: Props) {
  const t = useT();
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const { marks, width, height, axis, axisHeight } = scene;
  const stop = Math.max(
    0,
    marks.findIndex(({ activity }) => activity.id === current),
  );
  const focus = (index: number): void => {
    const id = marks[Math.min(marks.length - 1, Math.max(0, index))]?.activity.id;
    if (id !== undefined) svg.current?.querySelector<SVGElement>(`[data-activity="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, activity: Activity): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') focus(stop + 1);
    else if (event.key === 'ArrowUp') focus(stop - 1);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(marks.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(activity);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="activity-paper" style={{ width }}>
      <svg className="activity-axis drawing" viewBox={`0 0 ${width} ${axisHeight}`} style={{ width, height: axisHeight }} aria-hidden="true">
        <SceneView scene={{ ...scene, root: axis }} />
      </svg>
      <svg
        ref={svg}
        className="activity-drawing drawing"
        viewBox={`0 0 ${width} ${height}`}
        style={{ width, height, marginTop: -axisHeight }}
        role="group"
        aria-label={[t(($) => $.activityDrawing.drawing), scene.description, t(($) => $.activityDrawing.howTo)].join(' ')}
      >
        <SceneView scene={scene} />
        {marks.map(({ activity, label, bounds }, index) => (
          <rect
            key={activity.id}
            role="button"
            aria-label={label}
            aria-pressed={selected.has(activity.id)}
            data-activity={activity.id}
            tabIndex={index === stop ? 0 : -1}
            className="diagram-target activity-row"
            x={bounds.x + 1.5}
            y={bounds.y}
            width={bounds.width - 3}
            height={bounds.height}
            rx={4}
            onFocus={() => setCurrent(activity.id)}
            onKeyDown={(event) => onKeyDown(event, activity)}
            onClick={() => onOpen(activity)}
          >
            <title>{label}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}
