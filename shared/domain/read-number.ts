/** A number as people write it. What can be two numbers is a question, never one of the two. */
import type { Language } from '../i18n/index.ts';

export type ReadNumber = { readonly value: number } | { readonly wrong: 'number' | 'ambiguous' };

/** Three figures behind one sign: thousands to one, thousandths to another. What begins with 0 can only be the last. */
const doubtful = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const dutchThousands = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const englishThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const spacedThousands = /^[+-]?\d{1,3}([ '’]\d{3})+([.,]\d+)?$/;
const plain = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * '1.234' is 1234 to who reads Dutch; '1,234' is nowhere sure, and '1.234' not in English.
 * @example readNumber('1.234,5', 'nl') // { value: 1234.5 }
 * @example readNumber('1,234', 'nl') // { wrong: 'ambiguous' }
 */
export function readNumber(given: string, language: Language): ReadNumber {
  const text = given
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace('\u2212', '-');
  if (doubtful.test(text) && !(language === 'nl' && text.includes('.'))) return { wrong: 'ambiguous' };
  const isDutch = dutchThousands.test(text) && !/^[+-]?0\./.test(text);
  if (isDutch) return { value: Number(text.replaceAll('.', '').replace(',', '.')) };
  if (englishThousands.test(text) && !/^[+-]?0,/.test(text)) return { value: Number(text.replaceAll(',', '')) };
  if (spacedThousands.test(text)) return { value: Number(text.replace(/[ '’]/g, '').replace(',', '.')) };
  return plain.test(text) ? { value: Number(text.replace(',', '.')) } : { wrong: 'number' };
}

/** What to type in the place of a number that can be two. @example bothWays('1,234', 'nl') // { whole: '1234', part: '1,2340' } */
export function bothWays(text: string, language: Language): { readonly whole: string; readonly part: string } {
  const bare = text.trim().replace('.', ',');
  return { whole: bare.replace(',', ''), part: `${language === 'nl' ? bare : bare.replace(',', '.')}0` };
}
