/** In from Excel, text and contacts, and out to Excel and text. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { lineStates, questionKinds } from '../exchange/plan.ts';
import { csvPresets } from '../exchange/table.ts';
import { caseNames } from './case.ts';
import { day, job } from './operation.ts';

const said = z.record(z.string(), z.union([z.string(), z.number()]));
const counts = z.record(z.enum(lineStates), z.int());

const from = {
  /** A ticket to open; on the command line a path, or `-` for standard input. */
  from: z.string().max(4000).optional(),
  /** Or what was pasted. */
  text: z.string().max(3_000_000, 'long').optional(),
  /** Without it nothing is written: it is what would be done. */
  apply: z.boolean().optional(),
  /** By question: `new`, `skip`, or the id of a record. */
  answers: z.record(z.string(), z.string()).optional(),
};

const outcome = {
  notes: z.array(z.object({ note: z.string(), params: said })),
  /** Lines by what happens to them. */
  counts,
  /** New and changed records by kind. */
  records: z.array(z.object({ kind: z.string(), new: z.int(), changed: z.int() })),
  lines: z.array(
    z.object({
      sheet: z.string(),
      line: z.int(),
      name: z.string(),
      kind: z.string(),
      state: z.enum(lineStates),
      changes: z.array(
        z.object({ kind: z.string(), name: z.string(), field: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() }),
      ),
      remarks: z.array(z.string()),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.enum(questionKinds),
      kind: z.string(),
      name: z.string(),
      lines: z.array(z.int()),
      choices: z.array(z.object({ value: z.string(), name: z.string(), about: z.string() })),
    }),
  ),
  applied: z.boolean(),
};

const list = (about: string) =>
  job({
    about,
    writes: true,
    input: z.strictObject({
      ...from,
      /** Where names of teams are looked up, and people and organisations come to. */
      networkId: idOf('network').optional(),
      sheet: z.string().max(200).optional(),
      header: z.boolean().optional(),
      /** What each column means, by its number from 0; null leaves it out. */
      columns: z.record(z.string(), z.string().nullable()).optional(),
      /** Who or what has no place in the network yet gets one. */
      join: z.boolean().optional(),
    }),
    output: z.object({
      ...outcome,
      sheets: z.array(z.string()),
      sheet: z.string(),
      header: z.boolean(),
      columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), slot: z.string().nullable() })),
    }),
  });

const file = { to: z.string(), format: z.enum(['xlsx', 'csv']), preset: z.enum(csvPresets).optional(), names: z.enum(caseNames).optional() };
const made = z.object({ name: z.string(), bytes: z.int(), rows: z.int() });

const table = (about: string) =>
  job({
    about,
    input: z.strictObject({
      ...file,
      networkId: idOf('network').optional(),
      /** Only what is there on this day, or perhaps is. */
      at: day.optional(),
      /** Nothing but the headers, with what belongs under them. */
      template: z.boolean().optional(),
    }),
    output: made,
  });

export const exchange = {
  'person.import': list('Reads people, where they work and in which team they are, from a workbook, text or contacts.'),
  'organisation.import': list('Reads organisations from a workbook or text.'),
  'membership.import': list('Reads who is in which team from a workbook or text.'),
  'relation.import': list('Reads relations from a workbook or text.'),
  'network.import': job({
    about: 'Reads a workbook with a sheet per kind of record, as network.export writes it.',
    writes: true,
    input: z.strictObject(from),
    output: z.object(outcome),
  }),
  'person.export': table('People, with where they work.'),
  'organisation.export': table('Organisations.'),
  'membership.export': table('Who is in which team.'),
  'relation.export': table('Relations.'),
  'seat.export': table('Seats.'),
  'rhythm.export': table('Rhythms.'),
  'unit.export': table('Teams.'),
  'network.export': job({
    about: 'A network with everything in it as a workbook with a sheet per kind of record, that can be imported again without loss.',
    input: z.strictObject({
      to: z.string(),
      format: z.enum(['xlsx']),
      networkId: idOf('network').optional(),
      names: z.enum(caseNames).optional(),
      template: z.boolean().optional(),
    }),
    output: made,
  }),
} as const;
