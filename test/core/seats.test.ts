/** Seats that overlap: a membership fills one of them, and the counts of vacancies say so. */
import { expect, test } from 'vitest';
import { filledSeats, type SeatToFill } from '../../shared/domain/seating.ts';
import { temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2024-07-31';

async function table() {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: containerId } = await value(portfolio, 'unit.create', { networkId, name: 'PLG' });
  const { id: teacher } = await value(portfolio, 'role.create', { name: 'Docent' });
  const { id: school } = await value(portfolio, 'organisation.create', { name: 'School', kind: 'school' });
  const seat = async (label: string, asks: object) => (await value(portfolio, 'seat.create', { containerId, label, ...asks })).id;
  const join = async (more: object) => {
    const { id: personId } = await value(portfolio, 'person.create', { name: 'Iemand' });
    return (await value(portfolio, 'membership.create', { personId, containerId, start: '2020', ...more })).id;
  };
  const filled = async () =>
    Object.fromEntries((await value(portfolio, 'seat.list', { networkId, at })).rows.map((row) => [row.label ?? '', row.filled]));
  const unnamed = async () => (await value(portfolio, 'unit.list', { networkId, at })).units[0]?.unnamed.min;
  return { teacher, school, seat, join, filled, unnamed };
}

// counted once in each, one teacher filled five seats and no vacancy was left
test('one member fills the most specific seat and leaves the others empty', async () => {
  const { teacher, school, seat, join, filled, unnamed } = await table();
  await seat('open', { min: 1, max: 1 });
  await seat('soort', { organisationKind: 'school', min: 1, max: 1 });
  await seat('school', { organisationId: school, min: 1, max: 1 });
  await seat('docent', { roleId: teacher, min: 1, max: 1 });
  await seat('docent van school', { roleId: teacher, organisationId: school, min: 1, max: 1 });
  expect(await unnamed()).toBe(5);
  const order = ['docent van school', 'docent', 'school', 'soort', 'open'];
  for (const [index, last] of order.entries()) {
    await join({ roles: [teacher], organisationId: school });
    const counts = await filled();
    expect(order.filter((label) => counts[label] === 1)).toEqual(order.slice(0, index + 1));
    expect(await unnamed(), last).toBe(4 - index);
  }
});

test('of two seats that ask the same the first is filled first, and who is too many counts in the first', async () => {
  const { teacher, seat, join, filled } = await table();
  await seat('eerste', { roleId: teacher, min: 1, max: 1 });
  await seat('tweede', { roleId: teacher, min: 2 });
  const after = [];
  for (let count = 0; count < 4; count++) {
    await join({ roles: [teacher] });
    after.push(await filled());
  }
  expect(after).toEqual([
    { eerste: 1, tweede: 0 },
    { eerste: 1, tweede: 1 },
    { eerste: 1, tweede: 2 },
    { eerste: 2, tweede: 2 },
  ]);
});

test('a norm counts who there is and takes nobody from a seat; ‘the others’ without a number are not those who have a name', async () => {
  const { teacher, seat, join, filled, unnamed } = await table();
  await seat('norm', { kind: 'norm', roleId: teacher, min: 6 });
  await seat('docenten', { roleId: teacher, min: 2 });
  await seat('overige leden', {});
  await seat('vroeger', { roleId: teacher, min: 3, start: '2010', end: '2015' });
  await join({ roles: [teacher] });
  await join({});
  expect(await filled()).toEqual({ norm: 1, docenten: 1, 'overige leden': 0, vroeger: 0 });
  expect(await unnamed()).toBe(1);
});

test('someone with two memberships sits in a seat once', () => {
  const seat: SeatToFill = {
    id: 'a',
    kind: 'seat',
    roleId: 'r',
    organisationId: null,
    organisationKind: null,
    min: 3,
    max: null,
    presence: 'yes',
    fits: [
      { membership: '1', person: 'p' },
      { membership: '2', person: 'p' },
    ],
  };
  expect(filledSeats([seat])).toEqual(new Map([['a', 1]]));
});
