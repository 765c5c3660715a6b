/** The olievlekken of a network beside each other as one figure for a text: those that came farthest, each with its name and how far it came. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { Scene, SceneNode } from '../diagram/scene.ts';
import { bounds } from '../domain/edtf.ts';
import { formatDay } from '../domain/format-date.ts';
import { type Distance, distances } from '../domain/lists.ts';
import { counted, type Translate } from '../i18n/index.ts';
import { drawSpreadLegend } from './legend.ts';
import type { SpreadModel } from './path.ts';
import { grown, shift } from './shift.ts';
import { spreadScene, viewOf } from './spread-scene.ts';

/** More than these are too small to read on paper; the others are counted. */
export const MOST_RINGS = 4;
const ACROSS = 2;
const EDGE = 16;
const BETWEEN = 30;
/** On paper the figure is about half as large as it is drawn: its words are drawn larger. */
const GROWN = 1.5;
const NAME = 20;
const SMALL = 18;
const LINE = 25;
/** One alone stands in the middle of as much room, or its words would be larger than those of others. */
const LEAST = 900;

interface Options {
  readonly t: Translate;
  readonly at: string;
}

interface Travelled {
  readonly model: SpreadModel;
  readonly steps: number;
  readonly farthest: Distance | null;
}

function farOf(model: SpreadModel, at: string): Travelled {
  const { places } = viewOf(model, at);
  const rings = places.flatMap(({ place }) => place.ring ?? []).map((ring) => distances.indexOf(ring));
  const steps = places.reduce((sum, place) => sum + place.steps.length, 0);
  return { model, steps, farthest: rings.length === 0 ? null : (distances[Math.max(...rings)] as Distance) };
}

/** What went somewhere by then, the farthest first. */
function travelled(models: readonly SpreadModel[], at: string): readonly Travelled[] {
  const rank = ({ farthest }: Travelled): number => (farthest === null ? -1 : distances.indexOf(farthest));
  return models
    .map((model) => farOf(model, at))
    .filter(({ steps }) => steps > 0)
    .sort((a, b) => rank(b) - rank(a) || b.steps - a.steps || (a.model.object.name < b.model.object.name ? -1 : 1));
}

const isMade = ({ start, intended }: SpreadModel, at: string): boolean => intended === undefined && bounds(start, null).startMin <= at;

/** How many went somewhere, and of how many that is; or that nothing did. */
export function ringsNote(models: readonly SpreadModel[], { t, at }: Options): string {
  const far = travelled(models, at).length;
  if (far === 0) return t(($) => $.travel.rings.none);
  const made = models.filter((model) => viewOf(model, at).places.length > 0 || isMade(model, at)).length;
  const said = t(far === 1 ? ($) => $.travel.rings.note.one : ($) => $.travel.rings.note.other, { count: far, of: made });
  return far > MOST_RINGS ? `${said} ${t(($) => $.travel.rings.notDrawn, { drawn: MOST_RINGS, more: far - MOST_RINGS })}` : said;
}

function caption({ t }: Options, one: Travelled, apart: number): string {
  const steps = counted(t, ($) => $.yields.side.steps, one.steps);
  const ring = one.farthest === null ? t(($) => $.yields.spread.unknownRing) : t(($) => $.lists.distance[one.farthest as 'network']);
  const said = t(($) => $.travel.rings.caption, { steps, ring });
  return apart === 0 || one.farthest === null ? said : `${said}; ${counted(t, ($) => $.yields.side.apart, apart)}`;
}

interface Cell {
  readonly scene: Scene;
  readonly title: readonly string[];
  readonly under: readonly string[];
  readonly said: string;
}

/** @returns null where nothing went anywhere by then */
export function ringsFigure(models: readonly SpreadModel[], options: Options): Scene | null {
  const { t, at } = options;
  const shown = travelled(models, at).slice(0, MOST_RINGS);
  if (shown.length === 0) return null;
  const scenes = shown.map(({ model }) => spreadScene(model, { t, at, small: true }));
  const wide = Math.max(...scenes.map((scene) => scene.width));
  const cells = shown.map((one, index): Cell => {
    const scene = scenes[index] as (typeof scenes)[number];
    const said = caption(options, one, scene.counts.get(null) ?? 0);
    return {
      scene,
      title: breakLines(one.model.object.name, wide, NAME, 600),
      under: breakLines(said, wide, SMALL),
      said: `${one.model.object.name}: ${said}`,
    };
  });
  const across = Math.min(ACROSS, cells.length);
  const needed = across * wide + (across - 1) * BETWEEN;
  const width = Math.max(LEAST, 2 * EDGE + needed);
  const side = (width - needed) / 2;
  const nodes: SceneNode[] = [];
  let y = EDGE;
  for (let first = 0; first < cells.length; first += across) {
    const row = cells.slice(first, first + across);
    const tall = Math.max(...row.map(({ scene }) => scene.height));
    for (const [index, { scene, title, under }] of row.entries()) {
      const left = side + index * (wide + BETWEEN);
      const middle = left + wide / 2;
      nodes.push(...shift([scene.root], y + (tall - scene.height) / 2, left + (wide - scene.width) / 2));
      nodes.push(...title.map((line, at) => text(middle, y + tall + LINE + at * LINE, line, NAME, 600, 'ink', 'middle')));
      nodes.push(...under.map((line, at) => text(middle, y + tall + LINE + (title.length + at) * LINE, line, SMALL, 400, 'ink-2', 'middle')));
    }
    y += tall + Math.max(...row.map(({ title, under }) => title.length + under.length)) * LINE + BETWEEN;
  }
  const views = shown.map(({ model }) => viewOf(model, at));
  const view = {
    places: views.flatMap(({ places }) => places.filter(({ place }) => place.ring !== null)),
    planned: views.reduce((sum, { planned }) => sum + planned, 0),
  };
  const key = t(($) => $.travel.rings.key, { rings: distances.map((ring) => t(($) => $.lists.distance[ring])).join(', ') });
  const keyLines = breakLines(key, width - 2 * EDGE, SMALL).map((line, index) => text(EDGE, y + SMALL + index * LINE, line, SMALL, 400, 'ink-2'));
  const under = y + keyLines.length * LINE;
  const legend = drawSpreadLegend(t, view, 0, width / GROWN);
  const height = Math.round(under + legend.height * GROWN);
  const when = formatDay(at, t.language);
  return {
    width,
    height,
    title: t(($) => $.travel.rings.title, { day: when }),
    description: t(($) => $.travel.rings.alt, { day: when, what: cells.map(({ said }) => said).join('; ') }),
    root: {
      type: 'group',
      children: [{ type: 'rect', x: 0, y: 0, width, height, fill: 'table' }, ...nodes, ...keyLines, ...shift(grown(legend.nodes, GROWN), under)],
    },
    items: [],
    legend: [],
  };
}
