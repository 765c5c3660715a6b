/** The legend of the olievlek: only what is in view; and what is not in it, counted. */
import { personSign, text } from '../diagram/draw-signs.ts';
import type { SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { spreadManners } from '../domain/lists.ts';
import { counted, type Translate } from '../i18n/index.ts';
import type { SpreadPlace, SpreadStep, StepState } from './path.ts';
import { mannerLine, placeCategory } from './signs.ts';

const ROW = 24;
const SIZE = 12.5;

interface Entry {
  readonly label: string;
  readonly room: number;
  draw(x: number, y: number): readonly SceneNode[];
}

export interface InView {
  readonly places: readonly { readonly place: SpreadPlace; readonly state: StepState; readonly steps: readonly SpreadStep[] }[];
  readonly planned: number;
}

const categoryLabel = (t: Translate, place: SpreadPlace): string => {
  if (place.organisationKind !== null)
    return (t.words.lists.organisationKind as Record<string, string>)[place.organisationKind] ?? t(($) => $.yields.spread.other);
  if (place.kind === 'network') return t(($) => $.yields.spread.network);
  return t(($) => $.yields.spread.other);
};

function categories(t: Translate, view: InView): Entry[] {
  const labels = new Map(view.places.map(({ place }) => [categoryLabel(t, place), place]));
  return [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, place]) => ({
      label,
      room: 24,
      draw: (x, y) => personSign({ category: placeCategory(place), presence: 'yes', ring: false, appointed: false, chosen: false }, x + 9, y - 4, 9),
    }));
}

function manners(t: Translate, view: InView): Entry[] {
  const used = new Set(view.places.flatMap(({ steps }) => steps.map((step) => step.how)));
  return spreadManners
    .filter((how) => used.has(how))
    .map((how) => ({
      label: t(($) => $.lists.spreadManner[how]),
      room: 44,
      draw: (x, y) => [mannerLine(`M${x} ${y - 4}L${x + 36} ${y - 4}`, how)],
    }));
}

function states(t: Translate, view: InView): Entry[] {
  return (['perhaps', 'ended'] as const)
    .filter((state) => view.places.some((one) => one.state === state))
    .map((state) => ({
      label: t(($) => $.yields.spread[state]),
      room: 24,
      draw: (x, y) =>
        personSign(
          {
            category: { token: 'k-overig', letter: '', shape: 'circle' },
            presence: state === 'perhaps' ? 'perhaps' : 'no',
            ring: false,
            appointed: false,
            chosen: false,
          },
          x + 9,
          y - 4,
          9,
        ),
    }));
}

/** @param top px; width of the drawing, px */
export function drawSpreadLegend(t: Translate, view: InView, top: number, width: number): { nodes: SceneNode[]; height: number } {
  const nodes: SceneNode[] = [];
  let y = top;
  for (const row of [categories(t, view), [...manners(t, view), ...states(t, view)]]) {
    if (row.length === 0) continue;
    let x = 16;
    y += ROW;
    for (const entry of row) {
      const wide = entry.room + textWidth(entry.label, SIZE);
      if (x > 16 && x + wide > width - 12) [x, y] = [16, y + ROW];
      nodes.push(...entry.draw(x, y), text(x + entry.room, y, entry.label, SIZE, 400, 'ink-2'));
      x += wide + 20;
    }
  }
  const undated = view.places.flatMap(({ steps }) => steps).filter((step) => step.start === null).length;
  const notes = [
    ...(undated > 0 ? [counted(t, ($) => $.yields.spread.undated, undated)] : []),
    ...(view.planned > 0 ? [counted(t, ($) => $.yields.spread.notShown, view.planned)] : []),
  ];
  for (const note of notes) {
    y += ROW - 4;
    nodes.push(text(16, y, note, SIZE, 400, 'ink-3'));
  }
  return { nodes, height: y - top + 14 };
}
