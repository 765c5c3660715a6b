/** The drawing as it leaves the app: the same for the file, the printer, the clipboard and the Word document. */
import type { Translate } from '../i18n/index.ts';
import { layoutDiagram } from './layout.ts';
import type { DiagramReading } from './layout-result.ts';
import type { ColourMode, DiagramModel } from './model.ts';
import type { Scene } from './scene.ts';

/** What is shown of it, and the words around it; what is left out is as plain as can be: own title and source none, the rest there. */
export interface SceneChoices extends DiagramReading {
  readonly colour: ColourMode;
  /** Whether who sat there before is drawn too. */
  readonly ended: boolean;
  readonly title?: string | undefined;
  readonly date?: boolean | undefined;
  readonly legend?: boolean | undefined;
  readonly source?: string | undefined;
  readonly relations?: boolean | undefined;
}

/** @param model of a day, or one that compares */
export function defaultScene(model: DiagramModel, t: Translate, choices: SceneChoices): Scene {
  const { colour, ended, title, date = true, legend = true, source, relations = true, folded, hidden, focus, notes } = choices;
  const sheet = { title: title ?? null, date, legend, source: source ?? null };
  const reading = { folded: folded ?? [], hidden: hidden ?? [], focus: focus ?? null, notes: notes ?? [] };
  return layoutDiagram(model, { ...reading, colour, words: t.words.diagram, showEnded: ended, header: true, sheet, relations });
}
