/** Width of text in the bundled font, without a browser: a drawing must come out the same in a window and on the command line. */
import { fontWidths } from './font-widths.generated.ts';

export type Weight = 400 | 500 | 600;

/** Width of a sign that the table does not have, in thousandths of the size. */
const unknown = 600;
/** An astral or wide (East Asian, emoji) sign takes a full square. */
const wide = 1000;
/** Per weight, so that looking up needs no new text. */
const caches: Readonly<Record<Weight, Map<string, number>>> = { 400: new Map(), 500: new Map(), 600: new Map() };
const CACHE_LIMIT = 20_000;

function measure(text: string, weight: Weight): number {
  const table = fontWidths[weight] as Readonly<Record<number, number>>;
  let sum = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    sum += table[code] ?? (code >= 0x300 && code <= 0x36f ? 0 : code >= 0x2e80 ? wide : unknown);
  }
  return sum;
}

/**
 * Width of one line of text in IBM Plex Sans.
 * @param size font size in px
 * @returns px, without kerning (kerning only makes it narrower)
 * @example textWidth('000', 10, 400) // 18
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const cache = caches[weight];
  let units = cache.get(text);
  if (units === undefined) {
    units = measure(text, weight);
    if (cache.size > CACHE_LIMIT) cache.clear();
    cache.set(text, units);
  }
  return (units * size) / 1000;
}
