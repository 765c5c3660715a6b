/** The case description: no name where none was asked for, no text that breaks it, and files that every reader can read. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runJob } from '../../db/dispatch.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { ask, dump, exampleId, temporaryPortfolio, testContext, value } from '../fixtures/portfolio.ts';

const key = { networkId: exampleId('02/network'), researchYearId: exampleId('shared/jaar-1') };
const quiet = { progress: () => undefined, checkpoint: () => undefined };
const formats = ['docx', 'md', 'html'] as const;

async function written(portfolio: Portfolio, format: string, more: object = {}): Promise<{ name: string; text: string; document: string }> {
  const { outcome, file } = await runJob(portfolio.connection, 'case.export', { ...key, format, to: '-', ...more }, testContext, quiet);
  if (!outcome.ok || !file) throw new Error(JSON.stringify(outcome));
  if (format !== 'docx') return { name: file.name, text: new TextDecoder().decode(file.bytes).replace(/data:image[^)"]*/g, 'beeld'), document: '' };
  const files = unzipSync(file.bytes);
  const text = Object.entries(files).map(([name, bytes]) => (name.endsWith('.png') ? '' : strFromU8(bytes)));
  return { name: file.name, text: text.join('\n'), document: strFromU8(files['word/document.xml'] as Uint8Array) };
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
/** Own text, and no drawing: that takes a second each time. */
async function write(portfolio: Portfolio, content: unknown[]): Promise<void> {
  await value(portfolio, 'case.update', { ...key, part: 'network', body: { type: 'doc', content: [] } });
  await value(portfolio, 'case.update', { ...key, part: 'yields', body: { type: 'doc', content } });
}

test('by role or pseudonym no file has a name in it: not in its text, its drawing, its name', async () => {
  const portfolio = temporaryPortfolio('example');
  const people = portfolio.connection.raw
    .prepare('SELECT DISTINCT person_id FROM membership JOIN entity USING (id) WHERE home_network_id = ?')
    .pluck()
    .all(key.networkId) as string[];
  for (const [index, id] of people.entries())
    await value(portfolio, 'person.update', { id, name: `Xq${index}zw Geheim`, pseudonym: index % 2 === 0 ? `D-${index}` : null });
  const stranger = await value(portfolio, 'person.create', { name: 'Xq99zw Geheim' });
  await value(portfolio, 'yield.create', { networkId: key.networkId, name: 'Poster', makers: [people[0] as string, stranger.id], start: '2024' });
  for (const names of ['role', 'pseudonym'] as const)
    for (const format of formats) {
      const { name, text } = await written(portfolio, format, { names });
      expect(name + text, `${names} ${format}`).not.toMatch(/Geheim|Xq\d/);
    }
  expect((await written(portfolio, 'html', { names: 'name' })).text).toContain('Geheim');
  const shown = JSON.stringify(await value(portfolio, 'case.get', key));
  expect(shown).not.toMatch(/Geheim/);
}, 60_000);

