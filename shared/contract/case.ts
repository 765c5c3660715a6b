/** The case description of a network for a research year. */
import { z } from 'zod';
import { isEditorDocument } from '../case/editor-json.ts';
import { idOf } from '../domain/id.ts';
import { command, day, job, query } from './operation.ts';

export const caseParts = ['introduction', 'network', 'participants', 'activities', 'yields'] as const;
export const caseNames = ['role', 'pseudonym', 'name'] as const;
export const caseFormats = ['docx', 'md', 'html'] as const;
export const caseBlocks = [
  'facts',
  'diagram',
  'units',
  'people',
  'time',
  'bridges',
  'turnover',
  'rhythms',
  'purposes',
  'meetings',
  'phases',
  'yields',
  'rings',
  'spread',
  'embeddings',
] as const;

const caseKey = { networkId: idOf('network'), researchYearId: idOf('researchYear') };
const cell = z.string();
/** A block made from the data: a table, or a drawing. */
export const dataBlock = z.object({
  block: z.enum(caseBlocks),
  title: z.string(),
  at: z.string(),
  header: z.array(cell),
  rows: z.array(z.array(cell)),
  /** How many it is about, how many are missing. */
  note: z.string().nullable(),
});

export const caseDescription = {
  'case.get': query({
    about: 'The case description of a network for a research year: its parts in their order, with own text and the blocks from the data.',
    input: z.strictObject({ ...caseKey, at: day.optional() }),
    output: z.object({
      at: z.string(),
      status: z.string(),
      names: z.enum(caseNames),
      network: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      year: z.object({ id: z.string(), name: z.string() }),
      parts: z.array(z.object({ part: z.enum(caseParts), body: z.unknown(), blocks: z.array(dataBlock) })),
    }),
  }),
  'case.update': command({
    about: 'Writes the text of a part, or how people are called.',
    input: z.strictObject({
      ...caseKey,
      part: z.enum(caseParts).optional(),
      body: z.unknown().refine(isEditorDocument).optional(),
      names: z.enum(caseNames).optional(),
    }),
    output: z.strictObject({}),
    merge: (input) => `case:${input.networkId}:${input.researchYearId}:${input.part ?? 'names'}`,
  }),
  'case.move': command({
    about: 'Puts a part in another place in the order.',
    input: z.strictObject({ ...caseKey, part: z.enum(caseParts), position: z.int().min(0).max(4) }),
    output: z.strictObject({}),
  }),
  'case.export': job({
    about: 'The case description as a Word, Markdown or HTML file.',
    input: z.strictObject({ ...caseKey, at: day.optional(), format: z.enum(caseFormats), names: z.enum(caseNames).optional(), to: z.string() }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
} as const;
