/** What the screens about meetings, attendance, actions and channels read. */
import type { Output } from '../../shared/contract/index.ts';
import { edtfRange } from '../../shared/domain/edtf.ts';
import type { Standing } from '../../shared/domain/lists.ts';
import { type Presence, surest } from '../../shared/domain/presence.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { nameOf } from './network.queries.ts';
import { membershipPresence, presence, teamOf } from './presence.sql.ts';

type MeetingRow = Output<'meeting.list'>['rows'][number];
type AttendanceRow = Output<'attendance.list'>['rows'][number];
type ActionRow = Output<'action.list'>['rows'][number];

const unitsSql = `(SELECT json_group_array(json_object('id', unit.id, 'name', unit.name) ORDER BY meeting_unit.position)
  FROM meeting_unit JOIN unit ON unit.id = meeting_unit.unit_id WHERE meeting_unit.meeting_id = it.id)`;

const marks = (state: string) => `(SELECT count(*) FROM attendance WHERE meeting_id = it.id AND state = '${state}')`;

const meetingSql = (where: string) => `
  SELECT it.id, it.name, it.kind, it.start, it.end, it.standing, it.time, it.minutes, it.place, it.mode, it.network_id AS networkId, ${unitsSql} AS units,
         it.is_open AS isOpen, json_object('use', it.use_score, 'creation', it.creation_score, 'sharing', it.sharing_score, 'coordination', it.coordination_score) AS purpose,
         ${marks('present')} AS present, ${marks('guest')} AS guests, ${marks('excused')} AS excused, ${marks('absent')} AS absent, it.head_count AS headCount,
         (SELECT count(*) FROM decision WHERE meeting_id = it.id) AS decisions,
         (SELECT count(*) FROM action WHERE meeting_id = it.id AND standing <> 'lapsed') AS actions,
         (SELECT count(*) FROM action WHERE meeting_id = it.id AND standing <> 'lapsed' AND done IS NULL) AS openActions,
         (SELECT count(*) FROM meeting_object WHERE meeting_id = it.id) AS objects
  FROM meeting AS it WHERE ${where} ORDER BY it.start_min DESC, it.time DESC, it.id DESC`;

/** A network's own meetings, and those of another network that one of its teams was in. */
export const ofNetwork = `it.id IN (SELECT id FROM meeting WHERE network_id = @networkId UNION
  SELECT meeting_unit.meeting_id FROM unit JOIN meeting_unit ON meeting_unit.unit_id = unit.id WHERE unit.network_id = @networkId)`;
const within = '(@from IS NULL OR it.start_max >= @from) AND (@to IS NULL OR it.start_min <= @to)';
const allSql = meetingSql(`${ofNetwork} AND ${within}`);
const ofUnitSql = meetingSql(`${ofNetwork} AND ${within} AND it.id IN (SELECT meeting_id FROM meeting_unit WHERE unit_id = @unitId)`);

type MeetingSql = Omit<MeetingRow, 'units' | 'purpose' | 'isOpen'> & { units: string; purpose: string; isOpen: number };

