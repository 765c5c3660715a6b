/** The chain of a yield on the screen: the scene of the files, in as much room as there is. */
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ChainModel } from '../../../shared/spread/chain-cards.ts';
import { chainScene } from '../../../shared/spread/chain-scene.ts';
import { useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';

/** A chain that is wider than the screen becomes smaller, and no smaller than can be read; then it scrolls. */
const LEAST = 0.92;

export function ChainDrawing({ chain, at }: { readonly chain: ChainModel; readonly at: string }) {
  const t = useT();
  const { ref, width } = useElementSize();
  const scene = useMemo(() => chainScene(chain, { t, at, room: width || undefined }), [chain, t, at, width]);
  return (
    <div ref={ref} className="yield-chain">
      <svg
        className="yield-drawing drawing"
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        style={{ width: scene.width, maxWidth: '100%', minWidth: scene.width * LEAST }}
        role="img"
        aria-label={`${scene.title}. ${scene.description}`}
      >
        <SceneView scene={scene} />
      </svg>
    </div>
  );
}
