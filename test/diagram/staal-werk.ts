/** STAAL-werk as in the mock-up, made by hand: what the drawing is held against. */
import type { DiagramMembership, DiagramModel, DiagramOrganisation, DiagramUnit } from '../../shared/diagram/model.ts';

const organisation = (id: string, name: string, kind: string): DiagramOrganisation => ({
  id,
  name,
  kind,
  sectors: kind === 'school' ? ['po'] : kind === 'university' ? ['wo'] : kind === 'schoolBoard' ? ['po'] : ['hbo'],
  count: null,
});
const unit = (id: string, name: string, layerId: string | null, more: Partial<DiagramUnit> = {}): DiagramUnit => ({
  id,
  name,
  kind: 'team',
  layerId,
  parentId: null,
  hostId: null,
  theme: null,
  processes: [],
  ring: null,
  presence: 'yes',
  foreign: false,
  parts: [],
  ...more,
});
const units: DiagramUnit[] = [
  unit('sg', 'Stuurgroep', 'l1', { processes: ['coordination'] }),
  unit('kg', 'Kerngroep', 'l1', { processes: ['coordination'] }),
  unit('pb', 'Procesbegeleiders', 'l1', { parentId: 'kg', processes: ['coordination'] }),
  ...[1, 2, 3, 4, 5].map((n) => unit(`plg${n}`, `PLG ${n}`, 'l2', { hostId: `s${n}`, processes: ['practice'] })),
  unit('bov', 'Bovenschoolse PLG', 'l3', { processes: ['practice', 'research'] }),
  unit('prom', 'Promovendi', 'l3', { processes: ['research'] }),
];
const organisations: DiagramOrganisation[] = [
  ...['A', 'B', 'C'].map((n) => organisation(`sb${n}`, `Schoolbestuur ${n}`, 'schoolBoard')),
  ...[1, 2, 3].map((n) => organisation(`hs${n}`, `Hogeschool ${n}`, 'universityOfAppliedSciences')),
  organisation('uni', 'Universiteit 1', 'university'),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => organisation(`s${n}`, `School ${n}`, 'school')),
];
const memberships: DiagramMembership[] = [];
function sits(
  person: string,
  containerId: string,
  organisationId: string | null,
  roleFamily: string | null,
  more: Partial<DiagramMembership> = {},
): void {
  memberships.push({
    id: `m-${person}-${containerId}`.replaceAll(' ', '-'),
    personId: person,
    containerId,
    name: person,
    role: person.replace(/ [\dA-Z]+$/, ''),
    roleFamily,
    organisationId,
    appointed: false,
    presence: 'yes',
    ...more,
  });
}
sits('Bestuurder A', 'sg', 'sbA', 'governance');
sits('Bestuurder B', 'sg', 'sbB', 'governance');
sits('Opleidingsmanager', 'sg', 'hs1', 'governance');
sits('Promotor', 'sg', 'uni', 'research');
sits('Projectleider', 'sg', 'uni', 'coordination', { appointed: true });
sits('Projectleider', 'kg', 'uni', 'coordination', { appointed: true });
sits('Schooldirecteur 1', 'kg', 's1', 'practice');
for (const n of [1, 2, 3, 4]) sits(`Procesbegeleider ${n}`, 'pb', `sb${n === 4 ? 'C' : n === 3 ? 'B' : 'A'}`, 'coordination', { appointed: true });
for (const n of [1, 2, 3, 4, 5]) {
  sits(`Schooldirecteur ${n}`, 'net', `s${n}`, 'practice');
  const plg = `plg${n}`;
  sits(`Procesbegeleider ${Math.min(n, 4)}`, plg, `sb${n >= 4 ? 'C' : n === 3 ? 'B' : 'A'}`, 'coordination', { appointed: true });
  sits(`Leraar ${2 * n - 1}`, plg, `s${n}`, 'practice', n === 3 ? { presence: 'no' } : {});
  sits(`Leraar ${2 * n}`, plg, `s${n}`, 'practice');
  sits(
    `Opleider ${n === 3 ? 3 : n % 3 === 1 ? 1 : 2}`,
    plg,
    `hs${n === 3 ? 3 : n % 3 === 1 ? 1 : 2}`,
    'education',
    n === 3 ? { presence: 'perhaps' } : {},
  );
  sits(`Onderzoeker ${n % 2 === 1 ? 1 : 2}`, plg, `hs${n % 2 === 1 ? 1 : 2}`, 'research');
  sits('Promovendus 1', plg, 'uni', 'research');
  sits('Promovendus 2', plg, 'uni', 'research');
  sits(`Intern begeleider ${n}`, plg, `s${n}`, 'practice');
  sits(`Intern begeleider ${n}`, 'bov', `s${n}`, 'practice');
  if (n <= 3) sits(`Expert ${n}`, 'bov', n === 2 ? 'hs1' : 'uni', 'external');
  if (n >= 4) sits(`Student ${n - 3}`, 'bov', null, 'student');
}
sits('Promovendus 1', 'prom', 'uni', 'research');
sits('Promovendus 2', 'prom', 'uni', 'research');

/** The network of the mock-up, on 12 March 2025. */
export const staalWerk: DiagramModel = {
  network: { id: 'net', code: '02', name: 'STAAL-werk' },
  at: '2025-03-12',
  layers: [
    { id: 'l1', name: 'Laag 1', note: 'sturing en regie' },
    { id: 'l2', name: 'Laag 2', note: 'interventiescholen en hun PLG' },
    { id: 'l3', name: 'Kennisdeling', note: 'over scholen heen' },
  ],
  units,
  organisations,
  participations: organisations.map(({ id, kind, name }) => ({
    id: `p-${id}`,
    organisationId: id,
    containerId: 'net',
    capacities: kind === 'school' && Number(name.slice(7)) > 5 ? ['wachtlijst'] : [],
    presence: 'yes' as const,
  })),
  memberships,
  seats: [],
  relations: [
    ['r1', 'sbA', 'm-Bestuurder-A-sg'],
    ['r2', 'sbB', 'm-Bestuurder-B-sg'],
    ['r3', 'hs1', 'm-Opleidingsmanager-sg'],
    ['r4', 'uni', 'm-Promotor-sg'],
  ].map(([id, from, to]) => ({
    id: id as string,
    kind: 'represents',
    label: 'vertegenwoordigt',
    from: [{ entityId: memberships.find((m) => m.id === to)?.personId as string, roleName: null }],
    to: [{ entityId: from as string, roleName: null }],
    fromMode: 'each' as const,
    toMode: 'each' as const,
    mutual: false,
    presence: 'yes' as const,
  })),
  slots: [],
};
