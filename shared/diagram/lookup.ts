/** Finding things in a diagram model: who sits where, who belongs to which organisation. */
import type {
  ColourMode,
  DiagramLayer,
  DiagramMembership,
  DiagramModel,
  DiagramOrganisation,
  DiagramParticipation,
  DiagramSeat,
  DiagramUnit,
} from './model.ts';

interface ArmParticipation {
  readonly participation: DiagramParticipation;
  readonly arm: 'control' | 'waitingList';
}

export interface DiagramLookup {
  readonly model: DiagramModel;
  readonly colour: ColourMode;
  unit(id: string): DiagramUnit | undefined;
  organisation(id: string | null): DiagramOrganisation | undefined;
  layer(id: string): DiagramLayer | undefined;
  slot(containerId: string, itemId: string): number | null;
  /** Units that stand in no other, without those that wait. */
  rootUnits(): DiagramUnit[];
  /** Units that wait or are compared, when all of their school does: they stand apart in a dashed box. */
  waitingUnits(): readonly DiagramUnit[];
  childrenOf(unitId: string): DiagramUnit[];
  membersOf(unitId: string): readonly DiagramMembership[];
  /** People of the network as a whole whose organisation is drawn as a box. */
  membersAt(organisationId: string): readonly DiagramMembership[];
  membersOfNetwork(): readonly DiagramMembership[];
  participationsOf(unitId: string): readonly DiagramParticipation[];
  partners(): readonly DiagramParticipation[];
  armParticipations(): readonly ArmParticipation[];
  seatsOf(containerId: string): readonly DiagramSeat[];
  /** In how many units a person is on this day. */
  timesOf(personId: string): number;
  relatesToNetwork(): boolean;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** An organisation that takes part twice, as two things, is drawn once. */
function onePerOrganisation(all: readonly DiagramParticipation[]): DiagramParticipation[] {
  return all.filter((one, index) => all.findIndex((other) => other.organisationId === one.organisationId) === index);
}

const armWords: readonly (readonly [RegExp, ArmParticipation['arm']])[] = [
  [/wachtlijst|waiting/i, 'waitingList'],
  [/controle|control/i, 'control'],
];

function armOf(participation: DiagramParticipation): ArmParticipation | null {
  for (const [pattern, arm] of armWords) if (participation.capacities.some((capacity) => pattern.test(capacity))) return { participation, arm };
  return null;
}

/** In how many units each person sits on this day; perhaps and ended do not count. */
function countTimes(model: DiagramModel, units: ReadonlyMap<string, DiagramUnit>): Map<string, number> {
  const places = new Map<string, Set<string>>();
  for (const one of model.memberships) {
    if (one.presence !== 'yes' || !units.has(one.containerId)) continue;
    const set = places.get(one.personId);
    if (set) set.add(one.containerId);
    else places.set(one.personId, new Set([one.containerId]));
  }
  return new Map([...places].map(([person, set]) => [person, set.size]));
}

/** Children whose parents go round in a circle are taken as roots, so that a wrong parent never hides a unit. */
function safeParents(units: ReadonlyMap<string, DiagramUnit>): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const unit of units.values()) {
    const seen = new Set([unit.id]);
    let up = unit.parentId;
    while (up !== null && units.has(up) && !seen.has(up)) {
      seen.add(up);
      up = (units.get(up) as DiagramUnit).parentId;
    }
    const circular = up !== null && seen.has(up);
    parents.set(unit.id, unit.parentId !== null && units.has(unit.parentId) && !circular ? unit.parentId : null);
  }
  return parents;
}

/** Without what ended, unless it is asked for; a comparison is about what ended too. */
function modelOf(full: DiagramModel, showEnded: boolean): DiagramModel {
  if (showEnded || full.comparison) return full;
  const here = <T extends { readonly presence: string }>(all: readonly T[]): readonly T[] => all.filter((one) => one.presence !== 'no');
  return {
    ...full,
    units: here(full.units),
    memberships: here(full.memberships),
    participations: here(full.participations),
    seats: here(full.seats),
    relations: here(full.relations),
  };
}

interface Roots {
  readonly active: readonly DiagramUnit[];
  readonly waiting: readonly DiagramUnit[];
  readonly childrenOf: ReadonlyMap<string, DiagramUnit[]>;
  /** Organisations that units are in; those of them that are drawn as a box. */
  readonly hosts: ReadonlySet<string>;
  readonly boxed: ReadonlySet<string>;
}

