/** What lies over the drawing table: the small map, hands for notes, and the keys and the showcase of reading. */
import { createPortal } from 'react-dom';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { NotesLayer } from '../views/NotesLayer.tsx';
import { useNotes } from '../views/use-notes.ts';
import { Minimap } from './Minimap.tsx';
import { useFrame } from './use-frame.ts';
import type { Reading } from './use-reading.ts';
import { useReadingKeys } from './use-reading-keys.ts';
import { useShowcase } from './use-showcase.ts';

interface Props {
  readonly reading: Reading;
  readonly viewport: Viewport;
}

/** Stands after the drawing, so that its frame is there when this looks for it. */
export function ReadLayer({ reading, viewport }: Props) {
  const notes = useNotes(reading, viewport);
  const frame = useFrame(viewport.frame);
  useReadingKeys(frame.element, reading, viewport);
  useShowcase(frame.element, reading, viewport.camera);
  if (!frame.element) return null;
  return createPortal(
    <>
      <NotesLayer notes={notes} camera={viewport.camera} />
      <Minimap reading={reading} viewport={viewport} frame={frame} />
    </>,
    frame.element,
  );
}
