/** The olievlek and the chain as scenes: nothing is lost, nothing covers anything, and the same input gives the same drawing. */
import { describe, expect, test } from 'vitest';
import type { Rect, SceneNode } from '../../shared/diagram/scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { textWidth } from '../../shared/diagram/text-metrics.ts';
import { distances } from '../../shared/domain/lists.ts';
import { translator } from '../../shared/i18n/index.ts';
import { afterOf } from '../../shared/spread/chain-cards.ts';
import { chainScene } from '../../shared/spread/chain-scene.ts';
import { qualityScene } from '../../shared/spread/quality-scene.ts';
import { ringsFigure, ringsNote } from '../../shared/spread/rings-figure.ts';
import { spreadScene } from '../../shared/spread/spread-scene.ts';
import { end, many, model, step } from './steps.ts';

const t = translator('nl');
const at = '2025-07-31';

const flat = (node: SceneNode): SceneNode[] => (node.type === 'group' ? node.children.flatMap(flat) : [node]);
const texts = (root: SceneNode): string[] => flat(root).flatMap((node) => (node.type === 'text' ? [node.text] : []));
const textBoxes = (root: SceneNode): (Rect & { text: string })[] =>
  flat(root).flatMap((node) => {
    if (node.type !== 'text') return [];
    const width = textWidth(node.text, node.size, node.weight);
    const x = node.anchor === 'start' ? node.x : node.anchor === 'end' ? node.x - width : node.x - width / 2;
    return [{ x, y: node.y - node.size * 0.74, width, height: node.size * 0.74, text: node.text }];
  });
const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
const ringOf = (scene: ReturnType<typeof spreadScene>, key: string): number => {
  const item = scene.places.find((place) => place.key === key);
  if (!item) throw new Error(`no ${key}`);
  const circles = flat(scene.root).flatMap((node) => (node.type === 'circle' && node.stroke && !node.fill && node.r > 40 ? [node] : []));
  const radii = circles.map((circle) => circle.r).sort((a, b) => a - b);
  const [circle] = circles;
  if (!circle) throw new Error('no rings');
  const far = Math.hypot(item.centre.x - circle.cx, item.centre.y - circle.cy);
  return radii.findIndex((radius) => far < radius);
};

