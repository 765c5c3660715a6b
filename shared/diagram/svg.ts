/** A scene as SVG: for files, for the clipboard and as the source of a PNG. */
import { type Theme, themes } from './palette.ts';
import { type ColourToken, type GroupNode, HALO, type Paint, type Scene, type SceneNode, type TextNode } from './scene.ts';
import type { Sheet } from './sheet.ts';

export interface SvgOptions {
  /** Colours of light or dark, or left as `var(--token)` for a page that has the tokens. */
  readonly colours: Theme | 'tokens';
  /** Gives the path data of a text (absolute, px) where a font may be missing, as in Word; without it text stays text. */
  readonly outline?: (text: TextNode) => string;
  /** The paper that it lies on, in mm; without it the drawing alone, in px. */
  readonly sheet?: Sheet | undefined;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text for XML: without signs that XML does not allow. */
const xml = (value: string): string =>
  value
    .replace(/[&<>"]/g, (sign) => escapes[sign] as string)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
/** An id that XML allows; the ids of records are UUIDs, which may begin with a digit. */
const xmlId = (id: string): string => `s-${id.replace(/[^\w-]/g, '_')}`;

function paintOf(paint: Paint, colour: (token: ColourToken) => string): string {
  let out = ` fill="${paint.fill ? colour(paint.fill) : 'none'}"`;
  if (paint.stroke) out += ` stroke="${colour(paint.stroke)}" stroke-width="${paint.strokeWidth ?? 1}"`;
  if (paint.dash) out += ` stroke-dasharray="${paint.dash.join(' ')}"`;
  if (paint.cap) out += ` stroke-linecap="${paint.cap}"`;
  if (paint.opacity !== undefined) out += ` opacity="${paint.opacity}"`;
  return out;
}

function groupTag(node: GroupNode): string {
  const id = node.id === undefined ? '' : ` id="${xmlId(node.id)}"`;
  const role = node.role === undefined ? '' : ` role="${node.role}"`;
  const label = node.label === undefined ? '' : ` aria-label="${xml(node.label)}"`;
  const opacity = node.opacity === undefined ? '' : ` opacity="${node.opacity}"`;
  return `<g${id}${role}${label}${opacity}>`;
}

function write(node: SceneNode, options: SvgOptions, colour: (token: ColourToken) => string, out: string[]): void {
  switch (node.type) {
    case 'group':
      out.push(groupTag(node));
      if (node.label !== undefined) out.push(`<title>${xml(node.label)}</title>`);
      for (const child of node.children) write(child, options, colour, out);
      out.push('</g>\n');
      return;
    case 'rect':
      out.push(
        `<rect x="${node.x}" y="${node.y}" width="${node.width}" height="${node.height}"${node.radius ? ` rx="${node.radius}"` : ''}${paintOf(node, colour)}/>`,
      );
      return;
    case 'circle':
      out.push(`<circle cx="${node.cx}" cy="${node.cy}" r="${node.r}"${paintOf(node, colour)}/>`);
      return;
    case 'line':
      out.push(`<line x1="${node.x1}" y1="${node.y1}" x2="${node.x2}" y2="${node.y2}"${paintOf(node, colour)}/>`);
      return;
    case 'path':
      out.push(`<path d="${node.d}"${paintOf(node, colour)}/>`);
      return;
    case 'text': {
      const drawn = options.outline?.(node);
      const halo = node.halo ? ` stroke="${colour(node.halo)}" stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke"` : '';
      if (drawn !== undefined) out.push(`<path d="${drawn}" fill="${colour(node.fill)}"${halo}/>`);
      else {
        const anchor = node.anchor === 'start' ? '' : ` text-anchor="${node.anchor}"`;
        const weight = node.weight === 400 ? '' : ` font-weight="${node.weight}"`;
        out.push(
          `<text x="${node.x}" y="${node.y}" font-size="${node.size}"${weight}${anchor} fill="${colour(node.fill)}"${halo}>${xml(node.text)}</text>`,
        );
      }
    }
  }
}

/** What of the plane of a drawing is in view: the sheet that it lies on, or itself. @returns x, y, width and height as in a viewBox */
export function sheetView(scene: Pick<Scene, 'width' | 'height'>, sheet: Sheet | undefined): readonly [number, number, number, number] {
  const { x, y, width, height } = sheet ? sheet.box : { x: 0, y: 0, width: scene.width, height: scene.height };
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return [round(x), round(y), round(width), round(height)];
}

/** @returns an SVG document; the same scene and options give the same text */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const table = options.colours === 'tokens' ? null : themes[options.colours];
  const colour = (token: ColourToken): string => (table ? table[token] : `var(--${token})`);
  const { sheet } = options;
  const width = sheet ? `${sheet.width}mm` : String(scene.width);
  const height = sheet ? `${sheet.height}mm` : String(scene.height);
  const view = sheetView(scene, sheet);
  const ground = sheet
    ? `<rect x="${view[0]}" y="${view[1]}" width="${view[2]}" height="${view[3]}" fill="${colour('table')}"/>
`
    : '';
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.join(' ')}" width="${width}" height="${height}" role="img" aria-labelledby="s-title s-desc" font-family="'IBM Plex Sans', sans-serif">`,
    `<title id="s-title">${xml(scene.title)}</title><desc id="s-desc">${xml(scene.description)}</desc>\n${ground}`,
  ];
  write(scene.root, options, colour, out);
  out.push('</svg>\n');
  return out.join('');
}
