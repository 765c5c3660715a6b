/** The register of activities as a file: the words of the appendix of the evaluation as often as they stand there, in every format. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import type { Output } from '../../shared/contract/index.ts';
import { exampleId, temporaryFolder, temporaryPortfolio, value } from '../fixtures/portfolio.ts';
import { outcomeOf, take } from './exchange.ts';

const networkId = exampleId('K/network');
const bytesOf = async (portfolio: Portfolio, format: string, more: object = {}) =>
  (await take(portfolio, 'activity.export', { networkId, format, ...more })).bytes;

/** How often the words stand in a text, wherever its lines break. */
const often = (text: string, words: string): number => text.replace(/\s+/g, ' ').split(words).length - 1;
function asInTheAppendix(text: string): void {
  expect(often(text, 'Niet bekend')).toBe(9);
  expect(often(text, 'Geen beoordeling bekend')).toBe(22);
  expect(often(text, 'n.v.t.')).toBe(1);
  for (const words of ['Bijna 1000 bezoekers (hele congres)', 'Van 175 tot 4813 bezoekers per video', '6,1 uit 10', 'Meer dan 100 deelnemers'])
    expect(often(text, words), words).toBe(1);
  for (const missing of ['Bereik onbekend: 9 van 30', 'Beoordeling onbekend: 22 van 30', 'Bereik niet van toepassing: 1 van 30'])
    expect(often(text, missing), missing).toBe(1);
  expect(often(text, 'Beoordeling niet ingevuld: 1 van 30')).toBe(1);
}

/** The rows of the sheet as the library for workbooks reads them back. */
async function rowsOf(portfolio: Portfolio, more: object = {}): Promise<string[][]> {
  const book = read(await bytesOf(portfolio, 'xlsx', more), { type: 'array' });
  expect(book.SheetNames).toEqual(['Activiteiten']);
  return utils.sheet_to_json(book.Sheets.Activiteiten as never, { header: 1, defval: '' });
}
const textOfWord = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)
    .replace(/<w:br\/>|<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '');

test('the workbook has the columns of the appendix, by pillar, and its words as often', async () => {
  const rows = await rowsOf(temporaryPortfolio('example'));
  expect(rows[0]).toEqual(['Activiteit', 'Doelgroep(en)', 'Bereik', 'Beoordeling', 'Uitvoerende partij', 'Datum']);
  const alone = rows.flatMap((row, index) => (index > 0 && row[0] && row.slice(1).every((cell) => cell === '') ? [row[0]] : []));
  expect(alone.slice(0, 3)).toEqual(['Pijler Kennis', 'Pijler Netwerken', 'Wat ontbreekt']);
  expect(rows.indexOf(rows.find((row) => row[0] === 'Pijler Netwerken') as string[])).toBe(6);
  asInTheAppendix(rows.flat().join(' | '));
  // catches: a mark that nobody filled in, told as one that is not known
  const empty = rows.filter((row) => row[1] !== '' && row[3] === '');
  expect(empty.map((row) => row[0]?.split('\n')[0])).toEqual(['Tutorials ‘Welbevinden: groepsdynamiek, smartphonegebruik en therapietaal’']);
  const dates = (name: string) => rows.find((row) => row[0]?.startsWith(name))?.[5];
  expect(dates('Congres ‘Wegwijs')).toBe('14 okt 2024');
  expect(dates('College en')).toBe('dec 2022 – jan 2023');
  expect(dates('Leernetwerk')).toBe('vanaf apr 2022');
  expect(dates('Professionele dialoog')).toBe('tussen okt 2023 en dec 2023');
  expect(dates('Onderwijskennis')).toBe('2021 – op zijn vroegst nov 2025');
});

test('text and Word say the same', async () => {
  const portfolio = temporaryPortfolio('example');
  asInTheAppendix(new TextDecoder().decode(await bytesOf(portfolio, 'csv')));
  const word = await bytesOf(portfolio, 'docx');
  asInTheAppendix(textOfWord(word));
  expect(Buffer.from(word).equals(Buffer.from(await bytesOf(portfolio, 'docx')))).toBe(true);
});

