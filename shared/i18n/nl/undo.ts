/** The words on the undo and redo buttons and in the list of steps: what was done. `kind` is a word of `lists.entityKind`. */
export const undo = {
  create: '{{kind}} toegevoegd: {{name}}',
  update: '{{kind}} gewijzigd: {{name}}',
  remove: '{{kind}} verwijderd: {{name}}',
  special: {
    'membership.move': '{{name}} naar {{to}}',
    'layer.move': 'laag verplaatst: {{name}}',
    'unit.move': 'team verplaatst: {{name}}',
    'diagram.move': 'plek in het systeemplaatje',
    'structure.create': 'lagen en teams toegevoegd: {{name}}',
    'person.link': 'mensen toegevoegd: {{name}}',
    'view.move': 'weergave verplaatst: {{name}}',
    'case.update': 'casebeschrijving gewijzigd',
    'case.move': 'deel van de casebeschrijving verplaatst',
    'person.import': 'geïmporteerd: personen ({{count}} regels)',
    'organisation.import': 'geïmporteerd: organisaties ({{count}} regels)',
    'membership.import': 'geïmporteerd: deelnames ({{count}} regels)',
    'relation.import': 'geïmporteerd: relaties ({{count}} regels)',
    'network.import': 'netwerk geïmporteerd ({{count}} regels)',
    'portfolio.update': 'portfolio hernoemd: {{name}}',
  },
} as const;
