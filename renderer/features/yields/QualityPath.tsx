/** How good it was found to be, score after score. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { qualityScene } from '../../../shared/spread/quality-scene.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { SceneView } from '../diagram/index.ts';
import type { YieldRow } from './YieldsTable.tsx';

export function QualityPath({ row, onScore }: { readonly row: YieldRow; readonly onScore: () => void }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  const list = useOperation('quality.list', { yieldId: row.id });
  const rows = list.data?.rows;
  const scene = useMemo(() => (rows && rows.length > 0 ? qualityScene(row.name, rows, t) : null), [rows, row.name, t]);
  if (!rows) return null;
  if (!scene)
    return (
      <EmptyState title={t(($) => $.yields.quality.empty)} text={t(($) => $.yields.quality.emptyText)}>
        <Button onClick={onScore}>{t(($) => $.yields.page.addQuality)}</Button>
      </EmptyState>
    );
  return (
    <div className="yield-quality">
      <div className="yield-figures-head">
        <h2>{counted(t, ($) => $.yields.quality.scored, rows.length)}</h2>
        <Button size="xs" onClick={onScore}>
          {t(($) => $.yields.quality.again)}
        </Button>
      </div>
      <svg
        className="yield-drawing drawing"
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        style={{ width: scene.width }}
        role="img"
        aria-label={`${scene.title}. ${scene.description}`}
      >
        <SceneView scene={scene} />
      </svg>
      <ul className="yield-scores">
        {rows.map((score) => (
          <li key={score.id}>
            <button type="button" className="link" onClick={() => show({ type: 'record', kind: 'quality', id: score.id })}>
              {score.date === null ? t(($) => $.yields.quality.noDate) : format.date(score.date)}
            </button>{' '}
            <span className="faint">{[score.by?.name, score.note].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
