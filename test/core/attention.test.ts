/** What of a network asks for attention: exactly what is late, ends soon or is not known, on the day in view. */
import { describe, expect, test } from 'vitest';
import type { Output } from '../../shared/contract/index.ts';
import { exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2025-03-12';
type Points = Readonly<Record<Output<'attention.list'>['points'][number]['what'], { count: number; of: number; ids: string[] }>>;

async function scene() {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const { id: unitId } = await value(portfolio, 'unit.create', { networkId, name: 'PLG 1' });
  const person = async (name: string) => (await value(portfolio, 'person.create', { name })).id;
  const join = async (personId: string, more: object = {}) =>
    (await value(portfolio, 'membership.create', { personId, containerId: unitId, start: '2020', ...more })).id;
  const meet = async (start: string | null, more: object = {}) =>
    (await value(portfolio, 'meeting.create', { networkId, name: 'Overleg', units: [unitId], start, ...more })).id;
  const look = async (day = at) => {
    const { points, ...more } = await value(portfolio, 'attention.list', { networkId, at: day });
    const told = Object.fromEntries(points.map(({ what, ...point }) => [what, point])) as Points;
    return { ...more, points, told };
  };
  return { portfolio, networkId, unitId, person, join, meet, look };
}

test('a network with nothing in it asks for nothing', async () => {
  const { look } = await scene();
  const { meetings, points, unnamedSeats } = await look();
  expect(meetings).toBe('none');
  expect(points.map(({ count, of, ids }) => [count, of, ids.length])).toEqual(points.map(() => [0, 0, 0]));
  expect(points).toHaveLength(10);
  expect(unnamedSeats).toEqual({ seats: 0, min: 0, unknown: 0 });
});

describe('rhythms', () => {
  // catches: a network that logs nothing, told that every rhythm slips
  test('say nothing where no meetings are kept, and slip where they are', async () => {
    const { portfolio, networkId, unitId, meet, look } = await scene();
    const { id } = await value(portfolio, 'rhythm.create', { networkId, name: 'Ritme', units: [unitId], start: '2020', everyWeeks: 4 });
    const rhythms = async () => (await value(portfolio, 'meeting.measure', { networkId, at })).rhythms.map((row) => row.slips);
    // an open event and what is only planned are no habit of keeping meetings
    await meet('2025-02-01', { units: [], isOpen: true });
    await meet('2025-02-01', { standing: 'planned' });
    expect(await look()).toMatchObject({ meetings: 'none', told: { rhythms: { count: 0, of: 0 } } });
    expect(await rhythms()).toEqual([false]);
    await meet('2022-10-01');
    expect(await look()).toMatchObject({ meetings: 'before', told: { rhythms: { count: 0 } } });
    expect(await rhythms()).toEqual([false]);
    await meet('2023-10-01');
    expect(await look()).toMatchObject({ meetings: 'lately', told: { rhythms: { count: 1, of: 1, ids: [id] } } });
    expect(await rhythms()).toEqual([true]);
    await meet('2025-03-01');
    expect((await look()).told.rhythms).toEqual({ count: 0, of: 1, ids: [] });
    // catches: one meeting that is kept, and every other team told that it slips
    const other = (await value(portfolio, 'unit.create', { networkId, name: 'PLG 2' })).id;
    await value(portfolio, 'rhythm.create', { networkId, name: 'Ander ritme', units: [other], start: '2020', everyWeeks: 4 });
    await value(portfolio, 'rhythm.create', { networkId, name: 'Samen', units: [unitId, other], start: '2020', everyWeeks: 4 });
    expect(await look()).toMatchObject({ unkept: { rhythms: 2, teams: 0 }, told: { rhythms: { count: 0, of: 1 } } });
    const { id: whole } = await value(portfolio, 'rhythm.create', { networkId, name: 'Iedereen', units: [], start: '2020', everyWeeks: 4 });
    expect((await look()).unkept.rhythms).toBe(3);
    await meet('2024-09-01', { units: [], rhythmId: whole });
    expect(await look()).toMatchObject({ unkept: { rhythms: 2 }, told: { rhythms: { count: 1, of: 2, ids: [whole] } } });
    // what is held after the day is no habit yet
    expect((await look('2020-09-01')).meetings).toBe('none');
    // held once, nobody knows when: not lately as far as is known
    await meet(null);
    expect((await look('2020-09-01')).meetings).toBe('before');
  });
});

test('actions that are overdue, of those that are open', async () => {
  const { portfolio, networkId, look } = await scene();
  const act = async (due: string | null, more: object = {}) =>
    (await value(portfolio, 'action.create', { networkId, text: 'Iets', due, ...more })).id;
  const late = await act('2025-02');
  await act('2025-03');
  await act(null);
  await act('2025-02', { done: '2025-02-20' });
  expect((await look()).told.actions).toEqual({ count: 1, of: 3, ids: [late] });
});

test('meetings of the school year of which nobody said who was there; a count or one mark is enough', async () => {
  const { portfolio, person, meet, look } = await scene();
  const bare = await meet('2025-01-10');
  await meet('2025-01-11', { headCount: 8 });
  await value(portfolio, 'attendance.link', { meetingId: await meet('2025-01-12'), personIds: [await person('Leraar 1')], state: 'absent' });
  await meet('2024-07-01');
  await meet('2025-03-13');
  await meet('2025-01-13', { standing: 'lapsed' });
  await meet('2025-01-14', { isOpen: true });
  expect((await look()).told.unmarked).toEqual({ count: 1, of: 3, ids: [bare] });
});

test('products and boundary objects without a score on the day', async () => {
  const { portfolio, networkId, look } = await scene();
  const make = async (more: object = {}) => (await value(portfolio, 'yield.create', { networkId, name: 'Poster', start: '2024', ...more })).id;
  const bare = await make();
  const scored = await make();
  await value(portfolio, 'quality.create', { yieldId: scored, date: '2025-01', usability: 3 });
  await make({ type: 'development', level: 'micro' });
  const travels = await make({ type: 'development', level: 'micro', isBoundaryObject: true });
  await make({ standing: 'planned' });
  await make({ start: '2026' });
  expect((await look()).told.unscored).toEqual({ count: 2, of: 3, ids: [bare, travels] });
  expect((await look('2024-12-31')).told.unscored.ids).toEqual([bare, scored, travels]);
});

test('memberships that end within 90 days, and money that does, also of the network itself', async () => {
  const { portfolio, networkId, person, join, look } = await scene();
  const soon = await join(await person('Leraar 1'), { end: '2025-04' });
  await join(await person('Leraar 2'), { end: '2025-09' });
  await join(await person('Leraar 3'), { end: '2025-01' });
  await join(await person('Leraar 4'), { end: null });
  const { id: yieldId } = await value(portfolio, 'yield.create', { networkId, name: 'Poster' });
  const paid = async (fundedUntil: string | null) =>
    (await value(portfolio, 'embedding.create', { entityId: yieldId, form: 'budget', start: '2024', fundedUntil })).id;
  const ends = await paid('2025-05');
  await paid('2025-12');
  await paid('2025-01');
  await paid(null);
  expect((await look()).told).toMatchObject({ ending: { count: 1, of: 3, ids: [soon] }, funding: { count: 1, of: 2, ids: [ends] } });
  await value(portfolio, 'network.update', { id: networkId, fundingEnd: '2025-06-01' });
  expect((await look()).told.funding).toEqual({ count: 2, of: 3, ids: [networkId, ends] });
});

// catches: two ways to count the same, one on the overview and one in the yearly update
test('memberships that nobody confirmed for a year are those that the yearly update asks', async () => {
  const portfolio = temporaryPortfolio('example');
  const networkId = exampleId('02/network');
  const due = async (day: string) =>
    (await value(portfolio, 'confirmation.list', { networkId, at: day })).rows
      .filter((row) => row.kind === 'membership' && row.field === null && row.isDue)
      .map((row) => row.id);
  const told = async (day: string) =>
    (await value(portfolio, 'attention.list', { networkId, at: day })).points.find(({ what }) => what === 'unconfirmed')?.ids;
  const [first, second, third] = (await value(portfolio, 'membership.list', { networkId, at: '2030-01-01' })).rows;
  await value(portfolio, 'statement.create', { entityId: first?.id as string, value: 'klopt', date: '2029-06' });
  await value(portfolio, 'statement.create', { entityId: second?.id as string, value: 'klopt', date: '2024' });
  await value(portfolio, 'membership.update', { id: third?.id as string, hoursPerWeek: 4 });
  // catches: what a source says of a membership, taken for somebody who confirmed it
  const isConfirmed = async () => (await value(portfolio, 'attention.list', { networkId, at: '2030-01-01' })).isConfirmed;
  expect(await isConfirmed()).toBe(false);
  await value(portfolio, 'statement.create', { entityId: second?.id as string, kind: 'confirms', date: '2024' });
  expect(await isConfirmed()).toBe(true);
  for (const day of ['2024-07-31', '2027-10-01', '2030-01-01', '2031-01-01']) {
    const asked = await due(day);
    expect((await told(day))?.toSorted(), day).toEqual(asked.toSorted());
  }
  expect(await due('2030-01-01')).not.toContain(first?.id);
  expect((await due('2030-01-01')).length).toBeGreaterThan(3);
});

test('memberships without a sure start, a role or an organisation', async () => {
  const { portfolio, person, join, look } = await scene();
  const { id: role } = await value(portfolio, 'role.create', { name: 'Leraar' });
  const { id: organisationId } = await value(portfolio, 'organisation.create', { name: 'School 1', kind: 'school' });
  const whole = await join(await person('Leraar 1'), { roles: [role], organisationId });
  const bare = await join(await person('Leraar 2'), { start: '[..2024]' });
  const { told } = await look();
  expect(whole).not.toBe(bare);
  for (const what of ['start', 'role', 'organisation'] as const) expect(told[what]).toEqual({ count: 1, of: 2, ids: [bare] });
});
