/** The file itself: which portfolios there are, opening one, backups, checking, undo, settings, help, tickets. */
import { z } from 'zod';
import { anyId, idOf } from '../domain/id.ts';
import { entityKinds } from '../domain/lists.ts';
import { crud } from './crud.ts';
import { action, command, hostAction, hostQuery, job, nothing, query, title } from './operation.ts';
import { figureRow, namedKind } from './rows.ts';

const path = z.string().min(1).max(4000);
const ticket = z.string().min(1).max(200);
export const fileKinds = ['portfolio', 'docx', 'md', 'html', 'svg', 'pdf', 'png', 'csv', 'xlsx', 'zip', 'table', 'ics', 'file'] as const;
const opened = z.object({ path: z.string(), name: z.string() });
const backup = z.object({
  id: z.string(),
  kind: z.enum(['recent', 'daily', 'weekly', 'beforeMigration', 'beforeRestore']),
  at: z.string(),
  bytes: z.int(),
});
const step = z.object({ id: z.int(), operation: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), at: z.int() });

/** Columns in their order, those that are put away, and by which column the rows are sorted and grouped. */
const tableLayout = z.strictObject({
  order: z.array(z.string().max(60)).max(100),
  hidden: z.array(z.string().max(60)).max(100),
  sort: z.strictObject({ column: z.string().max(60), down: z.boolean() }).nullable(),
  group: z.string().max(60).nullable(),
});

