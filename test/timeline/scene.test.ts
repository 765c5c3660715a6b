/** The timeline as a scene: nothing that must be read lies over something else, nothing is lost, and the same network gives the same drawing. */
import { describe, expect, test } from 'vitest';
import { timelineParts } from '../../shared/contract/timeline.ts';
import type { Rect, SceneNode } from '../../shared/diagram/scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { textWidth } from '../../shared/diagram/text-metrics.ts';
import { translator } from '../../shared/i18n/index.ts';
import { gridOf, schoolYearDays } from '../../shared/timeline/grid.ts';
import { type Thing, thingsOf } from '../../shared/timeline/items.ts';
import { isWithin, spanOf, type Timeline, type TimelineRow } from '../../shared/timeline/spans.ts';
import { type TimelineScene, timelineScene } from '../../shared/timeline/timeline-scene.ts';
import { randomTimeline } from './random.ts';

const t = translator('nl');
const width = 1240;
const all = [...timelineParts];

const flat = (node: SceneNode): SceneNode[] => (node.type === 'group' ? node.children.flatMap(flat) : [node]);
const texts = (scene: TimelineScene): string[] => flat(scene.root).flatMap((node) => (node.type === 'text' ? [node.text] : []));
const textBoxes = (scene: TimelineScene): (Rect & { text: string })[] =>
  flat(scene.root).flatMap((node) => {
    if (node.type !== 'text') return [];
    const wide = textWidth(node.text, node.size, node.weight);
    const x = node.anchor === 'start' ? node.x : node.anchor === 'end' ? node.x - wide : node.x - wide / 2;
    return [{ x, y: node.y - node.size * 0.74, width: wide, height: node.size * 0.74, text: node.text }];
  });
const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
const pairs = <T extends Rect>(boxes: readonly T[]): [T, T][] =>
  boxes.flatMap((box, index) => boxes.slice(index + 1).flatMap((other): [T, T][] => (meet(box, other) ? [[box, other]] : [])));

const row = (more: Partial<TimelineRow>): TimelineRow => ({
  kind: 'meeting',
  id: 'm',
  name: 'Ontwerpsessie 1',
  what: 'ontwerpsessie',
  lanes: ['unit-0'],
  person: null,
  of: null,
  round: null,
  version: null,
  fundedUntil: null,
  start: '2024-03-06',
  end: null,
  standing: 'actual',
  presence: 'yes',
  ...more,
});
const timeline = (rows: readonly TimelineRow[]): Timeline => ({ ...randomTimeline(1, 0), rows: [...rows] });

