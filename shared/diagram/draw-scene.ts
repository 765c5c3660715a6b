/** From the layout to the scene: grounds below, then lines, then signs and words. */

import { changeBadge, isStruck, strike } from './change-signs.ts';
import { drawHeader, drawSource, whenWords } from './draw-header.ts';
import { drawLegend, noLegend } from './draw-legend.ts';
import { bridgeLine, relationLine } from './draw-lines.ts';
import { drawNotes } from './draw-notes.ts';
import { organisationSign, personSign, seatSign, text } from './draw-signs.ts';
import { tallyOf } from './filter.ts';
import { cardLabel, cardLines } from './fold.ts';
import type { DiagramLayout, DiagramOptions } from './layout-result.ts';
import { page } from './layout-rows.ts';
import { countText, measure } from './layout-size.ts';
import type { Band, Box, Mark } from './layout-types.ts';
import { partOf, type Reading, readingOf } from './reading.ts';
import type { CategoryToken, ColourToken, GroupNode, Scene, SceneNode } from './scene.ts';
import { sceneItems } from './scene-items.ts';
import { textWidth } from './text-metrics.ts';

/** What is chosen: a person or records. */
interface Chosen {
  readonly person: string | null;
  readonly ids: ReadonlySet<string>;
}

/** What stays of something that is not looked at now. */
const FAINT = 0.2;
const faint = (is: boolean): Pick<GroupNode, 'opacity'> => (is ? { opacity: FAINT } : {});

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

const isNew = (box: Box): boolean => box.change === 'new' || box.change === 'movedHere';
const boxLine = (box: Box): number => (isNew(box) ? 2 : 1.2);

function boxPaint(box: Box): { fill: ColourToken; stroke: ColourToken; dash?: readonly number[] } {
  if (box.kind === 'arm') return { fill: 'band', stroke: 'line-2', dash: [5, 4] };
  if (box.token !== null && box.change === 'kept') return { fill: 'k-overig-wash', stroke: 'line-2' };
  if (box.token !== null) return { fill: `${box.token}-wash`, stroke: box.token };
  if (isNew(box)) return { fill: 'card', stroke: 'ink', ...(box.presence === 'perhaps' ? { dash: [5, 4] } : {}) };
  const unsure = box.foreign || box.presence === 'perhaps';
  return { fill: 'card', stroke: unsure ? 'control' : 'line-2', ...(unsure ? { dash: [5, 4] } : {}) };
}

function drawTitle(box: Box): SceneNode[] {
  const { size, line: step } = measure.title;
  const nodes: SceneNode[] = [];
  if (box.kind === 'group') return [text(box.title.x, box.title.y + 13, box.name, measure.group.size, 400, 'ink-3')];
  for (const [index, words] of box.titleLines.entries()) {
    const y = box.title.y + (index + 1) * step - 4;
    const line = text(box.title.x, y, words, size, 600, box.presence === 'no' ? 'ink-3' : 'ink');
    nodes.push(line, ...(isStruck(box.change) ? [strike(line)] : []));
    const count = countText(box);
    if (index === box.titleLines.length - 1 && count !== '')
      nodes.push(text(box.title.x + textWidth(words, size, 600) + 6, y, count, size, 400, 'ink-3'));
  }
  const top = box.title.y + box.titleLines.length * step;
  for (const [index, words] of box.noteLines.entries()) nodes.push(text(box.title.x, top + (index + 1) * 15 - 4, words, 12, 400, 'ink-3'));
  return nodes;
}

/** Who is chosen is somewhere under this card. */
const holdsChosen = (box: Box, chosen: Chosen): boolean =>
  box.marks.some((mark) => isChosen(chosen, mark)) || box.children.some((child) => chosen.ids.has(child.id) || holdsChosen(child, chosen));

