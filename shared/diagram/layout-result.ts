/** What a drawing is asked with, and what the layout hands to whoever draws it. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import type { DrawnNote } from './draw-notes.ts';
import type { Focus } from './focus.ts';
import type { RelationNet } from './layout-ends.ts';
import type { Geometry, Net } from './layout-types.ts';
import type { DiagramLookup } from './lookup.ts';
import type { ColourMode } from './model.ts';

export interface DiagramSelection {
  readonly personId?: string | null;
  /** Of units, seats, organisations, layers or relations. */
  readonly ids?: readonly string[];
}

/** What is read of a drawing and what is laid on it; nothing of it moves anything. */
export interface DiagramReading {
  /** Teams that are drawn as a card with counts. */
  readonly folded?: readonly string[];
  /** What a filter leaves out, see `filter.ts`; its places stay empty. */
  readonly hidden?: readonly string[];
  /** Only what hangs together with this is not faint. */
  readonly focus?: Focus | null;
  /** Free notes, arrows and frames. */
  readonly notes?: readonly DrawnNote[];
}

/** Words around a drawing on a sheet, as they were chosen. */
export interface SheetWords {
  /** In place of the code and the name of the network. */
  readonly title: string | null;
  readonly date: boolean;
  readonly legend: boolean;
  readonly source: string | null;
}

export interface DiagramOptions extends DiagramReading {
  readonly colour: ColourMode;
  readonly words: DiagramWords;
  /** Whether who and what ended is drawn, faint and hatched. */
  readonly showEnded: boolean;
  readonly selection?: DiagramSelection;
  /** A line with the network and the date on top, for an export. */
  readonly header?: boolean;
  /** What stands around the drawing on a sheet; only with a header. */
  readonly sheet?: SheetWords;
  /** False leaves relations out. */
  readonly relations?: boolean;
}

/** The drawing before it is drawn: for tests that hold lines against signs. */
export interface DiagramLayout {
  readonly look: DiagramLookup;
  readonly geometry: Geometry;
  readonly bridges: readonly Net[];
  readonly relations: readonly RelationNet[];
  /** Too many lines to draw: signs show a number instead. */
  readonly dense: boolean;
}
