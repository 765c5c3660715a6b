/** Shows what is in it once all of it has come: what someone is about to press must not move away below the pointer. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  readonly className: string;
  readonly children: ReactNode;
}

/** Longer than this, in milliseconds, nothing is kept from view. */
const MOST = 2000;
/** An answer may lead to the next question, in the frame that draws it. */
const FRAME = 17;

/** Begins anew for what is new: give it a key. */
export function Settle({ className, children }: Props) {
  const queries = useQueryClient();
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (isWhole) return;
    const isWaiting = () => queries.isFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
    const most = setTimeout(() => setWhole(true), MOST);
    let frame: ReturnType<typeof setTimeout>;
    const look = (): void => {
      clearTimeout(frame);
      if (!isWaiting()) frame = setTimeout(() => !isWaiting() && setWhole(true), FRAME);
    };
    look();
    const stop = queries.getQueryCache().subscribe(look);
    return () => {
      clearTimeout(most);
      clearTimeout(frame);
      stop();
    };
  }, [queries, isWhole]);
  return (
    <div className={className} aria-busy={!isWhole} data-settling={isWhole ? undefined : ''}>
      {children}
    </div>
  );
}
