/** The school year of the day in view: whether teams keep their rhythm, what their meetings were for, and who was not seen. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import { daysBetween } from '../../../../shared/domain/edtf.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { NoMeetings, Unkept } from '../../attention/index.ts';
import { oftenWords } from '../../relations/index.ts';
import { PurposeMix } from './PurposeMix.tsx';
import { RhythmTable } from './RhythmTable.tsx';
import './rhythm.css';
import { rowsOf } from './rows.ts';
import { Unseen } from './Unseen.tsx';

export type Year = Output<'meeting.measure'>;
type Rhythm = Year['rhythms'][number];

interface Props {
  readonly networkId: string;
  readonly onOpen: (id: string) => void;
  /** A meeting of this team. */
  readonly onAdd: (team: string | null) => void;
}

/** What a rhythm is called: by its team where it has a row for each, else by its own name. */
export const nameOf = (rhythm: Rhythm, all: readonly Rhythm[]): string => {
  const team = rhythm.units.length === 1 ? rhythm.units[0] : undefined;
  const isOne = team !== undefined && all.some((other) => other !== rhythm && other.id === rhythm.id);
  return isOne ? team.name : rhythm.name;
};

/** More than these at once is no list of what to do. */
const FEW = 6;

function Slips({ year, onAdd }: { readonly year: Year; readonly onAdd: Props['onAdd'] }) {
  const t = useT();
  const day = useView((view) => view.day);
  const [all, setAll] = useState(false);
  const slipping = year.rhythms.filter((row) => row.slips);
  if (year.rhythms.length === 0) return null;
  if (year.habit !== 'lately') return <NoMeetings habit={year.habit} onAdd={() => onAdd(null)} />;
  const isAll = year.rhythms.every((row) => row.isKept);
  if (slipping.length === 0)
    return (
      <>
        {year.rhythms.some((row) => row.isKept && row.allowedGap !== null) && (
          <p className="small rhythm-fine">{t(isAll ? ($) => $.meetings.rhythm.fine : ($) => $.meetings.rhythm.fineKept)}</p>
        )}
        <Unkept unkept={year.unkept} />
      </>
    );
  const said = (row: Rhythm): string => {
    const name = nameOf(row, year.rhythms);
    const often = oftenWords(t, row) ?? t(($) => $.data.rhythmUnknown);
    if (row.last === null) return t(($) => $.meetings.rhythm.slipsNone, { name, often });
    const weeks = Math.floor(daysBetween(row.last, day) / 7);
    return t(($) => $.meetings.rhythm.slipsSince, { name, gap: counted(t, ($) => $.meetings.rhythm.gapWeeks, weeks), often });
  };
  return (
    <>
      <ul className="rhythm-slips" aria-label={t(($) => $.meetings.rhythm.attention)}>
        {(all ? slipping : slipping.slice(0, FEW)).map((row) => (
          <li key={`${row.id} ${row.units.map((unit) => unit.id).join()}`}>
            <span>{said(row)}</span>
            <button
              type="button"
              className="link small"
              aria-label={`${t(($) => $.meetings.add)}: ${nameOf(row, year.rhythms)}`}
              onClick={() => onAdd(row.units.length === 1 ? (row.units[0]?.id ?? null) : null)}
            >
              {t(($) => $.meetings.add)}
            </button>
          </li>
        ))}
        {slipping.length > FEW && (
          <li>
            <button type="button" className="link small" aria-expanded={all} onClick={() => setAll(!all)}>
              {t(all ? ($) => $.app.overview.fewer : ($) => $.app.overview.all, { count: slipping.length })}
            </button>
          </li>
        )}
      </ul>
      <Unkept unkept={year.unkept} />
    </>
  );
}

export function RhythmTab({ networkId, onOpen, onAdd }: Props) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const answer = useOperation('meeting.measure', { networkId, at }, { keep: true });
  const year = answer.data;
  if (!year) return null;
  const few = (names: readonly string[]): string =>
    names.length > 3 ? t(($) => $.meetings.rhythm.andOthers, { names: names.slice(0, 2).join(', '), n: names.length - 2 }) : names.join(', ');
  const rows = rowsOf(year, (rhythm) => nameOf(rhythm, year.rhythms), few, format.compare);
  return (
    <div className="rhythm-page">
      <section className="card" aria-labelledby="rhythm-title">
        <div className="card-head">
          <h2 id="rhythm-title">{t(($) => $.meetings.rhythm.title, { year: year.year })}</h2>
          <p className="rhythm-legend small" aria-hidden="true">
            {(['held', 'cancelled', 'planned'] as const).map((state) => (
              <span key={state}>
                <span className="dot" data-state={state} /> {t(($) => $.meetings.rhythm[state])}
              </span>
            ))}
            <span className="faint">{t(($) => $.meetings.rhythm.bigger)}</span>
          </p>
        </div>
        {rows.length === 0 ? (
          <EmptyState title={t(($) => $.meetings.rhythm.empty, { year: year.year })} text={t(($) => $.meetings.rhythm.emptyText)}>
            <Button onClick={() => onAdd(null)}>{t(($) => $.meetings.add)}</Button>
            <Button onClick={() => show({ type: 'new', kind: 'rhythm', preset: { networkId } })}>{t(($) => $.meetings.rhythm.addRhythm)}</Button>
          </EmptyState>
        ) : (
          <>
            <RhythmTable year={year} rows={rows} day={at} onOpen={onOpen} />
            <Slips year={year} onAdd={onAdd} />
          </>
        )}
      </section>
      <PurposeMix year={year} />
      <Unseen year={year} />
    </div>
  );
}
