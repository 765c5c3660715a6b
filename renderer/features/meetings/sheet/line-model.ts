/** One line of what was agreed, as it is typed: an action, '!' a decision, '#' something on the table; '@' says who, 'voor …' by when. */
import { edtfRange, isDay } from '../../../../shared/domain/edtf.ts';
import { readDate } from '../../../../shared/domain/format-date.ts';

export interface Known {
  readonly id: string;
  readonly name: string;
}

export type Line =
  | { readonly type: 'decision'; readonly text: string }
  | { readonly type: 'action'; readonly text: string; readonly personId: string | null; readonly due: string | null }
  | { readonly type: 'object'; readonly name: string; readonly yieldId: string | null };

/** What is being chosen at the end of the line, and the words typed of it so far. */
export interface Asked {
  readonly what: 'person' | 'object';
  readonly typed: string;
  /** Where its sign stands in the line. */
  readonly at: number;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

export function askedIn(text: string): Asked | null {
  const start = text.trimStart();
  if (start.startsWith('#')) return { what: 'object', typed: start.slice(1).trimStart(), at: text.indexOf('#') };
  if (start.startsWith('!')) return null;
  const at = text.lastIndexOf('@');
  if (at < 0 || (at > 0 && !/\s/.test(text[at - 1] as string))) return null;
  return { what: 'person', typed: text.slice(at + 1), at };
}

/** Who or what begins with what was typed, then what has it in it; nothing once a name stands there in full. */
export function offersFor(asked: Asked | null, people: readonly Known[], objects: readonly Known[], most = 6): readonly Known[] {
  if (asked === null) return [];
  const typed = asked.typed.trim().toLowerCase();
  const all = asked.what === 'person' ? people : objects;
  // the name is there, and more may follow it: by when
  if (all.some(({ name }) => same(name, typed) || typed.startsWith(`${name.toLowerCase()} `))) return [];
  const rank = (name: string) => (name.toLowerCase().startsWith(typed) ? 0 : 1);
  return all
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .sort((a, b) => rank(a.name) - rank(b.name))
    .slice(0, most);
}

const dueWords = /(?:^|\s)(?:voor|uiterlijk|before|by)\s+(\S.*)$/i;

/** A date without a year is the first one from the day on. */
function readDue(typed: string, day: string): string | null {
  const own = readDate(typed);
  if (own !== null && edtfRange(own) !== null) return own;
  const year = Number(day.slice(0, 4));
  for (const next of [year, year + 1]) {
    const date = readDate(`${typed} ${next}`) ?? readDate(`${typed}-${next}`);
    if (date !== null && isDay(date) && date >= day) return date;
  }
  return null;
}

/**
 * @param day from which a date without a year is counted
 * @returns null when there is nothing to keep
 */
export function readLine(text: string, people: readonly Known[], objects: readonly Known[], day: string): Line | null {
  const typed = text.trim();
  if (typed.startsWith('!')) {
    const said = typed.slice(1).trim();
    return said === '' ? null : { type: 'decision', text: said };
  }
  if (typed.startsWith('#')) {
    const name = typed.slice(1).trim();
    return name === '' ? null : { type: 'object', name, yieldId: objects.find((one) => same(one.name, name))?.id ?? null };
  }
  const due = dueWords.exec(typed);
  const date = due === null ? null : readDue((due[1] as string).trim(), day);
  const rest = due !== null && date !== null ? typed.slice(0, due.index).trim() : typed;
  const named = askedIn(rest);
  // the longest name that stands there: 'Leraar 12' is not 'Leraar 1'
  const person = named
    ? people
        .filter(({ name }) => same(name, named.typed) || named.typed.toLowerCase().startsWith(`${name.toLowerCase()} `))
        .sort((a, b) => b.name.length - a.name.length)[0]
    : undefined;
  const said = named && person ? `${rest.slice(0, named.at)}${named.typed.slice(person.name.length).trim()}`.trim() : rest;
  return said === '' ? null : { type: 'action', text: said, personId: person?.id ?? null, due: date };
}
