/** What the screens about networks, teams and relations read. */
import type { Output } from '../../shared/contract/index.ts';
import { LAST_DAY } from '../../shared/domain/edtf.ts';
import type { Presence } from '../../shared/domain/presence.ts';
import type { ReadHandle } from '../connection.ts';
import { presence } from './presence.sql.ts';

type Row<N extends 'network.list' | 'unit.list' | 'relation.list' | 'seat.list' | 'rhythm.list' | 'phase.list'> = N extends 'network.list'
  ? Output<'network.list'>['networks'][number]
  : N extends 'unit.list'
    ? Output<'unit.list'>['units'][number]
    : Output<Exclude<N, 'network.list' | 'unit.list'>>['rows'][number];

export const json = <T>(text: string | null): T => JSON.parse(text ?? '[]') as T;
const count = (yes: number | null, perhaps: number | null) => ({ yes: yes ?? 0, perhaps: perhaps ?? 0 });
/** How many different things are there, and how many perhaps but nowhere surely. @param of an expression with `state` beside it */
const countOf = (of: string, as: string) =>
  `count(DISTINCT CASE WHEN state = 'yes' THEN ${of} END) AS ${as}Yes, count(DISTINCT CASE WHEN state <> 'no' THEN ${of} END) AS ${as}All`;

interface Counted {
  networkId: string;
  yes: number;
  all: number;
}

/** Counts per network: a query over everything, or over one network when @networkId is given. */
function countBy(handle: ReadHandle, sql: string, at: string, networkId: string | null): Map<string, { yes: number; perhaps: number }> {
  const filtered = sql.replaceAll('/*network*/', networkId === null ? '' : 'AND entity.home_network_id = @networkId');
  const rows = handle.all<Counted>(filtered, networkId === null ? { at } : { at, networkId });
  return new Map(rows.map((row) => [row.networkId, { yes: row.yes, perhaps: row.all - row.yes }]));
}

const counted = (of: string, from: string) => `
  SELECT networkId, count(DISTINCT CASE WHEN state = 'yes' THEN item END) AS yes, count(DISTINCT CASE WHEN state <> 'no' THEN item END) AS "all"
  FROM (SELECT coalesce(entity.home_network_id, entity.id) AS networkId, ${of} AS item, ${presence('it')} AS state FROM ${from})
  GROUP BY networkId`;

const unitsSql = counted('it.id', 'unit AS it JOIN entity ON entity.id = it.id WHERE 1 /*network*/');
const peopleSql = counted('it.person_id', 'membership AS it JOIN entity ON entity.id = it.id WHERE 1 /*network*/');
const appointedSql = counted('it.person_id', 'membership AS it JOIN entity ON entity.id = it.id WHERE it.appointed = 1 /*network*/');
const organisationsSql = counted('it.organisation_id', 'participation AS it JOIN entity ON entity.id = it.id WHERE 1 /*network*/');

/** Teams, people, participating organisations and appointed bruggenbouwers, per network. */
export function networkCounts(handle: ReadHandle, at: string, networkId: string | null = null) {
  const none = { yes: 0, perhaps: 0 };
  const maps = [unitsSql, peopleSql, organisationsSql, appointedSql].map((sql) => countBy(handle, sql, at, networkId));
  return (id: string) => ({
    units: maps[0]?.get(id) ?? none,
    people: maps[1]?.get(id) ?? none,
    organisations: maps[2]?.get(id) ?? none,
    appointed: maps[3]?.get(id) ?? none,
  });
}

export function listNetworks(handle: ReadHandle, at: string): Row<'network.list'>[] {
  const counts = networkCounts(handle, at);
  return handle
    .all<{ id: string; sectors: string; crossSector: number } & Omit<Row<'network.list'>, 'sectors' | 'crossSector' | 'counts'>>(
      `SELECT id, code, name, region, sectors, cross_sector AS crossSector, start, status FROM network ORDER BY code COLLATE NOCASE, name COLLATE NOCASE`,
    )
    .map((row) => ({ ...row, sectors: json<string[]>(row.sectors), crossSector: row.crossSector === 1, counts: counts(row.id) }));
}

