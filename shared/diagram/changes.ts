/** What changed, as a list and as counts: the same that the drawing marks with signs. */
import type { Count } from '../domain/presence.ts';
import type { Change, DiagramDated, DiagramEnd, DiagramModel } from './model.ts';

/** Of a thing in a comparison: exactly one. */
export type State = 'new' | 'gone' | 'moved' | 'kept';

/** Someone who moved has one state, in both places. */
export const stateOf = (change: Change): State => (change === 'movedHere' || change === 'movedAway' ? 'moved' : change);

export interface ChangeRow {
  readonly state: Exclude<State, 'kept'>;
  readonly kind: 'unit' | 'membership' | 'participation' | 'seat' | 'relation';
  /** Of the record; of who moved the one in the new place. */
  readonly id: string;
  readonly name: string;
  /** The team or layer that it is in, or was in. */
  readonly place: string | null;
  /** Where who moved came from. */
  readonly from: string | null;
  /** Whether it is only perhaps so, for one of its days is not certain. */
  readonly perhaps: boolean;
}

export interface Changes {
  readonly rows: readonly ChangeRow[];
  /** Of records, those that are only perhaps so apart; a move counts once. */
  readonly counts: Readonly<Record<State, Count>>;
}

/** Names of everything that a relation can join. */
function namesIn(model: DiagramModel): (id: string) => string {
  const names = new Map<string, string>([[model.network.id, model.network.name]]);
  for (const one of [...model.layers, ...model.units, ...model.organisations]) names.set(one.id, one.name);
  for (const one of model.memberships) names.set(one.personId, one.name);
  for (const one of model.seats) names.set(one.id, one.label);
  return (id) => names.get(id) ?? '';
}

function rowsOf(model: DiagramModel): ChangeRow[] {
  const name = namesIn(model);
  const places = new Map(model.memberships.map((one) => [one.id, one.containerId]));
  const named = (id: string | null): string | null => (id === null ? null : name(id) || null);
  const row = (one: DiagramDated, rest: Omit<ChangeRow, 'state' | 'id' | 'perhaps' | 'from'> & { from?: string | null }): ChangeRow[] => {
    const state = one.change === undefined ? 'kept' : stateOf(one.change);
    if (state === 'kept' || one.change === 'movedAway') return [];
    return [{ state, id: one.id, perhaps: one.unsure ?? false, from: null, ...rest }];
  };
  const ends = (all: readonly DiagramEnd[]): string => all.map((end) => [end.roleName, name(end.entityId)].filter(Boolean).join(', ')).join(' + ');
  return [
    ...model.units.flatMap((one) => row(one, { kind: 'unit', name: one.name, place: named(one.parentId ?? one.layerId) })),
    ...model.memberships.flatMap((one) => {
      const from = one.movedWith === undefined ? null : named(places.get(one.movedWith) ?? null);
      return row(one, { kind: 'membership', name: one.name, place: named(one.containerId), from });
    }),
    ...model.participations.flatMap((one) => row(one, { kind: 'participation', name: name(one.organisationId), place: named(one.containerId) })),
    ...model.seats.flatMap((one) => row(one, { kind: 'seat', name: one.label, place: named(one.containerId) })),
    ...model.relations.flatMap((one) => row(one, { kind: 'relation', name: `${ends(one.from)} ${one.label} ${ends(one.to)}`, place: null })),
  ];
}

const none = (): { yes: number; perhaps: number } => ({ yes: 0, perhaps: 0 });

/** @param model one that compares */
export function changesOf(model: DiagramModel): Changes {
  const counts = { new: none(), gone: none(), moved: none(), kept: none() };
  for (const one of [...model.units, ...model.memberships, ...model.participations, ...model.seats, ...model.relations])
    if (one.change !== undefined && one.change !== 'movedAway') counts[stateOf(one.change)][one.unsure ? 'perhaps' : 'yes'] += 1;
  return { rows: rowsOf(model), counts };
}
