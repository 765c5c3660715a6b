/** Yields: how far each went, whom it reached, what stays; and what is not known is counted, never guessed. */
import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import type { Input } from '../../shared/contract/index.ts';
import { temporaryPortfolio, value } from '../fixtures/portfolio.ts';

interface Scene {
  readonly portfolio: Portfolio;
  readonly networkId: string;
  readonly yieldId: string;
  /** PLG 1, in a school; it made the yield. */
  readonly maker: string;
  readonly school: string;
  make<N extends 'unit' | 'organisation' | 'person' | 'network' | 'membership' | 'figure' | 'embedding' | 'quality' | 'participation' | 'employment'>(
    kind: N,
    input: Input<`${N}.create`>,
  ): Promise<string>;
  step(to: string | null, start: string | null, more?: Partial<Input<'spread.create'>>): Promise<string>;
  measure(at: string): Promise<Awaited<ReturnType<typeof measured>>>;
  distanceOf(id: string): Promise<string | null>;
}

const measured = (portfolio: Portfolio, id: string, at: string) => value(portfolio, 'yield.measure', { id, at });

async function scene(start: string | null = '2024-09'): Promise<Scene> {
  const portfolio = temporaryPortfolio('empty');
  const make: Scene['make'] = async (kind, input) =>
    ((await value(portfolio, `${kind}.create` as 'unit.create', input as never)) as { id: string }).id;
  const networkId = await make('network', { code: '1', name: 'Taal', region: 'Rotterdam-Zuid' });
  const school = await make('organisation', { name: 'School 1', kind: 'school' });
  const maker = await make('unit', { networkId, name: 'PLG 1', kind: 'learningCommunity', hostId: school });
  const made = await value(portfolio, 'yield.create', { networkId, name: 'Praatplaat', makers: [maker], start, isBoundaryObject: true });
  const step: Scene['step'] = async (toId, from, more = {}) =>
    (await value(portfolio, 'spread.create', { yieldId: made.id, fromId: maker, toId, start: from, ...more })).id;
  return {
    portfolio,
    networkId,
    yieldId: made.id,
    maker,
    school,
    make,
    step,
    measure: (at) => measured(portfolio, made.id, at),
    async distanceOf(id) {
      const { rows } = await value(portfolio, 'spread.list', { yieldId: made.id, at: '2025-07-31' });
      return rows.find((row) => row.id === id)?.distance ?? null;
    },
  };
}

test('the steps of a place: what came to it, what went from it, and what it made of which nobody said whence it went', async () => {
  const { portfolio, networkId, maker, make, step } = await scene();
  const unit = (name: string) => make('unit', { networkId, name, kind: 'learningCommunity' });
  const [b, c] = [await unit('PLG 2'), await unit('PLG 3')];
  const toB = await step(b, '2024-10');
  const onward = await step(c, '2024-11', { fromId: b });
  const unsaid = await step(null, '2024-12', { fromId: null, audience: 'leraren' });
  const of = async (placeId: string) => (await value(portfolio, 'spread.list', { placeId, at: '2025-07-31' })).rows.map((row) => row.id);
  expect(await of(maker)).toEqual([toB, unsaid]);
  expect(await of(b)).toEqual([toB, onward]);
  expect(await of(c)).toEqual([onward]);
});

