/** The chosen team: who is in it, its seats, organisations, rhythms and phases. */
import { Button } from '@mantine/core';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { useListWord } from '../record/index.ts';
import { PhasesTable, RhythmsTable, SeatsTable } from '../relations/index.ts';
import { TeamTravel } from '../travel/index.ts';
import { MembersTable } from './MembersTable.tsx';
import { ParticipationsTable } from './ParticipationsTable.tsx';
import { LAST, openRow } from './tree-actions.ts';
import type { TreeRow, UnitRow } from './tree-model.ts';

interface Props {
  readonly row: TreeRow;
  readonly networkId: string;
  readonly units: readonly UnitRow[];
}

type Tab = 'members' | 'seats' | 'participations' | 'rhythms' | 'phases' | 'travel';
const tabs: readonly Tab[] = ['members', 'seats', 'participations', 'rhythms', 'phases', 'travel'];

export function TeamPanel({ row, networkId, units }: Props) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const panel = useView((view) => view.panels['teams.tab']) as Tab | undefined;
  const setPanel = useView((view) => view.setPanel);
  if (row.kind === 'layer' || row.kind === 'outside') return <LayerPanel row={row} units={units} networkId={networkId} />;
  // the network as a whole is no place that uses something of another
  const shown = tabs.filter((value) => value !== 'travel' || row.kind === 'unit');
  const tab = shown.find((value) => value === panel) ?? 'members';
  const tabWord = (value: Tab): string => (value === 'travel' ? t(($) => $.travel.team.tab) : t(($) => $.app.teams[value]));
  const { unit } = row;
  const said = unit ? [word('unitKind', unit.kind), unit.host?.name, unit.theme].filter(Boolean).join(', ') : '';
  return (
    <section className="team" aria-label={row.name}>
      <div className="team-head">
        <h2>{row.name}</h2>
        <span className="faint">{[said, unit && format.count(unit.people)].filter(Boolean).join(' · ')}</span>
        <Button size="xs" onClick={() => openRow(row)}>
          {t(($) => $.app.teams.open)}
        </Button>
      </div>
      <Tabs
        label={row.name}
        value={tab}
        tabs={shown.map((value) => ({ value, label: tabWord(value) }))}
        onChange={(value) => setPanel('teams.tab', value)}
      />
      <div className="team-body" role="tabpanel" aria-label={tabWord(tab)} key={row.id}>
        {tab === 'members' && <MembersTable containerId={row.id} name={row.name} />}
        {tab === 'seats' && <SeatsTable networkId={networkId} containerId={row.id} />}
        {tab === 'participations' && <ParticipationsTable containerId={row.id} />}
        {tab === 'rhythms' && <RhythmsTable networkId={networkId} unitId={row.kind === 'unit' ? row.id : null} />}
        {tab === 'phases' && <PhasesTable networkId={networkId} entityId={row.id} />}
        {tab === 'travel' && <TeamTravel unitId={row.id} name={row.name} networkId={networkId} />}
      </div>
    </section>
  );
}

/** A layer has no members of its own: it says what is in it. */
function LayerPanel({ row, units, networkId }: Props) {
  const t = useT();
  const inside = units.filter((unit) => (row.kind === 'layer' ? unit.layerId === row.id : unit.layerId === null && unit.parentId === null));
  const people = inside.reduce((sum, unit) => sum + unit.people.yes, 0);
  const said = `${counted(t, ($) => $.app.count.teams, inside.length)}, ${counted(t, ($) => $.app.count.places, people)}.`;
  const preset = { networkId, position: LAST, ...(row.kind === 'layer' ? { layerId: row.id } : {}) };
  return (
    <section className="team" aria-label={row.name}>
      <EmptyState title={row.name} text={`${said} ${t(($) => $.app.teams.choose)}`}>
        <Button onClick={() => useView.getState().show({ type: 'new', kind: 'unit', preset })}>{t(($) => $.app.teams.addTeam)}</Button>
      </EmptyState>
    </section>
  );
}
