/** A case description as a file: its blocks and drawing put together and handed to the writer of the format. */

import type { Block, CaseDocument } from '../../shared/case/document.ts';
import { blocksOf, UnknownNode } from '../../shared/case/editor-json.ts';
import type { caseFormats } from '../../shared/contract/case.ts';
import { defaultScene } from '../../shared/diagram/default-scene.ts';
import type { Scene } from '../../shared/diagram/scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { formatDay } from '../../shared/domain/format-date.ts';
import { ringsFigure } from '../../shared/spread/rings-figure.ts';
import type { ReadHandle } from '../connection.ts';
import { fromData } from '../repositories/case-blocks.ts';
import { diagramModel } from '../repositories/diagram.queries.ts';
import { spreadModels } from '../repositories/spread.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { CaseView } from './case.ops.ts';
import type { JobContext } from './handler.ts';

/** Word shows the PNG where it cannot show the SVG; at the width of a page this is over 300 dpi. */
const PNG_PIXELS = 2400;

type Figure = Extract<Block, { kind: 'figure' }>;

async function drawn(scene: Scene, view: CaseView, title: string, alt: string, context: JobContext): Promise<Figure> {
  context.checkpoint();
  const [{ outlineText }, { scenePng }] = await Promise.all([import('../render/outline.ts'), import('../render/png.ts')]);
  return {
    kind: 'figure',
    title,
    asOf: fromData(view.at, context.language, context.t),
    alt,
    svg: sceneToSvg(scene, { colours: 'light', outline: outlineText(context.resources) }),
    png: await scenePng(scene, { resources: context.resources, colours: 'light', scale: Math.max(2, PNG_PIXELS / scene.width) }),
    width: scene.width,
    height: scene.height,
  };
}

function diagramFigure(handle: ReadHandle, view: CaseView, title: string, context: JobContext): Promise<Figure> {
  const model = diagramModel(handle, view.network.id, view.at, {}, context.t, view.names);
  const scene = defaultScene(model, context.t, { colour: 'organisation', ended: false });
  const people = new Set(model.memberships.map((membership) => membership.personId)).size;
  const alt = context.t(($) => $.case.alt, { name: view.network.name, units: model.units.length, people });
  return drawn(scene, view, title, alt, context);
}

/** Null where nothing went anywhere: then only the sentence stands there. */
async function ringsDrawing(handle: ReadHandle, view: CaseView, title: string, context: JobContext): Promise<Figure | null> {
  const scene = ringsFigure(spreadModels(handle, view.network.id, view.at), { t: context.t, at: view.at });
  return scene === null ? null : drawn(scene, view, title, scene.description, context);
}

/** The drawings of a text, each made once however often it stands there. */
async function figuresOf(handle: ReadHandle, view: CaseView, context: JobContext): Promise<ReadonlyMap<string, Figure>> {
  const blocks = view.parts.flatMap((part) => part.blocks);
  const titled = (name: string) => blocks.find((block) => block.block === name)?.title;
  const [diagram, rings] = [titled('diagram'), titled('rings')];
  const figures = new Map<string, Figure>();
  if (diagram !== undefined) figures.set('diagram', await diagramFigure(handle, view, diagram, context));
  const drawing = rings === undefined ? null : await ringsDrawing(handle, view, rings, context);
  if (drawing !== null) figures.set('rings', drawing);
  return figures;
}

async function documentOf(handle: ReadHandle, view: CaseView, context: JobContext): Promise<CaseDocument> {
  const { t } = context;
  const figures = await figuresOf(handle, view, context);
  const parts = view.parts.map((part) => {
    const data = (name: string): readonly Block[] => {
      const block = part.blocks.find((other) => other.block === name);
      if (!block) throw new UnknownNode(`dataBlock ${name}`);
      const { title, header, rows, note } = block;
      const figure = figures.get(name);
      if (figure) return [figure, ...(note === null ? [] : [{ kind: 'paragraph', runs: [{ text: note }] } as const])];
      return [{ kind: 'dataTable', title, asOf: fromData(block.at, context.language, t), header, rows, note }];
    };
    return { title: t(($) => $.case.parts[part.part]), blocks: blocksOf(part.body.content ?? [], data) };
  });
  const { contents, figure: figureWord, table, page, empty } = t.words.case;
  const asOf = formatDay(view.at, context.language);
  return {
    title: t(($) => $.case.title, { code: view.network.code }),
    subtitle: `${view.network.name}, ${t(($) => $.case.year, { year: view.year.name })}`,
    language: context.language,
    words: { contents, figure: figureWord, table, page, empty, fromData: t(($) => $.case.fromData, { date: asOf }) },
    header: `${view.network.code} ${view.network.name} · ${view.year.name}`,
    parts,
  };
}

/** Loaded when asked for: the Word writer is large and most runs need none. */
const write = {
  docx: async (document: CaseDocument) => (await import('../../shared/export/docx.ts')).writeDocx(document),
  md: async (document: CaseDocument) => (await import('../../shared/export/markdown.ts')).writeMarkdown(document),
  html: async (document: CaseDocument) => (await import('../../shared/export/html.ts')).writeHtml(document),
} as const;

/** @throws Refusal `invalid_input` when the text has something that this version cannot write, `cancelled` */
export async function caseFile(
  handle: ReadHandle,
  view: CaseView,
  format: (typeof caseFormats)[number],
  context: JobContext,
): Promise<{ name: string; bytes: Uint8Array }> {
  context.progress(
    1,
    3,
    context.t(($) => $.data.drawing),
  );
  try {
    const document = await documentOf(handle, view, context);
    context.checkpoint();
    context.progress(
      2,
      3,
      context.t(($) => $.data.writing),
    );
    return { name: `${view.network.code} ${view.network.name} ${view.year.name}.${format}`, bytes: await write[format](document) };
  } catch (error) {
    if (error instanceof UnknownNode) throw new Refusal('invalid_input', 'unknownField', { field: error.node });
    throw error;
  }
}
