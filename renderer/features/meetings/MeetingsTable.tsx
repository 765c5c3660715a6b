/** The meetings of a network, newest first: of one school year or all, of one team or all. */
import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays, edtfRange, schoolYearOf } from '../../../shared/domain/edtf.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { AttentionChip, AttentionDone, useAttention } from '../attention/index.ts';
import { CalendarMenu } from '../exchange/index.ts';
import { useCellEditing, useListWord, useRemoval } from '../record/index.ts';
import { mixWords, PurposeCell } from './PurposeCell.tsx';

type Row = Output<'meeting.list'>['rows'][number];

/** '8 van 10, 1 gast', or a count without names; null when nobody said. */
function thereWords(t: Translate, row: Row): string | null {
  const named = row.present + row.excused + row.absent;
  const guests = row.guests === 0 ? '' : counted(t, ($) => $.meetings.list.thereGuests, row.guests);
  if (named > 0) return [t(($) => $.meetings.list.thereOf, { n: row.present, total: named }), guests].filter(Boolean).join(', ');
  if (row.headCount !== null) return t(($) => $.meetings.list.counted, { n: row.headCount });
  return guests === '' ? null : guests;
}

function standingWord(t: Translate, row: Row): string {
  if (row.standing === 'lapsed') return t(($) => $.meetings.list.cancelled);
  return t(
    row.standing === 'actual'
      ? ($) => $.meetings.list.held
      : row.standing === 'planned'
        ? ($) => $.meetings.list.planned
        : ($) => $.meetings.list.potential,
  );
}

const lastDay = (row: Row): string | null => (row.start === null ? null : (edtfRange(row.start)?.max ?? null));
const yearOf = (row: Row): string | null => {
  const day = lastDay(row);
  return day === null ? null : schoolYearOf(day);
};

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  return [
    {
      id: 'start',
      field: 'start',
      header: t(($) => $.meetings.list.date),
      short: true,
      countMissing: true,
      value: (row) => (row.start === null ? null : format.date(row.start)),
      order: lastDay,
    },
    {
      id: 'name',
      field: 'name',
      header: t(($) => $.meetings.list.title),
      value: (row) => row.name,
      cell: (row) => (
        <span className="name-cell">
          <span className="strong">{row.name}</span>
          {row.standing !== 'actual' && <span className="tag">{standingWord(t, row)}</span>}
        </span>
      ),
    },
    { id: 'units', field: 'units', header: t(($) => $.meetings.list.teams), value: (row) => row.units.map((unit) => unit.name).join(', ') || null },
    {
      id: 'there',
      header: t(($) => $.meetings.list.there),
      short: true,
      countMissing: true,
      value: (row) => (row.standing === 'actual' ? thereWords(t, row) : ''),
    },
    {
      id: 'purpose',
      header: t(($) => $.meetings.list.purpose),
      value: (row) => (row.standing === 'actual' ? mixWords(t, row.purpose) : ''),
      cell: (row) => (row.standing === 'actual' ? <PurposeCell mix={row.purpose} /> : null),
      countMissing: true,
    },
    { id: 'openActions', header: t(($) => $.meetings.list.openActions), align: 'right', value: (row) => (row.actions === 0 ? '' : row.openActions) },
    { id: 'kind', field: 'kind', header: t(($) => $.meetings.list.kind), minor: true, short: true, value: (row) => word('meetingKind', row.kind) },
    { id: 'year', away: true, header: t(($) => $.meetings.list.year), value: yearOf },
    { id: 'standing', field: 'standing', away: true, header: t(($) => $.meetings.list.standing), value: (row) => standingWord(t, row) },
    { id: 'decisions', away: true, align: 'right', header: t(($) => $.meetings.list.decisions), value: (row) => row.decisions },
    { id: 'objects', away: true, align: 'right', header: t(($) => $.meetings.list.objects), value: (row) => row.objects },
    { id: 'place', field: 'place', away: true, header: t(($) => $.fields.name.place), value: (row) => row.place },
  ];
}

/** Kept as long as the portfolio is open: the team and the school year that one looks at. */
export function useScope() {
  const panels = useView((view) => view.panels);
  const setPanel = useView((view) => view.setPanel);
  const unitId = panels['meetings.team'] || null;
  return {
    year: panels['meetings.year'] ?? null,
    unitId,
    setYear: (value: string) => setPanel('meetings.year', value),
    setUnit: (value: string) => setPanel('meetings.team', value),
  };
}

const ALL = 'all';

/** The last school year in which something was held up to the day, unless that is the one of the day; null is that nothing was. */
function lastYearHeld(rows: readonly Row[], day: string): string | null {
  const held = rows.flatMap((row) => {
    const range = row.standing !== 'actual' || row.start === null ? null : edtfRange(row.start);
    return range === null || range.min > day ? [] : [schoolYearOf(range.max > day ? day : range.max)];
  });
  return held.sort().at(-1) ?? null;
}

