/** The plan of collection: rows are networks, columns are instruments, a cell says how many done of how many planned. */
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { Segments } from '../../ui/Segments.tsx';
import { capital, useT } from '../../ui/words.tsx';
import { useOpenOptions } from '../record/index.ts';

type StudyRow = Output<'study.list'>['studies'][number];
type Item = Output<'collectionItem.list'>['rows'][number];

interface CellProps {
  readonly items: readonly Item[];
  readonly yearId: string;
  readonly network: { readonly id: string; readonly code: string };
  readonly instrument: { readonly value: string; readonly label: string };
}

const sum = (items: readonly Item[], of: 'planned' | 'done'): number | null =>
  items.every((item) => item[of] === null) ? null : items.reduce((total, item) => total + (item[of] ?? 0), 0);

/** '3 van 5'; what is not known is a question mark, never a nought. */
const doneOf = (items: readonly Item[]) => ({ done: sum(items, 'done') ?? '?', planned: sum(items, 'planned') ?? '?' });

function Cell({ items, yearId, network, instrument }: CellProps) {
  const t = useT();
  const show = useView((view) => view.show);
  const first = items[0];
  const words = { instrument: instrument.label, code: network.code, ...doneOf(items) };
  const open = () =>
    first
      ? show({ type: 'record', kind: 'collectionItem', id: first.id })
      : show({ type: 'new', kind: 'collectionItem', preset: { researchYearId: yearId, networkId: network.id, instrument: instrument.value } });
  const full = first !== undefined && words.done !== '?' && words.planned !== '?' && Number(words.done) >= Number(words.planned);
  return (
    <td data-full={full || undefined}>
      <button
        type="button"
        className={first ? 'plan-cell' : 'plan-cell plan-none'}
        aria-label={first ? t(($) => $.app.study.cell, words) : t(($) => $.app.study.cellNone, words)}
        onClick={open}
      >
        {first ? t(($) => $.app.study.doneOf, words) : '+'}
      </button>
    </td>
  );
}

export function Plan({ study }: { readonly study: StudyRow }) {
  const t = useT();
  const day = useView((view) => view.day);
  const inView = study.years.find((year) => year.start <= day && day <= year.end) ?? study.years.at(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  const yearId = study.years.some((year) => year.id === chosen) ? (chosen as string) : (inView?.id ?? '');
  const items = useOperation('collectionItem.list', { researchYearId: yearId }, { keep: true });
  const networks = useOperation('network.list', { at: day }, { keep: true });
  const instruments = useOpenOptions('instrument');
  const rows = networks.data?.networks ?? [];
  const all = items.data?.rows ?? [];
  const of = (networkId: string, instrument: string) => all.filter((item) => item.networkId === networkId && item.instrument === instrument);
  return (
    <section className="card plan">
      <div className="card-head">
        <h2>{t(($) => $.app.study.plan)}</h2>
        <Segments
          label={t(($) => $.app.study.planYear)}
          value={yearId}
          choices={study.years.map((year) => ({ value: year.id, label: year.name }))}
          onChange={setChosen}
        />
      </div>
      <p className="faint small">{t(rows.length === 0 ? ($) => $.app.study.planEmpty : ($) => $.app.study.planText)}</p>
      {rows.length > 0 && (
        <div className="plan-scroll">
          <table className="plan-table" aria-label={t(($) => $.app.study.plan)}>
            <thead>
              <tr>
                <th scope="col">{t(($) => $.app.study.network)}</th>
                {instruments.map((instrument) => (
                  <th key={instrument.value} scope="col">
                    {capital(instrument.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((network) => (
                <tr key={network.id}>
                  <th scope="row">
                    <span className="code">{network.code}</span> {network.name}
                  </th>
                  {instruments.map((instrument) => (
                    <Cell key={instrument.value} items={of(network.id, instrument.value)} yearId={yearId} network={network} instrument={instrument} />
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t(($) => $.app.study.total)}</th>
                {instruments.map((instrument) => {
                  const column = all.filter((item) => item.instrument === instrument.value);
                  return (
                    <td key={instrument.value}>
                      {column.length > 0 ? t(($) => $.app.study.doneOf, doneOf(column)) : t(($) => $.app.study.notPlanned)}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
