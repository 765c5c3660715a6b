/** The system diagram of a network as of the day: the drawing, its table twin, and what one takes away. */
import './diagram.css';
import './compare/compare.css';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { layoutParts, slotsOf } from '../../../shared/diagram/layout.ts';
import { type ColourMode, colourModes, type DiagramModel } from '../../../shared/diagram/model.ts';
import type { SceneItem } from '../../../shared/diagram/scene.ts';
import { diagramTable } from '../../../shared/diagram/table.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useSelected, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { useRemoval } from '../record/index.ts';
import { Canvas } from './Canvas.tsx';
import { ChangeList } from './compare/ChangeList.tsx';
import { CompareTools } from './compare/CompareTools.tsx';
import { useAgainst, useCompared } from './compare/use-compared.ts';
import { usePlay } from './compare/use-play.ts';
import { useRefit } from './compare/use-refit.ts';
import { DiagramTable } from './DiagramTable.tsx';
import { isPlaced, recordOf } from './items.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { SheetPanel } from './page/SheetPanel.tsx';
import { SheetTools } from './page/SheetTools.tsx';
import { useOutput } from './page/use-output.ts';
import './read/reading.css';
import { useViewport } from '../../ui/use-viewport.ts';
import { useZoomKeys } from '../../ui/use-zoom-keys.ts';
import { ReadingBar } from './read/ReadingBar.tsx';
import { ReadingTools } from './read/ReadingTools.tsx';
import { ReadLayer } from './read/ReadLayer.tsx';
import { useCalled, useReading } from './read/use-reading.ts';
import { Foot, Toolbar } from './Toolbar.tsx';

/** How it is shown, kept while the portfolio is open. */
function useLook() {
  const panels = useView((view) => view.panels);
  const setPanel = useView((view) => view.setPanel);
  const { against, setAgainst } = useAgainst();
  const colour = colourModes.find((mode) => mode === panels['diagram.colour']) ?? 'organisation';
  return {
    colour,
    ended: panels['diagram.ended'] === 'yes',
    table: panels['diagram.table'] === 'yes',
    compareDay: against,
    setCompareDay: setAgainst,
    setColour: (mode: ColourMode) => setPanel('diagram.colour', mode),
    tray: panels['diagram.tray'] === 'yes',
    setTray: (tray: boolean) => setPanel('diagram.tray', tray ? 'yes' : 'no'),
    setEnded: (ended: boolean) => setPanel('diagram.ended', ended ? 'yes' : 'no'),
    setTable: (table: boolean) => setPanel('diagram.table', table ? 'yes' : 'no'),
  };
}

/** 'n deelnemers op m plekken', with who is perhaps there apart. */
function useSummary(model: DiagramModel | undefined): string {
  const t = useT();
  if (!model) return '';
  const people = (presence: string) => new Set(model.memberships.filter((row) => row.presence === presence).map((row) => row.personId));
  const sure = people('yes');
  const perhaps = [...people('perhaps')].filter((id) => !sure.has(id)).length;
  const places = model.memberships.filter((row) => row.presence === 'yes').length;
  const words = { people: sure.size, places, perhaps };
  return perhaps === 0 ? t(($) => $.diagramScreen.summary, words) : t(($) => $.diagramScreen.summaryPerhaps, words);
}

function useMoving(model: DiagramModel | undefined, look: ReturnType<typeof useLook>) {
  const t = useT();
  const move = useCommand('diagram.move');
  return (item: SceneItem, onto: SceneItem): void => {
    if (!model || item.containerId === null) return;
    const slots = slotsOf(layoutParts(model, { colour: look.colour, words: t.words.diagram, showEnded: look.ended }));
    const slot = slots.find((entry) => entry.itemId === onto.id && entry.containerId === item.containerId)?.slot;
    if (slot !== undefined) void move.run({ containerId: item.containerId, itemId: item.id, slot });
  };
}

