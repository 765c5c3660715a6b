/** A write operation as a hook; its failure stays with whoever asked, so that it can be shown where it belongs. */
import { useState } from 'react';
import type { Input, NamesOf, Output } from '../../shared/contract/index.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { useHost } from './host-context.tsx';

export interface Command<N extends NamesOf<'command' | 'action'>> {
  /** @returns the answer, or null when it failed (see `failure`) */
  run(input: Input<N>, options?: { readonly group?: string }): Promise<Output<N> | null>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** When it last went well, in milliseconds. */
  readonly savedAt: number | null;
  clear(): void;
}

interface State {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly savedAt: number | null;
}

const idle: State = { busy: false, failure: null, savedAt: null };

export function useCommand<N extends NamesOf<'command' | 'action'>>(name: N): Command<N> {
  const host = useHost();
  const [state, setState] = useState(idle);
  return {
    ...state,
    clear: () => setState(idle),
    async run(input, options) {
      setState((before) => ({ ...before, busy: true, failure: null }));
      const outcome = await host.run(name, input, options);
      setState((before) => (outcome.ok ? { busy: false, failure: null, savedAt: Date.now() } : { ...before, busy: false, failure: outcome.error }));
      return outcome.ok ? (outcome.value as Output<N>) : null;
    },
  };
}
