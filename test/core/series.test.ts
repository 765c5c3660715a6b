/** A meeting that comes again: planned in one step, changed and removed from here on, and whole when the first one goes. */
import { expect, test } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { ask, dump, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const networkId = exampleId('02/network');
const units = [exampleId('02/plg-4')];
const made = async (portfolio: Portfolio, more: object = {}): Promise<string> =>
  (
    await value(portfolio, 'meeting.create', {
      networkId,
      name: 'PLG 4',
      units,
      start: '2026-11-03',
      time: '13:30',
      minutes: 90,
      note: 'Besproken',
      ...more,
    })
  ).id;
const rows = async (portfolio: Portfolio, meetingId: string) => (await value(portfolio, 'series.list', { meetingId })).rows;

test('is planned every so many weeks, in one step, without what was said there', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  const before = dump(portfolio);
  expect((await rows(portfolio, id)).map((row) => row.id)).toEqual([id]);
  expect(await value(portfolio, 'series.create', { meetingId: id, everyWeeks: 2, times: 3 })).toEqual({ count: 3 });
  const all = await rows(portfolio, id);
  expect(all.map(({ start, standing }) => [start, standing])).toEqual([
    ['2026-11-03', 'actual'],
    ['2026-11-17', 'planned'],
    ['2026-12-01', 'planned'],
    ['2026-12-15', 'planned'],
  ]);
  const last = await value(portfolio, 'meeting.get', { id: all[3]?.id as string });
  expect(last).toMatchObject({ units, time: '13:30', minutes: 90, note: null, seriesId: id });
  // on from the last one, and not twice on a day
  expect(await value(portfolio, 'series.create', { meetingId: all[2]?.id as string, everyWeeks: 2, until: '2026-12-31' })).toEqual({ count: 1 });
  expect(await rows(portfolio, id)).toHaveLength(5);
  portfolio.move('undo');
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test('what changes from here on leaves the earlier ones as they were', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  await value(portfolio, 'series.create', { meetingId: id, everyWeeks: 1, times: 3 });
  const [, second, third] = await rows(portfolio, id);
  await value(portfolio, 'meeting.update', { id: second?.id as string, place: 'School 2', time: '15:00' });
  expect(await value(portfolio, 'series.update', { meetingId: second?.id as string })).toEqual({ count: 2 });
  expect((await rows(portfolio, id)).map(({ time, place }) => [time, place])).toEqual([
    ['13:30', null],
    ['15:00', 'School 2'],
    ['15:00', 'School 2'],
    ['15:00', 'School 2'],
  ]);
  expect(await value(portfolio, 'series.remove', { meetingId: third?.id as string })).toEqual({ count: 2 });
  expect((await rows(portfolio, id)).map(({ start }) => start)).toEqual(['2026-11-03', '2026-11-10']);
});

// catches: a series that falls apart when its first meeting is removed
test('goes on when the first one goes', async () => {
  const portfolio = temporaryPortfolio('example');
  const id = await made(portfolio);
  await value(portfolio, 'series.create', { meetingId: id, everyWeeks: 1, times: 3 });
  const [, second] = await rows(portfolio, id);
  const before = dump(portfolio);
  await value(portfolio, 'meeting.remove', { id });
  expect(await rows(portfolio, second?.id as string)).toHaveLength(3);
  portfolio.move('undo');
  expect(dump(portfolio)).toBe(before);
});

test.each([
  [{ everyWeeks: 1 }, {}, 'seriesNoEnd'],
  [{ everyWeeks: 1, until: '2026-11-05' }, {}, 'seriesNone'],
  [{ everyWeeks: 1, until: '2036-11-05' }, {}, 'seriesLong'],
  [{ everyWeeks: 1, times: 3 }, { start: '2026-11' }, 'seriesNoDay'],
])('what cannot be is refused: %o', async (when, more, reason) => {
  const portfolio = temporaryPortfolio('example');
  const meetingId = await made(portfolio, more);
  const before = dump(portfolio);
  expect(await ask(portfolio, 'series.create', { meetingId, ...when })).toMatchObject({ ok: false, error: { details: { reason } } });
  expect(dump(portfolio)).toBe(before);
});
