/** What the screens about networks, teams and relations read. */
import type { Output } from '../../shared/contract/index.ts';
import { LAST_DAY } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { membershipPresence, presence, presenceAround, presenceWithin } from './presence.sql.ts';
import { seatRows, unnamedOf } from './seat.queries.ts';

type Row<N extends 'network.list' | 'unit.list' | 'relation.list' | 'rhythm.list' | 'phase.list'> = N extends 'network.list'
  ? Output<'network.list'>['networks'][number]
  : N extends 'unit.list'
    ? Output<'unit.list'>['units'][number]
    : Output<Exclude<N, 'network.list' | 'unit.list'>>['rows'][number];

type Count = { yes: number; perhaps: number };

/** How many rows are there surely and how many perhaps, as JSON. @param of a presence */
const tally = (of: string) => `json_object('yes', count(*) FILTER (WHERE ${of} = 'yes'), 'perhaps', count(*) FILTER (WHERE ${of} = 'perhaps'))`;

/** Where one can sit or take part: the network itself and its teams. */
const places = `(SELECT network.id AS id, 'yes' AS state UNION ALL SELECT id, ${presenceAround('unit')} FROM unit WHERE network_id = network.id) AS place`;

/** Who is surely in one team is not counted as perhaps in another; each network by its own indexes, so that a hundred times as many stay quick. */
const countsSql = `
  (SELECT ${tally('state')} FROM (SELECT ${presence('unit')} AS state FROM unit WHERE network_id = network.id)) AS units,
  (SELECT json_object('people', ${tally('state')}, 'appointed', ${tally('appointed')}) FROM (
    SELECT max(state) AS state, max(CASE WHEN appointed THEN state END) AS appointed FROM (
      SELECT it.person_id AS person, it.appointed, ${presenceWithin('it', 'place.state')} AS state
      FROM ${places} CROSS JOIN membership AS it ON it.container_id = place.id)
    GROUP BY person)) AS sitting,
  (SELECT ${tally('state')} FROM (
    SELECT max(${presence('it')}) AS state FROM ${places} CROSS JOIN participation AS it ON it.container_id = place.id
    GROUP BY it.organisation_id)) AS organisations`;

const countsOfOne = `SELECT ${countsSql} FROM network WHERE id = @networkId`;
const networkSql = `
  SELECT id, code, name, region, sectors, cross_sector AS crossSector, start, status, ${countsSql}
  FROM network ORDER BY code COLLATE NOCASE, name COLLATE NOCASE`;

type Counts = Row<'network.list'>['counts'];
type CountsSql = { units: string; sitting: string; organisations: string };

function countsOf(row: CountsSql): Counts {
  const { people, appointed } = json<Pick<Counts, 'people' | 'appointed'>>(row.sitting);
  return { units: json(row.units), people, organisations: json(row.organisations), appointed };
}

/** Teams, people, participating organisations and appointed bruggenbouwers of a network. */
export const networkCounts = (handle: ReadHandle, at: string, networkId: string): Counts =>
  countsOf(handle.get<CountsSql>(countsOfOne, { at, networkId }) as CountsSql);

export function listNetworks(handle: ReadHandle, at: string): Row<'network.list'>[] {
  return handle
    .all<{ sectors: string; crossSector: number } & CountsSql & Omit<Row<'network.list'>, 'sectors' | 'crossSector' | 'counts'>>(networkSql, { at })
    .map(({ units, sitting, organisations, ...row }) => ({
      ...row,
      sectors: json<string[]>(row.sectors),
      crossSector: row.crossSector === 1,
      counts: countsOf({ units, sitting, organisations }),
    }));
}

const unitSql = `
  SELECT unit.id, unit.name, unit.kind, unit.layer_id AS layerId, unit.parent_id AS parentId, unit.processes, unit.ring, unit.formal, unit.arm,
         unit.theme, unit.position, unit.start, unit.end, unit.standing, ${presence('unit')} AS presence,
         host.id AS hostId, host.name AS hostName, host.kind AS hostKind
  FROM unit LEFT JOIN organisation AS host ON host.id = unit.host_id
  WHERE unit.network_id = @networkId ORDER BY unit.position, unit.id`;

const sittingSql = `
  SELECT container, ${tally('state')} AS people FROM (
    SELECT it.container_id AS container, max(${membershipPresence('it', 'unit')}) AS state
    FROM unit JOIN membership AS it ON it.container_id = unit.id WHERE unit.network_id = @networkId GROUP BY it.container_id, it.person_id)
  GROUP BY container`;

interface UnitSql extends Omit<Row<'unit.list'>, 'host' | 'processes' | 'formal' | 'people' | 'unnamed'> {
  processes: string;
  formal: number;
  hostId: string | null;
  hostName: string | null;
  hostKind: string | null;
}

export function listUnits(handle: ReadHandle, networkId: string, at: string, ended: boolean): Output<'unit.list'> {
  const sitting = new Map(
    handle.all<{ container: string; people: string }>(sittingSql, { networkId, at }).map((row) => [row.container, json<Count>(row.people)]),
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
      people: sitting.get(row.id) ?? { yes: 0, perhaps: 0 },
      unnamed: unnamedOf(seats.get(row.id) ?? []),
    }));
  const layers = handle.all<Output<'unit.list'>['layers'][number]>(
    'SELECT id, name, level, note, position FROM layer WHERE network_id = @networkId ORDER BY position, id',
    { networkId },
  );
  return { layers, units };
}

/** The name of any record that has one, as SQL over an entity id. */
export const nameOf = (id: string): string => `(SELECT coalesce(
  (SELECT name FROM unit WHERE id = ${id}), (SELECT name FROM person WHERE id = ${id}), (SELECT name FROM organisation WHERE id = ${id}),
  (SELECT name FROM layer WHERE id = ${id}), (SELECT name FROM network WHERE id = ${id}), (SELECT name FROM role WHERE id = ${id}),
  (SELECT coalesce(label, role.name, '') FROM seat LEFT JOIN role ON role.id = seat.role_id WHERE seat.id = ${id}),
  (SELECT name FROM rhythm WHERE id = ${id}), (SELECT name FROM phase WHERE id = ${id}), (SELECT name FROM study WHERE id = ${id}),
  (SELECT name FROM meeting WHERE id = ${id}), (SELECT name FROM yield WHERE id = ${id}), (SELECT name FROM channel WHERE id = ${id}), ''))`;

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

const turnoverSql = `SELECT 'joined' AS kind, it.person_id AS personId, person.name, ${nameOf('it.container_id')} AS container, it.start AS date, it.start_min AS day
     FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id
     WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' AND it.standing = 'actual' AND it.start_min >= @from AND it.start_max <= @to
   UNION ALL
   SELECT 'left', it.person_id, person.name, ${nameOf('it.container_id')}, it.end, it.end_max
     FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id
     WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' AND it.standing = 'actual' AND it.end_min >= @from AND it.end_max <= @to AND it.end_max <> '${LAST_DAY}'
   ORDER BY day, name`;

/** Who came and who went between two days, by what is surely known of the date. */
export function listTurnover(handle: ReadHandle, networkId: string, from: string, to: string): Output<'network.measure'>['changes'] {
  return handle.all(turnoverSql, { networkId, from, to });
}