test.each([
  ['nothing', null],
  ['a number', 5],
  ['a list', []],
  ['no document', { type: 'paragraph' }],
  ['content that is no list', { type: 'doc', content: 'tekst' }],
  ['a hole', { type: 'doc', content: [null] }],
  ['text that is none', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 5 }] }] }],
  ['something beside it', { type: 'doc', extra: 1 }],
  ['a big number', { type: 'doc', attrs: { value: 10n } }],
])('a body that is %s is refused, and the case can still be read', async (_what, body) => {
  const portfolio = temporaryPortfolio('example');
  const before = dump(portfolio);
  expect(await ask(portfolio, 'case.update', { ...key, part: 'yields', body })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  expect(dump(portfolio)).toBe(before);
  expect(await ask(portfolio, 'case.get', key)).toMatchObject({ ok: true });
});

test('as of a day in the year, what came after it is not told', async () => {
  const portfolio = temporaryPortfolio('example');
  const unit = exampleId('02/plg-1');
  const { id: personId } = await value(portfolio, 'person.create', { name: 'Later' });
  await value(portfolio, 'membership.create', { personId, containerId: unit, start: '2024-05-01' });
  const told = async (at: string) => {
    const { parts } = await value(portfolio, 'case.get', { ...key, at });
    return parts.flatMap((part) => part.blocks).find((block) => block.block === 'turnover')?.rows.length ?? 0;
  };
  expect((await told('2024-07-31')) - (await told('2024-04-30'))).toBeGreaterThanOrEqual(1);
});

test('how long someone takes part is not counted from a later start than the earliest, nor from a plan', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: studyId } = await value(portfolio, 'study.create', { name: 'S' });
  const year = { studyId, number: 1, name: '2023-2024', start: '2023-08-01', end: '2024-07-31' };
  const { id: researchYearId } = await value(portfolio, 'researchYear.create', year);
  const { id: containerId } = await value(portfolio, 'unit.create', { networkId, name: 'A' });
  for (const [name, more] of [
    ['A', { start: '[..2020]' }],
    ['B', { start: '2010', standing: 'planned' }],
  ] as const) {
    const { id: personId } = await value(portfolio, 'person.create', { name });
    await value(portfolio, 'membership.create', { personId, containerId, ...more });
    await value(portfolio, 'membership.create', { personId, containerId: networkId, start: '2024-01-01' });
  }
  const { parts } = await value(portfolio, 'case.get', { networkId, researchYearId });
  const block = parts.flatMap((part) => part.blocks).find((one) => one.block === 'time');
  expect(block?.rows.map((row) => row[1])).toEqual(['1', '0', '0', '0', '1']);
});

test('signs that Word cannot read stay out of it, and what looks like code is text', async () => {
  const portfolio = temporaryPortfolio('example');
  await value(portfolio, 'network.update', { id: key.networkId, name: '<script>alert("1")</script> & [x](javascript:1) *A*' });
  await write(portfolio, [
    paragraph('nul\u0000 tab\u000b \u001b <img src=x onerror=1> & ]]> {{x}}'),
    paragraph('1. geen lijst'),
    paragraph('- geen lijst'),
  ]);
  const { document, text } = await written(portfolio, 'docx');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  expect(document).toContain('&lt;img');
  const html = (await written(portfolio, 'html')).text;
  expect(html).not.toMatch(/<script|<img/);
  const markdown = (await written(portfolio, 'md')).text;
  expect(markdown).not.toMatch(/(^|[^\\])<(script|img)/);
  expect(markdown).toContain('1\\. geen lijst');
  expect(markdown).toContain('\\- geen lijst');
  expect(markdown).not.toMatch(/[^\\]\[x\]\(/);
}, 60_000);

test('lists in a table and second lists are in the Word file as they were written', async () => {
  const portfolio = temporaryPortfolio('example');
  const items = (kind: string, ...texts: string[]) => ({
    type: kind,
    content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  });
  const cell = (...content: unknown[]) => ({ type: 'tableCell', content });
  await write(portfolio, [
    items('orderedList', 'eerste-een', 'eerste-twee'),
    paragraph('ertussen'),
    items('orderedList', 'tweede-een'),
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            cell(items('bulletList', 'in-de-cel')),
            cell({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'kop-in-cel' }] }),
          ],
        },
      ],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('punt'), paragraph('vervolg van het punt')] }] },
    { type: 'table', content: [] },
    { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: -4, rowspan: 'x' }, content: [] }] }] },
  ]);
  const { document } = await written(portfolio, 'docx');
  for (const text of ['in-de-cel', 'kop-in-cel']) expect(document).toContain(text);
  const paragraphs = document.split('<w:p>');
  const numberOf = (text: string) => /<w:numId w:val="(\d+)"/.exec(paragraphs.find((one) => one.includes(`>${text}<`)) ?? '')?.[1];
  expect(numberOf('eerste-een')).toBe(numberOf('eerste-twee'));
  expect(numberOf('tweede-een')).not.toBe(numberOf('eerste-een'));
  expect(numberOf('punt')).toBeDefined();
  expect(numberOf('vervolg van het punt')).toBeUndefined();
  for (const format of ['md', 'html']) expect((await written(portfolio, format)).text).toContain('in-de-cel');
}, 60_000);
