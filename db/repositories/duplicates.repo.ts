/** Two records that are one: which may be, what hangs on them, and making one of the two without losing anything of either. */
import { fields } from '../../shared/contract/fields.ts';
import type { Output } from '../../shared/contract/index.ts';
import { alike, foldName } from '../../shared/domain/alike.ts';
import { formatEdtf } from '../../shared/domain/format-date.ts';
import type { AttendanceState } from '../../shared/domain/lists.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle, WriteHandle } from '../connection.ts';
import { endlessRelations, entityTables, referenceColumns } from '../safety/schema-objects.ts';
import { nameOfEntity } from './entity.queries.ts';
import { createRecord, getRecord, updateRecord } from './record.repo.ts';
import { recordRules } from './record.rules.ts';
import { joinPlaces, sides } from './same-place.ts';

export type Mergeable = 'person' | 'organisation';
type Pair = Output<'person.check'>['pairs'][number];
type Why = Pair['why'];

/** More questions than anyone answers in one go. */
const MOST = 200;

interface Found {
  readonly id: string;
  readonly name: string;
}

/** Adds pairs once, in the order in which they are found; what was said not to be the same is left out. */
function collector(handle: ReadHandle) {
  const pairs = new Map<string, Pair>();
  const keyOf = (a: string, b: string) => [a, b].sort().join(' ');
  const apart = new Set(
    handle
      .all<{ a: string; b: string | null }>("SELECT entity_id AS a, said_by_id AS b FROM statement WHERE kind = 'notSame'")
      .map(({ a, b }) => keyOf(a, b ?? '')),
  );
  const add = (a: Found, b: Found, why: Why): void => {
    const key = keyOf(a.id, b.id);
    if (a.id === b.id || apart.has(key) || pairs.has(key)) return;
    pairs.set(key, { a: { id: a.id, name: a.name }, b: { id: b.id, name: b.name }, why });
  };
  return { add, list: () => [...pairs.values()].slice(0, MOST) };
}

function addEqual<Row extends Found>(
  rows: readonly Row[],
  value: (row: Row) => string | null,
  why: Why,
  add: (a: Found, b: Found, why: Why) => void,
) {
  for (const [key, same] of Map.groupBy(rows, (row) => value(row)?.trim().toLowerCase() ?? ''))
    if (key !== '') for (const row of same.slice(1)) add(same[0] as Row, row, why);
}

export function likelyPeople(handle: ReadHandle): Pair[] {
  const rows = handle.all<Found & { mail: string | null; network: string | null }>(
    `SELECT DISTINCT person.id, person.name, person.mail, entity.home_network_id AS network
     FROM person LEFT JOIN membership ON membership.person_id = person.id LEFT JOIN entity ON entity.id = membership.id ORDER BY person.id`,
  );
  const { add, list } = collector(handle);
  addEqual(rows, (row) => row.mail, 'mail', add);
  // 'Promovendus 2' of two networks are two people; within one network, or with someone who is in none, it is worth a question
  const nowhere = rows.filter((row) => row.network === null);
  for (const [network, own] of Map.groupBy(rows, (row) => row.network)) {
    const all = network === null ? own : [...own, ...nowhere];
    for (const [a, b, why] of alike(all.map((row) => row.name))) add(all[a] as Found, all[b] as Found, why);
  }
  return list();
}

export function likelyOrganisations(handle: ReadHandle): Pair[] {
  const rows = handle.all<Found & { place: string | null; brin: string | null }>('SELECT id, name, place, brin FROM organisation ORDER BY id');
  const { add, list } = collector(handle);
  addEqual(rows, (row) => row.brin, 'brin', add);
  for (const [a, b, why] of alike(rows.map((row) => row.name))) {
    const [one, other] = [rows[a], rows[b]] as [(typeof rows)[number], (typeof rows)[number]];
    // a school of that name in every town
    const elsewhere = one.place !== null && other.place !== null && foldName(one.place) !== foldName(other.place);
    if (!elsewhere) add(one, other, why);
  }
  return list();
}

