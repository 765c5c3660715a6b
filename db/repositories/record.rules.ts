/** What cannot be so, whichever way it is written: in the window, by a script, or by an import. */
import type { RecordKind } from '../../shared/contract/fields.ts';
import { endsBeforeStart } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { Refusal } from '../safety/refusal.ts';
import { homeOf } from './record.repo.ts';

type Values = Record<string, unknown>;

function refuseBackwards(low: unknown, high: unknown, path: string): void {
  if (typeof low === 'number' && typeof high === 'number' && high < low) throw new Refusal('invalid_input', 'lowAboveHigh', { low, high }, [path]);
}

/** A file is one of those that are kept here; one that was lost since is no reason to refuse anything else. */
function fileRules(handle: ReadHandle, { fileHash }: Values, id: string | null): void {
  if (fileHash === null || handle.get('SELECT 1 FROM yield WHERE id = @id AND file_hash = @fileHash', { id, fileHash }) !== undefined) return;
  if (handle.get('SELECT 1 FROM attachment WHERE hash = @fileHash', { fileHash }) !== undefined) return;
  throw new Refusal('invalid_input', 'foreignId', {}, ['fileHash']);
}

/** A unit may not be inside itself, however many steps away; its layer and the unit around it are of its own network. */
function unitRules(handle: ReadHandle, values: Values, id: string | null): void {
  const { parentId, layerId, networkId, parts } = values as { parentId: string | null; layerId: string | null; networkId: string; parts: string[] };
  if (layerId !== null && homeOf(handle, layerId) !== networkId) throw new Refusal('invalid_input', 'otherNetwork', {}, ['layerId']);
  if (parentId !== null && homeOf(handle, parentId) !== networkId) throw new Refusal('invalid_input', 'otherNetwork', {}, ['parentId']);
  if (id === null) return;
  if (handle.get('SELECT 1 FROM unit WHERE parent_id = @id AND network_id <> @networkId', { id, networkId }) !== undefined)
    throw new Refusal('invalid_input', 'otherNetwork', {}, ['networkId']);
  const around =
    parentId === null
      ? undefined
      : handle.get(
          `WITH RECURSIVE up (id) AS (SELECT @parentId UNION SELECT unit.parent_id FROM unit JOIN up ON unit.id = up.id WHERE unit.parent_id IS NOT NULL)
           SELECT 1 FROM up WHERE id = @id`,
          { parentId, id },
        );
  if (around !== undefined) throw new Refusal('invalid_input', 'insideItself', {}, ['parentId']);
  for (const [index, part] of parts.entries()) {
    const within = handle.get(
      `WITH RECURSIVE down (id) AS (SELECT @part UNION SELECT unit_part.part_id FROM unit_part JOIN down ON unit_part.unit_id = down.id)
       SELECT 1 FROM down WHERE id = @id`,
      { part, id },
    );
    if (within !== undefined) throw new Refusal('invalid_input', 'insideItself', {}, ['parts', index]);
  }
}

function layerRules(handle: ReadHandle, values: Values, id: string | null): void {
  const elsewhere = handle.get('SELECT 1 FROM unit WHERE layer_id = @id AND network_id <> @networkId', { id, networkId: values.networkId });
  if (elsewhere !== undefined) throw new Refusal('invalid_input', 'otherNetwork', {}, ['networkId']);
}

function linkRules(values: Values): void {
  if (values.fromId === values.toId) throw new Refusal('invalid_input', 'toItself', {}, ['toId']);
}

function relationRules(values: Values): void {
  const key = (side: 'from' | 'to') =>
    (values[side] as { entityId: string; roleId: string | null }[])
      .map((end) => `${end.entityId}/${end.roleId ?? ''}`)
      .sort()
      .join();
  if (key('from') === key('to')) throw new Refusal('invalid_input', 'toItself', {}, ['to']);
}

