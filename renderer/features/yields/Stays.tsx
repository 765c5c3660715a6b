/** What of a yield became policy, curriculum, rostered time, budget, job profile or part of the quality cycle. */
import type { Output } from '../../../shared/contract/index.ts';
import { OPEN_END } from '../../../shared/domain/edtf.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { spanWords } from '../record/index.ts';

type Row = Output<'embedding.list'>['rows'][number];

function Line({ row }: { readonly row: Row }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  const dropped = row.presence === 'no' && row.end !== OPEN_END && row.standing === 'actual';
  const money = row.fundedUntil === null ? t(($) => $.yields.stays.unpaid) : t(($) => $.yields.stays.paid, { date: format.date(row.fundedUntil) });
  return (
    <li data-gone={dropped || undefined}>
      <button type="button" className="link" onClick={() => show({ type: 'record', kind: 'embedding', id: row.id })}>
        {t(($) => $.lists.embeddingForm[row.form as 'policy'])}
      </button>
      {row.standing !== 'actual' && <span className="tag">{t(($) => $.lists.standing[row.standing])}</span>}
      {dropped && <span className="tag">{t(($) => $.yields.stays.dropped, { date: format.date(row.end) })}</span>}
      <p className="faint small">{[row.organisation?.name, spanWords(t, format, row), money].filter(Boolean).join(' · ')}</p>
    </li>
  );
}

export function Stays({ rows, yieldId }: { readonly rows: readonly Row[]; readonly yieldId: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <section className="yield-stays" aria-label={t(($) => $.yields.stays.title)}>
      <div className="yield-figures-head">
        <h3>{t(($) => $.yields.stays.title)}</h3>
        <button type="button" className="link small" onClick={() => show({ type: 'new', kind: 'embedding', preset: { entityId: yieldId } })}>
          {t(($) => $.yields.page.addEmbedding)}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="faint small">{t(($) => $.yields.stays.empty)}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}
