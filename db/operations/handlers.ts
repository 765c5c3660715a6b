/** Every operation with its handler; a missing or a second one does not compile. */
import { activityJobs } from './activity.ops.ts';
import { attachmentCommands, attachmentJobs, attachmentQueries } from './attachment.ops.ts';
import { calendarJobs } from './calendar.ops.ts';
import { caseCommands, caseJobs, caseQueries } from './case.ops.ts';
import { crudCommands, crudQueries } from './crud.ops.ts';
import { diagramJobs } from './diagram.ops.ts';
import { drawingCommands, drawingQueries } from './drawing.ops.ts';
import { exportJobs } from './export.ops.ts';
import type { Actions, Commands, Jobs, Queries } from './handler.ts';
import { importJobs } from './import.ops.ts';
import { meetingCommands, meetingQueries } from './meeting.ops.ts';
import { networkCommands, networkQueries } from './network.ops.ts';
import { peopleCommands, peopleQueries } from './people.ops.ts';
import { portfolioActions, portfolioCommands, portfolioJobs, portfolioQueries } from './portfolio.ops.ts';
import { registerCommands, registerQueries } from './register.ops.ts';
import { seriesCommands, seriesQueries } from './series.ops.ts';
import { spreadJobs } from './spread.ops.ts';
import { structureCommands } from './structure.ops.ts';
import { timelineJobs, timelineQueries } from './timeline.ops.ts';
import { yieldQueries } from './yield.ops.ts';

export const queries: Queries = {
  ...crudQueries,
  ...portfolioQueries,
  ...networkQueries,
  ...peopleQueries,
  ...registerQueries,
  ...caseQueries,
  ...drawingQueries,
  ...meetingQueries,
  ...yieldQueries,
  ...timelineQueries,
  ...attachmentQueries,
  ...seriesQueries,
};
export const commands: Commands = {
  ...crudCommands,
  ...portfolioCommands,
  ...networkCommands,
  ...peopleCommands,
  ...registerCommands,
  ...caseCommands,
  ...drawingCommands,
  ...structureCommands,
  ...meetingCommands,
  ...attachmentCommands,
  ...seriesCommands,
};
export const jobs: Jobs = {
  ...portfolioJobs,
  ...diagramJobs,
  ...caseJobs,
  ...importJobs,
  ...exportJobs,
  ...activityJobs,
  ...spreadJobs,
  ...timelineJobs,
  ...calendarJobs,
  ...attachmentJobs,
};
export const actions: Actions = portfolioActions;
