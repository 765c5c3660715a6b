/** The study, and what can be said of anything: other names, statements, figures; and own values of lists. */
import { type Description, fieldsOf, half, required, type Values } from './describe.ts';

const study = fieldsOf('study');
const year = fieldsOf('researchYear');
const item = fieldsOf('collectionItem');
const other = fieldsOf('otherName');
const statement = fieldsOf('statement');
const figure = fieldsOf('figure');
const value = fieldsOf('listValue');
const view = fieldsOf('view');
const viewNote = fieldsOf('viewNote');

const hasValue = (values: Values): boolean => values.state === 'value';

export const portfolioDescriptions = {
  study: {
    sections: [{ title: null, fields: [study.text('name', required), study.prose('question'), study.prose('note')] }],
    asks: ['name', 'question'],
    related: ['statements'],
  },
  researchYear: {
    sections: [
      {
        title: null,
        fields: [
          year.source('studyId', 'studies', required),
          year.number('number', { ...half, ...required }),
          year.text('name', { ...half, ...required }),
          year.day('start', { ...half, ...required }),
          year.day('end', { ...half, ...required }),
          year.prose('focus'),
        ],
      },
    ],
    asks: ['number', 'name', 'start', 'end', 'focus'],
    related: [],
  },
  collectionItem: {
    sections: [
      {
        title: null,
        fields: [
          item.source('researchYearId', 'years', required),
          item.reference('networkId', ['network'], required),
          item.open('instrument', 'instrument', required),
          item.number('planned', half),
          item.number('done', half),
          item.prose('note'),
        ],
      },
    ],
    asks: ['researchYearId', 'networkId', 'instrument', 'planned', 'done'],
    related: [],
  },
  otherName: {
    sections: [{ title: null, fields: [other.text('name', required), other.choice('kind', 'otherNameKind', required), other.text('usedBy')] }],
    asks: ['name', 'kind', 'usedBy'],
    related: [],
  },
  statement: {
    sections: [
      {
        title: null,
        fields: [
          statement.source('field', 'fields'),
          statement.choice('kind', 'statementKind', required),
          statement.prose('value', { when: (values) => values.kind !== 'noView' }),
          statement.reference('saidById', ['person', 'organisation', 'unit'], { make: ['person'] }),
          statement.text('source'),
          statement.date('date', half),
          statement.choice('certainty', 'certainty', { ...half, ...required }),
          statement.choice('reader', 'reader', required),
          statement.prose('note'),
        ],
      },
    ],
    asks: ['field', 'kind', 'value', 'saidById', 'source', 'date'],
    related: [],
  },
  figure: {
    sections: [
      {
        title: null,
        fields: [
          figure.text('what', required),
          figure.choice('aspect', 'figureAspect', { ...half, ...required }),
          figure.choice('state', 'figureState', { ...half, ...required }),
          figure.decimal('low', { ...half, when: hasValue }),
          figure.decimal('high', { ...half, when: hasValue }),
          figure.flag('about', { when: hasValue }),
          figure.flag('moreThan', { when: hasValue }),
          figure.flag('almost', { when: hasValue }),
          figure.text('unit', { ...half, when: hasValue }),
          figure.text('per', { ...half, when: hasValue }),
          figure.text('period', { ...half, when: hasValue }),
          figure.number('basedOn', { ...half, when: hasValue }),
          figure.decimal('outOf', { ...half, when: (values) => hasValue(values) && values.aspect === 'mark' }),
          figure.prose('text'),
        ],
      },
    ],
    asks: ['what', 'state', 'low', 'high', 'unit'],
    related: [],
  },
  listValue: {
    sections: [{ title: null, fields: [value.text('labelNl', required), value.text('labelEn')] }],
    asks: ['labelNl', 'labelEn'],
    related: [],
  },
  // what else a view holds is set where it is seen, on the drawing
  view: { sections: [{ title: null, fields: [view.text('name', required), view.prose('note')] }], asks: ['name'], related: [] },
  viewNote: { sections: [{ title: null, fields: [viewNote.prose('text')] }], asks: ['text'], related: [] },
} satisfies Record<string, Description>;
