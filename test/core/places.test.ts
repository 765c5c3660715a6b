/** Places in the drawing are kept: who comes later takes a free one, who goes leaves it, and by hand two change places. */
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { temporaryPortfolio, value } from '../fixtures/portfolio.ts';

async function network(portfolio: Portfolio) {
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'A' });
  const { id: containerId } = await value(portfolio, 'unit.create', { networkId, name: 'PLG' });
  const join = async (name: string) => {
    const { id: personId } = await value(portfolio, 'person.create', { name });
    return (await value(portfolio, 'membership.create', { personId, containerId, start: '2023' })).id;
  };
  const slots = async () => {
    const model = await value(portfolio, 'diagram.get', { networkId, at: '2024-07-31' });
    return Object.fromEntries(model.slots.map((slot) => [slot.itemId, slot.slot]));
  };
  return { containerId, join, slots };
}

test('the next one takes the first free place, also one that came free', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { join, slots } = await network(portfolio);
  const [a, b, c] = [await join('A'), await join('B'), await join('C')];
  expect(await slots()).toEqual({ [a]: 0, [b]: 1, [c]: 2 });
  await value(portfolio, 'membership.remove', { id: b });
  const d = await join('D');
  expect(await slots()).toEqual({ [a]: 0, [d]: 1, [c]: 2 });
});

test('by hand two change places, in one step', async () => {
  const portfolio = temporaryPortfolio('empty');
  const { containerId, join, slots } = await network(portfolio);
  const [a, b] = [await join('A'), await join('B')];
  await value(portfolio, 'diagram.move', { containerId, itemId: a, slot: 1 });
  expect(await slots()).toEqual({ [a]: 1, [b]: 0 });
  portfolio.move('undo');
  expect(await slots()).toEqual({ [a]: 0, [b]: 1 });
});
