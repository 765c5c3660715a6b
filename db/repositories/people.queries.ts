/** What the screens about people, organisations and roles read. */
import type { Output } from '../../shared/contract/index.ts';
import { byName } from '../../shared/domain/collate.ts';
import { earliestOf, latestOf, OPEN_END } from '../../shared/domain/edtf.ts';
import { type Presence, surest } from '../../shared/domain/presence.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { nameOf } from './network.queries.ts';
import { membershipPresence, presence, teamOf } from './presence.sql.ts';

export type MembershipRow = Output<'membership.list'>['rows'][number];
type PersonRow = Output<'person.list'>['rows'][number];

interface MembershipSql extends Omit<MembershipRow, 'container' | 'network' | 'organisation' | 'roles' | 'appointed'> {
  containerId: string;
  containerName: string;
  containerKind: string;
  networkId: string;
  networkCode: string;
  networkName: string;
  organisationId: string | null;
  organisationName: string | null;
  organisationKind: string | null;
  roles: string;
  appointed: number;
}

/** The roles of the membership `it`, in the order in which they were given. */
const rolesSql = `(SELECT json_group_array(json_object('id', role.id, 'name', role.name) ORDER BY membership_role.position)
  FROM membership_role JOIN role ON role.id = membership_role.role_id WHERE membership_id = it.id)`;
/** The network and its teams. */
const placesSql = '(SELECT @networkId UNION ALL SELECT id FROM unit WHERE network_id = @networkId)';

const membershipSql = (where: string) => `
  SELECT it.id, it.person_id AS personId, person.name AS person, it.container_id AS containerId, iif(unit.id IS NULL, 'network', 'unit') AS containerKind,
         coalesce(unit.name, home.name) AS containerName, home.id AS networkId, home.code AS networkCode, home.name AS networkName,
         it.organisation_id AS organisationId, organisation.name AS organisationName, organisation.kind AS organisationKind,
         ${rolesSql} AS roles, it.appointed, it.intensity, it.hours_per_week AS hoursPerWeek, it.start, it.end, it.standing,
         ${membershipPresence('it', 'unit')} AS presence
  FROM membership AS it JOIN person ON person.id = it.person_id ${teamOf('it', 'unit')}
  JOIN network AS home ON home.id = coalesce(unit.network_id, it.container_id) LEFT JOIN organisation ON organisation.id = it.organisation_id
  WHERE ${where}`;

const asMembership = (row: MembershipSql): MembershipRow => ({
  id: row.id,
  personId: row.personId,
  person: row.person,
  container: { id: row.containerId, name: row.containerName, kind: row.containerKind },
  network: { id: row.networkId, code: row.networkCode, name: row.networkName },
  organisation:
    row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '', kind: row.organisationKind ?? 'other' },
  roles: json(row.roles),
  appointed: row.appointed === 1,
  intensity: row.intensity,
  hoursPerWeek: row.hoursPerWeek,
  start: row.start,
  end: row.end,
  standing: row.standing,
  presence: row.presence,
});

const byContainer = membershipSql('it.container_id = @containerId ORDER BY person.name COLLATE NOCASE');
const byPerson = membershipSql('it.person_id = @personId ORDER BY it.start_min, containerName COLLATE NOCASE');
const byNetwork = membershipSql(`it.container_id IN ${placesSql} ORDER BY it.id`);

export const membershipsIn = (handle: ReadHandle, containerId: string, at: string): MembershipRow[] =>
  handle.all<MembershipSql>(byContainer, { containerId, at }).map(asMembership);
export const membershipsOf = (handle: ReadHandle, personId: string, at: string): MembershipRow[] =>
  handle.all<MembershipSql>(byPerson, { personId, at }).map(asMembership);
export const membershipsOfNetwork = (handle: ReadHandle, networkId: string, at: string): MembershipRow[] =>
  handle.all<MembershipSql>(byNetwork, { networkId, at }).map(asMembership);

