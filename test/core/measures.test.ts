/** Counts as of a day, and what the screens read: there, not there and perhaps are three things. */
import { expect, test } from 'vitest';
import { presence } from '../../db/repositories/presence.sql.ts';
import { bounds } from '../../shared/domain/edtf.ts';
import { standings } from '../../shared/domain/lists.ts';
import { presenceOn } from '../../shared/domain/presence.ts';
import { exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';

const at = '2024-07-31';

// the SQL that counts and the rule that the drawing uses must never disagree
test('presence says the same in SQL and in TypeScript', () => {
  const { raw } = temporaryPortfolio('empty').connection;
  const starts = [null, '2023', '2024-07-31', '[..2024-07]', '2025'];
  const ends = [null, '..', '2024', '2024-07-31', '2023-12'];
  for (const start of starts)
    for (const end of ends)
      for (const standing of standings) {
        const four = bounds(start, end);
        const sql = raw.prepare(
          `SELECT ${presence('t')} FROM (SELECT ? AS start_min, ? AS start_max, ? AS end_min, ? AS end_max, ? AS standing) AS t`,
        );
        const said = sql.pluck().get({ at }, four.startMin, four.startMax, four.endMin, four.endMax, standing);
        expect(said, `${start} ${end} ${standing}`).toBe(presenceOn({ ...four, standing }, at));
      }
});

test('the example has what the report says of networks 02, 03 and 06', async () => {
  const portfolio = temporaryPortfolio('example');
  const { networks } = await value(portfolio, 'network.list', { at });
  expect(networks.map((network) => network.code)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', 'K']);

  const units = async (code: string) => (await value(portfolio, 'unit.list', { networkId: exampleId(`${code}/network`), at })).units;
  const of02 = await units('02');
  const called = (name: string) => of02.find((unit) => unit.name === name);
  expect(called('Stuurgroep')?.people).toEqual({ yes: 5, perhaps: 0 });
  expect(called('Kerngroep')?.people).toEqual({ yes: 6, perhaps: 0 });
  expect(called('Procesbegeleiders')?.people).toEqual({ yes: 4, perhaps: 0 });
  const communities = of02.filter((unit) => unit.kind === 'learningCommunity');
  expect(communities).toHaveLength(6);
  const guides = communities.map(async (unit) => (await value(portfolio, 'membership.list', { containerId: unit.id, at })).rows);
  const guided = (await Promise.all(guides)).flat().filter((row) => row.person.startsWith('Procesbegeleider'));
  const byGuide = Map.groupBy(guided, (row) => row.person);
  expect([...byGuide.values()].map((rows) => rows.length).sort()).toEqual([1, 1, 1, 2]);
  expect((await value(portfolio, 'rhythm.list', { networkId: exampleId('02/network'), at })).rows).toHaveLength(6);
  const hosts = new Set(of02.flatMap((unit) => (unit.host ? [unit.host.name] : [])));
  expect([...hosts].filter((name) => name.startsWith('Interventieschool'))).toHaveLength(5);
  expect([...hosts].filter((name) => name.startsWith('Wachtlijstschool'))).toHaveLength(5);

  const of06 = await units('06');
  expect(of06.find((unit) => unit.name === 'Kernteam')?.people).toEqual({ yes: 5, perhaps: 0 });
  expect(of06.filter((unit) => unit.kind === 'learningCommunity')).toHaveLength(3);
});

test('every record of the example says who says so', () => {
  const { raw } = temporaryPortfolio('example').connection;
  const silent = raw.prepare("SELECT id, kind FROM entity WHERE kind NOT IN ('statement') AND id NOT IN (SELECT entity_id FROM statement)").all();
  expect(silent).toEqual([]);
});

test('moving someone as of a day ends one membership the day before and starts the other that day', async () => {
  const portfolio = temporaryPortfolio('example');
  const networkId = exampleId('02/network');
  const plg = (await value(portfolio, 'unit.list', { networkId, at })).units.filter((unit) => unit.kind === 'learningCommunity');
  const rows = (await value(portfolio, 'membership.list', { containerId: (plg[0] as { id: string }).id, at })).rows;
  const guide = rows.find((row) => row.person.startsWith('Procesbegeleider')) as { id: string; personId: string };
  const target = await Promise.all(
    plg.slice(1).map(async (unit) => ({ unit, there: (await value(portfolio, 'membership.list', { containerId: unit.id, at })).rows })),
  );
  const to = target.find(({ there }) => !there.some((row) => row.personId === guide.personId))?.unit as { id: string };
  await value(portfolio, 'membership.move', { id: guide.id, containerId: to.id, from: '2027-09-01' });
  const sits = async (unit: string, day: string) =>
    (await value(portfolio, 'membership.list', { containerId: unit, at: day })).rows.some((row) => row.personId === guide.personId);
  expect(await sits((plg[0] as { id: string }).id, '2027-08-31')).toBe(true);
  expect(await sits(to.id, '2027-08-31')).toBe(false);
  expect(await sits((plg[0] as { id: string }).id, '2027-09-01')).toBe(false);
  expect(await sits(to.id, '2027-09-01')).toBe(true);
  portfolio.move('undo');
  expect(await sits((plg[0] as { id: string }).id, '2027-09-01')).toBe(true);
});

test('what goes with a person is counted from what really goes', async () => {
  const portfolio = temporaryPortfolio('example');
  const person = portfolio.connection.raw.prepare("SELECT id FROM person WHERE name = 'Procesbegeleider 1'").pluck().get() as string;
  const { goes } = await value(portfolio, 'entity.check', { id: person });
  const memberships = portfolio.connection.raw.prepare('SELECT count(*) FROM membership WHERE person_id = ?').pluck().get(person);
  expect(goes.find((entry) => entry.kind === 'membership')?.count).toBe(memberships);
  expect(portfolio.connection.raw.prepare('SELECT count(*) FROM person WHERE id = ?').pluck().get(person)).toBe(1);
  expect(portfolio.connection.history.nextUndo()).toBeNull();
});

test('finds people and teams by any of their names, and a percent sign is no pattern', async () => {
  const portfolio = temporaryPortfolio('example');
  const { found } = await value(portfolio, 'entity.list', { text: 'kerngr' });
  expect(found.map((row) => row.name)).toContain('Kerngroep');
  expect((await value(portfolio, 'entity.list', { text: '%' })).found).toEqual([]);
  const unit = found.find((row) => row.name === 'Kerngroep') as { id: string };
  await value(portfolio, 'otherName.create', { entityId: unit.id, name: 'De denktank' });
  expect((await value(portfolio, 'entity.list', { text: 'denktank' })).found).toMatchObject([{ id: unit.id, alsoKnownAs: 'De denktank' }]);
});
