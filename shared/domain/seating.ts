/** Who fills which seat of a team: a membership fills one seat, however many it would do for. */
import type { Presence } from './presence.ts';

export interface SeatToFill {
  readonly id: string;
  /** A norm or a known absence takes nobody's place: it only says how many there are of its kind. */
  readonly kind: 'seat' | 'norm' | 'absence';
  readonly roleId: string | null;
  readonly organisationId: string | null;
  readonly organisationKind: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly presence: Presence;
  /** The memberships that are there, or perhaps, and are what the seat asks for. */
  readonly fits: readonly { readonly membership: string; readonly person: string }[];
}

/** Role and organisation, then role, then organisation, then kind of organisation; 0 asks for nothing. */
const asksFor = (seat: SeatToFill): number =>
  (seat.roleId === null ? 0 : 4) + (seat.organisationId === null ? 0 : 2) + (seat.organisationKind === null ? 0 : 1);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * How many people fill each seat. The most specific seats choose first, in order of id, and take as many as they have
 * room for. Who is left over then counts in the most specific seat that fits, which so has more than was asked. A seat
 * that asks for nothing takes who is left over up to its number, and nobody when it has none: 'the other members'
 * stand for those whom nobody named.
 * @param seats all seats of one place or of several; a membership only fits seats of its own place
 */
export function filledSeats(seats: readonly SeatToFill[]): ReadonlyMap<string, number> {
  const people = new Map(seats.map((seat) => [seat.id, new Set<string>()]));
  const seated = new Set<string>();
  const sit = (seat: SeatToFill, room: number): void => {
    const sitting = people.get(seat.id) as Set<string>;
    for (const { membership, person } of seat.fits) {
      if (sitting.size >= room) return;
      if (seated.has(membership) || sitting.has(person)) continue;
      sitting.add(person);
      seated.add(membership);
    }
  };
  const there = seats.filter((seat) => seat.kind === 'seat' && seat.presence !== 'no');
  const inOrder = there.sort((a, b) => asksFor(b) - asksFor(a) || byId(a, b));
  for (const seat of inOrder) sit(seat, seat.max ?? seat.min ?? (asksFor(seat) === 0 ? 0 : Number.POSITIVE_INFINITY));
  for (const seat of inOrder) if (asksFor(seat) > 0) sit(seat, Number.POSITIVE_INFINITY);
  for (const seat of seats) if (seat.kind !== 'seat' && asksFor(seat) > 0) for (const { person } of seat.fits) people.get(seat.id)?.add(person);
  return new Map([...people].map(([id, sitting]) => [id, sitting.size]));
}
