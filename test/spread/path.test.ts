import { describe, expect, test } from 'vitest';
import { translator } from '../../shared/i18n/index.ts';
import { isTaken, placeState, placesOf, routeTo, spreadDays, stepState } from '../../shared/spread/path.ts';
import { placeReach, routeSentence } from '../../shared/spread/words.ts';
import { end, figure, model, step } from './steps.ts';

const t = translator('nl');
const keys = (steps: Parameters<typeof model>[0]) => placesOf(model(steps)).map((place) => [place.key, place.parent]);

describe('stepState', () => {
  test.each([
    ['2025-01-10', '..', 'actual', '2025-01-09', 'ahead'],
    ['2025-01-10', '..', 'actual', '2025-01-10', 'sure'],
    ['2025', '..', 'actual', '2025-06-30', 'perhaps'],
    ['2025', '..', 'actual', '2024-12-31', 'ahead'],
    [null, '..', 'actual', '2020-01-01', 'perhaps'],
    ['2024-01', '2024-06', 'actual', '2025-01-01', 'ended'],
    ['2024-01', null, 'actual', '2025-01-01', 'perhaps'],
    ['2024-01', '..', 'planned', '2025-01-01', 'planned'],
    ['2024-01', '..', 'potential', '2025-01-01', 'planned'],
    ['2024-01', '..', 'lapsed', '2025-01-01', 'lapsed'],
  ] as const)('%s to %s, %s, on %s', (from, to, standing, at, state) => {
    expect(stepState({ start: from, end: to, standing }, at)).toBe(state);
  });

  test('what has ended was taken all the same; what is ahead or planned was not', () => {
    expect((['sure', 'perhaps', 'ended', 'ahead', 'planned', 'lapsed'] as const).map(isTaken)).toEqual([true, true, true, false, false, false]);
  });
});

describe('placesOf', () => {
  test('each stands after the one that it was reached from, families together', () => {
    const steps = [step('1', 'maker', 'a'), step('2', 'maker', 'b'), step('3', 'a', 'c'), step('4', 'c', 'd')];
    expect(keys(steps)).toEqual([
      ['a', null],
      ['c', 'a'],
      ['d', 'c'],
      ['b', null],
    ]);
  });

  // catches: a circle of steps that hangs on nothing, and is never drawn
  test('a step back, a step to itself and a circle lose no place', () => {
    expect(keys([step('1', 'maker', 'a'), step('2', 'a', 'b'), step('3', 'b', 'a'), step('4', 'a', 'maker')])).toEqual([
      ['a', null],
      ['b', 'a'],
    ]);
    expect(keys([step('1', 'b', 'a'), step('2', 'a', 'b'), step('3', 'c', 'c')]).map(([key]) => key)).toEqual(['b', 'a', 'c']);
  });

  test('one audience in words is one place, however it is written; unknown places stay apart', () => {
    const to = (id: string, audience: string | null) => step(id, 'maker', null, { audience });
    expect(placesOf(model([to('1', 'Webinar'), to('2', ' webinar '), to('3', null), to('4', null)])).map((place) => place.steps.length)).toEqual([
      2, 1, 1,
    ]);
  });

  test('planned and cancelled steps are no places', () => {
    expect(keys([step('1', 'maker', 'a', { standing: 'planned' }), step('2', 'maker', 'b', { standing: 'lapsed' })])).toEqual([]);
  });

  test('a place that is reached again is in use again', () => {
    const [place] = placesOf(
      model([step('1', 'maker', 'a', { start: '2024-01', end: '2024-02' }), step('2', 'maker', 'a', { start: '2025-01-10' })]),
    );
    if (!place) throw new Error('no place');
    expect(['2023-12-31', '2024-06-01', '2025-02-01'].map((at) => placeState(place, at))).toEqual(['ahead', 'ended', 'sure']);
  });
});

test('the days at which playing stops: made and each step, once; unknown dates are none', () => {
  const steps = [step('1', 'maker', 'a', { start: '2025-02' }), step('2', 'a', 'b', { start: '2025-02-01' }), step('3', 'a', 'c', { start: null })];
  expect(spreadDays([model([...steps, step('4', 'a', 'd', { start: '2024-12', standing: 'planned' })])])).toEqual(['2024-09-01', '2025-02-01']);
});

describe('in words', () => {
  const guide = { id: 'guide', name: 'Procesbegeleider 4' };
  const places = placesOf(
    model([
      step('1', 'maker', 'PLG 4', { how: 'adapted', carriedBy: guide }),
      step('2', 'PLG 4', 'PLG 5', { how: 'adapted', carriedBy: guide }),
      step('3', 'PLG 5', 'School 6', { how: 'remade' }),
    ]),
  );
  const said = (key: string) => routeSentence(t, model([]), routeTo(places, key));

  test('who brought it, along which places, and how often it was changed', () => {
    expect(said('School 6')).toBe(
      'Via Procesbegeleider 4 kwam ‘Praatplaat’ van maker bij PLG 4, en via Procesbegeleider 4 bij PLG 5, en zo bij School 6. Op deze route is het 3 keer aangepast.',
    );
    expect(said('PLG 4')).toContain('één keer aangepast');
  });

  test('what is not known is said', () => {
    const [place] = placesOf(model([step('1', null, null)]));
    if (!place) throw new Error('no place');
    expect(routeSentence(t, model([]), [place])).toBe(
      '‘Praatplaat’ kwam van PLG 2 bij plek niet bekend. Wie het bracht, is niet bekend. Op deze route is niets aangepast.',
    );
    expect(placeReach(t, place.steps)).toBe('bereik niet bekend');
  });

  test('reach as it is known: a range, about, almost, one person, another unit', () => {
    const reach = (...reaches: ReturnType<typeof figure>[]) => placeReach(t, [step('1', 'maker', 'a', { to: end('a'), reach: reaches })]);
    expect(reach(figure(175, 4813))).toBe('175 tot 4.813 mensen');
    expect(reach(figure(1))).toBe('1 mens');
    expect(reach(figure(1000, 1000, { almost: true }))).toBe('bijna 1.000 mensen');
    expect(reach(figure(40, null, { moreThan: true, unit: 'scholen' }))).toBe('meer dan 40 scholen');
    expect(reach(figure(40, 40, { state: 'unknown' }))).toBe('bereik niet bekend');
  });
});
