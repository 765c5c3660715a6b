/** Half-known dates as people write them: 'okt 2024', 'najaar 2023', 'uiterlijk 2024', 'loopt door'. */
import type { Language } from '../i18n/index.ts';
import { edtfRange, OPEN_END } from './edtf.ts';

const months = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;
const longMonths = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;
const words = {
  nl: {
    seasons: ['voorjaar', 'zomer', 'najaar', 'winter'],
    quarter: (n: number, year: string) => `${n}e kwartaal ${year}`,
    about: 'rond',
    perhaps: 'misschien',
    latest: 'uiterlijk',
    earliest: 'op zijn vroegst',
    between: (a: string, b: string) => `tussen ${a} en ${b}`,
    schoolYear: 'schooljaar',
    open: 'loopt door',
    unknown: 'niet bekend',
  },
  en: {
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    quarter: (n: number, year: string) => `Q${n} ${year}`,
    about: 'about',
    perhaps: 'perhaps',
    latest: 'no later than',
    earliest: 'no earlier than',
    between: (a: string, b: string) => `between ${a} and ${b}`,
    schoolYear: 'school year',
    open: 'still going',
    unknown: 'not known',
  },
} as const;

function simple(text: string, language: Language): string {
  const sign = /[~?%]$/.exec(text)?.[0];
  const [year = '', part, day] = text.replace(/[~?%]$/, '').split('-');
  const number = Number(part);
  const w = words[language];
  let said: string = year;
  if (day !== undefined) said = `${Number(day)} ${months[language][number - 1]} ${year}`;
  else if (part !== undefined && number <= 12) said = `${months[language][number - 1]} ${year}`;
  else if (part !== undefined && number <= 24) said = `${w.seasons[number - 21]} ${year}`;
  else if (part !== undefined) said = w.quarter(number - 32, year);
  if (sign === undefined) return said;
  return `${sign === '?' ? w.perhaps : w.about} ${said}`;
}

/**
 * A half-known date in words; null is 'niet bekend', an open end 'loopt door'.
 * @example formatEdtf('2023-23', 'nl') // 'najaar 2023'
 * @example formatEdtf('[..2024-07]', 'nl') // 'uiterlijk jul 2024'
 */
export function formatEdtf(text: string | null, language: Language): string {
  const w = words[language];
  if (text === null) return w.unknown;
  if (text === OPEN_END) return w.open;
  const match = /^\[([^\].]*)\.\.([^\].]*)\]$/.exec(text);
  if (!match) return simple(text, language);
  const [from = '', to = ''] = match.slice(1);
  const school = /^(\d{4})-08$/.exec(from);
  if (school && to === `${Number(school[1]) + 1}-07`) return `${w.schoolYear} ${school[1]}-${Number(school[1]) + 1}`;
  if (from === '') return `${w.latest} ${simple(to, language)}`;
  if (to === '') return `${w.earliest} ${simple(from, language)}`;
  return w.between(simple(from, language), simple(to, language));
}

/** A day in full. @example formatDay('2025-03-12', 'nl') // '12 maart 2025' */
export function formatDay(day: string, language: Language): string {
  return `${Number(day.slice(8, 10))} ${longMonths[language][Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

const monthNumber = (text: string): number | null => {
  const plain = text.toLowerCase().replace('.', '');
  if (plain.length < 3) return null;
  for (const names of [longMonths.nl, longMonths.en]) {
    const index = names.findIndex((name) => name.toLowerCase().startsWith(plain));
    if (index >= 0) return index + 1;
  }
  return plain.startsWith('mrt') ? 3 : null;
};

const two = (value: number | string): string => String(value).padStart(2, '0');
const seasonCode: Record<string, number> = {
  voorjaar: 21,
  lente: 21,
  spring: 21,
  zomer: 22,
  summer: 22,
  najaar: 23,
  herfst: 23,
  autumn: 23,
  fall: 23,
  winter: 24,
};

/** One date as typed, without the words before it. */
function readSimple(text: string): string | null {
  let match = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/.exec(text);
  if (match) return `${match[3]}-${two(match[2] as string)}-${two(match[1] as string)}`;
  match = /^(\d{1,2})\s+([a-z.]+)\s+(\d{4})$/i.exec(text);
  if (match) {
    const month = monthNumber(match[2] as string);
    return month === null ? null : `${match[3]}-${two(month)}-${two(match[1] as string)}`;
  }
  match = /^([a-z.]+)\s+(\d{4})$/i.exec(text);
  if (match) {
    const season = seasonCode[(match[1] as string).toLowerCase()];
    const month = season ?? monthNumber(match[1] as string);
    return month === null ? null : `${match[2]}-${two(month)}`;
  }
  match = /^(?:q|k)?([1-4])(?:e|st|nd|rd|th)?\s*(?:kwartaal|quarter|q|k)?\s+(\d{4})$/i.exec(text);
  if (match) return `${match[2]}-${32 + Number(match[1])}`;
  match = /^(?:schooljaar|school year)?\s*(\d{4})\s*[-–/]\s*(\d{2}|\d{4})$/i.exec(text);
  if (match && Number((match[2] as string).slice(-2)) === (Number(match[1]) + 1) % 100) return `[${match[1]}-08..${Number(match[1]) + 1}-07]`;
  match = /^(\d{1,2})-(\d{4})$/.exec(text);
  if (match) return `${match[2]}-${two(match[1] as string)}`;
  return /^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$/.test(text) ? text : null;
}

const before: readonly (readonly [RegExp, (date: string) => string])[] = [
  [/^(uiterlijk|voor of in|no later than|at the latest|by)\s+/i, (date) => `[..${date}]`],
  [/^(op zijn vroegst|niet eerder dan|vanaf|no earlier than|from)\s+/i, (date) => `[${date}..]`],
  [/^(rond|ongeveer|circa|ca\.?|about|around)\s+/i, (date) => `${date}~`],
  [/^(misschien|mogelijk|perhaps|maybe)\s+/i, (date) => `${date}?`],
];

/**
 * What someone typed as a half-known date in EDTF; its own notation is read too.
 * @returns null when it cannot be read; whether it is a real date `edtfRange` tells
 * @example readDate('najaar 2024') // '2024-23'
 * @example readDate('12-10-2024') // '2024-10-12'
 * @example readDate('loopt door') // '..'
 */
export function readDate(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === OPEN_END || /^(loopt( nog)? door|still going|nu|now)$/i.test(text)) return OPEN_END;
  if (/^\[.*\.\..*\]$/.test(text)) return text;
  for (const [word, wrap] of before) {
    if (!word.test(text)) continue;
    const date = readSimple(text.replace(word, ''));
    return date === null || date.startsWith('[') ? date : wrap(date);
  }
  const range = /^(?:tussen|between)\s+(.+?)\s+(?:en|and)\s+(.+)$/i.exec(text);
  if (range) {
    const [from, to] = [readSimple(range[1] as string), readSimple(range[2] as string)];
    return from === null || to === null ? null : `[${from}..${to}]`;
  }
  return readSimple(text);
}

/**
 * A day as typed; of a month or a year the last day, for that is what 'as of 2024' means.
 * @example readDay('2024') // '2024-12-31'
 */
export function readDay(typed: string): string | null {
  const date = readDate(typed);
  const range = date === null ? null : edtfRange(date);
  return range && range.max < '9999' ? range.max : null;
}
