/** What is drawn of a yield. */
import type { SpreadModel, SpreadStep } from '../../../shared/spread/path.ts';
import type { YieldRow } from './YieldsTable.tsx';

export const modelOf = ({ id, name, makers, start, standing, expectedBy }: YieldRow, steps: readonly SpreadStep[]): SpreadModel => ({
  object: { id, name },
  makers,
  start,
  ...(standing === 'actual' ? {} : { intended: { by: expectedBy } }),
  steps,
});
