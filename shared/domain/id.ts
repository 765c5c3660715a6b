/** Ids are UUIDs in lower case, branded by the kind of record, so that a person's id is no unit's id. */
import { z } from 'zod';
import type { EntityKind } from './lists.ts';

export type Id<K extends EntityKind = EntityKind> = string & { readonly __kind?: K };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The schema of an id of one kind. @example idOf('person').safeParse('x').success // false */
export const idOf = <K extends EntityKind>(_kind: K) => z.string().regex(uuid, 'id') as unknown as z.ZodType<Id<K>, Id<K>>;

/** The schema of an id of any kind. */
export const anyId = idOf('entity' as EntityKind);