/** Of every lane what it should hold: each thing that is shown and falls in it, once. */
function expected(of: Timeline, scene: TimelineScene): ReadonlyMap<string, readonly Thing[]> {
  return thingsOf(of, scene.from, scene.until);
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('at random, %i', (seed) => {
  const model = randomTimeline(seed, 40 + seed * 45);
  const spans: readonly (readonly [string | undefined, string | undefined])[] = [[undefined, undefined], schoolYearDays('2023-11-01')];
  test.each(spans)('nothing that must be read lies over something else, from %s', (from, until) => {
    for (const parts of [undefined, all]) {
      const scene = timelineScene(model, { t, width, parts, from, until, header: true });
      for (const box of textBoxes(scene)) {
        expect(box.x, box.text).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, box.text).toBeLessThanOrEqual(scene.width + 0.5);
        expect(box.y + box.height, box.text).toBeLessThanOrEqual(scene.height);
      }
      expect(pairs(textBoxes(scene)).map(([a, b]) => `${a.text} / ${b.text}`)).toEqual([]);
      // words in a bar do not stand across the edge of what is sure of it
      const bars = flat(scene.root).flatMap((node) => (node.type === 'rect' && node.stroke && node.height === 16 ? [node] : []));
      const crossed = textBoxes(scene).filter((box) =>
        bars.some(
          (bar) => box.y > bar.y && box.y < bar.y + bar.height && [bar.x, bar.x + bar.width].some((x) => x > box.x + 1 && x < box.x + box.width - 1),
        ),
      );
      expect(crossed.map((box) => box.text)).toEqual([]);
      expect(pairs(scene.marks.map((mark) => ({ ...mark.bounds, key: mark.key }))).map(([a, b]) => `${a.key} / ${b.key}`)).toEqual([]);
    }
  });

  // catches: a thing that is in no sign and no count, or in two
  test.each(spans)('every dated thing is there once in each of its lanes, from %s', (from, until) => {
    const scene = timelineScene(model, { t, width, parts: all, from, until });
    for (const [lane, things] of expected(model, scene)) {
      const folded = scene.lanes.find((one) => one.id === lane)?.isFolded;
      const own = scene.marks.filter((mark) => mark.laneId === lane).flatMap((mark) => mark.keys);
      const people = new Set(things.filter((one) => one.part === 'people').map((one) => one.key));
      const once = (keys: readonly string[]): string[] => keys.filter((key) => !folded || !people.has(key)).sort();
      expect(once(own), lane).toEqual(once(things.map((one) => one.key)));
    }
    const within = model.rows.filter((one) => isWithin(one, scene.from, scene.until));
    const drawn = new Set(scene.marks.flatMap((mark) => mark.keys));
    const lost = within.filter((one) => !drawn.has(one.id) && one.kind !== 'membership').map((one) => one.id);
    expect(lost).toEqual([]);
  });

  test('folded, every lane counts what it has', () => {
    const ids = [...model.lanes.map((lane) => lane.id), 'yields'];
    const scene = timelineScene(model, { t, width, folded: ids });
    expect(scene.lanes.every((lane) => lane.isFolded)).toBe(true);
    for (const [lane, things] of expected(model, scene)) {
      const keys = scene.marks.filter((mark) => mark.laneId === lane && mark.type === 'count').flatMap((mark) => mark.keys);
      const others = things.filter((one) => one.part !== 'people').map((one) => one.key);
      expect(keys.filter((key) => others.includes(key)).sort(), lane).toEqual([...others].sort());
    }
  });

  // catches: a drawing that scrolls sideways in a window at 200 %, and a label of the day that is cut off
  test('fits a narrow window, with the label of the day whole and at the line where there is room', () => {
    const scene = timelineScene(model, { t, width: 560, parts: all });
    expect(scene.width).toBe(560);
    expect(pairs(textBoxes(scene)).map(([a, b]) => `${a.text} / ${b.text}`)).toEqual([]);
    for (const box of textBoxes(scene)) expect(box.x + box.width, box.text).toBeLessThanOrEqual(560.5);
    for (const at of ['2018-01-02', '2022-03-01', '2026-12-30']) {
      const { day, from, until } = timelineScene({ ...model, at }, { t, width: 560 });
      const x = gridOf(from, until, 212, 540, 'nl').after(at);
      expect(day && day.x >= 212 && day.x + day.width <= 560 && day.x <= x && day.x + day.width >= x, at).toBe(true);
    }
    expect(timelineScene({ ...model, at: '2010-01-01' }, { t, width: 560 }).day).toBeNull();
  });

  test('the same network gives the same drawing', () => {
    const draw = () => sceneToSvg(timelineScene(structuredClone(model), { t, width, parts: all, header: true }), { colours: 'light' });
    expect(draw()).toBe(draw());
  });
});

describe('when a thing was', () => {
  const span = (start: string | null, end: string | null, kind: TimelineRow['kind'] = 'membership') =>
    spanOf({ kind, start, end, fundedUntil: null });

  test('a month is a stretch, and a day is a day', () => {
    expect(span('2024-03', null, 'meeting')).toMatchObject({ isMoment: true, from: '2024-03-01', to: '2024-03-31' });
    expect(span('2024-03-06', '..', 'yield')).toMatchObject({ isMoment: true, from: '2024-03-06', to: '2024-03-06' });
  });

  test('what is sure lies within what may be', () => {
    expect(span('2023', '2024')).toMatchObject({ from: '2023-01-01', sureFrom: '2023-12-31', sureTo: '2024-01-01', to: '2024-12-31' });
    expect(span('2023-08-01', '..')).toMatchObject({ sureFrom: '2023-08-01', isOpen: true });
  });

  test('without a date there is nothing to draw', () => {
    expect(span(null, null)).toBeNull();
    expect(span(null, '..', 'yield')).toBeNull();
    expect(span(null, '2024')).not.toBeNull();
  });
});

describe('a meeting', () => {
  test('of two teams stands in both, and one of no team of ours in the network', () => {
    const scene = timelineScene(timeline([row({ lanes: ['unit-0', 'unit-1'] }), row({ id: 'n', lanes: ['elsewhere'] })]), { t, width });
    const lanes = (id: string) => scene.marks.filter((mark) => mark.keys.includes(id)).map((mark) => mark.laneId);
    expect(lanes('m')).toEqual(['unit-0', 'unit-1']);
    expect(lanes('n')).toEqual(['network']);
  });

  // catches: a plan that looks as if it had been held
  test('that was held, is planned and was cancelled look different without colour', () => {
    const looks = (['actual', 'planned', 'lapsed'] as const).map((standing) => {
      const scene = timelineScene(timeline([row({ standing })]), { t, width });
      const group = scene.root.children.find((node) => node.type === 'group' && node.id === undefined);
      return JSON.stringify(
        flat(group as SceneNode)
          .filter((node) => node.type !== 'text')
          .map((node) => [node.type, 'dash' in node && node.dash]),
      );
    });
    expect(new Set(looks).size).toBe(3);
  });

  test('known to the year has a band as wide as the year, with its sign in the middle', () => {
    const scene = timelineScene(timeline([row({ start: '2024' })]), { t, width });
    const mark = scene.marks.find((one) => one.keys.includes('m'));
    const grid = gridOf(scene.from, scene.until, 212, width - 20, 'nl');
    expect(mark?.bounds.x).toBeCloseTo(grid.x('2024-01-01'), 0);
    expect(mark?.centre.x).toBeCloseTo((grid.x('2024-01-01') + grid.after('2024-12-31')) / 2, 0);
    expect(texts(scene)).toContain('Ontwerpsessie 1');
  });
});