const hangsSql = `SELECT kind, count(*) AS count FROM entity WHERE id IN (${[
  ...referenceColumns.filter(([table]) => entityTables.includes(table)).map(([table, column]) => `SELECT id FROM ${table} WHERE ${column} = @id`),
  'SELECT relation_id FROM relation_end WHERE entity_id = @id',
  'SELECT meeting_id FROM meeting_doer WHERE doer_id = @id',
  'SELECT yield_id FROM yield_maker WHERE maker_id = @id',
].join(' UNION ')}) GROUP BY kind ORDER BY count DESC, kind`;

export const hangsOn = (handle: ReadHandle, id: string): Output<'entity.measure'>['hangs'] => handle.all(hangsSql, { id });

const isFilled = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** A value as a person would read it: the words of lists instead of their keys. */
function inWords(handle: ReadHandle, t: Translate, kind: Mergeable, field: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => inWords(handle, t, kind, field, item)).join(', ');
  const list = { education: 'education', sectors: 'sector', schoolTypes: 'schoolType', kind: 'organisationKind' }[field];
  const words = list === undefined ? {} : ((t.words.lists as unknown as Record<string, Record<string, string>>)[list] ?? {});
  // an own kind can have any name, also that of something every object has
  if (Object.hasOwn(words, String(value))) return words[String(value)] as string;
  if (typeof value === 'boolean') return t(value ? ($) => $.app.yes : ($) => $.app.no);
  const own =
    field === 'kind' ? handle.get<{ name: string }>('SELECT label_nl AS name FROM list_value WHERE id = @id', { id: value })?.name : undefined;
  return own ?? String(value);
}

/** All that points at the one points at the other; a row that is there twice then is there once. */
function repoint(handle: WriteHandle, id: string, intoId: string): void {
  for (const [table, column] of referenceColumns) {
    handle.run(`UPDATE OR IGNORE ${table} SET ${column} = @intoId WHERE ${column} = @id`, { id, intoId });
    if (!entityTables.includes(table) && table !== 'entity') handle.run(`DELETE FROM ${table} WHERE ${column} = @id`, { id });
  }
}

/** A relation or link that now goes from a record to itself says nothing as a line; what it said is kept in words. */
function keepLoops(handle: WriteHandle, intoId: string): void {
  const loops = handle.all<{ id: string; kind: string; note: string | null }>(
    `SELECT id, kind, note FROM organisation_link WHERE from_id = @intoId AND to_id = @intoId
     UNION ALL SELECT id, kind, note FROM relation WHERE NOT EXISTS
       (SELECT 1 FROM relation_end WHERE relation_id = relation.id AND entity_id <> @intoId)
       AND EXISTS (SELECT 1 FROM relation_end WHERE relation_id = relation.id)`,
    { intoId },
  );
  for (const { id, kind, note } of loops) {
    const value = [kind, nameOfEntity(handle, id)].join(': ');
    createRecord(handle, recordRules, 'statement', { entityId: intoId, value, note });
    handle.run('DELETE FROM entity WHERE id = @id', { id });
  }
}

/** Who was marked twice at a meeting, under both names, was there once: the surest mark stays, the other one is kept in words. */
function keepMarks(handle: WriteHandle, t: Translate, intoId: string): void {
  const marks = handle.all<{ id: string; meetingId: string; meeting: string; state: AttendanceState }>(
    `SELECT it.id, it.meeting_id AS meetingId, meeting.name AS meeting, it.state FROM attendance AS it JOIN meeting ON meeting.id = it.meeting_id
     WHERE it.person_id = @intoId ORDER BY it.meeting_id, it.id`,
    { intoId },
  );
  const surest: readonly AttendanceState[] = ['present', 'guest', 'excused', 'absent'];
  for (const twice of Map.groupBy(marks, (mark) => mark.meetingId).values()) {
    const [stays, ...rest] = twice.toSorted((a, b) => surest.indexOf(a.state) - surest.indexOf(b.state));
    for (const { id, meeting, state } of rest) {
      if (state !== stays?.state)
        createRecord(handle, recordRules, 'statement', { entityId: intoId, value: `${meeting}: ${t(($) => $.lists.attendanceState[state])}` });
      handle.run('DELETE FROM entity WHERE id = @id', { id });
    }
  }
}

