/** What was agreed and is still to be done, of this network or of all: ticked off here, changed in the drawer. */
import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/index.ts';
import { edtfRange } from '../../../shared/domain/edtf.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Format, useFormat, useT } from '../../ui/words.tsx';
import { AttentionChip, AttentionDone, useAttention } from '../attention/index.ts';
import { useCellEditing, useRemoval } from '../record/index.ts';
import { useTick } from './sheet/Lines.tsx';

type Row = Output<'action.list'>['rows'][number];
type Tick = ReturnType<typeof useTick>;

const isOpen = (row: Row): boolean => row.done === null && row.standing !== 'lapsed';
const lastDay = (date: string | null): string | null => (date === null ? null : (edtfRange(date)?.max ?? null));

function stateWords(t: Translate, format: Format, row: Row): string {
  if (row.done !== null) return t(($) => $.meetings.actions.doneOn, { date: format.date(row.done) });
  if (row.standing === 'lapsed') return t(($) => $.meetings.actions.lapsed);
  return t(row.isOverdue ? ($) => $.meetings.actions.overdue : ($) => $.meetings.actions.open);
}

function columnsOf(t: Translate, format: Format, tick: Tick, everywhere: boolean): readonly Column<Row>[] {
  return [
    {
      id: 'tick',
      header: t(($) => $.meetings.actions.done),
      width: '4.5rem',
      value: (row) => (row.done === null ? '' : t(($) => $.meetings.actions.done)),
      cell: (row) => (
        <span className="action-tick">
          <input
            type="checkbox"
            checked={row.done !== null}
            aria-label={t(($) => $.meetings.actions.tick, { text: row.text })}
            onClick={(event) => event.stopPropagation()}
            onChange={() => tick(row)}
          />
          <span aria-hidden="true">{row.done !== null && <IconCheck size={14} stroke={2.6} />}</span>
        </span>
      ),
    },
    {
      id: 'text',
      field: 'text',
      header: t(($) => $.meetings.actions.text),
      value: (row) => row.text,
      cell: (row) => <span className="strong">{row.text}</span>,
    },
    { id: 'person', field: 'personId', header: t(($) => $.meetings.actions.who), countMissing: true, value: (row) => row.person?.name ?? null },
    {
      id: 'due',
      field: 'due',
      header: t(($) => $.meetings.actions.due),
      short: true,
      countMissing: true,
      value: (row) => (row.due === null ? null : format.date(row.due)),
      order: (row) => lastDay(row.due),
    },
    {
      id: 'state',
      header: t(($) => $.meetings.actions.state),
      short: true,
      value: (row) => stateWords(t, format, row),
      cell: (row) => <span className={row.isOverdue ? 'late' : undefined}>{stateWords(t, format, row)}</span>,
    },
    ...(everywhere ? [{ id: 'network', header: t(($) => $.meetings.actions.network), value: (row: Row) => row.network.name }] : []),
    {
      id: 'meeting',
      header: t(($) => $.meetings.actions.meeting),
      minor: true,
      value: (row) =>
        row.meeting === null ? '' : [row.meeting.start === null ? '' : format.date(row.meeting.start), row.meeting.name].filter(Boolean).join(', '),
      order: (row) => (row.meeting === null ? '' : lastDay(row.meeting.start)),
    },
  ];
}

export function ActionsTab({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const panels = useView((view) => view.panels);
  const setPanel = useView((view) => view.setPanel);
  const everywhere = panels['actions.scope'] === 'everywhere';
  const hidesDone = panels['actions.done'] !== 'shown';
  const say = useView((view) => view.say);
  const tickOff = useTick(at);
  const tick: Tick = (row) => {
    tickOff(row);
    // it goes out of view with that
    if (hidesDone && row.done === null)
      say(
        t(($) => $.meetings.actions.tick, { text: row.text }),
        true,
      );
  };
  const list = useOperation('action.list', { at, open: hidesDone, ...(everywhere ? {} : { networkId }) }, { keep: true });
  const ask = useRemoval((removal) => removal.ask);
  const editing = useCellEditing('action', { field: 'text', preset: { networkId } });
  const only = useAttention(networkId, ['actions']);
  const rows = only.what === null ? list.data?.rows : list.data?.rows.filter((row) => only.keeps(row.id));
  if (!rows) return null;
  const open = rows.filter(isOpen).length;
  const overdue = rows.filter((row) => row.isOverdue).length;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'action', preset: { networkId } })}>
      {t(($) => $.meetings.actions.add)}
    </Button>
  );
  return (
    <DataTable
      name="action"
      label={t(($) => $.meetings.actions.label)}
      rows={rows}
      columns={columnsOf(t, format, tick, everywhere)}
      rowId={(row) => row.id}
      isFaint={(row) => !isOpen(row)}
      onOpen={(row, field) => show({ type: 'record', kind: 'action', id: row.id, ...(field === undefined ? {} : { field }) })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'action', id: row.id })))}
      editing={editing}
      empty={
        only.what !== null ? (
          <AttentionDone only={only} />
        ) : hidesDone ? (
          <EmptyState title={t(($) => $.meetings.actions.emptyOpen)} text={t(($) => $.meetings.actions.emptyOpenText)}>
            <Button onClick={() => setPanel('actions.done', 'shown')}>{t(($) => $.meetings.actions.showDone)}</Button>
            {add}
          </EmptyState>
        ) : (
          <EmptyState title={t(($) => $.meetings.actions.empty)} text={t(($) => $.meetings.actions.emptyText)}>
            {add}
          </EmptyState>
        )
      }
      tools={
        <>
          <AttentionChip only={only} />
          <span className="small" role="status">
            {t(($) => $.meetings.actions.counts, { open, overdue })}
          </span>
          <Segments
            label={t(($) => $.meetings.actions.scope)}
            value={everywhere ? 'everywhere' : 'here'}
            choices={(['here', 'everywhere'] as const).map((value) => ({ value, label: t(($) => $.meetings.actions[value]) }))}
            onChange={(value) => setPanel('actions.scope', value)}
          />
          <label className="check">
            <input type="checkbox" checked={hidesDone} onChange={() => setPanel('actions.done', hidesDone ? 'shown' : 'hidden')} />
            {t(($) => $.meetings.actions.hideDone)}
          </label>
          {rows.length > 0 && add}
        </>
      }
    />
  );
}
