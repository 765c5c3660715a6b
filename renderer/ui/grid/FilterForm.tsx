/** What a column must say for a row to be shown: a piece of text, or some of its values. */
import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { CellValue, Column } from '../table-model.ts';
import { useFormat, useT } from '../words.tsx';
import { type Filter, valuesOf } from './arrange.ts';

/** More values than this are found by typing. */
const MOST = 60;

interface Props<Row> {
  readonly column: Column<Row>;
  readonly rows: readonly Row[];
  readonly filter: Filter | undefined;
  readonly onChange: (filter: Filter | undefined) => void;
  readonly onDone: () => void;
}

export function FilterForm<Row>({ column, rows, filter, onChange, onDone }: Props<Row>) {
  const t = useT();
  const { compare } = useFormat();
  const values = useMemo(() => valuesOf(rows, column, compare), [rows, column, compare]);
  const text = filter && 'text' in filter ? filter.text : '';
  const ticked = filter && 'values' in filter ? filter.values : new Set<CellValue>();
  const tick = (value: CellValue, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(value);
    else next.delete(value);
    onChange(next.size === 0 ? undefined : { values: next });
  };
  const label = t(($) => $.register.grid.filterOf, { column: column.header });
  return (
    <div className="filter-form" role="group" aria-label={label} onKeyDown={(event) => event.key === 'Enter' && onDone()}>
      <TextInput
        label={label}
        placeholder={t(($) => $.register.grid.contains)}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : { text: event.currentTarget.value })}
      />
      {values.length <= MOST && (
        <div className="filter-values">
          {values.map(({ value, count }) => (
            <label className="check" key={String(value)}>
              <input type="checkbox" checked={ticked.has(value)} onChange={(event) => tick(value, event.currentTarget.checked)} />
              <span>{value === null ? t(($) => $.app.unknown) : value === '' ? t(($) => $.register.grid.nothing) : value}</span>
              <span className="faint">{count}</span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
