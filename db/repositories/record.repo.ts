/**
 * Records of every kind, by one description each: which table, which fields live in a table of their own, and which
 * network the record belongs to. Rules that hold for one kind stand in `record.rules.ts`.
 */
import { eq, getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Stored } from '../../shared/contract/crud.ts';
import { defaults, fields, type RecordKind } from '../../shared/contract/fields.ts';
import { bounds } from '../../shared/domain/edtf.ts';
import { pointsAt } from '../../shared/domain/id.ts';
import type { EntityKind } from '../../shared/domain/lists.ts';
import type { ReadHandle, WriteHandle } from '../connection.ts';
import { Refusal } from '../safety/refusal.ts';
import { endlessRelations } from '../safety/schema-objects.ts';
import * as schema from '../schema/index.ts';
import { newId } from './new-id.ts';

/** A list field kept in a table of its own: rows of owner, item and place. */
interface ListField {
  readonly table: string;
  readonly owner: string;
  readonly item: string;
  /** Where one table keeps several lists: the column that tells them apart, and which of them this is. */
  readonly of?: readonly [column: string, value: string];
}

interface Description {
  readonly table: SQLiteTable;
  readonly name: string;
  readonly lists?: Readonly<Record<string, ListField>>;
  /** The field that says which network the record belongs to: directly, or through the record it points at. */
  readonly home?: string;
}

const doers = (part: string): ListField => ({ table: 'meeting_doer', owner: 'meeting_id', item: 'doer_id', of: ['part', part] });

const description: { readonly [K in RecordKind]: Description } = {
  study: { table: schema.study, name: 'study' },
  researchYear: { table: schema.researchYear, name: 'research_year' },
  collectionItem: { table: schema.collectionItem, name: 'collection_item', home: 'networkId' },
  otherName: { table: schema.otherName, name: 'other_name', home: 'entityId' },
  statement: { table: schema.statement, name: 'statement', home: 'entityId' },
  figure: { table: schema.figure, name: 'figure', home: 'entityId' },
  listValue: { table: schema.listValue, name: 'list_value' },
  network: { table: schema.network, name: 'network' },
  networkLink: { table: schema.networkLink, name: 'network_link', home: 'fromId' },
  principle: { table: schema.principle, name: 'principle', home: 'networkId' },
  layer: { table: schema.layer, name: 'layer', home: 'networkId' },
  unit: {
    table: schema.unit,
    name: 'unit',
    home: 'networkId',
    lists: { parts: { table: 'unit_part', owner: 'unit_id', item: 'part_id' } },
  },
  rhythm: {
    table: schema.rhythm,
    name: 'rhythm',
    home: 'networkId',
    lists: {
      units: { table: 'rhythm_unit', owner: 'rhythm_id', item: 'unit_id' },
      roles: { table: 'rhythm_role', owner: 'rhythm_id', item: 'role_id' },
    },
  },
  phase: { table: schema.phase, name: 'phase', home: 'networkId' },
  organisation: { table: schema.organisation, name: 'organisation' },
  organisationLink: { table: schema.organisationLink, name: 'organisation_link' },
  relation: { table: schema.relation, name: 'relation', home: 'networkId' },
  seat: { table: schema.seat, name: 'seat', home: 'containerId' },
  person: { table: schema.person, name: 'person' },
  employment: { table: schema.employment, name: 'employment' },
  role: { table: schema.role, name: 'role' },
  roleProfile: { table: schema.roleProfile, name: 'role_profile', home: 'networkId' },
  membership: {
    table: schema.membership,
    name: 'membership',
    home: 'containerId',
    lists: { roles: { table: 'membership_role', owner: 'membership_id', item: 'role_id' } },
  },
  participation: { table: schema.participation, name: 'participation', home: 'containerId' },
  view: { table: schema.view, name: 'view', home: 'networkId' },
  viewNote: { table: schema.viewNote, name: 'view_note', home: 'viewId' },
  channel: { table: schema.channel, name: 'channel', home: 'networkId' },
  meeting: {
    table: schema.meeting,
    name: 'meeting',
    home: 'networkId',
    lists: {
      units: { table: 'meeting_unit', owner: 'meeting_id', item: 'unit_id' },
      preparedBy: doers('prepared'),
      ledBy: doers('led'),
      agendaBy: doers('agenda'),
      carriedOutBy: doers('carriedOut'),
    },
  },
  meetingPart: {
    table: schema.meetingPart,
    name: 'meeting_part',
    home: 'meetingId',
    lists: { units: { table: 'meeting_part_unit', owner: 'part_id', item: 'unit_id' } },
  },
  attendance: { table: schema.attendance, name: 'attendance', home: 'meetingId' },
  decision: { table: schema.decision, name: 'decision', home: 'meetingId' },
  action: { table: schema.action, name: 'action', home: 'networkId' },
  yield: {
    table: schema.yields,
    name: 'yield',
    home: 'networkId',
    lists: {
      makers: { table: 'yield_maker', owner: 'yield_id', item: 'maker_id' },
      derivedFrom: { table: 'yield_origin', owner: 'yield_id', item: 'origin_id' },
    },
  },
  meetingObject: { table: schema.meetingObject, name: 'meeting_object', home: 'meetingId' },
  quality: { table: schema.quality, name: 'quality', home: 'yieldId' },
  spread: { table: schema.spread, name: 'spread', home: 'yieldId' },
  embedding: { table: schema.embedding, name: 'embedding', home: 'entityId' },
};

