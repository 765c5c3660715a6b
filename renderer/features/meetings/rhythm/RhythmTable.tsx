/** A school year as columns of months: a dot for each meeting, in the row of what was agreed. */
import { type KeyboardEvent, useState } from 'react';
import { addDays, daysBetween } from '../../../../shared/domain/edtf.ts';
import { formatEdtf } from '../../../../shared/domain/format-date.ts';
import { useView } from '../../../state/view.store.ts';
import { Unknown } from '../../../ui/Unknown.tsx';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { oftenWords } from '../../relations/index.ts';
import type { Year } from './RhythmTab.tsx';
import { isPlaced, type Met, type Row } from './rows.ts';

const MONTHS = 12;

/** As many as came makes it bigger, up to where it would reach its neighbour. */
const sizeOf = (met: Met): number => (met.present === null ? 11 : Math.min(18, 9 + Math.sqrt(met.present) * 1.8));

interface TrackProps {
  readonly row: Row;
  readonly at: (day: string) => number;
  readonly onOpen: (id: string) => void;
}

/** One stop for Tab in a row; the arrows go along its meetings. */
function Track({ row, at, onOpen }: TrackProps) {
  const t = useT();
  const format = useFormat();
  const [active, setActive] = useState(0);
  const placed = row.meetings.filter(isPlaced);
  const stop = Math.min(active, placed.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: placed.length - 1 }[event.key];
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(placed.length - 1, to));
    setActive(next);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the arrows go along the dots in it
    <ol className="track" aria-label={row.name} onKeyDown={onKeyDown}>
      {placed.map((met, index) => {
        const middle = addDays(met.first, Math.floor(daysBetween(met.first, met.last) / 2));
        const said = [
          t(($) => $.meetings.rhythm.dot, {
            date: met.first === met.last ? format.day(met.first) : format.date(met.first.slice(0, 7)),
            name: met.name,
            state: t(($) => $.meetings.rhythm[met.state]),
          }),
          met.state === 'held' && met.present !== null ? t(($) => $.meetings.rhythm.dotPeople, { count: met.present }) : '',
        ]
          .filter(Boolean)
          .join(', ');
        return (
          <li key={met.id} style={{ left: `${at(middle)}%` }}>
            <button
              type="button"
              className="dot-button"
              aria-label={said}
              title={said}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setActive(index)}
              onClick={() => onOpen(met.id)}
            >
              <span className="dot" data-state={met.state} style={{ width: sizeOf(met), height: sizeOf(met) }} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Agreed({ row }: { readonly row: Row }) {
  const t = useT();
  const show = useView((view) => view.show);
  const { rhythm } = row;
  if (rhythm === null) return <span className="faint small">{t(($) => $.meetings.rhythm.loose)}</span>;
  return (
    <button type="button" className="line-text small" onClick={() => show({ type: 'record', kind: 'rhythm', id: rhythm.id })}>
      {oftenWords(t, rhythm) ?? <Unknown />}
    </button>
  );
}

/** '5', '5 van 2–4' where a number of times was agreed, and what has no day. */
function Total({ row }: { readonly row: Row }) {
  const t = useT();
  const { rhythm } = row;
  const held = rhythm?.held ?? row.meetings.filter((met) => met.state === 'held').length;
  const undated = row.meetings.filter((met) => !isPlaced(met)).length;
  const [min, max] = [rhythm?.timesMin ?? null, rhythm?.timesMax ?? null];
  const times = min !== null && max !== null && min !== max ? `${min}–${max}` : String(min ?? max ?? '');
  const weeks = rhythm?.longestGap == null ? null : Math.round(rhythm.longestGap / 7);
  const gap = weeks === null ? undefined : t(($) => $.meetings.rhythm.longest, { gap: counted(t, ($) => $.meetings.rhythm.gapWeeks, weeks) });
  // nobody wrote down that it was held: that is not the same as never
  if (rhythm !== null && !rhythm.isKept && held === 0) return <span className="faint small rhythm-unkept">{t(($) => $.meetings.rhythm.unkept)}</span>;
  return (
    <span title={gap}>
      {times === '' ? held : t(($) => $.app.count.ofTotal, { n: held, total: times })}
      {gap !== undefined && <span className="hidden-text">. {gap}</span>}
      {undated > 0 && <span className="faint small rhythm-undated">{t(($) => $.meetings.rhythm.undated, { count: undated })}</span>}
    </span>
  );
}

interface Props {
  readonly year: Year;
  readonly rows: readonly Row[];
  readonly day: string;
  readonly onOpen: (id: string) => void;
}

export function RhythmTable({ year, rows, day, onOpen }: Props) {
  const t = useT();
  const format = useFormat();
  const days = daysBetween(year.from, year.to) + 1;
  const at = (one: string): number => ((daysBetween(year.from, one) + 0.5) / days) * 100;
  const months = Array.from({ length: MONTHS }, (_, n) => {
    const month = ((n + 7) % 12) + 1;
    return `${Number(year.from.slice(0, 4)) + (month < 8 ? 1 : 0)}-${String(month).padStart(2, '0')}`;
  });
  return (
    <div className="rhythm-scroll">
      <table className="rhythm" aria-labelledby="rhythm-title">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.meetings.rhythm.row)}</th>
            <th scope="col">{t(($) => $.meetings.rhythm.often)}</th>
            <th scope="col" className="rhythm-months">
              <span className="hidden-text">{t(($) => $.meetings.rhythm.months)}</span>
              {months.map((month) => (
                <span key={month} aria-hidden="true" style={{ left: `${at(`${month}-01`)}%` }}>
                  {formatEdtf(month, t.language).replace(/ \d{4}$/, '')}
                </span>
              ))}
            </th>
            <th scope="col">{t(($) => $.meetings.rhythm.total)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-slips={row.rhythm?.slips || undefined}>
              <th scope="row">
                {row.name === '' ? <span className="faint">{t(($) => $.meetings.rhythm.noTeams)}</span> : row.name}
                {row.under !== '' && <span className="faint small">{row.under}</span>}
              </th>
              <td>
                <Agreed row={row} />
              </td>
              <td className="rhythm-track">
                {months.slice(1).map((month) => (
                  <span key={month} className="rhythm-line" aria-hidden="true" style={{ left: `${at(`${month}-01`)}%` }} />
                ))}
                <span className="rhythm-now" aria-hidden="true" style={{ left: `${at(day)}%` }} />
                {row.meetings.length > 0 && <Track row={row} at={at} onOpen={onOpen} />}
              </td>
              <td className="rhythm-total">{<Total row={row} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            <td />
            <td className="rhythm-foot">
              <span style={{ left: `${at(day)}%` }}>{format.date(day).replace(/ \d{4}$/, '')}</span>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
