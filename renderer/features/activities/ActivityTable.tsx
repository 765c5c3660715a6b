/** The register as a table: who it was for, how far it came, what it was thought of, who did it and when. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { edtfRange } from '../../../shared/domain/edtf.ts';
import type { OpenListName } from '../../../shared/domain/lists.ts';
import { type Activity, columnWords, dateWords, type FigureColumn, isDone, nameWords, stateOf } from '../../../shared/exchange/activity-table.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { capital, useT } from '../../ui/words.tsx';
import { useListWord, useRemoval } from '../record/index.ts';
import { ActivityDownload } from './ActivityDownload.tsx';

interface Props {
  readonly networkId: string;
  readonly rows: readonly Activity[];
  readonly total: number;
  /** Whether what is not carried out is shown, and so goes out too. */
  readonly planned: boolean;
  readonly listOf: (row: Activity) => OpenListName;
}

const kindOf = ({ of }: Activity): 'meeting' | 'yield' => of;

function useColumns(listOf: Props['listOf']): readonly Column<Activity>[] {
  const t = useT();
  const word = useListWord();
  const { columns, screen } = t.words.activities;
  const said = (row: Activity, column: FigureColumn): string =>
    stateOf(row, column) === 'notFilledIn' ? screen.notFilledIn : columnWords(t, row, column);
  const figures = (column: FigureColumn): Column<Activity> => ({
    id: column,
    header: columns[column],
    width: '13%',
    value: (row) => said(row, column),
    // where the number is not known the row comes last, whatever the reason
    order: (row) => row[column].find((figure) => figure.state === 'value')?.low ?? null,
    cell: (row) => <span className={stateOf(row, column) === 'value' ? 'activity-figure' : 'unknown activity-figure'}>{said(row, column)}</span>,
  });
  return [
    {
      id: 'name',
      header: columns.activity,
      value: (row) => nameWords(t, row),
      cell: (row) => (
        <span className="name-cell">
          <span className="strong">{row.name}</span>
          {!isDone(row) && <span className="tag">{t(($) => $.lists.standing[row.standing])}</span>}
        </span>
      ),
      width: '24%',
    },
    { id: 'kind', header: screen.kind, value: (row) => capital(word(listOf(row), row.kind)), short: true },
    { id: 'layer', header: screen.pillar, value: (row) => row.layer?.name ?? '', minor: true },
    { id: 'targetGroups', header: columns.targetGroups, value: (row) => row.targetGroups.join(', ') || null, minor: true },
    figures('reach'),
    figures('mark'),
    { id: 'carriedOutBy', header: columns.carriedOutBy, value: (row) => row.carriedOutBy.join(', ') || null },
    {
      id: 'date',
      header: columns.date,
      value: (row) => (row.start === null && row.end === null ? null : dateWords(t, row)),
      order: (row) => (row.start === null ? null : (edtfRange(row.start)?.min ?? null)),
      countMissing: true,
    },
  ];
}

export function ActivityTable({ networkId, rows, total, planned, listOf }: Props) {
  const t = useT();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const columns = useColumns(listOf);
  const add = (
    <>
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        onClick={() => show({ type: 'new', kind: 'meeting', preset: { networkId, isOpen: true } })}
      >
        {t(($) => $.activities.screen.addMeeting)}
      </Button>
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        onClick={() => show({ type: 'new', kind: 'yield', preset: { networkId, type: 'product' } })}
      >
        {t(($) => $.activities.screen.addProduct)}
      </Button>
    </>
  );
  return (
    <DataTable
      name="activities"
      label={t(($) => $.app.rooms.activities)}
      rows={rows}
      total={total}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => show({ type: 'record', kind: kindOf(row), id: row.id })}
      onRemove={(some) => ask(some.map((row) => ({ kind: kindOf(row), id: row.id })))}
      empty={
        <EmptyState title={t(($) => $.activities.screen.empty)} text={t(($) => $.activities.screen.emptyText)}>
          <div className="activity-begin">{add}</div>
        </EmptyState>
      }
      tools={
        total > 0 && (
          <>
            <ActivityDownload networkId={networkId} planned={planned} />
            {add}
          </>
        )
      }
    />
  );
}
