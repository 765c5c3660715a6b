/** The olievlek on the screen: the scene of the files, with places that can be reached by keyboard and pointer. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { SpreadScene } from '../../../shared/spread/spread-scene.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';

interface Props {
  readonly scene: SpreadScene;
  readonly route: string | null;
  readonly onRoute: (key: string | null) => void;
}

export function SpreadDrawing({ scene, route, onRoute }: Props) {
  const t = useT();
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const { places, width, height } = scene;
  const stop = places.find((place) => place.key === current) ?? places.find((place) => place.key === route) ?? places[0];
  const go = (by: 1 | -1): void => {
    const at = places.findIndex((place) => place === stop);
    const next = places[(at + by + places.length) % places.length];
    if (next) svg.current?.querySelector<SVGElement>(`[data-place="${CSS.escape(next.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, key: string): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') onRoute(route === key ? null : key);
    else if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else return;
    event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      className="yield-drawing drawing"
      viewBox={`0 0 ${width} ${height}`}
      style={{ width, maxWidth: width * 1.35 }}
      role="group"
      aria-label={`${scene.description} ${t(($) => $.yields.spread.drawing)}`}
    >
      <SceneView scene={scene} />
      {places.map(({ key, label, bounds }) => (
        <rect
          key={key}
          role="button"
          aria-label={label}
          aria-pressed={key === route}
          data-place={key}
          tabIndex={key === stop?.key ? 0 : -1}
          className="diagram-target"
          x={bounds.x - 4}
          y={bounds.y - 4}
          width={bounds.width + 8}
          height={bounds.height + 8}
          rx={8}
          onFocus={() => setCurrent(key)}
          onKeyDown={(event) => onKeyDown(event, key)}
          onClick={() => onRoute(route === key ? null : key)}
        />
      ))}
    </svg>
  );
}
