/** Everything of a network that has a date, in lanes: as a drawing, as a table, where each stands now, and what has no date. */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TimelineMark } from '../../../shared/timeline/draw-lane.ts';
import { emptyWords, undatedWords } from '../../../shared/timeline/legend.ts';
import { isWithin, type Timeline, type TimelineRow } from '../../../shared/timeline/spans.ts';
import { timelineScene, wholeSpan } from '../../../shared/timeline/timeline-scene.ts';
import { nameWords, whenWords } from '../../../shared/timeline/words.ts';
import { useTrailIds, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useT } from '../../ui/words.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import './timeline.css';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import { RowsTable, StandsTable } from './TimelineTables.tsx';
import { Toolbar } from './Toolbar.tsx';
import { type TimelineView, useTimeline } from './use-timeline.ts';

const tabs = ['drawing', 'table', 'stands', 'undated'] as const;
type Tab = (typeof tabs)[number];

/** What lies under one sign or count, each with its way in. */
function Several({ mark, rows, onClose }: { readonly mark: TimelineMark; readonly rows: readonly TimelineRow[]; readonly onClose: () => void }) {
  const t = useT();
  const show = useView((view) => view.show);
  const ids = new Set(mark.keys.map((key) => key.split(' ')[0]));
  const own = rows.filter((row) => ids.has(row.id));
  return (
    <section className="timeline-several" aria-label={mark.label} aria-live="polite">
      <div className="timeline-several-head">
        <h2>{t(($) => $.timelineScreen.inHere, { count: own.length })}</h2>
        <Button size="xs" variant="subtle" leftSection={<IconX size={14} stroke={1.8} />} onClick={onClose}>
          {t(($) => $.app.close)}
        </Button>
      </div>
      <ul>
        {own.map((row) => (
          <li key={row.id}>
            <button type="button" className="link" onClick={() => show({ type: 'record', kind: row.kind, id: row.id })}>
              {t(($) => $.timeline.kind[row.kind])}: {nameWords(t, row)}
            </button>
            <span className="faint small"> {whenWords(t, row)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly timeline: Timeline;
  readonly view: TimelineView;
  readonly networkId: string;
  readonly toUndated: () => void;
}

function Empty({ timeline, view, networkId, toUndated }: Props) {
  const t = useT();
  const show = useView((store) => store.show);
  if (timeline.rows.length > 0)
    return (
      <EmptyState title={t(($) => $.timelineScreen.emptyYear)} text={t(($) => $.timelineScreen.emptyYearText)}>
        <Button onClick={() => view.setYear(null)}>{t(($) => $.timelineScreen.showAll)}</Button>
      </EmptyState>
    );
  return (
    <EmptyState title={t(($) => $.timelineScreen.empty)} text={undatedWords(t, timeline) || t(($) => $.timelineScreen.emptyText)}>
      <div className="timeline-begin">
        {timeline.undated.length > 0 && <Button onClick={toUndated}>{t(($) => $.timelineScreen.toUndated)}</Button>}
        <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => show({ type: 'new', kind: 'meeting', preset: { networkId } })}>
          {t(($) => $.timelineScreen.addMeeting)}
        </Button>
        <Button
          leftSection={<IconPlus size={16} stroke={1.8} />}
          onClick={() => show({ type: 'new', kind: 'phase', preset: { networkId, entityId: networkId } })}
        >
          {t(($) => $.timelineScreen.addPhase)}
        </Button>
      </div>
    </EmptyState>
  );
}

/** Pixels that the edges and the scroll bar of the sheet take. */
const BESIDE = 14;

function Drawing({ timeline, view, networkId, toUndated }: Props) {
  const t = useT();
  const show = useView((store) => store.show);
  const selected = useTrailIds();
  const { ref, width } = useElementSize();
  const [opened, setOpened] = useState<TimelineMark | null>(null);
  const { shown } = view;
  const scene = useMemo(() => timelineScene(timeline, { ...shown, t, width: (width || 1160) - BESIDE }), [timeline, t, shown, width]);
  const open = (mark: TimelineMark): void => {
    setOpened(mark.type === 'thing' ? null : mark);
    if (mark.type === 'thing' && mark.row) show({ type: 'record', kind: mark.row.kind, id: mark.row.id });
  };
  const isEmpty = scene.marks.every((mark) => mark.type === 'lane');
  const missing = undatedWords(t, timeline);
  return (
    <>
      <Toolbar view={view} scene={scene}>
        <SaveMenu networkId={networkId} view={view} title={scene.title} />
      </Toolbar>
      {missing !== '' && !isEmpty && (
        <p className="timeline-note small">
          {missing}{' '}
          <button type="button" className="link small" onClick={toUndated}>
            {t(($) => $.timelineScreen.toUndated)}
          </button>
        </p>
      )}
      {opened && <Several mark={opened} rows={timeline.rows} onClose={() => setOpened(null)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div ref={ref} className="timeline-sheet" tabIndex={0} role="group" aria-label={t(($) => $.timelineScreen.tabs.drawing)}>
        {isEmpty ? (
          <Empty timeline={timeline} view={view} networkId={networkId} toUndated={toUndated} />
        ) : (
          <TimelineDrawing scene={scene} selected={selected} onOpen={open} onFold={view.fold} onYear={view.step} onAll={() => view.setYear(null)} />
        )}
      </div>
      <p className="hidden-text" aria-live="polite">
        {emptyWords(t, timeline, scene.lanes)}
      </p>
    </>
  );
}

export function TimelineScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const view = useTimeline(networkId);
  const tab = (useView((store) => store.panels['timeline.tab']) as Tab | undefined) ?? 'drawing';
  const setPanel = useView((store) => store.setPanel);
  const { data, shown } = view;
  if (!data) return null;
  const [from, until] = shown.from === undefined || shown.until === undefined ? wholeSpan(data) : [shown.from, shown.until];
  const isShown = (row: TimelineRow): boolean =>
    row.kind === 'membership' ? shown.parts.includes('people') || shown.parts.includes('change') : shown.parts.includes(row.kind);
  const rows = data.rows.filter((row) => isShown(row) && (shown.from === undefined || isWithin(row, from, until)));
  const toUndated = () => setPanel('timeline.tab', 'undated');
  const counts: Partial<Record<Tab, string>> = { table: String(rows.length), undated: String(data.undated.length) };
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.timeline)}</h1>
      </div>
      <Tabs
        label={t(($) => $.app.rooms.timeline)}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(($) => $.timelineScreen.tabs[value]), ...(counts[value] ? { count: counts[value] } : {}) }))}
        onChange={(value) => setPanel('timeline.tab', value)}
      />
      <div className="team-body timeline-body" role="tabpanel" aria-label={t(($) => $.timelineScreen.tabs[tab])}>
        {tab === 'drawing' && <Drawing timeline={data} view={view} networkId={networkId} toUndated={toUndated} />}
        {tab === 'table' && <RowsTable timeline={data} rows={rows} />}
        {tab === 'stands' && <StandsTable timeline={data} networkId={networkId} />}
        {tab === 'undated' && <RowsTable timeline={data} rows={data.undated} undated />}
      </div>
    </section>
  );
}
