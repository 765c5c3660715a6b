/** Meetings and calendars. */
import { exportCalendar } from './calendar-export.ts';
import { importCalendar } from './calendar-import.ts';
import type { Jobs } from './handler.ts';

export const calendarJobs = { 'calendar.import': importCalendar, 'calendar.export': exportCalendar } satisfies Partial<Jobs>;
