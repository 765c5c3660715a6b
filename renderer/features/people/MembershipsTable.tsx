/** Who sits where: every membership of a network in one table. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PanelCheck, usePanelCheck } from '../../ui/PanelCheck.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { AttentionChip, AttentionDone, useAttention } from '../attention/index.ts';
import { useCellEditing, useRemoval } from '../record/index.ts';
import { memberColumns, useBridging } from '../teams/index.ts';

type Row = Output<'membership.list'>['rows'][number];

export function MembershipsTable({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const ended = usePanelCheck('people.ended');
  const list = useOperation('membership.list', { networkId, at, ended: true }, { keep: true });
  const editing = useCellEditing('membership', { field: 'personId', preset: { containerId: networkId } });
  const bridging = useBridging(networkId);
  const columns = useMemo((): readonly Column<Row>[] => {
    const [person, ...rest] = memberColumns(t, format, bridging);
    const team: Column<Row> = { id: 'team', field: 'containerId', header: t(($) => $.register.grid.team), value: (row) => row.container.name };
    return [person as Column<Row>, team, ...rest];
  }, [t, format, bridging]);
  const only = useAttention(networkId, ['ending', 'start', 'role', 'organisation']);
  const all = list.data?.rows;
  const known = useMemo(
    () => (all ?? []).filter((row) => ended || row.presence !== 'no').sort((a, b) => format.compare(a.person, b.person)),
    [all, ended, format],
  );
  const rows = only.what === null ? known : known.filter((row) => only.keeps(row.id));
  const add = (
    <Button
      leftSection={<IconUserPlus size={16} stroke={1.6} />}
      onClick={() => show({ type: 'new', kind: 'membership', preset: { containerId: [] as string[] } })}
    >
      {t(($) => $.app.teams.addMember)}
    </Button>
  );
  if (!all) return null;
  return (
    <DataTable
      name="memberships"
      label={t(($) => $.register.grid.memberships)}
      rows={rows}
      total={all.length}
      columns={columns}
      rowId={(row) => row.id}
      selects={(row) => [row.personId]}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row) => show({ type: 'record', kind: 'membership', id: row.id })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'membership', id: row.id })))}
      empty={
        only.what !== null ? (
          <AttentionDone only={only} />
        ) : (
          <EmptyState title={t(($) => $.register.grid.noMemberships)} text={t(($) => $.register.grid.noMembershipsText)}>
            {add}
          </EmptyState>
        )
      }
      tools={
        <>
          <AttentionChip only={only} />
          <PanelCheck name="people.ended" label={t(($) => $.app.table.withEnded)} />
          {rows.length > 0 && add}
        </>
      }
      editing={editing}
    />
  );
}
