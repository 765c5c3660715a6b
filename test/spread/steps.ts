/** Steps of a yield for tests, as the contract gives them. */
import type { Distance, SpreadManner } from '../../shared/domain/lists.ts';
import type { SpreadModel, SpreadStep } from '../../shared/spread/path.ts';

const rings: readonly Distance[] = ['ownOrganisation', 'network', 'region', 'country'];
const manners: readonly SpreadManner[] = ['takenOver', 'adapted', 'remade', 'inspired'];

export const end = (id: string, name = id, more: object = {}) => ({ id, name, kind: 'unit', organisationKind: 'school', ...more });

export const step = (id: string, from: string | null, to: string | null, more: Partial<SpreadStep> = {}): SpreadStep => ({
  id,
  object: { id: 'object', name: 'Praatplaat' },
  from: from === null ? null : end(from),
  to: to === null ? null : end(to),
  audience: null,
  how: 'takenOver',
  distance: 'network',
  derived: 'network',
  distanceReason: null,
  channel: null,
  meeting: null,
  carriedBy: null,
  note: null,
  start: '2025-01-10',
  end: '..',
  standing: 'actual',
  presence: 'yes',
  reach: [],
  ...more,
});

export const figure = (low: number | null, high: number | null = low, more: Partial<SpreadStep['reach'][number]> = {}) => ({
  id: 'figure',
  what: 'bereik',
  aspect: 'reach',
  state: 'value' as const,
  low,
  high,
  about: false,
  moreThan: false,
  almost: false,
  unit: null,
  per: null,
  period: null,
  outOf: null,
  basedOn: null,
  text: null,
  ...more,
});

export const model = (steps: readonly SpreadStep[], more: Partial<SpreadModel> = {}): SpreadModel => ({
  object: { id: 'object', name: 'Praatplaat' },
  makers: [{ id: 'maker', name: 'PLG 2' }],
  start: '2024-09',
  steps,
  ...more,
});

/** Many places in all rings and manners; each third one comes from where it was made. */
export const many = (count: number): SpreadModel =>
  model(
    Array.from({ length: count }, (_, at) =>
      step(`s${at}`, at % 3 === 0 ? 'maker' : `p${at - 1}`, null, {
        to: end(`p${at}`, `Basisschool nummer ${at}`),
        how: manners[at % 4] as SpreadManner,
        distance: rings[at % 4] as Distance,
        ...(at % 2 === 0 ? { carriedBy: { id: 'guide', name: 'Procesbegeleider 2' }, reach: [figure(at + 1)] } : {}),
      }),
    ),
  );
