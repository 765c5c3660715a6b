/** One yield: its olievlek, table, chain or quality; beside it its figures and the path from whom to whom. */
import { Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { ChainModel } from '../../../shared/spread/chain-cards.ts';
import { isTaken, placeState, placesOf, routeTo, type SpreadModel, spreadDays } from '../../../shared/spread/path.ts';
import { spreadScene } from '../../../shared/spread/spread-scene.ts';
import { nameOf, routeSentence } from '../../../shared/spread/words.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChoiceControl } from '../../ui/fields/ChoiceControl.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { useFormat, useT } from '../../ui/words.tsx';
import { useListWord, YieldFile } from '../record/index.ts';
import { ChainDrawing } from './ChainDrawing.tsx';
import { MainFigures, MoreFigures } from './Figures.tsx';
import { modelOf } from './model.ts';
import { PathTree } from './PathTree.tsx';
import { QualityForm } from './QualityForm.tsx';
import { QualityPath } from './QualityPath.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import { SpreadDrawing } from './SpreadDrawing.tsx';
import { Stays } from './Stays.tsx';
import { StepForm } from './StepForm.tsx';
import { StepsTable } from './StepsTable.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { type Time, useTime } from './use-time.ts';
import { standingWords, type YieldRow } from './YieldsTable.tsx';

const faces = ['rings', 'table', 'chain', 'quality'] as const;
type Face = (typeof faces)[number];
type Form = 'step' | 'quality' | null;

interface Props {
  readonly row: YieldRow;
  readonly rows: readonly YieldRow[];
  /** '' goes back to the list. */
  readonly onOpen: (id: string) => void;
}

const icon = { size: 16, stroke: 1.7 } as const;

/** Space plays and the arrows go through time, unless what has the focus uses them itself. */
function timeKeys(time: Time) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const own = target.closest('input, textarea, select, button, a, [role=grid], [role=tab], [role=combobox], [contenteditable], form');
    if (own || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') time.play(!time.running);
    else if (event.key === 'ArrowRight') time.step(1);
    else if (event.key === 'ArrowLeft') time.step(-1);
    else return;
    event.preventDefault();
  };
}

