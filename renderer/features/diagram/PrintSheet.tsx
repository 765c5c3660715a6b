/** The drawing alone on paper: the same scene and sheet as in the file, light whatever the window is. */
import { getNonce } from 'get-nonce';
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { themes } from '../../../shared/diagram/palette.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import type { Sheet } from '../../../shared/diagram/sheet.ts';
import { sheetView } from '../../../shared/diagram/svg.ts';
import { SceneView } from './SceneView.tsx';

/** The tokens of paper, which is always light. */
export const onPaper = Object.fromEntries(Object.entries(themes.light).map(([token, colour]) => [`--${token}`, colour]));

/** @param sheet without it the drawing takes what paper the printer has */
export function PrintSheet({ scene, sheet }: { readonly scene: Scene; readonly sheet: Sheet | undefined }) {
  const style = useMemo(() => ({ ...onPaper, fontFamily: 'var(--font)' }), []);
  const size = sheet && { width: `${sheet.width}mm`, height: `${sheet.height}mm`, maxHeight: 'none' };
  return createPortal(
    <div className="print-sheet" aria-hidden="true" style={style}>
      {sheet && <style nonce={getNonce() ?? ''}>{`@page { size: ${sheet.width}mm ${sheet.height}mm; margin: 0; }`}</style>}
      <svg viewBox={sheetView(scene, sheet).join(' ')} style={size}>
        <SceneView scene={scene} />
      </svg>
    </div>,
    document.body,
  );
}
