/** What the timeline of a network reads: everything with a date in its lanes, what has none, where each stands, and names as the reader may have them. */
import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { ask, exampleId, fillLogBook, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const networkId = exampleId('02/network');
const at = '2024-07-31';
const list = (portfolio: Portfolio, more: object = {}) => value(portfolio, 'timeline.list', { networkId, at, ...more });
const unitsOf = async (portfolio: Portfolio) => (await list(portfolio)).lanes.filter((lane) => lane.kind === 'unit');

describe('the timeline of a network', () => {
  it('has everything of the log book, each in its lane', async () => {
    const portfolio = temporaryPortfolio('example');
    fillLogBook(portfolio);
    const { rows, lanes, network } = await list(portfolio);
    const first = lanes.find((lane) => lane.kind === 'unit')?.id;
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(network).toMatchObject({ code: '02', name: 'STAAL-werk' });
    expect(lanes[0]).toMatchObject({ kind: 'network', id: networkId });
    expect(of('Ontwerpsessie 1')).toMatchObject({ kind: 'meeting', start: '2024-03-06', lanes: [first] });
    const poster = rows.find((row) => row.kind === 'yield' && row.name === 'Poster');
    expect(poster).toMatchObject({ what: 'poster', lanes: ['yields'], start: '2024-02' });
    expect(rows.find((row) => row.kind === 'spread' && row.of?.id === poster?.id)).toMatchObject({ what: 'aangepast', start: '2024-04' });
    expect(rows.find((row) => row.kind === 'embedding' && row.of?.id === poster?.id)).toMatchObject({ what: 'curriculum', lanes: ['yields'] });
    expect(rows.filter((row) => row.kind === 'membership').every((row) => row.person !== null && row.lanes.length === 1)).toBe(true);
  });

  it('shows a meeting of two teams in both, also of a meeting that another network had', async () => {
    const portfolio = temporaryPortfolio('example');
    const [one, two] = (await unitsOf(portfolio)).map((unit) => unit.id) as [string, string];
    const own = await value(portfolio, 'meeting.create', { networkId, name: 'Samen', units: [one, two], start: '2024-01-10' });
    const [, , three] = (await unitsOf(portfolio)).map((unit) => unit.id);
    const { id: whole } = await value(portfolio, 'meeting.create', { networkId, name: 'In delen', units: [one], start: '2024-01-11' });
    await value(portfolio, 'meetingPart.create', { meetingId: whole, name: 'Kennisgroep', units: [three as string] });
    const theirs = await value(portfolio, 'meeting.create', { networkId: exampleId('03/network'), name: 'Bij hen', units: [two], start: '2024-02' });
    const { rows } = await list(portfolio);
    expect(rows.find((row) => row.id === own.id)?.lanes).toEqual([one, two]);
    expect(rows.find((row) => row.id === whole)?.lanes).toEqual([one, three]);
    expect(rows.find((row) => row.id === theirs.id)?.lanes).toEqual([two]);
    const there = await value(portfolio, 'timeline.list', { networkId: exampleId('03/network'), at });
    // of a team that is not theirs it stands in the lane of their network
    expect(there.rows.find((row) => row.id === theirs.id)?.lanes).toEqual([exampleId('03/network')]);
  });

  // catches: what has no date that is lost without a word
  it('counts of every kind how many have no date, and has those apart', async () => {
    const portfolio = temporaryPortfolio('example');
    const { rows, undated, counts } = await list(portfolio);
    const count = (kind: string) => counts.find((one) => one.kind === kind);
    expect(count('meeting')).toEqual({ kind: 'meeting', of: 3, missing: 2 });
    expect(count('yield')).toEqual({ kind: 'yield', of: 10, missing: 5 });
    expect(undated).toHaveLength(counts.reduce((sum, one) => sum + one.missing, 0));
    expect(rows.length + undated.length).toBe(counts.reduce((sum, one) => sum + one.of, 0));
  });

  it('gives one school year where asked: what may fall in it too, and not what surely does not', async () => {
    const portfolio = temporaryPortfolio('example');
    const phase = { networkId, entityId: networkId, cycle: 'own' };
    const made = await Promise.all(
      [
        { name: 'erin', start: '2023-09', end: '2023-12' },
        { name: 'misschien', start: '2022', end: '2023' },
        { name: 'erbuiten', start: '2021', end: '2022-06' },
      ].map((more) => value(portfolio, 'phase.create', { ...phase, ...more })),
    );
    const { rows, first, last } = await list(portfolio, { from: '2023-08-01', until: '2024-07-31' });
    const ids = new Set(rows.map((row) => row.id));
    expect(made.map(({ id }) => ids.has(id))).toEqual([true, true, false]);
    // the whole span stays known, to choose another year by
    expect([first, last]).toEqual([expect.stringMatching(/^2021/), expect.stringMatching(/^2027/)]);
    expect((await list(portfolio, { from: '2024-07-31', until: '2023-08-01' })).rows.length).toBeLessThan(rows.length);
  });

  it('says where each stands on the day, also a team with one school, and that none is noted', async () => {
    const portfolio = temporaryPortfolio('example');
    const [team, other] = await unitsOf(portfolio);
    const { rows: organisations } = await value(portfolio, 'organisation.list', { networkId, at });
    const organisationId = organisations[0]?.id as string;
    const phase = { networkId, entityId: team?.id as string, cycle: 'lookThinkAct' };
    await value(portfolio, 'phase.create', { ...phase, name: 'Look', round: 1, start: '2023-09-01', end: '2024-01-31' });
    await value(portfolio, 'phase.create', { ...phase, name: 'Think', round: 2, start: '2024-02-01', end: '2024-12-31' });
    await value(portfolio, 'phase.create', { ...phase, name: 'Act', organisationId, start: '2024-05-01', end: '..' });
    const { stands, rows } = await list(portfolio);
    const of = (id: string | undefined, organisation: string | null = null) =>
      stands
        .find((stand) => stand.entity.id === id && (stand.organisation?.id ?? null) === organisation)
        ?.phases.map((one) => [one.name, one.round, one.presence]);
    expect(of(team?.id)).toEqual([['Think', 2, 'yes']]);
    expect(of(team?.id, organisationId)).toEqual([['Act', null, 'yes']]);
    expect(of(other?.id)).toEqual([]);
    expect(of(networkId)?.[0]?.[0]).toContain('Fase 1');
    expect(rows.find((row) => row.name === 'Act')?.of?.id).toBe(organisationId);
  });

  // catches: a name in what goes to who may not have it
  it('calls people as the reader may: no name of anyone in a lane, a label or a step', async () => {
    const portfolio = temporaryPortfolio('empty');
    const { id: own } = await value(portfolio, 'network.create', { name: 'Netwerk', code: 'N1' });
    const { id: unitId } = await value(portfolio, 'unit.create', { networkId: own, name: 'PLG 1' });
    const { id: personId } = await value(portfolio, 'person.create', { name: 'Geheime Naam', pseudonym: 'D-017' });
    await value(portfolio, 'membership.create', { personId, containerId: unitId, start: '2023-09', end: '2024-06' });
    const { id: yieldId } = await value(portfolio, 'yield.create', { networkId: own, name: 'Poster', start: '2024' });
    await value(portfolio, 'spread.create', { yieldId, toId: personId, carriedById: personId, start: '2024-03' });
    const input = { networkId: own, at };
    const said = async (names: 'name' | 'role' | 'pseudonym') => JSON.stringify(await value(portfolio, 'timeline.list', { ...input, names }));
    expect(await said('name')).toContain('Geheime Naam');
    expect(await said('role')).not.toContain('Geheime Naam');
    expect(await said('pseudonym')).not.toContain('Geheime Naam');
    expect(await said('pseudonym')).toContain('D-017');
  });

  // catches: a query for each row
  it('asks as many statements of a network that logs much as of one that logs nothing', async () => {
    const portfolio = temporaryPortfolio('example');
    const statements = async (): Promise<number> => {
      const { connection } = portfolio;
      const all = connection.all;
      let count = 0;
      connection.all = ((...args: Parameters<typeof all>) => {
        count += 1;
        return all.apply(connection, args);
      }) as typeof all;
      await list(portfolio, { names: 'role' });
      connection.all = all;
      return count;
    };
    const before = await statements();
    const [unit] = await unitsOf(portfolio);
    for (let month = 1; month <= 12; month += 1)
      await value(portfolio, 'meeting.create', {
        networkId,
        name: `Overleg ${month}`,
        units: [unit?.id as string],
        start: `2023-${String(month).padStart(2, '0')}`,
      });
    expect(await statements()).toBe(before);
  });

  it('is refused of what is no network', async () => {
    const portfolio = temporaryPortfolio('example');
    const outcome = await ask(portfolio, 'timeline.list', { networkId: exampleId('99/network'), at });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