/** Room for the buttons over the drawing, px; and the zoom under which a whole drawing cannot be read at all. */
const PLACE = { top: 52, readable: 0.3 } as const;

export function DiagramScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const day = useView((view) => view.day);
  const { show, close, setPrinter } = useView.getState();
  const look = useLook();
  const selected = useSelected();
  const ask = useRemoval((removal) => removal.ask);
  const answer = useOperation('diagram.get', { networkId, at: day, ended: look.ended, names: useCalled(networkId) }, { keep: true });
  const play = usePlay(networkId, look.ended);
  const model = useCompared(networkId, answer.data, play.slots);
  const summary = useSummary(model);

  const drawn = { colour: look.colour, words: t.words.diagram, showEnded: look.ended };
  const reading = useReading(networkId, model, drawn, selected);
  const scene = reading?.scene ?? null;
  const output = useOutput(networkId, model, look, reading);
  const size = useMemo(() => (scene ? { width: scene.width, height: scene.height } : null), [scene]);
  const viewport = useViewport(size, { ...PLACE, isTable: look.table });
  useRefit(viewport, size, model?.comparison !== undefined);
  const moveTo = useMoving(model, look);
  const print = useEffectEvent(() => output.print());
  useEffect(() => {
    setPrinter(() => print());
    return () => setPrinter(null);
  }, [setPrinter]);
  const fitSelection = (): void => {
    const item = scene?.items.find((other) => other.id === selected && isPlaced(other));
    if (item) viewport.frameArea(item.bounds);
  };
  useZoomKeys(() => viewport.frameArea(), fitSelection, viewport.zoomBy);

  if (answer.error) return <FailureNote failure={answer.error.failure} />;
  if (!model || !scene || !reading) return null;
  const empty = model.units.length === 0 && model.memberships.length === 0;
  return (
    <div className="diagram">
      <h1 className="hidden-text">{t(($) => $.diagramScreen.title, { name: model.network.name })}</h1>
      <Toolbar
        table={look.table}
        setTable={look.setTable}
        exporting={output.job.state === 'running'}
        save={(format) => void output.save(format)}
        print={output.print}
        tools={
          <>
            <ReadingTools reading={reading} look={look} viewport={viewport} />
            <CompareTools play={play} />
          </>
        }
        output={<SheetTools output={output} />}
      />
      <ReadingBar reading={reading} viewport={viewport} />
      {output.failure && <FailureNote failure={output.failure} />}
      <ProgressLine job={output.job} label={t(($) => $.diagramScreen.saving)} />
      <div className="diagram-work">
        {look.table ? (
          <DiagramTable
            rows={diagramTable(model, t.words.diagram, look.ended).filter(reading.showsRow)}
            selected={selected}
            kind={model.comparison?.kind}
          />
        ) : (
          <>
            <Canvas
              scene={scene}
              model={model}
              viewport={viewport}
              selected={selected}
              tray={look.tray}
              setTray={look.setTray}
              onChoose={(item) => (item ? show({ type: 'record', ...recordOf(item) }) : close())}
              onMove={moveTo}
              onRemove={(items) => ask(items.map(recordOf))}
              onLegend={({ pairs, isOn }) => {
                const rest = reading.asked.hidden.filter((pair) => !pairs.includes(pair));
                reading.setHidden(isOn ? [...rest, ...pairs] : rest);
              }}
            >
              {empty && (
                <div className="draw-empty">
                  <EmptyState title={t(($) => $.diagramScreen.emptyTitle)} text={t(($) => $.diagramScreen.emptyText)} />
                </div>
              )}
            </Canvas>
            <ReadLayer reading={reading} viewport={viewport} />
          </>
        )}
        <ChangeList model={model} selected={selected} />
        <SheetPanel output={output} />
      </div>
      <Foot summary={summary} zoom={look.table ? null : viewport.camera.zoom} zoomBy={viewport.zoomBy} fit={() => viewport.frameArea()} />
      {output.printing && output.drawn && <PrintSheet {...output.drawn} />}
    </div>
  );
}
