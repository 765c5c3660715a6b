/** Excel workbooks in: unpacked with a limit, values only, and what was done to formulas and merged cells is told. */
import { read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { strToU8, Unzip, UnzipInflate, unzipSync, zipSync } from 'fflate';
import { refuseTooLarge } from './csv.ts';
import { ExchangeRefusal } from './refusal.ts';
import { type Cell, columnLetters, limits, type ReadNote, type Table } from './table.ts';

interface XlsxCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
  readonly f?: string;
}
interface Range {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));

/** What the directory of the zip says of itself, before anything is unpacked. */
function refuseByDirectory(bytes: Uint8Array): void {
  let [sum, parts] = [0, 0];
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize;
      parts += 1;
      return false;
    },
  });
  if (sum > limits.unpacked || parts > limits.parts)
    throw new ExchangeRefusal('importBomb', { size: megabytes(sum), limit: megabytes(limits.unpacked) });
}

/**
 * Unpacks what a workbook is read from, and stops as soon as there is more than there should be: a directory can lie.
 * @returns the same workbook without pictures and with nothing compressed
 */
function unpack(bytes: Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array[]> = {};
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts[file.name] = chunks;
    file.ondata = (error, chunk) => {
      if (error) throw error;
      size += chunk.byteLength;
      if (size > limits.unpacked) throw new ExchangeRefusal('importBomb', { size: megabytes(size), limit: megabytes(limits.unpacked) });
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // in pieces, so that what is too large is noticed on the way
  for (let at = 0; at < bytes.byteLength; at += 65_536) unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.byteLength);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, [join(chunks), { level: 0 }]])));
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A number that a sheet shows as a date, to the precision that it shows. */
function dateOf(value: number, format: string, date1904: boolean): string | null {
  const { y, m, d } = SSF.parse_date_code(value, { date1904 }) ?? {};
  if (y === undefined || y < 1000) return null;
  const shown = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase();
  if (/d/.test(shown)) return `${y}-${two(m)}-${two(d)}`;
  return /m/.test(shown) ? `${y}-${two(m)}` : String(y);
}

function cellValue(cell: XlsxCell | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null;
  // '#N/B', '#DEEL/0!' and their like say that there is no value
  if (cell.t === 'e' || cell.t === 'z') return null;
  if (cell.t === 'b') return cell.v === true;
  if (cell.t !== 'n') return String(cell.v).replace(/\r\n?/g, '\n');
  const format = typeof cell.z === 'string' ? cell.z : '';
  return (format !== '' && SSF.is_date(format) ? dateOf(cell.v as number, format, date1904) : null) ?? (cell.v as number);
}

function tableOf(name: string, sheet: WorkSheet, date1904: boolean, notes: ReadNote[]): Table {
  const data = ((sheet as { '!data'?: (XlsxCell | undefined)[][] })['!data'] ?? []) as (XlsxCell | undefined)[][];
  // rows that hold nothing are holes
  const width = data.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell?.v !== undefined) + 1), 0);
  const last = data.findLastIndex((row) => row?.some((cell) => cell?.v !== undefined));
  refuseTooLarge(last + 1, width);
  const rows: Cell[][] = [];
  let formulas = 0;
  for (let at = 0; at <= last; at++) {
    const row = data[at] ?? [];
    formulas += row.filter((cell) => cell?.f !== undefined).length;
    rows.push(Array.from({ length: width }, (_none, column) => cellValue(row[column], date1904)));
  }
  if (formulas > 0) notes.push({ note: 'formulas', params: { sheet: name, count: formulas } });
  const merges = (sheet['!merges'] ?? []) as Range[];
  if (merges[0])
    notes.push({ note: 'merged', params: { sheet: name, count: merges.length, first: `${columnLetters(merges[0].s.c)}${merges[0].s.r + 1}` } });
  return { name, rows };
}

/**
 * @throws ExchangeRefusal `importBomb`, `importUnreadable`, `importWide`, `importLong`
 */
export function readWorkbook(bytes: Uint8Array): { readonly tables: readonly Table[]; readonly notes: readonly ReadNote[] } {
  const book = open(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const notes: ReadNote[] = [];
  const tables = book.SheetNames.map((name) => tableOf(name, book.Sheets[name] as WorkSheet, date1904, notes));
  return { tables, notes };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    refuseByDirectory(bytes);
    return read(unpack(bytes), { type: 'array', dense: true, cellDates: false, cellNF: true, cellText: false, cellHTML: false });
  } catch (error) {
    if (error instanceof ExchangeRefusal) throw error;
    throw new ExchangeRefusal('importUnreadable');
  }
}

/** Whether bytes are a zip file, as a workbook is. */
export const isZip = (bytes: Uint8Array): boolean => strToU8('PK\u0003\u0004').every((byte, index) => bytes[index] === byte);
