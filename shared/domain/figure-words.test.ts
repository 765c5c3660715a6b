import { expect, test } from 'vitest';
import { translator } from '../i18n/index.ts';
import { type FigureParts, figureWords } from './figure-words.ts';

const none: FigureParts = {
  state: 'value',
  low: null,
  high: null,
  about: false,
  moreThan: false,
  almost: false,
  unit: null,
  per: null,
  period: null,
  outOf: null,
  basedOn: null,
  text: null,
};
const said = (parts: Partial<FigureParts>, language: 'nl' | 'en' = 'nl'): string => figureWords(translator(language), { ...none, ...parts });

test.each<[string, Partial<FigureParts>]>([
  ['van 175 tot 4813 bezoekers per video', { low: 175, high: 4813, unit: 'bezoekers', per: 'video' }],
  ['bijna 1000 bezoekers (hele congres)', { low: 1000, high: 1000, almost: true, unit: 'bezoekers', text: 'hele congres' }],
  ['meer dan 100 deelnemers', { low: 100, moreThan: true, unit: 'deelnemers' }],
  ['ongeveer 40 tot 50 bedrijven', { low: 40, high: 50, about: true, unit: 'bedrijven' }],
  ['6,1 uit 10', { low: 6.1, high: 6.1, outOf: 10 }],
  ['4,8 uit 5 (op basis van 555)', { low: 4.8, high: 4.8, outOf: 5, basedOn: 555 }],
  ['1961 downloads (maart 2024 – november 2025)', { low: 1961, high: 1961, unit: 'downloads', period: 'maart 2024 – november 2025' }],
  ['12.345 views', { low: 12_345, high: 12_345, unit: 'views' }],
  ['minstens 5 scholen', { low: 5, unit: 'scholen' }],
  ['hoogstens 5 scholen', { high: 5, unit: 'scholen' }],
  ['0', { low: 0, high: 0 }],
  ['Vol', { text: 'Vol' }],
])('%s', (words, parts) => expect(said(parts)).toBe(words));

test('why there is no number is three things, and a value without number or words is not known', () => {
  expect(said({ state: 'unknown', low: 5 })).toBe('niet bekend');
  expect(said({ state: 'notApplicable' })).toBe('n.v.t.');
  expect(said({ state: 'notFilledIn' })).toBe('leeg');
  expect(said({})).toBe('niet bekend');
});

test('English has its own signs', () => {
  expect(said({ low: 6.1, high: 6.1, outOf: 10 }, 'en')).toBe('6.1 out of 10');
  expect(said({ low: 12_345, high: 20_000, unit: 'views' }, 'en')).toBe('from 12,345 to 20,000 views');
});
