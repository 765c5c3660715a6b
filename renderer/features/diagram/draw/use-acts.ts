/** Doing what was meant: each act is one step for undo, and when a part of it is refused nothing of it stays. */
import { useState } from 'react';
import type { Failure, HostApi } from '../../../../shared/contract/result.ts';
import { useHost } from '../../../client/host-context.tsx';
import { useView } from '../../../state/view.store.ts';
import type { Do } from './work.ts';

class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** @throws Refused when a command is refused; what came before it is taken back then */
async function inOneStep<T>(host: HostApi, work: (act: Do) => Promise<T>): Promise<T> {
  const group = crypto.randomUUID();
  let done = 0;
  try {
    return await work(async (name, input) => {
      const outcome = await host.run(name, input, { group });
      if (!outcome.ok) throw new Refused(outcome.error);
      done += 1;
      return outcome.value as never;
    });
  } catch (error) {
    if (done > 0) await host.run('change.move', { to: 'undo' });
    throw error;
  }
}

export interface Acting {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** @returns what the work gave, or null when it was refused (see `failure`) */
  act<T>(work: (act: Do) => Promise<T>, said?: string): Promise<T | null>;
}

/** One act at a time, with what was said of it when it was refused. */
export function useActing(): Acting {
  const host = useHost();
  const [state, setState] = useState<{ busy: boolean; failure: Failure | null }>({ busy: false, failure: null });
  return {
    ...state,
    async act(work, said) {
      setState({ busy: true, failure: null });
      try {
        const value = await inOneStep(host, work);
        setState({ busy: false, failure: null });
        if (said !== undefined) useView.getState().say(said, true);
        return value;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        setState({ busy: false, failure: error.failure });
        return null;
      }
    },
  };
}
