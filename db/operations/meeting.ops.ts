import { edtfRange } from '../../shared/domain/edtf.ts';
import { listActions, listAttendance, listChannels, listMeetingObjects, listMeetings } from '../repositories/meeting.queries.ts';
import { meetingYear } from '../repositories/meeting-year.queries.ts';
import { createRecord, getRecord, removeRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import type { Commands, Queries } from './handler.ts';

export const meetingQueries = {
  'meeting.list': (handle, input) => ({ rows: listMeetings(handle, input) }),
  'meeting.measure': (handle, { networkId, at }, { t }) => {
    getRecord(handle, 'network', networkId);
    return meetingYear(handle, networkId, at, t);
  },
  'meetingPart.list': (handle, { meetingId }) => ({
    rows: handle
      .all<{ id: string }>('SELECT id FROM meeting_part WHERE meeting_id = @meetingId ORDER BY position, id', { meetingId })
      .map(({ id }) => {
        const { name, time, minutes, note, units } = getRecord(handle, 'meetingPart', id);
        return { id, name, time, minutes, note, units: units.map((unit) => ({ id: unit, name: getRecord(handle, 'unit', unit).name })) };
      }),
  }),
  'attendance.list': (handle, { meetingId }, { today }) => {
    const { start } = getRecord(handle, 'meeting', meetingId);
    return { rows: listAttendance(handle, meetingId, (start === null ? null : edtfRange(start)?.max) ?? today) };
  },
  'decision.list': (handle, { meetingId }) => ({
    rows: handle.all('SELECT id, text, note FROM decision WHERE meeting_id = @meetingId ORDER BY position, id', { meetingId }),
  }),
  'action.list': (handle, { at, ...scope }) => ({ rows: listActions(handle, scope, at) }),
  'meetingObject.list': (handle, scope) => ({ rows: listMeetingObjects(handle, scope) }),
  'channel.list': (handle, { networkId, at }) => ({ rows: listChannels(handle, networkId, at) }),
} satisfies Partial<Queries>;

export const meetingCommands = {
  'attendance.link': (handle, { meetingId, personIds, state }) => {
    const { name } = getRecord(handle, 'meeting', meetingId);
    for (const personId of new Set(personIds)) {
      const mark = handle.get<{ id: string }>('SELECT id FROM attendance WHERE meeting_id = @meetingId AND person_id = @personId', {
        meetingId,
        personId,
      });
      if (state === null) {
        if (mark) removeRecord(handle, 'attendance', mark.id);
      } else if (mark) updateRecord(handle, recordRules, 'attendance', mark.id, { state });
      else createRecord(handle, recordRules, 'attendance', { meetingId, personId, state });
    }
    return { value: {}, params: { name } };
  },
} satisfies Partial<Commands>;
