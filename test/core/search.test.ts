/** Finding any text: what is written is found at once, what is undone or gone is not. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { renewSchemaObjects } from '../../db/safety/schema-objects.ts';
import { ask, exampleId, fillLogBook, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const find = async (portfolio: Portfolio, text: string, more: object = {}) => (await value(portfolio, 'search.list', { text, ...more })).found;
const names = async (portfolio: Portfolio, text: string) => (await find(portfolio, text)).map((row) => row.name);

/** What the index holds, whatever numbers it uses inside. */
const content = (portfolio: Portfolio): unknown =>
  portfolio.connection.raw.prepare('SELECT id, name, body FROM search_doc JOIN search_text ON search_text.rowid = search_doc.doc ORDER BY id').all();

function anew(portfolio: Portfolio): unknown {
  portfolio.connection.raw.transaction(() => renewSchemaObjects(portfolio.connection.raw))();
  return content(portfolio);
}

test('finds by the beginning of words, with or without diacritics, in names before texts, and all words must be there', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Eén' });
  await value(portfolio, 'unit.create', { networkId, name: 'PLG groen', note: 'Werkt met de praatplaat over woordenschat in de kleutergroep.' });
  await value(portfolio, 'yield.create', { networkId, name: 'Praatplaat Zuidwijk' });
  await value(portfolio, 'decision.create', {
    meetingId: (await value(portfolio, 'meeting.create', { networkId, name: 'Café' })).id,
    text: 'De praatplaat gaat mee',
  });
  expect(await names(portfolio, 'praat')).toEqual(expect.arrayContaining(['Praatplaat Zuidwijk', 'De praatplaat gaat mee', 'PLG groen']));
  expect((await names(portfolio, 'praat')).at(-1)).toBe('PLG groen');
  expect(await names(portfolio, 'cafe')).toEqual(['Café']);
  expect(await names(portfolio, 'EEN')).toEqual(['Eén']);
  expect(await names(portfolio, 'praatplaat woord')).toEqual(['PLG groen']);
  expect(await names(portfolio, 'praatplaat nergens')).toEqual([]);
  const [unit] = await find(portfolio, 'woordensch');
  expect(unit).toMatchObject({ kind: 'unit', network: { code: '1' } });
  expect(unit?.passage.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(['woordenschat']);
  expect(unit?.passage.map((piece) => piece.text).join('')).toContain('de praatplaat over woordenschat');
});

// catches: a word that is half bold, found as two; and words of the next paragraph, found as one with it
test('finds what a case description says, and of which year it is', async () => {
  const portfolio = temporaryPortfolio('example');
  const key = { networkId: exampleId('02/network'), researchYearId: exampleId('shared/jaar-1') };
  const text = (said: string, more: object = {}) => ({ type: 'text', text: said, ...more });
  const body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('De werkplaats over woorden'), text('schatkist', { marks: [{ type: 'bold' }] }), text(' loopt')] },
      { type: 'paragraph', content: [text('Daarna de veldtocht')] },
    ],
  };
  await value(portfolio, 'case.update', { ...key, part: 'activities', body });
  const [found, ...others] = await find(portfolio, 'woordenschatk');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ kind: 'caseDescription', network: { code: '02' }, researchYearId: key.researchYearId });
  expect(found?.name).toMatch(/^.+, .+$/);
  expect(found?.passage.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(['woordenschatkist']);
  expect(await names(portfolio, 'looptDaarna')).toEqual([]);
  expect(anew(portfolio)).toEqual(content(portfolio));
  await value(portfolio, 'case.update', { ...key, part: 'activities', body: { type: 'doc', content: [] } });
  expect(await names(portfolio, 'veldtocht')).toEqual([]);
  portfolio.move('undo');
  expect(await names(portfolio, 'veldtocht')).toEqual([found?.name]);
});

// catches: a text that the index takes as its own language
test.each(['"', '*', 'AND', 'NOT', 'NEAR(a b)', 'name:x', '^', '- -', '\u0000', "o'", '()', 'a"b', 'ﬁ', '👩‍👩‍👧'])(
  'what is typed is never a command: %s',
  async (text) => {
    const portfolio = temporaryPortfolio('empty');
    await value(portfolio, 'person.create', { name: 'Leraar 5' });
    expect(await ask(portfolio, 'search.list', { text })).toMatchObject({ ok: true });
  },
);

test('within one network only what is of that network is found', async () => {
  const portfolio = temporaryPortfolio('example');
  const networkId = exampleId('02/network');
  const found = await find(portfolio, 'school', { networkId, limit: 200 });
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((row) => row.network?.id))).toEqual(new Set([networkId]));
});

// catches: an index that lags behind undo, a merge, a removal that takes others along, or an import
test('after changing, undoing, removing and merging the index is what it would be if it were made anew', async () => {
  const portfolio = temporaryPortfolio('example');
  fillLogBook(portfolio);
  const networkId = exampleId('02/network');
  const before = content(portfolio);
  expect(anew(portfolio)).toEqual(before);
  const { id: one } = await value(portfolio, 'person.create', { name: 'Leraar Zwaluw', note: 'Kent de wijk' });
  const { id: two } = await value(portfolio, 'person.create', { name: 'Leraar Zwaluwe', note: 'Kent de school' });
  await value(portfolio, 'person.update', { id: one, note: null, expertise: 'taal' });
  await value(portfolio, 'membership.create', { personId: one, containerId: networkId, note: 'invaller' });
  await value(portfolio, 'person.link', { id: one, intoId: two, fields: [] });
  await value(portfolio, 'unit.remove', { id: exampleId('02/plg-1') });
  const after = content(portfolio);
  expect(after).not.toEqual(before);
  expect(anew(portfolio)).toEqual(after);
  while (portfolio.move('undo'));
  expect(content(portfolio)).toEqual(before);
  while (portfolio.move('redo'));
  expect(content(portfolio)).toEqual(after);
});
