import type { Words } from '../words.ts';

export const undo: Words['undo'] = {
  create: '{{kind}} added: {{name}}',
  update: '{{kind}} changed: {{name}}',
  remove: '{{kind}} removed: {{name}}',
  special: {
    'membership.move': '{{name}} to {{to}}',
    'layer.move': 'layer moved: {{name}}',
    'unit.move': 'team moved: {{name}}',
    'diagram.move': 'place in the system diagram',
    'structure.create': 'added layers and teams: {{name}}',
    'structure.link': 'added people: {{name}}',
    'view.move': 'moved view: {{name}}',
    'case.update': 'case description changed',
    'case.move': 'part of the case description moved',
    'person.import': 'imported: people (lines: {{count}})',
    'organisation.import': 'imported: organisations (lines: {{count}})',
    'membership.import': 'imported: memberships (lines: {{count}})',
    'relation.import': 'imported: relations (lines: {{count}})',
    'network.import': 'network imported (lines: {{count}})',
    'entity.update': 'changed rows: {{count}}',
    'person.link': 'merged into {{name}}',
    'organisation.link': 'merged into {{name}}',
    'person.unlink': '{{name}} and {{other}}: not the same',
    'organisation.unlink': '{{name}} and {{other}}: not the same',
    'portfolio.update': 'portfolio renamed: {{name}}',
  },
};
