/** Meetings: who should have been there, how rhythms are held, what meetings were for, who was not seen, and what is still to be done. */
import { describe, expect, test } from 'vitest';
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

describe('who was there', () => {
  // catches: the members of today at a meeting of then
  test('is proposed from who was a member on the day, of all its teams and parts, also of another network', async () => {
    const { portfolio, networkId, unit, person, join, meet } = await table();
    const { id: otherId } = await value(portfolio, 'network.create', { code: '2', name: 'Twee' });
    const [plg, core, foreign, part] = [await unit('PLG'), await unit('Kerngroep'), await unit('Spiegelteam', otherId), await unit('Kennisgroep')];
    const [left, came, perhaps, both, other, apart] = [
      await person('Was er toen'),
      await person('Kwam later'),
      await person('Misschien'),
      await person('In twee teams'),
      await person('Uit een ander netwerk'),
      await person('Alleen bij een deel'),
    ];
    await join(left, plg, { end: '2025-03-31' });
    await join(came, plg, { start: '2025-04-01' });
    await join(perhaps, plg, { start: '2025' });
    await join(both, plg);
    await join(both, core);
    await join(other, foreign);
    await join(apart, part);
    const meetingId = await meet([plg, core, foreign], '2025-03-06');
    await value(portfolio, 'meetingPart.create', { meetingId, name: 'Deel 2', units: [part] });
    const rows = (await value(portfolio, 'attendance.list', { meetingId })).rows;
    expect(rows.map((row) => [row.person.name, row.membership, row.units.map(({ name }) => name).join(), row.state])).toEqual([
      ['Alleen bij een deel', 'yes', 'Kennisgroep', null],
      ['In twee teams', 'yes', 'PLG,Kerngroep', null],
      ['Misschien', 'perhaps', 'PLG', null],
      ['Uit een ander netwerk', 'yes', 'Spiegelteam', null],
      ['Was er toen', 'yes', 'PLG', null],
    ]);
    const of = async (id: string) => (await value(portfolio, 'meeting.list', { networkId: id })).rows.map((row) => row.id);
    expect(await of(otherId)).toEqual([meetingId]);
    expect(await of(networkId)).toEqual([meetingId]);
  });

  // catches: a second mark beside the first, and an undo that takes one of many
  test('is marked for many at once, marked anew, taken away, and undone as one step', async () => {
    const { portfolio, unit, person, join, meet, mark } = await table();
    const plg = await unit('PLG');
    const people = [await person('A'), await person('B'), await person('C')] as const;
    for (const one of people) await join(one, plg);
    const meetingId = await meet([plg], '2025-03-06');
    const marks = async () => (await value(portfolio, 'attendance.list', { meetingId })).rows.map((row) => row.state);
    await mark(meetingId, 'present', ...people, people[0]);
    expect(await marks()).toEqual(['present', 'present', 'present']);
    await mark(meetingId, 'excused', people[1]);
    expect(await marks()).toEqual(['present', 'excused', 'present']);
    await mark(meetingId, null, people[1]);
    expect(await marks()).toEqual(['present', null, 'present']);
    const guest = await person('Gast');
    await mark(meetingId, 'guest', guest);
    const [row] = (await value(portfolio, 'meeting.list', { networkId: (await value(portfolio, 'meeting.get', { id: meetingId })).networkId })).rows;
    expect(row).toMatchObject({ present: 2, excused: 0, absent: 0, guests: 1 });
    for (let n = 0; n < 4; n++) await value(portfolio, 'change.move', { to: 'undo' });
    // the making of the guest is one of the four
    expect(await marks()).toEqual(['present', 'present', 'present']);
    await value(portfolio, 'change.move', { to: 'undo' });
    expect(await marks()).toEqual([null, null, null]);
  });
});

