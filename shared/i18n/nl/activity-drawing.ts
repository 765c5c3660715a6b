/** Het register van activiteiten als tekening: de tijdlijn op het scherm en in een bestand. */
export const activityDrawing = {
  title: 'Activiteiten van {{name}}',
  years: '{{from}} – {{to}}',
  drawn: 'Getekend: {{drawn}} van de {{of}} activiteiten.',
  undated: 'Zonder datum, dus niet getekend: {{n}} ({{names}}).',
  undatedMore: 'Zonder datum, dus niet getekend: {{n}} ({{names}} en nog {{more}}).',
  tooMany: 'Te veel om te tekenen: {{n}} met een datum staan er niet in. Kies een pijler of een soort.',
  choice: 'Alleen: {{what}}',
  drawing: 'Tijdlijn van de activiteiten.',
  howTo: 'Met de pijltjes ga je langs de regels, Enter opent er een.',
  shapes: { meeting: 'bijeenkomst', video: 'video', publication: 'publicatie of ander product' },
  hollow: 'niet uitgevoerd',
  sure: 'zeker in deze tijd',
  unsure: 'ergens in deze tijd',
  openBefore: 'niet bekend wanneer het begon',
  open: 'niet bekend wanneer het ophield',
} as const;
