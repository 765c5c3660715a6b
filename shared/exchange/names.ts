/** Names of people and things as lists write them: 'Vries, Jan de', 'JAN DE VRIES', 'J. de Vries'. */
import { fold } from './cells.ts';

/** @example readableName('Vries, Jan de') // 'Jan de Vries' */
export function readableName(name: string): string {
  const match = /^([^,\d]+),\s*([^,\d]+)$/.exec(name.trim());
  return match ? `${(match[2] as string).trim()} ${(match[1] as string).trim()}` : name.trim();
}

/** What two spellings of one name have in common. @example nameKey('Vries, Jan de') === nameKey('jan de Vriés') // true */
export const nameKey = (name: string): string => fold(readableName(name));

/** Letters to add, leave out, change or swap to make one text of another; more than `most` is not counted on. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_none, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}

const digits = (key: string): string => key.replace(/\D+/g, ' ').trim();
const initialOf = (key: string): string => {
  const [first = '', ...rest] = key.split(' ');
  return rest.length === 0 ? '' : `${first[0]} ${rest.join(' ')}`;
};
const hasInitial = (key: string): boolean => /^\p{L}( \p{L})* \p{L}{2,}/u.test(key);

/**
 * Whether two folded names may be one name written in two ways. Numbers tell apart: 'leraar 2' is not 'leraar 3'.
 * @example isClose('jan jansen', 'jan janssen') // true
 */
export function isClose(a: string, b: string): boolean {
  if (a === b || digits(a) !== digits(b)) return false;
  if (initialOf(a) !== '' && initialOf(a) === initialOf(b) && hasInitial(a) !== hasInitial(b)) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < 4) return false;
  const most = shortest >= 12 ? 2 : 1;
  return distance(a, b, most) <= most;
}

/**
 * Where names meet that may be one: all words but one are the same, and of that one the first or the last letter. Numbers
 * are never that one word. It keeps looking fast among tens of thousands, where comparing each with each would take hours.
 */
function roadsOf(key: string): readonly string[] {
  const words = key.split(' ');
  const roads = [key.replaceAll(' ', '')];
  if (initialOf(key) !== '') roads.push(`initial ${initialOf(key)}`);
  for (const [at, word] of words.entries()) {
    if (/\d/.test(word)) continue;
    for (const kept of [`${word[0]}*`, `*${word.at(-1)}`]) roads.push(words.with(at, kept).join(' '));
  }
  return roads;
}

/** Names by how they are spelt: finds equal ones, and ones that are close. */
export class NameIndex {
  readonly #equal = new Map<string, Set<string>>();
  readonly #near = new Map<string, Set<string>>();

  add(key: string, id: string): void {
    if (key === '') return;
    const ids = this.#equal.get(key);
    if (ids) {
      ids.add(id);
      return;
    }
    this.#equal.set(key, new Set([id]));
    for (const road of roadsOf(key)) this.#near.set(road, (this.#near.get(road) ?? new Set()).add(key));
  }

  remove(key: string, id: string): void {
    const ids = this.#equal.get(key);
    if (!ids?.delete(id) || ids.size > 0) return;
    this.#equal.delete(key);
    for (const road of roadsOf(key)) this.#near.get(road)?.delete(key);
  }

  equal(key: string): readonly string[] {
    return [...(this.#equal.get(key) ?? [])];
  }

  /** Ids under a name that is close but not equal. */
  close(key: string): readonly string[] {
    const keys = new Set(roadsOf(key).flatMap((road) => [...(this.#near.get(road) ?? [])]));
    return [...keys].filter((other) => isClose(key, other)).flatMap((other) => this.equal(other));
  }
}
