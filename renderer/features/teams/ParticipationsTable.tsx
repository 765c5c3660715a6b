/** Organisations that take part in a team or network, as what, since when. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { OrganisationSign } from '../../ui/Sign.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { spanWords, useCellEditing, useRemoval } from '../record/index.ts';

type Row = Output<'participation.list'>['rows'][number];

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        field: 'organisationId',
        header: t(($) => $.app.organisations.name),
        value: (row) => row.organisation.name,
        cell: (row) => (
          <span className="name-cell">
            <OrganisationSign kind={row.organisation.kind} />
            <span className="strong">{row.organisation.name}</span>
            {row.presence === 'perhaps' && <span className="tag">{t(($) => $.app.table.perhaps)}</span>}
          </span>
        ),
      },
      { id: 'as', field: 'capacities', header: t(($) => $.fields.name.capacities), value: (row) => row.capacities.join(', ') },
      { id: 'why', field: 'why', header: t(($) => $.fields.name.why), value: (row) => row.why ?? '', minor: true },
      {
        id: 'since',
        field: 'start',
        header: t(($) => $.app.people.since),
        value: (row) => spanWords(t, format, row) || null,
        order: (row) => row.start,
        minor: true,
      },
    ],
    [t, format],
  );
}

export function ParticipationsTable({ containerId }: { readonly containerId: string }) {
  const t = useT();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const columns = useColumns();
  const list = useOperation('participation.list', { containerId, at, ended: true }, { keep: true });
  const editing = useCellEditing('participation', { field: 'organisationId', preset: { containerId } });
  const rows = list.data?.rows ?? [];
  if (!list.data) return null;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'participation', preset: { containerId } })}>
      {t(($) => $.app.teams.addParticipation)}
    </Button>
  );
  return (
    <DataTable
      name="participations"
      label={t(($) => $.app.teams.participations)}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      selects={(row) => [row.organisation.id]}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row) => show({ type: 'record', kind: 'participation', id: row.id })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'participation', id: row.id })))}
      editing={editing}
      empty={
        <EmptyState title={t(($) => $.app.teams.noParticipations)} text={t(($) => $.app.teams.noParticipationsText)}>
          {add}
        </EmptyState>
      }
      tools={rows.length > 0 && add}
    />
  );
}
