import { timelineScene } from '../../shared/timeline/timeline-scene.ts';
import { timelineOf } from '../repositories/timeline.queries.ts';
import { drawn } from './drawn.ts';
import type { Jobs, Queries } from './handler.ts';

/** As wide as a window, so that it looks as it did there; px. */
const WIDTH = 1400;
/** Pixels per px of the drawing: enough for print at the size of the screen. */
const PNG_SCALE = 2;

export const timelineQueries = {
  'timeline.list': (handle, { names, ...input }, { t }) => timelineOf(handle, input, names ?? 'name', t),
} satisfies Partial<Queries>;

export const timelineJobs = {
  'timeline.export': (handle, input, context) =>
    drawn(context, input, PNG_SCALE, () => {
      const { t } = context;
      const timeline = timelineOf(handle, input, input.names ?? 'name', t);
      return timelineScene(timeline, { ...input, t, width: WIDTH, header: true });
    }),
} satisfies Partial<Jobs>;
