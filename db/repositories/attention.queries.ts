/** What of a network asks for attention on a day: what is late, what ends soon, and what is not known. */
import type { Output } from '../../shared/contract/index.ts';
import { attentionPoints } from '../../shared/contract/network.ts';
import { addDays, edtfRange, OPEN_END } from '../../shared/domain/edtf.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';
import { dayOf, lastDay, newest, yearBefore } from './confirmation.queries.ts';
import { json } from './json.ts';
import { listActions } from './meeting.queries.ts';
import { meetingHabit, rhythmYear, schoolYear } from './meeting-year.queries.ts';
import { membershipPresence, presence, teamOf } from './presence.sql.ts';
import { unkeptOf } from './rhythm-kept.queries.ts';
import { listEmbeddings } from './spread.queries.ts';

type Attention = Output<'attention.list'>;
type Point = Attention['points'][number];

/** What ends within so many days is to be talked about now. */
const SOON = 90;

const point = (what: Point['what'], of: number, ids: readonly string[]): Point => ({ what, count: ids.length, of, ids: [...ids] });

interface MemberSql {
  id: string;
  unsure: number;
  noRole: number;
  noOrganisation: number;
  ending: number;
  createdAt: number;
  said: string;
}

const membersSql = `
  SELECT it.id, it.start IS NULL OR it.start GLOB '[[]..*' AS unsure, it.organisation_id IS NULL AS noOrganisation,
         NOT EXISTS (SELECT 1 FROM membership_role WHERE membership_id = it.id) AS noRole,
         it.standing = 'actual' AND it.end_max <= @soon AS ending, entity.created_at AS createdAt,
         (SELECT json_group_array(DISTINCT date) FROM statement WHERE entity_id = it.id AND date IS NOT NULL) AS said
  FROM membership AS it JOIN entity ON entity.id = it.id ${teamOf('it')}
  WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' AND ${membershipPresence('it')} <> 'no'`;

/** Of long ago, nobody said since, and not changed since: the same that the yearly update asks. */
function unconfirmed(handle: ReadHandle, members: readonly MemberSql[], limit: string): readonly string[] {
  // a source says much on one date: what was said together is read once
  const known = new Map<string, string | null>();
  const newestOf = (said: string): string | null => {
    const date = known.has(said) ? (known.get(said) ?? null) : newest(json<string[]>(said));
    known.set(said, date);
    return date;
  };
  const old = members.flatMap((row) => {
    const said = newestOf(row.said);
    const confirmed = said ?? dayOf(row.createdAt);
    return lastDay(confirmed) < limit ? [{ id: row.id, isSaid: said !== null }] : [];
  });
  // only then the log is read: who made the file this year has nothing of long ago in it
  if (old.every((row) => row.isSaid)) return old.map((row) => row.id);
  const changed = new Set(
    handle
      .all<{ id: string }>(
        `SELECT DISTINCT json_extract(change_log.key, '$[0]') AS id FROM change_group JOIN change_log ON change_log.group_id = change_group.id
         WHERE change_group.state = 'done' AND change_group.at >= @from AND change_log.table_name = 'membership'`,
        { from: Date.parse(limit) },
      )
      .map((row) => row.id),
  );
  return old.filter((row) => row.isSaid || !changed.has(row.id)).map((row) => row.id);
}

function memberPoints(handle: ReadHandle, networkId: string, at: string): readonly Point[] {
  const rows = handle.all<MemberSql>(membersSql, { networkId, at, soon: addDays(at, SOON) });
  const where = (test: (row: MemberSql) => number): string[] => rows.filter((row) => test(row) === 1).map((row) => row.id);
  const of = rows.length;
  return [
    point(
      'ending',
      of,
      where((row) => row.ending),
    ),
    point('unconfirmed', of, unconfirmed(handle, rows, yearBefore(at))),
    point(
      'start',
      of,
      where((row) => row.unsure),
    ),
    point(
      'role',
      of,
      where((row) => row.noRole),
    ),
    point(
      'organisation',
      of,
      where((row) => row.noOrganisation),
    ),
  ];
}

/** Only of what is kept it can be said that it slips. */
function rhythmPoint(rows: ReturnType<typeof rhythmYear>): Point {
  const late = rows.filter((row) => row.slips);
  // a rhythm of teams that come together apart from each other may slip for more than one of them
  const ids = [...new Set(late.map((row) => row.id))];
  return { what: 'rhythms', count: late.length, of: rows.filter((row) => row.isKept && row.allowedGap !== null).length, ids };
}

