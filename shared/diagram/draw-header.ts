/** What stands above and below a drawing that leaves the screen: whose it is, of when, and where it comes from. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { text } from './draw-signs.ts';
import type { DiagramOptions } from './layout-result.ts';
import { page } from './layout-rows.ts';
import { breakLines } from './line-break.ts';
import type { DiagramModel } from './model.ts';
import type { SceneNode } from './scene.ts';
import { textWidth } from './text-metrics.ts';

const TITLE = 18;
const TITLE_LINE = 24;
const DATE = 13;
const SOURCE_LINE = 16;
const LEAST = 44;

const dateWords = (day: string, words: DiagramWords): string =>
  words.dateOrder
    .replace('{day}', String(Number(day.slice(8, 10))))
    .replace('{month}', words.months[Number(day.slice(5, 7)) - 1] ?? '')
    .replace('{year}', day.slice(0, 4));

/** 'Stand op 31 juli 2024', '31 juli 2023 naar 31 juli 2024', 'Plan naast feit op 31 juli 2024'. */
export function whenWords(model: DiagramModel, words: DiagramWords): string {
  const { comparison } = model;
  if (!comparison) return `${words.asOf} ${dateWords(model.at, words)}`;
  const said = comparison.kind === 'days' ? words.changes.between : words.changes.planOn;
  return said.replace('{from}', dateWords(comparison.from, words)).replace('{to}', dateWords(comparison.to, words));
}

interface Title {
  readonly left: number;
  readonly lines: readonly string[];
  readonly when: string;
}

/** The title over as many lines as it needs beside the date. @param width of the drawing, px */
function titleOf(model: DiagramModel, options: DiagramOptions, width: number): Title {
  const own = options.sheet?.title ?? null;
  const when = options.sheet?.date === false ? '' : whenWords(model, options.words);
  const left = page.margin + 2 + (own === null ? textWidth(model.network.code, DATE, 600) + 26 : 0);
  const room = width - left - page.margin - (when === '' ? 0 : textWidth(when, DATE) + 24);
  return { left, lines: breakLines(own ?? model.network.name, Math.max(120, room), TITLE, 600), when };
}

/** Room that the header takes on top of a drawing of this width. @returns px */
export const headerHeight = (model: DiagramModel, options: DiagramOptions, width: number): number =>
  options.header ? LEAST + (Math.max(1, titleOf(model, options, width).lines.length) - 1) * TITLE_LINE : 0;

export function drawHeader(model: DiagramModel, options: DiagramOptions, width: number): SceneNode[] {
  const { left, lines, when } = titleOf(model, options, width);
  const y = page.margin + 18;
  const { code } = model.network;
  const codeWidth = textWidth(code, DATE, 600) + 14;
  const coded: SceneNode[] =
    (options.sheet?.title ?? null) === null
      ? [
          { type: 'rect', x: page.margin + 2, y: y - 15, width: codeWidth, height: 21, radius: 5, fill: 'card', stroke: 'ink', strokeWidth: 1.6 },
          text(page.margin + 2 + codeWidth / 2, y, code, DATE, 600, 'ink', 'middle'),
        ]
      : [];
  return [
    ...coded,
    ...lines.map((line, index) => text(left, y + 1 + index * TITLE_LINE, line, TITLE, 600, 'ink')),
    ...(when === '' ? [] : [text(width - page.margin, y + 1, when, DATE, 400, 'ink-2', 'end')]),
  ];
}

/** The source, under the legend. @param top px; width of the drawing, px */
export function drawSource(source: string | null, top: number, width: number): { nodes: SceneNode[]; height: number } {
  const lines = source === null ? [] : breakLines(source, width - 2 * page.margin, 12);
  const nodes = lines.map((line, index) => text(page.margin + 2, top + 8 + (index + 1) * SOURCE_LINE - 4, line, 12, 400, 'ink-3'));
  return { nodes, height: lines.length === 0 ? 0 : lines.length * SOURCE_LINE + 10 };
}
