/** All teams of a network in one flat table, beside the tree. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { useCellEditing, useListWord, useRemoval } from '../record/index.ts';
import { LAST } from './tree-actions.ts';

type List = Output<'unit.list'>;
type Row = List['units'][number];

export function TeamsTable({ list, networkId }: { readonly list: List; readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const editing = useCellEditing('unit', { field: 'name', preset: { networkId, position: LAST } });
  const names = useMemo(() => new Map([...list.layers, ...list.units].map((item) => [item.id, item.name])), [list]);
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.fields.name.name),
      value: (row) => row.name,
      cell: (row) => withPresence(t, row.presence, row.name),
    },
    { id: 'kind', field: 'kind', header: t(($) => $.fields.name.kind), value: (row) => word('unitKind', row.kind) },
    {
      id: 'layer',
      field: 'layerId',
      header: t(($) => $.register.grid.layer),
      value: (row) => (row.layerId === null ? t(($) => $.app.teams.outside).toLowerCase() : (names.get(row.layerId) ?? '')),
    },
    {
      id: 'parent',
      field: 'parentId',
      header: t(($) => $.register.grid.parent),
      value: (row) => (row.parentId === null ? '' : (names.get(row.parentId) ?? '')),
    },
    { id: 'host', field: 'hostId', header: t(($) => $.fields.name.hostId), value: (row) => row.host?.name ?? '', minor: true },
    {
      id: 'people',
      header: t(($) => $.app.teams.members),
      value: (row) => format.count(row.people),
      order: (row) => row.people.yes + row.people.perhaps / 100,
      align: 'right',
    },
    ...datedColumns<Row>(t, format),
    {
      id: 'processes',
      field: 'processes',
      away: true,
      header: t(($) => $.fields.name.processes),
      value: (row) => row.processes.map((process) => t(($) => $.lists.process[process as 'research'])).join(', ') || null,
    },
    {
      id: 'ring',
      field: 'ring',
      away: true,
      header: t(($) => $.fields.name.ring),
      value: (row) => (row.ring === null ? null : t(($) => $.lists.ring[row.ring as 'core'])),
    },
    { id: 'theme', field: 'theme', away: true, header: t(($) => $.fields.name.theme), value: (row) => row.theme },
    {
      id: 'standing',
      field: 'standing',
      away: true,
      header: t(($) => $.fields.name.standing),
      value: (row) => t(($) => $.lists.standing[row.standing]),
    },
  ];
  return (
    <DataTable
      name="teams"
      label={t(($) => $.app.rooms.teams)}
      rows={list.units}
      columns={columns}
      rowId={(row) => row.id}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row) => show({ type: 'record', kind: 'unit', id: row.id })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'unit', id: row.id })))}
      empty={<EmptyState title={t(($) => $.register.grid.noTeams)} text={t(($) => $.register.grid.noTeamsText)} />}
      editing={editing}
    />
  );
}
