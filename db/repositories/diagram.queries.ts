/** The network as of a day in the shape that the drawing is made from. */
import type { DiagramMembership, DiagramModel, DiagramOrganisation, DiagramRelation, DiagramUnit } from '../../shared/diagram/model.ts';
import { displayName, type NameStyle } from '../../shared/domain/display-name.ts';
import { bounds, FIRST_DAY, LAST_DAY } from '../../shared/domain/edtf.ts';
import type { Standing } from '../../shared/domain/lists.ts';
import { type Presence, surest } from '../../shared/domain/presence.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';
import { Refusal } from '../safety/refusal.ts';
import { json } from './json.ts';
import { wordOf } from './list-words.ts';
import { listRelations } from './network.queries.ts';
import { membershipPresence, presence, teamOf } from './presence.sql.ts';
import { seatRows } from './seat.queries.ts';

/** Dates as they are kept, to see what would have been there if it had not lapsed. */
interface Span {
  presence: Presence;
  standing: Standing;
  start: string | null;
  end: string | null;
}

/** Which of all that was ever recorded: what is there on the day; also who sat there before; also what was planned for the day and lapsed; all. */
export interface DiagramScope {
  readonly ended?: boolean | undefined;
  readonly plan?: boolean | undefined;
  readonly ever?: boolean | undefined;
}

function isIn(row: Span, at: string, scope: DiagramScope): boolean {
  if (scope.ever || row.presence !== 'no') return true;
  if (!scope.plan || row.standing !== 'lapsed') return false;
  const { startMin, endMax } = bounds(row.start, row.end);
  return at >= startMin && at <= endMax;
}

const withoutDates = <T extends Span>({ start: _start, end: _end, ...row }: T): Omit<T, 'start' | 'end'> => row;

interface UnitSql extends Omit<DiagramUnit, 'processes' | 'foreign' | 'parts' | 'standing'>, Omit<Span, 'presence'> {
  processes: string;
  foreign: number;
}

function unitsOf(handle: ReadHandle, networkId: string, at: string, scope: DiagramScope): DiagramUnit[] {
  const parts = Map.groupBy(
    handle.all<{ unitId: string; partId: string }>(
      `SELECT unit_part.unit_id AS unitId, unit_part.part_id AS partId FROM unit_part JOIN unit ON unit.id = unit_part.unit_id
       WHERE unit.network_id = @networkId ORDER BY unit_part.position`,
      { networkId },
    ),
    (row) => row.unitId,
  );
  return handle
    .all<UnitSql>(
      `SELECT unit.id, unit.name, unit.kind, CASE WHEN unit.network_id = @networkId THEN unit.layer_id END AS layerId,
              CASE WHEN unit.network_id = @networkId THEN unit.parent_id END AS parentId, unit.host_id AS hostId, unit.theme, unit.arm,
              unit.processes, unit.ring, unit.standing, unit.start, unit.end, ${presence('unit')} AS presence, unit.network_id <> @networkId AS "foreign"
       FROM unit
       WHERE unit.network_id = @networkId OR unit.id IN (
         SELECT relation_end.entity_id FROM relation_end JOIN relation ON relation.id = relation_end.relation_id WHERE relation.network_id = @networkId)
       ORDER BY unit.position, unit.id`,
      { networkId, at },
    )
    .filter((row) => isIn(row, at, scope))
    .map((row) => ({
      ...withoutDates(row),
      processes: json<string[]>(row.processes),
      foreign: row.foreign === 1,
      parts: (parts.get(row.id) ?? []).map((part) => part.partId),
    }));
}

interface MembershipSql extends Omit<DiagramMembership, 'appointed' | 'standing'>, Omit<Span, 'presence'> {
  appointed: number;
  pseudonym: string | null;
}

const membershipsSql = `
  SELECT it.id, it.person_id AS personId, it.container_id AS containerId, person.name, person.pseudonym, role.name AS role, role.family AS roleFamily,
         it.organisation_id AS organisationId, it.appointed, it.standing, it.start, it.end, ${membershipPresence('it')} AS presence
  FROM membership AS it JOIN entity ON entity.id = it.id JOIN person ON person.id = it.person_id ${teamOf('it')}
  LEFT JOIN membership_role ON membership_role.membership_id = it.id
    AND membership_role.position = (SELECT min(position) FROM membership_role WHERE membership_id = it.id)
  LEFT JOIN role ON role.id = membership_role.role_id
  WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' ORDER BY entity.created_at, it.id`;

/** A person has one sign in a team: of several memberships the surest, and of those the first. */
function onePerTeam(rows: readonly DiagramMembership[]): DiagramMembership[] {
  const signs = new Map<string, DiagramMembership>();
  for (const row of rows) {
    const place = `${row.personId} ${row.containerId}`;
    const known = signs.get(place);
    if (!known) signs.set(place, row);
    else if (known.presence !== surest([known.presence, row.presence])) signs.set(place, row);
    else if (known.presence === row.presence && row.appointed) signs.set(place, { ...known, appointed: true });
  }
  return [...signs.values()];
}

const organisationsSql = `
  SELECT id, name, kind, sectors, count_min AS countMin, count_max AS countMax, count_about AS countAbout FROM organisation WHERE id IN (
    SELECT organisation_id FROM participation JOIN entity ON entity.id = participation.id WHERE entity.home_network_id = @networkId AND entity.kind = 'participation'
    UNION SELECT host_id FROM unit WHERE network_id = @networkId
    UNION SELECT organisation_id FROM membership JOIN entity ON entity.id = membership.id WHERE entity.home_network_id = @networkId AND entity.kind = 'membership'
    UNION SELECT relation_end.entity_id FROM relation_end JOIN relation ON relation.id = relation_end.relation_id WHERE relation.network_id = @networkId)
  ORDER BY id`;

