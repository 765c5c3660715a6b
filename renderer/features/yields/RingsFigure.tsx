/** The olievlekken of a network as a still picture, in a text; nothing where nothing went anywhere. */
import { useMemo } from 'react';
import { ringsFigure } from '../../../shared/spread/rings-figure.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';
import { modelOf } from './model.ts';

export function RingsFigure({ networkId, at }: { readonly networkId: string; readonly at: string }) {
  const t = useT();
  const { data: yields } = useOperation('yield.list', { networkId, at }, { keep: true });
  const { data: spread } = useOperation('spread.list', { networkId, at }, { keep: true });
  const scene = useMemo(() => {
    if (!yields || !spread) return null;
    const steps = Map.groupBy(spread.rows, (step) => step.object.id);
    return ringsFigure(
      yields.rows.map((row) => modelOf(row, steps.get(row.id) ?? [])),
      { t, at },
    );
  }, [yields, spread, t, at]);
  if (!scene) return null;
  return (
    <svg
      className="diagram-figure drawing"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      style={{ maxWidth: scene.width }}
      role="img"
      aria-label={scene.description}
    >
      <SceneView scene={scene} />
    </svg>
  );
}
