/**
 * What hands on the drawing mean: from what is carried and where it is put to one act. Pointer and keyboard both come
 * here, so that they cannot differ.
 */
import type { RecordKind } from '../../../../shared/contract/fields.ts';
import type { DiagramModel, DiagramRelation, DiagramSeat } from '../../../../shared/diagram/model.ts';
import type { SceneItem } from '../../../../shared/diagram/scene.ts';
import { isPlaced, recordOf } from '../items.ts';

/** Someone who is put in a team; the membership that they were carried from, if any. */
export interface Joining {
  readonly personId: string;
  readonly membershipId: string | null;
}

export interface Place {
  readonly layerId: string | null;
  readonly parentId: string | null;
}

export type Side = 'from' | 'to';

/** One end of a relation. */
export interface End {
  readonly side: Side;
  readonly entityId: string;
}

/** What was meant but not yet done; what is null is still to be asked. */
export type Act =
  | { readonly act: 'join'; readonly people: readonly Joining[]; readonly containerId: string | null; readonly seatId: string | null }
  | { readonly act: 'leave'; readonly memberships: readonly string[] }
  | { readonly act: 'relate'; readonly from: readonly string[]; readonly to: string | null }
  | { readonly act: 'place'; readonly units: readonly string[]; readonly to: Place | null }
  | { readonly act: 'new'; readonly containerId: string | null; readonly layerId: string | null; readonly what?: 'layer' }
  | { readonly act: 'roles'; readonly memberships: readonly string[] }
  | { readonly act: 'edit'; readonly kind: RecordKind; readonly ids: readonly string[] }
  | { readonly act: 'turn'; readonly relationId: string }
  | { readonly act: 'reattach'; readonly relationId: string; readonly end: End | null; readonly to: string | null };

export type ActName = Act['act'];

/** What can be picked up: people (by one of their places, or from the tray) or teams. */
export type Carried =
  | { readonly kind: 'people'; readonly people: readonly Joining[]; readonly from: readonly string[] }
  | { readonly kind: 'units'; readonly ids: readonly string[] };

/** What these items are when they are picked up together; people go before teams. */
export function carriedOf(items: readonly SceneItem[]): Carried | null {
  const people = items.filter((item) => item.kind === 'membership' && item.personId !== null);
  if (people.length > 0)
    return {
      kind: 'people',
      // who comes from the tray stands nowhere yet
      people: people.map((item) => ({ personId: item.personId as string, membershipId: item.containerId === null ? null : item.id })),
      from: [...new Set(people.flatMap((item) => item.containerId ?? []))],
    };
  const units = items.filter((item) => item.kind === 'unit');
  return units.length === 0 ? null : { kind: 'units', ids: units.map((item) => item.id) };
}

/** Seats of a team that nobody fills yet, in the order of the drawing. */
export const openSeats = (model: DiagramModel, containerId: string): DiagramSeat[] =>
  model.seats.filter((seat) => seat.containerId === containerId && seat.kind === 'seat' && (seat.max === null || seat.filled < seat.max));

/** The team that is meant by what is pointed at: itself, the team that a sign stands in, the only team of a school. */
function unitOf(model: DiagramModel, target: SceneItem | null): string | null {
  if (target === null) return null;
  const known = (id: string | null) => (id !== null && model.units.some((unit) => unit.id === id) ? id : null);
  if (target.kind === 'unit') return known(target.id);
  if (target.kind !== 'organisation') return known(target.containerId);
  const hosted = model.units.filter((unit) => unit.hostId === target.id);
  return known(target.containerId) ?? (hosted.length === 1 ? (hosted[0]?.id ?? null) : null);
}

/** A team and all that stands in it. */
function within(model: DiagramModel, id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const unit of model.units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  }
  return found;
}

function dropPeople(model: DiagramModel, carried: Carried & { kind: 'people' }, target: SceneItem | null): Act | null {
  const containerId = unitOf(model, target);
  if (containerId === null) {
    const memberships = carried.people.flatMap((one) => one.membershipId ?? []);
    return memberships.length === 0 ? null : { act: 'leave', memberships };
  }
  if (carried.from.length === 1 && carried.from[0] === containerId) return null;
  const here = carried.people.filter((one) => model.memberships.every((row) => row.id !== one.membershipId || row.containerId !== containerId));
  const open = openSeats(model, containerId);
  const seat = target?.kind === 'seat' ? target.id : open.length === 1 ? (open[0]?.id ?? null) : null;
  return { act: 'join', people: here, containerId, seatId: seat };
}

function dropUnits(model: DiagramModel, ids: readonly string[], target: SceneItem | null): Act | null {
  if (target?.kind === 'layer') return { act: 'place', units: ids, to: { layerId: target.id, parentId: null } };
  const into = unitOf(model, target);
  const unit = model.units.find((one) => one.id === into);
  if (!unit || ids.some((id) => within(model, id).has(unit.id) || model.units.find((one) => one.id === id)?.parentId === unit.id)) return null;
  return { act: 'place', units: ids, to: { layerId: unit.layerId, parentId: unit.id } };
}

