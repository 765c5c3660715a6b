/** Rhythms of a network, or of one team of it. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { datedColumns, withPresence } from '../../ui/dated-columns.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { rangeWords } from '../record/index.ts';
import { NetworkTable } from './NetworkTable.tsx';

type Row = Output<'rhythm.list'>['rows'][number];

/** 'elke 6 weken', '2 keer per schooljaar', or null when nobody said how often. */
export function oftenWords(t: Translate, row: Pick<Row, 'everyWeeks' | 'timesMin' | 'timesMax' | 'about'>): string | null {
  const { everyWeeks, timesMin, timesMax, about } = row;
  if (everyWeeks !== null) {
    const said = everyWeeks === 1 ? t(($) => $.data.everyWeek) : t(($) => $.data.everyWeeks, { weeks: everyWeeks });
    return about ? `${t(($) => $.data.about)} ${said}` : said;
  }
  if (timesMin === null && timesMax === null) return null;
  return t(($) => $.data.timesPerYear, { times: rangeWords(t, { min: timesMin, max: timesMax, about }) });
}

export function RhythmsTable({ networkId, unitId }: { readonly networkId: string; readonly unitId: string | null }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const list = useOperation('rhythm.list', { networkId, at }, { keep: true });
  const all = list.data?.rows;
  const rows = useMemo(() => (all ?? []).filter((row) => unitId === null || row.units.some((unit) => unit.id === unitId)), [all, unitId]);
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.app.relations.rhythm),
      value: (row) => row.name,
      cell: (row) => withPresence(t, row.presence, row.name),
    },
    { id: 'often', header: t(($) => $.app.relations.often), value: (row) => oftenWords(t, row), countMissing: true },
    { id: 'units', field: 'units', header: t(($) => $.app.relations.teams), value: (row) => row.units.map((unit) => unit.name).join(', ') },
    {
      id: 'roles',
      field: 'roles',
      away: true,
      header: t(($) => $.fields.name.roles),
      value: (row) => row.roles.map((role) => role.name).join(', ') || null,
    },
    ...(['everyWeeks', 'timesMin', 'timesMax', 'minutes'] as const).map(
      (field): Column<Row> => ({ id: field, field, away: true, align: 'right', header: t(($) => $.fields.name[field]), value: (row) => row[field] }),
    ),
    ...datedColumns<Row>(t, format),
  ];
  if (!all) return null;
  return (
    <NetworkTable
      kind="rhythm"
      newField="name"
      rows={rows}
      columns={columns}
      preset={{ networkId, ...(unitId === null ? {} : { units: [unitId] }) }}
      words={{
        label: t(($) => $.app.teams.rhythms),
        add: t(($) => $.app.teams.addRhythm),
        empty: t(($) => $.app.teams.noRhythms),
        emptyText: t(($) => $.app.teams.noRhythmsText),
      }}
    />
  );
}
