/** A scene as a one-page PDF with the bundled TrueType fonts embedded; the same input gives the same bytes. */
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { type Theme, themes } from '../../shared/diagram/palette.ts';
import { type ColourToken, type GroupNode, HALO, type Paint, type Scene, type SceneNode, type TextNode } from '../../shared/diagram/scene.ts';
import { type Orientation, type Paper, paperToRead, sheetFor } from '../../shared/diagram/sheet.ts';

export interface PdfOptions {
  readonly colours: Theme;
  /** Folder of the app that holds `fonts/`. */
  readonly resources: string;
  /** `smallest` is the smallest of A4 to A1 on which no text is under 7 points; `own` is the size of the drawing itself. */
  readonly paper?: Paper | 'smallest' | 'own' | undefined;
  /** Without it the one in which the drawing becomes largest. */
  readonly orientation?: Orientation | undefined;
  readonly language?: 'nl' | 'en';
  /** Day that the file says it was made, `YYYY-MM-DD`; the clock is not read, so that the same input gives the same bytes. */
  readonly made?: string;
}

/** Points around a drawing on a page of its own size. */
const MARGIN = 24;
const POINTS_PER_MM = 72 / 25.4;

interface Page {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The page that a scene goes on. @returns points, and points per px of the scene */
export function pageFor(scene: Scene, paper: Paper | 'smallest' | 'own', orientation?: Orientation): Page {
  if (paper === 'own') return { width: scene.width * 0.75 + 2 * MARGIN, height: scene.height * 0.75 + 2 * MARGIN, scale: 0.75 };
  const sheet = sheetFor(scene, paper === 'smallest' ? (paperToRead(scene, orientation) ?? 'A1') : paper, orientation);
  return { width: sheet.width * POINTS_PER_MM, height: sheet.height * POINTS_PER_MM, scale: sheet.scale };
}

type Doc = InstanceType<typeof PDFDocument>;

class Writer {
  readonly doc: Doc;
  readonly colours: Readonly<Record<ColourToken, string>>;

  constructor(doc: Doc, colours: Readonly<Record<ColourToken, string>>) {
    this.doc = doc;
    this.colours = colours;
  }

  write(node: SceneNode, opacity: number): void {
    if (node.type === 'group') this.group(node, opacity);
    else if (node.type === 'text') this.text(node, opacity);
    else {
      this.outline(node);
      this.paint(node, opacity);
    }
  }

  group(node: GroupNode, opacity: number): void {
    for (const child of node.children) this.write(child, opacity * (node.opacity ?? 1));
  }

  outline(node: Exclude<SceneNode, GroupNode | TextNode>): void {
    const { doc } = this;
    if (node.type === 'rect' && node.radius)
      doc.roundedRect(node.x, node.y, node.width, node.height, Math.min(node.radius, node.width / 2, node.height / 2));
    else if (node.type === 'rect') doc.rect(node.x, node.y, node.width, node.height);
    else if (node.type === 'circle') doc.circle(node.cx, node.cy, node.r);
    else if (node.type === 'line') doc.moveTo(node.x1, node.y1).lineTo(node.x2, node.y2);
    else doc.path(node.d);
  }

  paint(paint: Paint, inherited: number): void {
    const { doc } = this;
    const opacity = inherited * (paint.opacity ?? 1);
    if (paint.stroke) {
      doc.lineWidth(paint.strokeWidth ?? 1).lineCap(paint.cap ?? 'butt');
      if (paint.dash) doc.dash(paint.dash[0] as number, { space: paint.dash[1] ?? (paint.dash[0] as number) });
      else doc.undash();
      doc.strokeOpacity(opacity);
    }
    if (paint.fill) doc.fillOpacity(opacity);
    if (paint.fill && paint.stroke) doc.fillAndStroke(this.colours[paint.fill], this.colours[paint.stroke]);
    else if (paint.fill) doc.fill(this.colours[paint.fill]);
    else if (paint.stroke) doc.stroke(this.colours[paint.stroke]);
  }

  text(node: TextNode, opacity: number): void {
    const { doc } = this;
    doc.font(`plex-${node.weight}`).fontSize(node.size).fillColor(this.colours[node.fill]).fillOpacity(opacity);
    const width = node.anchor === 'start' ? 0 : doc.widthOfString(node.text);
    const x = node.anchor === 'middle' ? node.x - width / 2 : node.anchor === 'end' ? node.x - width : node.x;
    if (node.halo) {
      doc.lineWidth(HALO).lineJoin('round').undash().strokeColor(this.colours[node.halo]).strokeOpacity(opacity);
      doc.text(node.text, x, node.y, { lineBreak: false, baseline: 'alphabetic', stroke: true, fill: false });
    }
    doc.text(node.text, x, node.y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

function documentFor(scene: Scene, page: Page, options: PdfOptions): Doc {
  const day = new Date(`${options.made ?? '2000-01-01'}T00:00:00Z`);
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: options.language ?? 'nl',
    displayTitle: true,
    info: { Title: scene.title, Subject: scene.description, Creator: 'Schakel', Producer: 'Schakel', CreationDate: day, ModDate: day },
  });
  for (const [weight, name] of [
    [400, 'Regular'],
    [500, 'Medium'],
    [600, 'SemiBold'],
  ])
    doc.registerFont(`plex-${weight}`, join(options.resources, 'fonts', `IBMPlexSans-${name}.ttf`));
  return doc;
}

/** @returns the bytes of a PDF of one page with the scene in its middle */
export async function scenePdf(scene: Scene, options: PdfOptions): Promise<Uint8Array> {
  const page = pageFor(scene, options.paper ?? 'smallest', options.orientation);
  const doc = documentFor(scene, page, options);
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const colours = themes[options.colours];
  doc.rect(0, 0, page.width, page.height).fill(colours.table);
  doc.translate((page.width - scene.width * page.scale) / 2, (page.height - scene.height * page.scale) / 2).scale(page.scale);
  new Writer(doc, colours).write(scene.root, 1);
  doc.end();
  return done;
}
