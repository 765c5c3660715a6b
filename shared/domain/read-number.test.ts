import { expect, test } from 'vitest';
import { bothWays, readNumber } from './read-number.ts';

// catches: a reach of 1234 people that is noted as one, or the other way round
test.each([
  ['1.234', 'nl', 1234],
  ['1,234', 'nl', 'ambiguous'],
  ['1.234', 'en', 'ambiguous'],
  ['1,234', 'en', 'ambiguous'],
  ['-1,234', 'nl', 'ambiguous'],
  ['1.234,5', 'nl', 1234.5],
  ['1.234,567', 'nl', 1234.567],
  ['1,234.5', 'nl', 1234.5],
  ['1,234,567', 'nl', 1234567],
  ['1.234.567', 'en', 1234567],
  ['1 234', 'nl', 1234],
  ['1\u00a0234,5', 'nl', 1234.5],
  ['12,5', 'nl', 12.5],
  ['12.5', 'nl', 12.5],
  ['0,123', 'nl', 0.123],
  ['0.123', 'nl', 0.123],
  ['1,2340', 'nl', 1.234],
  ['1234,567', 'nl', 1234.567],
  ['1234', 'en', 1234],
  ['\u22124', 'nl', -4],
  [',5', 'nl', 0.5],
  ['1.23.4', 'nl', 'number'],
  ['1,23,4', 'nl', 'number'],
  ['12,34.5', 'nl', 'number'],
  ['veel', 'nl', 'number'],
  ['1e3', 'nl', 'number'],
  ['0x10', 'nl', 'number'],
  ['', 'nl', 'number'],
  ['.', 'nl', 'number'],
] as const)('%s in %s', (text, language, wanted) => {
  expect(readNumber(text, language)).toEqual(typeof wanted === 'number' ? { value: wanted } : { wrong: wanted });
});

test('what is typed in its place is sure', () => {
  for (const language of ['nl', 'en'] as const) {
    const { whole, part } = bothWays('1,234', language);
    expect([readNumber(whole, language), readNumber(part, language)]).toEqual([{ value: 1234 }, { value: 1.234 }]);
  }
});
