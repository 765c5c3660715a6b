/** Parts 4 and 5 of the case description: what was recorded, of how many, and what is not known. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { exampleId, fillLogBook, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const key = { networkId: exampleId('02/network'), researchYearId: exampleId('shared/jaar-1') };

async function block(portfolio: Portfolio, name: string, more: object = {}) {
  const { parts } = await value(portfolio, 'case.get', { ...key, ...more });
  const found = parts.flatMap((part) => part.blocks).find((one) => one.block === name);
  if (!found) throw new Error(`no block ${name}`);
  return found;
}

// catches: a year without recorded meetings told as a year without meetings
test('where nothing was recorded the text says so, and no number stands for it', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: studyId } = await value(portfolio, 'study.create', { name: 'S' });
  const { id: researchYearId } = await value(portfolio, 'researchYear.create', {
    studyId,
    number: 1,
    name: '2023-2024',
    start: '2023-08-01',
    end: '2024-07-31',
  });
  const { parts } = await value(portfolio, 'case.get', { networkId, researchYearId });
  const blocks = parts.filter((part) => part.part === 'activities' || part.part === 'yields').flatMap((part) => part.blocks);
  expect(blocks.map((one) => one.block)).toEqual(['rhythms', 'purposes', 'meetings', 'phases', 'yields', 'rings', 'spread', 'embeddings']);
  for (const one of blocks) expect([one.rows, one.note], one.block).toEqual([[], expect.stringMatching(/\S/)]);
});

test('meetings of the year with who was there of how many, and what they were for with of how many it is known', async () => {
  const portfolio = temporaryPortfolio('example');
  fillLogBook(portfolio);
  const units = [exampleId('02/plg-1')];
  await value(portfolio, 'meeting.create', { networkId: key.networkId, name: 'Zonder doel', units, start: '2024-04-10', headCount: 7 });
  await value(portfolio, 'meeting.create', { networkId: key.networkId, name: 'Vervallen', units, start: '2024-05-10', standing: 'lapsed' });
  await value(portfolio, 'meeting.create', { networkId: key.networkId, name: 'Volgend jaar', units, start: '2024-09-10' });
  const { rows } = await block(portfolio, 'meetings');
  const [told, ...own] = rows.map((row) => [row[1], row[3]]);
  // what the example has itself: nobody counted who was there
  expect(told?.[1]).toBe('niet bekend');
  expect(own).toEqual([
    ['Ontwerpsessie 1', '1 van 1'],
    ['Zonder doel', '7'],
  ]);
  expect((await block(portfolio, 'purposes')).rows[0]).toEqual(['hele netwerk', '1 van 3', '1', 'niet bekend', 'niet bekend', 'niet bekend']);
  // as of a day in the year, what comes after it is not told
  expect((await block(portfolio, 'meetings', { at: '2024-03-31' })).rows).toHaveLength(2);
});

test('yields with their scores, how far they came, and of how many steps there is no figure', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: studyId } = await value(portfolio, 'study.create', { name: 'S' });
  const year = { studyId, number: 1, name: '2023-2024', start: '2023-08-01', end: '2024-07-31' };
  const { id: researchYearId } = await value(portfolio, 'researchYear.create', year);
  const unit = async (name: string) => (await value(portfolio, 'unit.create', { networkId, name })).id;
  const [maker, other] = [await unit('PLG 1'), await unit('PLG 2')];
  const { id: yieldId } = await value(portfolio, 'yield.create', { networkId, name: 'Poster', form: 'poster', makers: [maker], start: '2023-10' });
  await value(portfolio, 'yield.create', { networkId, name: 'Bewuster lezen', type: 'development', level: 'meso', standing: 'planned' });
  await value(portfolio, 'yield.create', { networkId, name: 'Later', start: '2024-10' });
  await value(portfolio, 'quality.create', { yieldId, date: '2023-12', visibility: 2 });
  await value(portfolio, 'quality.create', { yieldId, date: '2024-06', visibility: 4 });
  const { id: step } = await value(portfolio, 'spread.create', { yieldId, toId: other, how: 'adapted', start: '2024-01' });
  await value(portfolio, 'figure.create', { entityId: step, aspect: 'reach', what: 'mensen', low: 8, high: 12 });
  await value(portfolio, 'spread.create', { yieldId, audience: 'lezers van een vakblad', start: '2024-02' });
  await value(portfolio, 'spread.create', { yieldId, toId: other, start: '2024-11' });
  await value(portfolio, 'embedding.create', { entityId: yieldId, form: 'curriculum', start: '2024-05', fundedUntil: '2025-07' });
  const { parts } = await value(portfolio, 'case.get', { networkId, researchYearId });
  const blocks = new Map(parts.flatMap((part) => part.blocks).map((one) => [one.block, one]));
  expect(blocks.get('yields')?.rows.map((row) => row.slice(1, 5))).toEqual([
    ['Poster', 'PLG 1', 'gerealiseerd', 'zichtbaar 4, toegankelijk ?, bruikbaar ?, transferwaarde ?'],
    ['Bewuster lezen', 'niet bekend', 'bedoeld', 'niet beoordeeld'],
  ]);
  expect(blocks.get('yields')?.note).toContain('Van 1 van 2');
  expect(blocks.get('spread')?.rows).toEqual([['Poster', '2', 'netwerk', '8–12', '1 van 2']]);
  expect(blocks.get('embeddings')?.rows[0]?.slice(0, 2)).toEqual(['Poster', 'curriculum']);
});

test('how far yields came: of how many, and that nothing went anywhere where nothing did', async () => {
  const portfolio = temporaryPortfolio('example');
  expect(await block(portfolio, 'rings')).toMatchObject({ rows: [], note: expect.stringContaining('Geen opbrengst ging') });
  fillLogBook(portfolio);
  // of those that are there on the day: what is only intended could not go anywhere
  const { rows } = await value(portfolio, 'yield.list', { networkId: key.networkId, at: '2024-07-31' });
  const made = rows.filter((row) => row.standing === 'actual').length;
  expect(made).toBeLessThan(rows.length);
  expect((await block(portfolio, 'rings')).note).toMatch(new RegExp(`^1 van ${made} opbrengsten ging verder`));
  // as of a day before the step there is nothing to draw
  expect((await block(portfolio, 'rings', { at: '2024-03-31' })).note).toContain('Geen opbrengst ging');
});
