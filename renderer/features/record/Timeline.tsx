/** Where someone sat from when to when: a bar per team, faded where the date is not sure, and the day in view. */

import type { Output } from '../../../shared/contract/index.ts';
import { categoriesOf, otherCategory } from '../../../shared/diagram/palette.ts';
import { bounds } from '../../../shared/domain/edtf.ts';
import { useView } from '../../state/view.store.ts';
import { BridgeMark } from '../../ui/Sign.tsx';
import { useFormat, useT } from '../../ui/words.tsx';

type Row = Output<'person.measure'>['memberships'][number];

const yearOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + Number(day.slice(8, 10)) / 372;
const isKnown = (day: string): boolean => day > '1900' && day < '9000';

interface Scale {
  readonly from: number;
  readonly to: number;
  at(day: string): number;
}

/** From the first known start to a little past the day in view or the last known end. */
function scaleOf(rows: readonly Row[], day: string): Scale {
  const days = rows.flatMap((row) => {
    const span = bounds(row.start, row.end);
    return [span.startMin, span.startMax, span.endMin, span.endMax].filter(isKnown);
  });
  const years = [...days, day].map(yearOf);
  const from = Math.floor(Math.min(...years, yearOf(day) - 1));
  const to = Math.ceil(Math.max(...years) + 0.15);
  return { from, to, at: (at) => Math.max(0, Math.min(100, ((yearOf(at) - from) / (to - from)) * 100)) };
}

function Bar({ row, scale }: { readonly row: Row; readonly scale: Scale }) {
  const t = useT();
  const span = bounds(row.start, row.end);
  const [a, b, c, d] = [span.startMin, span.startMax, span.endMin, span.endMax].map((day) => scale.at(day)) as [number, number, number, number];
  const { token } = (row.organisation && categoriesOf('organisation')[row.organisation.kind]) ?? otherCategory;
  const width = Math.max(d - a, 2);
  const share = (x: number) => `${Math.max(0, Math.min(100, ((x - a) / width) * 100))}%`;
  const sure = Math.max(b, a);
  const until = Math.max(c, sure);
  const background = `linear-gradient(90deg, transparent 0, var(--${token}) ${share(Math.min(sure, d))}, var(--${token}) ${share(until)}, transparent 100%)`;
  const solid = a === b && c === d;
  return (
    <span
      className="time-bar"
      data-presence={row.presence}
      style={{
        left: `${a}%`,
        width: `${width}%`,
        background: solid ? `var(--${token})` : background,
        borderColor: `var(--${token})`,
        color: `var(--${token}-on)`,
      }}
    >
      {row.appointed && <BridgeMark label={t(($) => $.app.table.appointed)} />}
    </span>
  );
}

export function Timeline({ rows }: { readonly rows: readonly Row[] }) {
  const format = useFormat();
  const day = useView((view) => view.day);
  const show = useView((view) => view.show);
  const scale = scaleOf(rows, day);
  const years = Array.from({ length: scale.to - scale.from }, (_item, index) => scale.from + index);
  const step = Math.ceil(years.length / 4);
  return (
    <div className="time drawing">
      <div className="time-years" aria-hidden="true">
        {years
          .filter((_year, index) => index % step === 0)
          .map((year) => (
            <span key={year} style={{ left: `${((year - scale.from) / (scale.to - scale.from)) * 100}%` }}>
              {year}
            </span>
          ))}
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="time-row"
              data-presence={row.presence}
              onClick={() => show({ type: 'record', kind: 'membership', id: row.id }, { within: true })}
            >
              <span className="time-name">{row.container.name}</span>
              <span className="time-track">
                <Bar row={row} scale={scale} />
                <span className="time-day" style={{ left: `${scale.at(day)}%` }} />
              </span>
              <span className="time-when">
                {row.roles.map((role) => role.name).join(', ')} {format.date(row.start)}
                {row.end === '..' ? '' : ` – ${format.date(row.end)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
