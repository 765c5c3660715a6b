/** Phases of a network and its teams, or of one of them. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { useListWord } from '../record/index.ts';
import { NetworkTable } from './NetworkTable.tsx';

type Row = Output<'phase.list'>['rows'][number];

export function PhasesTable({ networkId, entityId }: { readonly networkId: string; readonly entityId?: string }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const at = useView((view) => view.day);
  const list = useOperation('phase.list', { networkId, at }, { keep: true });
  const all = list.data?.rows;
  const rows = useMemo(() => (all ?? []).filter((row) => entityId === undefined || row.entity.id === entityId), [all, entityId]);
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.app.relations.phase),
      value: (row) => row.name,
      cell: (row) => withPresence(t, row.presence, row.name),
    },
    { id: 'cycle', field: 'cycle', header: t(($) => $.app.relations.cycle), value: (row) => word('phaseCycle', row.cycle) },
    ...(entityId === undefined
      ? [{ id: 'where', field: 'entityId', header: t(($) => $.app.relations.where), value: (row: Row) => row.entity.name }]
      : []),
    ...datedColumns<Row>(t, format),
  ];
  if (!all) return null;
  return (
    <NetworkTable
      kind="phase"
      newField="name"
      rows={rows}
      columns={columns}
      preset={{ networkId, entityId: entityId ?? networkId }}
      words={{
        label: t(($) => $.app.teams.phases),
        add: t(($) => $.app.teams.addPhase),
        empty: t(($) => $.app.teams.noPhases),
        emptyText: t(($) => $.app.teams.noPhasesText),
      }}
    />
  );
}
