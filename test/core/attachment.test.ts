/** The file of a yield: kept, replaced, taken away and brought back; and never something else than it says. */
import { Buffer } from 'node:buffer';
import { zipSync as zip } from 'fflate';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../db/dispatch.ts';
import { exampleId } from '../../db/example/example.ts';
import { honestName, isHonest, sniff } from '../../db/operations/file-kind.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { checkPortfolio } from '../../db/safety/check.ts';
import { translator } from '../../shared/i18n/index.ts';
import { bring, take } from '../exchange/exchange.ts';
import { ask, dump, temporaryPortfolio, testContext, value } from '../fixtures/portfolio.ts';

const networkId = exampleId('02/network');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const pdf = text('%PDF-1.7\nPoster');
const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'));
/** A document of Office as it says itself what it is. */
const office = (part: string, type: string): Uint8Array =>
  zip({
    '[Content_Types].xml': text(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    ),
    [part]: text('<x/>'),
  });
const docx = office('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
const xlsx = office('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');
const macros = office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml');

const attach = (portfolio: Portfolio, yieldId: string, name: string, bytes: Uint8Array, more: object = {}) =>
  runJob(portfolio.connection, 'attachment.import', { yieldId, from: 'file', ...more }, testContext, {
    progress: () => undefined,
    checkpoint: () => undefined,
    open: () => bytes,
    nameOf: () => name,
  }).then(({ outcome }) => outcome);
const made = async (portfolio: Portfolio): Promise<string> => (await value(portfolio, 'yield.create', { networkId, name: 'Poster' })).id;
const fileOf = async (portfolio: Portfolio, yieldId: string) => (await value(portfolio, 'attachment.get', { yieldId })).file;
const problems = (portfolio: Portfolio): string[] =>
  checkPortfolio(portfolio.connection, { progress: () => undefined, checkpoint: () => undefined, t: translator('nl') }).problems.map(
    ({ where, what }) => `${where.split(' ')[0]}: ${what}`,
  );
const reasonOf = (outcome: Awaited<ReturnType<typeof attach>>): unknown => (outcome.ok ? 'kept' : outcome.error.details?.reason);

test('it is kept, comes out as it was, is replaced and taken away; undo brings each back', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  const before = dump(portfolio);
  expect(await attach(portfolio, id, 'C:\\Documenten\\poster.pdf', pdf)).toMatchObject({
    ok: true,
    value: { name: 'poster.pdf', sort: 'pdf', bytes: 15 },
  });
  expect(await fileOf(portfolio, id)).toEqual({ name: 'poster.pdf', sort: 'pdf', bytes: 15, state: 'whole' });
  const out = await take(portfolio, 'attachment.export', { yieldId: id, format: 'file' });
  expect([out.name, Buffer.from(out.bytes).equals(Buffer.from(pdf))]).toEqual(['poster.pdf', true]);
  await attach(portfolio, id, 'poster.png', png);
  expect(await fileOf(portfolio, id)).toMatchObject({ name: 'poster.png', sort: 'png' });
  await value(portfolio, 'attachment.unlink', { yieldId: id });
  expect(await fileOf(portfolio, id)).toBeNull();
  for (const name of ['poster.png', 'poster.pdf']) {
    portfolio.move('undo');
    expect(await fileOf(portfolio, id)).toMatchObject({ name, state: 'whole' });
  }
  // what nothing shows is still spoken of by what can be undone and done again
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
  expect(problems(portfolio)).toEqual([]);
  portfolio.move('redo');
  expect(await fileOf(portfolio, id)).toMatchObject({ name: 'poster.pdf', state: 'whole' });
});

