/** As of a date a thing is there, not there, or perhaps; perhaps is never counted as there. */
import type { Bounds } from './edtf.ts';
import type { Standing } from './lists.ts';

export type Presence = 'yes' | 'no' | 'perhaps';

/**
 * Whether something is there on a day. What is only planned or possible is at most perhaps; what lapsed is not there.
 * `db/repositories/presence.sql.ts` says the same in SQL and a test holds the two together.
 * @param day `YYYY-MM-DD`
 * @example presenceOn({ ...bounds('2023', '..'), standing: 'actual' }, '2023-06-01') // 'perhaps'
 */
export function presenceOn(thing: Bounds & { readonly standing?: Standing }, day: string): Presence {
  if (thing.standing === 'lapsed' || day < thing.startMin || day > thing.endMax) return 'no';
  const sure = day >= thing.startMax && day <= thing.endMin;
  return sure && (thing.standing ?? 'actual') === 'actual' ? 'yes' : 'perhaps';
}

const strength: Readonly<Record<Presence, number>> = { no: 0, perhaps: 1, yes: 2 };

/**
 * What a thing leaves of the presence of what is in it. Who is surely there makes it surely there too, so an unknown start
 * takes nothing away; a perhaps past end, or being only planned, does. `presenceAround` in `db/repositories/presence.sql.ts` says the same.
 * @param day `YYYY-MM-DD`
 * @example presenceAround({ ...bounds(null, '..'), standing: 'actual' }, '2023-06-01') // 'yes'
 */
export function presenceAround(thing: Bounds & { readonly standing?: Standing }, day: string): Presence {
  return presenceOn({ ...thing, startMax: thing.startMin }, day);
}

/**
 * Whether something is there that is in another thing, and so no longer there than that is: a membership in its team.
 * `membershipPresence` in `db/repositories/presence.sql.ts` says the same.
 * @param around see `presenceAround`
 * @example presenceWithin('yes', 'no') // 'no'
 */
export const presenceWithin = (own: Presence, around: Presence): Presence => (strength[own] < strength[around] ? own : around);

/** The surest of several; of none it is 'no'. @example surest(['perhaps', 'no']) // 'perhaps' */
export const surest = (all: readonly Presence[]): Presence =>
  all.reduce<Presence>((best, one) => (strength[one] > strength[best] ? one : best), 'no');

/** How many are there and how many perhaps. */
export interface Count {
  readonly yes: number;
  readonly perhaps: number;
}
