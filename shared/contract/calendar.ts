/** Meetings in from a calendar file and out to one, and meetings that belong to a series. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { standings } from '../domain/lists.ts';
import { lineStates } from '../exchange/plan.ts';
import { day, job } from './operation.ts';
import { named } from './rows.ts';

const choice = z.strictObject({
  /** Whether it comes in. */
  take: z.boolean().optional(),
  /** Of which teams it is. */
  units: z.array(idOf('unit')).max(50).optional(),
});

const time = z.object({
  key: z.string(),
  name: z.string(),
  place: z.string().nullable(),
  day: z.string(),
  lastDay: z.string().nullable(),
  time: z.string().nullable(),
  minutes: z.int().nullable(),
  standing: z.enum(standings),
  state: z.enum(lineStates),
  /** The meeting that is there for it. */
  meetingId: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  excused: z.array(named),
  remarks: z.array(z.string()),
});

export const calendar = {
  'calendar.import': job({
    about: 'Reads meetings from a calendar file (.ics); without apply it only tells what would happen.',
    writes: true,
    input: z.strictObject({
      networkId: idOf('network'),
      /** A ticket to open; on the command line a path, or `-` for standard input. */
      from: z.string().max(4000).optional(),
      /** Or the text of the file. */
      text: z.string().max(3_000_000, 'long').optional(),
      apply: z.boolean().optional(),
      /** By the key of an event, or of one of its times. */
      choices: z.record(z.string().max(400), choice).optional(),
      /** Guests who said no are noted as excused; without it they are. */
      excused: z.boolean().optional(),
    }),
    output: z.object({
      notes: z.array(z.object({ note: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
      counts: z.record(z.enum(lineStates), z.int()),
      events: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          place: z.string().nullable(),
          units: z.array(named),
          /** Where the teams come from. */
          guess: z.enum(['chosen', 'before', 'title', 'people', 'none']),
          guests: z.array(z.object({ name: z.string(), mail: z.string().nullable(), person: named.nullable(), declined: z.boolean() })),
          isRefused: z.boolean(),
          remarks: z.array(z.string()),
          times: z.array(time),
        }),
      ),
      applied: z.boolean(),
    }),
  }),
  'calendar.export': job({
    about: 'The meetings of a network or a team as a calendar file (.ics): day, time, place, title and teams; people only where asked.',
    input: z.strictObject({
      networkId: idOf('network'),
      unitId: idOf('unit').optional(),
      /** Only from this day on. */
      from: day.optional(),
      /** With the names and addresses of who was marked. */
      people: z.boolean().optional(),
      to: z.string(),
      format: z.enum(['ics']),
    }),
    /** Meetings without an exact day are left out, and counted. */
    output: z.object({ name: z.string(), bytes: z.int(), meetings: z.int(), undated: z.int() }),
  }),
} as const;