test('what cannot be is refused in words, and nothing changed', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  const before = dump(portfolio);
  const count = () => portfolio.connection.raw.prepare('SELECT count(*) FROM attachment').pluck().get();
  expect(reasonOf(await attach(portfolio, id, 'groot.pdf', new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('attachmentLarge');
  expect(reasonOf(await attach(portfolio, id, 'leeg.pdf', new Uint8Array(0)))).toBe('importEmpty');
  expect(reasonOf(await attach(portfolio, id, 'poster.pdf', text('MZ\u0090 een programma')))).toBe('attachmentProgram');
  expect(reasonOf(await attach(portfolio, id, 'poster.pdf.exe', pdf))).toBe('attachmentProgram');
  expect(reasonOf(await attach(portfolio, id, 'foto.png', text('<!DOCTYPE html><script>1</script>')))).toBe('attachmentLies');
  expect(reasonOf(await attach(portfolio, networkId, 'poster.pdf', pdf))).toBe('recordMissing');
  expect(await ask(portfolio, 'yield.update', { id, fileHash: 'a'.repeat(64) })).toMatchObject({
    ok: false,
    error: { details: { reason: 'foreignId' } },
  });
  expect([dump(portfolio), count()]).toEqual([before, 0]);
});

test('what lies about itself is kept under a name that does not, once that is asked for', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  const outcome = await attach(portfolio, id, 'poster.pdf', png);
  expect(!outcome.ok && outcome.error.message).toContain('‘poster.pdf’ is niet wat de naam zegt: het is een afbeelding (PNG)');
  expect(await attach(portfolio, id, 'poster.pdf', png, { anyway: true })).toMatchObject({ ok: true, value: { name: 'poster.pdf.png' } });
  // a program stays one, however much one asks
  expect(reasonOf(await attach(portfolio, id, 'poster.pdf', text('MZ\u0090'), { anyway: true }))).toBe('attachmentProgram');
});

test('bytes that were damaged, lost or left behind are found, and the same file mends them', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  await attach(portfolio, id, 'poster.pdf', pdf);
  const { raw } = portfolio.connection;
  raw.prepare('UPDATE attachment SET bytes = ?').run(Buffer.from('%PDF-1.7\nPostes'));
  expect(await fileOf(portfolio, id)).toMatchObject({ state: 'damaged' });
  expect(problems(portfolio)).toEqual(['attachment: damaged']);
  const out = await runJob(portfolio.connection, 'attachment.export', { yieldId: id, to: '-', format: 'file' }, testContext, {
    progress: () => undefined,
    checkpoint: () => undefined,
  });
  expect(out.outcome).toMatchObject({ ok: false, error: { code: 'db_corrupt', details: { reason: 'attachmentDamaged' } } });
  await attach(portfolio, id, 'poster.pdf', pdf);
  expect(await fileOf(portfolio, id)).toMatchObject({ state: 'whole' });
  raw.prepare('DELETE FROM attachment').run();
  expect(await fileOf(portfolio, id)).toMatchObject({ name: 'poster.pdf', state: 'missing' });
  expect(problems(portfolio)).toEqual(['yield: file missing: poster.pdf']);
  // it keeps nobody from working on
  await value(portfolio, 'yield.update', { id, note: 'Kwijt' });
  raw.prepare("INSERT INTO attachment (hash, media_type, bytes) VALUES ('dood', 'pdf', x'00')").run();
  expect(problems(portfolio)).toContain('attachment: of nothing');
});

test('a copy by workbook says that the file did not come along; a backup and an erasure keep it', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  await attach(portfolio, id, 'poster.pdf', pdf);
  const { bytes } = await take(portfolio, 'network.export', { networkId, format: 'xlsx' });
  const copy = temporaryPortfolio('empty');
  await bring(copy, 'network.import', { apply: true }, bytes);
  expect(await fileOf(copy, id)).toEqual({ name: 'poster.pdf', sort: 'unknown', bytes: null, state: 'missing' });
  const same = await bring(portfolio, 'network.import', { apply: true }, bytes);
  expect(same.counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
  expect(await fileOf(portfolio, id)).toMatchObject({ state: 'whole' });
  const whole = await take(portfolio, 'portfolio.export', {});
  expect(Buffer.from(whole.bytes).includes(Buffer.from(pdf))).toBe(true);
  const personId = portfolio.connection.get<{ id: string }>('SELECT id FROM person LIMIT 1')?.id as string;
  await value(portfolio, 'erasure.create', { personId });
  expect(await fileOf(portfolio, id)).toMatchObject({ state: 'whole' });
});

describe('what a file is', () => {
  // catches: a program with another name, and a page that calls itself a picture
  test.each([
    ['verslag.docx', docx, 'docx', true],
    ['cijfers.xlsx', xlsx, 'xlsx', true],
    ['plaatje.docx', xlsx, 'xlsx', false],
    ['poster.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpeg', true],
    ['poster.svg', text('<?xml version="1.0"?><svg xmlns="x"/>'), 'svg', true],
    ['lijst.csv', text('naam;team\nLeraar 1;PLG 4'), 'text', true],
    ['lijst.txt', text('<html><body>'), 'html', false],
    ['zonder naam', text('<html><body>'), 'html', false],
    ['film.mp4', new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34]), 'video', true],
    ['meting.sav', new Uint8Array([1, 2, 3, 0]), 'unknown', true],
    ['verslag.pdf', new Uint8Array([1, 2, 3, 0]), 'unknown', false],
  ] as const)('%s', async (name, bytes, sort, honest) => {
    expect(await sniff(bytes, name)).toEqual({ sort, isProgram: false });
    expect(isHonest(sort, name)).toBe(honest);
    expect(isHonest(sort, honestName(sort, name)) || honestName(sort, name).endsWith('.bin')).toBe(true);
  });

  test.each([
    ['macro.docx', macros],
    ['archief.zip', zip({ 'META-INF/MANIFEST.MF': text('x') })],
    ['lees.txt', text('#!/bin/sh\nrm -rf')],
    ['poster.jpg', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2])],
    ['snelkoppeling.lnk', text('x')],
    ['rapport.docm', zip({ 'word/document.xml': text('x') })],
  ] as const)('%s is a program', async (name, bytes) => {
    expect((await sniff(bytes, name)).isProgram).toBe(true);
  });
});
