/** What the meetings of a school year were for, for the network and each team; and of how many somebody said it. */
import { purposes } from '../../../../shared/domain/lists.ts';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import type { Year } from './RhythmTab.tsx';

type Row = Year['purposes'][number];

function Mean({ row, purpose }: { readonly row: Row; readonly purpose: (typeof purposes)[number] }) {
  const t = useT();
  const format = useFormat();
  const points = row.points[purpose];
  const said = row.said[purpose];
  if (points === null) return <span className="unknown small">{t(($) => $.meetings.purpose.notSaid)}</span>;
  const mean = Math.round((points / said) * 10) / 10;
  return (
    <span className="mix">
      <span className="mix-bar" aria-hidden="true">
        <span style={{ width: `${(mean / 3) * 100}%` }} />
      </span>
      <b>{format.number(mean)}</b>
      {/* one that was left open in some of the meetings says of how many it was said */}
      {said !== row.scored && <span className="faint small">{t(($) => $.meetings.rhythm.scoredOf, { scored: said, meetings: row.meetings })}</span>}
    </span>
  );
}

export function PurposeMix({ year }: { readonly year: Year }) {
  const t = useT();
  const [network] = year.purposes;
  if (!network) return null;
  const { meetings, scored } = network;
  const lead =
    meetings === 0
      ? t(($) => $.meetings.rhythm.purposesEmpty)
      : scored === 0
        ? counted(t, ($) => $.meetings.rhythm.purposesNone, meetings)
        : t(($) => $.meetings.rhythm.purposesOf, { scored, meetings });
  return (
    <section className="card" aria-labelledby="rhythm-purposes">
      <h2 id="rhythm-purposes">{t(($) => $.meetings.rhythm.purposes)}</h2>
      <p className="small">
        {lead} {scored > 0 && <span className="faint">{t(($) => $.meetings.rhythm.purposesHow)}</span>}
      </p>
      {scored > 0 && (
        <div className="rhythm-scroll">
          <table className="mix-table" aria-labelledby="rhythm-purposes">
            <thead>
              <tr>
                <th scope="col">{t(($) => $.meetings.rhythm.team)}</th>
                {purposes.map((purpose) => (
                  <th key={purpose} scope="col">
                    {t(($) => $.meetings.purpose.names[purpose])}
                  </th>
                ))}
                <th scope="col">{t(($) => $.meetings.rhythm.scored)}</th>
              </tr>
            </thead>
            <tbody>
              {year.purposes.map((row) => (
                <tr key={row.unit?.id ?? 'network'}>
                  <th scope="row">{row.unit?.name ?? t(($) => $.meetings.rhythm.network)}</th>
                  {purposes.map((purpose) => (
                    <td key={purpose}>
                      <Mean row={row} purpose={purpose} />
                    </td>
                  ))}
                  <td>{t(($) => $.meetings.rhythm.scoredOf, { scored: row.scored, meetings: row.meetings })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
