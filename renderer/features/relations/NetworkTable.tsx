/** A table of records of one kind, with adding and removing; what the tables about the network share. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Presence } from '../../../shared/domain/presence.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { ExchangeButtons, isExported } from '../exchange/index.ts';
import { useCellEditing, useRemoval } from '../record/index.ts';

interface Words {
  readonly label: string;
  readonly add: string;
  readonly empty: string;
  readonly emptyText: string;
}

interface Props<Row> {
  readonly kind: RecordKind;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly words: Words;
  readonly preset: Readonly<Record<string, unknown>>;
  /** The field that a new row is made of, where one name is enough. */
  readonly newField?: string;
  readonly selects?: (row: Row) => readonly string[];
}

export function NetworkTable<Row extends { readonly id: string; readonly presence: Presence }>(props: Props<Row>) {
  const { kind, rows, columns, words, preset, selects } = props;
  const show = useView((view) => view.show);
  const editing = useCellEditing(kind, props.newField === undefined ? null : { field: props.newField, preset });
  const ask = useRemoval((removal) => removal.ask);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind, preset })}>
      {words.add}
    </Button>
  );
  return (
    <DataTable
      name={kind}
      label={words.label}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      {...(selects ? { selects } : {})}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row, field) => show({ type: 'record', kind, id: row.id, ...(field === undefined ? {} : { field }) })}
      onRemove={(some) => ask(some.map((row) => ({ kind, id: row.id })))}
      editing={editing}
      empty={
        <EmptyState title={words.empty} text={words.emptyText}>
          {add}
        </EmptyState>
      }
      tools={
        <>
          {isExported(kind) && <ExchangeButtons kind={kind} />}
          {rows.length > 0 && add}
        </>
      }
    />
  );
}
