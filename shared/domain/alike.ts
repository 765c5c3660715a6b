/** Which names may be of one person or organisation. A question, never an answer. */

/** A name without capitals, accents, signs, and in whatever order. @example foldName('Vries, Jan de') // 'de jan vries' */
export function foldName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

/** Numbers and single letters tell people apart: 'Leraar 5' is not 'Leraar 6', 'Docent A' not 'Docent B'. */
const tellsApart = (folded: string): string =>
  (folded.match(/(?<![\p{L}\p{N}])(?:\p{L}|[\p{L}]*\p{N}[\p{L}\p{N}]*)(?![\p{L}\p{N}])/gu) ?? []).join(' ');

/** Fewer letters than this, and one letter makes another name. */
const SHORTEST = 6;

/** The text itself and the text with one sign left out: two that share one of these differ in one sign, or two that changed places. */
function* nearly(text: string): Iterable<string> {
  yield text;
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1);
}

/** Whether one sign more, less or other, or two neighbours that changed places, make one of the other. */
export function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''));
}

/**
 * Pairs of places in a list whose names are alike: the same when folded, or one letter off.
 * Takes time in proportion to the letters, not to the square of the names.
 * @example [...alike(['Anneke Bos', 'Leraar 5', 'Aneke Bos', 'Leraar 6'])] // [[0, 2, 'spelling']]
 */
export function alike(names: readonly string[]): (readonly [number, number, 'name' | 'spelling'])[] {
  const folded = names.map(foldName);
  const apart = folded.map(tellsApart);
  const near = new Map<string, number[]>();
  const found = new Map<string, readonly [number, number, 'name' | 'spelling']>();
  for (const [at, name] of folded.entries()) {
    if (name === '') continue;
    const keys = name.length < SHORTEST ? [name] : new Set(nearly(name));
    for (const key of keys) {
      const others = near.get(key);
      if (!others) {
        near.set(key, [at]);
        continue;
      }
      for (const other of others) {
        const same = folded[other] === name;
        if (same || (apart[other] === apart[at] && isOneOff(folded[other] as string, name)))
          found.set(`${other} ${at}`, [other, at, same ? 'name' : 'spelling']);
      }
      others.push(at);
    }
  }
  return [...found.values()];
}
