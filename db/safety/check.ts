/** Looks through a whole portfolio and tells what is not right: `portfolio.check`, `schakel check`. */
import { bounds, endsBeforeStart } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import type { JobContext } from '../operations/handler.ts';
import { bytesOf, hashOf, unspokenFiles } from '../repositories/attachment.queries.ts';
import { allTables, entityTables } from './schema-objects.ts';

export interface Problem {
  readonly where: string;
  readonly what: string;
}

interface Dated {
  id: string;
  start: string | null;
  end: string | null;
  startMin: string;
  startMax: string;
  endMin: string;
  endMax: string;
}

/** The four days of a dated row must follow from what is written. */
function datesOf(handle: ReadHandle, table: string): { checked: number; problems: Problem[] } {
  const rows = handle.all<Dated>(
    `SELECT id, start, end, start_min AS startMin, start_max AS startMax, end_min AS endMin, end_max AS endMax FROM ${table}`,
  );
  const problems = rows.flatMap((row): Problem[] => {
    const where = `${table} ${row.id}`;
    try {
      const four = bounds(row.start, row.end);
      const same = four.startMin === row.startMin && four.startMax === row.startMax && four.endMin === row.endMin && four.endMax === row.endMax;
      if (!same) return [{ where, what: 'dates' }];
      return endsBeforeStart(row.start, row.end) ? [{ where, what: 'endBeforeStart' }] : [];
    } catch {
      return [{ where, what: 'dates' }];
    }
  });
  return { checked: rows.length, problems };
}

const orphansSql = (table: string) => `SELECT id FROM ${table} WHERE id NOT IN (SELECT id FROM entity)`;
/** Entities of which the record is gone. */
const hollowSql = `SELECT id, kind FROM entity WHERE id NOT IN (${entityTables.map((table) => `SELECT id FROM ${table}`).join(' UNION ALL ')})`;

/** Files of which the bytes are gone or changed, and bytes that nothing speaks of. */
function filesOf(handle: ReadHandle): Problem[] {
  const missing = handle.all<{ id: string; name: string | null }>(
    'SELECT id, file_name AS name FROM yield WHERE file_hash IS NOT NULL AND file_hash NOT IN (SELECT hash FROM attachment)',
  );
  const damaged = handle
    .all<{ hash: string }>('SELECT hash FROM attachment')
    .filter(({ hash }) => hashOf(bytesOf(handle, hash) ?? new Uint8Array()) !== hash);
  return [
    ...missing.map(({ id, name }) => ({ where: `yield ${id}`, what: `file missing: ${name ?? ''}` })),
    ...damaged.map(({ hash }) => ({ where: `attachment ${hash}`, what: 'damaged' })),
    ...handle.all<{ hash: string }>(unspokenFiles).map(({ hash }) => ({ where: `attachment ${hash}`, what: 'of nothing' })),
  ];
}

/** @returns whether all is well, how many rows were looked at, and every problem with its place */
export function checkPortfolio(
  handle: ReadHandle,
  context: Pick<JobContext, 'progress' | 'checkpoint' | 't'>,
): { ok: boolean; checked: number; problems: Problem[] } {
  const problems: Problem[] = [];
  const say = (where: string, what: string) => problems.push({ where, what });
  context.progress(0, allTables.length + 2, 'database');
  for (const row of handle.all<{ integrity_check: string }>('PRAGMA integrity_check'))
    if (row.integrity_check !== 'ok') say('database', row.integrity_check);
  context.checkpoint();
  for (const row of handle.all<{ table: string; rowid: number }>('PRAGMA foreign_key_check')) say(row.table, `reference ${row.rowid}`);
  let checked = 0;
  for (const [index, table] of allTables.entries()) {
    context.checkpoint();
    context.progress(index + 2, allTables.length + 2, table);
    const columns = new Set(handle.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map((column) => column.name));
    if (columns.has('start_min')) {
      const dates = datesOf(handle, table);
      problems.push(...dates.problems);
    }
    checked += handle.get<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)?.rows ?? 0;
    if (entityTables.includes(table)) for (const row of handle.all<{ id: string }>(orphansSql(table))) say(`${table} ${row.id}`, 'entity');
  }
  for (const row of handle.all<{ id: string; kind: string }>(hollowSql)) say(`entity ${row.id}`, `no ${row.kind}`);
  problems.push(...filesOf(handle));
  return { ok: problems.length === 0, checked, problems };
}
