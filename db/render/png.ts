/** A scene as PNG, with the bundled fonts, without a browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Theme } from '../../shared/diagram/palette.ts';
import type { Scene } from '../../shared/diagram/scene.ts';
import type { Sheet } from '../../shared/diagram/sheet.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';

export interface PngOptions {
  readonly colours: Theme;
  /** Folder of the app that holds `fonts/`. */
  readonly resources: string;
  /** Pixels per px of the scene. */
  readonly scale?: number;
  /** Pixels across, in place of a scale. */
  readonly width?: number | undefined;
  /** The paper that it lies on; without it the drawing alone. */
  readonly sheet?: Sheet | undefined;
  /** File of the resvg module, where it does not lie beside its package (in a built app). */
  readonly wasm?: string;
}

/** More pixels than this are not made: memory is four bytes each. */
export const MOST_PIXELS = 120_000_000;
let ready: Promise<void> | null = null;
const fontsOf = new Map<string, Promise<Uint8Array[]>>();

async function start(wasm: string | undefined): Promise<void> {
  const file = wasm ?? createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(file));
}

function fonts(resources: string): Promise<Uint8Array[]> {
  const names = ['Regular', 'Medium', 'SemiBold'];
  const known = fontsOf.get(resources) ?? Promise.all(names.map((name) => readFile(join(resources, 'fonts', `IBMPlexSans-${name}.ttf`))));
  fontsOf.set(resources, known);
  return known;
}

/** @returns the bytes of a PNG of `scale` times the size of the scene, or smaller when that would be more than 120 million pixels */
export async function scenePng(scene: Scene, options: PngOptions): Promise<Uint8Array> {
  ready ??= start(options.wasm);
  await ready;
  const { width, height } = options.sheet?.box ?? scene;
  const most = Math.sqrt(MOST_PIXELS / (width * height));
  const across = Math.round(Math.min(options.width ?? width * (options.scale ?? 2), width * most));
  const resvg = new Resvg(sceneToSvg(scene, { colours: options.colours, sheet: options.sheet }), {
    fitTo: { mode: 'width', value: across },
    font: {
      fontBuffers: await fonts(options.resources),
      defaultFontFamily: 'IBM Plex Sans',
      sansSerifFamily: 'IBM Plex Sans',
      loadSystemFonts: false,
    },
  });
  try {
    const image = resvg.render();
    const bytes = image.asPng();
    image.free();
    return bytes;
  } finally {
    resvg.free();
  }
}
