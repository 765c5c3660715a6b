/** Everything that runs between teams, people and organisations, and what is agreed: seats, rhythms, phases, other networks. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { sideWords, useListWord } from '../record/index.ts';
import { NetworkTable } from './NetworkTable.tsx';
import { PhasesTable } from './PhasesTable.tsx';
import { RhythmsTable } from './RhythmsTable.tsx';
import { SeatsTable } from './SeatsTable.tsx';

type Row = Output<'relation.list'>['rows'][number];
type LinkRow = Output<'networkLink.list'>['rows'][number];
const tabs = ['relations', 'seats', 'rhythms', 'phases', 'networks'] as const;
type Tab = (typeof tabs)[number];

function RelationsTable({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const at = useView((view) => view.day);
  const list = useOperation('relation.list', { networkId, at, ended: true }, { keep: true });
  const columns: readonly Column<Row>[] = [
    {
      id: 'from',
      field: 'from',
      header: t(($) => $.app.relations.from),
      value: (row) => sideWords(t, row.from, row.fromMode),
      cell: (row) => withPresence(t, row.presence, sideWords(t, row.from, row.fromMode)),
    },
    {
      id: 'kind',
      field: 'kind',
      header: t(($) => $.app.relations.kind),
      short: true,
      value: (row) => `${word('relationKind', row.kind)}${row.mutual ? ` (${t(($) => $.app.relations.mutual)})` : ''}`,
      cell: (row) => (
        <>
          {word('relationKind', row.kind)} <span aria-hidden="true">{row.mutual ? '↔' : '→'}</span>
          {row.mutual && <span className="hidden-text">{t(($) => $.app.relations.mutual)}</span>}
        </>
      ),
    },
    {
      id: 'to',
      field: 'to',
      header: t(($) => $.app.relations.to),
      value: (row) => sideWords(t, row.to, row.toMode),
      cell: (row) => <span className="strong">{sideWords(t, row.to, row.toMode)}</span>,
    },
    { id: 'strength', field: 'strength', away: true, align: 'right', header: t(($) => $.fields.name.strength), value: (row) => row.strength },
    { id: 'note', field: 'note', away: true, header: t(($) => $.fields.name.note), value: (row) => row.note ?? '' },
    ...datedColumns<Row>(t, format),
  ];
  if (!list.data) return null;
  return (
    <NetworkTable
      kind="relation"
      rows={list.data.rows}
      columns={columns}
      preset={{ networkId }}
      words={{
        label: t(($) => $.app.relations.relations),
        add: t(($) => $.app.relations.add),
        empty: t(($) => $.app.relations.empty),
        emptyText: t(($) => $.app.relations.emptyText),
      }}
    />
  );
}

function LinksTable({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const list = useOperation('networkLink.list', { networkId, at }, { keep: true });
  const columns = useMemo<readonly Column<LinkRow>[]>(
    () => [
      {
        id: 'from',
        field: 'fromId',
        header: t(($) => $.app.relations.from),
        value: (row) => row.from.name,
        cell: (row) => withPresence(t, row.presence, row.from.name),
      },
      { id: 'kind', field: 'kind', header: t(($) => $.app.relations.kind), value: (row) => t(($) => $.lists.networkLinkKind[row.kind as 'partOf']) },
      { id: 'to', field: 'toId', header: t(($) => $.app.relations.to), value: (row) => row.to.name },
      ...datedColumns<LinkRow>(t, format),
    ],
    [t, format],
  );
  if (!list.data) return null;
  return (
    <NetworkTable
      kind="networkLink"
      rows={list.data.rows}
      columns={columns}
      preset={{ fromId: networkId, kind: 'partOf' }}
      words={{
        label: t(($) => $.app.relations.networks),
        add: t(($) => $.app.relations.addOther),
        empty: t(($) => $.app.overview.noLinks),
        emptyText: t(($) => $.app.relations.noneText),
      }}
    />
  );
}

export function RelationsScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const tab = (useView((view) => view.panels['relations.tab']) as Tab | undefined) ?? 'relations';
  const setPanel = useView((view) => view.setPanel);
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.relations)}</h1>
      </div>
      <Tabs
        label={t(($) => $.app.rooms.relations)}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(($) => $.app.relations[value]) }))}
        onChange={(value) => setPanel('relations.tab', value)}
      />
      <div className="team-body" role="tabpanel" aria-label={t(($) => $.app.relations[tab])}>
        {tab === 'relations' && <RelationsTable networkId={networkId} />}
        {tab === 'seats' && <SeatsTable networkId={networkId} />}
        {tab === 'rhythms' && <RhythmsTable networkId={networkId} unitId={null} />}
        {tab === 'phases' && <PhasesTable networkId={networkId} />}
        {tab === 'networks' && <LinksTable networkId={networkId} />}
      </div>
    </section>
  );
}
