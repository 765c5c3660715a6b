/** What hangs together with something: who sits where, and relations, step by step. */
import type { DiagramModel } from './model.ts';

/** Where one looks from, and how many memberships or relations far. */
export interface Focus {
  readonly id: string;
  readonly steps: number;
}

/** Which relations are followed: all, those that go out from where one stands, or those that come in. */
export const focusWays = ['both', 'out', 'in'] as const;
export type FocusWay = (typeof focusWays)[number];

interface Step {
  readonly to: string;
  /** The relation that leads there; null for a membership. */
  readonly by: string | null;
  /** Of a membership, and of a relation that is mutual, both. */
  readonly way: FocusWay;
}

export interface Ties {
  /** From a person, unit, organisation or seat. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** The person of a membership, both ends of a relation. */
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
  /** Memberships of a person. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** The network itself and its layers hold everything together, so nothing is reached through them. */
export function tiesOf(model: DiagramModel): Ties {
  const steps = new Map<string, Step[]>();
  const standsFor = new Map<string, readonly string[]>();
  const through = new Set([model.network.id, ...model.layers.map((one) => one.id)]);
  const tie = (from: string, to: string, by: string | null, way: FocusWay = 'both'): void => {
    if (from === to || through.has(from)) return;
    const known = steps.get(from);
    if (known) known.push({ to, by, way });
    else steps.set(from, [{ to, by, way }]);
  };
  for (const one of model.memberships) {
    standsFor.set(one.id, [one.personId]);
    if (one.presence === 'no') continue;
    tie(one.personId, one.containerId, null);
    tie(one.containerId, one.personId, null);
  }
  for (const one of [...model.seats, ...model.participations.map((row) => ({ id: row.organisationId, containerId: row.containerId }))]) {
    tie(one.id, one.containerId, null);
    tie(one.containerId, one.id, null);
  }
  for (const relation of model.relations) {
    standsFor.set(
      relation.id,
      [...relation.from, ...relation.to].map((end) => end.entityId),
    );
    for (const from of relation.from)
      for (const to of relation.to) {
        tie(from.entityId, to.entityId, relation.id, relation.mutual ? 'both' : 'out');
        tie(to.entityId, from.entityId, relation.id, relation.mutual ? 'both' : 'in');
      }
  }
  const places = Map.groupBy(model.memberships, (one) => one.personId);
  return { steps, standsFor, places: new Map([...places].map(([person, all]) => [person, all.map((one) => one.id)])) };
}

/**
 * Everything within so many steps, with the relations that lead there.
 * @param way which relations are followed; memberships always are
 * @returns null when there is no such thing, so that nothing goes faint
 */
export function litBy(ties: Ties, { id, steps }: Focus, way: FocusWay = 'both'): ReadonlySet<string> | null {
  const meant = ties.standsFor.get(id);
  const from = meant ?? [id];
  if (!from.some((one) => ties.steps.has(one))) return null;
  const lit = new Set([id, ...from]);
  let edge: readonly string[] = from;
  // both ends of a relation are what the relation itself is about: nothing further at its first step
  for (let step = meant && meant.length > 1 ? 1 : 0; step < steps && edge.length > 0; step += 1) {
    const next: string[] = [];
    for (const one of edge)
      for (const { to, by, way: goes } of ties.steps.get(one) ?? []) {
        if (way !== 'both' && goes !== 'both' && goes !== way) continue;
        if (by !== null) {
          lit.add(by);
          // whom a relation names is meant wherever they sit
          for (const place of ties.places.get(to) ?? []) lit.add(place);
        }
        if (lit.has(to)) continue;
        lit.add(to);
        next.push(to);
      }
    edge = next;
  }
  return lit;
}

/** A person's sign is lit when the person is and the team it stands in, any other sign when what it stands for is. */
export function isLit(
  lit: ReadonlySet<string>,
  mark: { readonly id: string; readonly personId: string | null; readonly containerId: string },
): boolean {
  return lit.has(mark.id) || (mark.personId !== null && lit.has(mark.personId) && lit.has(mark.containerId));
}