const unitSql = `
  SELECT unit.id, unit.name, unit.kind, unit.layer_id AS layerId, unit.parent_id AS parentId, unit.processes, unit.ring, unit.formal, unit.arm,
         unit.theme, unit.position, unit.start, unit.end, unit.standing, ${presence('unit')} AS presence,
         host.id AS hostId, host.name AS hostName, host.kind AS hostKind
  FROM unit LEFT JOIN organisation AS host ON host.id = unit.host_id
  WHERE unit.network_id = @networkId ORDER BY unit.position, unit.name COLLATE NOCASE`;

const sittingSql = `
  SELECT container, ${countOf('person', 'people')} FROM (
    SELECT it.container_id AS container, it.person_id AS person, ${presence('it')} AS state
    FROM membership AS it JOIN unit ON unit.id = it.container_id WHERE unit.network_id = @networkId)
  GROUP BY container`;

/** Seats as of a day with how many memberships fill them: same role (or none asked) and same organisation (or none asked). */
const seatSql = `
  SELECT seat.id, seat.kind, seat.container_id AS containerId, seat.min, seat.max, seat.about, seat.label, seat.start, seat.end, seat.standing,
         ${presence('seat')} AS presence, seat.organisation_kind AS organisationKind,
         role.id AS roleId, role.name AS roleName, organisation.id AS organisationId, organisation.name AS organisationName,
         coalesce(unit.name, network.name) AS containerName, entity.kind AS containerKind,
         (SELECT count(DISTINCT it.person_id) FROM membership AS it
          LEFT JOIN organisation AS theirs ON theirs.id = it.organisation_id
          WHERE it.container_id = seat.container_id AND ${presence('it')} <> 'no'
            AND (seat.role_id IS NULL OR EXISTS (SELECT 1 FROM membership_role WHERE membership_id = it.id AND role_id = seat.role_id))
            AND (seat.organisation_id IS NULL OR it.organisation_id = seat.organisation_id)
            AND (seat.organisation_kind IS NULL OR theirs.kind = seat.organisation_kind)
            AND (seat.role_id IS NOT NULL OR seat.organisation_id IS NOT NULL OR seat.organisation_kind IS NOT NULL)) AS filled
  FROM seat JOIN entity AS home ON home.id = seat.id JOIN entity ON entity.id = seat.container_id
  LEFT JOIN role ON role.id = seat.role_id LEFT JOIN organisation ON organisation.id = seat.organisation_id
  LEFT JOIN unit ON unit.id = seat.container_id LEFT JOIN network ON network.id = seat.container_id
  WHERE home.home_network_id = @networkId ORDER BY home.created_at, seat.id`;

export interface SeatRow {
  id: string;
  kind: 'seat' | 'norm' | 'absence';
  containerId: string;
  containerName: string;
  containerKind: string;
  min: number | null;
  max: number | null;
  about: number;
  label: string | null;
  start: string | null;
  end: string | null;
  standing: 'potential' | 'planned' | 'actual' | 'lapsed';
  presence: Presence;
  organisationKind: string | null;
  roleId: string | null;
  roleName: string | null;
  organisationId: string | null;
  organisationName: string | null;
  filled: number;
}

export const seatRows = (handle: ReadHandle, networkId: string, at: string): SeatRow[] => handle.all<SeatRow>(seatSql, { networkId, at });

const namedOrNull = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function listSeats(handle: ReadHandle, networkId: string, at: string): Row<'seat.list'>[] {
  return seatRows(handle, networkId, at).map((row) => ({
    id: row.id,
    kind: row.kind,
    container: { id: row.containerId, name: row.containerName, kind: row.containerKind },
    role: namedOrNull(row.roleId, row.roleName),
    organisation: namedOrNull(row.organisationId, row.organisationName),
    organisationKind: row.organisationKind,
    min: row.min,
    max: row.max,
    about: row.about === 1,
    label: row.label,
    filled: row.filled,
    start: row.start,
    end: row.end,
    standing: row.standing,
    presence: row.presence,
  }));
}

