import type { Words } from '../words.ts';
import { activities } from './activities.ts';
import { activityDrawing } from './activity-drawing.ts';
import { app } from './app.ts';
import { attachment } from './attachment.ts';
import { attention } from './attention.ts';
import { begin } from './begin.ts';
import { calendar } from './calendar.ts';
import { caseWords } from './case.ts';
import { caseScreen } from './case-screen.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { deeds } from './deeds.ts';
import { diagram } from './diagram.ts';
import { diagramScreen } from './diagram-screen.ts';
import { drawing } from './drawing.ts';
import { erase } from './erase.ts';
import { errors } from './errors.ts';
import { exchange } from './exchange.ts';
import { fields } from './fields.ts';
import { lists } from './lists.ts';
import { meetings } from './meetings.ts';
import { numbers } from './numbers.ts';
import { reading } from './reading.ts';
import { register } from './register.ts';
import { series } from './series.ts';
import { timeline } from './timeline.ts';
import { timelineScreen } from './timeline-screen.ts';
import { travel } from './travel.ts';
import { undo } from './undo.ts';
import { yields } from './yields.ts';

export const en: Words = {
  activities,
  activityDrawing,
  app,
  attention,
  attachment,
  begin,
  calendar,
  case: caseWords,
  caseScreen,
  compare,
  data,
  deeds,
  diagram,
  diagramScreen,
  drawing,
  erase,
  errors,
  exchange,
  fields,
  lists,
  meetings,
  numbers,
  reading,
  register,
  travel,
  timeline,
  timelineScreen,
  series,
  undo,
  yields,
};
