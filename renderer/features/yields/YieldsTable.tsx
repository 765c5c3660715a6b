/** The yields of a network in one table: what each is, who made it, how good it is and how far it came. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/index.ts';
import { distances } from '../../../shared/domain/lists.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Format, useFormat, useT } from '../../ui/words.tsx';
import { AttentionChip, AttentionDone, useAttention } from '../attention/index.ts';
import { useCellEditing, useListWord, useRemoval } from '../record/index.ts';

export type YieldRow = Output<'yield.list'>['rows'][number];
type Word = ReturnType<typeof useListWord>;

const kept = ['all', 'product', 'development', 'objects', 'onlyFollowed'] as const;
type Kept = (typeof kept)[number];
const keeps: Readonly<Record<Kept, (row: YieldRow) => boolean>> = {
  all: () => true,
  product: (row) => row.type === 'product',
  development: (row) => row.type === 'development',
  objects: (row) => row.isBoundaryObject,
  onlyFollowed: (row) => row.followed,
};

const aspects = ['visibility', 'accessibility', 'usability', 'transferValue'] as const;

/** Realised, or intended and by when. */
export function standingWords(t: Translate, format: Format, row: YieldRow): string {
  if (row.standing === 'actual') return t(($) => $.yields.list.realised);
  if (row.standing === 'lapsed') return t(($) => $.lists.standing.lapsed);
  if (row.expectedBy === null) return t(($) => $.yields.list.intended);
  return t(($) => $.yields.list.intendedBy, { date: format.date(row.expectedBy) });
}

/** '4 · 3 · ? · 2', in the order of the four qualities; null when nobody scored it. */
const scoreWords = ({ quality }: YieldRow): string | null => (quality === null ? null : aspects.map((aspect) => quality[aspect] ?? '?').join(' · '));

function NameCell({ row }: { readonly row: YieldRow }) {
  const t = useT();
  return (
    <span className="name-cell">
      <span className="strong">{row.name}</span>
      {row.isBoundaryObject && <span className="tag">{t(($) => $.yields.list.object)}</span>}
      {row.followed && <span className="tag tag-followed">{t(($) => $.yields.list.followed)}</span>}
    </span>
  );
}

function ScoreCell({ row }: { readonly row: YieldRow }) {
  const t = useT();
  const { quality } = row;
  if (quality === null) return <span className="faint">{t(($) => $.yields.list.notScored)}</span>;
  const said = aspects.map((aspect) => `${t(($) => $.yields.quality.aspects[aspect])} ${quality[aspect] ?? t(($) => $.app.unknown)}`).join(', ');
  return (
    <span title={said}>
      <span aria-hidden="true">{scoreWords(row)}</span>
      <span className="hidden-text">{said}</span>
    </span>
  );
}

const columnsOf = (t: Translate, format: Format, word: Word): readonly Column<YieldRow>[] => [
  { id: 'name', field: 'name', header: t(($) => $.yields.list.name), value: (row) => row.name, cell: (row) => <NameCell row={row} /> },
  {
    id: 'type',
    field: 'type',
    header: t(($) => $.yields.list.type),
    value: (row) => t(($) => $.lists.yieldType[row.type as 'product']),
    short: true,
  },
  { id: 'form', field: 'form', header: t(($) => $.yields.list.form), value: (row) => word('yieldForm', row.form), minor: true },
  { id: 'status', field: 'standing', header: t(($) => $.yields.list.status), value: (row) => standingWords(t, format, row), short: true },
  {
    id: 'makers',
    field: 'makers',
    header: t(($) => $.yields.list.makers),
    value: (row) => row.makers.map((maker) => maker.name).join(', ') || null,
    countMissing: true,
  },
  {
    id: 'quality',
    header: t(($) => $.yields.list.quality),
    value: (row) => scoreWords(row) ?? t(($) => $.yields.list.notScored),
    order: (row) => scoreWords(row),
    cell: (row) => <ScoreCell row={row} />,
    short: true,
  },
  { id: 'steps', header: t(($) => $.yields.list.steps), value: (row) => row.steps, align: 'right' },
  {
    id: 'farthest',
    header: t(($) => $.yields.list.farthest),
    value: (row) =>
      row.farthest !== null ? t(($) => $.lists.distance[row.farthest as 'network']) : row.steps === 0 ? t(($) => $.yields.list.noSteps) : null,
    order: (row) => (row.farthest === null ? null : distances.indexOf(row.farthest)),
    short: true,
  },
  { id: 'embedded', header: t(($) => $.yields.list.embedded), value: (row) => row.embedded, align: 'right' },
  { id: 'version', field: 'version', away: true, header: t(($) => $.fields.name.version), value: (row) => row.version ?? '' },
  {
    id: 'nature',
    field: 'nature',
    away: true,
    header: t(($) => $.fields.name.nature),
    value: (row) => (row.nature === null ? '' : t(($) => $.lists.yieldNature[row.nature as 'product'])),
  },
  { id: 'layer', field: 'layerId', away: true, header: t(($) => $.fields.name.layerId), value: (row) => row.layer?.name ?? '' },
  ...datedColumns<YieldRow>(t, format).map((column) => (column.id === 'end' ? { ...column, away: true } : column)),
];

interface Props {
  readonly rows: readonly YieldRow[];
  readonly networkId: string;
  readonly onOpen: (id: string) => void;
}

function AddButton({ networkId, filled }: { readonly networkId: string; readonly filled?: true }) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <Button
      {...(filled ? { variant: 'filled' } : {})}
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => show({ type: 'new', kind: 'yield', preset: { networkId } })}
    >
      {t(($) => $.yields.list.add)}
    </Button>
  );
}

export function YieldsTable({ rows, networkId, onOpen }: Props) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const setPanel = useView((view) => view.setPanel);
  const only = (useView((view) => view.panels['yields.only']) as Kept | undefined) ?? 'all';
  const editing = useCellEditing('yield', { field: 'name', preset: { networkId } });
  const asked = useAttention(networkId, ['unscored']);
  const shown = asked.what === null ? rows.filter(keeps[only]) : rows.filter((row) => asked.keeps(row.id));
  const choose = (value: Kept) => {
    asked.clear();
    setPanel('yields.only', value);
  };
  return (
    <DataTable
      name="yield"
      label={t(($) => $.yields.list.label)}
      rows={shown}
      total={rows.length}
      columns={columnsOf(t, format, word)}
      rowId={(row) => row.id}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row, field) => (field === undefined ? onOpen(row.id) : show({ type: 'record', kind: 'yield', id: row.id, field }))}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'yield', id: row.id })))}
      editing={editing}
      empty={
        rows.length === 0 ? (
          <EmptyState title={t(($) => $.yields.list.empty)} text={t(($) => $.yields.list.emptyText)}>
            <AddButton networkId={networkId} filled />
          </EmptyState>
        ) : asked.what !== null ? (
          <AttentionDone only={asked} />
        ) : (
          <EmptyState title={t(($) => $.yields.list.nothing, { hidden: rows.length })}>
            <Button onClick={() => choose('all')}>{t(($) => $.yields.list.clear)}</Button>
          </EmptyState>
        )
      }
      tools={
        rows.length > 0 && (
          <>
            <AttentionChip only={asked} />
            <Segments
              label={t(($) => $.yields.list.only)}
              value={only}
              choices={kept.map((value) => ({ value, label: t(($) => $.yields.list[value]) }))}
              onChange={choose}
            />
            <AddButton networkId={networkId} />
          </>
        )
      }
    />
  );
}