export function listEmployments(handle: ReadHandle, personId: string, at: string): Output<'person.measure'>['employments'] {
  return handle
    .all<{
      id: string;
      organisationId: string | null;
      name: string | null;
      kind: string | null;
      function: string | null;
      start: string | null;
      end: string | null;
      presence: Presence;
    }>(
      `SELECT employment.id, organisation.id AS organisationId, organisation.name, organisation.kind, employment.function, employment.start, employment.end,
              ${presence('employment', false)} AS presence
       FROM employment LEFT JOIN organisation ON organisation.id = employment.organisation_id
       WHERE employment.person_id = @personId ORDER BY employment.start_min, employment.id`,
      { personId, at },
    )
    .map(({ organisationId, name, kind, ...row }) => ({
      ...row,
      organisation: organisationId === null ? null : { id: organisationId, name: name ?? '', kind: kind ?? 'other' },
    }));
}

interface Sits {
  state: Presence;
  start: string | null;
  end: string | null;
  organisation: { id: string; name: string; kind: string } | null;
  roles: { id: string; name: string }[];
}
interface PersonSql extends Pick<PersonRow, 'id' | 'name' | 'pseudonym' | 'mail' | 'phone' | 'education'> {
  sure: number;
  all: number;
  appointed: number | null;
  presence: Presence | null;
  sits: string;
  works: string;
}

const organisationSql = `json_object('id', organisation.id, 'name', organisation.name, 'kind', organisation.kind)`;

/** One row per person with what they sit in and where they work; all grouping is SQLite's, which is what keeps it quick. */
const personSql = (memberships: string) => `
  SELECT person.id, person.name, person.pseudonym, person.mail, person.phone, person.education, count(DISTINCT CASE WHEN state = 'yes' THEN container END) AS sure,
         count(DISTINCT CASE WHEN state <> 'no' THEN container END) AS "all", max(CASE WHEN state <> 'no' THEN appointed END) AS appointed,
         max(state) AS presence, json_group_array(json(sits) ORDER BY membership) FILTER (WHERE membership IS NOT NULL) AS sits,
         (SELECT json_group_array(${organisationSql}) FROM employment JOIN organisation ON organisation.id = employment.organisation_id
          WHERE employment.person_id = person.id AND ${presence('employment', false)} <> 'no') AS works
  FROM ${memberships} GROUP BY person.id ORDER BY min(membership) NULLS LAST`;

/** The memberships that are there count; of someone who is nowhere any more those that were. */
const sitsSql = (where: string) => `
  (SELECT membership, person_id, container, appointed, state,
          json_object('state', state, 'start', start, 'end', end, 'roles', json(roles), 'organisation', json(organisation)) AS sits FROM (
     SELECT it.id AS membership, it.person_id, it.container_id AS container, it.appointed, it.start, it.end, ${rolesSql} AS roles,
            iif(organisation.id IS NULL, 'null', ${organisationSql}) AS organisation, ${membershipPresence('it')} AS state
     FROM membership AS it ${teamOf('it')} LEFT JOIN organisation ON organisation.id = it.organisation_id WHERE ${where}))`;

const everyone = personSql(`person LEFT JOIN ${sitsSql('1')} ON person_id = person.id`);
const peopleOf = personSql(`${sitsSql(`it.container_id IN ${placesSql}`)} JOIN person ON person.id = person_id`);

const unique = <T extends { id: string }>(items: readonly T[]): T[] =>
  items.length < 2 ? [...items] : [...new Map(items.map((item) => [item.id, item])).values()];
const known = (dates: readonly (string | null)[]): string[] => dates.filter((date) => date !== null);

