/** The drawing as a still picture, in a text. */
import { useMemo } from 'react';
import { layoutDiagram } from '../../../shared/diagram/layout.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from './SceneView.tsx';

export function DiagramFigure({ networkId, at }: { readonly networkId: string; readonly at: string }) {
  const t = useT();
  const { data: model } = useOperation('diagram.get', { networkId, at }, { keep: true });
  const scene = useMemo(
    () => (model ? layoutDiagram(model, { colour: 'organisation', words: t.words.diagram, showEnded: false, header: true }) : null),
    [model, t],
  );
  if (!scene) return null;
  return (
    <svg className="diagram-figure drawing" viewBox={`0 0 ${scene.width} ${scene.height}`} role="img" aria-label={scene.description || scene.title}>
      <SceneView scene={scene} />
    </svg>
  );
}
