/** Het register van activiteiten: het scherm, de tabel die je downloadt, en cijfers in woorden. */
export const activities = {
  figure: {
    range: 'van {{low}} tot {{high}}',
    between: '{{low}} tot {{high}}',
    about: 'ongeveer {{n}}',
    almost: 'bijna {{n}}',
    moreThan: 'meer dan {{n}}',
    atLeast: 'minstens {{n}}',
    atMost: 'hoogstens {{n}}',
    outOf: '{{n}} uit {{most}}',
    per: 'per {{per}}',
    basedOn: 'op basis van {{n}}',
  },
  columns: {
    activity: 'Activiteit',
    targetGroups: 'Doelgroep(en)',
    reach: 'Bereik',
    mark: 'Beoordeling',
    carriedOutBy: 'Uitvoerende partij',
    date: 'Datum',
  },
  /** Zoals het register van een evaluatie het zegt; wat niet is ingevuld, blijft leeg. */
  states: {
    reach: { unknown: 'Niet bekend', notApplicable: 'n.v.t.', notFilledIn: '' },
    mark: { unknown: 'Geen beoordeling bekend', notApplicable: 'n.v.t.', notFilledIn: '' },
  },
  file: 'activiteiten',
  sheet: 'Activiteiten',
  noLayer: 'Zonder laag of pijler',
  rows: '{{n}} activiteiten',
  since: 'vanaf {{date}}',
  /** Met andere woorden dan in de cellen, zodat wie in de tabel telt alleen cellen telt. */
  missing: {
    title: 'Wat ontbreekt',
    reach: {
      unknown: 'Bereik onbekend: {{n}} van {{of}}',
      notApplicable: 'Bereik niet van toepassing: {{n}} van {{of}}',
      notFilledIn: 'Bereik niet ingevuld: {{n}} van {{of}}',
    },
    mark: {
      unknown: 'Beoordeling onbekend: {{n}} van {{of}}',
      notApplicable: 'Beoordeling niet van toepassing: {{n}} van {{of}}',
      notFilledIn: 'Beoordeling niet ingevuld: {{n}} van {{of}}',
    },
  },
} as const;
