/** What holds for records of every kind: finding them by any name, what is said of them, and what goes with them. */
import type { Output } from '../../shared/contract/index.ts';
import { edtfRange } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { nameOf } from './network.queries.ts';

/** What belongs to one network by its name. */
const within = (kind: 'yield' | 'meeting' | 'rhythm' | 'channel', name = 'it.name') =>
  `SELECT it.id, ${name} AS name, '${kind}' AS kind, network.code || ' ' || network.name AS context, network.id AS networkId
   FROM ${kind} AS it JOIN network ON network.id = it.network_id`;

/** `asked`: only for a field that asks for this kind; the search of the window has no room for it. */
const sources: readonly { kind: string; sql: string; asked?: true }[] = [
  { kind: 'network', sql: `SELECT id, code || ' ' || name AS name, 'network' AS kind, NULL AS context, id AS networkId FROM network` },
  {
    kind: 'unit',
    sql: `SELECT unit.id, unit.name, 'unit' AS kind, network.code || ' ' || network.name AS context, network.id AS networkId
          FROM unit JOIN network ON network.id = unit.network_id`,
  },
  {
    kind: 'person',
    sql: `SELECT id, name, 'person' AS kind,
            (SELECT group_concat(code, ', ') FROM (SELECT DISTINCT network.code FROM membership JOIN entity ON entity.id = membership.id
             JOIN network ON network.id = entity.home_network_id WHERE membership.person_id = person.id ORDER BY network.code)) AS context,
            (SELECT entity.home_network_id FROM membership JOIN entity ON entity.id = membership.id WHERE membership.person_id = person.id LIMIT 1) AS networkId
          FROM person`,
  },
  { kind: 'organisation', sql: `SELECT id, name, 'organisation' AS kind, place AS context, NULL AS networkId FROM organisation` },
  { kind: 'role', sql: `SELECT id, name, 'role' AS kind, NULL AS context, NULL AS networkId FROM role` },
  { kind: 'yield', sql: within('yield'), asked: true },
  { kind: 'meeting', sql: within('meeting', "it.name || coalesce(', ' || it.start, '')"), asked: true },
  { kind: 'rhythm', sql: within('rhythm'), asked: true },
  { kind: 'channel', sql: within('channel'), asked: true },
];

type Found = Output<'entity.list'>['found'][number];

/** Escapes what LIKE would read as a pattern. */
const pattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const findSql = (sql: string) => `
  SELECT it.*, also.name AS alsoKnownAs FROM (${sql}) AS it
  LEFT JOIN other_name AS also ON also.entity_id = it.id AND also.name LIKE @pattern ESCAPE '\\' AND NOT it.name LIKE @pattern ESCAPE '\\'
  WHERE it.name LIKE @pattern ESCAPE '\\' OR also.name IS NOT NULL
  GROUP BY it.id ORDER BY it.name LIKE @start ESCAPE '\\' DESC, it.name COLLATE NOCASE LIMIT @limit`;