test('what was not carried out stays out, unless it is asked for, and is then said to be planned', async () => {
  const portfolio = temporaryPortfolio('example');
  const names = async (more: object) =>
    (await rowsOf(portfolio, { networkId: exampleId('02/network'), ...more })).map((row) => row[0]?.split('\n')[0]);
  expect(await names({})).toContain('Case report per interventieschool');
  expect((await names({})).some((name) => name?.startsWith('Symposium ter afsluiting'))).toBe(false);
  expect(await names({ planned: true })).toContain('Symposium ter afsluiting (gepland)');
});

test('what looks like a formula is text, and people are called as the reader may know them', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id } = await value(portfolio, 'person.create', { name: 'Herkenbare Naam', pseudonym: 'D-017' });
  const roles = [exampleId('shared/rol-docent')];
  await value(portfolio, 'membership.create', { personId: id, containerId: networkId, roles });
  await value(portfolio, 'yield.create', { networkId, name: '=1+1', makers: [id], targetGroups: ['+31'] });
  const made = async (names?: string) => (await rowsOf(portfolio, names === undefined ? {} : { names })).find((row) => row[0] === '=1+1');
  expect(await made()).toEqual(['=1+1', '+31', '', '', 'Herkenbare Naam', 'niet bekend']);
  expect((await made('pseudonym'))?.[4]).toBe('D-017');
  expect((await made('role'))?.[4]).toBe('Docent');
  const csv = new TextDecoder().decode(await bytesOf(portfolio, 'csv', { names: 'role' }));
  expect(csv).toContain("'=1+1;'+31;");
  expect(csv).not.toContain('Herkenbare Naam');
  const sheet = strFromU8(unzipSync(await bytesOf(portfolio, 'xlsx'))['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).not.toContain('<f>');
  // no pillar and no figure: said as such, and counted as not filled in
  const rows = await rowsOf(portfolio);
  expect(rows.flat()).toContain('Zonder laag of pijler');
  expect(rows.flat()).toContain('Bereik niet ingevuld: 1 van 31');
});

// catches: a picture of another choice than was asked for, and activities without a date that nobody counts
test('its timeline goes out as a picture, of what is chosen, with how many are drawn and how many have no date', async () => {
  const portfolio = temporaryPortfolio('example');
  const picture = async (format: string, more: object = {}) => {
    const { outcome, file } = await outcomeOf(portfolio, 'activity.export', { to: '-', networkId, format, ...more });
    if (!outcome.ok || !file) throw new Error(format);
    return { value: outcome.value as Output<'activity.export'>, bytes: file.bytes };
  };
  const svg = await picture('svg');
  expect(svg.value).toMatchObject({ rows: 30, drawn: 30, undated: 0 });
  const text = new TextDecoder().decode(svg.bytes);
  for (const words of ['Getekend: 30 van de 30 activiteiten.', 'Pijler Kennis (4)', 'Activiteiten van']) expect(text).toContain(words);
  expect(new TextDecoder().decode((await picture('pdf', { paper: 'A3' })).bytes.subarray(0, 5))).toBe('%PDF-');
  expect([...(await picture('png', { theme: 'dark' })).bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);

  await value(portfolio, 'yield.create', { networkId, name: 'Ooit gemaakt', form: 'guide' });
  expect((await picture('svg')).value).toMatchObject({ rows: 31, drawn: 30, undated: 1 });
  const { rows } = await value(portfolio, 'activity.list', { networkId });
  const first = rows.find(({ layer }) => layer !== null);
  const some = await picture('svg', { layerId: first?.layer?.id, kind: { of: first?.of, kind: first?.kind }, title: 'Eigen titel' });
  expect(some.value.rows).toBeLessThan(4);
  for (const words of ['Alleen: Pijler Kennis, ', 'Eigen titel']) expect(new TextDecoder().decode(some.bytes)).toContain(words);
  expect((await picture('svg', { layerId: null })).value).toMatchObject({ rows: 1, drawn: 0, undated: 1 });
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => existsSync(file));
// a spreadsheet needs the part of LibreOffice that is for them
const calc = existsSync('/usr/lib/libreoffice/program/libsclo.so');
if (!office || !calc) console.warn('*** SKIPPED: no LibreOffice here; get it with `apt install libreoffice-writer-nogui libreoffice-calc-nogui`');

test.skipIf(!office || !calc).each([
  ['xlsx', 'csv'],
  ['docx', 'txt:Text (encoded):UTF8'],
] as const)(
  'LibreOffice reads the %s with the same counts',
  async (format, to) => {
    const folder = temporaryFolder();
    const file = join(folder, `register.${format}`);
    writeFileSync(file, await bytesOf(temporaryPortfolio('example'), format));
    const filter = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):59,34,76,1' : to;
    execFileSync(
      office as string,
      ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter, '--outdir', folder, file],
      { timeout: 120_000 },
    );
    asInTheAppendix(readFileSync(join(folder, `register.${to.slice(0, 3)}`), 'utf8'));
  },
  180_000,
);

