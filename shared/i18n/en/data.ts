import type { Words } from '../words.ts';

export const data: Words['data'] = {
  reading: 'reading the data',
  drawing: 'drawing',
  writing: 'writing the file',
  copying: 'making a copy',
  about: 'about',
  moreThan: 'more than',
  everyWeek: 'every week',
  everyWeeks: 'every {{weeks}} weeks',
  timesPerYear: '{{times}} times per school year',
  rhythmUnknown: 'not known how often',
  unknown: 'not known',
  wholeNetwork: 'the whole network',
  asOf: 'as of {{date}}',
};