type Values = Record<string, unknown>;
type RelationEnds = readonly { readonly entityId: string; readonly roleId: string | null }[];

const kindOf = (handle: ReadHandle, id: string): EntityKind | undefined =>
  handle.get<{ kind: EntityKind }>('SELECT kind FROM entity WHERE id = @id', { id })?.kind;

/** The network that a record belongs to; a network belongs to itself. */
export function homeOf(handle: ReadHandle, id: string): string | null {
  const row = handle.get<{ kind: EntityKind; home: string | null }>('SELECT kind, home_network_id AS home FROM entity WHERE id = @id', { id });
  return row?.kind === 'network' ? id : (row?.home ?? null);
}

function refuseUnknownTarget(handle: ReadHandle, id: unknown, kinds: readonly EntityKind[], path: readonly (string | number)[]): void {
  const kind = kindOf(handle, id as string);
  if (kind === undefined || (kinds.length > 0 && !kinds.includes(kind))) throw new Refusal('invalid_input', 'foreignId', {}, path);
}

/** Every id in the values must be that of an existing record of the right kind. */
function refuseForeignIds(handle: ReadHandle, kind: RecordKind, values: Values): void {
  const shape = fields[kind].shape as Record<string, Parameters<typeof pointsAt>[0]>;
  for (const [field, value] of Object.entries(values)) {
    const kinds = shape[field] === undefined ? null : pointsAt(shape[field]);
    if (kinds === null || value === null || value === undefined) continue;
    if (Array.isArray(value)) for (const [index, id] of value.entries()) refuseUnknownTarget(handle, id, kinds, [field, index]);
    else refuseUnknownTarget(handle, value, kinds, [field]);
  }
  if (kind !== 'relation') return;
  for (const side of ['from', 'to'] as const)
    for (const [index, end] of ((values[side] ?? []) as RelationEnds).entries()) {
      refuseUnknownTarget(handle, end.entityId, [], [side, index, 'entityId']);
      if (end.roleId !== null) refuseUnknownTarget(handle, end.roleId, ['role'], [side, index, 'roleId']);
    }
}

const isDated = (kind: RecordKind): boolean => 'startMin' in getTableColumns(description[kind].table);

function columnsOf(kind: RecordKind, values: Values): Values {
  const columns = getTableColumns(description[kind].table);
  const kept = Object.fromEntries(Object.entries(values).filter(([field]) => field in columns));
  return isDated(kind) ? { ...kept, ...bounds(values.start as string | null, values.end as string | null) } : kept;
}

const andOf = ({ of }: ListField): string => (of ? ` AND ${of[0]} = '${of[1]}'` : '');

function writeLists(handle: WriteHandle, kind: RecordKind, id: string, values: Values): void {
  for (const [field, list] of Object.entries(description[kind].lists ?? {})) {
    if (values[field] === undefined) continue;
    handle.run(`DELETE FROM ${list.table} WHERE ${list.owner} = @id${andOf(list)}`, { id });
    const columns = [list.owner, list.item, 'position', ...(list.of ? [list.of[0]] : [])].join(', ');
    const places = `@id, @item, @position${list.of ? `, '${list.of[1]}'` : ''}`;
    for (const [position, item] of [...new Set(values[field] as string[])].entries())
      handle.run(`INSERT INTO ${list.table} (${columns}) VALUES (${places})`, { id, item, position });
  }
  if (kind !== 'relation') return;
  for (const side of ['from', 'to'] as const) {
    if (values[side] === undefined) continue;
    handle.run('DELETE FROM relation_end WHERE relation_id = @id AND side = @side', { id, side });
    for (const [position, end] of (values[side] as RelationEnds).entries())
      handle.run('INSERT INTO relation_end (relation_id, side, position, entity_id, role_id) VALUES (@id, @side, @position, @entityId, @roleId)', {
        id,
        side,
        position,
        ...end,
      });
  }
}

