/** Opening a row of the tree, and where a new team goes that is asked for from it. */
import { useView } from '../../state/view.store.ts';
import type { TreeRow } from './tree-model.ts';

/** Behind all that are there, also behind what was drawn by hand. */
export const LAST = 1000;

/** A new team comes last among its neighbours. */
export function presetUnder(networkId: string, row: TreeRow | undefined): Record<string, unknown> {
  if (row?.kind === 'layer') return { networkId, layerId: row.id, position: LAST };
  if (row?.unit) return { networkId, layerId: row.unit.layerId, parentId: row.unit.parentId, position: LAST };
  return { networkId, position: LAST };
}

export const openRow = (row: TreeRow): void => {
  if (row.kind !== 'outside') useView.getState().show({ type: 'record', kind: row.kind, id: row.id });
};