describe('the distance follows from whence and whither', () => {
  test('own team, own organisation, network, region and country', async () => {
    const { networkId, maker, school, make, step, distanceOf } = await scene();
    const near = await make('network', { code: '2', name: 'Rekenen', region: 'rotterdam-zuid ' });
    const far = await make('network', { code: '3', name: 'Techniek', region: 'Groningen' });
    const nowhere = await make('network', { code: '4', name: 'Muziek' });
    const unit = (name: string, more: object = {}) => make('unit', { networkId, name, kind: 'learningCommunity', ...more });
    const cases: [string, string, string | null][] = [
      ['the team itself', maker, 'ownTeam'],
      ['the school that it is in', school, 'ownOrganisation'],
      ['another team in that school', await unit('PLG 2', { hostId: school }), 'ownOrganisation'],
      ['a team elsewhere in the network', await unit('PLG 3'), 'network'],
      ['the network itself', networkId, 'network'],
      ['another network in the region, however that is written', near, 'region'],
      ['a team of that network', await make('unit', { networkId: near, name: 'Lab', kind: 'lab' }), 'region'],
      ['a network elsewhere', far, 'country'],
      ['a network of which nobody says where it is', nowhere, null],
      ['an organisation of which nothing is known', await make('organisation', { name: 'Bedrijf', kind: 'company' }), null],
      ['an organisation with only a place', await make('organisation', { name: 'Pabo', kind: 'teacherEducation', place: 'Groningen' }), 'country'],
    ];
    for (const [what, to, distance] of cases) expect(await distanceOf(await step(to, '2024-10')), what).toBe(distance);
  });

  test('a person is where they sit and for whom they work', async () => {
    const { networkId, maker, school, make, step, distanceOf } = await scene();
    const person = (name: string) => make('person', { name });
    const member = await person('Leraar 1');
    await make('membership', { personId: member, containerId: maker, start: '2024' });
    const colleague = await person('Leraar 2');
    await make('employment', { personId: colleague, organisationId: school });
    const taker = await person('Leraar 3');
    await make('membership', { personId: taker, containerId: networkId, start: '2024' });
    expect(await distanceOf(await step(member, '2024-10'))).toBe('ownTeam');
    expect(await distanceOf(await step(colleague, '2024-10'))).toBe('ownOrganisation');
    expect(await distanceOf(await step(taker, '2024-10'))).toBe('network');
    expect(await distanceOf(await step(await person('Leraar 4'), '2024-10'))).toBeNull();
  });

  test('without makers it is counted from where it came; without either it is not known', async () => {
    const { portfolio, networkId, maker, make } = await scene();
    const other = await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' });
    const { id: yieldId } = await value(portfolio, 'yield.create', { networkId, name: 'Zonder maker' });
    expect(await value(portfolio, 'spread.measure', { yieldId, fromId: maker, toId: other })).toEqual({ derived: 'network' });
    expect(await value(portfolio, 'spread.measure', { yieldId, fromId: null, toId: other })).toEqual({ derived: null });
  });

  test('overruled: what was said holds, and what follows is still told', async () => {
    const { portfolio, yieldId, networkId, make, step } = await scene();
    const other = await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' });
    await step(other, '2024-10', { distance: 'country', distanceReason: 'op een landelijke dag' });
    const { rows } = await value(portfolio, 'spread.list', { yieldId, at: '2025-07-31' });
    expect(rows).toMatchObject([{ distance: 'country', derived: 'network', distanceReason: 'op een landelijke dag' }]);
  });

  test('a place has the kind of organisation that it is of', async () => {
    const { portfolio, yieldId, school, networkId, make, step } = await scene();
    const person = await make('person', { name: 'Leraar 2' });
    await make('employment', { personId: person, organisationId: school });
    await step(await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity', hostId: school }), '2024-10');
    await step(person, '2024-11');
    await step(networkId, '2024-12');
    const { rows } = await value(portfolio, 'spread.list', { yieldId, at: '2025-07-31' });
    expect(rows.map((row) => row.to?.organisationKind)).toEqual(['school', 'school', null]);
  });
});

describe('the figures of a yield', () => {
  test('reach is added up over the steps with a number; the others are counted as missing', async () => {
    const { networkId, make, step, measure } = await scene();
    const other = await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' });
    const reach = (entityId: string, more: object) => make('figure', { entityId, what: 'bereik', aspect: 'reach', state: 'value', ...more });
    await reach(await step(other, '2024-10'), { low: 8, high: 12 });
    await reach(await step(null, '2024-11', { audience: 'Webinar' }), { low: 95 });
    await reach(await step(null, '2024-12', { audience: 'Studiedag' }), { state: 'unknown' });
    await step(null, '2025-01', { audience: 'Lezers' });
    // a mark is no reach
    await make('figure', { entityId: await step(null, '2025-02', { audience: 'Vakblad' }), what: 'cijfer', aspect: 'mark', state: 'value', low: 8 });
    expect((await measure('2025-07-31')).reach).toEqual({ low: 103, high: 107, of: 5, added: 2, missing: 3, apart: 0 });
    expect((await measure('2024-11-30')).reach).toEqual({ low: 103, high: 107, of: 2, added: 2, missing: 0, apart: 0 });
    // catches: 175 to 4813 per video, added up with people in a room
    const film = await step(null, '2025-03', { audience: 'Kijkers' });
    await reach(film, { low: 175, high: 4813, per: 'video' });
    expect((await measure('2025-07-31')).reach).toEqual({ low: 103, high: 107, of: 6, added: 2, missing: 3, apart: 1 });
    await reach(film, { low: 20 });
    expect((await measure('2025-07-31')).reach).toEqual({ low: 123, high: 127, of: 6, added: 3, missing: 3, apart: 1 });
  });

  test('steps as of a day: perhaps taken is counted apart, planned and cancelled ones are not, ended use stays taken', async () => {
    const { networkId, make, step, measure } = await scene();
    const other = await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' });
    await step(other, '2024-10-01');
    await step(other, '2024-10-05', { end: '2024-11-01' });
    await step(null, '2025', { audience: 'Webinar' });
    await step(null, null, { audience: 'Ooit' });
    await step(null, '2024-10', { audience: 'Gepland', standing: 'planned' });
    await step(null, '2024-10', { audience: 'Afgelast', standing: 'lapsed' });
    expect(await measure('2024-09-30')).toMatchObject({ steps: 1, perhaps: 1 });
    expect(await measure('2024-12-31')).toMatchObject({ steps: 3, perhaps: 1 });
    expect(await measure('2025-06-30')).toMatchObject({ steps: 4, perhaps: 2 });
    expect(await measure('2025-12-31')).toMatchObject({ steps: 4, perhaps: 1 });
  });

  test('farthest ring, how many rings, and how many steps have no distance', async () => {
    const { networkId, maker, make, step, measure } = await scene();
    await step(maker, '2024-09-20');
    expect(await measure('2025-07-31')).toMatchObject({ farthest: 'ownTeam', rings: 0, distanceMissing: 0, neverLeft: true });
    await step(null, '2024-10', { audience: 'Lezers' });
    expect(await measure('2025-07-31')).toMatchObject({ farthest: 'ownTeam', rings: 0, distanceMissing: 1, neverLeft: null });
    await step(await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' }), '2024-11');
    await step(null, '2024-12', { audience: 'Landelijke dag', distance: 'country' });
    expect(await measure('2025-07-31')).toMatchObject({ farthest: 'country', rings: 2, distanceMissing: 1, neverLeft: false });
  });

  test('months to the first step outside, between the least and the most that half-known dates allow', async () => {
    const { networkId, make, step, measure, maker } = await scene('2024-09');
    const other = await make('unit', { networkId, name: 'PLG 2', kind: 'learningCommunity' });
    await step(maker, '2024-09-20');
    expect((await measure('2026-07-31')).monthsToOutside).toBeNull();
    await step(other, '2025');
    expect((await measure('2026-07-31')).monthsToOutside).toEqual({ low: 3, high: 15 });
    await step(other, '2025-02-10');
    expect((await measure('2026-07-31')).monthsToOutside).toEqual({ low: 3, high: 5 });
    // one without a date may have been the first
    await step(other, null);
    expect((await measure('2026-07-31')).monthsToOutside).toEqual({ low: 0, high: 5 });
  });

  // catches: 'at the earliest in 2025' counted as some 8000 years
  test('months to outside are not known without a date of making, or with a step that has no last day', async () => {
    const unmade = await scene(null);
    await unmade.step(await unmade.make('unit', { networkId: unmade.networkId, name: 'PLG 2', kind: 'learningCommunity' }), '2025');
    expect((await unmade.measure('2026-07-31')).monthsToOutside).toBeNull();
    const open = await scene('2024-09');
    await open.step(await open.make('unit', { networkId: open.networkId, name: 'PLG 2', kind: 'learningCommunity' }), '[2025..]');
    expect((await open.measure('2026-07-31')).monthsToOutside).toBeNull();
  });

  test('what stays: dropped is counted apart, planned is not counted, and money until the farthest date', async () => {
    const { portfolio, networkId, yieldId, school, make, measure } = await scene();
    const stays = (more: Partial<Input<'embedding.create'>>) =>
      make('embedding', { entityId: yieldId, form: 'policy', organisationId: school, ...more });
    await stays({ start: '2025-01', fundedUntil: '2025-12' });
    await stays({ form: 'curriculum', start: '2025-02', fundedUntil: '2026' });
    await stays({ form: 'budget', start: '2025-01', end: '2025-06', fundedUntil: '2029' });
    await stays({ form: 'jobProfile', start: '2025-01', standing: 'planned' });
    expect(await measure('2025-03-31')).toMatchObject({ embedded: 3, dropped: 0, fundedUntil: '2029' });
    expect(await measure('2025-07-31')).toMatchObject({ embedded: 2, dropped: 1, fundedUntil: '2026' });
    const { rows } = await value(portfolio, 'yield.list', { networkId, at: '2025-07-31' });
    expect(rows).toMatchObject([{ name: 'Praatplaat', embedded: 2 }]);
  });

  test('adapted, made anew and inspired against all steps', async () => {
    const { step, measure } = await scene();
    for (const how of ['takenOver', 'adapted', 'remade', 'inspired'] as const) await step(null, '2024-10', { audience: how, how });
    expect(await measure('2025-07-31')).toMatchObject({ steps: 4, adapted: 3 });
  });
});

test('the list has the newest score up to the day, and what lay on which table is found from both sides', async () => {
  const { portfolio, networkId, yieldId, make } = await scene();
  await make('quality', { yieldId, date: '2025-06', visibility: 4 });
  await make('quality', { yieldId, date: '2024-12', visibility: 2, usability: 3 });
  const at = async (day: string) => (await value(portfolio, 'yield.list', { networkId, at: day })).rows[0]?.quality;
  expect(await at('2024-11-30')).toBeNull();
  expect(await at('2025-01-31')).toMatchObject({ date: '2024-12', visibility: 2, usability: 3, transferValue: null });
  expect(await at('2025-07-31')).toMatchObject({ date: '2025-06', visibility: 4, usability: null });
  const scores = await value(portfolio, 'quality.list', { yieldId });
  expect(scores.rows.map((row) => row.date)).toEqual(['2024-12', '2025-06']);
  const { id: meetingId } = await value(portfolio, 'meeting.create', {
    networkId,
    name: 'Ontwerpsessie',
    kind: 'designSession',
    start: '2024-09-10',
  });
  await value(portfolio, 'meetingObject.create', { meetingId, yieldId, use: 'made' });
  const expected = [{ use: 'made', object: { id: yieldId, name: 'Praatplaat' }, meeting: { id: meetingId, start: '2024-09-10' } }];
  expect((await value(portfolio, 'meetingObject.list', { meetingId })).rows).toMatchObject(expected);
  expect((await value(portfolio, 'meetingObject.list', { yieldId })).rows).toMatchObject(expected);
});
