/** The start of a network: layers, teams and relations from a template, or as another network has them. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { templateKeys } from '../domain/templates.ts';
import { command, day, title } from './operation.ts';

export const structure = {
  'structure.create': command({
    about:
      'Gives a network layers, teams and relations from a template, or those of another network with its seats and rhythms; never people or dates. ' +
      'What the network has already stays. All of it is there since some time up to the day (today, unless given).',
    input: z.strictObject({ networkId: idOf('network'), from: z.union([z.enum(templateKeys), idOf('network')]), at: day.optional() }),
    output: z.object({ layers: z.int(), units: z.int(), relations: z.int(), seats: z.int(), rhythms: z.int() }),
  }),
  'structure.link': command({
    about: 'Puts people in a network as a whole by name, one name each: who is in the portfolio under that name is taken, the rest is made.',
    input: z.strictObject({ networkId: idOf('network'), names: z.array(title).min(1, 'empty').max(1000, 'long'), at: day.optional() }),
    output: z.object({ made: z.int(), known: z.int(), alreadyThere: z.int() }),
  }),
} as const;
