/** Cells as tab-separated text, both ways, as Excel writes and reads it. */

/** @example tsvOf([['a', 'b\tc']]) // 'a\tb c' */
export const tsvOf = (cells: readonly (readonly string[])[]): string =>
  cells.map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

/**
 * What was copied from Excel as rows of cells. A cell with a line break or a quote in it stands between quotes, a quote in
 * it twice; the last line end says nothing.
 * @example readTsv('a\t"b ""c"""\n') // [['a', 'b "c"']]
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /\t|\n|"(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]+/gy;
  let value = '';
  for (const [part] of plain.matchAll(cell)) {
    if (part !== '\t' && part !== '\n') {
      value = part.startsWith('"') && part.endsWith('"') && part.length > 1 ? part.slice(1, -1).replaceAll('""', '"') : part;
      continue;
    }
    (rows.at(-1) as string[]).push(value);
    value = '';
    if (part === '\n') rows.push([]);
  }
  (rows.at(-1) as string[]).push(value);
  return rows;
}
