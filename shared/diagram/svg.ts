/** A scene as SVG: for files, for the clipboard and as the source of a PNG. */
import { type Theme, themes } from './palette.ts';
import type { ColourToken, GroupNode, Paint, Scene, SceneNode, TextNode } from './scene.ts';

export interface SvgOptions {
  /** Colours of light or dark, or left as `var(--token)` for a page that has the tokens. */
  readonly colours: Theme | 'tokens';
  /** Gives the path data of a text (absolute, px) where a font may be missing, as in Word; without it text stays text. */
  readonly outline?: (text: TextNode) => string;
  /** Width and height on paper in mm; without it in px. */
  readonly millimetres?: { readonly width: number; readonly height: number };
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
      if (drawn !== undefined) out.push(`<path d="${drawn}" fill="${colour(node.fill)}"/>`);
      else {
        const anchor = node.anchor === 'start' ? '' : ` text-anchor="${node.anchor}"`;
        const weight = node.weight === 400 ? '' : ` font-weight="${node.weight}"`;
        out.push(`<text x="${node.x}" y="${node.y}" font-size="${node.size}"${weight}${anchor} fill="${colour(node.fill)}">${xml(node.text)}</text>`);
      }
    }
  }
}

/** @returns an SVG document; the same scene and options give the same text */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const table = options.colours === 'tokens' ? null : themes[options.colours];
  const colour = (token: ColourToken): string => (table ? table[token] : `var(--${token})`);
  const size = options.millimetres;
  const width = size ? `${size.width}mm` : String(scene.width);
  const height = size ? `${size.height}mm` : String(scene.height);
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.width} ${scene.height}" width="${width}" height="${height}" role="img" aria-labelledby="s-title s-desc" font-family="'IBM Plex Sans', sans-serif">`,
    `<title id="s-title">${xml(scene.title)}</title><desc id="s-desc">${xml(scene.description)}</desc>\n`,
  ];
  write(scene.root, options, colour, out);
  out.push('</svg>\n');
  return out.join('');
}
