/** Ids are UUIDs in lower case, branded by the kind of record, so that a person's id is no unit's id. */
import { z } from 'zod';
import type { EntityKind } from './lists.ts';

export type Id<K extends EntityKind = EntityKind> = string & { readonly __kind?: K };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The schema of an id that must belong to a record of one of these kinds; none named is any kind.
 * The shape is checked here, that the record exists and is of that kind by whoever writes it (see `pointsAt`).
 * @example idOf('person').safeParse('x').success // false
 */
export const idOf = <K extends EntityKind>(...kinds: readonly K[]) =>
  z.string().regex(uuid, 'id').meta({ pointsAt: kinds }) as unknown as z.ZodType<Id<K>, Id<K>>;

/** The schema of an id of any kind. */
export const anyId = idOf<EntityKind>();

/** The kinds of record that a field may point at: null when it is no id, an empty list when any kind will do. */
export function pointsAt(schema: z.ZodType): readonly EntityKind[] | null {
  let inner: unknown = schema;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodArray)
    inner = inner instanceof z.ZodArray ? inner.element : inner.unwrap();
  const meta = (inner as z.ZodType).meta?.();
  return (meta?.pointsAt as readonly EntityKind[] | undefined) ?? null;
}
