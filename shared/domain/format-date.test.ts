import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edtfRange } from './edtf.ts';
import { formatDay, formatEdtf, readDate, readDay } from './format-date.ts';

test.each([
  ['najaar 2024', '2024-23'],
  ['okt 2024', '2024-10'],
  ['12-10-2024', '2024-10-12'],
  ['12 maart 2025', '2025-03-12'],
  ['12 mrt 2025', '2025-03-12'],
  ['2024', '2024'],
  ['rond 2016', '2016~'],
  ['uiterlijk 2024', '[..2024]'],
  ['vanaf sep 2023', '[2023-09..]'],
  ['2023-2024', '[2023-08..2024-07]'],
  ['schooljaar 2023/24', '[2023-08..2024-07]'],
  ['tussen sep 2023 en jan 2024', '[2023-09..2024-01]'],
  ['2e kwartaal 2024', '2024-34'],
  ['loopt door', '..'],
])('reads %s as %s', (typed, edtf) => {
  expect(readDate(typed)).toBe(edtf);
});

test.each(['binnenkort', 'voor de zomer', '12 flut 2024', '2023-2026'])('does not guess at %s', (typed) => {
  expect(readDate(typed)).toBeNull();
});

// a date that is shown and typed again must stay the same, else opening and leaving a field changes data
test('what is shown can be typed back, in both languages', () => {
  const year = fc.integer({ min: 1900, max: 2099 }).map(String);
  const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'));
  const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, '0'));
  const plain = fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join('-')),
    fc.tuple(year, month, day).map((parts) => parts.join('-')),
    fc.tuple(year, fc.constantFrom('21', '22', '23', '24', '33', '34', '35', '36')).map((parts) => parts.join('-')),
  );
  const dates = fc.oneof(
    plain,
    plain.map((text) => `${text}~`),
    plain.map((text) => `${text}?`),
    plain.map((text) => `[..${text}]`),
    plain.map((text) => `[${text}..]`),
    year.map((text) => `[${text}-08..${Number(text) + 1}-07]`),
  );
  fc.assert(
    fc.property(dates, fc.constantFrom('nl' as const, 'en' as const), (edtf, language) => {
      fc.pre(edtfRange(edtf) !== null);
      expect(readDate(formatEdtf(edtf, language))).toBe(edtf);
    }),
    { numRuns: 400 },
  );
});

test('unknown and still going are told apart', () => {
  expect(formatEdtf(null, 'nl')).toBe('niet bekend');
  expect(formatEdtf('..', 'nl')).toBe('loopt door');
  expect(formatDay('2025-03-12', 'nl')).toBe('12 maart 2025');
  expect(formatDay('2025-03-12', 'en')).toBe('12 March 2025');
});

// catches: 'as of 2024' read as its first day, and an end that never comes read as a day
test.each([
  ['2024', '2024-12-31'],
  ['feb 2024', '2024-02-29'],
  ['12-10-2024', '2024-10-12'],
  ['loopt door', null],
  ['ooit', null],
])('%s as a day is %s', (typed, day) => expect(readDay(typed)).toBe(day));
