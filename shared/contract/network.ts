/** The network and its structure: layers, teams, rhythms, relations, seats. */
import { z } from 'zod';
import { colourModes } from '../diagram/model.ts';
import { orientations, papers } from '../diagram/sheet.ts';
import { nameStyles } from '../domain/display-name.ts';
import { idOf } from '../domain/id.ts';
import { crud } from './crud.ts';
import { command, day, job, query, title, wholeNumber } from './operation.ts';
import { count, datedRow, named, namedKind } from './rows.ts';

/**
 * rhythms that slip, actions overdue, yields without a score, memberships that end within 90 days, money that does, meetings of the school
 * year without a mark of who was there, memberships that nobody confirmed for a year; and memberships without a sure start, role or organisation.
 */
export const attentionPoints = [
  'rhythms',
  'actions',
  'unmarked',
  'unscored',
  'ending',
  'funding',
  'unconfirmed',
  'start',
  'role',
  'organisation',
] as const;
export const meetingHabits = ['none', 'before', 'lately'] as const;
/** Rhythms of which no meetings are kept, this school year or the one before, and teams of rhythms of which some are: nobody can say of them that they slip. */
export const unkept = z.object({ rhythms: z.int(), teams: z.int() });

const ofNetwork = z.strictObject({ networkId: idOf('network'), at: day });
const counts = z.object({ units: count, people: count, organisations: count, appointed: count });
const end = z.object({ entityId: z.string(), kind: z.string(), name: z.string(), roleId: z.string().nullable(), roleName: z.string().nullable() });

