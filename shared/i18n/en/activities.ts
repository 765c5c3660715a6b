/** The register of activities: the screen, the table that is downloaded, and figures in words. */
export const activities = {
  figure: {
    range: 'from {{low}} to {{high}}',
    between: '{{low}} to {{high}}',
    about: 'about {{n}}',
    almost: 'almost {{n}}',
    moreThan: 'more than {{n}}',
    atLeast: 'at least {{n}}',
    atMost: 'at most {{n}}',
    outOf: '{{n}} out of {{most}}',
    per: 'per {{per}}',
    basedOn: 'based on {{n}}',
  },
  columns: {
    activity: 'Activity',
    targetGroups: 'Target group(s)',
    reach: 'Reach',
    mark: 'Mark',
    carriedOutBy: 'Carried out by',
    date: 'Date',
  },
  states: {
    reach: { unknown: 'Not known', notApplicable: 'n/a', notFilledIn: '' },
    mark: { unknown: 'No mark known', notApplicable: 'n/a', notFilledIn: '' },
  },
  file: 'activities',
  sheet: 'Activities',
  noLayer: 'Without a layer or pillar',
  rows: '{{n}} activities',
  since: 'from {{date}}',
  missing: {
    title: 'What is missing',
    reach: {
      unknown: 'Reach unknown: {{n}} of {{of}}',
      notApplicable: 'Reach not applicable: {{n}} of {{of}}',
      notFilledIn: 'Reach not filled in: {{n}} of {{of}}',
    },
    mark: {
      unknown: 'Mark unknown: {{n}} of {{of}}',
      notApplicable: 'Mark not applicable: {{n}} of {{of}}',
      notFilledIn: 'Mark not filled in: {{n}} of {{of}}',
    },
  },
} as const;