/**
 * What it means to let go of something on a target; on nothing, people leave and teams stay.
 * @returns null when it means nothing
 */
export function dropAct(model: DiagramModel, carried: Carried, target: SceneItem | null): Act | null {
  return carried.kind === 'people' ? dropPeople(model, carried, target) : dropUnits(model, carried.ids, target);
}

/** The record that a line from or to an item is about: of a sign its person. */
export const endOf = (item: SceneItem): string => (item.kind === 'membership' ? (item.personId ?? item.id) : item.id);

/** A line from one thing to another; to nothing, or to itself, it is still to be asked whereto. */
export const relateAct = (from: readonly SceneItem[], to: SceneItem | null): Act => {
  const ends = [...new Set(from.map(endOf))];
  const end = to === null || to.kind === 'bridge' || to.kind === 'relation' ? null : endOf(to);
  return { act: 'relate', from: ends, to: end === null || ends.includes(end) ? null : end };
};

/** Something new where someone points: in a team a person or a team, elsewhere a team. */
export function newAct(model: DiagramModel, target: SceneItem | null): Act {
  const containerId = unitOf(model, target);
  const layerId = target?.kind === 'layer' ? target.id : (model.units.find((unit) => unit.id === containerId)?.layerId ?? null);
  return { act: 'new', containerId, layerId };
}

const relationOf = (model: DiagramModel, id: string): DiagramRelation | undefined => model.relations.find((row) => row.id === id);

/** The ends of a relation one after the other. */
export const endsOf = (relation: DiagramRelation): End[] =>
  (['from', 'to'] as const).flatMap((side) => relation[side].map(({ entityId }) => ({ side, entityId })));

/**
 * An end of a relation that is put on something else.
 * @returns null when that is no end, or one of this relation already
 */
export function reattachAct(model: DiagramModel, relationId: string, end: End, target: SceneItem | null): Act | null {
  const relation = relationOf(model, relationId);
  if (!relation || target === null || !isPlaced(target)) return null;
  const to = endOf(target);
  return endsOf(relation).some((one) => one.entityId === to) ? null : { act: 'reattach', relationId, end, to };
}

/** Relations that have an item as an end; of a relation those that share an end with it, itself among them. */
export function relationsAt(model: DiagramModel, item: SceneItem): string[] {
  const own = item.kind === 'relation' ? relationOf(model, item.id) : undefined;
  const ends = new Set(own ? endsOf(own).map((end) => end.entityId) : [endOf(item), item.id]);
  return model.relations.filter((row) => endsOf(row).some((end) => ends.has(end.entityId))).map((row) => row.id);
}

const letters: Readonly<Record<string, ActName>> = { m: 'join', e: 'leave', c: 'relate', n: 'new', r: 'roles', w: 'edit', d: 'turn' };

/** What can be changed of all at once: all that are of one kind with the first. */
function editAct(items: readonly SceneItem[]): Act | null {
  const records = items.map(recordOf);
  const kind = records[0]?.kind;
  if (kind === undefined || kind === 'person') return null;
  return { act: 'edit', kind, ids: [...new Set(records.filter((one) => one.kind === kind).map((one) => one.id))] };
}

function relationAct(name: ActName, relationId: string): Act | null {
  if (name === 'turn') return { act: 'turn', relationId };
  if (name === 'join') return { act: 'reattach', relationId, end: null, to: null };
  return name === 'edit' ? { act: 'edit', kind: 'relation', ids: [relationId] } : null;
}

/**
 * The act that a letter means for the items that are chosen.
 * M puts elsewhere, E ends, C connects, N makes something new there, R gives a role, W changes a field of all, D turns a relation round.
 * @returns null when it means nothing for them
 */
export function keyAct(model: DiagramModel, key: string, items: readonly SceneItem[]): Act | null {
  const name = letters[key.toLowerCase()];
  const first = items[0];
  if (name === undefined || !first) return null;
  if (first.kind === 'relation') return relationAct(name, first.id);
  if (name === 'turn') return null;
  if (name === 'edit') return editAct(items);
  const carried = carriedOf(items);
  const memberships = items.filter((item) => item.kind === 'membership').map((item) => item.id);
  if (name === 'new') return newAct(model, first);
  if (name === 'relate') return relateAct(items, null);
  if (name === 'join' && carried?.kind === 'units') return { act: 'place', units: carried.ids, to: null };
  if (name === 'join') return carried?.kind !== 'people' ? null : { act: 'join', people: carried.people, containerId: null, seatId: null };
  if (memberships.length === 0) return null;
  return name === 'leave' ? { act: 'leave', memberships } : { act: 'roles', memberships };
}

/** The acts that can be done with what is chosen, with their letters, for the menu. */
export const actsFor = (model: DiagramModel, items: readonly SceneItem[]): readonly { readonly key: string; readonly act: Act }[] =>
  Object.keys(letters).flatMap((key) => {
    const act = keyAct(model, key, items);
    return act === null ? [] : [{ key: key.toUpperCase(), act }];
  });
