/** A long operation as a hook: starts, tells how far it is, can be stopped, ends with an outcome. */
import { useRef, useState } from 'react';
import type { Input, NamesOf, Output } from '../../shared/contract/index.ts';
import type { Failure, HostEvent, Outcome } from '../../shared/contract/result.ts';
import { useHost, useHostEvent } from './host-context.tsx';

export interface JobState<T> {
  readonly state: 'idle' | 'running' | 'ended';
  readonly done: number;
  readonly total: number;
  readonly step: string;
  readonly startedAt: number;
  readonly value: T | null;
  readonly failure: Failure | null;
}

export interface Job<N extends NamesOf<'job'>> extends JobState<Output<N>> {
  start(input: Input<N>): Promise<void>;
  stop(): void;
  clear(): void;
}

const idle: JobState<never> = { state: 'idle', done: 0, total: 0, step: '', startedAt: 0, value: null, failure: null };

function ended<T>(before: JobState<T>, outcome: Outcome): JobState<T> {
  if (outcome.ok) return { ...before, state: 'ended', value: outcome.value as T, failure: null };
  return outcome.error.code === 'cancelled' ? idle : { ...before, state: 'ended', value: null, failure: outcome.error };
}

export function useJob<N extends NamesOf<'job'>>(name: N): Job<N> {
  const host = useHost();
  const [state, setState] = useState<JobState<Output<N>>>(idle);
  const job = useRef<string | null>(null);
  /** A short job can end before `run` has said which one it is. */
  const early = useRef(new Map<string, Outcome>());

  const hear = (event: HostEvent) => {
    if (event.type === 'jobEnded' && job.current === null) early.current.set(event.job, event.outcome);
    if ((event.type !== 'progress' && event.type !== 'jobEnded') || event.job !== job.current) return;
    if (event.type === 'progress') setState((before) => ({ ...before, done: event.done, total: event.total, step: event.step }));
    else setState((before) => ended(before, event.outcome));
  };
  useHostEvent(hear);

  return {
    ...state,
    clear: () => setState(idle),
    stop: () => {
      if (job.current !== null) void host.cancel(job.current);
    },
    async start(input) {
      job.current = null;
      early.current.clear();
      setState({ ...idle, state: 'running', startedAt: Date.now() });
      const outcome = await host.run(name, input);
      if (!outcome.ok) return setState((before) => ended(before, outcome));
      job.current = (outcome.value as { job: string }).job;
      const done = early.current.get(job.current);
      if (done) setState((before) => ended(before, done));
    },
  };
}
