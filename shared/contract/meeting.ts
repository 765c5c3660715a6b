/** Meetings, who was there, what was decided and agreed, and the channels between them (model.md 3, and channels of 1). */
import { z } from 'zod';
import { idOf } from '../domain/id.ts';
import { attendanceStates, standings } from '../domain/lists.ts';
import { crud } from './crud.ts';
import { meetingHabits, unkept } from './network.ts';
import { command, day, query } from './operation.ts';
import { datedRow, named, namedKind } from './rows.ts';

const state = z.enum(attendanceStates);
/** 0 to 3 each, or added up; null is that nobody said. */
const mix = z.object({ use: z.int().nullable(), creation: z.int().nullable(), sharing: z.int().nullable(), coordination: z.int().nullable() });
const whenRow = { start: z.string().nullable(), end: z.string().nullable(), standing: z.enum(standings) };

export const meetingRow = named.extend({
  kind: z.string(),
  ...whenRow,
  time: z.string().nullable(),
  minutes: z.int().nullable(),
  place: z.string().nullable(),
  mode: z.string().nullable(),
  networkId: z.string(),
  units: z.array(named),
  isOpen: z.boolean(),
  /** 0 to 3 each; null is that nobody said. */
  purpose: mix,
  /** Marks per person. */
  present: z.int(),
  guests: z.int(),
  excused: z.int(),
  absent: z.int(),
  /** Counted without names. */
  headCount: z.int().nullable(),
  decisions: z.int(),
  openActions: z.int(),
  actions: z.int(),
  objects: z.int(),
});

