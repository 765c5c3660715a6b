/**
 * Shapes that many networks start with: layers and teams without people. Names are keys of `i18n/<language>/begin.ts`,
 * because what comes of them is the user's own data in the user's language. The shapes are those of the study's networks.
 */

export const templateKeys = ['layers', 'workshops', 'circles', 'labs', 'empty'] as const;
export type TemplateKey = (typeof templateKeys)[number];

type Process = 'coordination' | 'research' | 'practice';

export interface TemplateUnit {
  /** Key of its name; with `count` a number stands behind it. */
  readonly name: string;
  /** Value of the list `unitKind`. */
  readonly kind: string;
  /** Place in `layers`; none stands outside the layers. */
  readonly layer?: number;
  readonly ring?: 'core' | 'inner' | 'outer';
  readonly processes: readonly Process[];
  readonly count?: number;
}

/** From every unit of one name to every unit of the other. */
export interface TemplateRelation {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export interface Template {
  readonly layers: readonly string[];
  readonly units: readonly TemplateUnit[];
  readonly relations: readonly TemplateRelation[];
}

const steering: TemplateUnit = { name: 'steering', kind: 'steeringGroup', processes: ['coordination'], layer: 0 };

export const templates: { readonly [K in TemplateKey]: Template } = {
  layers: {
    layers: ['layer1', 'layer2'],
    units: [
      steering,
      { name: 'core', kind: 'coreGroup', processes: ['coordination', 'research'], layer: 0 },
      { name: 'community', kind: 'learningCommunity', processes: ['practice', 'research'], layer: 1, count: 4 },
    ],
    relations: [
      { kind: 'steers', from: 'steering', to: 'core' },
      { kind: 'guides', from: 'core', to: 'community' },
    ],
  },
  workshops: {
    layers: ['metaLine', 'workshopLine'],
    units: [
      { name: 'metaWorkshop', kind: 'metaWorkshop', processes: ['coordination', 'research'], layer: 0 },
      { name: 'workshop', kind: 'workshop', processes: ['practice', 'research'], layer: 1, count: 3 },
    ],
    relations: [
      { kind: 'bringsKnowledgeTo', from: 'metaWorkshop', to: 'workshop' },
      { kind: 'informs', from: 'workshop', to: 'metaWorkshop' },
    ],
  },
  circles: {
    layers: [],
    units: [
      { name: 'coreTeam', kind: 'coreGroup', processes: ['coordination'], ring: 'core' },
      { name: 'innerCircle', kind: 'innerCircle', processes: ['practice', 'research'], ring: 'inner' },
      { name: 'outerCircle', kind: 'outerCircle', processes: ['practice'], ring: 'outer' },
    ],
    relations: [{ kind: 'bringsKnowledgeTo', from: 'coreTeam', to: 'innerCircle' }],
  },
  labs: {
    layers: ['steeringLayer', 'labLayer'],
    units: [steering, { name: 'lab', kind: 'livingLab', processes: ['practice', 'research'], layer: 1, count: 3 }],
    relations: [{ kind: 'steers', from: 'steering', to: 'lab' }],
  },
  empty: { layers: [], units: [], relations: [] },
};
