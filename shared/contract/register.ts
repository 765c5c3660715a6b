/** Keeping the register in order: many cells in one step, duplicates, and what nobody confirmed for a year. */
import { z } from 'zod';
import { anyId, idOf } from '../domain/id.ts';
import { fields, type RecordKind } from './fields.ts';
import { command, day, nothing, query } from './operation.ts';
import { named } from './rows.ts';

const kinds = Object.keys(fields) as RecordKind[];

/** One record of the list: fields that change, or with `isNew` a record that is made under this id. */
const change = (kind: RecordKind) =>
  z.strictObject({ kind: z.literal(kind), id: idOf(kind), isNew: z.boolean().optional(), fields: (fields[kind] as z.ZodObject).partial() });

type AnyChange = ReturnType<typeof change>;
const changes = z
  .array(z.discriminatedUnion('kind', kinds.map(change) as [AnyChange, ...AnyChange[]]))
  .min(1, 'empty')
  .max(50_000, 'long');

const pairs = z.object({ pairs: z.array(z.object({ a: named, b: named, why: z.enum(['name', 'spelling', 'mail', 'brin']) })) });

const link = <K extends 'person' | 'organisation'>(kind: K) =>
  command({
    about: `Makes one ${kind} of two: all that hangs on the first goes to the second, and what differs is kept as an other name or a statement.`,
    input: z.strictObject({
      id: idOf(kind),
      intoId: idOf(kind),
      /** Fields of which the value of the first stays; else that of the second, where it has one. */
      fields: z.array(z.enum(Object.keys(fields[kind].shape) as [string, ...string[]])),
    }),
    output: nothing,
  });

const unlink = <K extends 'person' | 'organisation'>(kind: K) =>
  command({
    about: `Remembers that two are not the same ${kind}, so that it is not asked again.`,
    input: z.strictObject({ id: idOf(kind), otherId: idOf(kind) }),
    output: nothing,
  });

export const register = {
  'entity.update': command({
    about: 'Changes fields of many records and adds new ones, as one step: all of it, or nothing.',
    input: z.strictObject({ changes }),
    output: nothing,
  }),
  'entity.measure': query({
    about: 'What hangs on a record: how many records of each kind point at it.',
    input: z.strictObject({ id: anyId }),
    output: z.object({ hangs: z.array(z.object({ kind: z.string(), count: z.int() })) }),
  }),
  'person.check': query({
    about: 'People who may be one person: names that are alike within a network, or the same mail address.',
    input: nothing,
    output: pairs,
  }),
  'organisation.check': query({
    about: 'Organisations that may be one: names that are alike, or the same BRIN.',
    input: nothing,
    output: pairs,
  }),
  'person.link': link('person'),
  'person.unlink': unlink('person'),
  'organisation.link': link('organisation'),
  'organisation.unlink': unlink('organisation'),
  'confirmation.list': query({
    about: 'Memberships, seats, rhythms and facilitated hours of a network as of a day, team by team, with when each was last confirmed.',
    input: z.strictObject({ networkId: idOf('network'), at: day }),
    output: z.object({
      rows: z.array(
        z.object({
          /** The record, and the field where it is about one. */
          id: z.string(),
          kind: z.enum(['membership', 'seat', 'rhythm']),
          field: z.literal('hoursPerWeek').nullable(),
          title: z.string(),
          detail: z.array(z.string()),
          hours: z.number().nullable(),
          container: named,
          start: z.string().nullable(),
          /** Half-known date of the newest statement, else the day of the last change. */
          confirmed: z.string(),
          /** Nobody confirmed it in the year before the day. */
          isDue: z.boolean(),
        }),
      ),
    }),
  }),
} as const;