type Values = Record<string, unknown>;

const placesOf = (handle: ReadHandle, kind: Mergeable, id: string): readonly string[] =>
  handle.all<{ id: string }>(`SELECT id FROM ${sides[kind].place} WHERE ${kind}_id = @id ORDER BY id`, { id }).map((row) => row.id);

/**
 * What was in a team under both names is in it once, where the two say the same; where they differ both stay.
 * @param came where the one that goes was, and `own` where the one that stays was
 */
function keepPlaces(handle: WriteHandle, t: Translate, kind: Mergeable, came: readonly string[], own: readonly string[]): void {
  const { place } = sides[kind];
  const valuesOf = (id: string) => getRecord(handle, place, id) as unknown as Values;
  for (const id of came) {
    const goes = valuesOf(id);
    const found = own.map((stays) => ({ stays, joined: joinPlaces(sides[kind], valuesOf(stays), goes) })).find(({ joined }) => joined !== null);
    if (!found?.joined) continue;
    const { stays, joined } = found;
    repoint(handle, id, stays);
    keepLoops(handle, stays);
    updateRecord(handle, recordRules, place, stays, { ...joined.patch });
    for (const { field, value } of joined.lost)
      createRecord(handle, recordRules, 'statement', { entityId: stays, field, value: formatEdtf(value, t.language) });
    handle.run('DELETE FROM entity WHERE id = @id', { id });
  }
}

/** What both had and differs: one stays, the other becomes an other name or a statement. */
function keepBoth(handle: WriteHandle, t: Translate, kind: Mergeable, gone: Values, kept: Values, fromGone: ReadonlySet<string>): void {
  const entityId = kept.id as string;
  const patch: Values = {};
  for (const field of Object.keys(fields[kind].shape)) {
    const [was, is] = [gone[field], kept[field]];
    if (!isFilled(was) || JSON.stringify(was) === JSON.stringify(is)) continue;
    const takes = fromGone.has(field) || !isFilled(is);
    if (takes) patch[field] = was;
    const lost = takes ? is : was;
    if (!isFilled(lost) || typeof lost === 'boolean' || lost === 'other') continue;
    if (field === 'name') createRecord(handle, recordRules, 'otherName', { entityId, name: lost, kind: 'earlier' });
    else createRecord(handle, recordRules, 'statement', { entityId, field, value: inWords(handle, t, kind, field, lost) });
  }
  updateRecord(handle, recordRules, kind, entityId, patch);
}

/**
 * Makes one record of two.
 * @param fromGone fields of which the value of `id` stays
 * @throws Refusal `not_found` when one of them is not there
 */
export function mergeRecords(handle: WriteHandle, t: Translate, kind: Mergeable, id: string, intoId: string, fromGone: readonly string[]): void {
  const gone = getRecord(handle, kind, id) as unknown as Values;
  const kept = getRecord(handle, kind, intoId) as unknown as Values;
  handle.run(
    "DELETE FROM entity WHERE id IN (SELECT id FROM statement WHERE kind = 'notSame' AND entity_id IN (@id, @intoId) AND said_by_id IN (@id, @intoId))",
    {
      id,
      intoId,
    },
  );
  const [came, own] = [placesOf(handle, kind, id), placesOf(handle, kind, intoId)];
  repoint(handle, id, intoId);
  keepLoops(handle, intoId);
  keepMarks(handle, t, intoId);
  keepPlaces(handle, t, kind, came, own);
  keepBoth(handle, t, kind, gone, kept, new Set(fromGone));
  handle.run('DELETE FROM entity WHERE id = @id', { id });
  while (handle.get(`${endlessRelations} LIMIT 1`) !== undefined) handle.run(`DELETE FROM entity WHERE id IN (${endlessRelations})`);
}
