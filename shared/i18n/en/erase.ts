import type { Words } from '../words.ts';

export const erase: Words['erase'] = {
  action: 'Erase for good',
  title: 'Erase {{name}} for good?',
  goes: 'Everything about this person goes: from the portfolio, from its history and from the backups. Also {{what}}.',
  alone: 'Everything about this person goes: from the portfolio, from its history and from the backups.',
  forGood: 'You cannot undo this. What you did earlier can no longer be undone either.',
  stays:
    'Does the name also stand in a text, such as a note? Take it away there first (find it with Ctrl K), then the history forgets it too. Earlier backups keep their texts. Schakel erases nothing in files that you saved or sent.',
  sure: 'Type the name to be sure',
  done: 'Erased for good.',
  doneWithCopies: { one: 'Erased for good, also from {{count}} backup.', other: 'Erased for good, also from {{count}} backups.' },
  still: { one: 'The name still stands in {{count}} place', other: 'The name still stands in {{count}} places' },
  stillText: 'Take the name away there yourself. Click to open it.',
  atLeast: 'These are the first {{count}}; there are more.',
};