/** The earliest start, the latest end, who they sit there for. */
function asPersonRow(row: PersonSql): PersonRow {
  const sits = json<Sits[]>(row.sits);
  const there = row.all > 0 ? sits.filter((one) => one.state !== 'no') : sits;
  const starts = there.map((one) => one.start);
  const ends = there.map((one) => one.end);
  return {
    id: row.id,
    name: row.name,
    pseudonym: row.pseudonym,
    mail: row.mail,
    phone: row.phone,
    education: row.education,
    organisations: unique([...there.flatMap((one) => one.organisation ?? []), ...json<PersonRow['organisations']>(row.works)]),
    roles: unique(there.flatMap((one) => one.roles)),
    places: { yes: row.sure, perhaps: row.all - row.sure },
    appointed: row.appointed === 1,
    start: starts.includes(null) ? null : earliestOf(known(starts)),
    end: ends.includes(OPEN_END) ? OPEN_END : ends.includes(null) ? null : latestOf(known(ends)),
    presence: row.presence ?? 'no',
  };
}

export function listPeople(handle: ReadHandle, networkId: string | undefined, at: string, ended: boolean): Output<'person.list'> {
  const found = networkId === undefined ? handle.all<PersonSql>(everyone, { at }) : handle.all<PersonSql>(peopleOf, { at, networkId });
  const rows = found.map(asPersonRow).sort((a, b) => byName(a.name, b.name));
  return { rows: rows.filter((row) => ended || row.presence !== 'no' || networkId === undefined), total: rows.length };
}

export function listRoles(handle: ReadHandle, networkId: string | undefined, at: string): Output<'role.list'>['rows'] {
  const scope = networkId === undefined ? '' : `AND it.container_id IN ${placesSql}`;
  const params = networkId === undefined ? { at } : { at, networkId };
  const counts = new Map(
    handle
      .all<{ roleId: string; yes: number; all: number }>(
        `SELECT roleId, count(DISTINCT CASE WHEN state = 'yes' THEN person END) AS yes, count(DISTINCT CASE WHEN state <> 'no' THEN person END) AS "all"
         FROM (SELECT membership_role.role_id AS roleId, it.person_id AS person, ${membershipPresence('it')} AS state
               FROM membership_role JOIN membership AS it ON it.id = membership_role.membership_id ${teamOf('it')} WHERE 1 ${scope})
         GROUP BY roleId`,
        params,
      )
      .map((row) => [row.roleId, { yes: row.yes, perhaps: row.all - row.yes }]),
  );
  const profiles = new Set(
    handle
      .all<{ id: string }>(
        `SELECT role_id AS id FROM role_profile ${networkId === undefined ? '' : 'WHERE network_id = @networkId'}`,
        networkId === undefined ? undefined : { networkId },
      )
      .map((row) => row.id),
  );
  return handle
    .all<{ id: string; name: string; family: string | null; bridges: number }>(
      'SELECT id, name, family, bridges FROM role ORDER BY name COLLATE NOCASE',
    )
    .map((row) => ({ ...row, bridges: row.bridges === 1, people: counts.get(row.id) ?? { yes: 0, perhaps: 0 }, profile: profiles.has(row.id) }))
    .filter((row) => networkId === undefined || row.people.yes + row.people.perhaps > 0 || row.profile);
}

type OrganisationRow = Output<'organisation.list'>['rows'][number];

/** Organisations that a network touches: they take part, host a team, or someone sits there for them. */
const organisationsOf = `
  SELECT organisation_id AS id FROM participation JOIN entity ON entity.id = participation.id WHERE entity.home_network_id = @networkId AND entity.kind = 'participation'
  UNION SELECT host_id FROM unit WHERE network_id = @networkId
  UNION SELECT organisation_id FROM membership JOIN entity ON entity.id = membership.id WHERE entity.home_network_id = @networkId AND entity.kind = 'membership'`;

