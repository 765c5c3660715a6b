/** Beside a chip or line under the pointer: since when, and who says so. The drawer says the same, for who has no pointer. */
import { useEffect, useState } from 'react';
import type { Point, SceneItem } from '../../../../shared/diagram/scene.ts';
import type { Standing } from '../../../../shared/domain/lists.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { spanWords } from '../../record/index.ts';

/** ms that the pointer rests before it is said */
const REST = 600;
/** Statements that are told; the rest are counted. */
const MOST = 2;

interface Props {
  readonly item: SceneItem;
  /** px of the table */
  readonly at: Point;
}

function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST);
    const away = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setRested(false);
    };
    window.addEventListener('keydown', away);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', away);
    };
  }, []);
  return rested;
}

function Note({ item, at }: Props) {
  const t = useT();
  const format = useFormat();
  const name = item.kind === 'relation' ? 'relation.get' : 'membership.get';
  const record = useOperation(name, { id: item.id });
  const { data } = useOperation('statement.list', { entityId: item.id });
  if (!record.data || !data) return null;
  const told = data.rows
    .slice(0, MOST)
    .map((row) => [row.source, row.saidBy, row.date === null ? null : format.date(row.date)].filter(Boolean).join(', '));
  const more = data.rows.length - told.length;
  const { standing, ...span } = record.data as { start: string | null; end: string | null; standing: Standing };
  const since = [spanWords(t, format, span), standing === 'actual' ? '' : t(($) => $.lists.standing[standing])].filter(Boolean).join(', ');
  return (
    <div className="hover-note" role="tooltip" style={{ left: at.x + 14, top: at.y + 18 }}>
      <strong>{item.label}</strong>
      {since !== '' && <span>{since}</span>}
      {told.map((line) => (
        <span key={line}>{t(($) => $.reading.hover.said, { line })}</span>
      ))}
      {told.length === 0 && <span>{t(($) => $.reading.hover.nobody)}</span>}
      {more > 0 && <span>{t(($) => $.reading.hover.more, { n: more })}</span>}
    </div>
  );
}

function Resting(props: Props) {
  return useRested() ? <Note {...props} /> : null;
}

/** @param item what the pointer is on; only of chips and relations is told who says so */
export function HoverNote({ item, at }: { readonly item: SceneItem | null; readonly at: Point }) {
  if (item === null || (item.kind !== 'membership' && item.kind !== 'relation') || (item.kind === 'membership' && item.containerId === null))
    return null;
  return <Resting key={`${item.kind} ${item.id}`} item={item} at={at} />;
}
