/** The chain of a yield as a drawing: no card covers another, each step stands in it once, and each arrow goes from the right card to the right card. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect, SceneNode } from '../../shared/diagram/scene.ts';
import { textWidth } from '../../shared/diagram/text-metrics.ts';
import { formatEdtf } from '../../shared/domain/format-date.ts';
import { spreadManners } from '../../shared/domain/lists.ts';
import { translator } from '../../shared/i18n/index.ts';
import { type ChainModel, chainOf, type Link, MOST_PLACES } from '../../shared/spread/chain-cards.ts';
import { chainScene } from '../../shared/spread/chain-scene.ts';
import { end, model, step } from './steps.ts';

const t = translator('nl');
const at = '2025-07-31';

const flat = (node: SceneNode): SceneNode[] => (node.type === 'group' ? node.children.flatMap(flat) : [node]);
const texts = (node: SceneNode): string[] => flat(node).flatMap((one) => (one.type === 'text' ? [one.text] : []));

interface Drawn {
  readonly cards: ReadonlyMap<string, Rect & { readonly words: string }>;
  /** Each path with its first and last point, and points along it. */
  readonly lines: readonly { readonly from: string; readonly to: string; readonly along: readonly (readonly [number, number])[] }[];
}

/** Points along `M x y C … L x y`. */
function along(d: string): (readonly [number, number])[] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, kind, rest = ''] of d.matchAll(/([MCL])([^MCL]*)/g)) {
    const n = rest.trim().split(/[ ,]+/).map(Number);
    const last = [n.at(-2), n.at(-1)] as [number, number];
    for (let i = kind === 'M' ? 20 : 1; i <= 20; i++) {
      const s = i / 20;
      const cubic = (a: number, b: number, c: number, e: number) =>
        (1 - s) ** 3 * a + 3 * (1 - s) ** 2 * s * b + 3 * (1 - s) * s ** 2 * c + s ** 3 * e;
      if (kind === 'C') points.push([cubic(x, n[0] as number, n[2] as number, last[0]), cubic(y, n[1] as number, n[3] as number, last[1])]);
      else points.push([x + (last[0] - x) * s, y + (last[1] - y) * s]);
    }
    [x, y] = last;
  }
  return points;
}

function draw(chain: ChainModel, day = at, room?: number): Drawn {
  const { root } = chainScene(chain, { t, at: day, room });
  const groups = root.type === 'group' ? root.children : [];
  const cards = new Map(
    groups.flatMap((node) => {
      if (node.type !== 'group' || !node.id?.startsWith('part-')) return [];
      const [rect] = node.children;
      return rect?.type === 'rect' ? [[node.id.slice(5), { ...rect, words: texts(node).join(' ') }] as const] : [];
    }),
  );
  const at2 = (x: number, y: number, side: 'left' | 'right') =>
    [...cards].find(
      ([, card]) => Math.abs((side === 'left' ? card.x : card.x + card.width) - x) < 0.6 && Math.abs(card.y + card.height / 2 - y) < 0.6,
    )?.[0];
  const lines = groups
    .filter((node) => !(node.type === 'group' && node.id?.startsWith('part-')))
    .flatMap(flat)
    .flatMap((node) => {
      // what was made anew has a second, lighter line in its first
      if (node.type !== 'path' || !node.d.includes('C') || node.stroke === 'table') return [];
      const points = along(node.d);
      const [first, last] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
      return [{ from: at2(...first, 'right') ?? '?', to: at2(...last, 'left') ?? '?', along: points }];
    });
  return { cards, lines };
}

const meet = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const embedding = (id: string, where: string | null, more: object = {}) => ({
  id,
  entity: { id: 'object', name: 'Praatplaat', kind: 'yield' },
  form: 'policy',
  organisation: where === null ? null : { id: where, name: where, kind: 'organisation' },
  fundedUntil: '2024-12',
  note: null,
  start: '2024-11',
  end: '..',
  standing: 'actual' as const,
  presence: 'yes' as const,
  ...more,
});
const meetingOf = (id: string) => ({
  id: `on-${id}`,
  object: { id: 'object', name: 'Praatplaat' },
  use: 'made',
  meeting: { id, name: `Ontwerpsessie ${id}`, start: '2024-09-10', standing: 'actual' as const },
});

/** Places that each came from one before it, from the maker, from elsewhere, or from nobody knows where; each day of its own. */
const chains = fc
  .record({
    steps: fc.array(
      fc.record({
        from: fc.integer({ min: -3, max: 12 }),
        how: fc.constantFrom(...spreadManners),
        day: fc.integer({ min: 1, max: 28 }),
        again: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    stays: fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 5 }),
    meetings: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ steps, stays, meetings }): ChainModel => {
    const all = steps.flatMap(({ from, how, day, again }, index) => {
      const source = from === -1 ? null : from === -2 ? 'elders' : from < 0 || from >= index ? 'maker' : `p${from}`;
      const one = step(`s${index}`, source, null, {
        to: end(`p${index}`, `Basisschool nummer ${index}`),
        how,
        start: `2025-01-${String(day).padStart(2, '0')}`,
      });
      return again ? [one, { ...one, id: `again${index}`, how: 'adapted' as const, start: '2025-06' }] : [one];
    });
    return {
      ...model(all),
      meetings: Array.from({ length: meetings }, (_, index) => meetingOf(`m${index}`)),
      embeddings: stays.map((where, index) => embedding(`e${index}`, where < 0 ? null : `p${where}`)),
    };
  });

const linksOf = (link: Link): { from: string; to: Link }[] => link.next.flatMap((next) => [{ from: link.card.id, to: next }, ...linksOf(next)]);

