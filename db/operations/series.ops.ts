/** Meetings that come again. */
import type { Stored } from '../../shared/contract/crud.ts';
import { MOST_REPEATS } from '../../shared/contract/series.ts';
import { addDays, isDay } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { createRecord, getRecord, removeRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { seriesOf } from '../repositories/series.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Commands, Queries } from './handler.ts';

/** What comes again: where, when on the day, with whom and of what kind; not what was said there. */
const repeated = [
  'networkId',
  'name',
  'kind',
  'units',
  'layerId',
  'time',
  'minutes',
  'place',
  'mode',
  'preparedBy',
  'ledBy',
  'agendaBy',
  'isOpen',
  'targetGroups',
  'reader',
  'rhythmId',
] as const;
/** What the later ones can take from one of them. */
const shared = ['units', 'time', 'minutes', 'place', 'mode'] as const;

const pick = (meeting: Stored<'meeting'>, names: readonly (keyof Stored<'meeting'>)[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, meeting[name]]));

const laterOf = (handle: ReadHandle, meetingId: string): string[] =>
  seriesOf(handle, meetingId).flatMap(({ id, isLater }) => (isLater && id !== meetingId ? [id] : []));

/** The days on which it comes again. @throws Refusal where there is no day to count from, or none within the bound */
function daysOf(
  start: string | null,
  { everyWeeks, until, times }: { everyWeeks: number; until?: string | undefined; times?: number | undefined },
): string[] {
  if (start === null || !isDay(start)) throw new Refusal('invalid_input', 'seriesNoDay', {}, ['meetingId']);
  if (until === undefined && times === undefined) throw new Refusal('invalid_input', 'seriesNoEnd', {}, ['until']);
  const days: string[] = [];
  for (let day = addDays(start, everyWeeks * 7); until === undefined || day <= until; day = addDays(day, everyWeeks * 7)) {
    if (days.length === (times ?? Number.POSITIVE_INFINITY)) break;
    if (days.length === MOST_REPEATS) throw new Refusal('invalid_input', 'seriesLong', { most: MOST_REPEATS }, ['until']);
    days.push(day);
  }
  if (days.length === 0) throw new Refusal('invalid_input', 'seriesNone', {}, ['until']);
  return days;
}

export const seriesQueries = {
  'series.list': (handle, { meetingId }) => {
    getRecord(handle, 'meeting', meetingId);
    return { rows: seriesOf(handle, meetingId) };
  },
} satisfies Partial<Queries>;

export const seriesCommands = {
  'series.create': (handle, { meetingId, ...when }) => {
    const meeting = getRecord(handle, 'meeting', meetingId);
    // a day that it is planned on already is not planned twice
    const taken = new Set(seriesOf(handle, meetingId).map(({ start }) => start));
    const days = daysOf(meeting.start, when).filter((day) => !taken.has(day));
    const seriesId = meeting.seriesId ?? meetingId;
    for (const start of days) createRecord(handle, recordRules, 'meeting', { ...pick(meeting, repeated), start, standing: 'planned', seriesId });
    return { value: { count: days.length }, params: { name: meeting.name, count: days.length } };
  },
  'series.update': (handle, { meetingId }) => {
    const meeting = getRecord(handle, 'meeting', meetingId);
    const later = laterOf(handle, meetingId);
    for (const id of later) updateRecord(handle, recordRules, 'meeting', id, pick(meeting, shared));
    return { value: { count: later.length }, params: { name: meeting.name, count: later.length } };
  },
  'series.remove': (handle, { meetingId }) => {
    const { name } = getRecord(handle, 'meeting', meetingId);
    const all = [...laterOf(handle, meetingId), meetingId];
    for (const id of all) removeRecord(handle, 'meeting', id);
    return { value: { count: all.length }, params: { name, count: all.length } };
  },
} satisfies Partial<Commands>;
