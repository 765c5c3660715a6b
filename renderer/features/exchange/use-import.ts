/** What a page about one file knows: the file, what was chosen, and what would happen; looked at anew after every choice. */
import { useEffect, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import type { ImportWhat } from './import-path.ts';

/** What is chosen about a file; for a whole network only the source and the answers count. */
interface Choices {
  readonly from?: string;
  readonly text?: string;
  readonly sheet?: string;
  readonly header?: boolean;
  readonly join?: boolean;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly answers: Readonly<Record<string, string>>;
}

type Seen = Output<'network.import'> & Partial<Pick<Output<'person.import'>, 'sheets' | 'sheet' | 'header' | 'columns'>>;

const nothing: Choices = { columns: {}, answers: {}, join: true };

export function useImport(what: ImportWhat, networkId: string | null) {
  const ticket = useCommand('ticket.create');
  const look = useJob(`${what}.import`);
  const write = useJob(`${what}.import`);
  const [choices, setChoices] = useState(nothing);
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (look.state === 'ended') setSeen(look.value as Seen | null);
  }, [look.state, look.value]);

  const inputOf = (chosen: Choices, apply: boolean): Input<'person.import'> => {
    const { from, text, answers, columns, ...list } = chosen;
    const source = { ...(from === undefined ? {} : { from }), ...(text === undefined ? {} : { text }), answers, apply };
    if (what === 'network') return source;
    const { join, ...rest } = list;
    return { ...source, ...rest, columns, ...(networkId === null ? {} : { networkId }), ...(join && what !== 'relation' ? { join } : {}) };
  };
  const choose = (change: Partial<Choices>): void => {
    const next = { ...choices, ...change };
    setChoices(next);
    if (next.from !== undefined || next.text !== undefined) void look.start(inputOf(next, false) as never);
  };
  /** Another source: what was chosen about the one before says nothing of it. */
  const start = (source: { from: string } | { text: string }): void => {
    setSeen(null);
    write.clear();
    const next = { ...nothing, join: choices.join ?? true, ...source };
    setChoices(next);
    void look.start(inputOf(next, false) as never);
  };
  return {
    choices,
    seen,
    look,
    write,
    failure: ticket.failure ?? look.failure ?? write.failure,
    choose,
    async open(): Promise<void> {
      const answer = await ticket.run({ purpose: 'open', kind: 'table' });
      if (answer?.ticket) start({ from: answer.ticket });
    },
    paste: (text: string) => start({ text }),
    apply: () => void write.start(inputOf(choices, true) as never),
    again: () => {
      setSeen(null);
      setChoices(nothing);
      look.clear();
      write.clear();
    },
  };
}

export type ImportState = ReturnType<typeof useImport>;
