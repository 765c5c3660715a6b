/** A case description as a file: its blocks and drawing put together and handed to the writer of the format. */

import type { Block, CaseDocument } from '../../shared/case/document.ts';
import { blocksOf, UnknownNode } from '../../shared/case/editor-json.ts';
import type { caseFormats } from '../../shared/contract/case.ts';
import { defaultScene } from '../../shared/diagram/default-scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { formatDay } from '../../shared/domain/format-date.ts';
import type { ReadHandle } from '../connection.ts';
import { fromData } from '../repositories/case-blocks.ts';
import { diagramModel } from '../repositories/diagram.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { CaseView } from './case.ops.ts';
import type { JobContext } from './handler.ts';

/** Word shows the PNG where it cannot show the SVG; at the width of a page this is over 300 dpi. */
const PNG_PIXELS = 2400;

async function figure(handle: ReadHandle, view: CaseView, title: string, context: JobContext): Promise<Block> {
  const model = diagramModel(handle, view.network.id, view.at, {}, context.t, view.names);
  const scene = defaultScene(model, context.t, { colour: 'organisation', ended: false });
  context.checkpoint();
  const [{ outlineText }, { scenePng }] = await Promise.all([import('../render/outline.ts'), import('../render/png.ts')]);
  const people = new Set(model.memberships.map((membership) => membership.personId)).size;
  return {
    kind: 'figure',
    title,
    asOf: fromData(view.at, context.language, context.t),
    alt: context.t(($) => $.case.alt, { name: view.network.name, units: model.units.length, people }),
    svg: sceneToSvg(scene, { colours: 'light', outline: outlineText(context.resources) }),
    png: await scenePng(scene, { resources: context.resources, colours: 'light', scale: Math.max(2, PNG_PIXELS / scene.width) }),
    width: scene.width,
    height: scene.height,
  };
}

async function documentOf(handle: ReadHandle, view: CaseView, context: JobContext): Promise<CaseDocument> {
  const { t } = context;
  const drawn = view.parts.flatMap((part) => part.blocks).find((block) => block.block === 'diagram');
  const drawing = drawn ? await figure(handle, view, drawn.title, context) : null;
  const parts = view.parts.map((part) => {
    const data = (name: string): readonly Block[] => {
      const block = part.blocks.find((other) => other.block === name);
      if (!block) throw new UnknownNode(`dataBlock ${name}`);
      if (name === 'diagram') return drawing ? [drawing] : [];
      const { title, header, rows, note } = block;
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
