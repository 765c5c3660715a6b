/** The catalogue of roles, with how many people have each in this network. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { RoleFamily } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { useCellEditing, useRemoval } from '../record/index.ts';

type Row = Output<'role.list'>['rows'][number];

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        field: 'name',
        header: t(($) => $.app.roles.name),
        value: (row) => row.name,
        cell: (row) => <span className="strong">{row.name}</span>,
      },
      {
        id: 'family',
        field: 'family',
        header: t(($) => $.app.roles.family),
        value: (row) => (row.family === null ? null : t(($) => $.lists.roleFamily[row.family as RoleFamily])),
        countMissing: true,
      },
      { id: 'bridges', field: 'bridges', header: t(($) => $.app.roles.bridges), value: (row) => (row.bridges ? t(($) => $.app.yes) : '') },
      {
        id: 'people',
        header: t(($) => $.app.roles.people),
        value: (row) => format.count(row.people),
        order: (row) => row.people.yes + row.people.perhaps / 100,
        align: 'right',
      },
      {
        id: 'profile',
        header: t(($) => $.app.roles.profile),
        value: (row) => t(row.profile ? ($) => $.app.roles.profileYes : ($) => $.app.roles.profileNo),
        minor: true,
      },
    ],
    [t, format],
  );
}

export function RolesScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const list = useOperation('role.list', { networkId, at }, { keep: true });
  const columns = useColumns();
  const editing = useCellEditing('role', { field: 'name', preset: {} });
  if (!list.data) return null;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'role', preset: {} })}>
      {t(($) => $.app.roles.add)}
    </Button>
  );
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.roles)}</h1>
      </div>
      <div className="team-body">
        <DataTable
          name="roles"
          label={t(($) => $.app.rooms.roles)}
          rows={list.data.rows}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={(row) => show({ type: 'record', kind: 'role', id: row.id })}
          onRemove={(some) => ask(some.map((row) => ({ kind: 'role', id: row.id })))}
          editing={editing}
          empty={
            <EmptyState title={t(($) => $.app.roles.empty)} text={t(($) => $.app.roles.emptyText)}>
              {add}
            </EmptyState>
          }
          tools={list.data.rows.length > 0 && add}
        />
      </div>
    </section>
  );
}
