/** 'Wat veranderde': the same that the drawing marks with signs, as a list; each row opens its record. */
import { useMemo } from 'react';
import { type ChangeRow, changesOf } from '../../../../shared/diagram/changes.ts';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';

const signs = { new: '+', gone: '−', moved: '→' } as const;

function Row({ row, selected }: { readonly row: ChangeRow; readonly selected: boolean }) {
  const t = useT();
  const show = useView((view) => view.show);
  const { kind, place, from } = row;
  const where = from !== null && place !== null ? t(($) => $.compare.fromTo, { from, to: place }) : place;
  const note = [t(($) => $.compare.kinds[kind]), where, row.perhaps ? t(($) => $.compare.perhaps) : null].filter((part) => part !== null);
  return (
    <li data-selected={selected}>
      <button type="button" className="diagram-link" onClick={() => show({ type: 'record', kind, id: row.id })}>
        {row.name}
      </button>
      <span className="diagram-note">{note.join(', ')}</span>
    </li>
  );
}

export function ChangeList({ model, selected }: { readonly model: DiagramModel; readonly selected: string | null }) {
  const t = useT();
  const format = useFormat();
  const { rows, counts } = useMemo(() => changesOf(model), [model]);
  const { comparison } = model;
  if (!comparison) return null;
  const words = comparison.kind === 'days' ? t.words.compare.days : t.words.compare.plan;
  const [from, to] = [format.day(comparison.from), format.day(comparison.to)];
  const shown = (['new', 'gone', 'moved'] as const).filter((state) => rows.some((row) => row.state === state));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll by keyboard
    <section className="diagram-side" aria-labelledby="diagram-changes" tabIndex={0}>
      <h2 id="diagram-changes">{t(comparison.kind === 'days' ? ($) => $.compare.what : ($) => $.compare.withPlan)}</h2>
      <p className="faint small">{comparison.kind === 'days' ? t(($) => $.compare.between, { from, to }) : t(($) => $.compare.onDay, { day: to })}</p>
      {shown.length === 0 && <p className="small">{t(($) => $.compare.nothing)}</p>}
      {shown.map((state) => (
        <div key={state} className="diagram-group">
          <h3>
            <span className="diagram-change" data-state={state} aria-hidden="true">
              {signs[state]}
            </span>
            {words[state]}
            <span className="faint">{format.count(counts[state])}</span>
          </h3>
          <ul>
            {rows
              .filter((row) => row.state === state)
              .map((row) => (
                <Row key={row.id} row={row} selected={row.id === selected} />
              ))}
          </ul>
        </div>
      ))}
      <p className="faint small">
        {words.kept}: {format.count(counts.kept)}
      </p>
    </section>
  );
}