/** Records whose name, or any other name, has the text in it; those that begin with it first. */
export function findEntities(handle: ReadHandle, text: string, kinds: readonly string[] | undefined, limit: number): Found[] {
  if (text.trim() === '' && kinds === undefined) return [];
  const found = sources
    .filter((source) => (kinds === undefined ? !source.asked : kinds.includes(source.kind)))
    .flatMap((source) => handle.all<Found>(findSql(source.sql), { pattern: pattern(text), start: pattern(text).slice(1), limit }));
  const begins = (row: Found) => row.name.toLowerCase().startsWith(text.trim().toLowerCase());
  return found.sort((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, limit);
}

const links = (table: string): string => `(SELECT ${nameOf('from_id')} || ' – ' || ${nameOf('to_id')} FROM ${table} WHERE id = @id)`;

/** What to call a record that has no name of its own: by its text, or by what it is about. */
const unnamedSql = `SELECT substr(coalesce(
  (SELECT text FROM principle WHERE id = @id), (SELECT text FROM decision WHERE id = @id), (SELECT text FROM action WHERE id = @id),
  (SELECT name FROM meeting_part WHERE id = @id), (SELECT person.name FROM attendance JOIN person ON person.id = person_id WHERE attendance.id = @id),
  (SELECT name FROM meeting_object JOIN yield ON yield.id = yield_id WHERE meeting_object.id = @id),
  (SELECT name FROM quality JOIN yield ON yield.id = yield_id WHERE quality.id = @id),
  (SELECT yield.name || ' → ' || coalesce(nullif(${nameOf('to_id')}, ''), audience, '?') FROM spread JOIN yield ON yield.id = yield_id WHERE spread.id = @id),
  (SELECT ${nameOf('entity_id')} FROM embedding WHERE id = @id),
  (SELECT name FROM other_name WHERE id = @id), (SELECT what FROM figure WHERE id = @id),
  (SELECT label_nl FROM list_value WHERE id = @id), (SELECT name FROM research_year WHERE id = @id),
  (SELECT ${nameOf('network_id')} || ', ' || research_year.name FROM case_description JOIN research_year ON research_year.id = research_year_id WHERE case_description.id = @id),
  (SELECT group_concat(side, ' – ') FROM (SELECT group_concat(${nameOf('entity_id')}, ', ') AS side FROM relation_end
     WHERE relation_id = @id GROUP BY relation_end.side ORDER BY relation_end.side)),
  (SELECT ${nameOf('person_id')} || coalesce(', ' || ${nameOf('organisation_id')}, '') FROM employment WHERE id = @id),
  (SELECT ${nameOf('role_id')} FROM role_profile WHERE id = @id), (SELECT ${nameOf('network_id')} FROM collection_item WHERE id = @id),
  ${links('network_link')}, ${links('organisation_link')}, (SELECT coalesce(value, source) FROM statement WHERE id = @id), (SELECT name FROM view WHERE id = @id), (SELECT text FROM view_note WHERE id = @id), ''), 1, 120) AS name`;

/** The name of any record, or '' for those without one. */
export function nameOfEntity(handle: ReadHandle, id: string): string {
  const own = handle.get<{ name: string }>(`SELECT ${nameOf('@id')} AS name`, { id })?.name ?? '';
  if (own !== '') return own;
  const membership = handle.get<{ person: string; container: string }>(
    `SELECT person.name AS person, ${nameOf('membership.container_id')} AS container FROM membership JOIN person ON person.id = membership.person_id WHERE membership.id = @id`,
    { id },
  );
  if (membership) return `${membership.person}, ${membership.container}`;
  const participation = handle.get<{ name: string }>(
    'SELECT organisation.name FROM participation JOIN organisation ON organisation.id = participation.organisation_id WHERE participation.id = @id',
    { id },
  );
  if (participation) return participation.name;
  return handle.get<{ name: string | null }>(unnamedSql, { id })?.name ?? '';
}

export function listStatements(handle: ReadHandle, entityId: string): Output<'statement.list'>['rows'] {
  const rows = handle.all<Output<'statement.list'>['rows'][number]>(
    `SELECT id, field, kind, value, source, said_by_id AS saidById, nullif(${nameOf('said_by_id')}, '') AS saidBy, date, certainty, note, reader
     FROM statement WHERE entity_id = @entityId ORDER BY id DESC`,
    { entityId },
  );
  // by what the dates mean: as text a season or '[..2019]' would come before every month of its year
  const lastDay = (date: string | null): string => (date === null ? '' : (edtfRange(date)?.max ?? ''));
  return rows.sort((a, b) => Number(lastDay(a.date) < lastDay(b.date)) - Number(lastDay(a.date) > lastDay(b.date)));
}

export function listOtherNames(handle: ReadHandle, entityId: string): Output<'otherName.list'>['rows'] {
  return handle.all('SELECT id, name, kind, used_by AS usedBy FROM other_name WHERE entity_id = @entityId ORDER BY name COLLATE NOCASE', {
    entityId,
  });
}

export function listFigures(handle: ReadHandle, entityId: string): Output<'figure.list'>['rows'] {
  return handle
    .all<Omit<Output<'figure.list'>['rows'][number], 'about' | 'moreThan' | 'almost'> & { about: number; moreThan: number; almost: number }>(
      `SELECT id, what, aspect, state, low, high, about, more_than AS moreThan, almost, unit, per, period, out_of AS outOf, based_on AS basedOn, text
       FROM figure WHERE entity_id = @entityId ORDER BY (SELECT created_at FROM entity WHERE entity.id = figure.id), id`,
      { entityId },
    )
    .map((row) => ({ ...row, about: row.about === 1, moreThan: row.moreThan === 1, almost: row.almost === 1 }));
}