// catches: a name with a line, a comma or a formula that makes another row or another cell of it, and a missing figure that is not counted
test('any register is the same in text and in a workbook, and counts what it misses', async () => {
  const words = fc
    .array(fc.constantFrom('Congres', 'é', 'a,b', 'over; "alles"', '=1+1', '-', '🙂', "'s avonds", '<b>', '1.234'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(' '));
  const activity = fc.record({
    name: words,
    groups: fc.array(words, { maxLength: 2 }),
    reach: fc.option(fc.constantFrom('unknown', 'notApplicable', 'value'), { nil: null }),
    low: fc.integer({ min: 0, max: 5000 }),
    date: fc.constantFrom(null, '2024', '2024-03', '2024-03-05', '2023/2024', '../2024-07'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 6 }), async (activities) => {
      const portfolio = temporaryPortfolio('empty');
      const own = (await value(portfolio, 'network.create', { code: '1', name: 'Eén' })).id;
      for (const { name, groups, reach, low, date } of activities) {
        const start = date?.includes('/') ? null : date;
        const { id } = await value(portfolio, 'yield.create', { networkId: own, name, targetGroups: groups, start });
        if (reach !== null)
          await value(portfolio, 'figure.create', {
            entityId: id,
            aspect: 'reach',
            what: 'mensen',
            state: reach,
            low: reach === 'value' ? low : null,
          });
      }
      const rows = await rowsOf(portfolio, { networkId: own });
      const text = Papa.parse<string[]>(new TextDecoder().decode(await bytesOf(portfolio, 'csv', { networkId: own, preset: 'plain' })).trim()).data;
      const cells = (table: readonly (readonly string[])[]) =>
        table.map((row) =>
          row
            .map((cell) => String(cell).replace(/^'/, ''))
            .join('|')
            .replace(/\|*$/, ''),
        );
      expect(cells(text).filter(Boolean)).toEqual(cells(rows).filter(Boolean));
      const first = (row: readonly string[]) => String(row[0]).split('\n')[0];
      for (const { name } of activities)
        expect(
          rows.some((row) => first(row) === name),
          name,
        ).toBe(true);
      const counted = { onbekend: 'unknown', 'niet van toepassing': 'notApplicable', 'niet ingevuld': null } as const;
      for (const [said, state] of Object.entries(counted)) {
        const count = activities.filter(({ reach }) => reach === state).length;
        expect(rows.flat().join(' | ').includes(`Bereik ${said}: ${count} van ${activities.length}`), said).toBe(count > 0);
      }
    }),
    { numRuns: 25 },
  );
});
