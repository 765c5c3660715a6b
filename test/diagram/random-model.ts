/** Networks made up from a seed: from a handful of people to a crowd, with everything that a drawing can hold. */
import type { DiagramEnd, DiagramMembership, DiagramModel, DiagramRelation, DiagramSeat, DiagramUnit } from '../../shared/diagram/model.ts';
import { organisationKinds, roleFamilies, sectors } from '../../shared/domain/lists.ts';
import type { Presence } from '../../shared/domain/presence.ts';

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const nouns = [
  'Leraar',
  'Procesbegeleider',
  'Schooldirecteur',
  'Promovendus',
  'Intern begeleider',
  'Onderzoeker',
  'Opleidingsmanager lerarenopleiding',
  'IB',
  'Regionaal netwerkcoördinator onderwijsonderzoek',
];
const teams = [
  'PLG',
  'Werkplaats',
  'Stuurgroep',
  'Ontwikkelteam beroepsgerichte didactiek',
  'Kerngroep',
  'Klankbordgroep van ouders en leerlingen',
  'LT',
];

/** @param size about how many people */
export function randomModel(seed: number, size = 5 + (seed % 60)): DiagramModel {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const presence = (): Presence => (random() < 0.8 ? 'yes' : random() < 0.6 ? 'perhaps' : 'no');
  const layers = Array.from({ length: below(5) }, (_, index) => ({
    id: `l${index}`,
    name: `${pick(teams)}lijn ${index}`,
    note: random() < 0.5 ? 'sturing en regie over scholen heen' : null,
  }));
  const organisations = Array.from({ length: 2 + below(20) }, (_, index) => ({
    id: `o${index}`,
    name: `${pick(['School', 'Hogeschool', 'Stichting Samenwerkende Scholen Zuid-Holland'])} ${index}`,
    kind: pick(organisationKinds),
    sectors: [pick(sectors)],
    count: random() < 0.1 ? '345' : null,
  }));
  const units: DiagramUnit[] = Array.from({ length: 1 + below(Math.max(2, size / 4)) }, (_, index) => ({
    id: `u${index}`,
    name: `${pick(teams)} ${index}`,
    kind: 'team',
    layerId: layers.length > 0 && random() < 0.85 ? pick(layers).id : null,
    parentId: index > 0 && random() < 0.25 ? `u${below(index)}` : null,
    hostId: random() < 0.3 ? pick(organisations).id : null,
    theme: null,
    processes: [pick(['coordination', 'research', 'practice'])],
    ring: random() < 0.15 ? pick(['core', 'inner', 'outer', 'surroundings'] as const) : null,
    arm: random() < 0.1 ? pick(['control', 'waitingList']) : null,
    presence: presence(),
    foreign: random() < 0.05,
    parts: [],
  }));
  const memberships: DiagramMembership[] = [];
  for (let person = 0; person < size; person += 1) {
    const name = `${pick(nouns)} ${person}`;
    const organisationId = random() < 0.8 ? pick(organisations).id : null;
    const places = new Set(Array.from({ length: random() < 0.3 ? 1 + below(5) : 1 }, () => (random() < 0.06 ? 'net' : pick(units).id)));
    for (const containerId of places)
      memberships.push({
        id: `m${memberships.length}`,
        personId: `p${person}`,
        containerId,
        name,
        role: pick(nouns),
        roleFamily: pick(roleFamilies),
        organisationId,
        appointed: random() < 0.1,
        presence: presence(),
      });
  }
  const seats: DiagramSeat[] = Array.from({ length: below(size / 2) }, (_, index) => ({
    id: `z${index}`,
    containerId: random() < 0.1 ? 'net' : pick(units).id,
    label: pick(['leraren', 'studenten van de lerarenopleiding', 'ouders', '']),
    organisationKind: pick([...organisationKinds, null]),
    sectors: [],
    roleFamily: null,
    kind: pick(['seat', 'seat', 'norm', 'absence'] as const),
    min: random() < 0.5 ? below(60) : null,
    max: random() < 0.3 ? 60 + below(60) : null,
    about: random() < 0.2,
    filled: below(3),
    presence: presence(),
  }));
  const end = (): DiagramEnd => ({
    entityId: pick([
      pick(units).id,
      pick(units).id,
      pick(organisations).id,
      `p${below(size)}`,
      layers.length > 0 ? pick(layers).id : 'net',
      seats.length > 0 ? pick(seats).id : 'net',
      'net',
      'nothing',
    ]),
    roleName: random() < 0.2 ? pick(nouns) : null,
  });
  const relations: DiagramRelation[] = Array.from({ length: below(size / 4) }, (_, index) => ({
    id: `r${index}`,
    kind: pick(['steers', 'represents', 'informs']),
    label: pick(['stuurt aan', 'vertegenwoordigt', 'brengt kennis naar']),
    from: Array.from({ length: 1 + below(3) }, end),
    to: Array.from({ length: 1 + below(4) }, end),
    fromMode: random() < 0.1 ? 'oneOf' : 'each',
    toMode: random() < 0.1 ? 'oneOf' : 'each',
    mutual: random() < 0.2,
    presence: presence(),
  }));
  const participations = organisations
    .filter(() => random() < 0.8)
    .map((one, index) => ({
      id: `d${index}`,
      organisationId: one.id,
      containerId: random() < 0.8 ? 'net' : pick(units).id,
      capacities: random() < 0.1 ? ['wachtlijst'] : [],
      presence: presence(),
    }));
  const slots = memberships.filter(() => random() < 0.2).map((one) => ({ containerId: one.containerId, itemId: one.id, slot: below(8) }));
  return {
    network: { id: 'net', code: '99', name: `Netwerk ${seed}` },
    at: '2025-03-12',
    layers,
    units,
    organisations,
    participations,
    memberships,
    seats,
    relations,
    slots,
  };
}