export function listOrganisations(handle: ReadHandle, networkId: string | undefined, at: string): OrganisationRow[] {
  const params = networkId === undefined ? { at } : { at, networkId };
  const of = (kind: string) =>
    networkId === undefined ? '' : `JOIN entity ON entity.id = it.id AND entity.home_network_id = @networkId AND entity.kind = '${kind}'`;
  const people = Map.groupBy(
    handle.all<{ id: string; person: string; state: Presence }>(
      `SELECT it.organisation_id AS id, it.person_id AS person, ${membershipPresence('it')} AS state
       FROM membership AS it ${of('membership')} ${teamOf('it')} WHERE it.organisation_id IS NOT NULL`,
      params,
    ),
    (row) => row.id,
  );
  const parts = Map.groupBy(
    handle.all<{ id: string; presence: Presence }>(
      `SELECT it.organisation_id AS id, ${presence('it')} AS presence FROM participation AS it ${of('participation')}`,
      params,
    ),
    (row) => row.id,
  );
  const hosts = Map.groupBy(
    handle.all<{ hostId: string; id: string; name: string }>(
      `SELECT host_id AS hostId, id, name FROM unit
       WHERE host_id IS NOT NULL AND ${presence('unit')} <> 'no' ${networkId === undefined ? '' : 'AND network_id = @networkId'}`,
      params,
    ),
    (row) => row.hostId,
  );
  const partOf = Map.groupBy(
    handle.all<{ fromId: string; id: string; name: string }>(
      `SELECT organisation_link.from_id AS fromId, organisation.id, organisation.name FROM organisation_link
       JOIN organisation ON organisation.id = organisation_link.to_id
       WHERE organisation_link.kind = 'partOf' AND ${presence('organisation_link', false)} <> 'no' ${networkId === undefined ? '' : `AND organisation_link.from_id IN (${organisationsOf})`}`,
      params,
    ),
    (row) => row.fromId,
  );
  const rows = handle.all<{
    id: string;
    name: string;
    kind: string;
    sectors: string;
    place: string | null;
    brin: string | null;
    countMin: number | null;
    countMax: number | null;
    countAbout: number;
  }>(
    `SELECT id, name, kind, sectors, place, brin, count_min AS countMin, count_max AS countMax, count_about AS countAbout FROM organisation
     ${networkId === undefined ? '' : `WHERE id IN (${organisationsOf})`} ORDER BY name COLLATE NOCASE`,
    networkId === undefined ? undefined : { networkId },
  );
  const count = (list: { person: string; state: Presence }[] = []) => {
    const sure = new Set(list.filter((row) => row.state === 'yes').map((row) => row.person));
    const all = new Set(list.filter((row) => row.state !== 'no').map((row) => row.person));
    return { yes: sure.size, perhaps: all.size - sure.size };
  };
  return rows
    .map((row) => ({
      ...row,
      sectors: json<string[]>(row.sectors),
      countAbout: row.countAbout === 1,
      people: count(people.get(row.id)),
      takesPart: surest((parts.get(row.id) ?? []).map((part) => part.presence)),
      hosts: (hosts.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
      partOf: (partOf.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    }))
    .sort((a, b) => byName(a.name, b.name));
}

export function listParticipations(
  handle: ReadHandle,
  of: { containerId: string | null; organisationId: string | null },
  at: string,
): Output<'participation.list'>['rows'] {
  return handle
    .all<Omit<Output<'participation.list'>['rows'][number], 'organisation' | 'container' | 'capacities'> & Record<string, string>>(
      `SELECT it.id, it.capacities, it.why, it.start, it.end, it.standing, ${presence('it')} AS presence,
              organisation.id AS organisationId, organisation.name AS organisationName, organisation.kind AS organisationKind,
              entity.id AS containerId, entity.kind AS containerKind, ${nameOf('entity.id')} AS containerName
       FROM participation AS it JOIN organisation ON organisation.id = it.organisation_id JOIN entity ON entity.id = it.container_id
       WHERE it.container_id = @containerId OR it.organisation_id = @organisationId ORDER BY organisation.kind, organisation.name COLLATE NOCASE`,
      { ...of, at },
    )
    .map((row) => ({
      id: row.id,
      organisation: { id: row.organisationId as string, name: row.organisationName as string, kind: row.organisationKind as string },
      container: { id: row.containerId as string, name: row.containerName as string, kind: row.containerKind as string },
      capacities: json(row.capacities as string),
      why: row.why,
      start: row.start,
      end: row.end,
      standing: row.standing,
      presence: row.presence,
    }));
}
