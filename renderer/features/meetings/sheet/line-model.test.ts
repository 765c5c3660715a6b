import { describe, expect, test } from 'vitest';
import { readSpan, spanWords } from './clock-span.ts';
import { askedIn, offersFor, readLine } from './line-model.ts';

const people = ['Leraar 1', 'Leraar 12', 'Procesbegeleider 4'].map((name) => ({ id: name, name }));
const objects = ['Praatplaat woordenschat', 'Kijkwijzer'].map((name) => ({ id: name, name }));
const read = (text: string) => readLine(text, people, objects, '2025-03-06');
const offered = (text: string) => offersFor(askedIn(text), people, objects).map(({ name }) => name);

describe('a line', () => {
  test.each([
    ['  ', null],
    ['!', null],
    ['@Leraar 1', null],
    ['! De plaat gaat mee.', { type: 'decision', text: 'De plaat gaat mee.' }],
    ['Map maken', { type: 'action', text: 'Map maken', personId: null, due: null }],
    ['Map maken @leraar 12', { type: 'action', text: 'Map maken', personId: 'Leraar 12', due: null }],
    ['Map maken @Leraar 1 voor 14 maart', { type: 'action', text: 'Map maken', personId: 'Leraar 1', due: '2025-03-14' }],
    ['Map maken voor 1 feb @Leraar 1', { type: 'action', text: 'Map maken voor 1 feb', personId: 'Leraar 1', due: null }],
    ['Map maken uiterlijk 1 februari', { type: 'action', text: 'Map maken', personId: null, due: '2026-02-01' }],
    ['Map maken voor 14-3', { type: 'action', text: 'Map maken', personId: null, due: '2025-03-14' }],
    ['Map maken voor mei 2025', { type: 'action', text: 'Map maken', personId: null, due: '2025-05' }],
    // catches: words that only look like a date or a name, and go missing
    ['Plan maken voor groep 4', { type: 'action', text: 'Plan maken voor groep 4', personId: null, due: null }],
    ['Mail naar a@b.nl', { type: 'action', text: 'Mail naar a@b.nl', personId: null, due: null }],
    ['Bellen met @Iemand', { type: 'action', text: 'Bellen met @Iemand', personId: null, due: null }],
    ['@Leraar 1 belt de school', { type: 'action', text: 'belt de school', personId: 'Leraar 1', due: null }],
    ['# kijkwijzer', { type: 'object', name: 'kijkwijzer', yieldId: 'Kijkwijzer' }],
    ['#Nieuwe poster', { type: 'object', name: 'Nieuwe poster', yieldId: null }],
  ] as const)('%s', (text, line) => expect(read(text)).toEqual(line));

  test('offers names until one stands there in full', () => {
    expect(offered('Map @')).toEqual(['Leraar 1', 'Leraar 12', 'Procesbegeleider 4']);
    expect(offered('Map @lera')).toEqual(['Leraar 1', 'Leraar 12']);
    expect(offered('Map @begel')).toEqual(['Procesbegeleider 4']);
    expect(offered('Map @Leraar 1')).toEqual([]);
    expect(offered('Map @Leraar 1 voor 3 mei')).toEqual([]);
    expect(offered('#woord')).toEqual(['Praatplaat woordenschat']);
    expect(offered('! besluit over @le')).toEqual([]);
  });
});

test.each([
  ['15.30 – 17.00', { time: '15:30', minutes: 90 }],
  ['15:30-17', { time: '15:30', minutes: 90 }],
  ['9 tot 10.15 uur', { time: '09:00', minutes: 75 }],
  ['1530', { time: '15:30', minutes: 45 }],
  ['23.00 - 1.00', { time: '23:00', minutes: 120 }],
  ['', { time: null, minutes: null }],
  ['25.00', undefined],
  ['half vier', undefined],
  ['15.30 - 15.30', undefined],
] as const)('the time %s', (typed, span) => expect(readSpan(typed, { time: '10:00', minutes: 45 })).toEqual(span));

test('a time in words', () => {
  expect(spanWords({ time: '15:30', minutes: 90 }, 'nl')).toBe('15.30 – 17.00');
  expect(spanWords({ time: '15:30', minutes: null }, 'en')).toBe('15:30');
  expect(spanWords({ time: null, minutes: 90 }, 'nl')).toBe('');
});
