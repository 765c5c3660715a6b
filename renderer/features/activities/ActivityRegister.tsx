/** What a network did for others: open meetings and products in one table, with what is missing, and as a timeline. */
import { Select } from '@mantine/core';
import type { OpenListName } from '../../../shared/domain/lists.ts';
import { type Activity, isDone } from '../../../shared/exchange/activity-table.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { PanelCheck, usePanelCheck } from '../../ui/PanelCheck.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { capital, useFormat, useT } from '../../ui/words.tsx';
import { useListWord } from '../record/index.ts';
import './activities.css';
import { ActivityTable } from './ActivityTable.tsx';
import { ActivityTimeline } from './ActivityTimeline.tsx';
import { MissingCounts } from './MissingCounts.tsx';

const tabs = ['table', 'timeline'] as const;
type Tab = (typeof tabs)[number];

/** Of what list the kind is: of a meeting how one meets, of a product its form. */
const listOf = ({ of }: Pick<Activity, 'of'>): OpenListName => (of === 'meeting' ? 'meetingKind' : 'yieldForm');
const NO_LAYER = 'none';
const ALL = 'all';
const layerKey = ({ layer }: Activity): string => layer?.id ?? NO_LAYER;
const kindKey = (activity: Activity): string => `${activity.of}:${activity.kind}`;

/** The same choice for what goes out. */
function choiceOf(layer: string | null, kind: string | null) {
  const [of, ...rest] = (kind ?? '').split(':');
  return {
    ...(layer === null ? {} : { layerId: layer === NO_LAYER ? null : layer }),
    ...(kind === null ? {} : { kind: { of: of as Activity['of'], kind: rest.join(':') } }),
  };
}

/** A choice above the register, remembered while the portfolio is open; what is chosen and not there any more is not chosen. */
function useChoice(name: string, keys: ReadonlySet<string>): [string | null, (value: string | null) => void] {
  const kept = useView((view) => view.panels[name]) ?? '';
  const setPanel = useView((view) => view.setPanel);
  return [keys.has(kept) ? kept : null, (value) => setPanel(name, value ?? '')];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionsOf = (rows: readonly Activity[], key: (row: Activity) => string, word: (row: Activity) => string): readonly Option[] =>
  [...Map.groupBy(rows, key)].map(([value, own]) => ({ value, label: `${word(own[0] as Activity)} (${own.length})` }));

function useFilters(rows: readonly Activity[]) {
  const t = useT();
  const word = useListWord();
  const { compare } = useFormat();
  const layers = optionsOf(rows, layerKey, (row) => row.layer?.name ?? t(($) => $.activities.noLayer));
  const kinds = [...optionsOf(rows, kindKey, (row) => capital(word(listOf(row), row.kind)))].sort((a, b) => compare(a.label, b.label));
  const [layer, setLayer] = useChoice('activities.layer', new Set(layers.map(({ value }) => value)));
  const [kind, setKind] = useChoice('activities.kind', new Set(kinds.map(({ value }) => value)));
  const shown = rows.filter((row) => (layer === null || layerKey(row) === layer) && (kind === null || kindKey(row) === kind));
  return { shown, layer: { value: layer, set: setLayer, options: layers }, kind: { value: kind, set: setKind, options: kinds } };
}

interface FilterProps {
  readonly label: string;
  readonly all: string;
  readonly filter: { readonly value: string | null; readonly set: (value: string | null) => void; readonly options: readonly Option[] };
}

const Filter = ({ label, all, filter }: FilterProps) => (
  <Select
    className="activity-filter"
    size="xs"
    aria-label={label}
    data={[{ value: ALL, label: all }, ...filter.options]}
    value={filter.value ?? ALL}
    onChange={(value) => filter.set(value === ALL ? null : value)}
    allowDeselect={false}
  />
);

export function ActivityRegister({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const list = useOperation('activity.list', { networkId }, { keep: true });
  const tab = (useView((view) => view.panels['activities.tab']) as Tab | undefined) ?? 'table';
  const setPanel = useView((view) => view.setPanel);
  const planned = usePanelCheck('activities.planned');
  const all = list.data?.rows ?? [];
  const rows = planned ? all : all.filter(isDone);
  const { shown, layer, kind } = useFilters(rows);
  if (!list.data) return null;
  return (
    <>
      {all.length > 0 && (
        <div className="activity-bar">
          <MissingCounts activities={shown} />
          <div className="activity-filters no-print">
            {!all.every(isDone) && <PanelCheck name="activities.planned" label={t(($) => $.activities.screen.planned)} />}
            <Filter label={t(($) => $.activities.screen.pillar)} all={t(($) => $.activities.screen.allPillars)} filter={layer} />
            <Filter label={t(($) => $.activities.screen.kind)} all={t(($) => $.activities.screen.allKinds)} filter={kind} />
          </div>
        </div>
      )}
      <Tabs
        label={t(($) => $.app.rooms.activities)}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(($) => $.activities.screen[value]) }))}
        onChange={(value) => setPanel('activities.tab', value)}
      />
      <div className="team-body" role="tabpanel" aria-label={t(($) => $.activities.screen[tab])}>
        {tab === 'table' ? (
          <ActivityTable networkId={networkId} rows={shown} total={rows.length} planned={planned} listOf={listOf} />
        ) : (
          <ActivityTimeline
            rows={shown}
            choice={{ networkId, planned, ...choiceOf(layer.value, kind.value) }}
            toTable={() => setPanel('activities.tab', 'table')}
          />
        )}
      </div>
    </>
  );
}
