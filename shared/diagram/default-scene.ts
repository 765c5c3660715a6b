/** The drawing as it leaves the app: the same for the file, the printer and the Word document. */
import type { Translate } from '../i18n/index.ts';
import { layoutDiagram } from './layout.ts';
import type { ColourMode, DiagramModel } from './model.ts';
import type { Scene } from './scene.ts';

/** @param options.ended whether who sat there before is drawn too */
export function defaultScene(model: DiagramModel, t: Translate, options: { readonly colour: ColourMode; readonly ended: boolean }): Scene {
  return layoutDiagram(model, { colour: options.colour, words: t.words.diagram, showEnded: options.ended, header: true });
}
