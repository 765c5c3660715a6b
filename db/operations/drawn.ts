/** A drawing that leaves Schakel as a file: drawn, then written, and it can be stopped in between. */
import type { Scene } from '../../shared/diagram/scene.ts';
import { type Orientation, type Paper, sheetFor } from '../../shared/diagram/sheet.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import type { JobContext } from './handler.ts';

interface Choices {
  readonly format: 'svg' | 'png' | 'pdf';
  readonly at: string;
  readonly theme?: 'light' | 'dark' | undefined;
  readonly paper?: Paper | undefined;
  readonly orientation?: Orientation | undefined;
}

async function bytesOf(scene: Scene, { format, theme, paper, orientation }: Choices, scale: number, context: JobContext): Promise<Uint8Array> {
  const { resources, language } = context;
  const colours = theme ?? 'light';
  const sheet = paper === undefined ? undefined : sheetFor(scene, paper, orientation);
  if (format === 'svg') return new TextEncoder().encode(sceneToSvg(scene, { colours, sheet }));
  // loaded when asked for: the writers are large and most runs need none
  if (format === 'pdf') {
    const { scenePdf } = await import('../render/pdf.ts');
    return scenePdf(scene, { resources, colours, paper, orientation, language });
  }
  const { scenePng } = await import('../render/png.ts');
  return scenePng(scene, { resources, colours, sheet, scale });
}

/** @param scale pixels of a PNG per px of the drawing */
export async function drawn(context: JobContext, choices: Choices, scale: number, draw: () => Scene) {
  context.progress(
    0,
    2,
    context.t(($) => $.data.drawing),
  );
  const scene = draw();
  context.checkpoint();
  context.progress(
    1,
    2,
    context.t(($) => $.data.writing),
  );
  const bytes = await bytesOf(scene, choices, scale, context);
  context.checkpoint();
  const name = `${scene.title} ${choices.at}.${choices.format}`;
  return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
}
