/** A calendar that comes in: what is chosen about it, event by event. */
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { useTakingIn } from '../use-taking-in.ts';

export type Seen = Output<'calendar.import'>;
export type SeenEvent = Seen['events'][number];
export type SeenTime = SeenEvent['times'][number];
type Choice = NonNullable<Input<'calendar.import'>['choices']>[string];

interface Choices {
  readonly from: string | null;
  readonly of: Readonly<Record<string, Choice>>;
  readonly excused: boolean;
}

const nothing: Choices = { from: null, of: {}, excused: true };

export function useCalendar(networkId: string) {
  const state = useTakingIn<'calendar.import', Choices>({
    operation: 'calendar.import',
    kind: 'ics',
    nothing,
    inputOf: ({ from, of, excused }, apply) => (from === null ? null : { networkId, from, choices: of, excused, apply }),
  });
  const { choices, choose } = state;
  return {
    ...state,
    /** What is said of an event or one of its times. */
    say: (key: string, choice: Choice) => choose({ of: { ...choices.of, [key]: { ...choices.of[key], ...choice } } }),
    /** An event as a whole: what was said of its times before no longer holds. */
    take(event: SeenEvent, take: boolean): void {
      const keys = new Set(event.times.map(({ key }) => key));
      const rest = Object.fromEntries(Object.entries(choices.of).filter(([key]) => !keys.has(key) || key === event.key));
      choose({ of: { ...rest, [event.key]: { ...choices.of[event.key], take } } });
    },
    open: () => state.open((from) => ({ from, excused: choices.excused })),
  };
}

export type CalendarState = ReturnType<typeof useCalendar>;
