/** The example portfolio, and one a hundred times its size. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Portfolio } from '../../db/portfolio.ts';
import { loggedTables } from '../../db/safety/schema-objects.ts';
import { makePortfolio, portfolioOptions } from '../../electron/host/portfolios.ts';

export const resources = resolve(import.meta.dirname, '../../resources');
const EXAMPLE_PREFIX = '018cc251-f400';
const shared = new Set(['portfolio', 'role', 'study', 'research_year', 'list_value']);

export function examplePortfolio(): Portfolio {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-'));
  return makePortfolio(join(folder, 'example.schakel'), 'Voorbeeld', 'example', resources, portfolioOptions(resources, join(folder, 'data')));
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
  })();
  raw.pragma('foreign_keys = ON');
  raw.exec('ANALYZE');
  raw.pragma('wal_checkpoint(TRUNCATE)');
}
