/** Words in the user's language. `t(($) => $.errors.locked, { file })`; a key that does not exist does not compile. */
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';
import type { Words } from './words.ts';

export type { ErrorReason, Words } from './words.ts';
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Picks a text and fills in its `{{holes}}`. What is one or more has two texts: `counted` picks between them. */
export interface Translate {
  (select: (words: Words) => string, params?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
  /** All words as they stand, for lists that are walked through. */
  readonly words: Words;
}

const bundles: { readonly [L in Language]: Words } = { nl, en };
/** British dates and numbers: the tag 'en' alone would give American ones. */
export const locales: { readonly [L in Language]: string } = { nl: 'nl-NL', en: 'en-GB' };

const hole = /\{\{(\w+)\}\}/g;
const made = new Map<Language, Translate>();

function make(language: Language): Translate {
  const words = bundles[language];
  const say = (select: (words: Words) => string, params?: Readonly<Record<string, string | number>>): string => {
    // a value that someone added to a list has no word here
    const text = (select(words) as string | undefined) ?? '';
    return params === undefined ? text : text.replace(hole, (_, name: string) => String(params[name] ?? ''));
  };
  return Object.assign(say, { language, words });
}

/** The words of one language. @example translator('nl')(($) => $.lists.standing.planned) // 'gepland' */
export function translator(language: Language): Translate {
  const t = made.get(language) ?? make(language);
  made.set(language, t);
  return t;
}

/** One or more. @example counted(t, ($) => $.app.count.teams, 3) // '3 teams' */
export function counted(
  t: Translate,
  select: (words: Words) => { readonly one: string; readonly other: string },
  count: number,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return t(count === 1 ? (words) => select(words).one : (words) => select(words).other, { ...params, count });
}
