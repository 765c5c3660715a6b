/** Shapes that more than one list of rows has. */
import { z } from 'zod';
import { figureStates, standings } from '../domain/lists.ts';

export const presence = z.enum(['yes', 'no', 'perhaps']);
/** How many are there, and how many perhaps. */
export const count = z.object({ yes: z.int(), perhaps: z.int() });
/** Something by its id and name. */
export const named = z.object({ id: z.string(), name: z.string() });
export const namedKind = named.extend({ kind: z.string() });
export const datedRow = { start: z.string().nullable(), end: z.string().nullable(), standing: z.enum(standings), presence };
/** A figure as it is known, in parts. */
export const figureRow = z.object({
  id: z.string(),
  what: z.string(),
  aspect: z.string(),
  state: z.enum(figureStates),
  low: z.number().nullable(),
  high: z.number().nullable(),
  about: z.boolean(),
  moreThan: z.boolean(),
  almost: z.boolean(),
  unit: z.string().nullable(),
  per: z.string().nullable(),
  period: z.string().nullable(),
  outOf: z.number().nullable(),
  basedOn: z.int().nullable(),
  text: z.string().nullable(),
});
