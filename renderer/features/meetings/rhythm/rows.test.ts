import { expect, test } from 'vitest';
import type { Output } from '../../../../shared/contract/index.ts';
import { isPlaced, type Met, rowsOf } from './rows.ts';

type Year = Output<'meeting.measure'>;

const met = (id: string, teams: string, last = '2025-03-06'): Met => ({
  id,
  name: id,
  units: [],
  teams,
  rhythmId: null,
  first: '2025-03-06',
  last,
  state: 'held',
  present: null,
});

// catches: a meeting that is in no row because nobody agreed how often, or in two
test('every meeting is in one row: of what was agreed, else of its teams, and without a team last', () => {
  const rhythm = { id: 'r', name: 'PLG', units: [{ id: 'a', name: 'PLG 1' }], meetings: ['one'] } as unknown as Year['rhythms'][number];
  const year = {
    rhythms: [rhythm],
    meetings: [
      met('one', 'PLG 1'),
      met('loose', ''),
      met('two', 'Kerngroep'),
      met('three', 'Kerngroep'),
      met('four', 'PLG 10'),
      met('five', 'PLG 9'),
    ],
  } as unknown as Year;
  const { compare } = new Intl.Collator('nl', { numeric: true });
  const rows = rowsOf(
    year,
    (one) => one.name,
    (names) => names.join(),
    compare,
  );
  expect(rows.map((row) => [row.name, row.under, row.rhythm?.id ?? null, row.meetings.map(({ id }) => id).join()])).toEqual([
    ['PLG', 'PLG 1', 'r', 'one'],
    ['Kerngroep', '', null, 'two,three'],
    ['PLG 9', '', null, 'five'],
    ['PLG 10', '', null, 'four'],
    ['', '', null, 'loose'],
  ]);
});

test('a date that leaves more than a month open has no place in the year', () => {
  expect(isPlaced(met('a', ''))).toBe(true);
  expect(isPlaced(met('a', '', '2025-04-05'))).toBe(true);
  expect(isPlaced(met('a', '', '2025-06-30'))).toBe(false);
});
