/** Who was not on the list for long: that they were not there, and nothing about why. */
import { useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import type { Year } from './RhythmTab.tsx';

export function Unseen({ year }: { readonly year: Year }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  return (
    <section className="card" aria-labelledby="rhythm-unseen">
      <h2 id="rhythm-unseen">{t(($) => $.meetings.rhythm.unseen)}</h2>
      <p className="small">
        {t(($) => $.meetings.rhythm.unseenOf, { named: year.named, held: year.held })}{' '}
        {year.named > 0 && (
          <span className="faint">{t(year.unseen.length === 0 ? ($) => $.meetings.rhythm.unseenNone : ($) => $.meetings.rhythm.unseenText)}</span>
        )}
      </p>
      <ul className="unseen">
        {year.unseen.map(({ person, units, meetings, seen, lastSeen }) => (
          <li key={person.id}>
            <button type="button" className="card-row" onClick={() => show({ type: 'record', kind: 'person', id: person.id })}>
              <span>
                {person.name} <span className="faint small">{[...new Set(units.map((unit) => unit.name))].join(', ')}</span>
              </span>
              <span className="faint small">
                {t(($) => $.meetings.rhythm.unseenSeen, { seen, meetings })},{' '}
                {lastSeen === null
                  ? t(($) => $.meetings.rhythm.unseenNever)
                  : t(($) => $.meetings.rhythm.unseenLast, { date: format.date(lastSeen) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
