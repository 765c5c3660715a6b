/** Network K: the register of activities of the evaluation 000, row for row. What is not known is as much a fact as what is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const root = join(import.meta.dirname, '../..');
const register = async () => (await value(temporaryPortfolio('example'), 'activity.list', { networkId: exampleId('K/network') })).rows;
type Row = Awaited<ReturnType<typeof register>>[number];

const count = (rows: readonly Row[], column: 'reach' | 'mark', state: string): number =>
  rows.filter((row) => row[column].some((figure) => figure.state === state)).length;
const called = (rows: readonly Row[], name: string): Row => rows.find((row) => row.name.includes(name)) as Row;

test('thirty rows, of which four in the pillar of knowledge', async () => {
  const rows = await register();
  expect(rows).toHaveLength(30);
  expect([...Map.groupBy(rows, (row) => row.layer?.name)].map(([pillar, own]) => [pillar, own.length])).toEqual([
    ['Pijler Kennis', 4],
    ['Pijler Netwerken', 26],
  ]);
  expect(rows.filter((row) => row.of === 'meeting')).toHaveLength(15);
  for (const row of rows) {
    expect(row.targetGroups.length, row.name).toBeGreaterThan(0);
    expect(row.carriedOutBy.length, row.name).toBeGreaterThan(0);
    expect(row.start, row.name).not.toBeNull();
    // one figure at least, also where nothing is known: that too is said
    expect(row.reach.length, row.name).toBeGreaterThan(0);
    expect(row.mark, row.name).toHaveLength(1);
  }
});

test('not known, not applicable and not filled in are as often there as in the text', async () => {
  const rows = await register();
  expect(count(rows, 'reach', 'unknown')).toBe(9);
  expect(count(rows, 'reach', 'notApplicable')).toBe(1);
  expect(count(rows, 'reach', 'notFilledIn')).toBe(0);
  expect(count(rows, 'mark', 'unknown')).toBe(22);
  expect(count(rows, 'mark', 'notApplicable')).toBe(0);
  expect(count(rows, 'mark', 'notFilledIn')).toBe(1);
  expect(count(rows, 'mark', 'value')).toBe(7);
});

test('a figure has the parts that the text gives it, and no more', async () => {
  const rows = await register();
  expect(called(rows, 'NRO-congres').reach[0]).toMatchObject({ low: 1000, high: 1000, almost: true, unit: 'bezoekers' });
  expect(called(rows, 'Thema welbevinden').reach[0]).toMatchObject({ low: 175, high: 4813, per: 'video' });
  expect(called(rows, 'Avond').reach[0]).toMatchObject({ low: 100, high: null, moreThan: true });
  expect(called(rows, 'ACT').reach[0]).toMatchObject({ state: 'value', low: null, high: null, text: 'Vol' });
  expect(called(rows, 'Onderwijskennis').mark[0]).toMatchObject({ low: 4.8, outOf: 5 });
  expect(called(rows, 'smartphone').reach.map((figure) => figure.low)).toEqual([1345, 638, 3272]);
  expect(called(rows, 'Congres ‘Wegwijs').start).toBe('2024-10-14');
});

test('every line of the register is held by a row', ({ skip }) => {
  const seeds = join(root, '../shared/seeds');
  const file = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('000_')) : undefined;
  if (file === undefined) {
    console.warn('SKIPPED: the text 000 is not at ../shared/seeds');
    skip();
    return;
  }
  const lines = readFileSync(join(seeds, file), 'utf8').split('\n');
  const first = lines.findIndex((line) => line.startsWith(' Bijlage: Activiteiten')) + 1;
  const { records } = JSON.parse(readFileSync(join(root, 'resources/example/K.json'), 'utf8')) as {
    records: { kind: string; says: { section: string; lines: [number, number] }[] }[];
  };
  const held = new Set<number>();
  for (const said of records.flatMap((record) => record.says).filter(({ section }) => section === 'bijlage'))
    for (let line = said.lines[0]; line <= said.lines[1]; line += 1) held.add(line);
  // the heads of the table, the reference at the foot of a page and its number
  const isFurniture = (line: string): boolean => /^\s*(Doelgroep\(en\) Bereik|.*\(2025\)\. De kenniscommunity als proeftuin|\d\s*$)/.test(line);
  const open = lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text, line }) => line > first && text.trim() !== '' && !isFurniture(text) && !held.has(line));
  expect(first).toBeGreaterThan(1);
  expect(open).toEqual([]);
});
