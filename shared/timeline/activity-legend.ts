/** Below the timeline of activities: what the signs in view mean, of how many it is, and what is not in it. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { isDone } from '../exchange/activity-table.ts';
import type { Translate } from '../i18n/index.ts';
import { type Mark, type Plan, shapes } from './activity-plan.ts';
import { activitySign, openTip, sureBar, unsureBar } from './activity-signs.ts';

const LINE = 24;
const NOTE_LINE = 19;
const SIZE = 12.5;
const LEFT = 14;
/** Names in a note; of the others the number. */
const MOST_NAMES = 12;
const TOKEN = 'k-overig';

interface Entry {
  readonly label: string;
  readonly room: number;
  draw(x: number, y: number): readonly SceneNode[];
}

function entriesOf(t: Translate, marks: readonly Mark[]): readonly Entry[] {
  const bars = marks.filter((mark) => !mark.isMoment);
  const seen = new Set(marks.map((mark) => mark.shape));
  const words = t.words.activityDrawing;
  const entries: readonly (Entry & { readonly isThere: boolean })[] = [
    ...shapes.map((shape) => ({
      isThere: seen.has(shape),
      label: words.shapes[shape],
      room: 18,
      draw: (x: number, y: number) => [activitySign(shape, x + 6, y, TOKEN, false)],
    })),
    {
      isThere: marks.some(({ activity }) => !isDone(activity)),
      label: words.hollow,
      room: 18,
      draw: (x, y) => [activitySign('meeting', x + 6, y, TOKEN, true)],
    },
    {
      isThere: bars.some((mark) => mark.sureTo > mark.sureFrom && isDone(mark.activity)),
      label: words.sure,
      room: 36,
      draw: (x, y) => [sureBar(x, y, 28, TOKEN)],
    },
    { isThere: bars.length > 0, label: words.unsure, room: 36, draw: (x, y) => unsureBar(x, y, 28, TOKEN) },
    { isThere: bars.some((mark) => mark.isOpen), label: words.open, room: 18, draw: (x, y) => [openTip(x + 10, y, 1, TOKEN)] },
    { isThere: bars.some((mark) => mark.isOpenBefore), label: words.openBefore, room: 18, draw: (x, y) => [openTip(x + 3, y, -1, TOKEN)] },
  ];
  return entries.filter(({ isThere }) => isThere);
}

function undatedWords(t: Translate, { undated }: Plan): string {
  if (undated.length === 0) return '';
  const names = undated.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = undated.length - names.length;
  return t(more === 0 ? ($) => $.activityDrawing.undated : ($) => $.activityDrawing.undatedMore, {
    n: undated.length,
    names: names.join(', '),
    more,
  });
}

/**
 * 'Getekend: 28 van 30 activiteiten. Zonder datum, dus niet getekend: 2 (Handreiking, Podcast).'
 * @param drawn of the activities with a date, those that are in the drawing
 */
export function notesOf(t: Translate, plan: Plan, drawn: number): readonly string[] {
  const dated = plan.bands.reduce((sum, { marks }) => sum + marks.length, 0);
  const of = dated + plan.undated.length;
  const notes = [t(($) => $.activityDrawing.drawn, { drawn, of }), undatedWords(t, plan)];
  if (dated > drawn) notes.push(t(($) => $.activityDrawing.tooMany, { n: dated - drawn }));
  return notes.filter(Boolean);
}

interface Below {
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
  /** px */
  readonly top: number;
  readonly width: number;
}

export function drawActivityLegend(t: Translate, { marks, notes, top, width }: Below): { nodes: readonly SceneNode[]; height: number } {
  const nodes: SceneNode[] = [];
  let [x, y] = [LEFT, top + LINE / 2];
  for (const entry of entriesOf(t, marks)) {
    const wide = entry.room + textWidth(entry.label, SIZE);
    if (x > LEFT && x + wide > width - 12) [x, y] = [LEFT, y + LINE];
    nodes.push(...entry.draw(x, y), text(x + entry.room, y + 4.5, entry.label, SIZE, 400, 'ink-2'));
    x += wide + 20;
  }
  y += LINE / 2 + 2;
  for (const line of notes.flatMap((note) => breakLines(note, width - 2 * LEFT, SIZE))) {
    y += NOTE_LINE;
    nodes.push(text(LEFT, y, line, SIZE, 400, 'ink-2'));
  }
  return { nodes, height: y - top + 12 };
}