function drawBoxGround(box: Box, chosen: Chosen, reading: Reading): SceneNode[] {
  const nodes: SceneNode[] = [];
  const frame = { x: box.x, y: box.y, width: box.width, height: box.height };
  const card = reading.folds.cards.has(box);
  if (chosen.ids.has(box.id) || (card && holdsChosen(box, chosen)))
    nodes.push({ type: 'rect', x: frame.x - 3, y: frame.y - 3, width: frame.width + 6, height: frame.height + 6, radius: 10, fill: 'mark' });
  if (box.kind !== 'group') nodes.push({ type: 'rect', ...frame, radius: 7, ...boxPaint(box), strokeWidth: boxLine(box) });
  if (!card) for (const child of box.children) nodes.push(...drawBoxGround(child, chosen, reading));
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
  const quiet = mark.presence === 'no' || mark.change === 'kept';
  const fill: ColourToken = chosen && !mark.bar ? 'mark-ink' : quiet ? 'ink-3' : mark.kind === 'seat' ? 'ink-2' : 'ink';
  const x = centred ? mark.name.x + mark.name.width / 2 : mark.name.x;
  const { size, line: step } = measure.name;
  for (const [index, words] of mark.lines.entries()) {
    const line = text(x, mark.name.y + (index + 1) * step - 3, words, size, chosen ? 600 : 400, fill, centred ? 'middle' : 'start');
    nodes.push(line, ...(isStruck(mark.change) ? [strike(line)] : []));
  }
  return nodes;
}

/** At the upper left of the sign; in the corner of a bar, clear of its letter. */
const badgeOf = (mark: Mark): SceneNode[] =>
  mark.bar ? changeBadge(mark.change, mark.sign.x + 3, mark.sign.y + 3) : changeBadge(mark.change, mark.cx - mark.r * 0.86, mark.cy - mark.r * 0.86);

function drawMark(mark: Mark, chosen: Chosen, dense: boolean, reading: Reading): GroupNode {
  const on = isChosen(chosen, mark);
  const children: SceneNode[] = [];
  if (mark.kind === 'seat') children.push(...seatSign(mark, mark.cx, mark.cy, mark.r));
  else if (mark.bar || mark.kind === 'organisation') children.push(...organisationSign(mark, on));
  else children.push(...personSign({ ...mark, chosen: on, muted: mark.change === 'kept' }, mark.cx, mark.cy, mark.r));
  if (dense && mark.ring) children.push(text(mark.cx + mark.r - 1, mark.cy - mark.r + 1, `×${mark.times}`, 9.5, 600, 'ink'));
  children.push(...badgeOf(mark), ...(on || reading.showsName(mark) ? drawName(mark, on) : []));
  return {
    type: 'group',
    id: `${mark.containerId}-${mark.id}`,
    role: 'img',
    label: mark.label,
    leaf: true,
    ...faint(!reading.lights(mark)),
    children,
  };
}

/** A team as a card over its own place; lines to who is in it end at its edge. Its foot shows that there is more under it. */
function drawCard(box: Box, reading: Reading, words: DiagramOptions['words']): GroupNode {
  const paint = { ...boxPaint(box), strokeWidth: boxLine(box) };
  const { x, y, width, height } = box;
  const lines = cardLines(box, words, reading.shows, reading.comparing).map((line) => text(line.x, line.y, line.text, line.size, 400, 'ink-2'));
  const children: SceneNode[] = [
    { type: 'rect', x, y, width, height, radius: 7, ...paint },
    { type: 'rect', x, y, width, height: height - 4, radius: 7, ...paint },
    { type: 'group', leaf: true, id: `title-${box.id}`, ...faint(!reading.lightsBox(box)), children: [...drawTitle(box), ...lines] },
  ];
  return { type: 'group', id: box.id, role: 'group', label: cardLabel(box, words, reading.shows, reading.comparing), children };
}

function drawBoxFront(box: Box, chosen: Chosen, dense: boolean, reading: Reading, words: DiagramOptions['words']): GroupNode {
  if (reading.folds.cards.has(box)) return drawCard(box, reading, words);
  const children: SceneNode[] = [
    { type: 'group', leaf: true, id: `title-${partOf(box)}`, ...faint(!reading.lightsBox(box)), children: drawTitle(box) },
    ...box.marks.filter(reading.shows).map((mark) => drawMark(mark, chosen, dense, reading)),
    ...box.children.map((child) => drawBoxFront(child, chosen, dense, reading, words)),
  ];
  return { type: 'group', id: partOf(box), role: 'group', label: box.label, children };
}

/** The ground under a word on a line: of the band that it is in, or of the table between bands. */
function groundAt(layout: DiagramLayout, y: number): ColourToken {
  const band = layout.geometry.bands.find(({ frame }) => y > frame.y && y < frame.y + frame.height);
  return band && !band.dashed ? 'band' : 'table';
}

