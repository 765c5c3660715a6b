/** The study, its research years and its plan of collection. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { crud } from './crud.ts';
import { nothing, query } from './operation.ts';

export const study = {
  ...crud('study', 'study'),
  ...crud('researchYear', 'research year'),
  ...crud('collectionItem', 'line of the plan of collection'),
  'study.list': query({
    about: 'Studies with their research years.',
    input: nothing,
    output: z.object({
      studies: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          question: z.string().nullable(),
          note: z.string().nullable(),
          years: z.array(
            z.object({
              id: z.string(),
              number: z.int(),
              name: z.string(),
              start: z.string(),
              end: z.string(),
              focus: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  'collectionItem.list': query({
    about: 'The plan of collection of a research year: instrument by network, how many planned and done.',
    input: z.strictObject({ researchYearId: idOf('researchYear') }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          networkId: z.string(),
          networkCode: z.string(),
          networkName: z.string(),
          instrument: z.string(),
          planned: z.int().nullable(),
          done: z.int().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const;
