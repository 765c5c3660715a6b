/** What each act does once its question is answered: commands in an order, that together are one step for undo. */
import type { Fields, RecordKind } from '../../../../shared/contract/fields.ts';
import type { Input, NamesOf, Output } from '../../../../shared/contract/index.ts';
import type { DiagramMembership, DiagramModel } from '../../../../shared/diagram/model.ts';
import type { End, Joining, Place } from './acts.ts';

/** Runs one command of an act. */
export type Do = <N extends NamesOf<'command'>>(name: N, input: Input<N>) => Promise<Output<N>>;

export interface JoinAnswer {
  readonly how: 'also' | 'move';
  readonly containerId: string;
  readonly roleId: string | null;
  /** Of the seat that is filled, for who sits there for nobody yet. */
  readonly organisationId: string | null;
  readonly from: string;
}

/** Someone in the network as a whole without any role there has only not found a team yet. */
export const waiting = (model: DiagramModel, personId: string): DiagramMembership | undefined =>
  model.memberships.find(
    (row) => row.personId === personId && row.containerId === model.network.id && row.role === null && row.organisationId === null && !row.appointed,
  );

async function joinOne(todo: Do, model: DiagramModel, one: Joining, answer: JoinAnswer): Promise<void> {
  const roles = answer.roleId === null ? undefined : [answer.roleId];
  const place = waiting(model, one.personId);
  if (place) {
    await todo('membership.update', {
      id: place.id,
      containerId: answer.containerId,
      organisationId: answer.organisationId,
      start: answer.from,
      ...(roles ? { roles } : {}),
    });
    return;
  }
  if (answer.how === 'move' && one.membershipId !== null) {
    const { id } = await todo('membership.move', { id: one.membershipId, containerId: answer.containerId, from: answer.from });
    if (roles) await todo('membership.update', { id, roles });
    return;
  }
  const before = model.memberships.find((row) => row.id === one.membershipId);
  await todo('membership.create', {
    personId: one.personId,
    containerId: answer.containerId,
    organisationId: before?.organisationId ?? answer.organisationId,
    start: answer.from,
    ...(roles ? { roles } : {}),
  });
}

/** Puts people in a team, each for the organisation that they already sat there for. */
export async function join(todo: Do, model: DiagramModel, people: readonly Joining[], answer: JoinAnswer): Promise<true> {
  for (const one of people) await joinOne(todo, model, one, answer);
  return true;
}

/** @param reason why, or '' */
export async function leave(todo: Do, memberships: readonly string[], end: string, reason: string): Promise<true> {
  const leftReason = reason.trim() === '' ? {} : { leftReason: reason };
  for (const id of memberships) await todo('membership.update', { id, end, ...leftReason });
  return true;
}

/** Moves teams to the end of a layer or of a team. */
export async function place(todo: Do, units: readonly string[], to: Place): Promise<true> {
  for (const id of units) await todo('unit.move', { id, ...to, position: LAST });
  return true;
}
/** Behind all that are there. */
const LAST = 1000;

export async function giveRole(todo: Do, memberships: readonly string[], roleId: string): Promise<true> {
  for (const id of memberships) await todo('membership.update', { id, roles: [roleId] });
  return true;
}

/** Someone who exists, or the name of someone who does not. */
export type Who = { readonly id: string } | { readonly name: string };

export async function addPerson(todo: Do, who: Who, containerId: string, roleId: string | null, start: string | null): Promise<true> {
  const personId = 'id' in who ? who.id : (await todo('person.create', { name: who.name })).id;
  await todo('membership.create', { personId, containerId, start, ...(roleId === null ? {} : { roles: [roleId] }) });
  return true;
}

export async function addUnit(todo: Do, networkId: string, name: string, at: Place, start: string | null): Promise<true> {
  await todo('unit.create', { networkId, name, ...at, start, position: LAST });
  return true;
}

/** A layer under all others. */
export async function addLayer(todo: Do, networkId: string, name: string): Promise<true> {
  await todo('layer.create', { networkId, name, position: LAST });
  return true;
}

/** Gives one field of many records the same value. */
export async function edit(todo: Do, kind: RecordKind, ids: readonly string[], field: string, value: unknown): Promise<true> {
  const changes = ids.map((id) => ({ kind, id, fields: { [field]: value } }));
  await todo('entity.update', { changes } as Input<'entity.update'>);
  return true;
}

/** A relation as it is kept. */
export type Relation = Pick<Fields<'relation'>, 'from' | 'to' | 'mutual'> & { readonly id: string };

/** Turns a relation round: the other way, then both ways, then as it was. Which way comes first is told by the ids of the ends. */
export async function turn(todo: Do, { id, from, to, mutual }: Relation): Promise<true> {
  const forward = JSON.stringify(from) < JSON.stringify(to);
  if (mutual) await todo('relation.update', { id, mutual: false, ...(forward ? {} : { from: to, to: from }) });
  else if (forward) await todo('relation.update', { id, from: to, to: from });
  else await todo('relation.update', { id, mutual: true });
  return true;
}

/** Puts one end of a relation on something else. */
export async function reattach(todo: Do, relation: Relation, end: End, to: string): Promise<true> {
  const ends = relation[end.side].map((one) => (one.entityId === end.entityId ? { entityId: to, roleId: null } : one));
  await todo('relation.update', { id: relation.id, [end.side]: ends });
  return true;
}

export interface RelateAnswer {
  readonly kind: string;
  readonly direction: 'to' | 'from' | 'both';
  readonly start: string;
}

export async function relate(todo: Do, networkId: string, from: readonly string[], to: string, answer: RelateAnswer): Promise<true> {
  const end = (entityId: string) => ({ entityId, roleId: null });
  const [one, other] = [from.map(end), [end(to)]];
  const [a, b] = answer.direction === 'from' ? [other, one] : [one, other];
  await todo('relation.create', {
    networkId,
    kind: answer.kind,
    from: a,
    to: b,
    mutual: answer.direction === 'both',
    start: answer.start,
  });
  return true;
}
