/** The words of the screen in the language of the settings, and the ways to write dates, times and counts in it. */
import { createContext, type ReactNode, use } from 'react';
import { formatDay, formatEdtf } from '../../shared/domain/format-date.ts';
import type { Count } from '../../shared/domain/presence.ts';
import { type Language, locales, type Translate, translator } from '../../shared/i18n/index.ts';

export { counted } from '../../shared/i18n/index.ts';

const LanguageContext = createContext<Language>('nl');

export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** `t(($) => $.app.rooms.teams)` in the language of the settings. */
export const useT = (): Translate => translator(use(LanguageContext));

export interface Format {
  /** A half-known date: 'najaar 2024', 'niet bekend', 'loopt door'. */
  readonly date: (text: string | null) => string;
  readonly day: (text: string) => string;
  readonly time: (at: number | string) => string;
  readonly dateTime: (at: number | string) => string;
  readonly number: (value: number) => string;
  /** '12', '12 en misschien 2' */
  readonly count: (count: Count) => string;
  /** 'po, vo en mbo' */
  readonly list: (items: readonly string[]) => string;
  readonly compare: (a: string, b: string) => number;
}

const made = new Map<Language, Format>();

function make(language: Language): Format {
  const locale = locales[language];
  const t = translator(language);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const both = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const numbers = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const point = (text: string) => (language === 'nl' ? text.replace(/(\d{2}):(\d{2})/, '$1.$2') : text);
  return {
    date: (text) => formatEdtf(text, language),
    day: (text) => formatDay(text, language),
    time: (at) => point(clock.format(new Date(at))),
    dateTime: (at) => point(both.format(new Date(at))),
    number: (value) => numbers.format(value),
    count: ({ yes, perhaps }) => (perhaps === 0 ? numbers.format(yes) : t(($) => $.app.count.perhaps, { yes, perhaps })),
    list: (items) => list.format(items),
    compare: collator.compare,
  };
}

export function useFormat(): Format {
  const language = use(LanguageContext);
  const format = made.get(language) ?? make(language);
  made.set(language, format);
  return format;
}

/** First letter as a capital; names of kinds stand in lower case in the lists. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @example kindsCounted(t, format, [{ kind: 'membership', count: 3 }, { kind: 'otherName', count: 1 }]) // ['3 deelnames', '1 andere naam'] */
export function kindsCounted(t: Translate, format: Format, counts: readonly { readonly kind: string; readonly count: number }[]): string[] {
  return counts.map(({ kind, count }) => {
    const words = t.words.lists[count === 1 ? 'entityKind' : 'entityKinds'] as Record<string, string>;
    return `${format.number(count)} ${words[kind] ?? kind}`;
  });
}

/** Fills the holes of a text that was looked up by a name. @example fill('{{n}} van 3', { n: 2 }) // '2 van 3' */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(params[name] ?? ''));
