/** From the layout to the scene: grounds below, then lines, then signs and words. */
import { drawLegend } from './draw-legend.ts';
import { bridgeLine, relationLine } from './draw-lines.ts';
import { organisationSign, personSign, seatSign, text } from './draw-signs.ts';
import type { DiagramLayout, DiagramOptions } from './layout-result.ts';
import { page } from './layout-rows.ts';
import { countText, measure } from './layout-size.ts';
import type { Band, Box, Mark } from './layout-types.ts';
import type { CategoryToken, ColourToken, GroupNode, Scene, SceneNode } from './scene.ts';
import { sceneItems } from './scene-items.ts';
import { textWidth } from './text-metrics.ts';

/** What is chosen: a person or records. */
interface Chosen {
  readonly person: string | null;
  readonly ids: ReadonlySet<string>;
}

const dateWords = (day: string, words: DiagramOptions['words']): string =>
  words.dateOrder
    .replace('{day}', String(Number(day.slice(8, 10))))
    .replace('{month}', words.months[Number(day.slice(5, 7)) - 1] ?? '')
    .replace('{year}', day.slice(0, 4));

const isChosen = (chosen: Chosen, mark: Mark): boolean => (mark.personId !== null && mark.personId === chosen.person) || chosen.ids.has(mark.id);

function drawBand(band: Band): GroupNode {
  const { frame } = band;
  const children: SceneNode[] = [
    { type: 'rect', ...frame, radius: 10, ...(band.dashed ? { fill: 'table', stroke: 'line-2', strokeWidth: 1.2, dash: [5, 4] } : { fill: 'band' }) },
  ];
  let y = frame.y + 12;
  for (const line of band.nameLines) {
    y += 18;
    children.push(text(frame.x + 12, y - 4, line, 14, 600, 'ink'));
  }
  for (const line of band.noteLines) {
    y += 15;
    children.push(text(frame.x + 12, y - 2, line, 12, 400, 'ink-3'));
  }
  const label = [band.name, band.note].filter((part) => part !== null).join(', ');
  return { type: 'group', id: band.id ?? `part-${band.key}`, role: 'group', label, children };
}

function boxPaint(box: Box): { fill: ColourToken; stroke: ColourToken; dash?: readonly number[] } {
  if (box.kind === 'arm') return { fill: 'band', stroke: 'line-2', dash: [5, 4] };
  if (box.token !== null) return { fill: `${box.token}-wash`, stroke: box.token };
  const unsure = box.foreign || box.presence === 'perhaps';
  return { fill: 'card', stroke: unsure ? 'control' : 'line-2', ...(unsure ? { dash: [5, 4] } : {}) };
}

function drawTitle(box: Box): SceneNode[] {
  const { size, line } = measure.title;
  const nodes: SceneNode[] = [];
  if (box.kind === 'group') return [text(box.title.x, box.title.y + 13, box.name, measure.group.size, 400, 'ink-3')];
  for (const [index, words] of box.titleLines.entries()) {
    const y = box.title.y + (index + 1) * line - 4;
    nodes.push(text(box.title.x, y, words, size, 600, box.presence === 'no' ? 'ink-3' : 'ink'));
    const count = countText(box);
    if (index === box.titleLines.length - 1 && count !== '')
      nodes.push(text(box.title.x + textWidth(words, size, 600) + 6, y, count, size, 400, 'ink-3'));
  }
  const top = box.title.y + box.titleLines.length * line;
  for (const [index, words] of box.noteLines.entries()) nodes.push(text(box.title.x, top + (index + 1) * 15 - 4, words, 12, 400, 'ink-3'));
  return nodes;
}

function drawBoxGround(box: Box, chosen: Chosen): SceneNode[] {
  const nodes: SceneNode[] = [];
  const frame = { x: box.x, y: box.y, width: box.width, height: box.height };
  if (chosen.ids.has(box.id))
    nodes.push({ type: 'rect', x: frame.x - 3, y: frame.y - 3, width: frame.width + 6, height: frame.height + 6, radius: 10, fill: 'mark' });
  if (box.kind !== 'group') nodes.push({ type: 'rect', ...frame, radius: 7, ...boxPaint(box), strokeWidth: 1.2 });
  for (const child of box.children) nodes.push(...drawBoxGround(child, chosen));
  return nodes;
}

function drawName(mark: Mark, chosen: boolean): SceneNode[] {
  const centred = mark.name.y > mark.cy;
  const nodes: SceneNode[] = [];
  if (chosen && mark.name.width > 0 && !mark.bar)
    nodes.push({
      type: 'rect',
      x: mark.name.x - 4,
      y: mark.name.y - 1.5,
      width: mark.name.width + 8,
      height: mark.name.height + 3,
      radius: 4,
      fill: 'mark',
    });
  const fill: ColourToken = chosen && !mark.bar ? 'mark-ink' : mark.presence === 'no' ? 'ink-3' : mark.kind === 'seat' ? 'ink-2' : 'ink';
  const x = centred ? mark.name.x + mark.name.width / 2 : mark.name.x;
  for (const [index, line] of mark.lines.entries())
    nodes.push(
      text(x, mark.name.y + (index + 1) * measure.name.line - 3, line, measure.name.size, chosen ? 600 : 400, fill, centred ? 'middle' : 'start'),
    );
  return nodes;
}

