/** The olievlek of one yield as a scene: rings around where it was made, a place for each destination, a line for each step. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { Point, Rect, Scene, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { formatDay } from '../domain/format-date.ts';
import { type Distance, distances } from '../domain/lists.ts';
import { counted, type Translate } from '../i18n/index.ts';
import { drawSpreadLegend, type InView } from './legend.ts';
import { isTaken, placeState, placesOf, routeTo, type SpreadModel, type SpreadPlace, type SpreadStep, type StepState, stepState } from './path.ts';
import { along, type Curve, type LabelLine, LINE_HEIGHT, layoutRings, type PutPlace, SIGN } from './rings.ts';
import { shift } from './shift.ts';
import { curvePath, drop, haloed, mannerLine, markLine, placeSign } from './signs.ts';
import { carriersOf, makersOf, nameOf, placeLabel, placeReach } from './words.ts';

export interface SpreadOptions {
  readonly t: Translate;
  readonly at: string;
  /** The place whose route is lit. */
  readonly route?: string | null;
  /** Whose it is and of when, above the drawing: where it leaves the screen. */
  readonly header?: boolean;
  /** Without legend and words beside the signs: one among many. */
  readonly small?: boolean;
}

/** A place that can be pointed at, chosen and read aloud. */
export interface SpreadItem {
  readonly key: string;
  readonly label: string;
  readonly bounds: Rect;
  readonly centre: Point;
}

export interface SpreadScene extends Scene {
  readonly places: readonly SpreadItem[];
  /** How many places are in each ring on this day; `null` is a distance that is not known. */
  readonly counts: ReadonlyMap<Distance | null, number>;
}

const NAME = 13;
const SMALL = 12;
const LABEL_WIDTH = 136;
const HEADER = 52;

interface Shown {
  readonly place: SpreadPlace;
  readonly state: StepState;
  /** Those that were taken by then. */
  readonly steps: readonly SpreadStep[];
}

function shownOn(places: readonly SpreadPlace[], at: string): readonly Shown[] {
  return places
    .map((place) => ({ place, state: placeState(place, at), steps: place.steps.filter((step) => isTaken(stepState(step, at))) }))
    .filter(({ steps }) => steps.length > 0);
}

/** What there is to draw on a day, and how many steps are only planned. */
export const viewOf = (model: SpreadModel, at: string): InView => ({
  places: shownOn(placesOf(model), at),
  planned: model.steps.filter((step) => stepState(step, at) === 'planned').length,
});

/** Of all its steps, so that a label has its room before it is there. */
function labelLines(t: Translate, place: SpreadPlace, steps: readonly SpreadStep[], small: boolean): readonly LabelLine[] {
  if (small) return [];
  const via = carriersOf(steps);
  const line = (words: string, size: number, weight: 400 | 600): LabelLine[] =>
    breakLines(words, LABEL_WIDTH, size, weight).map((part) => ({ text: part, size, weight }));
  return [
    ...line(nameOf(t, place), NAME, 600),
    ...line(placeReach(t, steps), SMALL, 400),
    ...(via === ''
      ? []
      : line(
          t(($) => $.yields.spread.via, { who: via }),
          SMALL,
          400,
        )),
  ];
}

const ringWords = (t: Translate, ring: Distance): string => t(($) => $.lists.distance[ring]);

/** 'regio, 4 plekken': the name heavier than the number. */
function ringLabel(t: Translate, ring: Distance, count: number, x: number, y: number): readonly SceneNode[] {
  const name = ringWords(t, ring);
  const rest = count === 0 ? '' : `, ${counted(t, ($) => $.yields.spread.ring, count)}`;
  const [first, second] = [textWidth(name, SMALL, 600), textWidth(rest, SMALL)];
  const left = x - (first + second) / 2;
  return [haloed(left, y, name, SMALL, 600, 'ink-2'), ...(rest === '' ? [] : [haloed(left + first, y, rest, SMALL, 400, 'ink-3')])];
}

function rings(centre: Point, radii: readonly number[], reached: ReadonlySet<Distance>): readonly SceneNode[] {
  const outward = [...radii.entries()].reverse();
  return [
    ...outward.map(([, r]): SceneNode => ({ type: 'circle', cx: centre.x, cy: centre.y, r, fill: 'ink', opacity: 0.028 })),
    ...outward.map(([index, r]): SceneNode => {
      const on = reached.has(distances[index] as Distance);
      return { type: 'circle', cx: centre.x, cy: centre.y, r, stroke: on ? 'control' : 'line-2', strokeWidth: on ? 1.5 : 1 };
    }),
  ];
}

