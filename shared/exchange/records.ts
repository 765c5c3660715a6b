/** Lines that are about one record each: organisations, relations, and every sheet of a network. */
import type { z } from 'zod';
import { fields, type RecordKind } from '../contract/fields.ts';
import { pointsAt } from '../domain/id.ts';
import { splitTexts } from './cells.ts';
import { type Desk, LineRefused } from './desk.ts';
import { fieldTypes } from './field-types.ts';
import { type Line, plainValues, textIn, thingOf } from './line.ts';
import { sameStay } from './people.ts';
import type { StoredRecord } from './plan.ts';
import { type End, endsByName, endsOfText, recordByName } from './references.ts';

/** Turns an id of the file into that of the record it stands for; undefined when there is no such record. */
export type Translated = (id: string) => string | undefined;

export interface RecordOptions {
  readonly translated: Translated;
  /** A name that stands elsewhere in the file, and is no record yet. */
  readonly pending?: (kinds: readonly string[], name: string) => string | undefined;
}

function endsOf(desk: Desk, line: Line, field: string, { translated }: RecordOptions): readonly End[] | undefined {
  const ids = textIn(line, `relation.${field}#id`);
  if (ids !== null) {
    const ends = endsOfText(ids).map(({ entityId, roleId }) => ({
      entityId: translated(entityId),
      roleId: roleId === null ? null : translated(roleId),
    }));
    if (ends.every((end) => end.entityId !== undefined && end.roleId !== undefined)) return ends as End[];
  }
  const names = textIn(line, `relation.${field}`);
  return names === null ? undefined : endsByName(desk, names);
}

/** All fields of a line: plain values, and the ids of what it points at. @throws LineRefused */
export function allValues(desk: Desk, line: Line, kind: RecordKind, options: RecordOptions): Record<string, unknown> {
  const values: Record<string, unknown> = plainValues(desk, line, kind);
  for (const [field, type] of fieldTypes(kind)) {
    if (type.type === 'ends') {
      const ends = endsOf(desk, line, field, options);
      if (ends !== undefined) values[field] = ends;
    }
    if (type.type !== 'reference') continue;
    const ids = textIn(line, `${kind}.${field}#id`)?.split(/\s+/).map(options.translated);
    const names = textIn(line, `${kind}.${field}`);
    let found: (string | undefined)[] | undefined;
    if (ids && !ids.includes(undefined)) found = ids;
    else if (names !== null) {
      const kinds = pointsAt((fields[kind].shape as unknown as Record<string, z.ZodType>)[field] as z.ZodType) ?? [];
      found = (type.several ? splitTexts(names) : [names]).map((name) => options.pending?.(kinds, name) ?? recordByName(desk, kinds, name));
    }
    if (found !== undefined) values[field] = type.several ? found : found[0];
  }
  return values;
}

/** The organisation that a line is about: by its BRIN, or by its name. */
function organisationOf(desk: Desk, values: Readonly<Record<string, unknown>>): StoredRecord | null {
  const same = desk.byBrin(values.brin);
  if (same) return same;
  if (typeof values.name !== 'string') return null;
  const id = thingOf(desk, 'organisation', values.name, values);
  return desk.record('organisation', id) as StoredRecord;
}

/** @param join organisations come to take part in the network at hand */
export function planOrganisation(desk: Desk, line: Line, join: boolean): void {
  const ownId = textIn(line, 'organisation.id');
  const byId = ownId === null ? undefined : desk.record('organisation', ownId);
  const values = plainValues(desk, line, 'organisation');
  const record = byId ?? organisationOf(desk, values);
  if (!record) throw new LineRefused(desk.t(($) => $.exchange.reasons.noName));
  const { name, ...rest } = values;
  const byBrin = byId === undefined && desk.equal('organisation', String(name)).every((id) => id !== record.id);
  if (!desk.isNew(record.id)) desk.update('organisation', record.id, byId || (byBrin && name !== undefined) ? values : rest, byId !== undefined);
  const { networkId } = desk.options;
  if (!join || networkId === null || desk.byKey('participation', { organisationId: record.id, containerId: networkId }).length > 0) return;
  desk.create('participation', { organisationId: record.id, containerId: networkId });
}

export function planRelation(desk: Desk, line: Line): void {
  const { networkId } = desk.options;
  const translated: Translated = (id) => (desk.kindOf(id) === undefined ? undefined : id);
  const ownId = textIn(line, 'relation.id');
  const byId = ownId === null ? undefined : desk.record('relation', ownId);
  const values = allValues(desk, line, 'relation', { translated });
  const known = byId ?? sameStay(desk.byKey('relation', values), values);
  if (known) {
    desk.update('relation', known.id, values, byId !== undefined);
    return;
  }
  if (networkId === null) throw new LineRefused(desk.t(($) => $.exchange.reasons.noNetworkAtAll));
  desk.create('relation', { ...values, networkId });
}
