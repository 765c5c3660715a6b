/** Below the timeline: what the signs in view mean, and what is not in it. */
import { type TimelinePart, timelineParts } from '../contract/timeline.ts';
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import type { Translate } from '../i18n/index.ts';
import type { Item } from './items.ts';
import type { Lane } from './lanes.ts';
import { band, bar, partSign, sign } from './signs.ts';
import type { Timeline } from './spans.ts';

const LINE = 24;
const SIZE = 12.5;

interface Entry {
  readonly label: string;
  readonly room: number;
  draw(x: number, y: number): readonly SceneNode[];
}

const mark = (part: TimelinePart, label: string): Entry => ({ label, room: 18, draw: (x, y) => partSign(part, x + 7, y - 4) });

const sample = (more: Partial<Item>): Item =>
  ({
    part: 'people',
    change: null,
    look: 'sure',
    sure: null,
    sign: null,
    isOpen: false,
    funded: null,
    text: '',
    label: '',
    key: '',
    ...more,
  }) as Item;

function entriesOf(t: Translate, lanes: readonly Lane[]): readonly Entry[] {
  const items = lanes.flatMap((lane) => lane.rows.flatMap((row) => row.put.items));
  const parts = new Set<TimelinePart>([
    ...items.map((item) => item.part),
    ...lanes.flatMap((lane) => lane.cells.flatMap((cell) => cell.counts.map((one) => one.part))),
  ]);
  const changes = new Set(items.map((item) => item.change));
  const out: Entry[] = [];
  for (const part of timelineParts) {
    if (!parts.has(part)) continue;
    if (part !== 'change')
      out.push(
        mark(
          part,
          t(($) => $.timeline.legend[part]),
        ),
      );
    else if (changes.size <= 1)
      out.push(
        mark(
          part,
          t(($) => $.timeline.legend.change),
        ),
      );
    for (const change of ['came', 'left', 'role'] as const)
      if (part === 'change' && changes.has(change))
        out.push({ label: t(($) => $.timeline.change[change]), room: 18, draw: (x, y) => sign('change', change, 'sure', x + 7, y - 4) });
  }
  const has = (test: (item: Item) => boolean): boolean => items.some(test);
  if (has((item) => item.sign !== null && item.x1 - item.x0 > 16))
    out.push({
      label: t(($) => $.timeline.legend.somewhere),
      room: 42,
      draw: (x, y) => [...band(sample({ part: 'meeting', x0: x, x1: x + 34 }), y - 4), ...sign('meeting', null, 'sure', x + 17, y - 4)],
    });
  if (has((item) => item.sign === null && (item.sure === null || item.sure[0] - item.x0 > 3 || (!item.isOpen && item.x1 - item.sure[1] > 3))))
    out.push({
      label: t(($) => $.timeline.legend.unsure),
      room: 42,
      draw: (x, y) => bar(sample({ x0: x, x1: x + 34, sure: [x + 17, x + 34] }), y - 4, false),
    });
  if (has((item) => item.isOpen))
    out.push({
      label: t(($) => $.timeline.legend.open),
      room: 46,
      draw: (x, y) => bar(sample({ x0: x, x1: x + 40, sure: [x, x + 18], isOpen: true }), y - 4, false),
    });
  if (has((item) => item.funded !== null))
    out.push({
      label: t(($) => $.timeline.legend.funded),
      room: 42,
      draw: (x, y) => bar(sample({ part: 'embedding', x0: x, x1: x + 34, sure: [x, x + 34], funded: [x + 26, x + 27] }), y - 4, false),
    });
  if (has((item) => item.look === 'perhaps'))
    out.push({ label: t(($) => $.timeline.legend.planned), room: 18, draw: (x, y) => sign('meeting', null, 'perhaps', x + 7, y - 4) });
  if (has((item) => item.look === 'lapsed'))
    out.push({ label: t(($) => $.timeline.legend.lapsed), room: 18, draw: (x, y) => sign('meeting', null, 'lapsed', x + 7, y - 4) });
  return out;
}

/** 'Zonder datum, dus niet in beeld: 3 van 8 fasen, 5 van 10 opbrengsten.' @returns nothing where all has a date */
export function undatedWords(t: Translate, { counts }: Pick<Timeline, 'counts'>): string {
  const some = counts.filter(({ missing }) => missing > 0);
  if (some.length === 0) return '';
  const said = some.map(({ kind, missing, of }) => t(($) => $.timeline.missing[kind], { missing, of }));
  return t(($) => $.timeline.undated, { what: said.join(', ') });
}

/** How many teams have nothing to draw, and so no lane. */
export function emptyWords(t: Translate, timeline: Timeline, lanes: readonly Pick<Lane, 'id'>[]): string {
  const units = timeline.lanes.filter((lane) => lane.kind === 'unit');
  const shown = new Set(lanes.map((lane) => lane.id));
  const empty = units.filter((unit) => !shown.has(unit.id)).length;
  if (empty === 0) return '';
  return t(empty === 1 ? ($) => $.timeline.emptyTeams.one : ($) => $.timeline.emptyTeams.other, { count: empty, of: units.length });
}

interface LegendPlace {
  /** px */
  readonly top: number;
  /** Of the drawing, px. */
  readonly width: number;
  /** Whether it says what has no date, where nothing beside the drawing does. */
  readonly notes: boolean;
}

export function drawTimelineLegend(
  t: Translate,
  timeline: Timeline,
  lanes: readonly Lane[],
  { top, width, notes }: LegendPlace,
): { nodes: SceneNode[]; height: number } {
  const nodes: SceneNode[] = [];
  let [x, y] = [16, top + LINE];
  for (const entry of entriesOf(t, lanes)) {
    const wide = entry.room + textWidth(entry.label, SIZE);
    if (x > 16 && x + wide > width - 12) [x, y] = [16, y + LINE];
    nodes.push(...entry.draw(x, y), text(x + entry.room, y, entry.label, SIZE, 400, 'ink-2'));
    x += wide + 20;
  }
  y += 6;
  for (const note of [notes ? undatedWords(t, timeline) : '', emptyWords(t, timeline, lanes)].filter(Boolean))
    for (const line of breakLines(note, width - 32, SIZE)) {
      y += LINE - 5;
      nodes.push(text(16, y, line, SIZE, 400, 'ink-3'));
    }
  return { nodes, height: y - top + 14 };
}
