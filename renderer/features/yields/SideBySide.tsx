/** All boundary objects of the network on the same day, each with its own olievlek, as small multiples. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { isTaken, placeState, placesOf, type SpreadModel, spreadDays } from '../../../shared/spread/path.ts';
import { spreadScene } from '../../../shared/spread/spread-scene.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';
import { modelOf } from './model.ts';
import { TimeSlider } from './TimeSlider.tsx';
import { useTime } from './use-time.ts';
import type { YieldRow } from './YieldsTable.tsx';

interface OneProps {
  readonly row: YieldRow;
  readonly model: SpreadModel;
  readonly onOpen: (id: string) => void;
}

function One({ row, model, onOpen }: OneProps) {
  const t = useT();
  const at = useView((view) => view.day);
  const scene = useMemo(() => spreadScene(model, { t, at, small: true }), [model, t, at]);
  const ring = row.farthest === null ? t(($) => $.yields.list.noSteps) : t(($) => $.lists.distance[row.farthest as 'network']);
  const steps = counted(t, ($) => $.yields.side.steps, row.steps);
  const apart = scene.counts.get(null) ?? 0;
  return (
    <li data-faint={row.presence === 'no' || undefined}>
      <button type="button" className="yield-small" onClick={() => onOpen(row.id)}>
        <svg className="drawing" viewBox={`0 0 ${scene.width} ${scene.height}`} aria-hidden="true">
          <SceneView scene={scene} />
        </svg>
        <span className="strong">{row.name}</span>
        <span className="faint small">{row.steps === 0 ? ring : t(($) => $.yields.side.caption, { steps, ring })}</span>
        {apart > 0 && <span className="yield-missing small">{counted(t, ($) => $.yields.side.apart, apart)}</span>}
      </button>
    </li>
  );
}

interface Props {
  readonly rows: readonly YieldRow[];
  readonly networkId: string;
  readonly onOpen: (id: string) => void;
}

export function SideBySide({ rows, networkId, onOpen }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const setPanel = useView((view) => view.setPanel);
  const objects = rows.filter((row) => row.isBoundaryObject);
  const spread = useOperation('spread.list', { networkId, at }, { keep: true });
  const steps = spread.data?.rows;
  const models = useMemo(
    () =>
      objects.map((row) =>
        modelOf(
          row,
          (steps ?? []).filter((step) => step.object.id === row.id),
        ),
      ),
    [objects, steps],
  );
  const days = useMemo(() => spreadDays(models), [models]);
  const time = useTime(days);
  if (objects.length === 0)
    return (
      <EmptyState title={t(($) => $.yields.side.empty)} text={t(($) => $.yields.side.emptyText)}>
        <Button onClick={() => setPanel('yields.face', 'list')}>{t(($) => $.yields.side.toList)}</Button>
      </EmptyState>
    );
  if (!steps) return null;
  const places = models.flatMap((model) => placesOf(model).filter((place) => isTaken(placeState(place, at)))).length;
  return (
    <div className="yield-side">
      <h2>{t(($) => $.yields.side.title, { day: format.day(at) })}</h2>
      <ul className="yield-multiples">
        {objects.map((row, index) => (
          <One key={row.id} row={row} model={models[index] as SpreadModel} onOpen={onOpen} />
        ))}
      </ul>
      <TimeSlider time={time} marks={days} places={places} />
    </div>
  );
}
