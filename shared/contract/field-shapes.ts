/** Shapes that fields of many kinds of record have. */
import { z } from 'zod';
import * as lists from '../domain/lists.ts';
import { edtf, edtfEnd, line } from './operation.ts';

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values);
/** A value of an open list: one that Schakel knows or the id of one that the user added. */
export const open = (_values: readonly string[]) => line(80);
/** Several values, each once. */
export const several = <T extends z.ZodType>(one: T) => z.array(one).overwrite((values) => [...new Set(values)]);
export const dated = { start: edtf.nullable(), end: edtfEnd.nullable() };
export const standing = { standing: oneOf(lists.standings) };
/** 0 is not at all, 3 above all; null is that nobody said. */
export const purpose = z.int().min(0).max(3).nullable();
/** 1 to 5; null is not scored. */
export const score = z.int().min(1).max(5).nullable();
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');
export const reader = { reader: oneOf(lists.readers) };
