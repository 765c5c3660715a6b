/** Organisations of the network in view or of the whole portfolio. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { v7 as newId } from 'uuid';
import type { Output } from '../../../shared/contract/index.ts';
import type { Sector } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PanelCheck, usePanelCheck } from '../../ui/PanelCheck.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { OrganisationSign } from '../../ui/Sign.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { ExchangeButtons } from '../exchange/index.ts';
import { rangeWords, useCellEditing, useListWord, useRemoval } from '../record/index.ts';
import { SameRecords } from '../same/index.ts';

type Row = Output<'organisation.list'>['rows'][number];

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  return [
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.app.organisations.name),
      value: (row) => row.name,
      cell: (row) => (
        <span className="name-cell">
          <OrganisationSign kind={row.kind} />
          <span className="strong">{row.name}</span>
          {(row.countMin !== null || row.countMax !== null) && (
            <span className="tag">{`${rangeWords(t, { min: row.countMin, max: row.countMax, about: row.countAbout })}×`}</span>
          )}
        </span>
      ),
    },
    { id: 'kind', field: 'kind', header: t(($) => $.app.organisations.kind), value: (row) => word('organisationKind', row.kind) },
    {
      id: 'sector',
      field: 'sectors',
      header: t(($) => $.app.organisations.sector),
      value: (row) => row.sectors.map((sector) => t(($) => $.lists.sector[sector as Sector])).join(', ') || null,
      countMissing: true,
    },
    { id: 'place', field: 'place', header: t(($) => $.app.organisations.place), value: (row) => row.place, minor: true },
    { id: 'brin', field: 'brin', away: true, header: t(($) => $.fields.name.brin), value: (row) => row.brin },
    {
      id: 'people',
      header: t(($) => $.app.organisations.people),
      value: (row) => format.count(row.people),
      order: (row) => row.people.yes + row.people.perhaps / 100,
      align: 'right',
    },
    { id: 'takesPart', header: t(($) => $.app.organisations.takesPart), value: (row) => t(($) => $.lists.presence[row.takesPart]), minor: true },
    { id: 'partOf', header: t(($) => $.app.organisations.partOf), value: (row) => row.partOf.map((item) => item.name).join(', '), minor: true },
  ];
}

export function OrganisationsScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const whole = usePanelCheck('organisations.whole');
  const list = useOperation('organisation.list', { ...(whole ? {} : { networkId }), at }, { keep: true });
  const columns = useColumns();
  const editing = useCellEditing('organisation', {
    field: 'name',
    preset: {},
    // whatever is written down in the list of a network takes part in it
    also: async (id) => {
      if (whole || list.data?.rows.some((row) => row.id === id)) return [];
      return [{ kind: 'participation', id: newId(), isNew: true, fields: { organisationId: id, containerId: networkId, start: `[..${at}]` } }];
    },
  });
  if (!list.data) return null;
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.organisations)}</h1>
      </div>
      <SameRecords kind="organisation" ids={new Set(list.data.rows.map((row) => row.id))} />
      <div className="team-body">
        <DataTable
          name="organisations"
          label={t(($) => $.app.rooms.organisations)}
          rows={list.data.rows}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={(row) => show({ type: 'record', kind: 'organisation', id: row.id })}
          onRemove={(some) => ask(some.map((row) => ({ kind: 'organisation', id: row.id })))}
          editing={editing}
          empty={<EmptyState title={t(($) => $.app.organisations.empty)} text={t(($) => $.app.organisations.emptyText)} />}
          tools={
            <>
              <PanelCheck name="organisations.whole" label={t(($) => $.app.table.whole)} />
              <ExchangeButtons kind="organisation" />
              <Button onClick={() => show({ type: 'new', kind: 'participation', preset: { containerId: networkId } })}>
                {t(($) => $.app.overview.addParticipation)}
              </Button>
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'organisation', preset: {} })}>
                {t(($) => $.app.organisations.add)}
              </Button>
            </>
          }
        />
      </div>
    </section>
  );
}
