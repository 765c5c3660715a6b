/** Words in the user's language. `t(($) => $.errors.locked, { file })`; a key that does not exist does not compile. */
import i18next from 'i18next';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';
import type { Words } from './words.ts';

export type { ErrorReason, Words } from './words.ts';
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Picks a text and fills in its `{{holes}}`; with `n` it picks between `key_one` and `key_other`. */
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
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: bundles[language] } },
    initAsync: false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  const translate = instance.t as unknown as (select: unknown, params?: object) => string;
  const words = bundles[language];
  // i18next is for what depends on a number; a case description says hundreds of things that do not, and to look those up is far quicker
  const say = (select: (words: Words) => string, params?: Readonly<Record<string, string | number>>): string => {
    const text = params?.count === undefined ? (select(words) as string | undefined) : undefined;
    if (text === undefined || params === undefined) return text ?? translate(select, params);
    return text.replace(hole, (_, name: string) => String(params[name] ?? ''));
  };
  return Object.assign(say, { language, words });
}

/** The words of one language. @example translator('nl')(($) => $.lists.standing.planned) // 'gepland' */
export function translator(language: Language): Translate {
  const t = made.get(language) ?? make(language);
  made.set(language, t);
  return t;
}