function drawLines(layout: DiagramLayout, chosen: Chosen, reading: Reading): { under: SceneNode[]; words: SceneNode[] } {
  const under: SceneNode[] = [];
  const over: SceneNode[] = [];
  const wordNodes: SceneNode[] = [];
  for (const relation of reading.relations) {
    const on = relation.relations.some((one) => chosen.ids.has(one.id));
    const drawn = relationLine(relation, on, groundAt(layout, relation.net.wordAt?.y ?? 0));
    const dim = faint(!relation.relations.some((one) => reading.lightsId(one.id)));
    const id = relation.relations[0]?.id;
    (on ? over : under).push({ type: 'group', id: `line-${id}`, leaf: true, ...dim, children: drawn.line });
    if (drawn.word.length > 0) wordNodes.push({ type: 'group', id: `word-${id}`, leaf: true, ...dim, children: drawn.word });
  }
  const someone = reading.bridges.some((net) => net.terminals[0]?.mark?.personId === chosen.person);
  for (const net of reading.bridges) {
    const mark = net.terminals[0]?.mark as Mark;
    const on = mark.personId === chosen.person;
    const nodes = bridgeLine(net, mark.category.token as CategoryToken, someone && !on, on);
    (on ? over : under).push({ type: 'group', id: `line-${mark.personId}`, leaf: true, ...faint(!reading.lightsNet(net)), children: nodes });
  }
  return { under: [...under, ...over], words: wordNodes };
}

/** Of how many how many are left out, so that a picture that is passed on says so itself. */
function hiddenWords(layout: DiagramLayout, options: DiagramOptions): string | null {
  if (!options.hidden || options.hidden.length === 0) return null;
  const { signs, relations } = tallyOf(layout, options.hidden);
  const { hiddenSigns, hiddenRelations } = options.words.fold;
  const said = (words: string, { hidden, of }: typeof signs): string[] =>
    hidden === 0 ? [] : [words.replace('{n}', String(hidden)).replace('{of}', String(of))];
  return [...said(hiddenSigns, signs), ...said(hiddenRelations, relations)].join(', ') || null;
}

/** Draws a layout. */
export function drawScene(layout: DiagramLayout, options: DiagramOptions): Scene {
  const { geometry, look } = layout;
  const chosen: Chosen = { person: options.selection?.personId ?? null, ids: new Set(options.selection?.ids ?? []) };
  const reading = readingOf(layout, options);
  const seen = { ...layout, bridges: reading.bridges, relations: reading.relations };
  const room = geometry.width - 2 * page.margin;
  const legend =
    options.sheet?.legend === false
      ? noLegend
      : drawLegend(
          {
            layout: seen,
            marks: reading.marks,
            mode: options.colour,
            words: options.words,
            hidden: options.hidden ?? [],
            note: hiddenWords(layout, options),
          },
          page.margin,
          geometry.height + 10,
          room,
        );
  const width = Math.ceil(geometry.width);
  const foot = geometry.height + 10 + legend.height;
  const source = drawSource(options.sheet?.source ?? null, foot, width);
  const height = Math.ceil(foot + source.height + page.margin - 6);
  const lines = drawLines(layout, chosen, reading);
  const boxes = geometry.rows.flat();
  const title = options.sheet?.title ?? `${options.words.title} ${look.model.network.code} ${look.model.network.name}`;
  const part = (id: string, children: SceneNode[], role: GroupNode['role'] = 'presentation'): GroupNode => ({
    type: 'group',
    id: `part-${id}`,
    role,
    children,
  });
  const children: SceneNode[] = [
    { type: 'rect', x: 0, y: 0, width, height, fill: 'table' },
    ...(options.header ? [part('header', drawHeader(look.model, options, width))] : []),
    part('bands', geometry.bands.map(drawBand), 'group'),
    part(
      'grounds',
      boxes.flatMap((box) => drawBoxGround(box, chosen, reading)),
    ),
    part('lines', lines.under),
    part('words', lines.words),
    part(
      'boxes',
      boxes.map((box) => drawBoxFront(box, chosen, layout.dense, reading, options.words)),
      'group',
    ),
    part('legend', legend.nodes),
    ...(source.nodes.length > 0 ? [part('source', source.nodes)] : []),
    ...(options.notes && options.notes.length > 0 ? [part('notes', drawNotes(layout, options.notes), 'group')] : []),
  ];
  return {
    width,
    height,
    title,
    description: whenWords(look.model, options.words),
    root: { type: 'group', id: 'part-diagram', role: 'group', label: title, children },
    items: sceneItems(seen, options.words, reading),
    legend: legend.entries,
  };
}
