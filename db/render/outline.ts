/** Text as paths from the bundled fonts, for places that would swap the font: Word, or a viewer without IBM Plex. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { TextNode } from '../../shared/diagram/scene.ts';

const names = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold' } as const;
const round = (value: number): number => Math.round(value * 100) / 100;

/** One letter at its place, the y axis turned down. */
function glyphPath(commands: readonly { command: string; args: number[] }[], x: number, y: number, scale: number): string {
  const letters: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };
  return commands
    .map(
      ({ command, args }) =>
        (letters[command] ?? '') + args.map((value, index) => round(index % 2 === 0 ? x + value * scale : y - value * scale)).join(' '),
    )
    .join('');
}

/**
 * A function that gives the path data of a text of a scene; hand it to `sceneToSvg` as `outline`.
 * @param resources folder of the app that holds `fonts/`
 */
export function outlineText(resources: string): (text: TextNode) => string {
  const fonts = new Map<number, Font>();
  for (const [weight, name] of Object.entries(names)) {
    const font = create(readFileSync(join(resources, 'fonts', `IBMPlexSans-${name}.ttf`)));
    if ('fonts' in font) throw new Error(`a collection, not a font: ${name}`);
    fonts.set(Number(weight), font);
  }
  return (text) => {
    const font = fonts.get(text.weight) as Font;
    const run = font.layout(text.text);
    const scale = text.size / font.unitsPerEm;
    const width = run.positions.reduce((sum, place) => sum + place.xAdvance, 0) * scale;
    let x = text.anchor === 'middle' ? text.x - width / 2 : text.anchor === 'end' ? text.x - width : text.x;
    let d = '';
    for (const [index, glyph] of run.glyphs.entries()) {
      const place = run.positions[index] as (typeof run.positions)[number];
      d += glyphPath(glyph.path.commands, x + place.xOffset * scale, text.y - place.yOffset * scale, scale);
      x += place.xAdvance * scale;
    }
    return d;
  };
}
