/** Opening and making portfolios: with the host's file window where there is one, else by name. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/result.ts';
import { useHost } from '../../client/host-context.tsx';

export interface OpenPortfolio {
  readonly failure: Failure | null;
  readonly busy: boolean;
  choose(): Promise<void>;
  open(path: string): Promise<void>;
  make(name: string, content: 'empty' | 'example'): Promise<void>;
}

export function useOpenPortfolio(): OpenPortfolio {
  const host = useHost();
  const navigate = useNavigate();
  const [state, setState] = useState<{ failure: Failure | null; busy: boolean }>({ failure: null, busy: false });

  /** @returns the value, or null when it failed; the failure is kept */
  const run = async (name: string, input: object): Promise<unknown> => {
    setState({ failure: null, busy: true });
    const outcome = await host.run(name, input);
    setState({ failure: outcome.ok ? null : outcome.error, busy: false });
    return outcome.ok ? outcome.value : null;
  };
  const ticket = async (purpose: 'open' | 'save', name?: string): Promise<string | null> => {
    const made = (await run('ticket.create', { purpose, kind: 'portfolio', ...(name ? { name } : {}) })) as { ticket: string | null } | null;
    return made?.ticket ?? null;
  };
  const enter = async (name: string, input: object) => {
    if ((await run(name, input)) !== null) navigate('/');
  };
  return {
    ...state,
    async choose() {
      const chosen = await ticket('open');
      if (chosen !== null) await enter('portfolio.link', { ticket: chosen });
    },
    open: (path) => enter('portfolio.link', { path }),
    async make(name, content) {
      // the example goes into Schakel's own folder: there is nothing to ask
      if (content === 'example' || !(await host.info()).dialogs) return enter('portfolio.create', { name, content });
      const chosen = await ticket('save', `${name}.schakel`);
      if (chosen !== null) await enter('portfolio.create', { name, content, ticket: chosen });
    },
  };
}
