/** Meetings and calendars. */
import { importCalendar } from './calendar-import.ts';
import type { Jobs } from './handler.ts';

export const calendarJobs = { 'calendar.import': importCalendar } satisfies Partial<Jobs>;