export const meeting = {
  ...crud('meeting', 'meeting or open event'),
  'meeting.list': query({
    about: 'Meetings of a network, its own and those of others that its teams were in, newest first; of one team or within some days where asked.',
    input: z.strictObject({ networkId: idOf('network'), unitId: idOf('unit').optional(), from: day.optional(), to: day.optional() }),
    output: z.object({ rows: z.array(meetingRow) }),
  }),
  'meeting.measure': query({
    about:
      'The school year of a day: every rhythm held against what was planned, what the meetings were for per team, and who has not been seen for long.',
    input: z.strictObject({ networkId: idOf('network'), at: day }),
    output: z.object({
      /** School year, `2024-2025`, and its first and last day. */
      year: z.string(),
      from: z.string(),
      to: z.string(),
      /** Whether meetings of teams are kept: none up to the day, only before the last school year, or lately. */
      habit: z.enum(meetingHabits),
      /** A rhythm of teams that come together apart from each other has a row for each of them. */
      rhythms: z.array(
        named.extend({
          units: z.array(named),
          summary: z.string(),
          /** Which of the meetings below count in it. */
          meetings: z.array(z.string()),
          timesMin: z.int().nullable(),
          timesMax: z.int().nullable(),
          everyWeeks: z.int().nullable(),
          about: z.boolean(),
          /** How many meetings were held up to the day, cancelled, and stand planned after it. */
          held: z.int(),
          cancelled: z.int(),
          planned: z.int(),
          /** Meetings of which the day is not known well enough to count: the year, not the month. */
          undated: z.int(),
          last: z.string().nullable(),
          /** Days between two meetings, and from the last one to the day: the longest. Null where none was held. */
          longestGap: z.int().nullable(),
          /** Days that the rhythm allows; null where it does not say. */
          allowedGap: z.int().nullable(),
          /** Meetings of all its teams, or of the rhythm itself, are kept: this school year or the one before. */
          isKept: z.boolean(),
          /** Longer than it allows since the last one, or since the year began; never where no meetings are kept, which says nothing. */
          slips: z.boolean(),
        }),
      ),
      unkept,
      meetings: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          units: z.array(z.string()),
          /** What its teams are called, also those of another network. */
          teams: z.string(),
          rhythmId: z.string().nullable(),
          first: z.string(),
          last: z.string(),
          state: z.enum(['held', 'planned', 'cancelled']),
          present: z.int().nullable(),
        }),
      ),
      purposes: z.array(
        z.object({
          /** Null is the network as a whole. */
          unit: named.nullable(),
          meetings: z.int(),
          /** Of how many somebody said what they were for. */
          scored: z.int(),
          /** Points, added up over the meetings that were scored. */
          points: mix,
          /** Of how many of those each purpose was said; the others left it open. */
          said: z.object({ use: z.int(), creation: z.int(), sharing: z.int(), coordination: z.int() }),
        }),
      ),
      /** Meetings that were held this year, and of how many of those it was said who was there. */
      held: z.int(),
      named: z.int(),
      unseen: z.array(
        z.object({
          person: named,
          units: z.array(named),
          /** Meetings of their teams this year with marks per person, and at how many of those they were. */
          meetings: z.int(),
          seen: z.int(),
          lastSeen: z.string().nullable(),
        }),
      ),
    }),
  }),
  ...crud('meetingPart', 'part of a meeting with teams of its own'),
  'meetingPart.list': query({
    about: 'The parts of a meeting in their order.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: z.object({
      rows: z.array(named.extend({ units: z.array(named), time: z.string().nullable(), minutes: z.int().nullable(), note: z.string().nullable() })),
    }),
  }),
  ...crud('attendance', 'mark of who was at a meeting'),
  'attendance.list': query({
    about: 'Who was at a meeting, and who was a member of its teams on its day and so should have been.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: z.object({
      rows: z.array(
        z.object({
          person: named,
          roles: z.array(z.string()),
          organisation: namedKind.nullable(),
          units: z.array(named),
          /** On the day of the meeting: `no` is a guest, or someone whose membership is not recorded. */
          membership: z.enum(['yes', 'no', 'perhaps']),
          state: state.nullable(),
          attendanceId: z.string().nullable(),
        }),
      ),
    }),
  }),
  'attendance.link': command({
    about: 'Marks people at a meeting, or takes their marks away (state null). Who has a mark already gets the new one.',
    input: z.strictObject({
      meetingId: idOf('meeting'),
      personIds: z.array(idOf('person')).min(1, 'empty').max(5000, 'long'),
      state: state.nullable(),
    }),
    output: z.strictObject({}),
  }),
  ...crud('decision', 'decision of a meeting'),
  'decision.list': query({
    about: 'The decisions of a meeting in their order.',
    input: z.strictObject({ meetingId: idOf('meeting') }),
    output: z.object({ rows: z.array(z.object({ id: z.string(), text: z.string(), note: z.string().nullable() })) }),
  }),
  ...crud('action', 'action that was agreed'),
  'action.list': query({
    about: 'Actions of a meeting, of a network, or of all networks: the open ones first, by when they are due; only those where asked.',
    input: z.strictObject({ meetingId: idOf('meeting').optional(), networkId: idOf('network').optional(), open: z.boolean().optional(), at: day }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          person: named.nullable(),
          due: z.string().nullable(),
          done: z.string().nullable(),
          standing: z.enum(standings),
          /** Not done, and its last possible day is past. */
          isOverdue: z.boolean(),
          network: named,
          meeting: named.extend({ start: z.string().nullable() }).nullable(),
        }),
      ),
    }),
  }),
  ...crud('meetingObject', 'object that lay on the table of a meeting'),
  'meetingObject.list': query({
    about: 'What lay on the table of a meeting, or the meetings on whose table a yield lay, in the order of their date.',
    input: z.strictObject({ meetingId: idOf('meeting').optional(), yieldId: idOf('yield').optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          object: named,
          use: z.string(),
          meeting: named.extend({ start: z.string().nullable(), standing: z.enum(standings) }),
        }),
      ),
    }),
  }),
  ...crud('channel', 'channel of a network'),
  'channel.list': query({
    about: 'Channels of a network: who keeps them, what they are used for and how they are valued.',
    input: z.strictObject({ networkId: idOf('network'), at: day }),
    output: z.object({
      rows: z.array(
        named.extend({
          kind: z.string(),
          keptBy: namedKind.nullable(),
          usedFor: z.string().nullable(),
          valued: z.string().nullable(),
          ...datedRow,
        }),
      ),
    }),
  }),
} as const;
