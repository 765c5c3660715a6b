import { expect, test } from 'vitest';
import { receiversOf } from './receivers.ts';

const school = { id: 'school', name: 'School 1', kind: 'school' };
const hall = { id: 'hall', name: 'School 2', kind: 'school' };

test('proposed are the other teams and the organisations of who was there, each once, and nobody whom it went to already', () => {
  const teams = new Map([
    ['a', 'PLG 1'],
    ['b', 'PLG 2'],
    ['c', 'PLG 3'],
  ]);
  const there = [
    { state: 'present' as const, organisation: school },
    { state: 'guest' as const, organisation: school },
    { state: 'absent' as const, organisation: hall },
    { state: null, organisation: hall },
  ];
  const all = { units: ['a', 'b', 'c'], teams, there, makers: ['a'] };
  expect(receiversOf({ ...all, taken: [] })).toEqual({
    teams: [
      { id: 'b', name: 'PLG 2' },
      { id: 'c', name: 'PLG 3' },
    ],
    organisations: [{ id: 'school', name: 'School 1' }],
  });
  expect(receiversOf({ ...all, taken: ['b', 'school'] })).toEqual({ teams: [{ id: 'c', name: 'PLG 3' }], organisations: [] });
});
