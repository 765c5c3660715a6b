/** The register of activities as a drawing: nothing lies outside it or over something else, and each activity is drawn or counted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect, SceneNode } from '../../shared/diagram/scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { textWidth } from '../../shared/diagram/text-metrics.ts';
import type { Activity } from '../../shared/exchange/activity-table.ts';
import { translator } from '../../shared/i18n/index.ts';
import { periodOf } from '../../shared/timeline/activity-plan.ts';
import { type ActivityScene, activityScene, MOST_ROWS } from '../../shared/timeline/activity-scene.ts';

const t = translator('nl');
const header = { code: 'K', name: 'Kenniscommunity', when: 'Stand op 21 nov 2026' };
const layer = { id: 'kennis', name: 'Pijler Kennis' };
const activity = (more: Partial<Activity>): Activity => ({
  id: 'a',
  of: 'meeting',
  name: 'Congres',
  kind: 'congress',
  description: null,
  layer,
  targetGroups: [],
  carriedOutBy: [],
  standing: 'actual',
  start: '2023-05',
  end: null,
  reach: [],
  mark: [],
  ...more,
});

const flat = (node: SceneNode): SceneNode[] => (node.type === 'group' ? node.children.flatMap(flat) : [node]);
const texts = (scene: ActivityScene): string[] => flat(scene.root).flatMap((node) => (node.type === 'text' ? [node.text] : []));
const groupOf = (scene: ActivityScene, id: string): readonly SceneNode[] =>
  scene.root.children.flatMap((node) => (node.type === 'group' && node.id === id ? node.children : []));

/** What a node takes of the drawing, its strokes left out; of a path the corners. */
function boxOf(node: SceneNode): Rect {
  if (node.type === 'rect') return node;
  if (node.type === 'circle') return { x: node.cx - node.r, y: node.cy - node.r, width: 2 * node.r, height: 2 * node.r };
  if (node.type === 'line') return { x: node.x1, y: node.y1, width: node.x2 - node.x1, height: node.y2 - node.y1 };
  if (node.type === 'text') {
    const width = textWidth(node.text, node.size, node.weight);
    const x = node.anchor === 'start' ? node.x : node.anchor === 'end' ? node.x - width : node.x - width / 2;
    return { x, y: node.y - node.size * 0.74, width, height: node.size * 0.74 };
  }
  const numbers = node.type === 'path' ? [...node.d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const) : [];
  const [xs, ys] = [numbers.map(([x]) => x), numbers.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

const date = fc.constantFrom(
  ...[null, '2023', '2023-05', '2023-05-06', '2024~', '[2023-10..2023-12]', '[..2024-07]', '[2025-11..]', '2022-24', '0003', '9999-11'],
);
const activities: fc.Arbitrary<readonly Activity[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('x', 'Congres', 'Tutorials ‘Welbevinden: groepsdynamiek, smartphonegebruik en therapietaal’ '.repeat(3), 'w'.repeat(290)),
      of: fc.constantFrom('meeting', 'yield'),
      kind: fc.constantFrom('video', 'webinar'),
      layer: fc.constantFrom(null, layer, { id: 'lang', name: 'Een pijler met een heel lange naam '.repeat(6) }),
      standing: fc.constantFrom('actual', 'planned', 'lapsed'),
      start: date,
      end: fc.oneof(fc.constantFrom(null, '..'), date),
    }),
    { maxLength: 14 },
  )
  .map((all) => all.map((one, index) => activity({ ...(one as Partial<Activity>), id: `a${index}` })));

