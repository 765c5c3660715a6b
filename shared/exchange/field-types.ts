/** What kind of value each field of a record holds: what a cell of its column may say. */
import type { z } from 'zod';
import { defaults, fields, type RecordKind } from '../contract/fields.ts';
import { pointsAt } from '../domain/id.ts';
import * as lists from '../domain/lists.ts';
import type { Words } from '../i18n/index.ts';

export type ListWord = Exclude<keyof Words['lists'], 'entityKind' | 'entityKinds' | 'presence'>;

export type FieldType =
  | { readonly type: 'text' | 'number' | 'flag' | 'date' | 'day' | 'texts' | 'ends' }
  /** One of a closed list, or several. */
  | { readonly type: 'list'; readonly list: ListWord; readonly values: readonly string[]; readonly several: boolean }
  /** One of an open list: Schakel's own words, or the id of one that the user added. */
  | { readonly type: 'open'; readonly list: lists.OpenListName }
  | { readonly type: 'reference'; readonly kinds: readonly lists.EntityKind[]; readonly several: boolean }
  /** The name of an open list itself. */
  | { readonly type: 'code' };

const dates = new Set(['start', 'end', 'fundingStart', 'fundingEnd', 'appointedSince', 'date']);

const openFields: Readonly<Partial<Record<`${RecordKind}.${string}`, lists.OpenListName>>> = {
  'unit.kind': 'unitKind',
  'organisation.kind': 'organisationKind',
  'relation.kind': 'relationKind',
  'seat.organisationKind': 'organisationKind',
  'phase.cycle': 'phaseCycle',
  'collectionItem.instrument': 'instrument',
};

/** Closed lists by their values: a field says which values it takes, and by that which words they have. */
const closed: readonly (readonly [ListWord, readonly string[]])[] = [
  ['standing', lists.standings],
  ['sector', lists.sectors],
  ['schoolType', lists.schoolTypes],
  ['themeKind', lists.themeKinds],
  ['networkStatus', lists.networkStatuses],
  ['level', lists.levels],
  ['process', lists.processes],
  ['ring', lists.rings],
  ['arm', lists.arms],
  ['roleFamily', lists.roleFamilies],
  ['intensity', lists.intensities],
  ['meetingPlace', lists.meetingPlaces],
  ['networkLinkKind', lists.networkLinkKinds],
  ['organisationLinkKind', lists.organisationLinkKinds],
  ['otherNameKind', lists.otherNameKinds],
  ['certainty', lists.certainties],
  ['statementKind', lists.statementKinds],
  ['figureState', lists.figureStates],
  ['reader', lists.readers],
  ['education', lists.educations],
  ['relationEndMode', lists.relationEndModes],
  ['seatKind', lists.seatKinds],
  ['principleKind', lists.principleKinds],
  ['yesNoUnknown', lists.yesNoUnknown],
];

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
}
const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

function typeOf(kind: RecordKind, field: string, schema: z.ZodType): FieldType {
  const open = openFields[`${kind}.${field}`];
  if (open !== undefined) return { type: 'open', list: open };
  if (kind === 'relation' && (field === 'from' || field === 'to')) return { type: 'ends' };
  let inner = schema;
  while (definition(inner).type === 'nullable') inner = definition(inner).innerType as z.ZodType;
  const several = definition(inner).type === 'array';
  const kinds = pointsAt(schema);
  if (kinds !== null) return { type: 'reference', kinds, several };
  const one = several ? (definition(inner).element as z.ZodType) : inner;
  const { type, entries } = definition(one);
  if (type === 'enum') {
    const values = Object.values(entries ?? {});
    const known = closed.find(([, list]) => list.length === values.length && list.every((value, index) => value === values[index]));
    return known ? { type: 'list', list: known[0], values, several } : { type: 'code' };
  }
  if (several) return { type: 'texts' };
  if (type === 'boolean') return { type: 'flag' };
  if (type === 'number' || type === 'int') return { type: 'number' };
  if (dates.has(field)) return { type: kind === 'researchYear' ? 'day' : 'date' };
  return { type: 'text' };
}

/** What only means something in the portfolio that it is in: bytes do not travel in a sheet, the name of their file does. */
const kept = new Set(['yield.fileHash']);

const known = new Map<RecordKind, ReadonlyMap<string, FieldType>>();

/** The fields of a kind in their order, with what each holds. @example fieldTypes('person').get('education')?.type // 'list' */
export function fieldTypes(kind: RecordKind): ReadonlyMap<string, FieldType> {
  let types = known.get(kind);
  if (!types) {
    const shape = fields[kind].shape as unknown as Readonly<Record<string, z.ZodType>>;
    types = new Map(
      Object.entries(shape)
        .filter(([field]) => !kept.has(`${kind}.${field}`))
        .map(([field, schema]) => [field, typeOf(kind, field, schema)]),
    );
    known.set(kind, types);
  }
  return types;
}

/** What a field has where nothing is said; undefined where something must be said. */
export const defaultOf = (kind: RecordKind, field: string): unknown => (defaults[kind] as Readonly<Record<string, unknown>>)[field];
