/** Two memberships of one person, or two participations of one organisation, that say the same: where that can be said in one without losing anything. */
import { fields } from '../../shared/contract/fields.ts';
import { bounds, edtfRange, OPEN_END } from '../../shared/domain/edtf.ts';

type Values = Readonly<Record<string, unknown>>;
type Dates = { readonly start: string | null; readonly end: string | null };
type Side = keyof Dates;

export interface Joined {
  /** What the one that stays becomes. */
  readonly patch: Values;
  /** Dates of the shorter one, within those of the longer one. */
  readonly lost: readonly { readonly field: Side; readonly value: string }[];
}

/** Whose they are of, and what it is there as. */
export const sides = {
  person: { place: 'membership', whose: 'personId', as: 'roles' },
  organisation: { place: 'participation', whose: 'organisationId', as: 'capacities' },
} as const;
type SidesOf = (typeof sides)[keyof typeof sides];

const isEmpty = (value: unknown): boolean => value === null || value === 'unknown';
const listOf = (value: unknown): string => JSON.stringify([...(value as readonly string[])].sort());

interface Picked {
  readonly value: string | null;
  /** Whose it is, where the other one is another date. */
  readonly from?: 'a' | 'b';
  readonly lost?: string;
}

/** The one that is known, or known more closely; else that of the longer time. Null where they only partly agree. */
function pick(a: string | null, b: string | null, side: Side): Picked | null {
  if (a === b || b === null) return { value: a };
  if (a === null) return { value: b };
  if (a === OPEN_END) return { value: a, from: 'a', lost: b };
  if (b === OPEN_END) return { value: b, from: 'b', lost: a };
  const [one, other] = [edtfRange(a), edtfRange(b)];
  if (!one || !other) return null;
  if (one.min <= other.min && one.max >= other.max) return { value: b };
  if (other.min <= one.min && other.max >= one.max) return { value: a };
  if (one.max >= other.min && other.max >= one.min) return null;
  return one.max < other.min === (side === 'start') ? { value: a, from: 'a', lost: b } : { value: b, from: 'b', lost: a };
}

/** One time within the other, or the same; not one after the other, and not each a part of its own. */
function pickDates(a: Dates, b: Dates): readonly (Picked & { readonly field: Side })[] | null {
  const [one, other] = [bounds(a.start, a.end), bounds(b.start, b.end)];
  if (one.endMax < other.startMin || other.endMax < one.startMin) return null;
  const [start, end] = [pick(a.start, b.start, 'start'), pick(a.end, b.end, 'end')];
  if (!start || !end || new Set([start.from, end.from].filter(Boolean)).size > 1) return null;
  return [
    { ...start, field: 'start' },
    { ...end, field: 'end' },
  ];
}

/** @returns null where they differ in anything that is said: then both stay */
export function joinPlaces({ place, whose, as }: SidesOf, stays: Values, goes: Values): Joined | null {
  if (stays.containerId !== goes.containerId || listOf(stays[as]) !== listOf(goes[as])) return null;
  const others = Object.keys(fields[place].shape).filter((field) => ![whose, as, 'start', 'end'].includes(field));
  if (others.some((field) => stays[field] !== goes[field] && !isEmpty(stays[field]) && !isEmpty(goes[field]))) return null;
  const dates = pickDates(stays as unknown as Dates, goes as unknown as Dates);
  if (!dates) return null;
  const filled = others.filter((field) => isEmpty(stays[field]) && !isEmpty(goes[field]));
  return {
    patch: {
      ...Object.fromEntries(filled.map((field) => [field, goes[field]])),
      ...Object.fromEntries(dates.map(({ field, value }) => [field, value])),
    },
    lost: dates.flatMap(({ field, lost }) => (lost === undefined ? [] : [{ field, value: lost }])),
  };
}
