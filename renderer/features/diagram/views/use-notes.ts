/** Notes, arrows and frames of the view that is open: each act is one step that can be undone. */
import { anchorAt, type PlacedNote, placeNotes } from '../../../../shared/diagram/draw-notes.ts';
import type { Point } from '../../../../shared/diagram/scene.ts';
import type { viewNoteKinds } from '../../../../shared/domain/lists.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useView } from '../../../state/view.store.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import type { Reading } from '../read/use-reading.ts';

export type NoteKind = (typeof viewNoteKinds)[number];

/** How a new one begins, px in the drawing. */
const sizes: Readonly<Record<NoteKind, { readonly width: number; readonly height: number }>> = {
  note: { width: 180, height: 60 },
  arrow: { width: 110, height: 70 },
  frame: { width: 260, height: 160 },
};
const LEAST = 24;
/** Pixels of the screen between the beginnings of new ones. */
const ASIDE = 56;
const EDITING = 'diagram.note';

/** Where one begins, and how far it reaches from there. */
export interface Place {
  readonly from: Point;
  readonly width: number;
  readonly height: number;
}

export const placeOf = ({ from, to }: PlacedNote): Place => ({ from, width: to.x - from.x, height: to.y - from.y });

/** A place moved and made larger; only an arrow may turn round. */
export function changed(
  kind: NoteKind,
  place: Place,
  by: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Place {
  const size = (value: number): number => (kind === 'arrow' ? value : Math.max(LEAST, value));
  return { from: { x: place.from.x + by.x, y: place.from.y + by.y }, width: size(place.width + by.width), height: size(place.height + by.height) };
}

export function useNotes(reading: Reading, viewport: Viewport) {
  const t = useT();
  const create = useCommand('viewNote.create');
  const update = useCommand('viewNote.update');
  const remove = useCommand('viewNote.remove');
  // the one that is written in is known to the button that made it and to the hand that writes
  const editing = useView((state) => state.panels[EDITING]) || null;
  const setEditing = (id: string | null): void => useView.getState().setPanel(EDITING, id ?? '');
  const { layout, view } = reading;
  const round = (value: number): number => Math.round(value * 10) / 10;

  const kept = (kind: NoteKind, { from, width, height }: Place) => {
    const about = kind === 'arrow' ? { x: from.x + width, y: from.y + height } : { x: from.x + width / 2, y: from.y + height / 2 };
    return { ...anchorAt(layout, from, about), width: round(width), height: round(height) };
  };

  return {
    placed: placeNotes(layout, view?.notes ?? []),
    editing,
    edit: setEditing,
    failure: create.failure ?? update.failure ?? remove.failure,
    /** In what is in view, with the cursor in its text. */
    async add(kind: NoteKind): Promise<void> {
      const box = viewport.frame.current?.getBoundingClientRect();
      if (!view || !box) return;
      const { camera } = viewport;
      const size = sizes[kind];
      // below the one before on the screen, so that none hides another
      const nth = view.notes.length % 4;
      const from = {
        x: (box.width / 2 + nth * ASIDE - camera.x) / camera.zoom - size.width / 2,
        y: (box.height / 4 + nth * ASIDE - camera.y) / camera.zoom - size.height / 2,
      };
      const made = await create.run({ viewId: view.id, kind, ...kept(kind, { from, ...size }) });
      if (made) setEditing(made.id);
    },
    async put(one: PlacedNote, place: Place): Promise<void> {
      await update.run({ id: one.note.id, ...kept(one.note.kind, place) });
    },
    async write(one: PlacedNote, text: string): Promise<void> {
      const said = text.trim() === '' ? null : text.trim();
      if (said !== one.note.text) await update.run({ id: one.note.id, text: said });
    },
    async remove(one: PlacedNote): Promise<void> {
      if (await remove.run({ id: one.note.id }))
        useView.getState().say(
          t(($) => $.reading.notes.removed, { kind: t(($) => $.reading.notes[one.note.kind]) }),
          true,
        );
    },
  };
}

export type Notes = ReturnType<typeof useNotes>;