describe('the rhythm of a school year', () => {
  // catches: an agreement with five teams that counts no meeting of one of them, or one team that hides four others
  test('is held against each team where teams come together apart, and against all where they come together', async () => {
    const { unit, meet, rhythm, year } = await table();
    const [one, two, three] = [await unit('PLG 1'), await unit('PLG 2'), await unit('PLG 3')];
    const together = [await unit('Werkplaats 1'), await unit('Werkplaats 2')];
    await rhythm([one, two, three], { name: 'PLG', everyWeeks: 6 });
    await rhythm(together, { name: 'Werkplaats', timesMin: 4, timesMax: 6 });
    await meet([one], '2024-10-01');
    await meet([one], '2025-03-01');
    await meet([one], '2025-04-20', { standing: 'planned' });
    await meet([one], '2025-02-01', { standing: 'lapsed' });
    await meet([one], '2024-06-01');
    // kept last school year, and the third one never
    await meet([two], '2023-09-01');
    await meet([three], '2023-07-01');
    await meet(together, '2025-02-20');
    const { rhythms, unkept, from, to, meetings } = await year();
    expect(unkept).toEqual({ rhythms: 0, teams: 1 });
    expect([from, to]).toEqual(['2024-08-01', '2025-07-31']);
    expect(meetings).toHaveLength(5);
    const said = rhythms.map(({ name, units, held, planned, cancelled, last, longestGap, allowedGap, isKept, slips }) => ({
      row: `${name}: ${units.map((team) => team.name).join()}`,
      held,
      planned,
      cancelled,
      last,
      longestGap,
      allowedGap,
      isKept,
      slips,
    }));
    expect(said).toEqual([
      // from 1 October to 1 March; since then eleven days
      { row: 'PLG: PLG 1', held: 2, planned: 1, cancelled: 1, last: '2025-03-01', longestGap: 151, allowedGap: 56, isKept: true, slips: false },
      { row: 'PLG: PLG 2', held: 0, planned: 0, cancelled: 0, last: null, longestGap: null, allowedGap: 56, isKept: true, slips: true },
      { row: 'PLG: PLG 3', held: 0, planned: 0, cancelled: 0, last: null, longestGap: null, allowedGap: 56, isKept: false, slips: false },
      {
        row: 'Werkplaats: Werkplaats 1,Werkplaats 2',
        held: 1,
        planned: 0,
        cancelled: 0,
        last: '2025-02-20',
        longestGap: 20,
        allowedGap: 105,
        isKept: true,
        slips: false,
      },
    ]);
  });

  // catches: a guess between two agreements, and a meeting without teams that counts in an agreement about roles
  test('counts a meeting in the rhythm that it says, else in the nearest one, and in none where two are equally near', async () => {
    const { unit, meet, rhythm, year } = await table();
    const [plg, school, board] = [await unit('PLG'), await unit('Schoolteam'), await unit('Klankbord')];
    const small = await rhythm([plg], { name: 'PLG', everyWeeks: 6 });
    const wide = await rhythm([plg, school], { name: 'Met het schoolteam', timesMin: 2 });
    await rhythm([board], { name: 'Formeel', timesMin: 1 });
    await rhythm([board], { name: 'Informeel', timesMin: 1 });
    await rhythm([], { name: 'Afstemming van rollen', timesMin: 3 });
    const [near, said, both] = [
      await meet([plg], '2025-01-10'),
      await meet([plg], '2025-01-20', { rhythmId: wide }),
      await meet([plg, school], '2025-02-01'),
    ];
    await meet([board], '2025-02-02');
    await meet([], '2025-02-03');
    const counted = Object.fromEntries((await year()).rhythms.map((row) => [`${row.id} ${row.units.map(({ name }) => name).join()}`, row.meetings]));
    expect(counted[`${small} PLG`]).toEqual([near]);
    expect(counted[`${wide} PLG`]).toEqual([said, both]);
    expect(counted[`${wide} Schoolteam`]).toEqual([both]);
    expect(Object.values(counted).flat()).toHaveLength(4);
  });

  // catches: a day that is invented for a meeting of which only the year is known
  test('counts a meeting of which the day is not known, and says so; a rhythm that began lately does not slip yet', async () => {
    const { unit, meet, rhythm, year } = await table();
    const [old, fresh] = [await unit('Oud'), await unit('Nieuw')];
    await rhythm([old], { everyWeeks: 6 });
    await rhythm([fresh], { everyWeeks: 6, start: '2025-03-01' });
    await meet([old], '[2024-08..2024-12]');
    const [first, second] = (await year()).rhythms;
    expect(first).toMatchObject({ held: 1, undated: 1, last: null, longestGap: null, slips: true });
    expect(second).toMatchObject({ held: 0, slips: false });
  });
});

