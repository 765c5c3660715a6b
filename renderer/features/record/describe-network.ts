/** The network and its structure. */
import { type Description, fieldsOf, half, required } from './describe.ts';

const network = fieldsOf('network');
const layer = fieldsOf('layer');
const unit = fieldsOf('unit');
const rhythm = fieldsOf('rhythm');
const phase = fieldsOf('phase');
const principle = fieldsOf('principle');
const link = fieldsOf('networkLink');
const relation = fieldsOf('relation');
const seat = fieldsOf('seat');

export const networkDescriptions = {
  network: {
    sections: [
      {
        title: null,
        fields: [
          network.text('code', { ...half, ...required }),
          network.choice('status', 'networkStatus', half),
          network.text('name', required),
          network.prose('goal'),
          network.choices('sectors', 'sector'),
          network.flag('crossSector'),
          network.text('region', half),
          network.text('province', half),
          network.text('place'),
        ],
      },
      {
        title: 'what',
        fields: [
          network.text('theme'),
          network.choice('themeKind', 'themeKind'),
          network.prose('question'),
          network.prose('boundary'),
          network.prose('size'),
        ],
      },
      { title: 'when', fields: [network.date('start', half), network.end('end', half)] },
      { title: 'funding', folded: true, fields: [network.date('fundingStart', half), network.end('fundingEnd', half), network.text('funder')] },
      { title: 'story', folded: true, fields: [network.prose('context'), network.prose('history')] },
    ],
    asks: ['code', 'name'],
    related: ['principles', 'phases', 'participants', 'networkLinks', 'otherNames', 'figures', 'statements'],
  },
  layer: {
    sections: [{ title: null, fields: [layer.text('name', required), layer.choice('level', 'level'), layer.prose('note')] }],
    asks: ['name', 'level'],
    related: ['statements'],
  },
  unit: {
    sections: [
      {
        title: null,
        fields: [
          unit.text('name', required),
          unit.open('kind', 'unitKind', required),
          unit.source('layerId', 'layers', half),
          unit.reference('parentId', ['unit'], { half: true, own: true }),
          unit.reference('hostId', ['organisation'], { make: ['organisation'] }),
          unit.choices('processes', 'process'),
          unit.date('start', half),
          unit.end('end', half),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [
          unit.choice('standing', 'standing', { ...half, ...required }),
          unit.choice('ring', 'ring', half),
          unit.flag('formal'),
          unit.flag('isBoundaryObject'),
          unit.prose('theme'),
          unit.prose('question'),
          unit.text('tranche', half),
          unit.choice('arm', 'arm', half),
          unit.reference('parts', ['unit'], { many: true }),
          unit.prose('note'),
        ],
      },
    ],
    asks: ['name', 'kind', 'layerId', 'parentId', 'hostId', 'start'],
    related: ['members', 'seats', 'participants', 'rhythms', 'phases', 'relations', 'otherNames', 'figures', 'statements'],
    thereNow: true,
  },
  rhythm: {
    sections: [
      {
        title: null,
        fields: [
          rhythm.text('name', required),
          rhythm.reference('units', ['unit'], { many: true }),
          rhythm.reference('roles', ['role'], { many: true, make: ['role'] }),
          rhythm.number('timesMin', half),
          rhythm.number('timesMax', half),
          rhythm.number('everyWeeks', half),
          rhythm.number('minutes', half),
          rhythm.flag('about'),
          rhythm.choice('place', 'meetingPlace'),
        ],
      },
      { title: 'when', fields: [rhythm.date('start', half), rhythm.end('end', half), rhythm.choice('standing', 'standing', required)] },
      {
        title: 'purpose',
        folded: true,
        fields: [
          rhythm.number('useShare', half),
          rhythm.number('creationShare', half),
          rhythm.number('sharingShare', half),
          rhythm.number('coordinationShare', half),
        ],
      },
      { title: 'about', folded: true, fields: [rhythm.prose('note')] },
    ],
    asks: ['name', 'units', 'everyWeeks', 'timesMin', 'start'],
    related: ['statements'],
    thereNow: true,
  },
  phase: {
    sections: [
      {
        title: null,
        fields: [
          phase.text('name', required),
          phase.open('cycle', 'phaseCycle', required),
          phase.reference('entityId', ['network', 'unit'], required),
          phase.reference('organisationId', ['organisation']),
          phase.date('start', half),
          phase.end('end', half),
          phase.number('round', half),
          phase.number('position', half),
          phase.choice('standing', 'standing', required),
          phase.prose('note'),
        ],
      },
    ],
    asks: ['name', 'cycle', 'entityId', 'start', 'end'],
    related: ['statements'],
  },
  principle: {
    sections: [
      {
        title: null,
        fields: [
          principle.prose('text', required),
          principle.choice('kind', 'principleKind', required),
          principle.date('start', half),
          principle.end('end', half),
        ],
      },
    ],
    asks: ['text', 'kind'],
    related: ['statements'],
  },
  networkLink: {
    sections: [
      {
        title: null,
        fields: [
          link.reference('fromId', ['network'], required),
          link.choice('kind', 'networkLinkKind', required),
          link.reference('toId', ['network'], required),
          link.date('start', half),
          link.end('end', half),
          link.prose('note'),
        ],
      },
    ],
    asks: ['fromId', 'kind', 'toId'],
    related: ['statements'],
  },
  relation: {
    sections: [
      {
        title: null,
        fields: [
          relation.sides('from', required),
          relation.choice('fromMode', 'relationEndMode', { required: true, when: (values) => (values.from as unknown[] | undefined)?.length !== 1 }),
          relation.open('kind', 'relationKind', required),
          relation.sides('to', required),
          relation.choice('toMode', 'relationEndMode', { required: true, when: (values) => (values.to as unknown[] | undefined)?.length !== 1 }),
          relation.flag('mutual'),
          relation.date('start', half),
          relation.end('end', half),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [relation.choice('standing', 'standing', { ...half, ...required }), relation.number('strength', half), relation.prose('note')],
      },
    ],
    asks: ['from', 'kind', 'to', 'mutual', 'start'],
    related: ['statements'],
    thereNow: true,
  },
  seat: {
    sections: [
      {
        title: null,
        fields: [
          seat.reference('containerId', ['unit', 'network'], required),
          seat.choice('kind', 'seatKind', required),
          seat.reference('roleId', ['role'], { make: ['role'] }),
          seat.reference('organisationId', ['organisation'], { make: ['organisation'] }),
          seat.open('organisationKind', 'organisationKind'),
          seat.number('min', half),
          seat.number('max', half),
          seat.flag('about'),
          seat.text('label'),
          seat.date('start', half),
          seat.end('end', half),
        ],
      },
      { title: 'about', folded: true, fields: [seat.choice('standing', 'standing', required), seat.prose('note')] },
    ],
    asks: ['containerId', 'kind', 'roleId', 'organisationId', 'min', 'max', 'start'],
    related: ['statements'],
    thereNow: true,
  },
} satisfies Record<string, Description>;
