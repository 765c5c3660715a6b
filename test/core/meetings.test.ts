/** Meetings: who should have been there, how rhythms are held, what meetings were for, who was not seen, and what is still to be done. */
import { expect, test } from 'vitest';
import { temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2025-03-12';

async function table() {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '1', name: 'Een' });
  const unit = async (name: string, home = networkId) => (await value(portfolio, 'unit.create', { networkId: home, name })).id;
  const person = async (name: string) => (await value(portfolio, 'person.create', { name })).id;
  const join = async (personId: string, containerId: string, more: object = {}) =>
    (await value(portfolio, 'membership.create', { personId, containerId, start: '2020', ...more })).id;
  const meet = async (units: string[], start: string | null, more: object = {}) =>
    (await value(portfolio, 'meeting.create', { networkId, name: 'Overleg', units, start, ...more })).id;
  const rhythm = async (units: string[], more: object) =>
    (await value(portfolio, 'rhythm.create', { networkId, name: 'Ritme', units, start: '2020', ...more })).id;
  const mark = (meetingId: string, state: 'present' | 'excused' | 'absent' | 'guest' | null, ...personIds: string[]) =>
    value(portfolio, 'attendance.link', { meetingId, personIds, state });
  const year = () => value(portfolio, 'meeting.measure', { networkId, at });
  return { portfolio, networkId, unit, person, join, meet, rhythm, mark, year };
}

// catches: a field that asks for a yield, a rhythm or a meeting and finds none
test('a field that asks for them finds yields, rhythms, meetings and channels; the search of the window does not', async () => {
  const { portfolio, networkId, meet, rhythm } = await table();
  await value(portfolio, 'yield.create', { networkId, name: 'Praatplaat' });
  await value(portfolio, 'channel.create', { networkId, name: 'Plaat van de week' });
  await rhythm([], { name: 'Plaatoverleg' });
  await meet([], '2025-03-06', { name: 'Over de plaat' });
  const find = async (kinds?: ('yield' | 'channel' | 'rhythm' | 'meeting')[]) =>
    (await value(portfolio, 'entity.list', { text: 'plaat', ...(kinds ? { kinds } : {}) })).found.map(({ name, kind }) => [kind, name]);
  expect(await find(['yield'])).toEqual([['yield', 'Praatplaat']]);
  expect(await find(['channel'])).toEqual([['channel', 'Plaat van de week']]);
  expect(await find(['rhythm'])).toEqual([['rhythm', 'Plaatoverleg']]);
  expect(await find(['meeting'])).toEqual([['meeting', 'Over de plaat, 2025-03-06']]);
  expect(await find()).toEqual([]);
});
