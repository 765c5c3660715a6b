/** What moves under the pointer: what is carried, a line on its way, the area that is enclosed, and where it would land. */
import type { Scene, SceneItem } from '../../../../shared/diagram/scene.ts';
import { itemKey } from '../items.ts';
import { canRelate, type Gesture, handleOf, type LineEnd, rectOf } from './gesture.ts';

const MANY = 5;

function Outline({ item, className }: { readonly item: SceneItem; readonly className: string }) {
  const { x, y, width, height } = item.bounds;
  return <rect className={className} x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={9} />;
}

function Busy({ gesture }: { readonly gesture: Gesture }) {
  if (gesture.type === 'press') return null;
  if (gesture.type === 'area') {
    const points = gesture.path.map(({ x, y }) => `${x},${y}`).join(' ');
    return gesture.free ? <polygon className="draw-area" points={points} /> : <rect className="draw-area" {...rectOf(gesture.path)} />;
  }
  const { at, over } = gesture;
  if (gesture.type === 'line' || gesture.type === 'end') {
    const from = gesture.type === 'line' ? handleOf(gesture.from) : gesture.from.point;
    return (
      <>
        {over && canRelate(over) && <Outline item={over} className="draw-over" />}
        <line className="draw-line" x1={from.x} y1={from.y} x2={at.x} y2={at.y} />
        <circle className="draw-ghost" cx={at.x} cy={at.y} r={5} />
      </>
    );
  }
  const [first] = gesture.items;
  return (
    <>
      {over && <Outline item={over} className="draw-over" />}
      {first?.kind === 'unit' ? (
        <rect
          className="draw-ghost draw-ghost-team"
          x={at.x - 20}
          y={at.y - 14}
          width={Math.min(200, first.bounds.width)}
          height={Math.min(90, first.bounds.height)}
          rx={7}
        />
      ) : (
        gesture.items
          .slice(0, MANY)
          .map((item, index) => <circle key={itemKey(item)} className="draw-ghost" cx={at.x + index * 9} cy={at.y + index * 4} r={12} />)
      )}
      {gesture.items.length > 1 && (
        <text className="draw-ghost-count" x={at.x + 22} y={at.y - 14}>
          {gesture.items.length}
        </text>
      )}
    </>
  );
}

interface Props {
  readonly scene: Scene;
  readonly gesture: Gesture | null;
  readonly hover: SceneItem | null;
  readonly picked: ReadonlySet<string>;
  /** Of the relation that is chosen. */
  readonly ends: readonly LineEnd[];
}

/** Hidden from screen readers: what is picked is said by the targets themselves. */
export function Ghosts({ scene, gesture, hover, picked, ends }: Props) {
  const handle = hover && canRelate(hover) && hover.kind !== 'layer' ? handleOf(hover) : null;
  return (
    <g aria-hidden="true" className="draw-ghosts">
      {picked.size > 0 &&
        scene.items.filter((item) => picked.has(itemKey(item))).map((item) => <Outline key={itemKey(item)} item={item} className="draw-picked" />)}
      {handle && (
        <g className="draw-handle" data-handle={hover?.id}>
          <circle cx={handle.x} cy={handle.y} r={7} />
          <path
            d={`M${handle.x - 3.2} ${handle.y}H${handle.x + 3}M${handle.x + 0.4} ${handle.y - 2.8}L${handle.x + 3.2} ${handle.y}L${handle.x + 0.4} ${handle.y + 2.8}`}
          />
        </g>
      )}
      {ends.map(({ side, entityId, point }) => (
        <circle key={`${side} ${entityId}`} className="draw-end" data-end={entityId} cx={point.x} cy={point.y} r={6} />
      ))}
      {gesture && <Busy gesture={gesture} />}
    </g>
  );
}
