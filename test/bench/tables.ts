/** A table of ten thousand rows: sorting it against the bare sort with the same collator. */
import { arrange } from '../../renderer/ui/grid/arrange.ts';
import type { Column } from '../../renderer/ui/table-model.ts';
import { byTurns, type Line, ms } from './measure.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

const { compare } = new Intl.Collator('nl-NL', { numeric: true, sensitivity: 'base' });
const columns: readonly Column<Row>[] = [{ id: 'name', header: 'Naam', value: (row) => row.name }];

export async function benchTables(rounds: number): Promise<Line[]> {
  const rows = Array.from({ length: 10_000 }, (_, at): Row => ({ id: String(at), name: `Deelnemer ${(at * 7919) % 10_000} van team ${at % 37}` }));
  const names = rows.map((row) => row.name);
  const how = {
    columns,
    shown: columns,
    typed: '',
    filters: new Map(),
    group: null,
    folded: new Set<string>(),
    compare,
    rowId: (row: Row) => row.id,
  };
  const [table, bare] = await byTurns(
    () => arrange(rows, { ...how, sorting: { column: 'name', down: false } }),
    () => [...names].sort(compare),
    Math.ceil(rounds / 10),
  );
  const ratio = table.p50 / bare.p50;
  return [
    {
      what: 'a table of 10,000 rows sorts / the bare sort with the same collator',
      measured: `${ms(table.p50)} / ${ms(bare.p50)}`,
      ratio,
      aim: '≤ 2',
      met: ratio <= 2,
    },
  ];
}
