/** Files as they come out of Excel, Outlook and older programs; each as bytes made here. */
import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { plainText } from '../domain/plain-text.ts';
import { readCsv, sniffSeparator, writeCsv } from './csv.ts';
import { readFile, readText } from './read-file.ts';
import { ExchangeRefusal } from './refusal.ts';
import { type Cell, csvPresets } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

const book = (sheets: Record<string, object>): Uint8Array => {
  const made: WorkBook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(made, sheet as never, name);
  return new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }));
};
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const rows = (bytes: Uint8Array): readonly (readonly Cell[])[] => readFile(bytes).tables[0]?.rows ?? [];
const reason = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    return error instanceof ExchangeRefusal ? error.reason : `threw ${error}`;
  }
};

// a mark that stays in the first header hides its column (gephi 1814)
test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeffnaam;rol\r\nZoë;leraar\r\n')],
  ['UTF-8 without', Buffer.from('naam;rol\nZoë;leraar')],
  ['windows-1252', Buffer.from('naam;rol\nZo\u00eb;leraar', 'latin1')],
  ['UTF-16, small end first', Buffer.from(utf16('naam;rol\nZoë;leraar', false))],
  ['UTF-16, big end first', Buffer.from(utf16('naam;rol\nZoë;leraar', true))],
])('%s is read as what was written', (_name, bytes) => {
  expect(rows(new Uint8Array(bytes))).toEqual([
    ['naam', 'rol'],
    ['Zoë', 'leraar'],
  ]);
});

test('quotes hold separators, line ends and quotes; an empty line keeps its number', () => {
  const text = 'naam;rol\n"Groep; vier";"een\ntwee"\n\n"zegt ""ja""";x';
  expect(readCsv(text).table.rows).toEqual([['naam', 'rol'], ['Groep; vier', 'een\ntwee'], [null], ['zegt "ja"', 'x']]);
});

test('the separator is what stands between the first cells, not what stands inside quotes', () => {
  expect(sniffSeparator('"a;b;c;d",e\n1,2')).toBe(',');
  expect(sniffSeparator('a\tb;c\td')).toBe('\t');
  expect(readText('sep=,\na,b').tables[0]?.rows).toEqual([['a', 'b']]);
});

test('a quote that never closes is refused with its line', () => {
  expect(reason(() => readText('naam;rol\nA;"B\nC;D'))).toBe('importQuotes');
});

test('a formula gives its value, a merged cell its first one, and both are said', () => {
  const sheet = {
    '!ref': 'A1:B3',
    A1: { t: 's', v: 'naam' },
    B1: { t: 's', v: 'uren' },
    A2: { t: 's', v: 'Leraar 5' },
    B2: { t: 'n', v: 6, f: '2*3' },
  };
  const merged = { ...sheet, '!merges': [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }] };
  const { tables, notes } = readFile(book({ Blad1: merged }));
  expect(tables[0]?.rows.slice(0, 2)).toEqual([
    ['naam', 'uren'],
    ['Leraar 5', 6],
  ]);
  expect(notes).toEqual([
    { note: 'formulas', params: { sheet: 'Blad1', count: 1 } },
    { note: 'merged', params: { sheet: 'Blad1', count: 1, first: 'A2' } },
  ]);
});

test('a date is as precise as the sheet shows it, also where the count starts in 1904', () => {
  const cell = (v: number, z: string) => ({ t: 'n', v, z });
  const sheet = {
    '!ref': 'A1:D1',
    A1: cell(45363, 'd-m-yyyy'),
    B1: cell(45363, 'mmm-yy'),
    C1: cell(45363, '0'),
    D1: cell(45363, '[$-413]dddd d mmmm yyyy'),
  };
  expect(rows(book({ a: sheet }))).toEqual([['2024-03-12', '2024-03', 45363, '2024-03-12']]);
});

test('a zip bomb is refused before it is unpacked, also when its directory lies about it', () => {
  const zeros = new Uint8Array(220 * 1024 * 1024);
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': zeros }, { level: 9 });
  expect(bomb.byteLength).toBeLessThan(1024 * 1024);
  expect(reason(() => readFile(bomb))).toBe('importBomb');
  // the size in the directory and in the header is made 1
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  for (let at = 0; at < bomb.byteLength - 4; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
  }
  expect(reason(() => readFile(bomb))).toBe('importBomb');
});

test('ten thousand columns, too many rows, old Excel, pictures and nothing at all are refused in words', () => {
  const wide = utils.aoa_to_sheet([Array.from({ length: 10_000 }, (_none, index) => `k${index}`)]);
  expect(reason(() => readFile(book({ wide })))).toBe('importWide');
  expect(reason(() => readText(`a${';b'.repeat(10_000)}`))).toBe('importWide');
  expect(reason(() => readText('a\n'.repeat(50_002)))).toBe('importLong');
  expect(reason(() => readFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])))).toBe('importOldExcel');
  expect(reason(() => readFile(strToU8('\u0089PNG\r\n\u001a\n\u0000\u0000')))).toBe('importUnreadable');
  expect(reason(() => readFile(zipSync({ 'word/document.xml': strToU8('<w/>') })))).toBe('importUnreadable');
  expect(reason(() => readFile(strToU8('PK\u0003\u0004 and then nothing')))).toBe('importUnreadable');
  expect(reason(() => readFile(new Uint8Array()))).toBe('importEmpty');
});

test('contacts of now and of old Outlook become a table of people', () => {
  const cards = [
    'BEGIN:VCARD\nVERSION:4.0\nFN:Procesbegeleider 2\nEMAIL:pb2@example.org\nTEL:0612345678\nORG:Hogeschool A;Lectoraat\nTITLE:docent\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Leraar;Zo=C3=AB\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB Leraar\nTEL;WORK;VOICE:010-1234567\nEND:VCARD',
  ];
  expect(readText(cards.join('\n')).tables[0]?.rows).toEqual([
    ['naam', 'e-mail', 'telefoon', 'organisatie', 'functie', 'aantekening'],
    ['Procesbegeleider 2', 'pb2@example.org', '0612345678', 'Hogeschool A', 'docent', null],
    ['Zoë Leraar', null, '010-1234567', null, null, null],
  ]);
});

test('Excel gets no formula, other programs get the text as it is', () => {
  expect(writeCsv([['=1+1', '-', "'=x", 'gewoon']], 'excel')).toBe("\ufeff'=1+1;'-;''=x;gewoon\r\n");
  expect(writeCsv([['=1+1', '-', "'=x", 'gewoon']], 'plain')).toBe("=1+1,-,'=x,gewoon\n");
});

/** Text as cells hold it: the line ends are of one kind, and there is something to see. */
const text = fc
  .string({
    unit: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...'aé;,\t|"\n=+-@\' _x0D.') },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) },
    ),
    minLength: 1,
    maxLength: 12,
  })
  .filter((value) => plainText(value) === value && value.trim() !== '');

const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

test('a table that is written and read is the same table, in every preset', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...csvPresets), (cells, preset) => {
      expect(rows(strToU8(writeCsv(cells, preset)))).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});

test('a workbook that is written and read is the same table', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      expect(rows(await writeWorkbook([{ name: 'Blad', rows: cells }]))).toEqual(cells);
    }),
    { numRuns: 60 },
  );
});
