/** Puts the example networks of `resources/example` into a portfolio that has just been made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fields, type RecordKind } from '../../shared/contract/fields.ts';
import { pointsAt } from '../../shared/domain/id.ts';
import type { Connection, WriteHandle } from '../connection.ts';
import { createRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';

/** Who says so: a part of the report, with the lines of its text for those who check. */
interface Says {
  readonly section: keyof typeof sections;
  readonly lines: readonly [number, number];
  readonly field?: string | null;
  readonly value?: string | null;
  readonly certainty?: string;
}

interface ExampleRecord extends Record<string, unknown> {
  readonly kind: RecordKind;
  readonly key: string;
  readonly says?: readonly Says[];
  /** The record's own field `kind`, where it has one. */
  readonly ofKind?: string;
}

interface Report {
  readonly title: string;
  /** When it was written; its statements carry this date. */
  readonly date: string;
}
const research = (code: string | null): Report => ({
  title: `Tussenrapportage onderzoeksjaar 1${code === null ? '' : `, casebeschrijving ${code}`}`,
  date: '2024',
});
/** The networks that another report tells of. */
const reports: Readonly<Record<string, Report>> = {
  K: { title: 'De kenniscommunity als proeftuin, evaluatie kenniscommunity NP Onderwijs', date: '2025-11' },
};
const sections = {
  inleiding: 'Inleiding',
  structuur: 'Netwerk: structuur en organisatie',
  deelnemers: 'Deelnemers: over rollen en rolopvattingen',
  activiteiten: 'Activiteiten',
  opbrengsten: 'Opbrengsten',
  doelmatigheid: 'Doelmatigheid en verhouding investering-opbrengsten',
  toekomst: 'Toekomst kenniscommunity',
  bijlage: 'Bijlage: Activiteiten Kenniscommunity NP Onderwijs',
} as const;
/** The first record's place in the order in which things were made: 1 January 2024. */
const FIRST_MOMENT = 1_704_067_200_000;

/**
 * The fixed id of a record of the example, in the form of a UUIDv7.
 * @example exampleId('02/stuurgroep') === exampleId('02/stuurgroep') // true
 */
export function exampleId(key: string): string {
  const hex = createHash('sha256').update(`schakel:${key}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[4] as string, 16) & 3];
  return `018cc251-f400-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}`;
}

/** All records of the example, in the order of the files. @param folder `resources/example` */
export function readExample(folder: string): readonly (ExampleRecord & { readonly home: string | null })[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => Number(b === 'shared.json') - Number(a === 'shared.json') || (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const { records } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { records: ExampleRecord[] };
    const home = name === 'shared.json' ? null : name.slice(0, -'.json'.length);
    return records.map((record) => ({ ...record, home }));
  });
}

/** Turns the keys in a record's fields into ids, and fills in the network and the place in the order. */
function resolve(record: ExampleRecord, home: string | null, places: Map<string, number>): Record<string, unknown> {
  const { kind, key: _key, says: _says, home: _home, ofKind, ...rest } = record;
  const values: Record<string, unknown> = ofKind === undefined ? rest : { ...rest, kind: ofKind };
  const shape = fields[kind].shape as Record<string, Parameters<typeof pointsAt>[0]>;
  if ('networkId' in shape && values.networkId === undefined && home !== null) values.networkId = `${home}/network`;
  if ('position' in shape && values.position === undefined) {
    const counter = `${home}:${kind}`;
    values.position = places.get(counter) ?? 0;
    places.set(counter, (values.position as number) + 1);
  }
  for (const [field, value] of Object.entries(values)) {
    if (shape[field] === undefined || pointsAt(shape[field]) === null || value === null) continue;
    values[field] = Array.isArray(value) ? value.map((key) => exampleId(key as string)) : exampleId(value as string);
  }
  if (kind === 'relation')
    for (const side of ['from', 'to'] as const)
      values[side] = (values[side] as { entityId: string; roleId?: string | null }[]).map((end) => ({
        entityId: exampleId(end.entityId),
        roleId: end.roleId === null || end.roleId === undefined ? null : exampleId(end.roleId),
      }));
  return values;
}

function writeStatements(handle: WriteHandle, record: ExampleRecord, home: string | null): void {
  const report = reports[home ?? ''] ?? research(home);
  for (const [index, said] of (record.says ?? []).entries()) {
    const [first, last] = said.lines;
    const values = {
      entityId: exampleId(record.key),
      field: said.field ?? null,
      value: said.value ?? null,
      certainty: said.certainty ?? 'certain',
      source: `${report.title}, ${sections[said.section]} (regel ${first}–${last})`,
      date: report.date,
    };
    createRecord(handle, recordRules, 'statement', values, exampleId(`${record.key}#${index}`));
  }
}

/** What a record points at comes before it, whatever the order in the files. */
function inOrder<T extends ExampleRecord>(records: readonly T[]): readonly T[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const done = new Set<string>();
  const ordered: T[] = [];
  const keysIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.flatMap(keysIn)
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(keysIn)
          : [];
  const visit = (record: T): void => {
    if (done.has(record.key)) return;
    done.add(record.key);
    const { says: _says, key: _key, ...values } = record;
    const wanted = [...keysIn(values), ...(record.home ? [`${record.home}/network`] : [])];
    for (const key of wanted) {
      const other = byKey.get(key);
      if (other) visit(other);
    }
    ordered.push(record);
  };
  for (const record of records) visit(record);
  return ordered;
}

/** @param folder `resources/example` */
export function fillExample(connection: Connection, folder: string): void {
  const records = readExample(folder);
  const places = new Map<string, number>();
  const resolved = new Map(records.map((record) => [record.key, resolve(record, record.home, places)]));
  const moment = new Map(records.map((record, index) => [record.key, FIRST_MOMENT + index]));
  connection.fill((handle) => {
    for (const record of inOrder(records)) {
      const id = exampleId(record.key);
      createRecord(handle, recordRules, record.kind, resolved.get(record.key) ?? {}, id);
      handle.run('UPDATE entity SET created_at = @at WHERE id = @id', { id, at: moment.get(record.key) });
      writeStatements(handle, record, record.home);
    }
  });
}
