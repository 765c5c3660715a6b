/** The whole drawing small, with a frame around what is in view; hidden when all of it is. Arrow keys on the drawing do the same. */
import { type PointerEvent, useRef } from 'react';
import type { Box } from '../../../../shared/diagram/layout-types.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import type { Frame } from './use-frame.ts';
import type { Reading } from './use-reading.ts';

const WIDTH = 176;
const HEIGHT = 120;

const boxesOf = (box: Box): Box[] => (box.kind === 'group' ? [] : [box, ...box.children.flatMap(boxesOf)]);

interface Props {
  readonly reading: Reading;
  readonly viewport: Viewport;
  readonly frame: Frame;
}

export function Minimap({ reading, viewport, frame }: Props) {
  const { scene, layout } = reading;
  const { camera } = viewport;
  const held = useRef<{ readonly dx: number; readonly dy: number } | null>(null);
  const scale = Math.min(WIDTH / scene.width, HEIGHT / scene.height);
  const seen = { x: -camera.x / camera.zoom, y: -camera.y / camera.zoom, width: frame.width / camera.zoom, height: frame.height / camera.zoom };
  const all = seen.x <= 1 && seen.y <= 1 && seen.x + seen.width >= scene.width - 1 && seen.y + seen.height >= scene.height - 1;
  if (all || frame.width === 0) return null;
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  const goTo = (x: number, y: number): void => viewport.look({ zoom: camera.zoom, x: -x * camera.zoom, y: -y * camera.zoom });
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    const { x, y } = place(event);
    const inside = x >= seen.x && x <= seen.x + seen.width && y >= seen.y && y <= seen.y + seen.height;
    held.current = inside ? { dx: x - seen.x, dy: y - seen.y } : { dx: seen.width / 2, dy: seen.height / 2 };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!inside) goTo(x - seen.width / 2, y - seen.height / 2);
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (!held.current) return;
    const { x, y } = place(event);
    goTo(x - held.current.dx, y - held.current.dy);
  };
  const up = (): void => {
    held.current = null;
  };
  return (
    <svg
      className="minimap"
      aria-hidden="true"
      width={scene.width * scale}
      height={scene.height * scale}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    >
      {layout.geometry.bands.map((band) => (
        <rect key={band.key} className="minimap-band" {...band.frame} />
      ))}
      {layout.geometry.rows
        .flat()
        .flatMap((block) =>
          boxesOf(block).map(({ id, x, y, width, height }) => (
            <rect key={`${id} ${x} ${y}`} className="minimap-box" x={x} y={y} width={width} height={height} />
          )),
        )}
      <rect className="minimap-frame" {...seen} strokeWidth={2 / scale} />
    </svg>
  );
}
