/** What is drawn of a yield. */
import type { SpreadModel, SpreadStep } from '../../../shared/spread/path.ts';
import type { YieldRow } from './YieldsTable.tsx';

export const modelOf = ({ id, name, makers, start }: YieldRow, steps: readonly SpreadStep[]): SpreadModel => ({
  object: { id, name },
  makers,
  start,
  steps,
});
