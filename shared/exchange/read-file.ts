/** A file of which only the bytes are known: a workbook, contacts, or text with separators. Its name says nothing. */
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { ExchangeRefusal } from './refusal.ts';
import { limits, type ReadFile, type ReadNote } from './table.ts';
import { readVcard } from './vcard.ts';
import { isZip, readWorkbook } from './workbook.ts';

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0] as const;
const separatorNames: Readonly<Record<string, string>> = { ';': ';', ',': ',', '\t': 'tab', '|': '|' };

/** Text that was pasted, or what is in a text file. @throws ExchangeRefusal */
export function readText(text: string, notes: readonly ReadNote[] = [], marked = false): ReadFile {
  if (text.includes('\u0000')) throw new ExchangeRefusal('importUnreadable');
  if (/^\s*BEGIN:VCARD/i.test(text)) return { kind: 'vcard', tables: [readVcard(text)], notes };
  const { table, separator } = readCsv(text, marked);
  const wide = table.rows.some((row) => row.length > 1);
  const said: ReadNote[] = wide ? [{ note: 'separator', params: { separator: separatorNames[separator] ?? separator } }] : [];
  return { kind: 'csv', tables: [table], notes: [...notes, ...said] };
}

/** @throws ExchangeRefusal with a reason in plain words; nothing is half read */
export function readFile(bytes: Uint8Array): ReadFile {
  if (bytes.byteLength === 0) throw new ExchangeRefusal('importEmpty');
  if (bytes.byteLength > limits.file) throw new ExchangeRefusal('tooLarge', { limit: Math.round(limits.file / 1024 / 1024) });
  if (oldOffice.every((byte, index) => bytes[index] === byte)) throw new ExchangeRefusal('importOldExcel');
  if (isZip(bytes)) return { kind: 'xlsx', ...readWorkbook(bytes) };
  const { text, encoding, marked } = decode(bytes);
  return readText(text, encoding === 'utf-8' && !marked ? [] : [{ note: 'encoding', params: { encoding } }], marked);
}
