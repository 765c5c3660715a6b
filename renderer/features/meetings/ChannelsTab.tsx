/** How people keep in touch between meetings: who keeps it, what it is used for, and how it is valued. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { useCellEditing, useListWord, useRemoval } from '../record/index.ts';

type Row = Output<'channel.list'>['rows'][number];

export function ChannelsTab({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const list = useOperation('channel.list', { networkId, at }, { keep: true });
  const preset = { networkId };
  const editing = useCellEditing('channel', { field: 'name', preset });
  if (!list.data) return null;
  const { rows } = list.data;
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.meetings.channels.name),
      value: (row) => row.name,
      cell: (row) => withPresence(t, row.presence, row.name),
    },
    { id: 'kind', field: 'kind', header: t(($) => $.meetings.channels.kind), short: true, value: (row) => word('channelKind', row.kind) },
    { id: 'keptBy', field: 'keptById', header: t(($) => $.meetings.channels.keptBy), countMissing: true, value: (row) => row.keptBy?.name ?? null },
    { id: 'usedFor', field: 'usedFor', header: t(($) => $.meetings.channels.usedFor), value: (row) => row.usedFor },
    { id: 'valued', field: 'valued', header: t(($) => $.meetings.channels.valued), countMissing: true, value: (row) => row.valued },
    ...datedColumns<Row>(t, format),
  ];
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'channel', preset })}>
      {t(($) => $.meetings.channels.add)}
    </Button>
  );
  return (
    <DataTable
      name="channel"
      label={t(($) => $.meetings.channels.label)}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row, field) => show({ type: 'record', kind: 'channel', id: row.id, ...(field === undefined ? {} : { field }) })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'channel', id: row.id })))}
      editing={editing}
      empty={
        <EmptyState title={t(($) => $.meetings.channels.empty)} text={t(($) => $.meetings.channels.emptyText)}>
          {add}
        </EmptyState>
      }
      tools={rows.length > 0 && add}
    />
  );
}
