/** Meetings that belong together because they come again: the first of them is what the others point at. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { standings } from '../domain/lists.ts';
import { command, day, query } from './operation.ts';
import { named } from './rows.ts';

const count = z.object({ count: z.int() });

/** The most that one act plans ahead. */
export const MOST_REPEATS = 60;

export const series = {
  'series.list': query({
    about: 'The meetings of the series that a meeting is in, itself too, in the order of their date; of one that is in none, itself alone.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: z.object({
      rows: z.array(
        named.extend({
          start: z.string().nullable(),
          time: z.string().nullable(),
          place: z.string().nullable(),
          standing: z.enum(standings),
          /** Not before the meeting that was asked about. */
          isLater: z.boolean(),
        }),
      ),
    }),
  }),
  'series.create': command({
    about: 'Plans a meeting again every so many weeks, until a day or so many times; what was said there does not go along.',
    input: z.strictObject({
      meetingId: idOf('meeting'),
      everyWeeks: z.int().min(1).max(52),
      until: day.optional(),
      times: z.int().min(1).max(MOST_REPEATS).optional(),
    }),
    output: count,
  }),
  'series.update': command({
    about: 'Gives the later meetings of a series the teams, time, length and place of this one.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: count,
  }),
  'series.remove': command({
    about: 'Removes a meeting and the later ones of its series.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: count,
  }),
} as const;
