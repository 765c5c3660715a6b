/** Reading through TanStack Query: the host says which tables an answer read and which ones changed. */
import { QueryClient } from '@tanstack/react-query';
import type { Input, NamesOf, OperationName, Output } from '../../shared/contract/index.ts';
import type { Failure, HostApi, HostEvent } from '../../shared/contract/result.ts';

/** An answer with the tables it came from, as it is kept in the cache. */
export interface Answer<T = unknown> {
  readonly value: T;
  readonly tables: readonly string[];
}

/** A failure of the host, thrown so that a query can carry it. */
export class OperationError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export type Readable = NamesOf<'query' | 'action'>;

export async function ask<N extends Readable>(host: HostApi, name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  const outcome = await host.run(name, input);
  if (!outcome.ok) throw new OperationError(outcome.error);
  return { value: outcome.value as Output<N>, tables: outcome.tables };
}

export const keyOf = (name: OperationName, input: unknown): readonly unknown[] => [name, input];

/** Whether an answer may be stale now that these tables changed; one that is still on its way always may. */
function touched(data: unknown, changed: ReadonlySet<string>): boolean {
  const tables = (data as Answer | undefined)?.tables;
  return tables === undefined || changed.has('*') || tables.some((table) => table === '*' || changed.has(table));
}

function hear(queries: QueryClient, event: HostEvent): void {
  if (event.type === 'portfolio') void queries.resetQueries();
  if (event.type !== 'changed') return;
  const changed = new Set(event.tables);
  void queries.invalidateQueries({ predicate: (query) => touched(query.state.data, changed) });
}

/** The cache of answers, kept fresh by what the host tells. There are no hand-kept lists of keys. */
export function createQueries(host: HostApi): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  host.on((event) => hear(queries, event));
  return queries;
}