function rootsOf(model: DiagramModel, units: ReadonlyMap<string, DiagramUnit>, organisations: ReadonlyMap<string, unknown>): Roots {
  const parents = safeParents(units);
  const roots = model.units.filter((one) => parents.get(one.id) === null);
  const hostsOf = (all: readonly DiagramUnit[]): Set<string> =>
    new Set(all.flatMap((one) => (one.hostId !== null && organisations.has(one.hostId) ? [one.hostId] : [])));
  const waits = (unit: DiagramUnit): boolean => unit.arm === 'control' || unit.arm === 'waitingList';
  const boxed = hostsOf(roots.filter((one) => !waits(one)));
  const waiting = roots.filter((one) => waits(one) && (one.hostId === null || !boxed.has(one.hostId)));
  const children = model.units.filter((one) => parents.get(one.id) !== null);
  return {
    active: roots.filter((one) => !waiting.includes(one)),
    waiting,
    childrenOf: grouped(children, (one) => parents.get(one.id) as string),
    hosts: hostsOf(roots),
    boxed,
  };
}

/** Organisations that only a relation names: they stand among the partners, or the relation could not be drawn. */
function onlyRelated(model: DiagramModel, organisations: ReadonlyMap<string, unknown>, hosts: ReadonlySet<string>): DiagramParticipation[] {
  const placed = new Set([...hosts, ...model.participations.map((one) => one.organisationId)]);
  const ends = new Set(model.relations.flatMap((one) => [...one.from, ...one.to]).map((end) => end.entityId));
  return [...ends]
    .filter((id) => organisations.has(id) && !placed.has(id))
    .map((id) => ({
      id,
      organisationId: id,
      containerId: model.network.id,
      capacities: [],
      presence: 'yes',
      ...(model.comparison ? { change: 'kept' } : {}),
    }));
}

type SlotOf = DiagramLookup['slot'];

/** Units by their kept place among their neighbours, else as in the model. */
function inOrder(all: readonly DiagramUnit[], slotOf: SlotOf, containerOf: (unit: DiagramUnit) => string): DiagramUnit[] {
  const keyed = all.map((unit, index) => ({ unit, index, slot: slotOf(containerOf(unit), unit.id) ?? index }));
  return keyed.sort((a, b) => a.slot - b.slot || a.index - b.index).map(({ unit }) => unit);
}

/** @param showEnded whether people, places and units that ended are drawn */
export function lookupOf(full: DiagramModel, colour: ColourMode, showEnded: boolean): DiagramLookup {
  const model = modelOf(full, showEnded);
  const networkId = model.network.id;
  const units = new Map(model.units.map((one) => [one.id, one]));
  const organisations = new Map(model.organisations.map((one) => [one.id, one]));
  const layers = new Map(model.layers.map((one) => [one.id, one]));
  const slots = new Map(model.slots.map((one) => [`${one.containerId} ${one.itemId}`, one.slot]));
  const members = grouped(model.memberships, (one) => one.containerId);
  const seats = grouped(model.seats, (one) => one.containerId);
  const joins = grouped(model.participations, (one) => one.containerId);
  const times = countTimes(model, units);
  const roots = rootsOf(model, units, organisations);
  const slotOf: SlotOf = (containerId, itemId) => slots.get(`${containerId} ${itemId}`) ?? null;
  const whole = members.get(networkId) ?? [];
  const isBoxed = (id: string | null): boolean => id !== null && roots.boxed.has(id);
  const joined = (id: string): DiagramParticipation[] =>
    onePerOrganisation(joins.get(id) ?? []).filter((one) => organisations.has(one.organisationId));
  const taking = [...joined(networkId).filter((one) => !roots.hosts.has(one.organisationId)), ...onlyRelated(model, organisations, roots.hosts)];
  return {
    model,
    colour,
    unit: (id) => units.get(id),
    organisation: (id) => (id === null ? undefined : organisations.get(id)),
    layer: (id) => layers.get(id),
    slot: slotOf,
    rootUnits: () => inOrder(roots.active, slotOf, (unit) => unit.layerId ?? networkId),
    waitingUnits: () => roots.waiting,
    childrenOf: (id) => inOrder(roots.childrenOf.get(id) ?? [], slotOf, () => id),
    membersOf: (id) => members.get(id) ?? [],
    membersAt: (id) => (roots.boxed.has(id) ? whole.filter((one) => one.organisationId === id) : []),
    membersOfNetwork: () => whole.filter((one) => !isBoxed(one.organisationId)),
    participationsOf: joined,
    partners: () => taking.filter((one) => armOf(one) === null),
    armParticipations: () => taking.map(armOf).filter((one) => one !== null),
    seatsOf: (id) => (seats.get(id) ?? []).filter((one) => one.kind !== 'seat' || one.max === null || one.filled < one.max),
    timesOf: (id) => times.get(id) ?? 0,
    relatesToNetwork: () => model.relations.some((one) => [...one.from, ...one.to].some((end) => end.entityId === networkId)),
  };
}
