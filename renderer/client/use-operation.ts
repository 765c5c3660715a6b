/** A read operation as a hook; the answer refreshes when a table that it read changes. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output } from '../../shared/contract/index.ts';
import { useHost } from './host-context.tsx';
import { ask, keyOf, type OperationError, type Readable } from './operations.ts';

export interface ReadOptions {
  /** Shows the answer to the former input until the new one is there; for lists that change with the day. */
  readonly keep?: boolean;
}

/** @param input null waits: there is nothing to ask yet */
export function useOperation<N extends Readable>(
  name: N,
  input: Input<N> | null,
  options: ReadOptions = {},
): UseQueryResult<Output<N>, OperationError> {
  const host = useHost();
  return useQuery({
    queryKey: keyOf(name, input),
    queryFn: () => ask(host, name, input as Input<N>),
    select: (answer) => answer.value,
    enabled: input !== null,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<Output<N>, OperationError>;
}
