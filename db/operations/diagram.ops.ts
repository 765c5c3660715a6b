import type { Parsed } from '../../shared/contract/index.ts';
import { defaultScene } from '../../shared/diagram/default-scene.ts';
import type { DiagramReading } from '../../shared/diagram/layout-result.ts';
import type { ColourMode } from '../../shared/diagram/model.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import type { ReadHandle } from '../connection.ts';
import { diagramModel } from '../repositories/diagram.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import { viewWithNotes } from './drawing.ops.ts';
import type { Jobs } from './handler.ts';

/** Pixels per unit of the drawing: at the size it is printed on A3 that is over 300 dpi. */
const PNG_SCALE = 3;

/** How it is drawn: as asked, else as the view keeps it. @throws Refusal `not_found` for a view that is not there */
function lookOf(handle: ReadHandle, input: Parsed<'diagram.export'>): { colour: ColourMode; ended: boolean } & DiagramReading {
  const view = input.viewId ? viewWithNotes(handle, input.viewId) : null;
  if (view && view.networkId !== input.networkId) throw new Refusal('invalid_input', 'otherNetwork', {}, ['viewId']);
  const focusId = input.focusId === undefined ? (view?.focusId ?? null) : input.focusId;
  return {
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
    const { colour, ended, ...reading } = lookOf(handle, input);
    const model = diagramModel(handle, input.networkId, input.at, ended, context.t);
    const scene = defaultScene(model, context.t, { colour, ended, ...reading });
    context.checkpoint();
    context.progress(
      1,
      2,
      context.t(($) => $.data.writing),
    );
    const theme = input.theme ?? 'light';
    const bytes = await {
      svg: async () => new TextEncoder().encode(sceneToSvg(scene, { colours: theme })),
      // loaded when asked for: the writers are large and most runs need none
      pdf: async () => (await import('../render/pdf.ts')).scenePdf(scene, { resources: context.resources, colours: theme }),
      png: async () => (await import('../render/png.ts')).scenePng(scene, { resources: context.resources, colours: theme, scale: PNG_SCALE }),
    }[input.format]();
    context.checkpoint();
    const name = `${model.network.code} ${model.network.name} ${input.at}.${input.format}`;
    return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
  },
} satisfies Partial<Jobs>;
