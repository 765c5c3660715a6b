/** A school year of meetings: rhythms held against what was planned, what the meetings were for, and who was not seen. */
import type { Output } from '../../shared/contract/index.ts';
import { addDays, daysBetween, edtfRange, schoolYearOf } from '../../shared/domain/edtf.ts';
import type { Purpose } from '../../shared/domain/lists.ts';
import { purposes } from '../../shared/domain/lists.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';
import { rhythmSummary } from '../operations/words.ts';
import { listRhythms } from './network.queries.ts';
import { membershipPresence, teamOf } from './presence.sql.ts';
import { keptOn, unkeptOf, yearBeforeOf } from './rhythm-kept.queries.ts';

type Year = Output<'meeting.measure'>;
type Met = Year['meetings'][number] & { readonly purpose: Readonly<Record<Purpose, number | null>>; readonly named: number };
type Rhythm = Omit<
  Year['rhythms'][number],
  'meetings' | 'held' | 'cancelled' | 'planned' | 'undated' | 'last' | 'longestGap' | 'allowedGap' | 'isKept' | 'slips'
> & {
  readonly start: string | null;
};

/** A date that leaves more than a month open says nothing about a rhythm. */
const MOST_OPEN = 31;

const metSql = `
  SELECT it.id, it.name, it.rhythm_id AS rhythmId, it.start_min AS first, it.start_max AS last, it.standing, it.head_count AS headCount,
         it.use_score AS use, it.creation_score AS creation, it.sharing_score AS sharing, it.coordination_score AS coordination,
         (SELECT group_concat(unit_id, ' ') FROM (SELECT unit_id FROM meeting_unit WHERE meeting_id = it.id ORDER BY position)) AS units,
         coalesce((SELECT group_concat(unit.name, ', ' ORDER BY meeting_unit.position) FROM meeting_unit JOIN unit ON unit.id = meeting_unit.unit_id
                   WHERE meeting_id = it.id), '') AS teams,
         (SELECT count(*) FROM attendance WHERE meeting_id = it.id AND state IN ('present', 'guest')) AS present,
         (SELECT count(*) FROM attendance WHERE meeting_id = it.id) AS named
  FROM meeting AS it WHERE it.start_max >= @from AND it.start_min <= @to AND it.id IN (
    SELECT id FROM meeting WHERE network_id = @networkId UNION
    SELECT meeting_unit.meeting_id FROM unit JOIN meeting_unit ON meeting_unit.unit_id = unit.id WHERE unit.network_id = @networkId)
  ORDER BY it.start_min, it.time, it.id`;

interface MetSql extends Omit<Met, 'state' | 'units' | 'purpose' | 'present'>, Record<Purpose, number | null> {
  standing: string;
  headCount: number | null;
  units: string | null;
  present: number;
}

function meetingsOf(handle: ReadHandle, networkId: string, at: string, from: string, to: string): Met[] {
  return handle.all<MetSql>(metSql, { networkId, from, to }).map((row) => ({
    id: row.id,
    name: row.name,
    units: row.units === null ? [] : row.units.split(' '),
    teams: row.teams,
    rhythmId: row.rhythmId,
    first: row.first,
    last: row.last,
    state: row.standing === 'lapsed' ? 'cancelled' : row.standing === 'actual' && row.first <= at ? 'held' : 'planned',
    present: row.named > 0 ? row.present : row.headCount,
    purpose: { use: row.use, creation: row.creation, sharing: row.sharing, coordination: row.coordination },
    named: row.named,
  }));
}

const isIn = (teams: ReadonlySet<string>, met: Met): boolean => met.units.length > 0 && met.units.every((unit) => teams.has(unit));
type Teams = ReadonlyMap<Rhythm, ReadonlySet<string>>;

/**
 * Which rhythm a meeting counts in: the one that it says, else the one of the fewest teams that all of its teams are in.
 * Where two come equally near it counts in neither: nobody said which it was.
 */
function rhythmOf(met: Met, teams: Teams): string | null {
  if (met.rhythmId !== null) return met.rhythmId;
  const [nearest, next] = [...teams]
    .filter(([, units]) => isIn(units, met))
    .map(([rhythm]) => rhythm)
    .sort((a, b) => a.units.length - b.units.length);
  return nearest === undefined || next?.units.length === nearest.units.length ? null : nearest.id;
}

/** A rhythm whose teams come together apart from each other is held against each of them: one that met hides no other that did not. */
function rowsOf(
  rhythm: Rhythm,
  teams: ReadonlySet<string>,
  meetings: readonly Met[],
): readonly { readonly units: Rhythm['units']; readonly meetings: readonly Met[] }[] {
  const isApart = teams.size > 1 && meetings.some((met) => isIn(teams, met) && met.units.length < teams.size);
  if (!isApart) return [{ units: rhythm.units, meetings }];
  return rhythm.units.map((unit) => ({ units: [unit], meetings: meetings.filter((met) => met.units.includes(unit.id)) }));
}