function readLists(handle: ReadHandle, kind: RecordKind, id: string): Values {
  const values: Values = {};
  for (const [field, list] of Object.entries(description[kind].lists ?? {}))
    values[field] = handle
      .all<{ item: string }>(`SELECT ${list.item} AS item FROM ${list.table} WHERE ${list.owner} = @id${andOf(list)} ORDER BY position`, { id })
      .map((row) => row.item);
  if (kind === 'relation')
    for (const side of ['from', 'to'] as const)
      values[side] = handle.all(
        'SELECT entity_id AS entityId, role_id AS roleId FROM relation_end WHERE relation_id = @id AND side = @side ORDER BY position',
        { id, side },
      );
  return values;
}

const columnNames = (kind: RecordKind): [string, { name: string; dataType: string; columnType: string }][] =>
  Object.entries(getTableColumns(description[kind].table)) as never;

const selects = new Map<RecordKind, string>();
function selectOf(kind: RecordKind): string {
  let sql = selects.get(kind);
  if (sql === undefined) {
    const list = columnNames(kind).filter(([field]) => field in fields[kind].shape || field === 'id');
    sql = `SELECT ${list.map(([field, column]) => `"${column.name}" AS "${field}"`).join(', ')} FROM ${description[kind].name} WHERE id = @id`;
    selects.set(kind, sql);
  }
  return sql;
}

function decode(kind: RecordKind, row: Values): Values {
  for (const [field, column] of columnNames(kind)) {
    if (!(field in row) || row[field] === null) continue;
    if (column.columnType === 'SQLiteTextJson') row[field] = JSON.parse(row[field] as string);
    else if (column.columnType === 'SQLiteBoolean') row[field] = row[field] === 1;
  }
  return row;
}

/** All records of a kind in the order in which they were made; two statements whatever their number, where asking each would be thousands. */
export function listRecords<K extends RecordKind>(handle: ReadHandle, kind: K): Stored<K>[] {
  const order = `ORDER BY (SELECT created_at FROM entity WHERE entity.id = ${description[kind].name}.id), id`;
  const rows = handle
    .all<Values & { id: string }>(selectOf(kind).replace('WHERE id = @id', order))
    .map((row) => decode(kind, row) as Values & { id: string });
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [field, list] of Object.entries(description[kind].lists ?? {})) {
    for (const row of rows) row[field] = [];
    for (const { owner, item } of handle.all<{ owner: string; item: string }>(
      `SELECT ${list.owner} AS owner, ${list.item} AS item FROM ${list.table} WHERE true${andOf(list)} ORDER BY position`,
    ))
      (byId.get(owner)?.[field] as string[] | undefined)?.push(item);
  }
  if (kind === 'relation') {
    for (const row of rows) Object.assign(row, { from: [], to: [] });
    for (const { id, side, ...end } of handle.all<{ id: string; side: 'from' | 'to'; entityId: string; roleId: string | null }>(
      'SELECT relation_id AS id, side, entity_id AS entityId, role_id AS roleId FROM relation_end ORDER BY position',
    ))
      (byId.get(id)?.[side] as unknown[] | undefined)?.push(end);
  }
  return rows as unknown as Stored<K>[];
}

/** @throws Refusal `not_found` */
export function getRecord<K extends RecordKind>(handle: ReadHandle, kind: K, id: string): Stored<K> {
  const row = handle.get<Values>(selectOf(kind), { id });
  if (!row) throw new Refusal('not_found', 'recordMissing', {}, ['id']);
  return { ...decode(kind, row), ...readLists(handle, kind, id) } as unknown as Stored<K>;
}

/** One statement per kind, prepared once: the builder makes a new one for every row, and an import has fifty thousand. */
function insertRow(handle: WriteHandle, kind: RecordKind, values: Values): void {
  const columns = Object.entries(getTableColumns(description[kind].table)).filter(([field]) => values[field] !== undefined);
  const params = Object.fromEntries(
    columns.map(([field, column]) => [field, values[field] === null ? null : column.mapToDriverValue(values[field])]),
  );
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  handle.run(`INSERT INTO ${description[kind].name} (${names}) VALUES (${columns.map(([field]) => `@${field}`).join(', ')})`, params);
}

/** Checks that hold for all kinds and for this one, on the record as it would be. */
export type Rules = (handle: ReadHandle, kind: RecordKind, values: Values, id: string | null) => void;

/**
 * Adds a record with its entity.
 * @param id for records with a fixed id (the example); else a new one
 * @throws Refusal `invalid_input` with the path of the field that cannot be so
 */
