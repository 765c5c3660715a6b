import { expect, test } from 'vitest';
import type { Activity } from '../exchange/activity-table.ts';
import { periodOf, planOf } from './activity-plan.ts';

const activity = (id: string, start: string | null, end: string | null, more: Partial<Activity> = {}): Activity => ({
  id,
  of: 'meeting',
  name: id,
  kind: 'webinar',
  description: null,
  layer: null,
  targetGroups: [],
  carriedOutBy: [],
  standing: 'actual',
  start,
  end,
  reach: [],
  mark: [],
  ...more,
});

test('a month is a moment, a year is not, and a product that is still there makes no bar', () => {
  expect(periodOf({ start: '2023-05', end: null })).toMatchObject({ from: '2023-05-01', to: '2023-05-31', isMoment: true });
  expect(periodOf({ start: '2022', end: '..' })).toMatchObject({ from: '2022-01-01', to: '2022-12-31', isMoment: false, isOpen: false });
  expect(periodOf({ start: null, end: '..' })).toBeNull();
});

test('of a period the middle is sure and the ends are not', () => {
  const period = periodOf({ start: '2021-04', end: '2021-07' });
  expect(period).toMatchObject({ from: '2021-04-01', sureFrom: '2021-04-30', sureTo: '2021-07-01', to: '2021-07-31', isMoment: false });
  // catches: two halves that overlap being called sure
  const vague = periodOf({ start: '[2023-10..2023-12]', end: null });
  expect((vague?.sureFrom ?? '') > (vague?.sureTo ?? '')).toBe(true);
});

test('years are columns, pillars bands in the order of the register, and what has no date is told apart', () => {
  const layer = { id: 'k', name: 'Pijler Kennis' };
  const plan = planOf(
    [activity('a', '2021-04', '2021-07', { layer }), activity('b', '2022-04', '[2022-04..]'), activity('c', null, null), activity('d', '2022', null)],
    'Zonder',
  );
  expect(plan.years.map(({ year }) => year)).toEqual([2021, 2022]);
  expect(plan.years.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
  expect(plan.bands.map(({ name, marks }) => [name, marks.map(({ id }) => id)])).toEqual([
    ['Pijler Kennis', ['a']],
    ['Zonder', ['b', 'd']],
  ]);
  expect(plan.undated.map(({ id }) => id)).toEqual(['c']);
  const [open] = plan.bands[1]?.marks ?? [];
  expect(open).toMatchObject({ isOpen: true, to: 1, isOpenBefore: false });
  const [vague] = planOf([activity('e', '[..2024-07]', null)], '').bands[0]?.marks ?? [];
  expect(vague).toMatchObject({ isOpenBefore: true, from: 0, isMoment: false });
  // of April to July the middle is sure: from the last day of the one to the first of the other
  const [sure] = plan.bands[0]?.marks ?? [];
  const share = (days: number): number => days / 730;
  expect(sure?.from).toBeCloseTo(share(90));
  expect(sure?.sureFrom).toBeCloseTo(share(119));
  expect(sure?.sureTo).toBeCloseTo(share(182));
  expect(sure?.to).toBeCloseTo(share(212));
  for (const { from, to } of plan.bands.flatMap(({ marks }) => marks)) expect(from >= 0 && to <= 1 && from < to).toBe(true);
});

test('nothing with a date is no timeline', () => {
  expect(planOf([activity('a', null, null)], '')).toMatchObject({ years: [], bands: [] });
});