/** A holiday may lie between two meetings; two weeks over the agreed interval is a reason to ask. */
const SLACK = 14;

function allowedGap({ everyWeeks, timesMin, timesMax }: Rhythm): number | null {
  if (everyWeeks !== null) return everyWeeks * 7 + SLACK;
  const times = timesMin ?? timesMax;
  return times === null || times === 0 ? null : Math.round(365 / times) + SLACK;
}

function held(rhythm: Rhythm, units: Rhythm['units'], own: readonly Met[], from: string, at: string, isKept: boolean): Year['rhythms'][number] {
  const took = own.filter((met) => met.state === 'held');
  const dated = took.filter((met) => daysBetween(met.first, met.last) <= MOST_OPEN);
  const days = [...dated.map((met) => met.last), at];
  const gaps = dated.length === 0 ? [] : days.slice(1).map((day, index) => daysBetween(days[index] as string, day));
  const last = dated.at(-1)?.last ?? null;
  const allowed = allowedGap(rhythm);
  const begun = rhythm.start === null ? null : (edtfRange(rhythm.start)?.max ?? null);
  const since = daysBetween(last ?? (begun !== null && begun > from ? begun : from), at);
  const { start: _start, ...told } = rhythm;
  return {
    ...told,
    units: [...units],
    meetings: own.map((met) => met.id),
    held: took.length,
    cancelled: own.filter((met) => met.state === 'cancelled').length,
    planned: own.filter((met) => met.state === 'planned').length,
    undated: took.length - dated.length,
    last,
    longestGap: gaps.length === 0 ? null : Math.max(...gaps),
    allowedGap: allowed,
    isKept,
    slips: isKept && allowed !== null && since > allowed,
  };
}

function mixOf(meetings: readonly Met[]): Omit<Year['purposes'][number], 'unit'> {
  const took = meetings.filter((met) => met.state === 'held');
  const scored = took.filter((met) => purposes.some((purpose) => met.purpose[purpose] !== null));
  const of = (purpose: Purpose): number[] => scored.flatMap((met) => met.purpose[purpose] ?? []);
  const each = <T>(count: (scores: readonly number[]) => T) =>
    Object.fromEntries(purposes.map((purpose) => [purpose, count(of(purpose))])) as Record<Purpose, T>;
  return {
    meetings: took.length,
    scored: scored.length,
    points: each((scores) => (scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0))),
    said: each((scores) => scores.length),
  };
}

/** Which meetings every team was in. */
function perTeam(meetings: readonly Met[]): ReadonlyMap<string, readonly Met[]> {
  const teams = new Map<string, Met[]>();
  for (const met of meetings)
    for (const unit of met.units) {
      const own = teams.get(unit);
      if (own) own.push(met);
      else teams.set(unit, [met]);
    }
  return teams;
}

function purposesOf(meetings: readonly Met[], units: readonly { id: string; name: string }[]): Year['purposes'] {
  const teams = perTeam(meetings);
  const rows = units.flatMap((unit) => (teams.has(unit.id) ? [{ unit, ...mixOf(teams.get(unit.id) ?? []) }] : []));
  return [{ unit: null, ...mixOf(meetings) }, ...rows.filter((row) => row.meetings > 0)];
}

/** Who sits in a team on the day, with how many of its meetings with names they were at. */
function unseenIn(handle: ReadHandle, networkId: string, at: string, meetings: readonly Met[]): Year['unseen'] {
  const named = meetings.filter((met) => met.state === 'held' && met.named > 0);
  if (named.length === 0) return [];
  const sits = handle.all<{ id: string; name: string; unitId: string; unit: string; since: string | null }>(
    `SELECT person.id, person.name, unit.id AS unitId, unit.name AS unit, CASE WHEN it.start IS NULL THEN NULL ELSE it.start_max END AS since FROM membership AS it JOIN person ON person.id = it.person_id
     ${teamOf('it', 'unit')} WHERE it.container_id IN (SELECT id FROM unit WHERE network_id = @networkId) AND ${membershipPresence('it', 'unit')} = 'yes'
     ORDER BY person.name COLLATE NOCASE, person.id, it.id`,
    { networkId, at },
  );
  const seen = new Map(
    handle
      .all<{ personId: string; meetings: string }>(
        `SELECT person_id AS personId, group_concat(meeting_id, ' ') AS meetings FROM attendance
         WHERE state IN ('present', 'guest') AND meeting_id IN (SELECT value FROM json_each(@ids)) GROUP BY person_id`,
        { ids: JSON.stringify(named.map((met) => met.id)) },
      )
      .map((row) => [row.personId, row.meetings]),
  );
  const teams = perTeam(named);
  return [...Map.groupBy(sits, (row) => row.id).values()].flatMap((rows) => {
    const { id, name } = rows[0] as (typeof rows)[number];
    // what was before someone came says nothing of them
    const all = new Set(rows.flatMap((row) => (teams.get(row.unitId) ?? []).filter((met) => row.since === null || row.since <= met.last)));
    const own = rows.length === 1 ? [...all] : named.filter((met) => all.has(met));
    const there = own.filter((met) => seen.get(id)?.includes(met.id));
    // two in a row missed is a reason to ask, one is not
    if (own.length < 2 || own.slice(-2).some((met) => there.includes(met))) return [];
    return [
      {
        person: { id, name },
        units: rows.map((row) => ({ id: row.unitId, name: row.unit })),
        meetings: own.length,
        seen: there.length,
        lastSeen: there.at(-1)?.last ?? null,
      },
    ];
  });
}

