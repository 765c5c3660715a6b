/** Saved views of the system diagram, and the free notes on them. */
import { z } from 'zod';
import { nameStyles } from '../domain/display-name.ts';
import { idOf } from '../domain/id.ts';
import { crud } from './crud.ts';
import { fields } from './fields.ts';
import { command, day, query, wholeNumber } from './operation.ts';
import { named } from './rows.ts';

const note = fields.viewNote.extend({ id: z.string() });

export const drawing = {
  'structure.list': query({
    about: 'People who sit in no team of the network on a day: who is in it as a whole, and who is in no network at all.',
    /** Called as in the drawing beside which they stand. */
    input: z.strictObject({ networkId: idOf('network'), at: day, names: z.enum(nameStyles).optional() }),
    output: z.object({ rows: z.array(named) }),
  }),
  ...crud('view', 'saved view of the system diagram'),
  'view.list': query({
    about: 'Saved views of the system diagram of a network in their order, with the notes on them.',
    input: z.strictObject({ networkId: idOf('network') }),
    output: z.object({ rows: z.array(fields.view.extend({ id: z.string(), notes: z.array(note) })) }),
  }),
  'view.move': command({
    about: 'Puts a saved view in another place in the order, which is that of the slides.',
    input: z.strictObject({ id: idOf('view'), position: wholeNumber }),
    output: z.strictObject({}),
  }),
  ...crud('viewNote', 'note, arrow or frame on a saved view'),
} as const;