test('whatever the chain: nothing covers anything, no arrow runs over a card, and each arrow has its own two ends', () => {
  fc.assert(
    fc.property(chains, fc.constantFrom(undefined, 600, 1050, 1210), (chain, room) => {
      const { cards, lines } = draw(chain, at, room);
      const all = [...cards];
      const covered = all.flatMap(([id, card], index) =>
        all.slice(index + 1).flatMap(([other, box]) => (meet(card, box) ? [`${id} / ${other}`] : [])),
      );
      expect(covered).toEqual([]);
      const over = lines.flatMap((line) =>
        all.flatMap(([id, card]) => {
          const isOn = ([x, y]: readonly [number, number]) => x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height;
          return id !== line.from && id !== line.to && line.along.some(isOn) ? [`${line.from} → ${line.to} over ${id}`] : [];
        }),
      );
      expect(over).toEqual([]);
      const told = chainOf(chain, { t, at });
      const wanted = [...linksOf(told.object).map(({ from, to }) => `${from} ${to.card.id}`), ...told.meetings.map((card) => `${card.id} object`)];
      expect(lines.map((line) => `${line.from} ${line.to}`).toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 200 },
  );
});

test('each step stands in it once, behind the place that it came from, or it says from where', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const { object, more } = chainOf(chain, { t, at });
      const links = linksOf(object).filter(({ to }) => to.stage === 'steps');
      const places = new Set(chain.steps.map((one) => one.to?.id));
      expect(links.length + more).toBe(places.size);
      expect(links.length).toBe(Math.min(places.size, MOST_PLACES));
      for (const { from, to } of links) {
        const own = chain.steps.filter((one) => one.to?.id === to.card.id);
        expect(to.card.lines).toHaveLength(own.length);
        for (const one of own) {
          const line = to.card.lines.find((said) => said.includes(formatEdtf(one.start, 'nl')));
          expect(line).toContain(t(($) => $.lists.spreadManner[one.how]));
          const behind = from === 'object' ? one.from?.id === 'maker' : one.from?.id === from;
          expect(/, van /.test(line ?? ''), line).toBe(!behind);
        }
      }
    }),
    { numRuns: 200 },
  );
});

describe('an adaptation of an adaptation', () => {
  const chain: ChainModel = {
    ...model([
      step('1', 'maker', 'a', { how: 'adapted', start: '2024-10-01' }),
      step('2', 'a', 'b', { how: 'remade', start: '2024-12-01' }),
      step('3', 'b', 'c', { how: 'inspired', start: '2025-03-01' }),
      step('4', null, 'd', { start: '2025-04-01' }),
    ]),
    meetings: [meetingOf('m')],
    embeddings: [embedding('e', 'b', { start: '2025-01' }), embedding('f', null)],
  };
  const lines = (day: string) => draw(chain, day).lines.map((line) => `${line.from} ${line.to}`);

  test('hangs on the place before it, and what was embedded there hangs on that place', () => {
    expect(lines(at)).toEqual(expect.arrayContaining(['m object', 'object a', 'a b', 'b c', 'b e', 'e after-e', 'object f', 'object d']));
    expect(draw(chain).cards.get('d')?.words.replaceAll('  ', ' ')).toContain('van wie, is niet bekend');
  });

  test('on three dates there is only what was there by then', () => {
    expect(lines('2024-09-15')).toEqual(['m object']);
    expect(lines('2024-12-31')).toEqual(expect.arrayContaining(['object a', 'a b', 'object f']));
    expect(lines('2024-12-31')).not.toContain('b c');
    expect(lines('2025-03-15')).toContain('b c');
  });

  // catches: a chain that scrolls sideways in a window of 1280, and words that run out of their card or into the next name
  test('fits in a window of 1280, with all its words within their cards', () => {
    const [wide, narrow] = [undefined, 1050].map((room) => chainScene(chain, { t, at, room, header: true }));
    expect(wide?.width).toBeGreaterThan(1280);
    expect(narrow?.width).toBeLessThanOrEqual(1050);
    expect([...draw(chain, at, 1050).cards].map(([id, { words }]) => [id, words.length > 0])).toEqual(
      [...draw(chain).cards.keys()].map((id) => [id, true]),
    );
    for (const room of [undefined, 300, 1050, 1200]) {
      const scene = chainScene(chain, { t, at, room });
      for (const group of scene.root.children) {
        const [rect] = group.type === 'group' ? group.children : [];
        const within = rect?.type === 'rect' ? rect : { x: 0, y: 0, width: scene.width, height: scene.height };
        for (const node of flat(group)) {
          if (node.type !== 'text') continue;
          expect(node.size, node.text).toBeGreaterThanOrEqual(12);
          expect(node.x + textWidth(node.text, node.size, node.weight), node.text).toBeLessThanOrEqual(within.x + within.width);
          expect(node.y - node.size, node.text).toBeGreaterThanOrEqual(within.y - 4);
        }
      }
      const names = scene.root.children.flatMap((node) => (node.type === 'text' && node.weight === 600 ? [node] : []));
      for (const [index, one] of names.entries())
        for (const other of names.slice(index + 1))
          if (one.y === other.y) expect(one.x + textWidth(one.text, 13, 600), one.text).toBeLessThan(other.x);
    }
  });

  test('what is not made yet says by when it is expected', () => {
    const planned = (by: string | null): ChainModel => ({ ...chain, steps: [], start: null, intended: { by } });
    expect(draw(planned('2026-09')).cards.get('object')?.words).toContain('beoogd, sep 2026');
    expect(draw(planned(null)).cards.get('object')?.words).toMatch(/beoogd$/);
  });
});