/** What a screen is told of a meeting: not what only counts here. */
const toldOf = ({ id, name, units, teams, rhythmId, first, last, state, present }: Met): Year['meetings'][number] => ({
  id,
  name,
  units,
  teams,
  rhythmId,
  first,
  last,
  state,
  present,
});

/** The first and last day of the school year of a day. */
export function schoolYear(at: string): { readonly year: string; readonly from: string; readonly to: string } {
  const year = schoolYearOf(at);
  return { year, from: `${year.slice(0, 4)}-08-01`, to: addDays(`${year.slice(5)}-08-01`, -1) };
}

const habitSql = `
  SELECT count(*) AS count, max(iif(it.start IS NULL, '', it.start_max)) AS last FROM meeting AS it
  WHERE it.standing = 'actual' AND it.start_min <= @at AND it.id IN (
    SELECT id FROM meeting WHERE network_id = @networkId AND rhythm_id IS NOT NULL UNION
    SELECT meeting_unit.meeting_id FROM unit JOIN meeting_unit ON meeting_unit.unit_id = unit.id WHERE unit.network_id = @networkId)`;

/** Whether meetings of the teams of a network are kept at all: where they are not, a silent rhythm says nothing. */
export function meetingHabit(handle: ReadHandle, networkId: string, at: string): Year['habit'] {
  const { count, last } = handle.get<{ count: number; last: string | null }>(habitSql, { networkId, at }) as { count: number; last: string | null };
  if (count === 0) return 'none';
  return (last ?? '') >= yearBeforeOf(at) ? 'lately' : 'before';
}

function rhythmRows(rhythms: readonly Rhythm[], meetings: readonly Met[], from: string, at: string, kept: ReadonlySet<string>): Year['rhythms'] {
  const isKept = (rhythm: Rhythm, units: Rhythm['units']) =>
    (units.length > 0 && units.every((unit) => kept.has(unit.id))) || (units.length === rhythm.units.length && kept.has(rhythm.id));
  const teams: Teams = new Map(rhythms.map((rhythm) => [rhythm, new Set(rhythm.units.map((unit) => unit.id))]));
  const counted = Map.groupBy(meetings, (met) => rhythmOf(met, teams));
  return [...teams].flatMap(([rhythm, units]) =>
    rowsOf(rhythm, units, counted.get(rhythm.id) ?? []).map((row) => held(rhythm, row.units, row.meetings, from, at, isKept(rhythm, row.units))),
  );
}

/** The rhythms that are there on a day, in words. */
const rhythmsOn = (handle: ReadHandle, networkId: string, at: string, t: Translate): readonly Rhythm[] =>
  listRhythms(handle, networkId, at)
    .filter((row) => row.presence !== 'no')
    .map((row) => ({
      id: row.id,
      name: row.name,
      units: row.units,
      timesMin: row.timesMin,
      timesMax: row.timesMax,
      everyWeeks: row.everyWeeks,
      about: row.about,
      start: row.start,
      summary: rhythmSummary(row, t),
    }));

/** Only the rhythms of the school year of a day, each held against its meetings. */
export function rhythmYear(handle: ReadHandle, networkId: string, at: string, t: Translate): Year['rhythms'] {
  const { from, to } = schoolYear(at);
  const rhythms = rhythmsOn(handle, networkId, at, t);
  return rhythmRows(rhythms, meetingsOf(handle, networkId, at, from, to), from, at, keptOn(handle, networkId, at, rhythms));
}

/** @param at the day; the school year it is in is what is looked at */
export function meetingYear(handle: ReadHandle, networkId: string, at: string, t: Translate): Year {
  const rhythms = rhythmsOn(handle, networkId, at, t);
  const { year, from, to } = schoolYear(at);
  const habit = meetingHabit(handle, networkId, at);
  const meetings = meetingsOf(handle, networkId, at, from, to);
  const units = handle.all<{ id: string; name: string }>('SELECT id, name FROM unit WHERE network_id = @networkId ORDER BY position, id', {
    networkId,
  });
  const rows = rhythmRows(rhythms, meetings, from, at, keptOn(handle, networkId, at, rhythms));
  return {
    year,
    from,
    to,
    habit,
    rhythms: rows,
    unkept: unkeptOf(rows),
    meetings: meetings.map(toldOf),
    purposes: purposesOf(meetings, units),
    held: meetings.filter((met) => met.state === 'held').length,
    named: meetings.filter((met) => met.state === 'held' && met.named > 0).length,
    unseen: unseenIn(handle, networkId, at, meetings),
  };
}
