/** Who should have been there, who was, and marking it. */
import { useMemo } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import type { AttendanceState } from '../../../../shared/domain/lists.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useFormat } from '../../../ui/words.tsx';
import { type Meeting, useWrite } from './use-meeting.ts';

export type Row = Output<'attendance.list'>['rows'][number];

export interface Attendance {
  /** Members of the day first, then whoever else has a mark. */
  readonly rows: readonly Row[];
  readonly ready: boolean;
  /** Members that have no mark yet. */
  readonly open: readonly Row[];
  readonly mark: (personIds: readonly string[], state: AttendanceState | null, group?: string) => Promise<void>;
  readonly everyone: () => void;
}

export function useAttendance(meeting: Meeting): Attendance {
  const format = useFormat();
  const write = useWrite();
  const list = useOperation('attendance.list', { meetingId: meeting.id }, { keep: true });
  const rows = useMemo(
    () =>
      [...(list.data?.rows ?? [])].sort(
        (a, b) => Number(a.membership === 'no') - Number(b.membership === 'no') || format.compare(a.person.name, b.person.name),
      ),
    [list.data, format],
  );
  const open = rows.filter((row) => row.state === null && row.membership !== 'no');
  const mark: Attendance['mark'] = async (personIds, state, given) => {
    if (personIds.length === 0) return;
    // who was there, was at a meeting that was held
    const isHeld = meeting.standing === 'planned' && (state === 'present' || state === 'guest');
    const group = given ?? (isHeld ? crypto.randomUUID() : undefined);
    await write('attendance.link', { meetingId: meeting.id, personIds, state }, group);
    if (isHeld) await write('meeting.update', { id: meeting.id, standing: 'actual' }, group);
  };
  return {
    rows,
    ready: list.data !== undefined,
    open,
    mark,
    everyone: () =>
      void mark(
        open.map((row) => row.person.id),
        'present',
      ),
  };
}
