/** A table, cards or a whole network that comes in: what is chosen about it. */
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { ImportWhat } from './import-path.ts';
import { useTakingIn } from './use-taking-in.ts';

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
  const inputOf = ({ from, text, answers, columns, ...list }: Choices, apply: boolean): Input<'person.import'> | null => {
    if (from === undefined && text === undefined) return null;
    const source = { ...(from === undefined ? {} : { from }), ...(text === undefined ? {} : { text }), answers, apply };
    if (what === 'network') return source;
    const { join, ...rest } = list;
    return { ...source, ...rest, columns, ...(networkId === null ? {} : { networkId }), ...(join && what !== 'relation' ? { join } : {}) };
  };
  const state = useTakingIn<'person.import', Choices, Seen>({ operation: `${what}.import` as 'person.import', kind: 'table', nothing, inputOf });
  const join = state.choices.join ?? true;
  return {
    ...state,
    open: () => state.open((from) => ({ from, join })),
    paste: (text: string) => state.start({ text, join }),
  };
}

export type ImportState = ReturnType<typeof useImport>;
