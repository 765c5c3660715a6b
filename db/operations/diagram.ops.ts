import type { Parsed } from '../../shared/contract/index.ts';
import { compareDays, compareWithPlan } from '../../shared/diagram/compare.ts';
import { defaultScene, type SceneChoices } from '../../shared/diagram/default-scene.ts';
import { calledIn } from '../../shared/diagram/filter.ts';
import type { DiagramModel } from '../../shared/diagram/model.ts';
import type { Scene } from '../../shared/diagram/scene.ts';
import { type Sheet, sheetFor } from '../../shared/diagram/sheet.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import type { ReadHandle } from '../connection.ts';
import { diagramModel } from '../repositories/diagram.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import { viewWithNotes } from './drawing.ops.ts';
import type { JobContext, Jobs } from './handler.ts';

type Choices = Parsed<'diagram.export'>;
/** How it is drawn, and beside what. */
type Look = SceneChoices & { readonly compare: Choices['compare'] };

/** Pixels per unit of the drawing: at the size it is printed on A3 that is over 300 dpi. */
const PNG_SCALE = 3;
const PRINT_DPI = 300;
const MM_PER_INCH = 25.4;
/** A drawing without paper is 96 px to the inch, as on a screen. */
const SCREEN_DPI = 96;

function modelFor(handle: ReadHandle, { networkId, at, names: asked }: Choices, { ended, compare, hidden }: Look, context: JobContext): DiagramModel {
  const names = asked ?? calledIn(hidden ?? []);
  const model = (day: string, scope: { ended?: boolean | undefined; plan?: boolean }): DiagramModel =>
    diagramModel(handle, networkId, day, scope, context.t, names);
  if (!compare) return model(at, { ended });
  return compare === 'plan' ? compareWithPlan(model(at, { plan: true })) : compareDays(model(compare, {}), model(at, {}));
}

/** @throws Refusal when it would be more pixels than can be made: a smaller picture than was asked for would be a surprise */
function pixelsAcross(scene: Scene, sheet: Sheet | undefined, choices: Choices, most: number): number {
  const dpi = choices.dpi ?? (sheet ? PRINT_DPI : PNG_SCALE * SCREEN_DPI);
  const across = choices.width ?? Math.round(sheet ? (sheet.width / MM_PER_INCH) * dpi : (scene.width * dpi) / SCREEN_DPI);
  const { width, height } = sheet ?? scene;
  const asked = choices.width !== undefined || choices.dpi !== undefined;
  if (asked && across * across * (height / width) > most)
    throw new Refusal('invalid_input', 'pictureTooLarge', { width: Math.floor(Math.sqrt(most * (width / height))) }, [
      choices.width === undefined ? 'dpi' : 'width',
    ]);
  return across;
}

async function bytesOf(scene: Scene, choices: Choices, resources: string): Promise<Uint8Array> {
  const colours = choices.theme ?? 'light';
  const sheet = choices.paper === undefined ? undefined : sheetFor(scene, choices.paper, choices.orientation);
  // loaded when asked for: the writers are large and most runs need none
  if (choices.format === 'pdf') {
    const { scenePdf } = await import('../render/pdf.ts');
    return scenePdf(scene, { resources, colours, paper: choices.paper, orientation: choices.orientation });
  }
  if (choices.format === 'svg') return new TextEncoder().encode(sceneToSvg(scene, { colours, sheet }));
  const { MOST_PIXELS, scenePng } = await import('../render/png.ts');
  return scenePng(scene, { resources, colours, sheet, width: pixelsAcross(scene, sheet, choices, MOST_PIXELS) });
}

/** How it is drawn: as asked, else as the view keeps it. @throws Refusal `not_found` for a view that is not there */
function lookOf(handle: ReadHandle, input: Choices): Look {
  const view = input.viewId ? viewWithNotes(handle, input.viewId) : null;
  if (view && view.networkId !== input.networkId) throw new Refusal('invalid_input', 'otherNetwork', {}, ['viewId']);
  const focusId = input.focusId === undefined ? (view?.focusId ?? null) : input.focusId;
  const { title, source, date, legend, relations } = input;
  return {
    title,
    source,
    date,
    legend,
    relations,
    compare: input.compare === undefined ? view?.compareDay : input.compare,
    colour: input.colour ?? view?.colour ?? 'organisation',
    ended: input.ended ?? view?.ended ?? false,
    folded: input.folded ?? view?.folded ?? [],
    hidden: input.hidden ?? view?.hidden ?? [],
    focus: focusId === null ? null : { id: focusId, steps: input.focusSteps ?? view?.focusSteps ?? 1 },
    notes: view?.notes ?? [],
  };
}

export const diagramJobs = {
  'diagram.export': async (handle, input, context) => {
    context.progress(
      0,
      2,
      context.t(($) => $.data.drawing),
    );
    const look = lookOf(handle, input);
    const model = modelFor(handle, input, look, context);
    const scene = defaultScene(model, context.t, look);
    context.checkpoint();
    context.progress(
      1,
      2,
      context.t(($) => $.data.writing),
    );
    const bytes = await bytesOf(scene, input, context.resources);
    context.checkpoint();
    const name = `${model.network.code} ${model.network.name} ${input.at}.${input.format}`;
    return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
  },
} satisfies Partial<Jobs>;
