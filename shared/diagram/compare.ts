/** Two days, or plan and fact, in one model: who is gone keeps its place, and everything says what became of it. */
import type { Change, DiagramDated, DiagramMembership, DiagramModel, DiagramParticipation, DiagramUnit } from './model.ts';

interface Named {
  readonly id: string;
}

/** Both lists in one order that agrees with both where they agree; of what is in both the later one. */
function inOneOrder<T extends Named>(before: readonly T[], after: readonly T[]): T[] {
  const [was, is] = [new Set(before.map((one) => one.id)), new Set(after.map((one) => one.id))];
  const all: T[] = [];
  let at = 0;
  for (const one of after) {
    while (was.has(one.id) && at < before.length) {
      const next = before[at] as T;
      at += 1;
      if (next.id === one.id) break;
      if (!is.has(next.id)) all.push(next);
    }
    all.push(one);
  }
  return [...all, ...before.slice(at).filter((one) => !is.has(one.id))];
}

const there = (one: DiagramDated): boolean => one.presence !== 'no';

/** Everything that is there on one of the two days, with what became of it. */
function marked<T extends DiagramDated>(before: readonly T[], after: readonly T[], moved: (was: T, is: T) => boolean = () => false): T[] {
  const was = new Map(before.filter(there).map((one) => [one.id, one]));
  const is = new Set(after.filter(there).map((one) => one.id));
  return inOneOrder([...was.values()], after.filter(there)).map((one) => {
    const former = was.get(one.id);
    const unsure = one.presence === 'perhaps' || former?.presence === 'perhaps';
    if (!is.has(one.id)) return { ...one, presence: 'no', change: 'gone', unsure };
    return { ...one, unsure, change: !former ? 'new' : moved(former, one) ? 'movedHere' : 'kept' };
  });
}

/** A record that took the place of another, for the same person or organisation in the same team, is that one going on: drawn once. */
function goingOn<T extends DiagramDated>(all: readonly T[], placeOf: (one: T) => string): T[] {
  const staying = Map.groupBy(
    all.filter((one) => one.change !== 'gone'),
    placeOf,
  );
  const ended = Map.groupBy(
    all.filter((one) => one.change === 'gone'),
    placeOf,
  );
  return all
    .filter((one) => one.change !== 'gone' || !staying.has(placeOf(one)))
    .map((one) => (one.change === 'new' && ended.has(placeOf(one)) ? { ...one, change: 'kept' } : one));
}

/** Who left one place and came in another moved: one leaving with one coming, in the order of the model. */
function withMoves(all: readonly DiagramMembership[]): DiagramMembership[] {
  const coming = Map.groupBy(
    all.filter((one) => one.change === 'new'),
    (one) => one.personId,
  );
  const moves = new Map<string, { change: Change; movedWith: string }>();
  for (const gone of all) {
    const next = gone.change === 'gone' ? coming.get(gone.personId)?.shift() : undefined;
    if (!next) continue;
    moves.set(gone.id, { change: 'movedAway', movedWith: next.id });
    moves.set(next.id, { change: 'movedHere', movedWith: gone.id });
  }
  return all.map((one) => ({ ...one, ...moves.get(one.id) }));
}

const seatOf = (one: DiagramMembership): string => `${one.personId} ${one.containerId}`;
const takingPart = (one: DiagramParticipation): string => `${one.organisationId} ${one.containerId}`;
const hasMoved = (was: DiagramUnit, is: DiagramUnit): boolean => was.layerId !== is.layerId || was.parentId !== is.parentId;

/**
 * One model of two days of one network, in either order; what is there on neither is left out.
 * `kept` is there on both days, `new` only on the later, `gone` only on the earlier (its presence becomes 'no').
 */
export function compareDays(one: DiagramModel, other: DiagramModel): DiagramModel {
  const [before, after] = one.at <= other.at ? [one, other] : [other, one];
  const places = new Set(after.slots.map((slot) => `${slot.containerId} ${slot.itemId}`));
  return {
    network: after.network,
    at: after.at,
    comparison: { kind: 'days', from: before.at, to: after.at },
    layers: inOneOrder(before.layers, after.layers),
    organisations: inOneOrder(before.organisations, after.organisations),
    units: marked(before.units, after.units, hasMoved),
    participations: goingOn(marked(before.participations, after.participations), takingPart),
    memberships: withMoves(goingOn(marked(before.memberships, after.memberships), seatOf)),
    seats: marked(before.seats, after.seats),
    relations: marked(before.relations, after.relations),
    slots: [...after.slots, ...before.slots.filter((slot) => !places.has(`${slot.containerId} ${slot.itemId}`))],
  };
}

function besidePlan<T extends DiagramDated>(all: readonly T[]): T[] {
  return all
    .filter((one) => there(one) || one.standing === 'lapsed')
    .map((one) => {
      if (one.standing === 'lapsed') return { ...one, presence: 'no', change: 'gone' };
      return { ...one, change: one.standing === 'planned' || one.standing === 'potential' ? 'new' : 'kept' };
    });
}

/** A plan for what is already a fact, in the same team, is drawn once, as the fact. */
function factsFirst<T extends DiagramDated>(all: readonly T[], placeOf: (one: T) => string): T[] {
  const facts = new Set(all.filter((one) => one.change === 'kept').map(placeOf));
  return all.filter((one) => one.change === 'kept' || !facts.has(placeOf(one)));
}

/**
 * Plan beside fact on one day: `kept` is fact, `new` is only planned or possible, `gone` was planned and lapsed.
 * @param model asked for with what lapsed
 */
export function compareWithPlan(model: DiagramModel): DiagramModel {
  return {
    ...model,
    comparison: { kind: 'plan', from: model.at, to: model.at },
    units: besidePlan(model.units),
    participations: goingOn(factsFirst(besidePlan(model.participations), takingPart), takingPart),
    memberships: goingOn(factsFirst(besidePlan(model.memberships), seatOf), seatOf),
    seats: besidePlan(model.seats),
    relations: besidePlan(model.relations),
  };
}