interface YearNoteProps {
  readonly current: string;
  readonly shown: string;
  readonly onCurrent: () => void;
}

/** A list that opens on an earlier year says so. */
function YearNote({ current, shown, onCurrent }: YearNoteProps) {
  const t = useT();
  return (
    <p className="meetings-note small" role="status">
      {t(($) => $.attention.year.shown, { current, shown })}{' '}
      <button type="button" className="link" onClick={onCurrent}>
        {t(($) => $.attention.year.toCurrent, { current })}
      </button>
    </p>
  );
}

interface Props {
  readonly networkId: string;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}

export function MeetingsTable({ networkId, onOpen, onAdd }: Props) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const { year: chosen, unitId, setYear, setUnit } = useScope();
  const only = useAttention(networkId, ['unmarked']);
  const columns = useColumns();
  const ask = useRemoval((removal) => removal.ask);
  const editing = useCellEditing('meeting', null);
  const all = useOperation('meeting.list', { networkId });
  const units = useOperation('unit.list', { networkId, at: day }, { keep: true });
  if (!all.data) return null;
  const current = schoolYearOf(day);
  const year = chosen ?? lastYearHeld(all.data.rows, day) ?? current;
  const from = `${year.slice(0, 4)}-08-01`;
  const to = addDays(`${year.slice(5)}-08-01`, -1);
  const within = (row: Row): boolean => {
    const range = row.start === null ? null : edtfRange(row.start);
    return range === null || (range.max >= from && range.min <= to);
  };
  const isChosen = (row: Row): boolean => (year === ALL || within(row)) && (unitId === null || row.units.some((unit) => unit.id === unitId));
  const rows = all.data.rows.filter((row) => (only.what === null ? isChosen(row) : only.keeps(row.id)));
  const years = [...new Set([current, year, ...all.data.rows.flatMap((row) => yearOf(row) ?? [])])]
    .filter((one) => one !== ALL)
    .sort()
    .reverse();
  const teams = new Map([...(units.data?.units ?? []), ...all.data.rows.flatMap((row) => row.units)].map((unit) => [unit.id, unit.name]));
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} />}
      aria-keyshortcuts="n"
      title={t(($) => $.meetings.addKey)}
      onClick={onAdd}
    >
      {t(($) => $.meetings.add)}
    </Button>
  );
  const showAll = () => {
    setYear(ALL);
    setUnit('');
  };
  const table = (
    <DataTable
      name="meeting"
      label={t(($) => $.app.rooms.meetings)}
      rows={rows}
      total={all.data.rows.length}
      columns={columns}
      rowId={(row) => row.id}
      isFaint={(row) => row.standing === 'lapsed'}
      onOpen={(row) => onOpen(row.id)}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'meeting', id: row.id })))}
      editing={editing}
      empty={
        all.data.rows.length === 0 ? (
          <EmptyState title={t(($) => $.meetings.list.empty)} text={t(($) => $.meetings.list.emptyText)}>
            {add}
            <CalendarMenu networkId={networkId} unitId={null} />
          </EmptyState>
        ) : only.what !== null ? (
          <AttentionDone only={only} />
        ) : (
          <EmptyState title={t(($) => $.meetings.list.emptyHere)} text={t(($) => $.meetings.list.emptyHereText)}>
            <Button onClick={showAll}>{t(($) => $.meetings.list.showAll)}</Button>
          </EmptyState>
        )
      }
      tools={
        <>
          <AttentionChip only={only} />
          <Select
            aria-label={t(($) => $.meetings.list.year)}
            w="11.5rem"
            allowDeselect={false}
            data={[{ value: ALL, label: t(($) => $.meetings.list.allYears) }, ...years.map((one) => ({ value: one, label: one }))]}
            value={year}
            onChange={(value) => {
              only.clear();
              if (value !== null) setYear(value);
            }}
            comboboxProps={{ shadow: 'none' }}
          />
          <Select
            aria-label={t(($) => $.meetings.list.team)}
            w="12rem"
            allowDeselect={false}
            searchable={teams.size > 8}
            data={[
              { value: ALL, label: t(($) => $.meetings.list.allTeams) },
              ...[...teams].map(([value, label]) => ({ value, label })).sort((a, b) => format.compare(a.label, b.label)),
            ]}
            value={unitId ?? ALL}
            onChange={(value) => value !== null && setUnit(value === ALL ? '' : value)}
            comboboxProps={{ shadow: 'none' }}
          />
          <CalendarMenu networkId={networkId} unitId={unitId} />
          {add}
        </>
      }
    />
  );
  return (
    <>
      {chosen === null && only.what === null && year !== current && <YearNote current={current} shown={year} onCurrent={() => setYear(current)} />}
      {table}
    </>
  );
}
