/** Tables as text: the separator is found by looking, quotes as RFC 4180 has them; two presets to write. */
import Papa from 'papaparse';
import { ExchangeRefusal } from './refusal.ts';
import { type Cell, type CsvPreset, limits, type Table } from './table.ts';

/** Excel in the Netherlands wants a semicolon and a mark in front; Gephi and R want a comma and nothing else. */
const presets = {
  excel: { separator: ';', newline: '\r\n', mark: '\ufeff', guard: true },
  plain: { separator: ',', newline: '\n', mark: '', guard: false },
} as const;

const separators = [';', ',', '\t', '|'] as const;
/** What a spreadsheet would take for a formula; an apostrophe in front makes it text. */
const formula = /^'*[=+\-@\t\r]/;

/**
 * The separator of a text: the one that stands most often outside quotes in its first line; null when there is none.
 * A comma with a space behind it belongs to a name: 'Vries, Jan de'.
 * @example sniffSeparator('naam;rol\nA, B;C') // ';'
 */
export function sniffSeparator(text: string): string | null {
  const counts = new Map<string, number>();
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && (separators as readonly string[]).includes(sign) && !(sign === ',' && text[at + 1] === ' '))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Excel's own line 'sep=;' before the table. */
const spoken = /^sep=(.)\r?\n/i;

/**
 * @param text without byte order mark
 * @param marked whether it had one: then Excel wrote it, and a single column is one of Excel's
 * @throws ExchangeRefusal `importQuotes` with the line where a quote is never closed, `importWide`, `importLong`
 */
export function readCsv(text: string, marked = false): { readonly table: Table; readonly separator: string } {
  const said = spoken.exec(text);
  const separator = said?.[1] ?? sniffSeparator(text) ?? (marked ? ';' : '\t');
  const { data, errors } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, { delimiter: separator, header: false });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) throw new ExchangeRefusal('importQuotes', { line: (broken.row ?? 0) + 1 });
  while (data.length > 0 && data.at(-1)?.every((cell) => cell === '')) data.pop();
  refuseTooLarge(
    data.length,
    data.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const open = (cell: string): Cell => (cell === '' ? null : separator === ';' && cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);
  return { table: { name: '', rows: data.map((row) => row.map(open)) }, separator };
}

/** @throws ExchangeRefusal `importLong`, `importWide` */
export function refuseTooLarge(rows: number, columns: number): void {
  if (columns > limits.columns) throw new ExchangeRefusal('importWide', { count: columns, limit: limits.columns });
  if (rows > limits.rows + 1) throw new ExchangeRefusal('importLong', { count: rows, limit: limits.rows });
}

/** @returns the text with its byte order mark, where the preset has one */
export function writeCsv(rows: readonly (readonly Cell[])[], preset: CsvPreset): string {
  const { separator, newline, mark, guard } = presets[preset];
  const safe = (cell: Cell): Cell => (guard && typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell);
  // whatever could be taken for a separator is quoted, so that looking for the separator always finds it
  const quoted = (cell: unknown): boolean => typeof cell === 'string' && /[;,\t|"\r\n]|^\s|\s$|^sep=/i.test(cell);
  const text = Papa.unparse(
    rows.map((row) => row.map(safe)),
    { delimiter: separator, newline, quotes: quoted as never },
  );
  return `${mark}${text}${newline}`;
}