describe('people', () => {
  const seat = (id: string, start: string | null, end: string | null, what: string) =>
    row({ kind: 'membership', id, name: 'Deelnemer 4', what, person: { id: 'p', name: 'Deelnemer 4' }, start, end });
  const changes = (rows: readonly TimelineRow[]) =>
    timelineScene(timeline(rows), { t, width })
      .marks.flatMap((mark) => mark.keys)
      .filter((key) => key.includes(' '))
      .sort();

  test('who comes and leaves is told; of who was there no later than a day it is not known when they came', () => {
    expect(changes([seat('a', '2023-09', '2024-06', 'leraar')])).toEqual(['a came', 'a left']);
    expect(changes([seat('a', '[..2024-07]', '..', 'leraar')])).toEqual([]);
  });

  test('another role in the same team soon after is one change; a year after it is not', () => {
    expect(changes([seat('a', '2022-09', '2023-07', 'leraar'), seat('b', '2023-08', '..', 'begeleider')])).toEqual(['a came', 'b role']);
    expect(changes([seat('a', '2021-09', '2022-07', 'leraar'), seat('b', '2023-08', '..', 'begeleider')])).toEqual(['a came', 'a left', 'b came']);
  });

  test('are counted per person in each school year up to the day in view, the unsure apart', () => {
    const scene = timelineScene(
      timeline(
        [seat('a', '2022-09-01', '..', 'leraar'), seat('b', '2022-09-01', '..', 'begeleider'), seat('c', '[2023..2025]', '..', '')].map(
          (one, index) => (index === 2 ? { ...one, person: { id: 'q', name: 'Q' } } : one),
        ),
      ),
      { t, width, folded: ['unit-0'] },
    );
    const labels = scene.marks.filter((mark) => mark.type === 'count').map((mark) => mark.label);
    expect(labels.at(-1)).toContain('1 deelnemer en misschien 1');
    expect(scene.marks.some((mark) => mark.days && mark.days[0] > '2024-07-31')).toBe(false);
  });
});

// catches: ten thousand nodes in the page for a network that logs everything
test('what is too much to draw is folded or put together, and nothing of it is lost', () => {
  const model = randomTimeline(9, 9000, 60);
  const scene = timelineScene(model, { t, width, parts: all });
  expect(flat(scene.root).length + scene.marks.length).toBeLessThan(10_000);
  const drawn = new Set(scene.marks.flatMap((mark) => mark.keys));
  const lost = model.rows.filter((one) => isWithin(one, scene.from, scene.until) && one.kind !== 'membership' && !drawn.has(one.id));
  expect(lost.map((one) => one.id)).toEqual([]);
});

test('years far apart, a year before the first and one after the last still make a drawing', () => {
  const far = { ...timeline([row({ start: '0001' }), row({ id: 'n', start: '9999-11' })]), first: '0001-01-01', last: '9999-11-30' };
  const scene = timelineScene(far, { t, width });
  expect(scene.marks.filter((mark) => mark.type === 'thing')).toHaveLength(2);
  expect(flat(scene.root).length).toBeLessThan(400);
  expect(schoolYearDays('2024-07-31')).toEqual(['2023-08-01', '2024-07-31']);
});

test('has words of its own above it and its source below where they are given', () => {
  const scene = timelineScene(timeline([row({})]), { t, width, header: true, title: 'Ons jaar', source: 'Tussenrapportage, 2024' });
  expect(texts(scene)).toEqual(expect.arrayContaining(['Ons jaar', 'Tussenrapportage, 2024', 'N1']));
  expect(texts(scene)).not.toContain('Tijdlijn van Netwerk');
  expect(scene.height).toBeGreaterThan(timelineScene(timeline([row({})]), { t, width, header: true }).height);
});

test('what has no date is said, of how many', () => {
  const model = { ...timeline([row({})]), counts: [{ kind: 'meeting' as const, of: 40, missing: 12 }] };
  expect(texts(timelineScene(model, { t, width, header: true })).join(' ')).toContain('12 van 40 bijeenkomsten');
});
