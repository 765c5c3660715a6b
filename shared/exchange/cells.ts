/** Values of fields as words in a cell, and the other way: what is written here is read back as the same value. */
import { addDays, edtfRange, isDay, OPEN_END } from '../domain/edtf.ts';
import { formatEdtf, readDate } from '../domain/format-date.ts';
import type { OpenListName } from '../domain/lists.ts';
import { readNumber } from '../domain/read-number.ts';
import { type Language, languages, type Translate, translator } from '../i18n/index.ts';
import type { FieldType, ListWord } from './field-types.ts';
import { type Cell, isBlank } from './table.ts';

/** A word that the user added to an open list. */
export interface OwnWord {
  readonly id: string;
  readonly list: string;
  readonly labelNl: string;
  readonly labelEn: string | null;
}

/** Case, accents and spaces do not tell words apart. @example fold(' Éérste  Hulp ') // 'eerste hulp' */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.,'’"“”()/_–-]+/g, ' ')
    .trim()
    .toLowerCase();

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', 'x', '1']);
const no = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0']);

/** Several values in a cell: '; ' between them, or a line each where a value has a semicolon of its own. */
export function joinTexts(values: readonly string[]): string {
  if (!values.some((value) => value.includes(';'))) return values.join('; ');
  return `${values.join('\n')}\n`;
}
/** @example splitTexts('a; b') // ['a', 'b'] */
export const splitTexts = (text: string): readonly string[] =>
  text
    .split(text.includes('\n') ? '\n' : ';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const wordsOf = (language: Language, list: ListWord | OpenListName): Readonly<Record<string, string>> => translator(language).words.lists[list];

/** The value that a word stands for: in the language of the screen, else in another one, else the value itself. */
function valueOfWord(text: string, list: ListWord | OpenListName, language: Language): string | null {
  for (const tried of [language, ...languages.filter((other) => other !== language)])
    for (const [value, word] of Object.entries(wordsOf(tried, list))) if (fold(word) === fold(text)) return value;
  const codes = Object.keys(wordsOf(language, list));
  return codes.find((code) => code.toLowerCase() === text.trim().toLowerCase()) ?? null;
}

/** The value of an open list that a word stands for; words of the user go last. */
function openValue(text: string, list: OpenListName, language: Language, own: readonly OwnWord[]): string | null {
  const mine = own.filter((word) => word.list === list);
  const trimmed = text.trim();
  const byId = mine.find((word) => word.id === trimmed);
  return (
    byId?.id ??
    valueOfWord(text, list, language) ??
    mine.find((word) => fold(word.labelNl) === fold(text) || (word.labelEn !== null && fold(word.labelEn) === fold(text)))?.id ??
    null
  );
}

function dateCell(edtf: string, language: Language): string {
  const words = formatEdtf(edtf, language);
  return readDate(words) === edtf ? words : edtf;
}

/** @param fallback what the field has when nothing is said: where that is something, nothing has to be said in words */
export function cellOf(value: unknown, type: FieldType, t: Translate, own: readonly OwnWord[], fallback: unknown): Cell {
  if (value === null || value === undefined) return type.type === 'date' && fallback !== null ? formatEdtf(null, t.language) : null;
  switch (type.type) {
    case 'flag':
      return t.words.lists.yesNoUnknown[value === true ? 'yes' : 'no'];
    case 'number':
      return value as number;
    case 'date':
      return dateCell(value as string, t.language);
    case 'texts':
      return joinTexts(value as string[]) || null;
    case 'list': {
      const words = wordsOf(t.language, type.list);
      return (
        [value]
          .flat()
          .map((item) => words[item as string] ?? String(item))
          .join('; ') || null
      );
    }
    case 'open': {
      const words = wordsOf(t.language, type.list);
      // a value of one's own may be called like something that every object has
      const known = Object.hasOwn(words, value as string) ? words[value as string] : undefined;
      const label = known ?? own.find((word) => word.id === value)?.labelNl ?? String(value);
      return openValue(label, type.list, t.language, own) === value ? label : String(value);
    }
    default:
      return String(value) || null;
  }
}

/** What a cell says, or why it cannot be read: `word` is a key of the words for reasons. */
export type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'date' | 'number' | 'twoNumbers' | 'flag' | 'list' | 'day' };

const said = (value: unknown): Reading => ({ ok: true, value });
const refused = (reason: 'date' | 'number' | 'twoNumbers' | 'flag' | 'list' | 'day'): Reading => ({ ok: false, reason });

/** A day as Excel counts it, where the sheet shows a bare number. @example serialDate(45363) // '2024-03-12' */
const serialDate = (value: number): string | null => (value >= 10_000 && value < 100_000 ? addDays('1899-12-30', Math.floor(value)) : null);

/** 'okt-24', which is what Excel makes of 'okt 2024' on its way through a text file. */
const shortMonth = /^([a-z]{3,9})\.?[-' ](\d{2})$/i;

function readDateCell(cell: Cell): Reading {
  if (typeof cell === 'number') {
    const text = Number.isInteger(cell) && cell >= 1000 && cell < 10_000 ? String(cell) : serialDate(cell);
    return text === null ? refused('date') : said(text);
  }
  const typed = String(cell)
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1');
  if (/^(niet bekend|onbekend|not known|unknown|\?)$/i.test(typed)) return said(null);
  const text = readDate(shortMonth.test(typed) ? typed.replace(shortMonth, '$1 20$2') : typed.replace(/^(begin|per|sinds|since)\s+/i, ''));
  return text !== null && (text === OPEN_END || edtfRange(text) !== null) ? said(text) : refused('date');
}

function readNumberCell(cell: Cell, language: Language): Reading {
  if (typeof cell === 'number') return said(cell);
  const read = readNumber(String(cell), language);
  return 'value' in read ? said(read.value) : refused(read.wrong === 'number' ? 'number' : 'twoNumbers');
}

function readFlag(cell: Cell): Reading {
  const word = fold(String(cell));
  if (yes.has(word)) return said(true);
  return no.has(word) ? said(false) : refused('flag');
}

/**
 * Reads a cell that is not blank. References and ends of relations are names, and read by whoever knows those.
 * @example readCell('12-3-2024', { type: 'date' }, 'nl', []) // { ok: true, value: '2024-03-12' }
 */
export function readCell(cell: Cell, type: FieldType, language: Language, own: readonly OwnWord[]): Reading {
  switch (type.type) {
    case 'flag':
      return readFlag(cell);
    case 'number':
      return readNumberCell(cell, language);
    case 'date':
      return readDateCell(cell);
    case 'day':
      return typeof cell === 'string' && isDay(readDate(cell) ?? '') ? said(readDate(cell)) : refused('day');
    case 'texts':
      return said(splitTexts(String(cell)));
    case 'list': {
      const values = (
        type.several
          ? String(cell)
              .split(/[;,\n]/)
              .filter((part) => part.trim() !== '')
          : [String(cell)]
      ).map((text) => valueOfWord(text, type.list, language));
      if (values.includes(null)) return refused('list');
      return said(type.several ? values : values[0]);
    }
    case 'open': {
      const value = openValue(String(cell), type.list, language, own);
      return value === null ? refused('list') : said(value);
    }
    default:
      return isBlank(cell) ? said(null) : said(String(cell));
  }
}
