/** People, organisations, roles, and who takes part in what. */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { crud } from './crud.ts';
import { action, command, day, edtf, query } from './operation.ts';
import { count, datedRow, named, namedKind, presence } from './rows.ts';

const membershipRow = z.object({
  id: z.string(),
  personId: z.string(),
  person: z.string(),
  container: namedKind,
  network: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  organisation: namedKind.nullable(),
  roles: z.array(named),
  appointed: z.boolean(),
  intensity: z.string().nullable(),
  hoursPerWeek: z.number().nullable(),
  ...datedRow,
});

export const people = {
  ...crud('person', 'person'),
  'person.list': query({
    about: 'People of a network (or of the whole portfolio) as of a day: where they work, their roles, in how many teams they sit.',
    input: z.strictObject({ networkId: idOf('network').optional(), at: day, ended: z.boolean().optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          pseudonym: z.string().nullable(),
          mail: z.string().nullable(),
          phone: z.string().nullable(),
          education: z.string().nullable(),
          organisations: z.array(namedKind),
          roles: z.array(named),
          /** Teams as of the day. */
          places: count,
          appointed: z.boolean(),
          start: z.string().nullable(),
          end: z.string().nullable(),
          presence,
        }),
      ),
      /** Everyone ever in the network, so that a list can say 'n of N'. */
      total: z.int(),
    }),
  }),
  'person.measure': query({
    about: 'One person: where they sit and work, and which teams they link, as of a day.',
    input: z.strictObject({ id: idOf('person'), at: day }),
    output: z.object({
      memberships: z.array(membershipRow),
      employments: z.array(
        z.object({
          id: z.string(),
          organisation: namedKind.nullable(),
          function: z.string().nullable(),
          start: z.string().nullable(),
          end: z.string().nullable(),
          presence,
        }),
      ),
      links: z.array(z.object({ unit: named, layer: z.string().nullable() })),
    }),
  }),
  'erasure.create': action({
    about: 'Erases a person for good: records, change log and backups. Undo does not reach over it.',
    input: z.strictObject({ personId: idOf('person') }),
    output: z.object({ records: z.int(), backups: z.int() }),
  }),
  ...crud('employment', 'employment'),
  ...crud('role', 'role'),
  'role.list': query({
    about: 'The catalogue of roles, with how many people have each as of a day.',
    input: z.strictObject({ networkId: idOf('network').optional(), at: day }),
    output: z.object({
      rows: z.array(named.extend({ family: z.string().nullable(), bridges: z.boolean(), people: count, profile: z.boolean() })),
    }),
  }),
  ...crud('roleProfile', 'role profile'),
  'roleProfile.list': query({
    about: 'Role profiles of a network.',
    input: z.strictObject({ networkId: idOf('network') }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), role: named, tasks: z.string().nullable(), responsibilities: z.string().nullable() })),
    }),
  }),
  ...crud('membership', 'membership'),
  'membership.list': query({
    about: 'Who sits in a team or in the network as a whole as of a day, or in all of a network; ended ones when asked for.',
    input: z.strictObject({
      containerId: idOf('unit', 'network').optional(),
      networkId: idOf('network').optional(),
      at: day,
      ended: z.boolean().optional(),
    }),
    output: z.object({ rows: z.array(membershipRow) }),
  }),
  'membership.move': command({
    about: 'Someone goes from one team to another as of a date: the old membership ends, a new one starts with the same role and organisation.',
    input: z.strictObject({ id: idOf('membership'), containerId: idOf('unit', 'network'), from: edtf }),
    output: z.object({ id: z.string() }),
  }),
  ...crud('participation', 'participating organisation'),
  'participation.list': query({
    about: 'Organisations that take part in a network or team as of a day; or all that one organisation takes part in.',
    input: z.strictObject({
      containerId: idOf('unit', 'network').optional(),
      organisationId: idOf('organisation').optional(),
      at: day,
      ended: z.boolean().optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          organisation: namedKind,
          container: namedKind,
          capacities: z.array(z.string()),
          why: z.string().nullable(),
          ...datedRow,
        }),
      ),
    }),
  }),
  ...crud('organisation', 'organisation'),
  'organisation.list': query({
    about: 'Organisations of a network (or of the whole portfolio) as of a day.',
    input: z.strictObject({ networkId: idOf('network').optional(), at: day }),
    output: z.object({
      rows: z.array(
        namedKind.extend({
          sectors: z.array(z.string()),
          place: z.string().nullable(),
          brin: z.string().nullable(),
          countMin: z.int().nullable(),
          countMax: z.int().nullable(),
          countAbout: z.boolean(),
          people: count,
          takesPart: presence,
          hosts: z.array(named),
          partOf: z.array(named),
        }),
      ),
    }),
  }),
  ...crud('organisationLink', 'link between organisations'),
  'organisationLink.list': query({
    about: 'Links of an organisation with others.',
    input: z.strictObject({ organisationId: idOf('organisation') }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          from: namedKind,
          to: namedKind,
          note: z.string().nullable(),
          start: z.string().nullable(),
          end: z.string().nullable(),
        }),
      ),
    }),
  }),
  'employment.list': query({
    about: 'Everyone who works at an organisation.',
    input: z.strictObject({ organisationId: idOf('organisation'), at: day }),
    output: z.object({ rows: z.array(z.object({ id: z.string(), person: named, function: z.string().nullable(), presence })) }),
  }),
} as const;
