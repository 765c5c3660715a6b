/** The file of a yield: small ones are kept in the portfolio itself. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { fileSorts } from '../domain/lists.ts';
import { command, job, line, nothing, query } from './operation.ts';

/** Megabytes; what is larger stays where it is, and a link says where that is. */
export const MOST_ATTACHED = 10;

/** `whole`, or what is wrong: its bytes are not here (it did not come along with a copy), or are not what they were. */
export const attachmentStates = ['whole', 'missing', 'damaged'] as const;

export const attachment = {
  'attachment.get': query({
    about: 'The file that is kept with a yield: what it is called, what it is and whether it is whole; null where there is none.',
    input: z.strictObject({ yieldId: idOf('yield') }),
    output: z.object({
      file: z.object({ name: z.string(), sort: z.enum(fileSorts), bytes: z.int().nullable(), state: z.enum(attachmentStates) }).nullable(),
    }),
  }),
  'attachment.import': job({
    about:
      'Keeps a file with a yield, in the place of the one that it had. Programs are refused; a file that is not what its name says is asked about.',
    writes: true,
    input: z.strictObject({
      yieldId: idOf('yield'),
      /** A ticket to open; on the command line a path, or `-` for standard input. */
      from: z.string().max(4000),
      /** What it is called, in the place of its own name. */
      name: line(200).optional(),
      /** Keeps what is not what its name says, under a name that says what it is. */
      anyway: z.boolean().optional(),
    }),
    output: z.object({ name: z.string(), sort: z.enum(fileSorts), bytes: z.int(), applied: z.boolean() }),
  }),
  'attachment.unlink': command({
    about: 'Takes the file away from a yield; undo brings it back.',
    input: z.strictObject({ yieldId: idOf('yield') }),
    output: nothing,
  }),
  'attachment.export': job({
    about: 'The file of a yield as it was kept.',
    input: z.strictObject({ yieldId: idOf('yield'), to: z.string(), format: z.enum(['file']) }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
} as const;