/** Places in seats that nobody named: the least that must still be empty, and how many seats have no number at all. */
export function unnamedOf(seats: readonly SeatRow[]): { min: number; unknown: number } {
  const open = seats.filter((seat) => seat.kind === 'seat' && seat.presence !== 'no');
  return {
    min: open.reduce((sum, seat) => sum + Math.max(0, (seat.min ?? 0) - seat.filled), 0),
    unknown: open.filter((seat) => seat.min === null && seat.max === null && seat.filled === 0).length,
  };
}

interface UnitSql extends Omit<Row<'unit.list'>, 'host' | 'processes' | 'formal' | 'people' | 'unnamed'> {
  processes: string;
  formal: number;
  hostId: string | null;
  hostName: string | null;
  hostKind: string | null;
}

export function listUnits(handle: ReadHandle, networkId: string, at: string, ended: boolean): Output<'unit.list'> {
  const sitting = new Map(
    handle
      .all<{ container: string; peopleYes: number; peopleAll: number }>(sittingSql, { networkId, at })
      .map((row) => [row.container, count(row.peopleYes, row.peopleAll - row.peopleYes)]),
  );
  const seats = Map.groupBy(seatRows(handle, networkId, at), (seat) => seat.containerId);
  const units = handle
    .all<UnitSql>(unitSql, { networkId, at })
    .filter((row) => ended || row.presence !== 'no')
    .map(({ hostId, hostName, hostKind, ...row }) => ({
      ...row,
      processes: json<string[]>(row.processes),
      formal: row.formal === 1,
      host: hostId === null ? null : { id: hostId, name: hostName ?? '', kind: hostKind ?? 'other' },
      people: sitting.get(row.id) ?? count(0, 0),
      unnamed: unnamedOf(seats.get(row.id) ?? []),
    }));
  const layers = handle.all<Output<'unit.list'>['layers'][number]>(
    'SELECT id, name, level, note, position FROM layer WHERE network_id = @networkId ORDER BY position, name COLLATE NOCASE',
    { networkId },
  );
  return { layers, units };
}

/** The name of any record that has one, as SQL over an entity id. */
export const nameOf = (id: string): string => `(SELECT coalesce(
  (SELECT name FROM unit WHERE id = ${id}), (SELECT name FROM person WHERE id = ${id}), (SELECT name FROM organisation WHERE id = ${id}),
  (SELECT name FROM layer WHERE id = ${id}), (SELECT name FROM network WHERE id = ${id}), (SELECT name FROM role WHERE id = ${id}),
  (SELECT coalesce(label, role.name, '') FROM seat LEFT JOIN role ON role.id = seat.role_id WHERE seat.id = ${id}),
  (SELECT name FROM rhythm WHERE id = ${id}), (SELECT name FROM phase WHERE id = ${id}), (SELECT name FROM study WHERE id = ${id}), ''))`;

const endsSql = `
  SELECT relation_end.relation_id AS relationId, relation_end.side, relation_end.entity_id AS entityId, entity.kind,
         ${nameOf('relation_end.entity_id')} AS name, relation_end.role_id AS roleId, role.name AS roleName
  FROM relation_end JOIN relation ON relation.id = relation_end.relation_id JOIN entity ON entity.id = relation_end.entity_id
  LEFT JOIN role ON role.id = relation_end.role_id
  WHERE relation.network_id = @networkId ORDER BY relation_end.position`;

const relationSql = `
  SELECT id, kind, from_mode AS fromMode, to_mode AS toMode, mutual, strength, note, start, end, standing, ${presence('relation')} AS presence
  FROM relation WHERE network_id = @networkId ORDER BY (SELECT created_at FROM entity WHERE entity.id = relation.id), id`;

type EndRow = Row<'relation.list'>['from'][number] & { relationId: string; side: 'from' | 'to' };

