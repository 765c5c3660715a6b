/** What comes of the work, how good it is, where it went and what stays (model.md 4), and the register of activities. */
import { z } from 'zod';
import { orientations, papers } from '../diagram/sheet.ts';
import { nameStyles } from '../domain/display-name.ts';
import { idOf } from '../domain/id.ts';
import { distances, spreadManners, standings } from '../domain/lists.ts';
import { csvPresets } from '../exchange/table.ts';
import { caseNames } from './case.ts';
import { crud } from './crud.ts';
import { day, job, query, title } from './operation.ts';
import { datedRow, figureRow, named, namedKind } from './rows.ts';

export const activityTableFormats = ['xlsx', 'csv', 'docx'] as const;
/** The timeline of the register. */
export const activityPictureFormats = ['pdf', 'svg', 'png'] as const;

const score = z.int().nullable();
export const scores = {
  visibility: score,
  accessibility: score,
  usability: score,
  transferValue: score,
  portability: score,
  adaptivity: score,
};
/** A place that it came from or went to; of a team, person or organisation with the kind of organisation that it is of. */
const spreadEnd = namedKind.extend({ organisationKind: z.string().nullable() });
const spreadRow = z.object({
  id: z.string(),
  object: named,
  from: spreadEnd.nullable(),
  to: spreadEnd.nullable(),
  audience: z.string().nullable(),
  how: z.enum(spreadManners),
  /** What follows from whence and whither, or what was said instead; null is not known. */
  distance: z.enum(distances).nullable(),
  derived: z.enum(distances).nullable(),
  distanceReason: z.string().nullable(),
  channel: named.nullable(),
  meeting: named.nullable(),
  carriedBy: named.nullable(),
  note: z.string().nullable(),
  ...datedRow,
  reach: z.array(figureRow),
});

