/** Hands for the notes that the drawing shows: to move, resize, write in and remove, by pointer and by keys. */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { PlacedNote } from '../../../../shared/diagram/draw-notes.ts';
import type { Camera } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import { changed, type Notes, type Place, placeOf } from './use-notes.ts';

/** px in the drawing per press of an arrow key, and with Shift. */
const STEP = 8;
const FAR = 40;
const GRIP = 24;
/** Movement under this many pixels is a click. */
const CLICK = 3;
const ways: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

interface Drag {
  readonly resize: boolean;
  readonly x: number;
  readonly y: number;
  readonly place: Place;
  readonly moved: boolean;
}

/** Where the grip of one lies on the screen: a note whole, of a frame its upper edge, of an arrow its beginning. */
function gripOf({ note }: PlacedNote, { from, width, height }: Place, camera: Camera): CSSProperties {
  const at = (x: number, y: number, wide: number, high: number): CSSProperties => ({ left: x, top: y, width: wide, height: high });
  const [x, y] = [from.x * camera.zoom + camera.x, from.y * camera.zoom + camera.y];
  const [wide, high] = [width * camera.zoom, height * camera.zoom];
  if (note.kind === 'note') return at(x, y, Math.max(GRIP, wide), Math.max(GRIP, high));
  if (note.kind === 'frame') return at(x, y - GRIP / 2, Math.max(GRIP, wide), GRIP);
  return at(x - GRIP / 2, y - GRIP / 2, GRIP, GRIP);
}

function endOf({ from, width, height }: Place, camera: Camera): CSSProperties {
  const left = (from.x + width) * camera.zoom + camera.x - GRIP / 2;
  return { left, top: (from.y + height) * camera.zoom + camera.y - GRIP / 2, width: GRIP, height: GRIP };
}

interface HandProps {
  readonly one: PlacedNote;
  readonly camera: Camera;
  readonly notes: Notes;
  readonly hint: string;
}

function Editor({ one, camera, notes, back }: Pick<HandProps, 'one' | 'camera' | 'notes'> & { back(): void }) {
  const t = useT();
  const [text, setText] = useState(one.note.text ?? '');
  const given = useRef(false);
  const done = (keep: boolean): void => {
    if (given.current) return;
    given.current = true;
    if (keep) void notes.write(one, text);
    notes.edit(null);
    back();
  };
  const { left, top } = gripOf(one, placeOf(one), camera);
  const width = Math.max(160, (one.note.kind === 'note' ? one.bounds.width : 180) * camera.zoom);
  return (
    <textarea
      // biome-ignore lint/a11y/noAutofocus: it was asked for just now, and the cursor belongs in it
      autoFocus
      className="note-editor"
      style={{ left, top, width }}
      aria-label={t(($) => $.reading.notes.text)}
      value={text}
      rows={3}
      maxLength={2000}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => done(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey || one.note.kind !== 'note'))) return;
        event.preventDefault();
        event.stopPropagation();
        done(event.key !== 'Escape');
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

function useDrag(one: PlacedNote, camera: Camera, notes: Notes) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begin = (event: PointerEvent, resize: boolean): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ resize, x: event.clientX, y: event.clientY, place: placeOf(one), moved: false });
  };
  const move = (event: PointerEvent): void => {
    if (!drag) return;
    const [x, y] = [(event.clientX - drag.x) / camera.zoom, (event.clientY - drag.y) / camera.zoom];
    const moved = drag.moved || Math.hypot(x, y) * camera.zoom > CLICK;
    const by = drag.resize ? { x: 0, y: 0, width: x, height: y } : { x, y, width: 0, height: 0 };
    setDrag({ ...drag, moved, place: changed(one.note.kind, placeOf(one), by) });
  };
  const end = (): void => {
    if (drag?.moved) void notes.put(one, drag.place);
    setDrag(null);
  };
  return { drag: drag?.moved ? drag : null, begin, handlers: { onPointerMove: move, onPointerUp: end, onPointerCancel: () => setDrag(null) } };
}

/** What moves is shown as an outline; the drawing itself follows when it is let go. */
function Ghost({ one, place, camera }: { readonly one: PlacedNote; readonly place: Place; readonly camera: Camera }) {
  const at = (x: number, y: number) => [x * camera.zoom + camera.x, y * camera.zoom + camera.y] as const;
  const [x1, y1] = at(place.from.x, place.from.y);
  const [x2, y2] = at(place.from.x + place.width, place.from.y + place.height);
  return (
    <svg className="note-ghost" aria-hidden="true">
      {one.note.kind === 'arrow' ? <line x1={x1} y1={y1} x2={x2} y2={y2} /> : <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} rx={6} />}
    </svg>
  );
}

function Hand({ one, camera, notes, hint }: HandProps) {
  const t = useT();
  const { drag, begin, handlers } = useDrag(one, camera, notes);
  const grip = useRef<HTMLButtonElement>(null);
  const { note } = one;
  const name = t(($) => $.reading.notes.named, { kind: t(($) => $.reading.notes[note.kind]), text: note.text ?? t(($) => $.reading.notes.empty) });
  const keys = (event: KeyboardEvent): void => {
    const way = event.altKey ? undefined : ways[event.key];
    const far = event.shiftKey ? FAR : STEP;
    if (way) {
      const [x, y] = [way[0] * far, way[1] * far];
      const by = event.ctrlKey || event.metaKey ? { x: 0, y: 0, width: x, height: y } : { x, y, width: 0, height: 0 };
      void notes.put(one, changed(note.kind, placeOf(one), by));
    } else if (event.key === 'Delete') void notes.remove(one);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (notes.editing === note.id)
    return <Editor one={one} camera={camera} notes={notes} back={() => requestAnimationFrame(() => grip.current?.focus())} />;
  const place = drag?.place ?? placeOf(one);
  return (
    <>
      {drag && <Ghost one={one} place={place} camera={camera} />}
      <button
        ref={grip}
        type="button"
        className="note-grip"
        data-kind={note.kind}
        style={gripOf(one, place, camera)}
        aria-label={name}
        aria-describedby={hint}
        onKeyDown={keys}
        onDoubleClick={() => notes.edit(note.id)}
        // a click from the keyboard has no count
        onClick={(event) => event.detail === 0 && notes.edit(note.id)}
        onPointerDown={(event) => begin(event, false)}
        {...handlers}
      />
      <span
        className="note-end"
        data-kind={note.kind}
        aria-hidden="true"
        title={t(($) => $.reading.notes.resize)}
        style={endOf(place, camera)}
        onPointerDown={(event) => begin(event, true)}
        {...handlers}
      />
    </>
  );
}

export function NotesLayer({ notes, camera }: { readonly notes: Notes; readonly camera: Camera }) {
  const t = useT();
  const hint = useId();
  if (notes.placed.length === 0) return null;
  return (
    <div className="notes-layer" role="group" aria-label={t(($) => $.reading.notes.layer)}>
      <span id={hint} className="hidden-text">
        {t(($) => $.reading.notes.hint)}
      </span>
      {notes.placed.map((one) => (
        <Hand key={one.note.id} one={one} camera={camera} notes={notes} hint={hint} />
      ))}
    </div>
  );
}
