/** The case description as files: the same bytes for the same content, and a Word file that LibreOffice can read, crisp. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runJob } from '../../db/dispatch.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { exampleId, temporaryFolder, temporaryPortfolio, testContext, value } from '../fixtures/portfolio.ts';

const key = { networkId: exampleId('06/network'), researchYearId: exampleId('shared/jaar-1') };
const quiet = { progress: () => undefined, checkpoint: () => undefined };

async function caseFile(portfolio: Portfolio, format: string, more: object = {}): Promise<Uint8Array> {
  const { outcome, file } = await runJob(portfolio.connection, 'case.export', { ...key, format, to: '-', ...more }, testContext, quiet);
  if (!outcome.ok || !file) throw new Error(JSON.stringify(outcome));
  return file.bytes;
}

const text = (content: string) => ({ type: 'paragraph', content: [{ type: 'text', text: content }] });
const body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Ontstaan & groei' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Het begon ' },
        { type: 'text', text: 'klein', marks: [{ type: 'bold' }] },
        { type: 'note', attrs: { text: 'Volgens de coördinator.' } },
        { type: 'text', text: ' <zoals vaak>.' },
      ],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [text('eerste punt')] }] },
    { type: 'blockquote', content: [text('Wij doen het samen.')] },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [text('Wie')] },
            { type: 'tableHeader', content: [text('Wat')] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [text('School 1')] },
            { type: 'tableCell', content: [text('oefent')] },
          ],
        },
      ],
    },
    { type: 'dataBlock', attrs: { block: 'units' } },
  ],
};

test('own text with all that the editor knows is in every format', async () => {
  const portfolio = temporaryPortfolio('example');
  await value(portfolio, 'case.update', { ...key, part: 'activities', body });
  const words = ['Ontstaan', 'klein', 'Volgens de coördinator.', 'eerste punt', 'Wij doen het samen.', 'School 1', 'Kernteam'];
  const files = unzipSync(await caseFile(portfolio, 'docx'));
  const docx = strFromU8(files['word/document.xml'] as Uint8Array) + strFromU8(files['word/footnotes.xml'] as Uint8Array);
  const html = new TextDecoder().decode(await caseFile(portfolio, 'html'));
  const markdown = new TextDecoder().decode(await caseFile(portfolio, 'md'));
  for (const word of words) {
    expect(docx, word).toContain(word);
    expect(html, word).toContain(word);
    expect(markdown, word).toContain(word);
  }
  expect(html).toContain('Ontstaan &amp; groei');
  expect(html).toContain('&lt;zoals vaak&gt;');
  expect(docx).toContain('w:val="Heading1"');
  expect(docx).toContain('w:val="Quote"');
  expect(docx).toMatch(/SEQ Tabel/);
  expect(Object.keys(files).filter((name) => /\.svg$|\.png$/.test(name))).toHaveLength(2);
});

// catches: a figure in one format and a table without rows in another
test('how far yields came is a figure in every format, and a sentence where nothing went anywhere', async () => {
  const portfolio = temporaryPortfolio('example');
  const html = async () => new TextDecoder().decode(await caseFile(portfolio, 'html'));
  const figures = (page: string): number => page.match(/<figure/g)?.length ?? 0;
  const before = await html();
  expect(before).toContain('Geen opbrengst ging op deze dag al naar een ander');
  const [fromId = '', toId = ''] = (await value(portfolio, 'unit.list', { networkId: key.networkId, at: '2024-07-31' })).units.map((unit) => unit.id);
  const made = await value(portfolio, 'yield.create', { networkId: key.networkId, name: 'Poster', makers: [fromId], start: '2024-02' });
  await value(portfolio, 'spread.create', { yieldId: made.id, fromId, toId, start: '2024-04' });
  const after = await html();
  expect(figures(after)).toBe(figures(before) + 1);
  expect(after).toContain('1 van ');
  expect(after).toContain('Poster: 1 stap');
  const files = unzipSync(await caseFile(portfolio, 'docx'));
  expect(Object.keys(files).filter((name) => /\.svg$|\.png$/.test(name))).toHaveLength(4);
  expect(strFromU8(files['word/document.xml'] as Uint8Array)).toContain('Hoe ver opbrengsten kwamen');
  const markdown = new TextDecoder().decode(await caseFile(portfolio, 'md'));
  expect(markdown.match(/data:image\/png;base64/g)).toHaveLength(2);
});

test('parts stand in the order that was chosen', async () => {
  const portfolio = temporaryPortfolio('example');
  await value(portfolio, 'case.move', { ...key, part: 'yields', position: 0 });
  const html = new TextDecoder().decode(await caseFile(portfolio, 'html'));
  expect([...html.matchAll(/<h2>([^<]+)/g)].map((match) => match[1])[0]).toBe('Opbrengsten');
});

test('a text with something unknown is refused, not stripped', async () => {
  const portfolio = temporaryPortfolio('example');
  await value(portfolio, 'case.update', { ...key, part: 'yields', body: { type: 'doc', content: [{ type: 'hologram' }] } });
  const { outcome } = await runJob(portfolio.connection, 'case.export', { ...key, format: 'md', to: '-' }, testContext, quiet);
  expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { reason: 'unknownField' } } });
});

test('people are called by role unless the owner chose otherwise', async () => {
  const portfolio = temporaryPortfolio('example');
  const { id } = await value(portfolio, 'person.create', { name: 'Herkenbare Naam', pseudonym: 'D-017' });
  const roles = [portfolio.connection.raw.prepare('SELECT id FROM role LIMIT 1').pluck().get() as string];
  await value(portfolio, 'membership.create', {
    personId: id,
    containerId: exampleId('06/kernteam'),
    roles,
    start: '2023-09',
    appointed: true,
  });
  const said = async (more: object) => new TextDecoder().decode(await caseFile(portfolio, 'md', more));
  // the drawing stands for itself: it shows the names of the screen, so look at the tables only
  const tables = (markdown: string) => markdown.replace(/!\[[^\]]*\]\([^)]*\)/g, '');
  expect(tables(await said({}))).not.toContain('Herkenbare Naam');
  expect(tables(await said({ names: 'pseudonym' }))).toContain('D-017');
  expect(tables(await said({ names: 'name' }))).toContain('Herkenbare Naam');
});

test('the same content gives the same Word file', async () => {
  const portfolio = temporaryPortfolio('example');
  expect(Buffer.from(await caseFile(portfolio, 'docx')).equals(Buffer.from(await caseFile(portfolio, 'docx')))).toBe(true);
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => existsSync(file));
if (!office) console.warn('*** SKIPPED: no LibreOffice here; get it with `apt install libreoffice-writer-nogui poppler-utils`');

test.skipIf(!office)(
  'LibreOffice makes a PDF of it, with a diagram of at least 300 dots per inch',
  async () => {
    const portfolio = temporaryPortfolio('example');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'case.docx'), await caseFile(portfolio, 'docx', { networkId: exampleId('02/network') }));
    execFileSync(
      office as string,
      ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'case.docx')],
      {
        timeout: 120_000,
      },
    );
    const words = execFileSync('pdftotext', ['-layout', join(folder, 'case.pdf'), '-']).toString();
    expect(words).toContain('Casebeschrijving netwerk 02');
    expect(words).toMatch(/Figuur 1\. Systeemplaatje/);
    expect(words).toMatch(/Tabel 2\. Teams per laag/);
    const images = execFileSync('pdfimages', ['-list', join(folder, 'case.pdf')])
      .toString()
      .split('\n')
      .slice(2)
      .filter(Boolean);
    const dots = images.map((line) => Number(line.trim().split(/\s+/)[12]));
    expect(Math.max(...dots)).toBeGreaterThanOrEqual(280);
    expect(readFileSync(join(folder, 'case.pdf')).length).toBeGreaterThan(50_000);
  },
  180_000,
);
