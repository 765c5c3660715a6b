/** The highlighter: what is selected, as if someone marked the drawing with a pen. Never a colour of the data. */
import type { Point, SceneItem } from '../../../shared/diagram/scene.ts';

const ROUND = 7;

/** A line through points with rounded corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M${first.x} ${first.y}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    const before = index === 0 ? first : (rest[index - 1] as Point);
    if (!next) {
      d += `L${point.x} ${point.y}`;
      return;
    }
    const toward = (to: Point): Point => {
      const length = Math.hypot(to.x - point.x, to.y - point.y);
      const step = Math.min(ROUND, length / 2);
      return length === 0 ? point : { x: point.x + ((to.x - point.x) / length) * step, y: point.y + ((to.y - point.y) / length) * step };
    };
    const [from, to] = [toward(before), toward(next)];
    d += `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  return d;
}

function Mark({ item }: { readonly item: SceneItem }) {
  if (item.lines)
    return item.lines.map((line) => (
      <path key={rounded(line)} d={rounded(line)} fill="none" stroke="var(--mark)" strokeWidth={7} strokeLinecap="round" opacity={0.9} />
    ));
  const { x, y, width, height } = item.bounds;
  const box = item.kind === 'unit' || item.kind === 'layer';
  const pad = box ? 2 : 4;
  return (
    <rect
      x={x - pad}
      y={y - pad}
      width={width + 2 * pad}
      height={height + 2 * pad}
      rx={box ? 9 : 8}
      fill={box ? 'none' : 'var(--mark)'}
      stroke={box ? 'var(--mark)' : 'none'}
      strokeWidth={4}
    />
  );
}

/** @param under what lies under the drawing (washes and lines) or over it (frames of boxes) */
export function Highlight({ items, under }: { readonly items: readonly SceneItem[]; readonly under: boolean }) {
  const shown = items.filter((item) => (item.kind === 'unit' || item.kind === 'layer') !== under);
  return (
    <g aria-hidden="true" className="diagram-highlight">
      {shown.map((item) => (
        <Mark key={`${item.kind}-${item.id}`} item={item} />
      ))}
    </g>
  );
}
