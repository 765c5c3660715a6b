import { expect, test } from 'vitest';
import { playDays } from './play-days.ts';

// catches: a first or last change that no step shows, and steps before anything happens
test('steps begin before the first change and end after the last', () => {
  const changes = ['2023-09-01', '2024-02-01', '2024-10-01'];
  expect(playDays(changes, 'year')).toEqual(['2023-07-31', '2024-07-31', '2025-07-31']);
  expect(playDays(changes, 'half')).toEqual(['2023-07-31', '2024-01-31', '2024-07-31', '2025-01-31']);
  expect(playDays(changes, 'change')).toEqual(['2023-08-31', ...changes]);
  expect(playDays(['2024-07-31'], 'year')).toEqual(['2023-07-31', '2024-07-31']);
  expect(playDays([], 'half')).toEqual([]);
});
