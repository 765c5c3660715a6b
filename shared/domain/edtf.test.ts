import { expect, test } from 'vitest';
import { bounds, edtfRange, endsBeforeStart, schoolYearOf } from './edtf.ts';

test.each([
  ['2016', '2016-01-01', '2016-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02-28', '2023-02-28', '2023-02-28'],
  ['2024-23', '2024-09-01', '2024-12-31'],
  ['2024-24', '2024-12-01', '2025-03-31'],
  ['2024-34', '2024-04-01', '2024-06-30'],
  ['2023~', '2022-01-01', '2024-12-31'],
  ['2024-03-12~', '2024-03-11', '2024-03-13'],
  ['[2023-08..2024-07]', '2023-08-01', '2024-07-31'],
  ['[..2024]', '0000-01-01', '2024-12-31'],
  ['[2023-09..]', '2023-09-01', '9999-12-31'],
])('%s means %s to %s', (text, min, max) => {
  expect(edtfRange(text)).toEqual({ min, max });
});

// an impossible day that slips in would make every comparison with it wrong
test.each(['2023-02-29', '2023-13', '2023-00', '2023-04-31', '23', 'najaar 2023', '[..]', '[2024..2023]', '2023-25', '2023-37', ''])(
  '%s is no date',
  (text) => {
    expect(edtfRange(text)).toBeNull();
  },
);

test('an end before the start only when it cannot be otherwise', () => {
  expect(endsBeforeStart('2023-10-12', '2023-10')).toBe(false);
  expect(endsBeforeStart('2023-10-12', '2023-09')).toBe(true);
  expect(endsBeforeStart('2023', '2023-01-01')).toBe(false);
  expect(endsBeforeStart(null, '1999')).toBe(false);
  expect(endsBeforeStart('2023', '..')).toBe(false);
  expect(endsBeforeStart('2023', null)).toBe(false);
});

test('an unknown end may be any day from the start; an open end is not before the last day', () => {
  expect(bounds('2023-05', null)).toEqual({ startMin: '2023-05-01', startMax: '2023-05-31', endMin: '2023-05-01', endMax: '9999-12-31' });
  expect(bounds('2023-05', '..').endMin).toBe('9999-12-31');
});

test('a school year starts on 1 August', () => {
  expect(schoolYearOf('2024-07-31')).toBe('2023-2024');
  expect(schoolYearOf('2024-08-01')).toBe('2024-2025');
});
