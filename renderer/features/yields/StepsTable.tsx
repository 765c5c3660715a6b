/** All steps of a yield in a table: also the planned ones, and those without a distance. */
import { distances } from '../../../shared/domain/lists.ts';
import type { SpreadStep } from '../../../shared/spread/path.ts';
import { carriersOf, reachOf } from '../../../shared/spread/words.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Unknown } from '../../ui/Unknown.tsx';
import { capital, useFormat, useT } from '../../ui/words.tsx';
import { useCellEditing, useRemoval } from '../record/index.ts';

interface Props {
  readonly steps: readonly SpreadStep[];
  readonly tools: React.ReactNode;
}

/** The ring, and why it is another one than follows. */
function RingCell({ step }: { readonly step: SpreadStep }) {
  const t = useT();
  const { distance, derived, distanceReason } = step;
  if (distance === null) return <Unknown />;
  if (distance === derived) return t(($) => $.lists.distance[distance]);
  const why = t(($) => $.yields.spread.overruled, { reason: distanceReason ?? t(($) => $.yields.spread.noReason) });
  return (
    <>
      {t(($) => $.lists.distance[distance])} <span className="faint">({why})</span>
    </>
  );
}

export function StepsTable({ steps, tools }: Props) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const editing = useCellEditing('spread', null);
  const columns: readonly Column<SpreadStep>[] = [
    {
      id: 'to',
      field: 'toId',
      header: t(($) => $.yields.spread.to),
      value: (row) => row.to?.name ?? row.audience,
      cell: (row) =>
        withPresence(
          t,
          row.presence,
          <>
            {row.to?.name ?? row.audience ?? t(($) => $.app.unknown)}
            {row.standing !== 'actual' && <span className="tag">{t(($) => $.lists.standing[row.standing])}</span>}
          </>,
        ),
    },
    { id: 'from', field: 'fromId', header: t(($) => $.yields.spread.from), value: (row) => row.from?.name ?? null, countMissing: true },
    { id: 'how', field: 'how', header: t(($) => $.yields.spread.how), value: (row) => t(($) => $.lists.spreadManner[row.how]), short: true },
    {
      id: 'ring',
      field: 'distance',
      header: t(($) => $.yields.spread.ringHeader),
      value: (row) => (row.distance === null ? null : t(($) => $.lists.distance[row.distance as 'network'])),
      order: (row) => (row.distance === null ? null : distances.indexOf(row.distance)),
      cell: (row) => <RingCell step={row} />,
      countMissing: true,
    },
    {
      id: 'carrier',
      field: 'carriedById',
      header: t(($) => $.yields.spread.carrier),
      value: (row) => carriersOf([row]) || null,
      countMissing: true,
    },
    { id: 'reach', header: capital(t(($) => $.yields.spread.reach)), value: (row) => reachOf(t, row), countMissing: true },
    { id: 'note', field: 'note', away: true, header: t(($) => $.fields.name.note), value: (row) => row.note ?? '' },
    ...datedColumns<SpreadStep>(t, format),
  ];
  return (
    <DataTable
      name="spread"
      label={t(($) => $.yields.spread.table)}
      rows={steps}
      columns={columns}
      rowId={(row) => row.id}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row, field) => show({ type: 'record', kind: 'spread', id: row.id, ...(field === undefined ? {} : { field }) })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'spread', id: row.id })))}
      editing={editing}
      empty={<EmptyState title={t(($) => $.yields.chain.none.steps)}>{tools}</EmptyState>}
      tools={steps.length > 0 && tools}
    />
  );
}
