/** The register of activities as a drawing: the timeline on the screen and in a file. */
export const activityDrawing = {
  title: 'Activities of {{name}}',
  years: '{{from}} – {{to}}',
  drawn: 'Drawn: {{drawn}} of the {{of}} activities.',
  undated: 'Without a date, so not drawn: {{n}} ({{names}}).',
  undatedMore: 'Without a date, so not drawn: {{n}} ({{names}} and {{more}} more).',
  tooMany: 'Too many to draw: {{n}} with a date are not in it. Choose a pillar or a kind.',
  choice: 'Only: {{what}}',
  drawing: 'Timeline of the activities.',
  howTo: 'The arrows go along the rows, Enter opens one.',
  shapes: { meeting: 'meeting', video: 'video', publication: 'publication or other product' },
  hollow: 'not carried out',
  sure: 'surely in this time',
  unsure: 'somewhere in this time',
  openBefore: 'not known when it began',
  open: 'not known when it ended',
} as const;
