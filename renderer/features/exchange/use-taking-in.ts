/** What a page about one file knows: the file, what was chosen, and what would happen; looked at anew after every choice. */
import { useEffect, useState } from 'react';
import type { Input, NamesOf, Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { type JobState, useJob } from '../../client/use-job.ts';

type Importing = Extract<NamesOf<'job'>, `${string}.import`>;

interface Source<N extends Importing, C> {
  readonly operation: N;
  readonly kind: Input<'ticket.create'>['kind'];
  /** Before anything was chosen. */
  readonly nothing: C;
  /** Null where there is no file yet. */
  readonly inputOf: (choices: C, apply: boolean) => Input<N> | null;
}

/** What its page shows of it. */
type Shown = 'seen' | 'look' | 'failure' | 'isBusy' | 'apply' | 'again';
export type TakingInState<S> = Pick<ReturnType<typeof useTakingIn<Importing, object, object>>, Shown> & {
  readonly write: JobState<S> & { stop(): void };
};

export function useTakingIn<N extends Importing, C extends object, S extends object = Output<N>>({
  operation,
  kind,
  nothing,
  inputOf,
}: Source<N, C>) {
  const ticket = useCommand('ticket.create');
  const look = useJob(operation);
  const write = useJob(operation);
  const [choices, setChoices] = useState(nothing);
  const [seen, setSeen] = useState<S | null>(null);
  useEffect(() => {
    if (look.state === 'ended') setSeen(look.value as unknown as S | null);
  }, [look.state, look.value]);

  const lookAt = (next: C): void => {
    setChoices(next);
    const input = inputOf(next, false);
    if (input) void look.start(input);
  };
  /** Another source: what was chosen about the one before says nothing of it, but for what is kept. */
  const start = (source: Partial<C>): void => {
    setSeen(null);
    write.clear();
    lookAt({ ...nothing, ...source });
  };
  return {
    choices,
    seen,
    look,
    write,
    failure: ticket.failure ?? look.failure ?? write.failure,
    isBusy: look.state === 'running' || write.state === 'running',
    choose: (change: Partial<C>) => lookAt({ ...choices, ...change }),
    start,
    async open(sourceOf: (from: string) => Partial<C>): Promise<void> {
      const answer = await ticket.run({ purpose: 'open', kind });
      if (answer?.ticket) start(sourceOf(answer.ticket));
    },
    apply(): void {
      const input = inputOf(choices, true);
      if (input) void write.start(input);
    },
    again(): void {
      setSeen(null);
      setChoices(nothing);
      look.clear();
      write.clear();
    },
  };
}