function drawMark(mark: Mark, chosen: Chosen, dense: boolean): GroupNode {
  const on = isChosen(chosen, mark);
  const children: SceneNode[] = [];
  if (mark.kind === 'seat') children.push(...seatSign(mark, mark.cx, mark.cy, mark.r));
  else if (mark.bar || mark.kind === 'organisation') children.push(...organisationSign(mark, on));
  else children.push(...personSign({ ...mark, chosen: on }, mark.cx, mark.cy, mark.r));
  if (dense && mark.ring) children.push(text(mark.cx + mark.r - 1, mark.cy - mark.r + 1, `×${mark.times}`, 9.5, 600, 'ink'));
  children.push(...drawName(mark, on));
  return { type: 'group', id: `${mark.containerId}-${mark.id}`, role: 'img', label: mark.label, children };
}

function drawBoxFront(box: Box, chosen: Chosen, dense: boolean): GroupNode {
  const children: SceneNode[] = [
    ...drawTitle(box),
    ...box.marks.map((mark) => drawMark(mark, chosen, dense)),
    ...box.children.map((child) => drawBoxFront(child, chosen, dense)),
  ];
  // a school whose teams stand in two layers is drawn twice
  const id = box.kind === 'host' ? `host-${box.id}-${box.children[0]?.id}` : box.id;
  return { type: 'group', id, role: 'group', label: box.label, children };
}

/** The ground under a word on a line: of the band that it is in, or of the table between bands. */
function groundAt(layout: DiagramLayout, y: number): ColourToken {
  const band = layout.geometry.bands.find(({ frame }) => y > frame.y && y < frame.y + frame.height);
  return band && !band.dashed ? 'band' : 'table';
}

function drawLines(layout: DiagramLayout, chosen: Chosen): { under: SceneNode[]; words: SceneNode[] } {
  const under: SceneNode[] = [];
  const over: SceneNode[] = [];
  const wordNodes: SceneNode[] = [];
  for (const relation of layout.relations) {
    const on = relation.relations.some((one) => chosen.ids.has(one.id));
    const drawn = relationLine(relation, on, groundAt(layout, relation.net.wordAt?.y ?? 0));
    (on ? over : under).push({ type: 'group', id: `line-${relation.relations[0]?.id}`, children: drawn.line });
    wordNodes.push(...drawn.word);
  }
  const someone = layout.bridges.some((net) => net.terminals[0]?.mark?.personId === chosen.person);
  for (const net of layout.bridges) {
    const mark = net.terminals[0]?.mark as Mark;
    const on = mark.personId === chosen.person;
    const nodes = bridgeLine(net, mark.category.token as CategoryToken, someone && !on, on);
    (on ? over : under).push({ type: 'group', id: `line-${mark.personId}`, children: nodes });
  }
  return { under: [...under, ...over], words: wordNodes };
}

function drawHeader(layout: DiagramLayout, options: DiagramOptions, width: number): SceneNode[] {
  const { network, at } = layout.look.model;
  const y = page.margin + 18;
  const code = network.code;
  const codeWidth = textWidth(code, 13, 600) + 14;
  const left = page.margin + 2;
  return [
    { type: 'rect', x: left, y: y - 15, width: codeWidth, height: 21, radius: 5, fill: 'card', stroke: 'ink', strokeWidth: 1.6 },
    text(left + codeWidth / 2, y, code, 13, 600, 'ink', 'middle'),
    text(left + codeWidth + 12, y + 1, network.name, 18, 600, 'ink'),
    text(width - page.margin, y + 1, `${options.words.asOf} ${dateWords(at, options.words)}`, 13, 400, 'ink-2', 'end'),
  ];
}

/** Draws a layout. */
export function drawScene(layout: DiagramLayout, options: DiagramOptions): Scene {
  const { geometry, look } = layout;
  const chosen: Chosen = { person: options.selection?.personId ?? null, ids: new Set(options.selection?.ids ?? []) };
  const legend = drawLegend(layout, options.colour, options.words, page.margin, geometry.height + 10, geometry.width - 2 * page.margin);
  const height = Math.ceil(geometry.height + 10 + legend.height + page.margin - 6);
  const width = Math.ceil(geometry.width);
  const lines = drawLines(layout, chosen);
  const boxes = geometry.rows.flat();
  const title = `${options.words.title} ${look.model.network.code} ${look.model.network.name}`;
  const part = (id: string, children: SceneNode[], role: GroupNode['role'] = 'presentation'): GroupNode => ({
    type: 'group',
    id: `part-${id}`,
    role,
    children,
  });
  const children: SceneNode[] = [
    { type: 'rect', x: 0, y: 0, width, height, fill: 'table' },
    ...(options.header ? [part('header', drawHeader(layout, options, width))] : []),
    part('bands', geometry.bands.map(drawBand), 'group'),
    part(
      'grounds',
      boxes.flatMap((box) => drawBoxGround(box, chosen)),
    ),
    part('lines', lines.under),
    part('words', lines.words),
    part(
      'boxes',
      boxes.map((box) => drawBoxFront(box, chosen, layout.dense)),
      'group',
    ),
    part('legend', legend.nodes),
  ];
  const description = `${options.words.asOf} ${dateWords(look.model.at, options.words)}`;
  return {
    width,
    height,
    title,
    description,
    root: { type: 'group', id: 'part-diagram', role: 'group', label: title, children },
    items: sceneItems(layout, options.words),
  };
}