// catches: a bar or a name that is cut off at the edge, and an activity that is in no sign and no count
test('whatever the register, nothing lies outside it, no words over words, and each activity is drawn or said to have no date', () => {
  fc.assert(
    fc.property(activities, fc.integer({ min: 300, max: 1600 }), fc.boolean(), (all, width, leaves) => {
      const scene = activityScene(all, { t, width, ...(leaves ? { header, choice: 'Alleen: webinar', source: 'Bron: het register' } : {}) });
      for (const box of flat(scene.root).map(boxOf)) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(scene.width + 0.5);
        expect(box.y + box.height).toBeLessThanOrEqual(scene.height + 0.5);
      }
      const words = scene.root.children
        .flatMap(flat)
        .filter((node) => node.type === 'text')
        .map((node) => ({ ...boxOf(node), text: node.text }));
      for (const [index, box] of words.entries())
        expect(
          words
            .slice(index + 1)
            .filter((other) => meet(box, other))
            .map((other) => `${box.text} / ${other.text}`),
        ).toEqual([]);
      const dated = all.filter((one) => periodOf(one) !== null).map(({ id }) => id);
      expect(scene.marks.map((mark) => mark.activity.id).sort()).toEqual([...dated].sort());
      expect(scene.marks.length + scene.undated).toBe(all.length);
      for (const { activity: one } of scene.marks) expect(groupOf(scene, one.id).length).toBeGreaterThan(1);
      for (const mark of scene.marks) expect(mark.centre.x > 0 && mark.centre.x < scene.width).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('a register', () => {
  const all = [
    activity({}),
    activity({ id: 'b', of: 'yield', kind: 'video', name: 'Video', start: '2021-04', end: '2022-07' }),
    activity({ id: 'c', name: 'Handreiking', of: 'yield', start: null, end: '..' }),
    activity({ id: 'd', name: 'Symposium', standing: 'planned', start: '2024', end: null }),
  ];

  test('says of how many it is, and names those without a date', () => {
    const said = texts(activityScene(all, { t, width: 1200, header })).join(' ');
    expect(said).toContain('Getekend: 3 van de 4 activiteiten.');
    expect(said).toContain('Zonder datum, dus niet getekend: 1 (Handreiking).');
    for (const words of ['Activiteiten van Kenniscommunity', '2021 – 2024 · Stand op 21 nov 2026', 'Pijler Kennis (3)', 'Symposium (gepland)'])
      expect(said).toContain(words);
    // where it leaves the screen alone: beside the drawing a person reads it as text
    expect(texts(activityScene(all, { t, width: 1200 })).join(' ')).not.toContain('Getekend');
  });

  test('tells what is known to the month, over a time, and not carried out apart without colour', () => {
    const scene = activityScene(all, { t, width: 1200 });
    const kinds = (id: string) => groupOf(scene, id).flatMap((node) => (node.type === 'text' ? [] : [node.type]));
    expect(kinds('a')).toEqual(['circle']);
    expect(kinds('b')).toEqual(['rect', 'path', 'rect', 'rect', 'path']);
    expect(groupOf(scene, 'd').at(-1)).toMatchObject({ type: 'circle', fill: 'table' });
    expect(groupOf(scene, 'a').at(-1)).toMatchObject({ type: 'circle', fill: 'k-universiteit' });
    // a legend of what is in view alone
    expect(texts(scene)).toEqual(expect.arrayContaining(['bijeenkomst', 'video', 'niet uitgevoerd', 'zeker in deze tijd', 'ergens in deze tijd']));
    expect(texts(scene)).not.toContain('publicatie of ander product');
  });

  test('has words of its own, its choice and its source; the same gives the same', () => {
    const draw = () => activityScene(all, { t, width: 1200, header, title: 'Wat wij deden', choice: 'Alleen: Pijler Kennis', source: 'Evaluatie' });
    expect(texts(draw())).toEqual(expect.arrayContaining(['Wat wij deden', 'Alleen: Pijler Kennis', 'Evaluatie']));
    expect(sceneToSvg(draw(), { colours: 'light' })).toBe(sceneToSvg(draw(), { colours: 'light' }));
  });
});

test('of more than can be read the rest is counted, and a very long time does not draw every year', () => {
  const many = Array.from({ length: MOST_ROWS + 5 }, (_, index) => activity({ id: `a${index}`, start: index === 0 ? '0003' : '2023' }));
  const scene = activityScene(many, { t, width: 1200, header });
  expect(scene.marks).toHaveLength(MOST_ROWS);
  expect(texts(scene).join(' ')).toContain('Te veel om te tekenen: 5 met een datum staan er niet in.');
  expect(texts(scene).filter((words) => /^\d{3,4}$/.test(words)).length).toBeLessThan(30);
});
