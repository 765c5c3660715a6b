/** The tree of layers and teams as rows in their order: what is under what, and where a move would bring it. */
import type { Output } from '../../../shared/contract/index.ts';

export type UnitRow = Output<'unit.list'>['units'][number];

export interface TreeRow {
  /** The id of the layer, unit or network; 'outside' for the teams without a layer. */
  readonly id: string;
  readonly kind: 'network' | 'layer' | 'unit' | 'outside';
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  readonly unit: UnitRow | null;
  readonly hasChildren: boolean;
  readonly position: number;
  readonly siblings: number;
}

interface Options {
  readonly network: { readonly id: string; readonly name: string };
  readonly outside: string;
  readonly folded: ReadonlySet<string>;
}

export function treeRows(list: Output<'unit.list'>, { network, outside, folded }: Options): readonly TreeRow[] {
  const byParent = Map.groupBy(list.units, (unit) => unit.parentId ?? unit.layerId ?? 'outside');
  const rows: TreeRow[] = [
    { id: network.id, kind: 'network', name: network.name, level: 1, parent: null, unit: null, hasChildren: false, position: 0, siblings: 1 },
  ];
  const addUnits = (parent: string, level: number) => {
    const units = byParent.get(parent) ?? [];
    for (const [position, unit] of units.entries()) {
      const hasChildren = byParent.has(unit.id);
      rows.push({ id: unit.id, kind: 'unit', name: unit.name, level, parent, unit, hasChildren, position, siblings: units.length });
      if (hasChildren && !folded.has(unit.id)) addUnits(unit.id, level + 1);
    }
  };
  for (const [position, layer] of list.layers.entries()) {
    const hasChildren = byParent.has(layer.id);
    rows.push({
      id: layer.id,
      kind: 'layer',
      name: layer.name,
      level: 1,
      parent: null,
      unit: null,
      hasChildren,
      position,
      siblings: list.layers.length,
    });
    if (!folded.has(layer.id)) addUnits(layer.id, 2);
  }
  if (!byParent.has('outside')) return rows;
  if (list.layers.length > 0)
    rows.push({ id: 'outside', kind: 'outside', name: outside, level: 1, parent: null, unit: null, hasChildren: true, position: 0, siblings: 1 });
  if (!folded.has('outside')) addUnits('outside', list.layers.length > 0 ? 2 : 1);
  return rows;
}

export interface Target {
  readonly layerId: string | null;
  readonly parentId: string | null;
  readonly position: number;
}

/** The team above it in the same row of neighbours: what 'in' means on the keyboard. */
export const neighbourAbove = (rows: readonly TreeRow[], row: TreeRow): TreeRow | undefined =>
  rows.findLast((other) => other.kind === 'unit' && other.parent === row.parent && other.position === row.position - 1);

/** Out of the team that it is in: to the place after that team. */
export function targetOutside(rows: readonly TreeRow[], row: TreeRow): Target | null {
  const around = rows.find((other) => other.id === row.parent && other.kind === 'unit');
  return around?.unit ? { layerId: around.unit.layerId, parentId: around.unit.parentId, position: around.position + 1 } : null;
}
