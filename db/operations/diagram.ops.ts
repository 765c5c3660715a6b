import { defaultScene } from '../../shared/diagram/default-scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { diagramModel } from '../repositories/diagram.queries.ts';
import type { Jobs } from './handler.ts';

/** Pixels per unit of the drawing: at the size it is printed on A3 that is over 300 dpi. */
const PNG_SCALE = 3;

export const diagramJobs = {
  'diagram.export': async (handle, input, context) => {
    context.progress(
      0,
      2,
      context.t(($) => $.data.drawing),
    );
    const model = diagramModel(handle, input.networkId, input.at, input.ended ?? false, context.t);
    const scene = defaultScene(model, context.t, { colour: input.colour ?? 'organisation', ended: input.ended ?? false });
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