function label(put: PutPlace, lines: readonly LabelLine[]): readonly SceneNode[] {
  const { x, y, width, anchor } = put.label;
  const left = anchor === 'start' ? x : anchor === 'end' ? x + width : x + width / 2;
  return lines.map((line, index) =>
    haloed(left, y + (index + 1) * LINE_HEIGHT - 4, line.text, line.size, line.weight, line.weight === 600 ? 'ink' : 'ink-3', anchor),
  );
}

const around = (centre: Point, box: Rect): Rect => {
  const x = Math.min(centre.x - SIGN, box.x);
  const y = Math.min(centre.y - SIGN, box.y);
  return {
    x,
    y,
    width: Math.max(centre.x + SIGN, box.x + box.width) - x,
    height: Math.max(centre.y + SIGN, box.y + box.height) - y,
  };
};

/** Places without a known distance: in a row of their own, with a bit of their line before the sign. */
function unknownRow(options: SpreadOptions, row: readonly Shown[], lit: ReadonlySet<string>, top: number, width: number) {
  const { t, at } = options;
  const nodes: SceneNode[] = [];
  const items: SpreadItem[] = [];
  if (row.length === 0) return { nodes, items, height: 0 };
  const words = `${t(($) => $.yields.spread.unknownRing)}, ${counted(t, ($) => $.yields.spread.ring, row.length)}`;
  let [x, y, tall] = [16, top + 34, 0];
  nodes.push({ type: 'line', x1: 16, y1: top + 2, x2: width - 16, y2: top + 2, stroke: 'line-2', dash: [3, 3] });
  nodes.push(text(16, top + 20, words.charAt(0).toUpperCase() + words.slice(1), SMALL, 600, 'ink-2'));
  for (const { place, state, steps } of row) {
    const lines = labelLines(t, place, steps, false);
    const wide = 62 + Math.max(...lines.map((line) => textWidth(line.text, line.size, line.weight)));
    if (x > 16 && x + wide > width - 12) [x, y, tall] = [16, y + tall + 8, 0];
    const height = Math.max(2 * SIGN + 4, lines.length * LINE_HEIGHT);
    tall = Math.max(tall, height);
    const centre = { x: x + 42, y: y + height / 2 };
    const box = { x: centre.x + SIGN + 6, y: centre.y - (lines.length * LINE_HEIGHT) / 2, width: wide - 62, height: lines.length * LINE_HEIGHT };
    const d = `M${x} ${centre.y}L${centre.x - SIGN} ${centre.y}`;
    const isLit = lit.has(place.key);
    nodes.push({
      type: 'group',
      id: `place-${place.key}`,
      children: [
        ...(isLit ? [markLine(d)] : []),
        ...steps.slice(0, 1).map((step) => mannerLine(d, step.how, { faint: stepState(step, at) === 'perhaps', lit: isLit })),
        ...placeSign(place, state, centre, isLit),
        ...label({ key: place.key, centre, label: { ...box, anchor: 'start' }, curves: [] }, lines),
      ],
    });
    items.push({ key: place.key, label: placeLabel(t, place, steps, stateWords(t, state)), bounds: around(centre, box), centre });
    x += wide + 20;
  }
  return { nodes, items, height: y + tall + 10 - top };
}

const stateWords = (t: Translate, state: StepState): string => (state === 'perhaps' || state === 'ended' ? t(($) => $.yields.spread[state]) : '');

function countsOf(shown: readonly Shown[]): ReadonlyMap<Distance | null, number> {
  const counts = new Map<Distance | null, number>();
  for (const { place } of shown) counts.set(place.ring, (counts.get(place.ring) ?? 0) + 1);
  return counts;
}

/** Lines of steps to a place, each from where it came: a stub where that is not in view on this day. */
function lines(put: PutPlace, one: Shown, at: string, hidden: ReadonlySet<string>, isLit: boolean): readonly { d: string; node: SceneNode }[] {
  return one.place.steps.flatMap((step, index) => {
    const curve = put.curves[index] as Curve;
    if (!one.steps.includes(step)) return [];
    const isStub = step.from !== null && hidden.has(step.from.id);
    const d = isStub ? `M${at2(along(curve, 0.72))}L${at2(curve.to)}` : curvePath(curve);
    return [{ d, node: mannerLine(d, step.how, { faint: stepState(step, at) !== 'sure', lit: isLit && step === one.steps[0] }) }];
  });
}
const at2 = ({ x, y }: Point): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;

function header(options: SpreadOptions, model: SpreadModel, width: number): readonly SceneNode[] {
  const { t, at } = options;
  const when = t(($) => $.yields.spread.asOf, { day: formatDay(at, t.language) });
  const room = width - 48 - textWidth(when, NAME);
  const [title = ''] = breakLines(model.object.name, room, 18, 600);
  return [drop({ x: 26, y: 28 }, 0.5), text(42, 34, title, 18, 600, 'ink'), text(width - 16, 34, when, NAME, 400, 'ink-2', 'end')];
}