export function createRecord<K extends RecordKind>(handle: WriteHandle, rules: Rules, kind: K, input: Values, id: string = newId()): string {
  const values: Values = { ...defaults[kind], ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) };
  refuseForeignIds(handle, kind, values);
  rules(handle, kind, values, null);
  const home = description[kind].home === undefined ? null : homeOf(handle, values[description[kind].home as string] as string);
  handle.run('INSERT INTO entity (id, kind, home_network_id) VALUES (@id, @kind, @home)', { id, kind, home });
  insertRow(handle, kind, { ...columnsOf(kind, values), id });
  writeLists(handle, kind, id, values);
  if (kind === 'membership' || kind === 'seat') keepPlace(handle, values.containerId as string, id);
  return id;
}

/** The first place in the drawing that is free: whoever comes later never pushes others aside. */
export function keepPlace(handle: WriteHandle, containerId: string, id: string): void {
  handle.run(
    `INSERT INTO placement (container_id, item_id, slot)
     SELECT @containerId, @id, slot + 1 FROM (
       SELECT slot, lead(slot) OVER (ORDER BY slot) AS next
       FROM (SELECT -1 AS slot UNION SELECT slot FROM placement WHERE container_id = @containerId))
     WHERE next IS NULL OR next > slot + 1 ORDER BY slot LIMIT 1`,
    { containerId, id },
  );
}

/** The place in the drawing that a file gives to a record. */
export function keepSlot(handle: WriteHandle, id: string, slot: number): void {
  handle.run('UPDATE placement SET slot = @slot WHERE item_id = @id AND slot <> @slot', { id, slot });
}

/** A record goes to another network, and with it all that belongs there because it hangs on it. */
function moveHome(handle: WriteHandle, id: string, home: string | null): void {
  handle.run('UPDATE entity SET home_network_id = @home WHERE id = @id', { id, home });
  for (const { name, table, home: field } of Object.values(description)) {
    const column = field === undefined ? undefined : getTableColumns(table)[field]?.name;
    if (column === undefined) continue;
    const hanging = handle.all<{ id: string }>(
      `SELECT entity.id FROM ${name} JOIN entity ON entity.id = ${name}.id WHERE ${name}.${column} = @id AND home_network_id IS NOT @home`,
      { id, home },
    );
    for (const other of hanging) moveHome(handle, other.id, home);
  }
}

/** Changes the named fields. @throws Refusal `not_found`, or `invalid_input` with the path of the field */
export function updateRecord<K extends RecordKind>(handle: WriteHandle, rules: Rules, kind: K, id: string, patch: Values): Stored<K> {
  const before = getRecord(handle, kind, id) as unknown as Values;
  // what stays the same is no change: it makes no step, and keeps what can be redone
  const differs = ([field, value]: [string, unknown]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]);
  const given = Object.fromEntries(Object.entries(patch).filter(differs));
  const values: Values = { ...before, ...given };
  if (Object.keys(given).length === 0) return values as unknown as Stored<K>;
  delete values.id;
  refuseForeignIds(handle, kind, given);
  rules(handle, kind, values, id);
  const table = description[kind].table as SQLiteTable & { id: never };
  const changed = columnsOf(kind, values);
  if (Object.keys(changed).length > 0)
    handle.drizzle
      .update(table)
      .set(changed as never)
      .where(eq(table.id, id))
      .run();
  const homeField = description[kind].home;
  if (homeField !== undefined && homeField in given) moveHome(handle, id, homeOf(handle, values[homeField] as string));
  if ((kind === 'membership' || kind === 'seat') && 'containerId' in given) {
    handle.run('DELETE FROM placement WHERE item_id = @id', { id });
    keepPlace(handle, values.containerId as string, id);
  }
  writeLists(handle, kind, id, given);
  return { ...values, id } as unknown as Stored<K>;
}

/** The first of a series goes: the next one is what the others point at, or the series would fall apart. */
function passSeriesOn(handle: WriteHandle, id: string): void {
  const next = handle.get<{ id: string }>("SELECT id FROM meeting WHERE series_id = @id ORDER BY start_min, coalesce(time, ''), id LIMIT 1", { id });
  if (!next) return;
  handle.run('UPDATE meeting SET series_id = @next WHERE series_id = @id AND id <> @next', { id, next: next.id });
  handle.run('UPDATE meeting SET series_id = NULL WHERE id = @next', { next: next.id });
}

/** Removes a record and all that hangs on it. @throws Refusal `not_found` */
export function removeRecord(handle: WriteHandle, kind: RecordKind, id: string): void {
  if (kindOf(handle, id) !== kind) throw new Refusal('not_found', 'recordMissing', {}, ['id']);
  if (kind === 'meeting') passSeriesOn(handle, id);
  handle.run('DELETE FROM entity WHERE id = @id', { id });
  // until none is left: a relation can be what another relation goes to
  while (handle.get(`${endlessRelations} LIMIT 1`) !== undefined) handle.run(`DELETE FROM entity WHERE id IN (${endlessRelations})`);
}
