/** Words in sentences and tables that come from the data. */
export const data = {
  reading: 'gegevens lezen',
  drawing: 'tekening maken',
  writing: 'bestand schrijven',
  copying: 'kopie maken',
  about: 'ongeveer',
  moreThan: 'meer dan',
  everyWeek: 'elke week',
  everyWeeks: 'elke {{weeks}} weken',
  timesPerYear: '{{times}} keer per schooljaar',
  rhythmUnknown: 'niet bekend hoe vaak',
  unknown: 'niet bekend',
  wholeNetwork: 'het hele netwerk',
  asOf: 'stand op {{date}}',
} as const;
