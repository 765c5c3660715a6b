import { describe, expect, it } from 'vitest';
import { alike, foldName, isOneOff } from './alike.ts';

describe('foldName', () => {
  it('takes capitals, accents, signs and the order of words away', () => {
    expect(foldName('Vries, Jan de')).toBe(foldName('Ján de VRIES'));
  });
});

describe('isOneOff', () => {
  it.each([
    ['anneke', 'aneke', true],
    ['anneke', 'annieke', true],
    ['anneke', 'annekeq', true],
    ['janneke', 'jannkee', true],
    ['jansen', 'jongen', false],
    ['a', 'a', false],
  ])('%s and %s: %s', (a, b, expected) => expect(isOneOff(a, b)).toBe(expected));
});

describe('alike', () => {
  // catches: a list of roles with numbers in which everyone is taken for everyone
  it('never takes numbers or single letters for a slip of the pen', () => {
    expect(alike(['Leraar 5', 'Leraar 6', 'Leraar 15', 'Docent A', 'Docent B', 'PLG2', 'PLG3 ', 'Groep 7b', 'Groep 7c'])).toEqual([]);
  });
  it('finds the same name and one letter off, and says which', () => {
    expect(alike(['Anneke Bos', 'Bos, Anneke', 'Aneke Bos'])).toEqual([
      [0, 1, 'name'],
      [0, 2, 'spelling'],
      [1, 2, 'spelling'],
    ]);
  });
  it('goes through ten thousand names at once', () => {
    const began = performance.now();
    alike(Array.from({ length: 10_000 }, (_, n) => `Deelnemer aan het netwerk ${String(n)}`));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
