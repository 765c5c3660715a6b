/** Breaking names over lines as a Dutch reader would: between words, else at a word part with a hyphen, never with an ellipsis. */
import { textWidth, type Weight } from './text-metrics.ts';

/** Word parts that a part of a compound often begins with; a break may stand before them. */
const starts =
  'adviseur|adviseurs|afdeling|akkoord|ambassadeur|ambtenaar|arrangement|assistent|begeleider|begeleiders|begeleiding|beheer|beleid|beraad|bestuur|bestuurder|bestuurders|bestuurs|bijeenkomst|commissie|coach|coaches|college|coördinator|coördinatoren|deelnemer|deskundige|didactiek|didacticus|directeur|directeuren|docent|docenten|expert|faciliteit|gemeenschap|gemeenschappen|generalist|gesprek|groep|groepen|hoofd|ingenieur|innovatie|inspecteur|instelling|instellingen|instituut|kamer|kenner|kern|kring|kringen|kunde|kundige|lab|laboratorium|leerkracht|leerkrachten|leerling|leerlingen|leider|leiders|leiding|leraar|leraren|lectoraat|lector|lid|leden|loket|maker|makers|manager|managers|materiaal|medewerker|medewerkers|meester|ministerie|netwerk|netwerken|omgeving|onderwijs|onderzoek|onderzoeker|onderzoekers|onderzoeks|ontwikkelaar|ontwikkelaars|ontwikkeling|opleider|opleiders|opleiding|opleidings|opdracht|organisatie|ouder|overleg|pakket|partner|partners|plaats|plaatsen|plan|praktijk|praktijken|programma|project|psycholoog|raad|regisseur|regie|samenwerking|school|scholen|schools|secretaris|specialist|specialisten|stage|student|studenten|stuur|team|teams|trainer|traject|vendus|vendi|vertegenwoordiger|verband|verbinder|vereniging|voorzitter|wijs|werk|werker|werkers|wetenschap|wetenschapper|wetenschappers|zorg'.split(
    '|',
  );
const startSet = new Set(starts);
const longestStart = Math.max(...starts.map((part) => part.length));
const vowel = /[aeiouyàáâäèéêëìíîïòóôöùúûü]/i;

/** The longest known part that begins here and ends at the end of the word or before another letter of the compound. */
function partAt(lower: string, at: number): number {
  for (let length = Math.min(longestStart, lower.length - at); length >= 3; length -= 1)
    if (startSet.has(lower.slice(at, at + length)) && (at + length === lower.length || length >= 4)) return length;
  return 0;
}

/** Where a compound may be broken: before a known part, never inside one ('bege-leider'). */
function partBreaks(word: string): number[] {
  const lower = word.toLowerCase().replace(/[^\p{L}].*$/u, '');
  const found: number[] = [];
  for (let at = 0; at <= lower.length - 3; ) {
    const length = partAt(lower, at);
    if (length > 0 && at >= 3) found.push(at);
    at += length >= 6 ? length : 1;
  }
  return found;
}

/** Where a syllable ends, roughly: V-CV, VC-CV; never inside ch, sch, th, ng. At least three letters on either side. */
function syllableBreaks(word: string): number[] {
  const found: number[] = [];
  for (let at = 3; at <= word.length - 3; at += 1) {
    const before = word[at - 1] as string;
    const here = word[at] as string;
    const next = word[at + 1] as string;
    if (vowel.test(here) || !vowel.test(next) || /[^\p{L}]/u.test(before + here + next)) continue;
    if (/ch|ck|ph|th|qu/i.test(before + here)) continue;
    if (here.toLowerCase() === 'h' || (/s/i.test(before) && /[ptk]/i.test(here))) continue;
    found.push(at);
  }
  return found;
}

const breakCache = new Map<string, readonly (readonly number[])[]>();
/** Break places of a word, the best kind first. */
function breaksOf(word: string): readonly (readonly number[])[] {
  let breaks = breakCache.get(word);
  if (!breaks) {
    const marks = [...word.matchAll(/[-/–.@](?=.)/g)].map((match) => match.index + 1);
    breaks = [marks, partBreaks(word), syllableBreaks(word), Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => index + 2)];
    if (breakCache.size > 5000) breakCache.clear();
    breakCache.set(word, breaks);
  }
  return breaks;
}

/** The head of a word that fits, with its hyphen, and the rest. */
function splitWord(word: string, fits: (text: string) => boolean): [string, string] {
  for (const kind of breaksOf(word))
    for (let index = kind.length - 1; index >= 0; index -= 1) {
      const at = kind[index] as number;
      const head = word.slice(0, at);
      const joined = /[-/–.@]$/.test(head) ? head : `${head}-`;
      if (fits(joined)) return [joined, word.slice(at)];
    }
  const first = [...word][0] as string;
  return [first, word.slice(first.length)];
}

/** A number stays with the word before it: 'Promo-/vendus 2', not 'Promovendus/2'. */
function gluedWords(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    if (words.length > 0 && /^(\d{1,3}|[A-Z])$/.test(word)) words[words.length - 1] += ` ${word}`;
    else words.push(word);
  }
  return words;
}

/** By width, size and weight, then by text. */
const lineCache = new Map<number, Map<string, readonly string[]>>();

function breakFresh(text: string, width: number, size: number, weight: Weight): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  const close = (): void => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const word of gluedWords(text)) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    close();
    let rest = word;
    while (!fits(rest) && [...rest].length > 1) {
      const [head, tail] = splitWord(rest, fits);
      lines.push(head.trim());
      rest = tail.trim();
    }
    line = rest;
  }
  close();
  return lines;
}

/**
 * The lines of a text within a width.
 * @param width px; size px
 * @returns at least one line unless the text is blank; a word that does not fit is broken at a word part, with a hyphen
 * @example breakLines('Procesbegeleider 4', 84, 12, 400) // ['Proces-', 'begeleider 4']
 */
export function breakLines(text: string, width: number, size: number, weight: Weight = 400): readonly string[] {
  const key = width * 10_000 + size * 100 + weight;
  let known = lineCache.get(key);
  if (!known) {
    if (lineCache.size > 400) lineCache.clear();
    known = new Map();
    lineCache.set(key, known);
  }
  let lines = known.get(text);
  if (!lines) {
    lines = breakFresh(text, width, size, weight);
    if (known.size > 5000) known.clear();
    known.set(text, lines);
  }
  return lines;
}

/** As `breakLines`, with lines of about the same length; for text under a chip. */
export function breakEvenly(text: string, width: number, size: number, weight: Weight = 400): readonly string[] {
  const lines = breakLines(text, width, size, weight);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrow = width - 6; narrow > width * 0.55; narrow -= 6) {
    const tried = breakLines(text, narrow, size, weight);
    if (tried.length > lines.length || tried.join('') !== lines.join('')) break;
    best = tried;
  }
  return best;
}
