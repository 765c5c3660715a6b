/** A list that shows only what asks for attention, when it was opened from the overview. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';

export type What = Output<'attention.list'>['points'][number]['what'];

/** What is not known is no task of today. */
export const unknownPoints: readonly What[] = ['start', 'role', 'organisation'];

/** What is to be done now: what is not known stands apart, and where nobody ever confirmed anything a year without it is no news. */
export const toDo = ({ points, isConfirmed }: Pick<Output<'attention.list'>, 'points' | 'isConfirmed'>) =>
  points.filter(({ what, count }) => count > 0 && !unknownPoints.includes(what) && (what !== 'unconfirmed' || isConfirmed));

const PANEL = 'attention';

export interface Only {
  /** Null shows everything. */
  readonly what: What | null;
  readonly keeps: (id: string) => boolean;
  readonly clear: () => void;
}

/** Which list is opened with only those in it. */
export function useOnly(): (networkId: string, what: What | null) => void {
  const setPanel = useView((view) => view.setPanel);
  return (networkId, what) => setPanel(PANEL, what === null ? '' : `${networkId} ${what}`);
}

/** @param mine what this list can be narrowed to */
export function useAttention(networkId: string, mine: readonly What[]): Only {
  const at = useView((view) => view.day);
  const panel = useView((view) => view.panels[PANEL]) ?? '';
  const only = useOnly();
  const what = mine.find((one) => panel === `${networkId} ${one}`) ?? null;
  const answer = useOperation('attention.list', what === null ? null : { networkId, at }, { keep: true });
  const point = answer.data?.points.find((one) => one.what === what);
  const ids = useMemo(() => new Set(point?.ids), [point]);
  return { what, keeps: (id) => what === null || ids.has(id), clear: () => only(networkId, null) };
}
