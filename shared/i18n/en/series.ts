import type { Words } from '../words.ts';

export const series: Words['series'] = {
  title: 'Series',
  alone: 'This meeting is not in a series.',
  of: 'Time {{n}} of {{total}}',
  repeat: 'Repeat…',
  more: 'Repeat further…',
  every: 'Every how many weeks?',
  until: 'Up to and including',
  times: 'How many times more?',
  ends: 'Until when?',
  endsBy: { until: 'until a day', times: 'a number of times' },
  plan: 'Plan',
  planned: { one: '{{count}} meeting planned.', other: '{{count}} meetings planned.' },
  hint: 'The new meetings get the same title, teams, time and place, and are planned.',
  noDay: 'Fill in a day first. Then you can repeat it.',
  later: {
    one: 'Teams, time and place for the {{count}} later one too',
    other: 'Teams, time and place for the {{count}} later ones too',
  },
  changed: { one: '{{count}} later meeting changed.', other: '{{count}} later meetings changed.' },
  remove: { one: 'Remove this and the {{count}} later one', other: 'Remove this and the {{count}} later ones' },
  removeTitle: 'Remove {{count}} meetings?',
  removeSpan: 'The first is of {{first}}, the last of {{last}}.',
  removed: { one: '{{count}} meeting removed.', other: '{{count}} meetings removed.' },
  show: 'Show the whole series ({{count}})',
};
