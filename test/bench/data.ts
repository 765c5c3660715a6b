/** Queries of the screens through `dispatch`, against the same statements on raw better-sqlite3, and at a hundred times the size. */
import type Database from 'better-sqlite3';
import type { Params } from '../../db/connection.ts';
import { type DispatchContext, dispatch } from '../../db/dispatch.ts';
import { exampleId } from '../../db/example/example.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { byTurns, type Line, ms } from './measure.ts';
import { enlarge, examplePortfolio, logMeetings, resources } from './portfolios.ts';

const networkId = exampleId('02/network');
const at = '2024-07-31';
const context: DispatchContext = { language: 'nl', actor: '', device: '', resources, now: () => new Date(), report: (error) => console.error(error) };

/** What each screen asks, and whether it is about one network. */
const screens: readonly (readonly [screen: string, operation: string, input: unknown, one: boolean])[] = [
  ['portfolio', 'network.list', { at }, false],
  ['overzicht', 'network.measure', { networkId, at }, true],
  ['aandacht', 'attention.list', { networkId, at }, true],
  ['systeemplaatje', 'diagram.get', { networkId, at }, true],
  ['teams', 'unit.list', { networkId, at }, true],
  ['een team', 'membership.list', { containerId: exampleId('02/plg-1'), at }, true],
  ['personen', 'person.list', { networkId, at }, true],
  ['organisaties', 'organisation.list', { networkId, at }, true],
  ['rollen', 'role.list', { networkId, at }, true],
  ['relaties', 'relation.list', { networkId, at }, true],
  ['zetels', 'seat.list', { networkId, at }, true],
  ['ritmes', 'rhythm.list', { networkId, at }, true],
  ['bijeenkomsten', 'meeting.list', { networkId }, true],
  ['ritme', 'meeting.measure', { networkId, at }, true],
  ['een bijeenkomst', 'attendance.list', { meetingId: exampleId('bench/meeting-0') }, true],
  ['acties', 'action.list', { networkId, at }, true],
  ['opbrengsten', 'yield.list', { networkId, at }, true],
  ['verspreiding', 'spread.list', { networkId, at }, true],
  ['tijdlijn', 'timeline.list', { networkId, at }, true],
  ['casebeschrijving', 'case.get', { networkId, researchYearId: exampleId('shared/jaar-1') }, true],
  ['zoeken', 'entity.list', { text: 'proces' }, false],
];

/** The statements that an operation runs, prepared on the bare database. */
async function bare(portfolio: Portfolio, operation: string, input: unknown): Promise<() => void> {
  const { connection } = portfolio;
  const calls: { statement: Database.Statement; params: Params | undefined; one: boolean }[] = [];
  const [all, get] = [connection.all, connection.get];
  connection.all = <Row>(sql: string, params?: Params): Row[] => {
    calls.push({ statement: connection.raw.prepare(sql), params, one: false });
    return all.call(connection, sql, params) as Row[];
  };
  connection.get = <Row>(sql: string, params?: Params): Row | undefined => {
    calls.push({ statement: connection.raw.prepare(sql), params, one: true });
    return get.call(connection, sql, params) as Row | undefined;
  };
  const outcome = await dispatch(portfolio, operation, input, context);
  Object.assign(connection, { all, get });
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.message}`);
  return () => {
    for (const { statement, params, one } of calls) {
      const run = one ? statement.get.bind(statement) : statement.all.bind(statement);
      if (params) run(params);
      else run();
    }
  };
}

/** Search at a hundred times the size, against the question to the index alone. */
async function benchSearch(big: Portfolio, text: string, rounds: number): Promise<Line> {
  const limit = 20;
  const bareQuery = big.connection.raw.prepare('SELECT rowid, rank FROM search_text WHERE search_text MATCH ? ORDER BY rank LIMIT ?');
  const [through, plain] = await byTurns(
    () => dispatch(big, 'search.list', { text, limit }, context),
    () => bareQuery.all(`"${text}"*`, limit),
    Math.ceil(rounds / 3),
  );
  const ratio = through.p95 / plain.p95;
  return {
    what: `zoeken naar '${text}' (search.list) / the index alone`,
    measured: `${ms(through.p95)} / ${ms(plain.p95)}`,
    ratio,
    aim: 'p95 ≤ 2',
    met: ratio <= 2,
  };
}

export async function benchData(rounds: number): Promise<{ raw: Line[]; large: Line[] }> {
  const small = examplePortfolio();
  const big = examplePortfolio();
  for (const portfolio of [small, big]) logMeetings(portfolio);
  enlarge(big, 100);
  const raw: Line[] = [];
  const large: Line[] = [];
  for (const [screen, operation, input, one] of screens) {
    const run = (portfolio: Portfolio) => () => dispatch(portfolio, operation, input, context);
    const [through, plain] = await byTurns(run(small), await bare(small, operation, input), rounds);
    const ratio = through.p50 / plain.p50;
    raw.push({ what: `${screen} (${operation})`, measured: `${ms(through.p50)} / ${ms(plain.p50)}`, ratio, aim: 'p50 ≤ 1.3', met: ratio <= 1.3 });
    const [bigTimes, smallTimes] = await byTurns(run(big), run(small), one ? rounds : Math.ceil(rounds / 10));
    const growth = bigTimes.p95 / smallTimes.p95;
    const measured = `${ms(bigTimes.p95)} / ${ms(smallTimes.p95)}`;
    large.push({
      what: `${screen} (${operation})`,
      measured,
      ratio: growth,
      aim: one ? 'p95 ≤ 3' : 'answers within 100 ms',
      met: one ? growth <= 3 : bigTimes.p95 <= 100,
    });
  }
  for (const text of ['proces', 'vergadering', 'a']) large.push(await benchSearch(big, text, rounds));
  small.close();
  big.close();
  return { raw, large };
}
