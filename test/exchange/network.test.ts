/** A network goes to Excel and comes back as it was: every field of every record, in an empty portfolio and in its own. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { homeOf } from '../../db/repositories/record.repo.ts';
import { readStock } from '../../db/repositories/stock.queries.ts';
import { closureOf } from '../../shared/exchange/closure.ts';
import { kindsInOrder } from '../../shared/exchange/keys.ts';
import { dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';
import { bring, take } from './exchange.ts';

/** Every record that belongs to a network, with its place in the drawing and when it was made. */
function contents(portfolio: Portfolio, networkId: string | null): Record<string, unknown[]> {
  const stock = readStock(portfolio.connection);
  const belongs = closureOf(stock, networkId, (id) => homeOf(portfolio.connection, id));
  const whole = (record: { id: string }) => ({ ...record, slot: stock.slots.get(record.id), created: stock.created.get(record.id) });
  return Object.fromEntries(kindsInOrder.map((kind) => [kind, belongs[kind].map(whole)]));
}

const numbers = ['01', '02', '03', '04', '05', '06', '07', '08', 'K'] as const;

test.each(numbers)('network %s comes back whole in an empty portfolio, and one undo takes it away', async (number) => {
  const example = temporaryPortfolio('example');
  const networkId = exampleId(`${number}/network`);
  const { bytes } = await take(example, 'network.export', { networkId, format: 'xlsx' });
  const empty = temporaryPortfolio('empty');
  const before = dump(empty);
  const { counts, records, applied } = await bring(empty, 'network.import', { apply: true }, bytes);
  expect(applied).toBe(true);
  expect({ ...counts, new: 0 }).toEqual({ new: 0, changed: 0, same: 0, doubt: 0, refused: 0, skipped: 0 });
  expect(records.length).toBeGreaterThan(5);
  expect(contents(empty, null)).toEqual(contents(example, networkId));
  await value(empty, 'change.move', { to: 'undo' });
  expect(dump(empty)).toBe(before);
});

test.each(['02', '06', '07'])('network %s changes nothing in the portfolio that it came from', async (number) => {
  const example = temporaryPortfolio('example');
  const before = dump(example);
  const { bytes } = await take(example, 'network.export', { networkId: exampleId(`${number}/network`), format: 'xlsx' });
  const { counts, records } = await bring(example, 'network.import', { apply: true }, bytes);
  expect(counts).toMatchObject({ new: 0, changed: 0, doubt: 0, refused: 0 });
  expect(records).toEqual([]);
  expect(dump(example)).toBe(before);
  expect((await value(example, 'portfolio.get', {})).undo).toBeNull();
});

test('the same network gives the same bytes', async () => {
  const example = temporaryPortfolio('example');
  const input = { networkId: exampleId('06/network'), format: 'xlsx' };
  const [first, second] = [await take(example, 'network.export', input), await take(example, 'network.export', input)];
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
});