function Head({ row, action }: { readonly row: YieldRow; readonly action: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const word = useListWord();
  const makers = row.makers.map((maker) => maker.name);
  return (
    <header className="yield-head">
      <div className="yield-head-act">{action}</div>
      <div className="yield-tags">
        <span className="tag">{t(($) => $.lists.yieldType[row.type as 'product'])}</span>
        <span className="tag">{word('yieldForm', row.form)}</span>
        <span className="tag">{standingWords(t, format, row)}</span>
        {row.isBoundaryObject && <span className="tag">{t(($) => $.yields.list.object)}</span>}
        {row.followed && <span className="tag tag-followed">{t(($) => $.yields.list.followed)}</span>}
      </div>
      <h1>{row.name}</h1>
      <p className="faint">
        {t(($) => $.yields.page.madeBy, {
          who: makers.length > 0 ? format.list(makers) : t(($) => $.yields.page.nobody),
          when: row.standing === 'actual' ? format.date(row.start) : standingWords(t, format, row),
        })}{' '}
        {row.version !== null && t(($) => $.yields.page.version, { version: row.version })}
      </p>
    </header>
  );
}

interface RouteProps {
  readonly model: SpreadModel;
  readonly route: string;
  readonly onOff: () => void;
}

/** 'Via Procesbegeleider 4 kwam …', with a way to each step of it. */
function Route({ model, route, onOff }: RouteProps) {
  const t = useT();
  const show = useView((view) => view.show);
  const way = useMemo(() => routeTo(placesOf(model), route), [model, route]);
  const last = way.at(-1);
  if (!last) return null;
  return (
    <section className="yield-route" aria-live="polite">
      <p>{routeSentence(t, model, way)}</p>
      <p className="yield-route-acts">
        {last.steps.map((step) => (
          <button key={step.id} type="button" className="link small" onClick={() => show({ type: 'record', kind: 'spread', id: step.id })}>
            <IconPencil size={14} stroke={1.7} aria-hidden="true" /> {t(($) => $.yields.spread.to)} {nameOf(t, last)}
          </button>
        ))}
        <button type="button" className="link small" onClick={onOff}>
          {t(($) => $.yields.spread.routeOff)}
        </button>
      </p>
    </section>
  );
}

function Toolbar({
  row,
  rows,
  onOpen,
  face,
  setForm,
  route,
  model,
  onRouteOff,
}: Props & {
  readonly face: Face;
  readonly setForm: (form: Form) => void;
  readonly route: string | null;
  readonly model: SpreadModel;
  readonly onRouteOff: () => void;
}) {
  const t = useT();
  const show = useView((view) => view.show);
  const setPanel = useView((view) => view.setPanel);
  const lit = route === null || face !== 'rings' ? undefined : placesOf(model).find((place) => place.key === route);
  return (
    <div className="yield-toolbar no-print" role="toolbar" aria-label={t(($) => $.yields.page.toolbar)}>
      <Button size="xs" variant="subtle" leftSection={<IconArrowLeft {...icon} />} onClick={() => onOpen('')}>
        {t(($) => $.yields.page.back)}
      </Button>
      <div className="yield-choose">
        <ChoiceControl
          id="yield-choose"
          required
          label={t(($) => $.yields.page.choose)}
          options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          value={row.id}
          onChange={(id) => id !== null && onOpen(id)}
        />
      </div>
      <Segments
        label={t(($) => $.yields.page.face)}
        value={face}
        choices={faces.map((value) => ({ value, label: t(($) => $.yields.page.faces[value]) }))}
        onChange={(value) => setPanel('yields.page', value)}
      />
      {lit && (
        <button type="button" className="yield-chip" onClick={onRouteOff} title={t(($) => $.yields.spread.routeOff)}>
          {t(($) => $.yields.spread.route, { name: nameOf(t, lit) })}
          <IconX size={14} stroke={1.8} aria-hidden="true" />
        </button>
      )}
      <span className="yield-space" />
      {(face === 'rings' || face === 'chain') && <SaveMenu id={row.id} name={row.name} what={face} route={route} />}
      <Button size="xs" onClick={() => show({ type: 'record', kind: 'yield', id: row.id })}>
        {t(($) => $.yields.page.record)}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" leftSection={<IconPlus {...icon} />}>
            {t(($) => $.yields.page.addMore)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setForm('step')}>{t(($) => $.yields.page.addStep)}</Menu.Item>
          <Menu.Item onClick={() => setForm('quality')}>{t(($) => $.yields.page.addQuality)}</Menu.Item>
          <Menu.Item onClick={() => show({ type: 'new', kind: 'embedding', preset: { entityId: row.id } })}>
            {t(($) => $.yields.page.addEmbedding)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** All that the page shows, as of the day; what is drawn of it is worked out here, so that a slide asks the host for figures only. */
function useShown(row: YieldRow) {
  const t = useT();
  const at = useView((view) => view.day);
  const spread = useOperation('spread.list', { yieldId: row.id, at }, { keep: true });
  const stays = useOperation('embedding.list', { entityId: row.id, at }, { keep: true });
  const meetings = useOperation('meetingObject.list', { yieldId: row.id });
  const steps = spread.data?.rows;
  const model = useMemo(() => modelOf(row, steps ?? []), [row, steps]);
  const embeddings = stays.data?.rows;
  const tables = meetings.data?.rows;
  const chain = useMemo((): ChainModel => ({ ...model, meetings: tables ?? [], embeddings: embeddings ?? [] }), [model, tables, embeddings]);
  const days = useMemo(() => spreadDays([model]), [model]);
  const time = useTime(days);
  return { t, at, model, chain, time, embeddings: embeddings ?? [], isReady: steps !== undefined };
}

export function YieldPage(props: Props) {
  const { row } = props;
  const { t, at, model, chain, time, embeddings, isReady } = useShown(row);
  const format = useFormat();
  const face = (useView((view) => view.panels['yields.page']) as Face | undefined) ?? 'rings';
  const [asked, setRoute] = useState<string | null>(null);
  // a place that is not there yet on this day has no route; it is lit again when it is
  const route = useMemo(() => {
    const place = placesOf(model).find((one) => one.key === asked);
    return place !== undefined && isTaken(placeState(place, at)) ? asked : null;
  }, [model, asked, at]);
  const [form, setForm] = useState<Form>(null);
  const scene = useMemo(() => spreadScene(model, { t, at, route }), [model, t, at, route]);
  const lit = useMemo(() => new Set(route === null ? [] : routeTo(placesOf(model), route).map((place) => place.key)), [model, route]);
  if (!isReady) return null;
  // the chain and the table take the whole width
  const hasPanel = face === 'rings' || form !== null;
  const litPlace = placesOf(model).find((place) => place.key === route);
  const fromId = (litPlace !== undefined && litPlace.kind !== 'audience' ? litPlace.key : null) ?? row.makers[0]?.id ?? null;
  const addStep = (
    <Button leftSection={<IconPlus {...icon} />} onClick={() => setForm('step')}>
      {t(($) => $.yields.page.addStep)}
    </Button>
  );
  const taken = model.steps.filter((step) => step.standing === 'actual');
  return (
    <section className="yield-page" aria-label={row.name} onKeyDown={timeKeys(time)}>
      <Toolbar {...props} face={face} setForm={setForm} route={route} model={model} onRouteOff={() => setRoute(null)} />
      {(!hasPanel || form !== null) && <h1 className="hidden-text">{row.name}</h1>}
      <div className="yield-work" data-panel={hasPanel || undefined}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <div className="yield-sheet" data-face={face} tabIndex={0} role="group" aria-label={t(($) => $.yields.page.faces[face])}>
          {face === 'rings' && taken.length === 0 && (
            <EmptyState title={t(($) => $.yields.spread.empty)} text={t(($) => $.yields.spread.emptyText, { day: format.day(at) })}>
              {addStep}
            </EmptyState>
          )}
          {face === 'rings' && taken.length > 0 && <SpreadDrawing scene={scene} route={route} onRoute={setRoute} />}
          {face === 'table' && <StepsTable steps={model.steps} tools={addStep} />}
          {face === 'chain' && <ChainDrawing chain={chain} at={at} />}
          {face === 'quality' && <QualityPath row={row} onScore={() => setForm('quality')} />}
        </div>
        {hasPanel && (
          <section className="yield-panel" data-pane="panel" tabIndex={-1} aria-label={t(($) => $.yields.page.panel)}>
            {form === 'step' && <StepForm row={row} fromId={fromId} onClose={() => setForm(null)} />}
            {form === 'quality' && <QualityForm row={row} onClose={() => setForm(null)} />}
            {form === null && (
              <Settle key={row.id} className="yield-told">
                <Head row={row} action={addStep} />
                <MainFigures id={row.id} />
                {route === null ? (
                  scene.places.length > 0 && <p className="faint small yield-hint">{t(($) => $.yields.spread.hint)}</p>
                ) : (
                  <Route model={model} route={route} onOff={() => setRoute(null)} />
                )}
                <PathTree model={model} route={lit} onRoute={setRoute} />
                <MoreFigures id={row.id} />
                <Stays rows={embeddings} yieldId={row.id} />
                <YieldFile id={row.id} />
              </Settle>
            )}
          </section>
        )}
      </div>
      {(face === 'rings' || face === 'chain') && <TimeSlider time={time} marks={time.days} places={scene.places.length} />}
    </section>
  );
}
