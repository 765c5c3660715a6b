/** The example portfolio, and one a hundred times its size. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exampleId } from '../../db/example/example.ts';
import type { Portfolio } from '../../db/portfolio.ts';
import { createRecord } from '../../db/repositories/record.repo.ts';
import { recordRules } from '../../db/repositories/record.rules.ts';
import { loggedTables } from '../../db/safety/schema-objects.ts';
import { flushSearch } from '../../db/safety/search-index.ts';
import { makePortfolio, portfolioOptions } from '../../electron/host/portfolios.ts';

export const resources = resolve(import.meta.dirname, '../../resources');
const EXAMPLE_PREFIX = '018cc251-f400';
const shared = new Set(['portfolio', 'role', 'study', 'research_year', 'list_value']);

export function examplePortfolio(): Portfolio {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-'));
  return makePortfolio(join(folder, 'example.schakel'), 'Voorbeeld', 'example', resources, portfolioOptions(resources, join(folder, 'data')));
}

/** A meeting of every team in turn, with marks for ten people each: a hundredfold this is 60,000 meetings and 600,000 marks. */
export function logMeetings(portfolio: Portfolio, meetings = 600, marks = 10): void {
  portfolio.connection.fill((handle) => {
    const teams = handle.all<{ id: string; networkId: string }>(
      `SELECT unit.id, unit.network_id AS networkId FROM unit JOIN membership ON membership.container_id = unit.id GROUP BY unit.id ORDER BY unit.id`,
    );
    const people = handle.all<{ id: string }>('SELECT id FROM person ORDER BY id').map((row) => row.id);
    for (let index = 0; index < meetings; index++) {
      const team = teams[index % teams.length] as (typeof teams)[number];
      const round = Math.floor(index / teams.length);
      const day = `${2021 + (round % 4)}-${String(1 + ((round * 5) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
      const values = { networkId: team.networkId, name: `Bijeenkomst ${index}`, units: [team.id], start: day, useScore: index % 4, sharingScore: 1 };
      const meetingId = createRecord(handle, recordRules, 'meeting', values, exampleId(`bench/meeting-${index}`));
      const members = handle
        .all<{ id: string }>('SELECT DISTINCT person_id AS id FROM membership WHERE container_id = @id', team)
        .map((row) => row.id);
      const there = [...new Set([...members, ...people.slice(index % people.length), ...people])].slice(0, marks);
      for (const [place, personId] of there.entries())
        createRecord(
          handle,
          recordRules,
          'attendance',
          { meetingId, personId, state: place % 5 === 4 ? 'excused' : 'present' },
          exampleId(`bench/attendance-${index}-${place}`),
        );
      createRecord(
        handle,
        recordRules,
        'action',
        { networkId: team.networkId, meetingId, text: 'Uitproberen', due: day },
        exampleId(`bench/action-${index}`),
      );
    }
  });
}

/** Copies every record of the example so many times under other ids; all copies live in one portfolio. */
export function enlarge(portfolio: Portfolio, times: number): void {
  const { raw } = portfolio.connection;
  raw.pragma('foreign_keys = OFF');
  raw.transaction(() => {
    raw.exec('CREATE TEMP TABLE kept AS SELECT id FROM role UNION SELECT id FROM study UNION SELECT id FROM research_year');
    for (const table of loggedTables.filter((name) => !shared.has(name))) {
      const columns = raw.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[];
      const rows = table === 'entity' ? 'WHERE id NOT IN (SELECT id FROM kept)' : '';
      const copied = (name: string) =>
        `CASE WHEN typeof("${name}") = 'text' AND "${name}" NOT IN (SELECT id FROM kept) THEN replace("${name}", '${EXAMPLE_PREFIX}', @prefix) ELSE "${name}" END`;
      const values = columns.map(({ name }) => (table === 'network' && name === 'code' ? `"code" || '-' || @copy` : copied(name)));
      raw.exec(`CREATE TEMP TABLE source AS SELECT * FROM main."${table}" ${rows}`);
      const insert = raw.prepare(
        `INSERT INTO main."${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM source`,
      );
      for (let copy = 1; copy < times; copy++) insert.run({ copy, prefix: `018cc252-${copy.toString(16).padStart(4, '0')}` });
      raw.exec('DROP TABLE source');
    }
    raw.exec('DROP TABLE kept');
    flushSearch(raw);
  })();
  raw.pragma('foreign_keys = ON');
  raw.exec('ANALYZE');
  raw.pragma('wal_checkpoint(TRUNCATE)');
}
