/** Seats of a network, or of one team of it: for whom, how many places, how many filled. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { rangeWords, seatWords, useListWord } from '../record/index.ts';
import { NetworkTable } from './NetworkTable.tsx';

type Row = Output<'seat.list'>['rows'][number];

const isFor = (row: Row): boolean => row.role !== null || row.organisation !== null || row.organisationKind !== null;

export function SeatsTable({ networkId, containerId }: { readonly networkId: string; readonly containerId?: string }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const at = useView((view) => view.day);
  const list = useOperation('seat.list', { networkId, at }, { keep: true });
  const all = list.data?.rows;
  const rows = useMemo(() => (all ?? []).filter((row) => containerId === undefined || row.container.id === containerId), [all, containerId]);
  const columns: readonly Column<Row>[] = [
    {
      id: 'seat',
      field: 'label',
      header: t(($) => $.app.relations.seat),
      value: (row) => seatWords(t, word, row),
      cell: (row) =>
        withPresence(
          t,
          row.presence,
          <>
            {row.label ?? seatWords(t, word, row)}
            {row.label !== null && isFor(row) && <span className="faint seat-for">, {seatWords(t, word, { ...row, label: null })}</span>}
          </>,
        ),
    },
    ...(containerId === undefined
      ? [{ id: 'container', field: 'containerId', header: t(($) => $.app.relations.container), value: (row: Row) => row.container.name }]
      : []),
    { id: 'kind', field: 'kind', header: t(($) => $.fields.name.kind), value: (row) => t(($) => $.lists.seatKind[row.kind as 'seat']), minor: true },
    {
      id: 'number',
      header: t(($) => $.app.relations.number),
      value: (row) => (row.min === null && row.max === null ? null : rangeWords(t, row)),
      order: (row) => row.min ?? row.max,
      align: 'right',
      countMissing: true,
    },
    { id: 'filled', header: t(($) => $.app.relations.filled), value: (row) => row.filled, align: 'right' },
    { id: 'role', field: 'roleId', away: true, header: t(($) => $.fields.name.roleId), value: (row) => row.role?.name ?? null },
    {
      id: 'for',
      field: 'organisationId',
      away: true,
      header: t(($) => $.fields.name.organisationId),
      value: (row) => row.organisation?.name ?? null,
    },
    ...(['min', 'max'] as const).map(
      (field): Column<Row> => ({ id: field, field, away: true, align: 'right', header: t(($) => $.fields.name[field]), value: (row) => row[field] }),
    ),
    ...datedColumns<Row>(t, format),
  ];
  if (!all) return null;
  return (
    <NetworkTable
      kind="seat"
      newField="label"
      rows={rows}
      columns={columns}
      preset={{ containerId: containerId ?? networkId }}
      words={{
        label: t(($) => $.app.teams.seats),
        add: t(($) => $.app.teams.addSeat),
        empty: t(($) => $.app.teams.noSeats),
        emptyText: t(($) => $.app.teams.noSeatsText),
      }}
    />
  );
}
