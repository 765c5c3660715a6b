/** The olievlek on the screen: the scene of the files, with places that can be reached by keyboard and pointer; wheel and keys zoom. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { SpreadScene } from '../../../shared/spread/spread-scene.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { useViewport } from '../../ui/use-viewport.ts';
import { useZoomKeys } from '../../ui/use-zoom-keys.ts';
import { useT } from '../../ui/words.tsx';
import { ZoomButtons } from '../../ui/ZoomButtons.tsx';
import { SceneView } from '../diagram/index.ts';

interface Props {
  readonly scene: SpreadScene;
  readonly route: string | null;
  readonly onRoute: (key: string | null) => void;
}

/** Smaller than this its words are hard to read. */
const READABLE = 0.8;
const TOP = 12;

/** Up and down go along the places, Enter lights one. */
function usePlaces({ scene, route, onRoute }: Props) {
  const { places } = scene;
  const svg = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = places.find((place) => place.key === current) ?? places.find((place) => place.key === route) ?? places[0];
  const go = (by: 1 | -1): void => {
    const at = places.findIndex((place) => place === stop);
    const next = places[(at + by + places.length) % places.length];
    if (next) svg.current?.querySelector<SVGElement>(`[data-place="${CSS.escape(next.key)}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent, key: string): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') onRoute(route === key ? null : key);
    else if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else return;
    event.preventDefault();
  };
  return { svg, stop, setCurrent, onKeyDown };
}

export function SpreadDrawing(props: Props) {
  const { scene, route, onRoute } = props;
  const t = useT();
  const { svg, stop, setCurrent, onKeyDown } = usePlaces(props);
  const { places, width, height } = scene;
  const printing = usePrinting();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const viewport = useViewport(size, { top: TOP, readable: READABLE, follows: true });
  const { camera, frame, pan } = viewport;
  const lit = places.find((place) => place.key === route);
  useZoomKeys(
    () => viewport.frameArea(),
    () => lit && viewport.frameArea(lit.bounds),
    viewport.zoomBy,
  );
  return (
    <div ref={frame} className="yield-rings" {...pan}>
      <svg
        ref={svg}
        className="yield-drawing drawing"
        // on paper all of it
        viewBox={printing ? `0 0 ${width} ${height}` : undefined}
        style={printing ? { width } : undefined}
        role="group"
        aria-label={`${scene.description} ${t(($) => $.yields.spread.drawing)}`}
      >
        <g transform={printing ? undefined : `translate(${camera.x} ${camera.y}) scale(${camera.zoom})`}>
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
              onFocus={() => {
                setCurrent(key);
                viewport.reveal(bounds);
              }}
              onKeyDown={(event) => onKeyDown(event, key)}
              onClick={() => !viewport.moved() && onRoute(route === key ? null : key)}
            />
          ))}
        </g>
      </svg>
      <div className="yield-zoom no-print" onPointerDown={(event) => event.stopPropagation()}>
        <ZoomButtons zoom={camera.zoom} zoomBy={viewport.zoomBy} fit={() => viewport.frameArea()} />
      </div>
    </div>
  );
}