// catches: not filled in that counts as 0, in the sum or in the number of meetings
test('what the meetings were for is added up over those of which somebody said it, per team and for the network', async () => {
  const { unit, meet, year } = await table();
  const [one, two, none] = [await unit('Een'), await unit('Twee'), await unit('Geen')];
  await meet([one], '2025-01-10', { useScore: 0, creationScore: 3 });
  await meet([one, two], '2025-02-10', { useScore: 2 });
  await meet([one], '2025-02-20');
  await meet([none], '2025-02-20', { useScore: 3, standing: 'lapsed' });
  expect((await year()).purposes.map(({ unit: team, ...row }) => [team?.name ?? null, row])).toEqual([
    [
      null,
      {
        meetings: 3,
        scored: 2,
        points: { use: 2, creation: 3, sharing: null, coordination: null },
        said: { use: 2, creation: 1, sharing: 0, coordination: 0 },
      },
    ],
    [
      'Een',
      {
        meetings: 3,
        scored: 2,
        points: { use: 2, creation: 3, sharing: null, coordination: null },
        said: { use: 2, creation: 1, sharing: 0, coordination: 0 },
      },
    ],
    [
      'Twee',
      {
        meetings: 1,
        scored: 1,
        points: { use: 2, creation: null, sharing: null, coordination: null },
        said: { use: 1, creation: 0, sharing: 0, coordination: 0 },
      },
    ],
  ]);
});

// catches: someone who came lately, or whose team only counted heads, as one who stays away
test('not seen for long is who missed the last two meetings with names of their teams, since they are in', async () => {
  const { unit, person, join, meet, mark, year } = await table();
  const plg = await unit('PLG');
  const [faithful, away, fresh, gone] = [await person('Trouw'), await person('Weg'), await person('Nieuw'), await person('Vertrokken')];
  await join(faithful, plg);
  await join(away, plg);
  await join(fresh, plg, { start: '2025-02-15' });
  await join(gone, plg, { end: '2025-01-31' });
  const days = ['2024-09-10', '2024-11-10', '2025-01-10', '2025-03-01'];
  for (const [n, day] of days.entries()) {
    const id = await meet([plg], day);
    await mark(id, 'present', faithful, ...(n === 0 ? [away] : []));
    if (n > 0) await mark(id, 'excused', away);
  }
  await meet([plg], '2025-03-05', { headCount: 8 });
  expect(await year()).toMatchObject({ held: 5, named: 4 });
  expect((await year()).unseen.map(({ person: { name }, meetings, seen, lastSeen }) => ({ name, meetings, seen, lastSeen }))).toEqual([
    { name: 'Weg', meetings: 4, seen: 1, lastSeen: '2024-09-10' },
  ]);
});

// catches: an action due 'March' that is late on the first, and a lapsed one that asks for attention
test('actions stand open first, by when they are due; late is past the last day that it can be', async () => {
  const { portfolio, networkId, meet } = await table();
  const { id: otherId } = await value(portfolio, 'network.create', { code: '2', name: 'Twee' });
  const meetingId = await meet([], '2025-03-06');
  const make = (text: string, more: object, home = networkId) => value(portfolio, 'action.create', { networkId: home, text, ...more });
  await make('zonder datum', { meetingId });
  await make('in maart', { due: '2025-03' });
  await make('gisteren', { due: '2025-03-11', meetingId });
  await make('vandaag', { due: at });
  await make('klaar', { due: '2025-01-01', done: '2025-01-02' });
  await make('vervallen', { due: '2025-01-01', standing: 'lapsed' });
  await make('elders', { due: '2025-02' }, otherId);
  const list = async (scope: object) =>
    (await value(portfolio, 'action.list', { at, ...scope })).rows.map((row) => (row.isOverdue ? `${row.text}!` : row.text));
  expect(await list({ networkId })).toEqual(['gisteren!', 'vandaag', 'in maart', 'zonder datum', 'klaar', 'vervallen']);
  expect(await list({})).toEqual(['elders!', 'gisteren!', 'vandaag', 'in maart', 'zonder datum', 'klaar', 'vervallen']);
  expect(await list({ meetingId })).toEqual(['zonder datum', 'gisteren!']);
  expect(await list({ open: true })).toEqual(['elders!', 'gisteren!', 'vandaag', 'in maart', 'zonder datum']);
  expect(await list({ networkId: otherId, open: true })).toEqual(['elders!']);
});