describe('the olievlek', () => {
  test('each place lies in its ring, and each ring says how many', () => {
    const steps = distances.map((distance, index) => step(`${index}`, 'maker', `p${index}`, { distance }));
    const scene = spreadScene(model(steps), { t, at });
    distances.forEach((_ring, index) => {
      expect(ringOf(scene, `p${index}`)).toBe(index);
    });
    expect([...scene.counts.values()]).toEqual([1, 1, 1, 1, 1]);
    expect(texts(scene.root).filter((text) => text === ', 1 plek')).toHaveLength(5);
  });

  test('a step without a known distance stands in a row below the rings, and is counted', () => {
    const scene = spreadScene(model([step('1', 'maker', 'a'), step('2', 'maker', 'b', { distance: null })]), { t, at });
    const [a, b] = ['a', 'b'].map((key) => scene.places.find((place) => place.key === key));
    const lowest = Math.max(...flat(scene.root).flatMap((node) => (node.type === 'circle' && node.r > 100 ? [node.cy + node.r] : [])));
    expect(a?.centre.y).toBeLessThan(lowest);
    expect(b?.centre.y).toBeGreaterThan(lowest);
    expect(texts(scene.root)).toContain('Afstand niet bekend, 1 plek');
    expect(scene.counts.get(null)).toBe(1);
  });

  test.each([1, 3, 8, 15, 30, 60])('%i places: all are there, within the drawing, and no words cover others', (count) => {
    const scene = spreadScene(many(count), { t, at });
    expect(scene.places).toHaveLength(count);
    const boxes = textBoxes(scene.root);
    for (const box of boxes) {
      expect(box.x, box.text).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, box.text).toBeLessThanOrEqual(scene.width);
      expect(box.y + box.height, box.text).toBeLessThanOrEqual(scene.height);
    }
    const covered = boxes.flatMap((box, index) =>
      boxes.slice(index + 1).flatMap((other) => (meet(box, other) ? [`${box.text} / ${other.text}`] : [])),
    );
    // the letter in a sign is a word too, and no label may lie on it
    expect(covered).toEqual([]);
  });

  test('the four manners differ without colour, and the legend has only what is in view', () => {
    const scene = spreadScene(many(4), { t, at });
    const looks = flat(scene.root).flatMap((node) => (node.type === 'path' && node.d.includes('Q') ? [[node.strokeWidth, node.dash].join()] : []));
    expect(new Set(looks).size).toBeGreaterThanOrEqual(4);
    expect(texts(scene.root)).toEqual(expect.arrayContaining(['overgenomen', 'aangepast', 'opnieuw gemaakt', 'geïnspireerd']));
    const one = texts(spreadScene(model([step('1', 'maker', 'a')]), { t, at }).root);
    expect(one).toContain('overgenomen');
    expect(one).not.toContain('aangepast');
    expect(one).not.toContain('niet zeker op deze datum');
  });

  test('who carried it stands with the place', () => {
    const carried = step('1', 'maker', 'a', { carriedBy: { id: 'g', name: 'Procesbegeleider 2' } });
    const scene = spreadScene(model([carried]), { t, at });
    expect(texts(scene.root)).toContain('via Procesbegeleider 2');
    expect(scene.places[0]?.label).toBe('a, netwerk, overgenomen sinds 10 jan 2025, bereik niet bekend, via Procesbegeleider 2');
  });

  // catches: a drawing that jumps when the slider goes on
  test('a place keeps its place through time, and what is to come is not there yet', () => {
    const steps = ['2024-10-01', '2025-01-10', '2025-03-01'].map((start, index) => step(`${index}`, 'maker', `p${index}`, { start }));
    const on = (day: string) => spreadScene(model(steps), { t, at: day });
    expect(on('2024-09-15').places).toEqual([]);
    expect(['2024-10-01', '2025-02-01', '2025-03-01'].map((day) => on(day).places.length)).toEqual([1, 2, 3]);
    expect(on('2024-10-01').places[0]?.centre).toEqual(on('2025-03-01').places[0]?.centre);
    expect(on('2024-10-01').width).toBe(on('2025-03-01').width);
  });

  test('planned and undated steps are told below it', () => {
    const scene = spreadScene(model([step('1', 'maker', 'a', { start: null }), step('2', 'maker', 'b', { standing: 'planned' })]), { t, at });
    expect(texts(scene.root)).toEqual(expect.arrayContaining(['Van 1 stap is de datum niet bekend.', '1 geplande stap staat er niet bij.']));
    expect(scene.places).toHaveLength(1);
  });

  test('a lit route has the highlighter under each of its steps, and under no other', () => {
    const steps = [step('1', 'maker', 'a'), step('2', 'a', 'b'), step('3', 'maker', 'c')];
    const marks = (route: string | null) =>
      flat(spreadScene(model(steps), { t, at, route }).root).filter((node) => node.type === 'path' && node.stroke === 'mark').length;
    expect([marks(null), marks('c'), marks('b')]).toEqual([0, 1, 2]);
  });

  test('the same input gives the same bytes; path data is what every writer reads', () => {
    const svg = () => sceneToSvg(spreadScene(many(20), { t, at, header: true, route: 'p1' }), { colours: 'light' });
    expect(svg()).toBe(svg());
    for (const [, d = ''] of svg().matchAll(/ d="([^"]*)"/g)) expect(d).toMatch(/^[MLQCZ\d. -]+$/);
  });

  // catches: a header that is put over the drawing instead of above it
  test('with a header everything is lower by the same', () => {
    const [plain, headed] = [false, true].map((header) => spreadScene(many(6), { t, at, header }));
    const drops = [plain, headed].map((scene) => scene?.places[0]?.centre.y as number);
    expect((headed?.height as number) - (plain?.height as number)).toBe((drops[1] as number) - (drops[0] as number));
    expect(texts(headed?.root as SceneNode)).toContain('Stand op 31 juli 2025');
  });
});

describe('the olievlekken of a network in one figure', () => {
  const named = (name: string, steps: Parameters<typeof model>[0]) => model(steps, { object: { id: name, name } });
  const far = (name: string, ring: (typeof distances)[number]) => named(name, [step(name, 'maker', 'a', { distance: ring })]);

  test('those that came farthest, each with its name; the others are counted, and what did not go is not drawn', () => {
    const models = [
      named('Bleef', []),
      ...distances.map((ring, index) => far(`Naar ${index}`, ring)),
      far('Verder 1', 'country'),
      far('Verder 2', 'region'),
    ];
    const scene = ringsFigure(models, { t, at });
    if (!scene) throw new Error('no figure');
    const said = texts(scene.root);
    expect(said).toEqual(expect.arrayContaining(['Naar 4', 'Verder 1', 'Verder 2', 'Naar 3']));
    expect(said).not.toContain('Naar 2');
    expect(said).not.toContain('Bleef');
    expect(ringsNote(models, { t, at })).toBe(
      '7 van 8 opbrengsten gingen verder dan waar ze zijn gemaakt. Getekend zijn de 4 die het verst kwamen; 3 staan er niet bij.',
    );
    const boxes = textBoxes(scene.root).filter((box) => box.text.length > 1);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(meet(box, other), `${box.text} / ${other.text}`).toBe(false);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(scene.width);
      expect(box.y + box.height).toBeLessThanOrEqual(scene.height);
    }
    expect(scene.description).toContain('Naar 4: 1 stap, verste kring: land');
  });

  test('nothing went anywhere: no figure, and a sentence', () => {
    expect(ringsFigure([named('Bleef', []), model([step('1', 'maker', 'a', { start: '2026-01' })])], { t, at })).toBeNull();
    expect(ringsNote([named('Bleef', [])], { t, at })).toContain('Geen opbrengst ging');
  });
});