function codeRules(handle: ReadHandle, values: Values, id: string | null): void {
  const taken = handle.get('SELECT 1 FROM network WHERE code = @code COLLATE NOCASE AND id <> @id', { code: values.code, id: id ?? '' });
  if (taken !== undefined) throw new Refusal('conflict', 'codeTaken', { code: values.code as string }, ['code']);
}

/** Columns that hold a word of an open list: one of ours, or the id of one that the user added. */
const wordColumns = [
  'unit.kind',
  'organisation.kind',
  'relation.kind',
  'seat.organisation_kind',
  'phase.cycle',
  'collection_item.instrument',
  'meeting.kind',
  'yield.form',
  'channel.kind',
];
const usesSql = wordColumns.map((column) => `SELECT 1 AS one FROM ${column.split('.')[0]} WHERE ${column} = @id`).join(' UNION ALL ');

/** A word that is gone would leave its id on screens and in documents. @throws Refusal `conflict` */
export function refuseWordInUse(handle: ReadHandle, id: string): void {
  const count = handle.get<{ count: number }>(`SELECT count(*) AS count FROM (${usesSql})`, { id })?.count ?? 0;
  if (count > 0) throw new Refusal('conflict', 'inUse', { count }, ['id']);
}

/** One mark per person per meeting. */
function attendanceRules(handle: ReadHandle, values: Values, id: string | null): void {
  const { meetingId, personId } = values;
  const sql = 'SELECT 1 FROM attendance WHERE meeting_id = @meetingId AND person_id = @personId AND id <> @id';
  if (handle.get(sql, { meetingId, personId, id: id ?? '' }) !== undefined) throw new Refusal('conflict', 'markedAlready', {}, ['personId']);
}

/** A yield may not come from itself, however many steps away, nor replace itself. */
function yieldRules(handle: ReadHandle, values: Values, id: string | null): void {
  if (id === null) return;
  if (values.replacesId === id) throw new Refusal('invalid_input', 'toItself', {}, ['replacesId']);
  for (const [index, origin] of (values.derivedFrom as string[]).entries()) {
    const within = handle.get(
      `WITH RECURSIVE up (id) AS (SELECT @origin UNION SELECT yield_origin.origin_id FROM yield_origin JOIN up ON yield_origin.yield_id = up.id)
       SELECT 1 FROM up WHERE id = @id`,
      { origin, id },
    );
    if (within !== undefined) throw new Refusal('invalid_input', 'insideItself', {}, ['derivedFrom', index]);
  }
}

/** @throws Refusal with the path of the field that cannot be so */
export function recordRules(handle: ReadHandle, kind: RecordKind, values: Values, id: string | null): void {
  if ('start' in values && 'end' in values && kind !== 'researchYear' && endsBeforeStart(values.start as string | null, values.end as string | null))
    throw new Refusal('invalid_input', 'endBeforeStart', {}, ['end']);
  if (kind === 'researchYear' && (values.end as string) < (values.start as string)) throw new Refusal('invalid_input', 'endBeforeStart', {}, ['end']);
  if (kind === 'network') codeRules(handle, values, id);
  if (kind === 'unit') unitRules(handle, values, id);
  if (kind === 'layer') layerRules(handle, values, id);
  if (kind === 'relation') relationRules(values);
  if (kind === 'attendance') attendanceRules(handle, values, id);
  if (kind === 'yield') {
    yieldRules(handle, values, id);
    fileRules(handle, values, id);
  }
  if (id !== null && values.entityId === id) throw new Refusal('invalid_input', 'toItself', {}, ['entityId']);
  if (kind === 'networkLink' || kind === 'organisationLink') linkRules(values);
  refuseBackwards(values.min, values.max, 'max');
  refuseBackwards(values.timesMin, values.timesMax, 'timesMax');
  refuseBackwards(values.low, values.high, 'high');
  refuseBackwards(values.countMin, values.countMax, 'countMax');
}
