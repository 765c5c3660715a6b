/** The drawing as it leaves the app: the same for the file, the printer and the Word document. */
import type { Translate } from '../i18n/index.ts';
import { layoutDiagram } from './layout.ts';
import type { DiagramReading } from './layout-result.ts';
import type { ColourMode, DiagramModel } from './model.ts';
import type { Scene } from './scene.ts';

interface Look extends DiagramReading {
  readonly colour: ColourMode;
  /** Whether who sat there before is drawn too. */
  readonly ended: boolean;
}

export function defaultScene(model: DiagramModel, t: Translate, { colour, ended, ...reading }: Look): Scene {
  return layoutDiagram(model, { ...reading, colour, words: t.words.diagram, showEnded: ended, header: true });
}
