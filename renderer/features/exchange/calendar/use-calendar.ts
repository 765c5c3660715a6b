/** What the page about one calendar knows: the file, what was chosen, and what would happen; looked at anew after every choice. */
import { useEffect, useState } from 'react';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useJob } from '../../../client/use-job.ts';

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
  const ticket = useCommand('ticket.create');
  const look = useJob('calendar.import');
  const write = useJob('calendar.import');
  const [choices, setChoices] = useState(nothing);
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (look.state === 'ended') setSeen(look.value);
  }, [look.state, look.value]);
  const inputOf = ({ from, of, excused }: Choices, apply: boolean): Input<'calendar.import'> => ({
    networkId,
    from: from ?? '',
    choices: of,
    excused,
    apply,
  });
  const choose = (change: Partial<Choices>): void => {
    const next = { ...choices, ...change };
    setChoices(next);
    if (next.from !== null) void look.start(inputOf(next, false));
  };
  return {
    choices,
    seen,
    look,
    write,
    failure: ticket.failure ?? look.failure ?? write.failure,
    choose,
    /** What is said of an event or one of its times. */
    say: (key: string, choice: Choice) => choose({ of: { ...choices.of, [key]: { ...choices.of[key], ...choice } } }),
    /** An event as a whole: what was said of its times before no longer holds. */
    take(event: SeenEvent, take: boolean): void {
      const keys = new Set(event.times.map(({ key }) => key));
      const rest = Object.fromEntries(Object.entries(choices.of).filter(([key]) => !keys.has(key) || key === event.key));
      choose({ of: { ...rest, [event.key]: { ...choices.of[event.key], take } } });
    },
    async open(): Promise<void> {
      const answer = await ticket.run({ purpose: 'open', kind: 'ics' });
      if (!answer?.ticket) return;
      setSeen(null);
      write.clear();
      const next = { ...nothing, excused: choices.excused, from: answer.ticket };
      setChoices(next);
      void look.start(inputOf(next, false));
    },
    apply: () => void write.start(inputOf(choices, true)),
    again: () => {
      setSeen(null);
      setChoices(nothing);
      look.clear();
      write.clear();
    },
  };
}

export type CalendarState = ReturnType<typeof useCalendar>;
