/** When each activity was, as a drawing that can be saved; the table says the same in words. */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { Activity } from '../../../shared/exchange/activity-table.ts';
import { activityScene } from '../../../shared/timeline/activity-scene.ts';
import { useTrailIds, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useT } from '../../ui/words.tsx';
import { PictureMenu } from '../exchange/index.ts';
import { ActivityFigure } from './ActivityFigure.tsx';

interface Props {
  readonly rows: readonly Activity[];
  /** What is shown, so that the same goes out. */
  readonly choice: Omit<Input<'activity.export'>, 'format' | 'to'>;
  readonly toTable: () => void;
}

export function ActivityTimeline({ rows, choice, toTable }: Props) {
  const t = useT();
  const show = useView((view) => view.show);
  const selected = useTrailIds();
  const { ref, width } = useElementSize();
  const scene = useMemo(() => activityScene(rows, { t, width }), [rows, t, width]);
  if (scene.marks.length === 0)
    return <EmptyState title={t(($) => $.activities.screen.noTimeline)} text={t(($) => $.activities.screen.noTimelineText)} />;
  return (
    <>
      <div className="activity-tools no-print">
        <p className="small">{scene.notes.join(' ')}</p>
        <Button size="xs" variant="default" onClick={toTable}>
          {t(($) => $.activities.screen.toTable)}
        </Button>
        <PictureMenu job="activity.export" name={t(($) => $.activities.file)} input={choice} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section className="activity-timeline" aria-label={t(($) => $.activities.screen.timeline)} tabIndex={0}>
        <div ref={ref}>
          <ActivityFigure scene={scene} selected={selected} onOpen={(activity) => show({ type: 'record', kind: activity.of, id: activity.id })} />
        </div>
      </section>
    </>
  );
}