describe('what is there after the funding', () => {
  test.each([
    ['2024-01', '..', 'actual', '2024-12', 'still'],
    ['2024-01', '..', 'actual', '2026', 'paid'],
    ['2024-01', '..', 'actual', '2025', 'perhaps'],
    ['2024-01', '..', 'actual', null, 'unknown'],
    ['2024-01', '..', 'actual', '..', 'paid'],
    ['2024-01', '2025-01', 'actual', '2024-12', 'gone'],
    ['2024-01', '2025', 'actual', '2024-12', 'perhaps'],
    ['2024-01', null, 'actual', '2024-12', 'perhaps'],
    ['2025-09', '..', 'actual', '2026', null],
    ['2024-01', '..', 'planned', '2026', null],
  ] as const)('from %s to %s, %s, funded until %s', (from, to, standing, fundedUntil, after) => {
    expect(afterOf({ start: from, end: to, standing, fundedUntil }, at)).toBe(after);
  });
});

describe('the chain', () => {
  const embedding = (id: string, more: object = {}) => ({
    id,
    entity: { id: 'object', name: 'Praatplaat', kind: 'yield' },
    form: 'policy',
    organisation: null,
    fundedUntil: '2024-12',
    note: null,
    start: '2024-11',
    end: '..',
    standing: 'actual' as const,
    presence: 'yes' as const,
    ...more,
  });
  const meetings = [
    {
      id: 'm',
      object: { id: 'object', name: 'Praatplaat' },
      use: 'made',
      meeting: { id: 'meeting', name: 'Ontwerpsessie', start: '2024-09-10', standing: 'actual' as const },
    },
  ];
  const chain = {
    ...model([step('1', 'maker', 'a', { how: 'adapted' }), step('2', 'maker', 'b')]),
    meetings,
    embeddings: [embedding('e'), embedding('f', { end: '2025-01' })],
  };

  test('goes from meeting to object to adaptation to embedding to what is still there', () => {
    const said = texts(chainScene(chain, { t, at }).root);
    expect(said).toEqual(expect.arrayContaining(['Ontwerpsessie', 'Praatplaat', 'a', 'aangepast, 10 jan 2025', 'beleid', 'Is er nog', 'Gestopt']));
  });

  test('on three dates there is only what was there by then', () => {
    const said = (day: string) => texts(chainScene(chain, { t, at: day }).root);
    expect(said('2024-09-01').join(' ')).toContain('Geen bijeenkomst aan gekoppeld');
    expect(said('2024-09-01')).toEqual(expect.arrayContaining(['Nog geen stappen', 'Nog niet geborgd']));
    expect(said('2024-11-30')).toEqual(expect.arrayContaining(['Ontwerpsessie', 'Nog geen stappen', 'beleid', 'Wordt nog betaald']));
    expect(said('2024-11-30')).not.toContain('a');
    const cancelled = meetings.map((row) => ({ ...row, meeting: { ...row.meeting, standing: 'lapsed' as const } }));
    expect(texts(chainScene({ ...chain, meetings: cancelled }, { t, at }).root)).not.toContain('Ontwerpsessie');
    expect(said(at)).toContain('Is er nog');
  });

  test('no card covers another, and what is too much is counted', () => {
    const scene = chainScene({ ...chain, steps: many(20).steps }, { t, at });
    expect(texts(scene.root)).toContain('en nog 12 plekken');
    const cards = flat(scene.root).filter((node) => node.type === 'rect');
    for (const [index, card] of cards.entries()) for (const other of cards.slice(index + 1)) expect(meet(card, other)).toBe(false);
    for (const card of cards) expect(card.y + card.height).toBeLessThanOrEqual(scene.height);
  });

  // catches: an embedding at an organisation that the yield went to, drawn as if it came straight from the maker
  test('what was embedded where it went hangs on that step', () => {
    const went = {
      ...chain,
      steps: [step('1', 'maker', null, { to: end('school', 'School 1') })],
      embeddings: [embedding('e', { organisation: { id: 'school', name: 'School 1', kind: 'organisation' } })],
    };
    const straight = { ...went, embeddings: [embedding('e')] };
    const paths = (scene: ReturnType<typeof chainScene>) =>
      flat(scene.root).flatMap((node) => (node.type === 'path' && node.d.includes('C') ? [node.d] : []));
    expect(paths(chainScene(went, { t, at }))).not.toEqual(paths(chainScene(straight, { t, at })));
  });
});

test('quality: a path for each quality, a gap where nobody scored', () => {
  const row = (date: string, usability: number | null) => ({
    id: date,
    date,
    by: null,
    note: null,
    visibility: 2,
    accessibility: 3,
    usability,
    transferValue: 4,
    portability: null,
    adaptivity: null,
  });
  const scene = qualityScene('Praatplaat', [row('2024-12', null), row('2025-06', 5)], t);
  expect(texts(scene.root)).toEqual(expect.arrayContaining(['Zichtbaarheid', 'dec 2024', '?', '5']));
  expect(texts(scene.root)).not.toContain('Adaptiviteit');
  expect(scene.description).toContain('Bruikbaarheid: niet bekend (dec 2024), 5 (jun 2025)');
});