export interface MeetingScope {
  readonly networkId: string;
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function listMeetings(handle: ReadHandle, { networkId, unitId, from = undefined, to = undefined }: MeetingScope): MeetingRow[] {
  const params = { networkId, from: from ?? null, to: to ?? null };
  return (unitId === undefined ? handle.all<MeetingSql>(allSql, params) : handle.all<MeetingSql>(ofUnitSql, { ...params, unitId })).map((row) => ({
    ...row,
    units: json(row.units),
    purpose: json(row.purpose),
    isOpen: row.isOpen === 1,
  }));
}

/** The teams of a meeting and of its parts. */
const teamsSql = `(SELECT unit_id FROM meeting_unit WHERE meeting_id = @meetingId UNION
  SELECT unit_id FROM meeting_part_unit JOIN meeting_part ON meeting_part.id = part_id WHERE meeting_part.meeting_id = @meetingId)`;

const membersSql = `
  SELECT it.person_id AS personId, unit.id AS unitId, unit.name AS unitName, organisation.id AS organisationId, organisation.name AS organisationName,
         organisation.kind AS organisationKind, ${membershipPresence('it', 'unit')} AS presence,
         (SELECT json_group_array(role.name ORDER BY membership_role.position) FROM membership_role JOIN role ON role.id = membership_role.role_id
          WHERE membership_id = it.id) AS roles
  FROM membership AS it ${teamOf('it', 'unit')} LEFT JOIN organisation ON organisation.id = it.organisation_id
  WHERE it.container_id IN ${teamsSql} ORDER BY it.id`;

interface MemberSql {
  personId: string;
  unitId: string;
  unitName: string;
  organisationId: string | null;
  organisationName: string | null;
  organisationKind: string | null;
  presence: Presence;
  roles: string;
}

/**
 * Members of its teams on its day, and whoever else has a mark.
 * @param day the day of the meeting, or where only a period is known its last day
 */
export function listAttendance(handle: ReadHandle, meetingId: string, day: string): AttendanceRow[] {
  const members = Map.groupBy(
    handle.all<MemberSql>(membersSql, { meetingId, at: day }).filter((row) => row.presence !== 'no'),
    (row) => row.personId,
  );
  const marked = new Map(
    handle
      .all<{ id: string; personId: string; state: AttendanceRow['state'] }>(
        'SELECT id, person_id AS personId, state FROM attendance WHERE meeting_id = @meetingId ORDER BY id',
        { meetingId },
      )
      .map((row) => [row.personId, row]),
  );
  const people = handle.all<{ id: string; name: string }>(
    `SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY name COLLATE NOCASE, id`,
    { ids: JSON.stringify([...new Set([...members.keys(), ...marked.keys()])]) },
  );
  return people.map((person) => {
    const sits = members.get(person.id) ?? [];
    const sitsFor = sits.find((sit) => sit.organisationId !== null);
    const mark = marked.get(person.id);
    return {
      person,
      roles: [...new Set(sits.flatMap((sit) => json<string[]>(sit.roles)))],
      organisation: sitsFor
        ? { id: sitsFor.organisationId as string, name: sitsFor.organisationName ?? '', kind: sitsFor.organisationKind ?? 'other' }
        : null,
      units: [...new Map(sits.map((sit) => [sit.unitId, { id: sit.unitId, name: sit.unitName }])).values()],
      membership: surest(sits.map((sit) => sit.presence)),
      state: mark?.state ?? null,
      attendanceId: mark?.id ?? null,
    };
  });
}

const actionSql = (where: string) => `
  SELECT it.id, it.text, it.due, it.done, it.standing, it.person_id AS personId, person.name AS person, network.id AS networkId,
         network.code || ' ' || network.name AS network, it.meeting_id AS meetingId, meeting.name AS meeting, meeting.start AS meetingStart
  FROM action AS it JOIN network ON network.id = it.network_id LEFT JOIN person ON person.id = it.person_id
  LEFT JOIN meeting ON meeting.id = it.meeting_id
  WHERE ${where} AND (@open = 0 OR (it.done IS NULL AND it.standing <> 'lapsed')) ORDER BY it.position, it.id`;

interface ActionSql extends Pick<ActionRow, 'id' | 'text' | 'due' | 'done' | 'standing'> {
  personId: string | null;
  person: string | null;
  networkId: string;
  network: string;
  meetingId: string | null;
  meeting: string | null;
  meetingStart: string | null;
}

/** Most dates are whole days, which need no reading. */
const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** The last day that a half-known date can be; what has no date is never late. */
export const lastDay = (date: string | null): string | null => (date === null || wholeDay.test(date) ? date : (edtfRange(date)?.max ?? null));

export interface ActionScope {
  readonly meetingId?: string | undefined;
  readonly networkId?: string | undefined;
  /** Only what is still to be done. */
  readonly open?: boolean | undefined;
}

const isOpen = (row: ActionSql): boolean => row.done === null && row.standing !== 'lapsed';

/** Field by field: taking a row apart and putting it together again costs as much as reading it. */
const told = (row: ActionSql, due: string | null, at: string): ActionRow => ({
  id: row.id,
  text: row.text,
  due: row.due,
  done: row.done,
  standing: row.standing,
  person: row.personId === null ? null : { id: row.personId, name: row.person ?? '' },
  isOverdue: isOpen(row) && due !== null && due < at,
  network: { id: row.networkId, name: row.network },
  meeting: row.meetingId === null ? null : { id: row.meetingId, name: row.meeting ?? '', start: row.meetingStart },
});

/** Open ones first by when they are due, in a meeting as they were written down. */
export function listActions(handle: ReadHandle, { meetingId, networkId, open = false }: ActionScope, at: string): ActionRow[] {
  const only = { open: Number(open) };
  const rows =
    meetingId !== undefined
      ? handle.all<ActionSql>(actionSql('it.meeting_id = @meetingId'), { ...only, meetingId })
      : networkId !== undefined
        ? handle.all<ActionSql>(actionSql('it.network_id = @networkId'), { ...only, networkId })
        : handle.all<ActionSql>(actionSql('1'), only);
  const found = rows.map((row) => ({ row, due: lastDay(row.due) }));
  if (meetingId !== undefined) return found.map(({ row, due }) => told(row, due, at));
  const late = (one: (typeof found)[number]): string => one.due ?? '~';
  const [still, over] = [found.filter(({ row }) => isOpen(row)), found.filter(({ row }) => !isOpen(row))];
  return [still, over].flatMap((part) =>
    part.sort((a, b) => (late(a) < late(b) ? -1 : late(a) > late(b) ? 1 : 0)).map(({ row, due }) => told(row, due, at)),
  );
}

export function listChannels(handle: ReadHandle, networkId: string, at: string): Output<'channel.list'>['rows'] {
  return handle
    .all<Omit<Output<'channel.list'>['rows'][number], 'keptBy'> & { keptById: string | null; keptByName: string; keptByKind: string | null }>(
      `SELECT it.id, it.name, it.kind, it.used_for AS usedFor, it.valued, it.start, it.end, 'actual' AS standing, ${presence('it', false)} AS presence,
              it.kept_by_id AS keptById, ${nameOf('it.kept_by_id')} AS keptByName, entity.kind AS keptByKind
       FROM channel AS it LEFT JOIN entity ON entity.id = it.kept_by_id WHERE it.network_id = @networkId ORDER BY it.name COLLATE NOCASE, it.id`,
      { networkId, at },
    )
    .map(({ keptById, keptByName, keptByKind, ...row }) => ({
      ...row,
      keptBy: keptById === null ? null : { id: keptById, name: keptByName, kind: keptByKind ?? '' },
    }));
}

/** What lay on the table: of one meeting, or of all meetings for one yield. */
export function listMeetingObjects(
  handle: ReadHandle,
  { meetingId, yieldId }: { readonly meetingId?: string | undefined; readonly yieldId?: string | undefined },
): Output<'meetingObject.list'>['rows'] {
  type Row = {
    id: string;
    use: string;
    yieldId: string;
    yieldName: string;
    meetingId: string;
    meetingName: string;
    start: string | null;
    standing: Standing;
  };
  const where = [
    ...(meetingId === undefined ? [] : ['it.meeting_id = @meetingId']),
    ...(yieldId === undefined ? [] : ['it.yield_id = @yieldId']),
    '1',
  ].join(' AND ');
  return handle
    .all<Row>(
      `SELECT it.id, it.use, it.yield_id AS yieldId, yield.name AS yieldName, it.meeting_id AS meetingId, meeting.name AS meetingName, meeting.start, meeting.standing
       FROM meeting_object AS it JOIN yield ON yield.id = it.yield_id JOIN meeting ON meeting.id = it.meeting_id
       WHERE ${where}
       ORDER BY meeting.start_min, it.id`,
      { ...(meetingId === undefined ? {} : { meetingId }), ...(yieldId === undefined ? {} : { yieldId }) },
    )
    .map(({ id, use, start, standing, ...row }) => ({
      id,
      use,
      object: { id: row.yieldId, name: row.yieldName },
      meeting: { id: row.meetingId, name: row.meetingName, start, standing },
    }));
}