export const network = {
  ...crud('network', 'network'),
  'network.list': query({
    about: 'All networks with their counts as of a day; today when no day is given.',
    input: z.strictObject({ at: day.optional() }),
    output: z.object({
      at: z.string(),
      networks: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          name: z.string(),
          region: z.string().nullable(),
          sectors: z.array(z.string()),
          crossSector: z.boolean(),
          start: z.string().nullable(),
          status: z.string().nullable(),
          counts,
        }),
      ),
    }),
  }),
  'network.measure': query({
    about: 'What the overview of a network shows as of a day: counts, phases, rhythms, and who came and went this school year.',
    input: ofNetwork,
    output: z.object({
      counts,
      phases: z.array(named.extend({ ...datedRow, cycle: z.string() })),
      rhythms: z.array(named.extend({ ...datedRow, summary: z.string(), units: z.array(named) })),
      changes: z.array(
        z.object({ kind: z.enum(['joined', 'left']), personId: z.string(), name: z.string(), container: z.string(), date: z.string() }),
      ),
    }),
  }),
  'attention.list': query({
    about: 'What of a network asks for attention as of a day: what is late, ends soon, or is not known; each with how many, of how many, and which.',
    input: ofNetwork,
    output: z.object({
      /** Whether meetings of teams are kept: none up to the day, only before the last school year, or lately. */
      meetings: z.enum(meetingHabits),
      unkept,
      /** Whether anything of it was ever confirmed; where not, that nothing was confirmed for a year is no alarm. */
      isConfirmed: z.boolean(),
      /** All of them, in this order; those of which nothing asks for attention have a count of 0. */
      points: z.array(
        z.object({
          what: z.enum(attentionPoints),
          count: z.int(),
          of: z.int(),
          /** Records that it is about: rhythms, actions, yields, memberships, embeddings (or the network itself), meetings. */
          ids: z.array(z.string()),
        }),
      ),
      /** Places that nobody named: at least so many, and seats of which no number is known. */
      unnamedSeats: z.object({ seats: z.int(), min: z.int(), unknown: z.int() }),
    }),
  }),
  ...crud('networkLink', 'relation with another network'),
  'networkLink.list': query({
    about: 'Relations of a network with other networks.',
    input: ofNetwork,
    output: z.object({
      rows: z.array(z.object({ id: z.string(), kind: z.string(), from: named, to: named, note: z.string().nullable(), ...datedRow })),
    }),
  }),
  ...crud('principle', 'guiding principle or core concept'),
  'principle.list': query({
    about: 'Guiding principles and core concepts of a network.',
    input: ofNetwork,
    output: z.object({ rows: z.array(z.object({ id: z.string(), kind: z.string(), text: z.string(), ...datedRow })) }),
  }),
  ...crud('layer', 'layer'),
  'layer.move': command({
    about: 'Puts a layer in another place in the order.',
    input: z.strictObject({ id: idOf('layer'), position: wholeNumber }),
    output: z.strictObject({}),
  }),
  ...crud('unit', 'team or group'),
  'unit.list': query({
    about: 'Layers and teams of a network as of a day, with how many sit in each; ended ones when asked for.',
    input: ofNetwork.extend({ ended: z.boolean().optional() }),
    output: z.object({
      layers: z.array(z.object({ id: z.string(), name: z.string(), level: z.string().nullable(), note: z.string().nullable(), position: z.int() })),
      units: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          layerId: z.string().nullable(),
          parentId: z.string().nullable(),
          host: namedKind.nullable(),
          processes: z.array(z.string()),
          ring: z.string().nullable(),
          formal: z.boolean(),
          arm: z.string().nullable(),
          theme: z.string().nullable(),
          position: z.int(),
          people: count,
          /** Places that nobody named: at least so many, and seats of which no number is known. */
          unnamed: z.object({ min: z.int(), unknown: z.int() }),
          ...datedRow,
        }),
      ),
    }),
  }),
  'unit.move': command({
    about: 'Moves a team into another layer or team, or to another place among its neighbours.',
    input: z.strictObject({
      id: idOf('unit'),
      layerId: idOf('layer').nullable().optional(),
      parentId: idOf('unit').nullable().optional(),
      position: wholeNumber,
    }),
    output: z.strictObject({}),
  }),
  ...crud('rhythm', 'rhythm'),
  'rhythm.list': query({
    about: 'Rhythms of a network as of a day.',
    input: ofNetwork,
    output: z.object({
      rows: z.array(
        named.extend({
          ...datedRow,
          units: z.array(named),
          roles: z.array(named),
          timesMin: z.int().nullable(),
          timesMax: z.int().nullable(),
          everyWeeks: z.int().nullable(),
          about: z.boolean(),
          minutes: z.int().nullable(),
          place: z.string().nullable(),
        }),
      ),
    }),
  }),
  ...crud('phase', 'phase'),
  'phase.list': query({
    about: 'Phases of a network and its teams.',
    input: ofNetwork,
    output: z.object({ rows: z.array(named.extend({ entity: namedKind, cycle: z.string(), round: z.int().nullable(), ...datedRow })) }),
  }),
  ...crud('relation', 'relation'),
  'relation.list': query({
    about: 'Relations of a network as of a day.',
    input: ofNetwork.extend({ ended: z.boolean().optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          from: z.array(end),
          to: z.array(end),
          fromMode: z.string(),
          toMode: z.string(),
          mutual: z.boolean(),
          strength: z.int().nullable(),
          note: z.string().nullable(),
          ...datedRow,
        }),
      ),
    }),
  }),
  ...crud('seat', 'seat'),
  'seat.list': query({
    about: 'Seats of a network and its teams as of a day, with how many are filled.',
    input: ofNetwork,
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          container: namedKind,
          role: named.nullable(),
          organisation: named.nullable(),
          organisationKind: z.string().nullable(),
          min: z.int().nullable(),
          max: z.int().nullable(),
          about: z.boolean(),
          label: z.string().nullable(),
          filled: z.int(),
          ...datedRow,
        }),
      ),
    }),
  }),

  'diagram.get': query({
    about: 'Everything that the system diagram of a network is drawn from, as of a day.',
    input: ofNetwork.extend({
      /** Also who sat there before. */
      ended: z.boolean().optional(),
      /** Also what was planned for the day and lapsed. */
      plan: z.boolean().optional(),
      /** All that was ever recorded. */
      ever: z.boolean().optional(),
      names: z.enum(nameStyles).optional(),
    }),
    output: z.custom<import('../diagram/model.ts').DiagramModel>((value) => typeof value === 'object'),
  }),
  'diagram.list': query({
    about: 'The days on which something in the system diagram of a network begins or is over for the first time.',
    input: z.strictObject({ networkId: idOf('network') }),
    output: z.object({ days: z.array(z.string()) }),
  }),
  'diagram.move': command({
    about: 'Keeps a place in the drawing: of a person or seat in its team.',
    input: z.strictObject({ containerId: idOf(), itemId: idOf(), slot: wholeNumber }),
    output: z.strictObject({}),
  }),
  'diagram.export': job({
    about:
      'The system diagram of a network as SVG, PDF or PNG, as of a day or two days compared, on a sheet with words of your own; with a saved view as that shows it, where nothing else is said, and with its notes.',
    input: ofNetwork.extend({
      ended: z.boolean().optional(),
      colour: z.enum(colourModes).optional(),
      theme: z.enum(['light', 'dark']).optional(),
      folded: z.array(idOf()).optional(),
      hidden: z.array(z.string()).optional(),
      focusId: idOf().nullable().optional(),
      focusSteps: z.int().min(1).max(5).optional(),
      viewId: idOf('view').nullable().optional(),
      names: z.enum(nameStyles).optional(),
      /** Another day, or `plan` for what is planned beside what is fact; null is nothing, whatever the view keeps. */
      compare: z
        .union([day, z.literal('plan')])
        .nullable()
        .optional(),
      /** Without it a PDF takes the smallest paper that can be read, and other files only the drawing. */
      paper: z.enum(papers).optional(),
      orientation: z.enum(orientations).optional(),
      title: title.optional(),
      date: z.boolean().optional(),
      legend: z.boolean().optional(),
      source: title.optional(),
      relations: z.boolean().optional(),
      /** Of a PNG: pixels across, or dots per inch on its paper. */
      width: z.int().min(100).max(30_000).optional(),
      dpi: z.int().min(36).max(1200).optional(),
      format: z.enum(['svg', 'pdf', 'png']),
      to: z.string(),
    }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
} as const;
