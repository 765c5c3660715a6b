/** What can be done with a layer or team, for the mouse and for who does not know the keys. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { useRemoval } from '../record/index.ts';
import { LAST, openRow } from './tree-actions.ts';
import { neighbourAbove, type TreeRow, targetOutside } from './tree-model.ts';
import type { Moves } from './use-moves.ts';

interface Props {
  readonly row: TreeRow;
  readonly rows: readonly TreeRow[];
  readonly moves: Moves;
  readonly networkId: string;
  /** One stop for the whole tree: the menu of the row that Tab comes to. */
  readonly isTabStop: boolean;
  readonly opened: boolean;
  readonly onToggle: (open: boolean) => void;
}

export function TreeMenu({ row, rows, moves, networkId, isTabStop, opened, onToggle }: Props) {
  const t = useT();
  const ask = useRemoval((removal) => removal.ask);
  const kind = row.kind === 'layer' ? 'layer' : 'unit';
  const inside =
    row.kind === 'layer'
      ? { networkId, layerId: row.id, position: LAST }
      : { networkId, layerId: row.unit?.layerId ?? null, parentId: row.id, position: LAST };
  return (
    <Menu opened={opened} onChange={onToggle} position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon className="tree-menu" size={26} tabIndex={isTabStop ? 0 : -1} aria-label={t(($) => $.app.teams.actions, { name: row.name })}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      {opened && (
        <Menu.Dropdown>
          <Menu.Item onClick={() => openRow(row)}>{t(($) => $.app.teams.open)}</Menu.Item>
          <Menu.Item onClick={() => useView.getState().show({ type: 'new', kind: 'unit', preset: inside })}>
            {t(($) => $.app.teams.addInside)}
          </Menu.Item>
          <Menu.Divider />
          <MoveItems row={row} rows={rows} moves={moves} />
          <Menu.Divider />
          <Menu.Item onClick={() => ask([{ kind, id: row.id }])}>{t(($) => $.app.teams.remove)}</Menu.Item>
        </Menu.Dropdown>
      )}
    </Menu>
  );
}

function MoveItems({ row, rows, moves }: Pick<Props, 'row' | 'rows' | 'moves'>) {
  const t = useT();
  const above = row.unit ? neighbourAbove(rows, row) : undefined;
  const layers = rows.filter((other) => other.kind === 'layer' && row.unit && (other.id !== row.unit.layerId || row.unit.parentId !== null));
  return (
    <>
      <Menu.Item disabled={row.position === 0} onClick={() => moves.up(row)}>
        {t(($) => $.app.teams.up)}
      </Menu.Item>
      <Menu.Item disabled={row.position >= row.siblings - 1} onClick={() => moves.down(row)}>
        {t(($) => $.app.teams.down)}
      </Menu.Item>
      {above && <Menu.Item onClick={() => moves.into(row)}>{t(($) => $.app.teams.intoTeam, { name: above.name })}</Menu.Item>}
      {targetOutside(rows, row) && <Menu.Item onClick={() => moves.out(row)}>{t(($) => $.app.teams.outOfTeam)}</Menu.Item>}
      {layers.map((layer) => (
        <Menu.Item key={layer.id} onClick={() => moves.to(row, { layerId: layer.id, parentId: null, position: LAST })}>
          {t(($) => $.app.teams.toLayer, { name: layer.name })}
        </Menu.Item>
      ))}
      {row.unit?.layerId != null && (
        <Menu.Item onClick={() => moves.to(row, { layerId: null, parentId: null, position: LAST })}>
          {t(($) => $.app.teams.toLayer, { name: t(($) => $.app.teams.outside).toLowerCase() })}
        </Menu.Item>
      )}
    </>
  );
}
