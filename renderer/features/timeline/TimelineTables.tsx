/** The same in words: all that is in view, what has no date, and where each stands now. */
import { Button } from '@mantine/core';
import { YIELDS_LANE } from '../../../shared/contract/timeline.ts';
import type { Timeline, TimelineRow } from '../../../shared/timeline/spans.ts';
import { nameWords, whenWords } from '../../../shared/timeline/words.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table-model.ts';
import { capital, useFormat, useT } from '../../ui/words.tsx';
import { useRemoval } from '../record/index.ts';

function useColumns(timeline: Timeline): readonly Column<TimelineRow>[] {
  const t = useT();
  const format = useFormat();
  const names = new Map([...timeline.lanes.map((lane) => [lane.id, lane.name] as const), [YIELDS_LANE, t(($) => $.timeline.yieldsLane)]]);
  return [
    { id: 'kind', header: t(($) => $.timelineScreen.columns.kind), short: true, value: (row) => t(($) => $.timeline.kind[row.kind]) },
    {
      id: 'name',
      header: t(($) => $.timelineScreen.columns.name),
      value: (row) => nameWords(t, row),
      cell: (row) => (
        <span className="name-cell">
          <span className="strong">{nameWords(t, row)}</span>
          {row.standing !== 'actual' && <span className="tag">{t(($) => $.lists.standing[row.standing])}</span>}
        </span>
      ),
    },
    { id: 'what', header: t(($) => $.timelineScreen.columns.what), value: (row) => capital(row.what) || null, minor: true },
    {
      id: 'lanes',
      header: t(($) => $.timelineScreen.columns.lane),
      value: (row) => row.lanes.map((lane) => names.get(lane) ?? timeline.network.name).join(', '),
    },
    ...datedColumns<TimelineRow>(t, format, false),
    {
      id: 'funded',
      header: t(($) => $.timelineScreen.columns.funded),
      away: true,
      value: (row) => (row.fundedUntil === null ? '' : format.date(row.fundedUntil)),
    },
  ];
}

interface Props {
  readonly timeline: Timeline;
  readonly rows: readonly TimelineRow[];
}

export function RowsTable({ timeline, rows, undated = false }: Props & { readonly undated?: boolean }) {
  const t = useT();
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const columns = useColumns(timeline);
  const label = t(undated ? ($) => $.timelineScreen.tabs.undated : ($) => $.timelineScreen.tabs.table);
  return (
    <DataTable
      name={undated ? 'timeline-undated' : 'timeline'}
      label={label}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => show({ type: 'record', kind: row.kind, id: row.id, ...(undated ? { field: 'start' } : {}) })}
      onRemove={(some) => ask(some.map((row) => ({ kind: row.kind, id: row.id })))}
      isFaint={(row) => row.standing === 'lapsed'}
      empty={<EmptyState title={t(undated ? ($) => $.timelineScreen.allDated : ($) => $.timelineScreen.nothingHere)} />}
    />
  );
}

interface Stand {
  readonly id: string;
  readonly where: string;
  readonly organisation: string;
  readonly phase: string | null;
  readonly cycle: string;
  readonly when: string;
  readonly phaseId: string | null;
  readonly entityId: string;
}

function useStands(timeline: Timeline): readonly Stand[] {
  const t = useT();
  const cycles = new Map([...timeline.rows, ...timeline.undated].map((row) => [row.id, row.what]));
  return timeline.stands.flatMap(({ entity, organisation, phases }): Stand[] => {
    const place = { where: entity.name, organisation: organisation?.name ?? '', entityId: entity.id };
    const key = `${entity.id} ${organisation?.id ?? ''}`;
    if (phases.length === 0) return [{ ...place, id: key, phase: null, cycle: '', when: '', phaseId: null }];
    return phases.map((phase) => ({
      ...place,
      id: `${key} ${phase.id}`,
      phase: [
        phase.round === null ? phase.name : `${phase.name}, ${t(($) => $.timeline.round, { round: phase.round })}`,
        ...(phase.presence === 'perhaps' ? [t(($) => $.timelineScreen.perhaps)] : []),
      ].join(', '),
      cycle: capital(cycles.get(phase.id) ?? ''),
      when: whenWords(t, { ...phase, kind: 'phase' }),
      phaseId: phase.id,
    }));
  });
}

export function StandsTable({ timeline, networkId }: { readonly timeline: Timeline; readonly networkId: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  const rows = useStands(timeline);
  const add = (entityId: string) => show({ type: 'new', kind: 'phase', preset: { networkId, entityId } });
  const columns: readonly Column<Stand>[] = [
    { id: 'where', header: t(($) => $.timelineScreen.columns.where), value: (row) => row.where },
    { id: 'organisation', header: t(($) => $.timelineScreen.columns.organisation), value: (row) => row.organisation, minor: true },
    {
      id: 'phase',
      header: t(($) => $.timelineScreen.columns.phase),
      value: (row) => row.phase ?? t(($) => $.timelineScreen.noPhase),
      cell: (row) =>
        row.phase === null ? <span className="unknown">{t(($) => $.timelineScreen.noPhase)}</span> : <span className="strong">{row.phase}</span>,
    },
    { id: 'cycle', header: t(($) => $.timelineScreen.columns.cycle), value: (row) => row.cycle, minor: true },
    { id: 'when', header: t(($) => $.timelineScreen.columns.when), value: (row) => row.when },
  ];
  return (
    <DataTable
      name="timeline-stands"
      label={t(($) => $.timelineScreen.tabs.stands)}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => (row.phaseId === null ? add(row.entityId) : show({ type: 'record', kind: 'phase', id: row.phaseId }))}
      isFaint={(row) => row.phase === null}
      tools={<Button onClick={() => add(networkId)}>{t(($) => $.timelineScreen.addPhase)}</Button>}
      empty={<EmptyState title={t(($) => $.timelineScreen.noPhase)} />}
    />
  );
}
