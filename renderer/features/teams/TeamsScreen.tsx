/** Layers and teams on the left; who and what is in the chosen one beside it. */
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperation } from '../../client/use-operation.ts';
import { useSelected, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import './teams.css';
import { TeamsTable } from './TeamsTable.tsx';
import { Tree } from './Tree.tsx';
import { LAST, presetUnder } from './tree-actions.ts';
import { type TreeRow, treeRows } from './tree-model.ts';

interface AddProps {
  readonly networkId: string;
  readonly under: TreeRow | undefined;
}

function AddMenu({ networkId, under }: AddProps) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={15} stroke={1.8} />}>
          {t(($) => $.app.teams.add)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          rightSection={<kbd className="key">N</kbd>}
          onClick={() => show({ type: 'new', kind: 'unit', preset: presetUnder(networkId, under) })}
        >
          {t(($) => $.app.teams.addTeam)}
        </Menu.Item>
        <Menu.Item onClick={() => show({ type: 'new', kind: 'layer', preset: { networkId, position: LAST } })}>
          {t(($) => $.app.teams.addLayer)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same teams as a tree with their members beside it, or flat in one table. */
function FaceChoice() {
  const t = useT();
  const flat = useView((view) => view.panels['teams.face'] === 'table');
  const setPanel = useView((view) => view.setPanel);
  return (
    <Button size="xs" onClick={() => setPanel('teams.face', flat ? 'tree' : 'table')}>
      {t(flat ? ($) => $.register.grid.asTree : ($) => $.register.grid.asTable)}
    </Button>
  );
}

function useTree(networkId: string) {
  const t = useT();
  const at = useView((view) => view.day);
  const ended = useView((view) => view.panels['teams.ended'] === 'yes');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const list = useOperation('unit.list', { networkId, at, ended }, { keep: true });
  const whole = t(($) => $.app.teams.whole);
  const rows = list.data ? treeRows(list.data, { network: { id: networkId, name: whole }, outside: t(($) => $.app.teams.outside), folded }) : [];
  const fold = (id: string, on: boolean) =>
    setFolded((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  return { list: list.data, rows, folded, fold, ended };
}

export function TeamsScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const { list, rows, folded, fold, ended } = useTree(networkId);
  const setPanel = useView((view) => view.setPanel);
  const selected = useSelected();
  const panel = useView((view) => view.panels[`teams.${networkId}`]);
  const flat = useView((view) => view.panels['teams.face'] === 'table');
  // what the search brought into the drawer is chosen here too
  const asked = rows.find((row) => row.id === selected)?.id ?? panel;
  const chosen = rows.find((row) => row.id === asked) ?? rows.find((row) => row.kind === 'unit') ?? rows[0];
  if (!list || !chosen) return null;
  const choose = (id: string) => {
    setPanel(`teams.${networkId}`, id);
    const row = rows.find((item) => item.id === id);
    // an open drawer follows; a closed one stays closed
    if (row && row.kind !== 'outside' && useView.getState().trail.at(-1)?.type === 'record')
      useView.getState().show({ type: 'record', kind: row.kind, id });
  };
  if (flat)
    return (
      <section className="team room">
        <div className="team-head">
          <h1>{t(($) => $.app.teams.title)}</h1>
          <FaceChoice />
        </div>
        <div className="team-body">
          <TeamsTable list={list} networkId={networkId} />
        </div>
      </section>
    );
  const empty = list.units.length === 0 && list.layers.length === 0;
  return (
    <div className="teams">
      <section className="teams-list" data-pane="list" tabIndex={-1} aria-label={t(($) => $.app.teams.title)}>
        <div className="teams-head">
          <h1>{t(($) => $.app.teams.title)}</h1>
          <AddMenu networkId={networkId} under={chosen} />
        </div>
        <Tree rows={rows} networkId={networkId} chosen={chosen.id} folded={folded} onChoose={choose} onFold={fold} />
        {empty && (
          <EmptyState title={t(($) => $.app.teams.empty)} text={t(($) => $.app.teams.emptyText)}>
            <Button variant="filled" onClick={() => useView.getState().show({ type: 'new', kind: 'unit', preset: { networkId } })}>
              {t(($) => $.app.teams.addTeam)}
            </Button>
          </EmptyState>
        )}
        <div className="teams-foot">
          <label className="check">
            <input type="checkbox" checked={ended} onChange={(event) => setPanel('teams.ended', event.currentTarget.checked ? 'yes' : 'no')} />
            {t(($) => $.app.teams.ended)}
          </label>
          <FaceChoice />
          <p className="faint">{t(($) => $.app.teams.keys)}</p>
        </div>
      </section>
      <TeamPanel row={chosen} networkId={networkId} units={list.units} />
    </div>
  );
}