/** '345', '40–50', 'ongeveer 20'; null for one organisation. */
export function countedAs(row: { countMin: number | null; countMax: number | null; countAbout: number | boolean }, t: Translate): string | null {
  if (row.countMin === null && row.countMax === null) return null;
  const low = row.countMin ?? row.countMax;
  const range = row.countMax === null || row.countMax === low ? `${low}` : `${low}–${row.countMax}`;
  return row.countAbout ? `${t(($) => $.data.about)} ${range}` : range;
}

function organisationsOf(handle: ReadHandle, networkId: string, t: Translate): DiagramOrganisation[] {
  return handle
    .all<{ id: string; name: string; kind: string; sectors: string; countMin: number | null; countMax: number | null; countAbout: number }>(
      organisationsSql,
      {
        networkId,
      },
    )
    .map((row) => ({ id: row.id, name: row.name, kind: row.kind, sectors: json<string[]>(row.sectors), count: countedAs(row, t) }));
}

function relationsOf(handle: ReadHandle, networkId: string, at: string, scope: DiagramScope, t: Translate): DiagramRelation[] {
  const end = (row: { entityId: string; roleName: string | null }) => ({ entityId: row.entityId, roleName: row.roleName });
  const rows = listRelations(handle, networkId, at, true).filter((row) => isIn(row as Span, at, scope));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    label: wordOf(handle, 'relationKind', row.kind, t),
    from: row.from.map(end),
    to: row.to.map(end),
    fromMode: row.fromMode as 'each' | 'oneOf',
    toMode: row.toMode as 'each' | 'oneOf',
    mutual: row.mutual,
    presence: row.presence,
    standing: row.standing as Standing,
  }));
}

/**
 * Everything that the drawing needs, as of a day.
 * @param scope what of all that was ever recorded; of what ended only people and organisations, unless all is asked for
 * @param names how people are called in it
 * @throws Refusal `not_found`
 */
export function diagramModel(
  handle: ReadHandle,
  networkId: string,
  at: string,
  scope: DiagramScope,
  t: Translate,
  names: NameStyle = 'name',
): DiagramModel {
  const network = handle.get<DiagramModel['network']>('SELECT id, code, name FROM network WHERE id = @networkId', { networkId });
  if (!network) throw new Refusal('not_found', 'recordMissing', {}, ['networkId']);
  const sits = (row: Span) => isIn(row, at, scope.ended ? { ever: true } : scope);
  return {
    network,
    at,
    layers: handle.all('SELECT id, name, note FROM layer WHERE network_id = @networkId ORDER BY position, id', { networkId }),
    units: unitsOf(handle, networkId, at, scope),
    organisations: organisationsOf(handle, networkId, t),
    participations: handle
      .all<Span & { id: string; organisationId: string; containerId: string; capacities: string }>(
        `SELECT it.id, it.organisation_id AS organisationId, it.container_id AS containerId, it.capacities, it.standing, it.start, it.end,
                ${presence('it')} AS presence
         FROM participation AS it JOIN entity ON entity.id = it.id WHERE entity.home_network_id = @networkId AND entity.kind = 'participation' ORDER BY entity.created_at, it.id`,
        { networkId, at },
      )
      .filter(sits)
      .map((row) => ({ ...withoutDates(row), capacities: json<string[]>(row.capacities) })),
    memberships: onePerTeam(
      handle
        .all<MembershipSql>(membershipsSql, { networkId, at })
        .filter(sits)
        .map(({ pseudonym, ...row }) => ({
          ...withoutDates(row),
          name: displayName(
            { name: row.name, pseudonym, role: row.role },
            names,
            t(($) => $.case.someone),
          ),
          appointed: row.appointed === 1,
        })),
    ),
    seats: seatRows(handle, networkId, at)
      .filter((row) => isIn(row, at, scope))
      .map((row) => ({
        id: row.id,
        containerId: row.containerId,
        label: row.label ?? row.roleName ?? row.organisationName ?? '',
        organisationKind: row.organisationKind,
        sectors: [],
        roleFamily: null,
        kind: row.kind,
        min: row.min,
        max: row.max,
        about: row.about === 1,
        filled: row.filled,
        presence: row.presence,
        standing: row.standing,
      })),
    relations: relationsOf(handle, networkId, at, scope, t),
    slots: handle.all(
      `SELECT placement.container_id AS containerId, placement.item_id AS itemId, placement.slot FROM placement
       JOIN entity ON entity.id = placement.item_id WHERE entity.home_network_id = @networkId AND entity.kind IN ('membership', 'seat')
       ORDER BY placement.container_id, placement.slot, placement.item_id`,
      { networkId },
    ),
  };
}

const datedTables = ['unit', 'membership', 'participation', 'seat', 'relation'] as const;

/** Days on which something of the drawing begins (first becomes possible) or is over for the first time, the earliest first. */
export function changeDays(handle: ReadHandle, networkId: string): string[] {
  const selects = datedTables.map(
    (table) => `
      SELECT start_min AS day FROM ${table} AS it JOIN entity ON entity.id = it.id WHERE entity.home_network_id = @networkId AND entity.kind = '${table}' AND standing <> 'lapsed'
      UNION SELECT date(end_max, '+1 day') FROM ${table} AS it JOIN entity ON entity.id = it.id
      WHERE entity.home_network_id = @networkId AND entity.kind = '${table}' AND standing <> 'lapsed' AND end_max < '${LAST_DAY}'`,
  );
  const rows = handle.all<{ day: string }>(`SELECT day FROM (${selects.join(' UNION ')}) WHERE day > '${FIRST_DAY}' ORDER BY day`, { networkId });
  return rows.map((row) => row.day);
}