export const settings = z.strictObject({
  language: z.enum(['nl', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Per cent. */
  textSize: z.union([z.literal(100), z.literal(115), z.literal(130)]),
  /** Shows drawings as someone with this colour vision sees them. */
  colourVision: z.enum(['normal', 'protanopia', 'deuteranopia', 'tritanopia']),
  /** The name that stands with changes. */
  actor: z.string().max(100),
  /** How someone set each table, by its name. */
  tables: z.record(z.string().max(60), tableLayout),
});

export const portfolio = {
  'portfolio.list': hostQuery({
    about: 'Portfolios that were open lately, and those in the folder of Schakel.',
    input: nothing,
    output: z.object({
      open: opened.nullable(),
      recent: z.array(opened.extend({ at: z.string().nullable(), exists: z.boolean() })),
      folder: z.string(),
    }),
  }),
  'portfolio.create': hostAction({
    about: 'Makes a new portfolio, empty or with the example, and opens it.',
    input: z.strictObject({ name: title, content: z.enum(['empty', 'example']), ticket: ticket.optional(), path: path.optional() }),
    output: opened,
  }),
  'portfolio.link': hostAction({
    about: 'Opens a portfolio file: by a ticket from the file dialog, or one of the recent list by its path.',
    input: z.strictObject({ ticket: ticket.optional(), path: path.optional() }),
    output: opened,
  }),
  'portfolio.unlink': hostAction({ about: 'Closes the open portfolio.', input: nothing, output: nothing }),
  'portfolio.get': action({
    about: 'The open portfolio: its name, how much is in it, and what undo and redo would do.',
    input: nothing,
    output: z.object({
      id: z.string(),
      name: z.string(),
      path: z.string(),
      isExample: z.boolean(),
      networks: z.int(),
      people: z.int(),
      savedAt: z.int().nullable(),
      undo: step.nullable(),
      redo: step.nullable(),
    }),
  }),
  'portfolio.update': command({ about: 'Renames the portfolio.', input: z.strictObject({ name: title }), output: nothing }),
  'portfolio.export': job({
    about: 'A copy of the whole portfolio as one file.',
    input: z.strictObject({ to: ticket }),
    output: z.object({ name: z.string(), bytes: z.int() }),
  }),
  'portfolio.check': job({
    about: 'Checks the file: the database, references, dates and the change log.',
    input: nothing,
    output: z.object({
      ok: z.boolean(),
      checked: z.int(),
      problems: z.array(z.object({ where: z.string(), what: z.string() })),
    }),
  }),

  'backup.list': action({ about: 'Backups of the open portfolio, newest first.', input: nothing, output: z.object({ backups: z.array(backup) }) }),
  'backup.create': action({ about: 'Makes a backup now.', input: nothing, output: backup }),
  'backup.import': action({
    about: 'Puts a backup in the place of the open portfolio; what is there now is set aside as a file first.',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ setAside: z.string() }),
  }),

  'change.list': query({
    about: 'The latest steps, newest first: what was done, when, and by whom.',
    input: z.strictObject({ limit: z.int().min(1).max(500).optional() }),
    output: z.object({ steps: z.array(step.extend({ state: z.string(), actor: z.string() })) }),
  }),
  'change.move': action({
    about: 'Undoes the last step, or does the last undone step again.',
    input: z.strictObject({ to: z.enum(['undo', 'redo']) }),
    output: z.object({ step: step.nullable() }),
  }),

  'settings.get': hostQuery({ about: 'The settings of this laptop.', input: nothing, output: settings }),
  'settings.update': hostAction({ about: 'Changes settings of this laptop.', input: settings.partial(), output: settings }),
  'help.get': hostQuery({
    about: 'A page of the help.',
    input: z.strictObject({ topic: z.string().regex(/^[a-z-]{1,40}$/) }),
    output: z.object({ topic: z.string(), markdown: z.string(), topics: z.array(z.object({ topic: z.string(), title: z.string() })) }),
  }),
  'ticket.create': hostAction({
    about:
      'Asks for a place to open from or save to; null when the person thought better of it. What is copied, the page fetches without a question.',
    input: z.strictObject({ purpose: z.enum(['open', 'save', 'copy']), kind: z.enum(fileKinds), name: z.string().max(200).optional() }),
    output: z.object({ ticket: z.string().nullable() }),
  }),
  'job.get': hostQuery({
    about: 'How a job stands.',
    input: z.strictObject({ job: z.string() }),
    output: z.object({ state: z.enum(['running', 'ended']), outcome: z.unknown() }),
  }),

  'entity.list': query({
    about:
      'Finds networks, teams, people, organisations and roles by a part of any of their names, and yields, meetings, rhythms and channels where asked; all of the kinds asked for when the text is empty.',
    input: z.strictObject({ text: z.string().max(200), kinds: z.array(z.enum(entityKinds)).optional(), limit: z.int().min(1).max(100).optional() }),
    output: z.object({
      found: z.array(namedKind.extend({ context: z.string().nullable(), networkId: z.string().nullable(), alsoKnownAs: z.string().nullable() })),
    }),
  }),
  'search.list': query({
    about:
      'Finds every record with words that begin as the given ones, in its name or in any of its texts, diacritics folded; the best first. ' +
      'All words must be there.',
    input: z.strictObject({ text: z.string().max(200), networkId: idOf('network').optional(), limit: z.int().min(1).max(200).optional() }),
    output: z.object({
      found: z.array(
        namedKind.extend({
          network: z.object({ id: z.string(), code: z.string() }).nullable(),
          /** Of a case description, of which year it is. */
          researchYearId: z.string().nullable(),
          /** The text around what was found, in pieces; empty where it is in the name. */
          passage: z.array(z.object({ text: z.string(), found: z.boolean() })),
        }),
      ),
    }),
  }),
  'entity.get': query({
    about: 'What a record of any kind is called, and in which network it is.',
    input: z.strictObject({ id: anyId }),
    output: namedKind.extend({ networkId: z.string().nullable() }),
  }),
  'entity.check': action({
    about: 'What goes when this record is removed, counted by kind.',
    input: z.strictObject({ id: anyId }),
    output: z.object({ name: z.string(), goes: z.array(z.object({ kind: z.string(), count: z.int() })) }),
  }),
  ...crud('otherName', 'other name'),
  'otherName.list': query({
    about: 'Other names of a record.',
    input: z.strictObject({ entityId: anyId }),
    output: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), usedBy: z.string().nullable() })) }),
  }),
  ...crud('statement', 'statement'),
  'statement.list': query({
    about: 'Who or which text says what about a record, newest first.',
    input: z.strictObject({ entityId: anyId }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          field: z.string().nullable(),
          kind: z.string(),
          value: z.string().nullable(),
          source: z.string().nullable(),
          saidById: z.string().nullable(),
          saidBy: z.string().nullable(),
          date: z.string().nullable(),
          certainty: z.string(),
          note: z.string().nullable(),
          reader: z.string(),
        }),
      ),
    }),
  }),
  ...crud('figure', 'figure'),
  'figure.list': query({
    about: 'Figures of a record.',
    input: z.strictObject({ entityId: anyId }),
    output: z.object({
      rows: z.array(figureRow),
    }),
  }),
  ...crud('listValue', 'value of an open list'),
  'listValue.list': query({
    about: 'What was added to the open lists.',
    input: nothing,
    output: z.object({ rows: z.array(z.object({ id: z.string(), list: z.string(), labelNl: z.string(), labelEn: z.string().nullable() })) }),
  }),
} as const;