export const yields = {
  ...crud('yield', 'yield: a product or a development'),
  'yield.list': query({
    about: 'Yields of a network as of a day, with their newest scores, how far they came and what of them stays.',
    input: z.strictObject({ networkId: idOf('network'), at: day }),
    output: z.object({
      rows: z.array(
        named.extend({
          type: z.string(),
          form: z.string(),
          nature: z.string().nullable(),
          level: z.string().nullable(),
          isBoundaryObject: z.boolean(),
          followed: z.boolean(),
          version: z.string().nullable(),
          expectedBy: z.string().nullable(),
          link: z.string().nullable(),
          makers: z.array(namedKind),
          layer: named.nullable(),
          ...datedRow,
          /** The newest score. */
          quality: z.object({ date: z.string().nullable(), ...scores }).nullable(),
          /** Steps that were taken up to the day, surely or perhaps. */
          steps: z.int(),
          farthest: z.enum(distances).nullable(),
          embedded: z.int(),
        }),
      ),
    }),
  }),
  'yield.measure': query({
    about: 'How a yield spread up to a day, and what of it stays; every number says of how many, and what is not known is counted apart.',
    input: z.strictObject({ id: idOf('yield'), at: day }),
    output: z.object({
      steps: z.int(),
      /** Steps of which it is not sure that they were taken by then. */
      perhaps: z.int(),
      /** The least and the most, added up over the steps with a total; `missing` have no figure, and figures per something (a video) stand apart. */
      reach: z.object({ low: z.number(), high: z.number(), of: z.int(), added: z.int(), missing: z.int(), apart: z.int() }),
      farthest: z.enum(distances).nullable(),
      /** How many of the rings outside the own team a step came to. */
      rings: z.int(),
      /** Steps of which the distance is not known. */
      distanceMissing: z.int(),
      /** Whole months from when it was made to the first step outside its own team, the least and the most; null where a date misses. */
      monthsToOutside: z.object({ low: z.int(), high: z.int() }).nullable(),
      /** Adapted, made anew or inspired by it, against all steps. */
      adapted: z.int(),
      /** Null where it is not known of every step how far it went. */
      neverLeft: z.boolean().nullable(),
      /** Ways in which it stands on the day, surely or perhaps; what was dropped is counted apart. */
      embedded: z.int(),
      dropped: z.int(),
      /** The farthest date until which money was promised; null where none is known. */
      fundedUntil: z.string().nullable(),
    }),
  }),
  ...crud('quality', 'score of a yield'),
  'quality.list': query({
    about: 'The scores of a yield, oldest first.',
    input: z.strictObject({ yieldId: idOf('yield') }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), date: z.string().nullable(), by: namedKind.nullable(), note: z.string().nullable(), ...scores })),
    }),
  }),
  ...crud('spread', 'step of a yield from one place to another'),
  'spread.list': query({
    about: 'The steps in which the yields of a network, or one of them, spread; planned and cancelled ones too, each with its presence on the day.',
    input: z.strictObject({
      networkId: idOf('network').optional(),
      yieldId: idOf('yield').optional(),
      meetingId: idOf('meeting').optional(),
      /** Steps to a place and from it; also those of what it made itself of which nobody said from where they went. */
      placeId: idOf('unit', 'organisation', 'person', 'network').optional(),
      at: day,
    }),
    output: z.object({ rows: z.array(spreadRow) }),
  }),
  'spread.measure': query({
    about: 'How far a place is from where a yield was made, as far as can be told; null is not known.',
    input: z.strictObject({
      yieldId: idOf('yield'),
      fromId: idOf('unit', 'organisation', 'person', 'network').nullable(),
      toId: idOf('unit', 'organisation', 'person', 'network'),
    }),
    output: z.object({ derived: z.enum(distances).nullable() }),
  }),
  'spread.export': job({
    about:
      'The olievlek of a yield as SVG, PDF or PNG as of a day, with one route lit where asked for; or its chain from meeting to what is still there after the funding.',
    input: z.strictObject({
      yieldId: idOf('yield'),
      at: day,
      what: z.enum(['rings', 'chain']).optional(),
      /** Id of a place that it went to, or `audience:` and its words. */
      route: z.string().optional(),
      theme: z.enum(['light', 'dark']).optional(),
      names: z.enum(nameStyles).optional(),
      paper: z.enum(papers).optional(),
      orientation: z.enum(orientations).optional(),
      format: z.enum(['svg', 'pdf', 'png']),
      to: z.string(),
    }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
  ...crud('embedding', 'way in which something stays'),
  'embedding.list': query({
    about: 'What of a network became policy, curriculum, rostered time, budget, job profile or part of the quality cycle.',
    input: z.strictObject({ networkId: idOf('network').optional(), entityId: idOf('yield', 'role', 'rhythm', 'unit').optional(), at: day }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          entity: namedKind,
          form: z.string(),
          organisation: namedKind.nullable(),
          fundedUntil: z.string().nullable(),
          note: z.string().nullable(),
          ...datedRow,
        }),
      ),
    }),
  }),
  'activity.list': query({
    about: 'The register of activities: meetings that are open to others and products, by pillar, in the order of their date.',
    input: z.strictObject({ networkId: idOf('network') }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          of: z.enum(['meeting', 'yield']),
          name: z.string(),
          kind: z.string(),
          description: z.string().nullable(),
          layer: named.nullable(),
          targetGroups: z.array(z.string()),
          carriedOutBy: z.array(z.string()),
          standing: z.enum(standings),
          start: z.string().nullable(),
          end: z.string().nullable(),
          reach: z.array(figureRow),
          mark: z.array(figureRow),
        }),
      ),
    }),
  }),
  'activity.export': job({
    about:
      'The register of activities as a table in the shape of an appendix, by pillar, with what is missing counted; or its timeline as a picture (pdf, svg, png), with how many have no date.',
    input: z.strictObject({
      to: z.string(),
      networkId: idOf('network'),
      format: z.enum([...activityTableFormats, ...activityPictureFormats]),
      preset: z.enum(csvPresets).optional(),
      names: z.enum(caseNames).optional(),
      /** Also what is intended or planned, or did not come about; without it only what was carried out. */
      planned: z.boolean().optional(),
      /** Only those of one pillar or layer, null of none; and only those of one kind. */
      layerId: idOf('layer').nullable().optional(),
      kind: z.strictObject({ of: z.enum(['meeting', 'yield']), kind: z.string().max(64) }).optional(),
      /** Of a picture: own words above it, and below it where it comes from. */
      title: title.optional(),
      source: title.optional(),
      theme: z.enum(['light', 'dark']).optional(),
      paper: z.enum(papers).optional(),
      orientation: z.enum(orientations).optional(),
    }),
    output: z.object({
      name: z.string(),
      bytes: z.int(),
      /** Activities that it is about. */
      rows: z.int(),
      /** Of a picture: how many of them are drawn, and how many have no date. */
      drawn: z.int().optional(),
      undated: z.int().optional(),
    }),
  }),
} as const;
