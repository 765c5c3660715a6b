/** What of a network was last confirmed when: the yearly update asks what nobody confirmed for a year. */
import type { Output } from '../../shared/contract/index.ts';
import { byName } from '../../shared/domain/collate.ts';
import { edtfRange } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { nameOf } from './network.queries.ts';
import { presence } from './presence.sql.ts';

type Row = Output<'confirmation.list'>['rows'][number];

interface Item {
  readonly id: string;
  readonly kind: Row['kind'];
  readonly title: string | null;
  readonly detail: string;
  readonly hours: number | null;
  readonly containerId: string;
  readonly container: string;
  readonly start: string | null;
}

const list = (sql: string) => `(SELECT json_group_array(name) FROM (${sql}))`;
const own = (kind: string) => `entity.home_network_id = @networkId AND entity.kind = '${kind}' AND ${presence('it')} <> 'no'`;

const itemsSql = `
  SELECT it.id, 'membership' AS kind, person.name AS title, it.hours_per_week AS hours, it.container_id AS containerId,
         ${nameOf('it.container_id')} AS container, it.start,
         ${list(`SELECT role.name FROM membership_role JOIN role ON role.id = membership_role.role_id WHERE membership_id = it.id
                 UNION ALL SELECT name FROM organisation WHERE id = it.organisation_id`)} AS detail
  FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id WHERE ${own('membership')}
  UNION ALL
  SELECT it.id, 'seat', coalesce(it.label, nullif(${nameOf('it.role_id')}, ''), ${nameOf('it.organisation_id')}), NULL, it.container_id,
         ${nameOf('it.container_id')}, it.start,
         json_array(CASE WHEN it.min IS NULL AND it.max IS NULL THEN '' WHEN it.min = it.max OR it.max IS NULL THEN it.min || '×'
                    WHEN it.min IS NULL THEN it.max || '×' ELSE it.min || '–' || it.max || '×' END)
  FROM seat AS it JOIN entity ON entity.id = it.id WHERE ${own('seat')}
  UNION ALL
  SELECT it.id, 'rhythm', it.name, NULL, it.container_id, ${nameOf('it.container_id')}, it.start,
         ${list('SELECT unit.name FROM rhythm_unit JOIN unit ON unit.id = rhythm_unit.unit_id WHERE rhythm_id = it.id ORDER BY rhythm_unit.position')}
  FROM (SELECT *, coalesce((SELECT unit_id FROM rhythm_unit WHERE rhythm_id = rhythm.id ORDER BY position LIMIT 1), network_id) AS container_id FROM rhythm) AS it
  JOIN entity ON entity.id = it.id WHERE ${own('rhythm')}`;

const saidSql = `SELECT statement.entity_id AS id, statement.field, statement.date FROM statement JOIN entity ON entity.id = statement.entity_id
  WHERE entity.home_network_id = @networkId AND entity.kind IN ('membership', 'seat', 'rhythm') AND statement.date IS NOT NULL`;

/** When each was last changed; what was undone did not happen. */
const changesSql = `SELECT json_extract(change_log.key, '$[0]') AS id, max(change_group.at) AS at
  FROM change_log JOIN change_group ON change_group.id = change_log.group_id
  WHERE change_log.table_name IN ('membership', 'seat', 'rhythm') AND change_group.state = 'done' GROUP BY change_log.key`;

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const lastDay = (date: string): string => edtfRange(date)?.max ?? date;
/** The same day a year before; 29 February becomes the 28th. */
export const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4).replace('02-29', '02-28')}`;

/** The newest date, by what it means; text alone would put a season before every month. */
export function newest(dates: readonly string[]): string | null {
  return dates.reduce<string | null>((best, date) => (best === null || lastDay(date) > lastDay(best) ? date : best), null);
}

export function listConfirmations(handle: ReadHandle, networkId: string, at: string): Row[] {
  const items = handle.all<Item>(itemsSql, { networkId, at });
  const said = Map.groupBy(handle.all<{ id: string; field: string | null; date: string }>(saidSql, { networkId }), (row) => row.id);
  const made = new Map(
    handle
      .all<{ id: string; at: number }>(
        `SELECT id, created_at AS at FROM entity WHERE home_network_id = @networkId AND kind IN ('membership', 'seat', 'rhythm')`,
        { networkId },
      )
      .map((row) => [row.id, row.at]),
  );
  const changed = new Map(handle.all<{ id: string; at: number }>(changesSql).map((row) => [row.id, row.at]));
  const limit = yearBefore(at);
  const rows = items.flatMap((item): Row[] => {
    const statements = said.get(item.id) ?? [];
    const touched = dayOf(Math.max(made.get(item.id) ?? 0, changed.get(item.id) ?? 0));
    const row = (field: Row['field']): Row => {
      const about = statements.filter((statement) => field === null || statement.field === field).map((statement) => statement.date);
      const confirmed = newest(about) ?? touched;
      return {
        id: item.id,
        kind: item.kind,
        field,
        title: item.title ?? '',
        detail: json<string[]>(item.detail).filter(Boolean),
        hours: item.hours,
        container: { id: item.containerId, name: item.container },
        start: item.start,
        confirmed,
        isDue: lastDay(confirmed) < limit,
      };
    };
    return item.hours === null ? [row(null)] : [row(null), row('hoursPerWeek')];
  });
  const order = ['membership', 'seat', 'rhythm'];
  return rows.sort(
    (a, b) =>
      byName(a.container.name, b.container.name) ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      byName(a.title, b.title) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)) ||
      Number(a.field !== null) - Number(b.field !== null),
  );
}