/** The same model, day and route give the same scene. Places keep their place through time: all that ever come have theirs from the first. */
export function spreadScene(model: SpreadModel, options: SpreadOptions): SpreadScene {
  const { t, at, small = false } = options;
  const all = placesOf(model);
  const inRings = all.filter((place) => place.ring !== null);
  const makers = makersOf(t, model);
  const origin: LabelLine[] = small
    ? []
    : breakLines(
        t(($) => $.yields.spread.madeIt, { who: makers }),
        150,
        SMALL,
        600,
      ).map((part) => ({ text: part, size: SMALL, weight: 600 }));
  const shown = shownOn(all, at);
  const counts = countsOf(shown);
  const widest = distances.map((ring) => {
    const most = inRings.filter((place) => place.ring === ring).length;
    return textWidth(`${ringWords(t, ring)}${most === 0 ? '' : `, ${counted(t, ($) => $.yields.spread.ring, Math.max(2, most))}`}`, SMALL, 600);
  });
  const layout = layoutRings(
    inRings.map((place) => ({
      key: place.key,
      ring: place.ring as Distance,
      parents: place.steps.map((step) => (step.from !== null && step.from.id !== place.key ? step.from.id : null)),
      label: labelLines(t, place, place.steps, small),
    })),
    small ? widest.map(() => 0) : widest,
    origin,
    small,
  );
  const lit = new Set(options.route ? routeTo(all, options.route).map((place) => place.key) : []);
  const byKey = new Map(shown.map((one) => [one.place.key, one]));
  const hidden = new Set(all.map((place) => place.key).filter((key) => !byKey.has(key)));
  const drawn = layout.places.flatMap((put) => {
    const one = byKey.get(put.key);
    return one ? [{ put, one, lines: lines(put, one, at, hidden, lit.has(put.key)) }] : [];
  });
  const { centre, radii, width } = layout;
  const reached = new Set(shown.flatMap(({ place }) => place.ring ?? []));
  const marked = drawn.filter(({ put }) => lit.has(put.key)).flatMap(({ lines: own }) => own.slice(0, 1).map(({ d }) => markLine(d)));
  const row = unknownRow(options, small ? [] : shown.filter(({ place }) => place.ring === null), lit, layout.height + 4, width);
  const view = viewOf(model, at);
  const legend = small ? { nodes: [], height: 0 } : drawSpreadLegend(t, view, layout.height + row.height, width);
  const dy = options.header ? HEADER : 0;
  const nodes: SceneNode[] = [
    ...rings(centre, radii, reached),
    ...marked,
    ...drawn.flatMap(({ lines: own }) => own.map(({ node }) => node)),
    ...(small
      ? []
      : radii.flatMap((radius, index) =>
          ringLabel(t, distances[index] as Distance, counts.get(distances[index] as Distance) ?? 0, centre.x, centre.y - radius + 17),
        )),
    drop(centre),
    ...origin.map((line, index) => haloed(centre.x, centre.y + 34 + index * LINE_HEIGHT, line.text, line.size, line.weight, 'ink', 'middle')),
    ...drawn.flatMap(({ put, one }): SceneNode[] => [
      {
        type: 'group',
        id: `place-${put.key}`,
        children: [...placeSign(one.place, one.state, put.centre, lit.has(put.key)), ...label(put, labelLines(t, one.place, one.steps, small))],
      },
    ]),
    ...row.nodes,
    ...legend.nodes,
  ];
  const items: SpreadItem[] = drawn.map(({ put, one }) => ({
    key: put.key,
    label: placeLabel(t, one.place, one.steps, stateWords(t, one.state)),
    bounds: around(put.centre, put.label),
    centre: put.centre,
  }));
  const places = [...items, ...row.items].map((item) => ({
    ...item,
    bounds: { ...item.bounds, y: item.bounds.y + dy },
    centre: { ...item.centre, y: item.centre.y + dy },
  }));
  const height = Math.round(layout.height + row.height + legend.height + dy);
  return {
    width,
    height,
    title: t(($) => $.yields.spread.title, { name: model.object.name }),
    description: t(($) => $.yields.spread.description, {
      name: model.object.name,
      who: makers,
      day: formatDay(at, t.language),
      places: counted(t, ($) => $.yields.spread.places, shown.length),
    }),
    root: {
      type: 'group',
      children:
        dy === 0 ? nodes : [{ type: 'rect', x: 0, y: 0, width, height, fill: 'table' }, ...header(options, model, width), ...shift(nodes, dy)],
    },
    items: [],
    legend: [],
    places,
    counts,
  };
}
