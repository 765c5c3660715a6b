/** What a calendar is held against: the meetings, teams and people that are there. */
import type { Known, KnownMeeting, KnownPerson } from '../../shared/calendar/plan-calendar.ts';
import type { Bounds } from '../../shared/domain/edtf.ts';
import type { Standing } from '../../shared/domain/lists.ts';
import { presenceOn } from '../../shared/domain/presence.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';

type MeetingSql = Omit<KnownMeeting, 'units' | 'marked'> & { units: string; marked: string };

/** Of all networks: a calendar key is there once, whoever noted it. */
const meetingsSql = `
  SELECT id, calendar_key AS calendarKey, name, start, end, time, minutes, place, standing, series_id AS seriesId,
    (SELECT json_group_array(unit_id ORDER BY position) FROM meeting_unit WHERE meeting_id = it.id) AS units,
    (SELECT json_group_array(person_id) FROM attendance WHERE meeting_id = it.id) AS marked
  FROM meeting AS it WHERE network_id = @networkId OR calendar_key IS NOT NULL`;

export const knownMeetings = (handle: ReadHandle, networkId: string): KnownMeeting[] =>
  handle
    .all<MeetingSql>(meetingsSql, { networkId })
    .map(({ units, marked, ...row }) => ({ ...row, units: json(units), marked: new Set(json<string[]>(marked)) }));

interface MemberSql extends Bounds {
  readonly personId: string;
  readonly unitId: string;
  readonly standing: Standing;
}

const membersSql = `
  SELECT person_id AS personId, container_id AS unitId, it.standing, it.start_min AS startMin, it.start_max AS startMax, it.end_min AS endMin, it.end_max AS endMax
  FROM membership AS it LEFT JOIN unit ON unit.id = it.container_id WHERE unit.network_id = @networkId OR it.container_id = @networkId`;

const namesSql = `
  SELECT unit.id, unit.name, (SELECT json_group_array(name) FROM other_name WHERE entity_id = unit.id) AS names
  FROM unit WHERE network_id = @networkId ORDER BY position`;

export function knownFor(handle: ReadHandle, networkId: string, today: string): Known {
  const members = handle.all<MemberSql>(membersSql, { networkId });
  const byPerson = Map.groupBy(members, ({ personId }) => personId);
  const byUnit = Map.groupBy(members, ({ unitId }) => unitId);
  const on = (some: readonly MemberSql[] | undefined, day: string) => (some ?? []).filter((member) => presenceOn(member, day) !== 'no');
  return {
    meetings: knownMeetings(handle, networkId),
    teams: handle
      .all<{ id: string; name: string; names: string }>(namesSql, { networkId })
      .map(({ id, name, names }) => ({ id, name, names: json<string[]>(names) })),
    people: handle.all<KnownPerson>('SELECT id, name, mail FROM person'),
    isHereOn: (personId, day) => on(byPerson.get(personId), day).length > 0,
    teamsOn: (personId, day) => on(byPerson.get(personId), day).flatMap(({ unitId }) => (unitId === networkId ? [] : [unitId])),
    sizeOn: (team, day) => on(byUnit.get(team), day).length,
    today,
  };
}
