/** The four operations that every kind of record has. */
import { z } from 'zod';
import { type Id, idOf } from '../domain/id.ts';
import { defaults, type Fields, fields, type RecordKind } from './fields.ts';
import { command, nothing, type Operation, query } from './operation.ts';

/** What a new record needs: the fields without a default must be there, the others may. */
export type NewRecord<K extends RecordKind> = Omit<Fields<K>, keyof (typeof defaults)[K]> & Partial<Fields<K>>;
export type Patch<K extends RecordKind> = { id: Id<K> } & { [F in keyof Fields<K>]?: Fields<K>[F] | undefined };
export type Stored<K extends RecordKind> = Fields<K> & { id: Id<K> };

type Crud<K extends RecordKind> = {
  [N in `${K}.get`]: Operation<z.ZodType<{ id: Id<K> }>, z.ZodType<Stored<K>>, 'query', 'portfolio'>;
} & {
  [N in `${K}.create`]: Operation<z.ZodType<NewRecord<K>>, z.ZodType<{ id: Id<K> }>, 'command', 'portfolio'>;
} & {
  [N in `${K}.update`]: Operation<z.ZodType<Patch<K>>, z.ZodType<Record<string, never>>, 'command', 'portfolio'>;
} & {
  [N in `${K}.remove`]: Operation<z.ZodType<{ id: Id<K> }>, z.ZodType<Record<string, never>>, 'command', 'portfolio'>;
};

/**
 * `<kind>.get`, `.create`, `.update` and `.remove`.
 * An update names the fields that change; updates of one field of one record that follow each other are one step for undo.
 * @param what the record in words, for `schakel operations`
 */
export function crud<K extends RecordKind>(kind: K, what: string): Crud<K> {
  const shape = fields[kind] as unknown as z.ZodObject;
  const id = idOf(kind);
  const optional = Object.fromEntries(Object.keys(defaults[kind]).map((key) => [key, true as const]));
  return {
    [`${kind}.get`]: query({ about: `One ${what}.`, input: z.strictObject({ id }), output: shape.extend({ id }) }),
    [`${kind}.create`]: command({ about: `Adds a ${what}.`, input: shape.partial(optional as never), output: z.strictObject({ id }) }),
    [`${kind}.update`]: command({
      about: `Changes fields of a ${what}.`,
      input: shape.partial().extend({ id }),
      output: nothing,
      merge: (input) => {
        const { id: record, ...rest } = input as { id: string };
        return `${kind}:${record}:${Object.keys(rest).sort().join()}`;
      },
    }),
    [`${kind}.remove`]: command({
      about: `Removes a ${what} and what belongs to it.`,
      input: z.strictObject({ id }),
      output: nothing,
    }),
  } as unknown as Crud<K>;
}
