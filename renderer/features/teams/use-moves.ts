/** Moving teams and layers: up, down, into another team or layer, and out again; the keyboard's twin of dragging. */
import { useCommand } from '../../client/use-command.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { neighbourAbove, type Target, type TreeRow, targetOutside } from './tree-model.ts';

export interface Moves {
  up(row: TreeRow): void;
  down(row: TreeRow): void;
  into(row: TreeRow): void;
  out(row: TreeRow): void;
  to(row: TreeRow, target: Target): void;
}

export function useMoves(rows: readonly TreeRow[]): Moves {
  const t = useT();
  const say = useView((view) => view.say);
  const unit = useCommand('unit.move');
  const layer = useCommand('layer.move');
  const to = async (row: TreeRow, target: Target) => {
    if ((await unit.run({ id: row.id, ...target })) !== null)
      say(
        t(($) => $.app.teams.moved, { name: row.name }),
        true,
      );
  };
  const shift = (row: TreeRow, by: number) => {
    const position = row.position + by;
    if (position < 0 || position >= row.siblings) return;
    if (row.kind === 'layer') void layer.run({ id: row.id, position });
    if (row.unit) void unit.run({ id: row.id, position });
  };
  return {
    up: (row) => shift(row, -1),
    down: (row) => shift(row, 1),
    into: (row) => {
      const above = neighbourAbove(rows, row);
      if (row.unit && above) void to(row, { layerId: row.unit.layerId, parentId: above.id, position: 1000 });
    },
    out: (row) => {
      const target = targetOutside(rows, row);
      if (target) void to(row, target);
    },
    to: (row, target) => void to(row, target),
  };
}
