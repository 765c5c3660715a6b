/** Excel workbooks out: a header that stays in view and filters, columns as wide as they need, the same bytes for the same tables. */
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { MOMENT, repack } from '../export/zip.ts';
import { type Cell, columnLetters, type Table } from './table.ts';

/** Signs; wider columns are read by clicking in them. */
const WIDEST = 48;

const widthOf = (rows: Table['rows'], column: number): number =>
  Math.min(WIDEST, Math.max(8, ...rows.slice(0, 200).map((row) => String(row[column] ?? '').split('\n')[0]?.length ?? 0)) + 2);

/** What a reader takes for an escaped sign is escaped itself, or '_x000D_' would come back as a line end. */
const escaped = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : cell);

function sheetOf({ rows }: Table): WorkSheet {
  const header = rows[0] ?? [];
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(escaped)) as Cell[][], { dense: true });
  sheet['!cols'] = header.map((_cell, column) => ({ wch: widthOf(rows, column) }));
  if (header.length > 0) sheet['!autofilter'] = { ref: `A1:${columnLetters(header.length - 1)}${Math.max(rows.length, 1)}` };
  return sheet;
}

const view = /<sheetView workbookViewId="0"\s*\/>/;
const frozen = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** The header stays where it is; the writer has no word for that. */
function freeze(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    files[name] = /^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? [strToU8(strFromU8(content).replace(view, frozen)), { mtime: MOMENT }] : content;
  return zipSync(files, { mtime: MOMENT, level: 0 });
}

/** @param tables at least one, each under a name of its own */
export function writeWorkbook(tables: readonly Table[]): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const table of tables) utils.book_append_sheet(book, sheetOf(table), table.name);
  const bytes = write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: false }) as ArrayBuffer;
  return repack(freeze(new Uint8Array(bytes)));
}
