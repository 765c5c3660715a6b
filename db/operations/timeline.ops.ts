import type { Parsed } from '../../shared/contract/index.ts';
import { sheetFor } from '../../shared/diagram/sheet.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { type TimelineScene, timelineScene } from '../../shared/timeline/timeline-scene.ts';
import { timelineOf } from '../repositories/timeline.queries.ts';
import type { JobContext, Jobs, Queries } from './handler.ts';

/** As wide as a window, so that it looks as it did there; px. */
const WIDTH = 1400;
/** Pixels per px of the drawing: enough for print at the size of the screen. */
const PNG_SCALE = 2;

export const timelineQueries = {
  'timeline.list': (handle, { names, ...input }, { t }) => timelineOf(handle, input, names ?? 'name', t),
} satisfies Partial<Queries>;

async function bytesOf(scene: TimelineScene, input: Parsed<'timeline.export'>, { resources, language }: JobContext): Promise<Uint8Array> {
  const { format, paper, orientation } = input;
  const colours = input.theme ?? 'light';
  const sheet = paper === undefined ? undefined : sheetFor(scene, paper, orientation);
  if (format === 'svg') return new TextEncoder().encode(sceneToSvg(scene, { colours, sheet }));
  // loaded when asked for: the writers are large and most runs need none
  if (format === 'pdf') {
    const { scenePdf } = await import('../render/pdf.ts');
    return scenePdf(scene, { resources, colours, paper, orientation, language });
  }
  const { scenePng } = await import('../render/png.ts');
  return scenePng(scene, { resources, colours, sheet, scale: PNG_SCALE });
}

export const timelineJobs = {
  'timeline.export': async (handle, input, context) => {
    const { t } = context;
    context.progress(
      0,
      2,
      t(($) => $.data.drawing),
    );
    const { from, until, parts, folded, unfolded, title, source } = input;
    const timeline = timelineOf(handle, input, input.names ?? 'name', t);
    const scene = timelineScene(timeline, { t, from, until, parts, folded, unfolded, width: WIDTH, header: true, title, source });
    context.checkpoint();
    context.progress(
      1,
      2,
      t(($) => $.data.writing),
    );
    const bytes = await bytesOf(scene, input, context);
    context.checkpoint();
    const name = `${scene.title} ${input.at}.${input.format}`;
    return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
  },
} satisfies Partial<Jobs>;
