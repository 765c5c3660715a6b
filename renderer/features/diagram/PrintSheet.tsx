/** The drawing alone on paper: the same scene as in the file, light whatever the window is. */
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { themes } from '../../../shared/diagram/palette.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { SceneView } from './SceneView.tsx';

const light = Object.fromEntries(Object.entries(themes.light).map(([token, colour]) => [`--${token}`, colour]));

export function PrintSheet({ scene }: { readonly scene: Scene }) {
  const style = useMemo(() => ({ ...light, fontFamily: 'var(--font)' }), []);
  return createPortal(
    <div className="print-sheet" aria-hidden="true" style={style}>
      <svg viewBox={`0 0 ${scene.width} ${scene.height}`}>
        <SceneView scene={scene} />
      </svg>
    </div>,
    document.body,
  );
}
