/** Meetings out to a calendar file. */
import { type OutMeeting, writeCalendar } from '../../shared/calendar/write-calendar.ts';
import { isDay } from '../../shared/domain/edtf.ts';
import type { Connection } from '../connection.ts';
import { listMeetings } from '../repositories/meeting.queries.ts';
import { getRecord } from '../repositories/record.repo.ts';
import type { JobHandler } from './handler.ts';

interface GuestSql {
  readonly meetingId: string;
  readonly name: string;
  readonly mail: string | null;
  readonly state: string;
}

const guestsSql = `SELECT attendance.meeting_id AS meetingId, person.name, person.mail, attendance.state
  FROM attendance JOIN person ON person.id = attendance.person_id JOIN meeting ON meeting.id = attendance.meeting_id
  WHERE attendance.meeting_id IN (SELECT value FROM json_each(@ids)) ORDER BY person.name, person.id`;

interface NameSql {
  readonly id: string;
  readonly calendarKey: string | null;
  readonly seriesId: string | null;
}

/** Of all meetings: the first of a series can be one that is not in the file. */
const namesSql = 'SELECT id, calendar_key AS calendarKey, series_id AS seriesId FROM meeting';

function guestsOf(handle: Connection, ids: readonly string[]): ReadonlyMap<string, GuestSql[]> {
  return Map.groupBy(handle.all<GuestSql>(guestsSql, { ids: JSON.stringify(ids) }), ({ meetingId }) => meetingId);
}

export const exportCalendar: JobHandler<'calendar.export'> = async (handle, { networkId, unitId, people, from }, context) => {
  const network = getRecord(handle, 'network', networkId);
  const unit = unitId === undefined ? null : getRecord(handle, 'unit', unitId);
  const rows = listMeetings(handle, { networkId, unitId, from });
  const dated = rows.filter((row): row is typeof row & { start: string } => row.start !== null && isDay(row.start));
  context.checkpoint();
  const guests = people
    ? guestsOf(
        handle,
        dated.map(({ id }) => id),
      )
    : new Map<string, GuestSql[]>();
  const names = new Map(handle.all<NameSql>(namesSql).map((row) => [row.id, row]));
  const meetings = dated.toReversed().map(
    (row): OutMeeting => ({
      ...row,
      calendarKey: names.get(row.id)?.calendarKey ?? null,
      first: names.get(names.get(row.id)?.seriesId ?? '') ?? null,
      end: row.end !== null && isDay(row.end) && row.end > row.start ? row.end : null,
      teams: row.units.map(({ name }) => name),
      people: (guests.get(row.id) ?? []).map(({ name, mail, state }) => ({ name, mail, declined: state === 'excused' })),
    }),
  );
  const bytes = new TextEncoder().encode(writeCalendar(meetings, context.today));
  const name = `${network.code} ${unit?.name ?? network.name}.ics`;
  return { value: { name, bytes: bytes.byteLength, meetings: meetings.length, undated: rows.length - dated.length }, file: { name, bytes } };
};
