/** The shape of the words: Dutch is the source of truth, every other language must have the same keys. */
import type { nl } from './nl/index.ts';

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

export type Words = SameKeys<typeof nl>;
export type ErrorReason = keyof Words['errors'];