function actionPoint(handle: ReadHandle, networkId: string, at: string): Point {
  const open = listActions(handle, { networkId, open: true }, at);
  return point(
    'actions',
    open.length,
    open.filter((row) => row.isOverdue).map((row) => row.id),
  );
}

/** Of an open event it is its reach that counts, and a meeting without teams has nobody who should have been there. */
function unmarkedPoint(handle: ReadHandle, networkId: string, at: string): Point {
  const { from } = schoolYear(at);
  const rows = handle.all<{ id: string; marked: number }>(
    `SELECT it.id, it.head_count IS NOT NULL OR EXISTS (SELECT 1 FROM attendance WHERE meeting_id = it.id) AS marked FROM meeting AS it
     WHERE it.network_id = @networkId AND it.standing = 'actual' AND it.is_open = 0 AND it.start IS NOT NULL
       AND it.start_max >= @from AND it.start_min <= @at AND EXISTS (SELECT 1 FROM meeting_unit WHERE meeting_id = it.id)
     ORDER BY it.start_min DESC, it.id`,
    { networkId, from, at },
  );
  return point(
    'unmarked',
    rows.length,
    rows.filter((row) => row.marked === 0).map((row) => row.id),
  );
}

/** What was made and can be scored: products and what travels. */
function unscoredPoint(handle: ReadHandle, networkId: string, at: string): Point {
  const rows = handle.all<{ id: string; dates: string }>(
    `SELECT it.id, (SELECT json_group_array(date) FROM quality WHERE yield_id = it.id) AS dates FROM yield AS it
     WHERE it.network_id = @networkId AND it.standing = 'actual' AND (it.type = 'product' OR it.is_boundary_object = 1) AND ${presence('it')} <> 'no'
     ORDER BY it.start_min, it.id`,
    { networkId, at },
  );
  const isScored = (dates: string): boolean => json<(string | null)[]>(dates).some((date) => date === null || (edtfRange(date)?.min ?? at) <= at);
  return point(
    'unscored',
    rows.length,
    rows.filter((row) => !isScored(row.dates)).map((row) => row.id),
  );
}

/** Money for what was made to stay, and for the network itself. */
function fundingPoint(handle: ReadHandle, networkId: string, at: string): Point {
  const own = handle.get<{ id: string; until: string | null }>('SELECT id, funding_end AS until FROM network WHERE id = @networkId', { networkId });
  const stays = listEmbeddings(handle, { networkId }, at).filter((row) => row.standing === 'actual' && row.presence !== 'no');
  const known = [...(own ? [own] : []), ...stays.map((row) => ({ id: row.id, until: row.fundedUntil }))].flatMap(({ id, until }) => {
    const range = until === null || until === OPEN_END ? null : edtfRange(until);
    return range === null || range.max < at ? [] : [{ id, last: range.max }];
  });
  const soon = addDays(at, SOON);
  return point(
    'funding',
    known.length,
    known.filter((row) => row.last <= soon).map((row) => row.id),
  );
}

/** What a source says of a membership is no confirmation: that is somebody who looked whether it still holds. */
const confirmedSql = `SELECT 1 FROM statement JOIN entity ON entity.id = statement.entity_id
  WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' AND statement.kind = 'confirms' LIMIT 1`;

export function attentionOf(handle: ReadHandle, networkId: string, at: string, t: Translate): Omit<Attention, 'unnamedSeats'> {
  const rhythms = rhythmYear(handle, networkId, at, t);
  const meetings = meetingHabit(handle, networkId, at);
  const points = [
    rhythmPoint(rhythms),
    actionPoint(handle, networkId, at),
    unmarkedPoint(handle, networkId, at),
    unscoredPoint(handle, networkId, at),
    fundingPoint(handle, networkId, at),
    ...memberPoints(handle, networkId, at),
  ];
  return {
    meetings,
    unkept: unkeptOf(rhythms),
    isConfirmed: handle.get(confirmedSql, { networkId }) !== undefined,
    points: points.sort((a, b) => attentionPoints.indexOf(a.what) - attentionPoints.indexOf(b.what)),
  };
}
