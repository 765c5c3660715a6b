/** What comes of the work, how good it is, where it went, and what stays. */
import { type Description, fieldsOf, half, required, type Values } from './describe.ts';

const result = fieldsOf('yield');
const quality = fieldsOf('quality');
const spread = fieldsOf('spread');
const embedding = fieldsOf('embedding');

const isProduct = (values: Values): boolean => values.type !== 'development';
const isOverruled = (values: Values): boolean => (values.distance ?? null) !== null;
const places = ['unit', 'organisation', 'person', 'network'] as const;

export const yieldDescriptions = {
  yield: {
    sections: [
      {
        title: null,
        fields: [
          result.text('name', required),
          result.choice('type', 'yieldType', { ...half, ...required }),
          result.open('form', 'yieldForm', { ...half, ...required }),
          result.choice('level', 'level', { ...half, when: (values) => !isProduct(values) }),
          result.choice('standing', 'standing', { ...half, ...required }),
          result.reference('makers', ['unit', 'person', 'organisation', 'network'], { many: true, make: ['organisation'] }),
          result.date('start', half),
          result.end('end', half),
          result.date('expectedBy', { when: (values) => values.standing !== 'actual' }),
          result.prose('description'),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [
          result.flag('isBoundaryObject'),
          result.choice('nature', 'yieldNature', half),
          result.choices('worlds', 'world'),
          result.flag('followed'),
          result.text('version', half),
          result.reference('replacesId', ['yield'], { half: true, own: true }),
          result.reference('derivedFrom', ['yield'], { many: true }),
          result.tags('targetGroups'),
          result.source('layerId', 'layers'),
          result.text('link'),
          result.prose('note'),
        ],
      },
    ],
    asks: ['name', 'type', 'form', 'makers', 'start'],
    related: ['spread', 'qualities', 'embeddings', 'otherNames', 'figures', 'statements'],
  },
  quality: {
    sections: [
      {
        title: 'quality',
        fields: [
          quality.date('date', half),
          quality.reference('byId', ['person', 'unit', 'organisation'], { half: true, make: ['person'] }),
          quality.number('visibility', half),
          quality.number('accessibility', half),
          quality.number('usability', half),
          quality.number('transferValue', half),
          quality.number('portability', half),
          quality.number('adaptivity', half),
          quality.prose('note'),
        ],
      },
    ],
    asks: ['date', 'visibility', 'accessibility', 'usability', 'transferValue', 'byId'],
    related: [],
  },
  spread: {
    sections: [
      {
        title: 'where',
        fields: [
          spread.reference('fromId', places, { make: ['organisation'] }),
          spread.reference('toId', places, { make: ['organisation', 'person'] }),
          spread.text('audience'),
          spread.choice('how', 'spreadManner', { ...half, ...required }),
          spread.choice('standing', 'standing', { ...half, ...required }),
          spread.date('start', half),
          spread.end('end', half),
          spread.reference('carriedById', ['person'], { make: ['person'] }),
        ],
      },
      {
        title: 'about',
        folded: true,
        fields: [
          spread.choice('distance', 'distance'),
          spread.prose('distanceReason', { when: isOverruled }),
          spread.reference('channelId', ['channel'], { own: true }),
          spread.reference('meetingId', ['meeting'], { own: true }),
          spread.prose('note'),
        ],
      },
    ],
    asks: ['fromId', 'toId', 'how', 'start', 'carriedById'],
    related: ['figures', 'statements'],
  },
  embedding: {
    sections: [
      {
        title: null,
        fields: [
          embedding.reference('entityId', ['yield', 'role', 'rhythm', 'unit'], required),
          embedding.choice('form', 'embeddingForm', required),
          embedding.reference('organisationId', ['organisation'], { make: ['organisation'] }),
          embedding.reference('networkId', ['network']),
          embedding.date('start', half),
          embedding.end('end', half),
          embedding.date('fundedUntil', half),
          embedding.choice('standing', 'standing', { ...half, ...required }),
          embedding.prose('note'),
        ],
      },
    ],
    asks: ['entityId', 'form', 'organisationId', 'start', 'fundedUntil'],
    related: ['statements'],
  },
} satisfies Record<string, Description>;
