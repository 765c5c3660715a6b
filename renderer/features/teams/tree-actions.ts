/** Opening a row of the tree, and where a new team goes that is asked for from it. */
import { useView } from '../../state/view.store.ts';
import type { TreeRow } from './tree-model.ts';

/** A new team comes last among its neighbours: no place in the network is higher than the number of its teams. */
export function presetUnder(networkId: string, row: TreeRow | undefined, teams: number): Record<string, unknown> {
  if (row?.kind === 'layer') return { networkId, layerId: row.id, position: teams };
  if (row?.unit) return { networkId, layerId: row.unit.layerId, parentId: row.unit.parentId, position: teams };
  return { networkId, position: teams };
}

export const openRow = (row: TreeRow): void => {
  if (row.kind !== 'outside') useView.getState().show({ type: 'record', kind: row.kind, id: row.id });
};
