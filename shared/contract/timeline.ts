/** Everything of a network that has a date, and how much has none. */
import { z } from 'zod';
import { orientations, papers } from '../diagram/sheet.ts';
import { nameStyles } from '../domain/display-name.ts';
import { idOf } from '../domain/id.ts';
import { day, job, query, title } from './operation.ts';
import { datedRow, named, namedKind } from './rows.ts';

/** What can stand on the timeline, in the order of the legend. */
export const timelineKinds = ['phase', 'meeting', 'membership', 'yield', 'spread', 'embedding'] as const;
/** What can be shown or left out: memberships as the bars of people, and as who came and went. */
export const timelineParts = ['phase', 'meeting', 'change', 'people', 'yield', 'spread', 'embedding'] as const;
export type TimelinePart = (typeof timelineParts)[number];
/** The lane of what was made, how it spread and what stays of it. */
export const YIELDS_LANE = 'yields';

const timelineRow = namedKind.extend({
  kind: z.enum(timelineKinds),
  /** Kind of meeting, cycle of a phase, roles of a member, form of a yield, manner of a step, way in which it stays; in words. */
  what: z.string(),
  /** Teams, layer or network in whose lane it stands; `yields` is that of what was made. */
  lanes: z.array(z.string()),
  /** Whose membership it is, or who carried a step. */
  person: named.nullable(),
  /** The yield of a step, what stays in some way, the organisation of a phase, the yield that a version replaces. */
  of: named.nullable(),
  /** Of a phase. */
  round: z.int().nullable(),
  version: z.string().nullable(),
  fundedUntil: z.string().nullable(),
  ...datedRow,
});

const span = {
  networkId: idOf('network'),
  at: day,
  /** First and last day that is asked, such as a school year; without them all that has a date. */
  from: day.optional(),
  until: day.optional(),
  names: z.enum(nameStyles).optional(),
};

export const timeline = {
  'timeline.list': query({
    about:
      'Meetings, memberships, phases, yields, spread and embeddings of a network with their dates, in its lanes; what has no date apart; and in which phase each stands on the day.',
    input: z.strictObject(span),
    output: z.object({
      network: named.extend({ code: z.string() }),
      at: z.string(),
      /** First and last known day of all that has a date, whatever was asked; null where nothing has one. */
      first: z.string().nullable(),
      last: z.string().nullable(),
      /** The network, its layers and its teams, in the order of the system diagram. */
      lanes: z.array(namedKind),
      rows: z.array(timelineRow),
      undated: z.array(timelineRow),
      /** Of every kind how many there are, and how many have no date at all. */
      counts: z.array(z.object({ kind: z.enum(timelineKinds), of: z.int(), missing: z.int() })),
      /** The network, each team that is there, and each team with an organisation: its phases on the day; none where none is noted. */
      stands: z.array(
        z.object({
          entity: namedKind,
          organisation: named.nullable(),
          phases: z.array(named.extend({ cycle: z.string(), round: z.int().nullable(), ...datedRow })),
        }),
      ),
    }),
  }),
  'timeline.export': job({
    about: 'The timeline of a network as SVG, PDF or PNG, with the day, the legend and what has no date.',
    input: z.strictObject({
      ...span,
      /** What to show; without it all but the bars of people. */
      parts: z.array(z.enum(timelineParts)).optional(),
      /** Lanes to fold to counts, and lanes to open; of the others Schakel chooses. */
      folded: z.array(z.string().max(64)).optional(),
      unfolded: z.array(z.string().max(64)).optional(),
      /** Own words above it, and below it where it comes from. */
      title: title.optional(),
      source: title.optional(),
      theme: z.enum(['light', 'dark']).optional(),
      paper: z.enum(papers).optional(),
      orientation: z.enum(orientations).optional(),
      format: z.enum(['svg', 'pdf', 'png']),
      to: z.string(),
    }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
} as const;