export function listRelations(handle: ReadHandle, networkId: string, at: string, ended: boolean): Row<'relation.list'>[] {
  const ends = Map.groupBy(handle.all<EndRow>(endsSql, { networkId }), (end) => end.relationId);
  const side = (id: string, which: 'from' | 'to') =>
    (ends.get(id) ?? [])
      .filter((end) => end.side === which)
      .map(({ entityId, kind, name, roleId, roleName }) => ({ entityId, kind, name, roleId, roleName }));
  return handle
    .all<Omit<Row<'relation.list'>, 'from' | 'to' | 'mutual'> & { mutual: number }>(relationSql, { networkId, at })
    .filter((row) => ended || row.presence !== 'no')
    .map((row) => ({ ...row, mutual: row.mutual === 1, from: side(row.id, 'from'), to: side(row.id, 'to') }));
}

const rhythmSql = `
  SELECT id, name, times_min AS timesMin, times_max AS timesMax, every_weeks AS everyWeeks, about, minutes, place, start, end, standing,
         ${presence('rhythm')} AS presence FROM rhythm WHERE network_id = @networkId ORDER BY (SELECT created_at FROM entity WHERE entity.id = rhythm.id), id`;

export function listRhythms(handle: ReadHandle, networkId: string, at: string): Row<'rhythm.list'>[] {
  const units = handle.all<{ rhythmId: string; id: string; name: string }>(
    `SELECT rhythm_unit.rhythm_id AS rhythmId, unit.id, unit.name FROM rhythm_unit JOIN rhythm ON rhythm.id = rhythm_unit.rhythm_id
     JOIN unit ON unit.id = rhythm_unit.unit_id WHERE rhythm.network_id = @networkId ORDER BY rhythm_unit.position`,
    { networkId },
  );
  const roles = handle.all<{ rhythmId: string; id: string; name: string }>(
    `SELECT rhythm_role.rhythm_id AS rhythmId, role.id, role.name FROM rhythm_role JOIN rhythm ON rhythm.id = rhythm_role.rhythm_id
     JOIN role ON role.id = rhythm_role.role_id WHERE rhythm.network_id = @networkId ORDER BY rhythm_role.position`,
    { networkId },
  );
  const named = (rows: typeof units, id: string) => rows.filter((row) => row.rhythmId === id).map((row) => ({ id: row.id, name: row.name }));
  return handle
    .all<Omit<Row<'rhythm.list'>, 'units' | 'roles' | 'about'> & { about: number }>(rhythmSql, { networkId, at })
    .map((row) => ({ ...row, about: row.about === 1, units: named(units, row.id), roles: named(roles, row.id) }));
}

export function listPhases(handle: ReadHandle, networkId: string, at: string): Row<'phase.list'>[] {
  return handle
    .all<Omit<Row<'phase.list'>, 'entity'> & { entityId: string; entityKind: string; entityName: string }>(
      `SELECT phase.id, phase.name, phase.cycle, phase.round, phase.start, phase.end, phase.standing, ${presence('phase')} AS presence,
              phase.entity_id AS entityId, entity.kind AS entityKind, ${nameOf('phase.entity_id')} AS entityName
       FROM phase JOIN entity ON entity.id = phase.entity_id WHERE phase.network_id = @networkId ORDER BY phase.start_min, phase.position`,
      { networkId, at },
    )
    .map(({ entityId, entityKind, entityName, ...row }) => ({ ...row, entity: { id: entityId, name: entityName, kind: entityKind } }));
}

/** Who came and who went between two days, by what is surely known of the date. */
export function listTurnover(handle: ReadHandle, networkId: string, from: string, to: string): Output<'network.measure'>['changes'] {
  return handle.all(
    `SELECT 'joined' AS kind, it.person_id AS personId, person.name, ${nameOf('it.container_id')} AS container, it.start AS date, it.start_min AS day
       FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id
       WHERE entity.home_network_id = @networkId AND it.standing = 'actual' AND it.start_min >= @from AND it.start_max <= @to
     UNION ALL
     SELECT 'left', it.person_id, person.name, ${nameOf('it.container_id')}, it.end, it.end_max
       FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id
       WHERE entity.home_network_id = @networkId AND it.standing = 'actual' AND it.end_min >= @from AND it.end_max <= @to AND it.end_max <> '${LAST_DAY}'
     ORDER BY day, name`,
    { networkId, from, to },
  );
}
