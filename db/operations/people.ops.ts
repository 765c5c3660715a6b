import { addDays, bounds, type DayRange, edtfRange, isDay } from '../../shared/domain/edtf.ts';
import { nameOfEntity } from '../repositories/entity.queries.ts';
import {
  listEmployments,
  listOrganisations,
  listParticipations,
  listPeople,
  listRoles,
  membershipsIn,
  membershipsOf,
  membershipsOfNetwork,
} from '../repositories/people.queries.ts';
import { presence } from '../repositories/presence.sql.ts';
import { createRecord, getRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Commands, Queries } from './handler.ts';

export const peopleQueries = {
  'person.list': (handle, { networkId, at, ended }) => listPeople(handle, networkId, at, ended ?? false),
  'person.measure': (handle, { id, at }) => {
    const memberships = membershipsOf(handle, id, at);
    const units = memberships.filter((row) => row.presence !== 'no' && row.container.kind === 'unit');
    const layers = new Map(
      handle
        .all<{ id: string; layer: string | null }>(
          'SELECT unit.id, layer.name AS layer FROM unit LEFT JOIN layer ON layer.id = unit.layer_id WHERE unit.id IN (SELECT value FROM json_each(@ids))',
          { ids: JSON.stringify(units.map((row) => row.container.id)) },
        )
        .map((row) => [row.id, row.layer]),
    );
    const links = [...new Map(units.map((row) => [row.container.id, row])).values()].map((row) => ({
      unit: { id: row.container.id, name: row.container.name },
      layer: layers.get(row.container.id) ?? null,
    }));
    return { memberships, employments: listEmployments(handle, id, at), links };
  },
  'role.list': (handle, { networkId, at }) => ({ rows: listRoles(handle, networkId, at) }),
  'roleProfile.list': (handle, { networkId }) => ({
    rows: handle
      .all<{ id: string; roleId: string; name: string; tasks: string | null; responsibilities: string | null }>(
        `SELECT role_profile.id, role.id AS roleId, role.name, role_profile.tasks, role_profile.responsibilities
         FROM role_profile JOIN role ON role.id = role_profile.role_id WHERE role_profile.network_id = @networkId ORDER BY role.name COLLATE NOCASE`,
        { networkId },
      )
      .map(({ roleId, name, ...row }) => ({ ...row, role: { id: roleId, name } })),
  }),
  'membership.list': (handle, { containerId, networkId, at, ended }) => {
    const ofNetwork = networkId === undefined ? [] : membershipsOfNetwork(handle, networkId, at);
    const rows = containerId === undefined ? ofNetwork : membershipsIn(handle, containerId, at);
    return { rows: rows.filter((row) => ended || row.presence !== 'no') };
  },
  'participation.list': (handle, { containerId, organisationId, at, ended }) => ({
    rows: listParticipations(handle, { containerId: containerId ?? null, organisationId: organisationId ?? null }, at).filter(
      (row) => ended || row.presence !== 'no',
    ),
  }),
  'organisation.list': (handle, { networkId, at }) => ({ rows: listOrganisations(handle, networkId, at) }),
  'organisationLink.list': (handle, { organisationId }) => ({
    rows: handle
      .all<Record<string, string | null>>(
        `SELECT it.id, it.kind, it.note, it.start, it.end, a.id AS fromId, a.name AS fromName, a.kind AS fromKind, b.id AS toId, b.name AS toName, b.kind AS toKind
         FROM organisation_link AS it JOIN organisation AS a ON a.id = it.from_id JOIN organisation AS b ON b.id = it.to_id
         WHERE @organisationId IN (it.from_id, it.to_id) ORDER BY it.id`,
        { organisationId },
      )
      .map(
        ({ fromId, fromName, fromKind, toId, toName, toKind, ...row }) =>
          ({ ...row, from: { id: fromId, name: fromName, kind: fromKind }, to: { id: toId, name: toName, kind: toKind } }) as never,
      ),
  }),
  'employment.list': (handle, { organisationId, at }) => ({
    rows: handle
      .all<{ id: string; personId: string; name: string; function: string | null; presence: 'yes' | 'no' | 'perhaps' }>(
        `SELECT employment.id, person.id AS personId, person.name, employment.function, ${presence('employment', false)} AS presence
         FROM employment JOIN person ON person.id = employment.person_id WHERE employment.organisation_id = @organisationId ORDER BY person.name COLLATE NOCASE`,
        { organisationId, at },
      )
      .map(({ personId, name, ...row }) => ({ ...row, person: { id: personId, name } })),
  }),
} satisfies Partial<Queries>;

export const peopleCommands = {
  'membership.move': (handle, { id, containerId, from }) => {
    const old = getRecord(handle, 'membership', id);
    const day = edtfRange(from) as DayRange;
    const ends = bounds(old.start, old.end).endMax;
    if (ends < day.min) throw new Refusal('conflict', 'alreadyEnded', {}, ['from']);
    if (old.containerId === containerId) throw new Refusal('conflict', 'alreadyMember', {}, ['containerId']);
    const there = handle.get(
      `SELECT 1 FROM membership WHERE person_id = @personId AND container_id = @containerId AND standing <> 'lapsed'
         AND start_min <= @max AND end_max >= @min`,
      { personId: old.personId, containerId, ...day },
    );
    if (there !== undefined) throw new Refusal('conflict', 'alreadyMember', {}, ['containerId']);
    // a day is known exactly: the last day in the old team is the one before
    const end = isDay(from) ? addDays(from, -1) : from;
    // an end that is known more closely stays: a move never makes longer what has been
    if (ends >= (edtfRange(end) as DayRange).max) updateRecord(handle, recordRules, 'membership', id, { end });
    const { id: _id, leftReason: _reason, ...kept } = old;
    const moved = createRecord(handle, recordRules, 'membership', { ...kept, containerId, start: from, end: old.end, standing: old.standing });
    return { value: { id: moved }, params: { name: nameOfEntity(handle, old.personId), to: nameOfEntity(handle, containerId) } };
  },
} satisfies Partial<Commands>;
