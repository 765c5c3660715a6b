/** Of how many activities the reach and the mark are known, and why not of the others: three ways, never added up. */
import { type Activity, countMissing, figureColumns, missingStates } from '../../../shared/exchange/activity-table.ts';
import { useT } from '../../ui/words.tsx';

export function MissingCounts({ activities }: { readonly activities: readonly Activity[] }) {
  const t = useT();
  const all = activities.length;
  return (
    <dl className="activity-counts">
      {figureColumns.map((column) => {
        const missing = countMissing(activities, column);
        const known = all - missingStates.reduce((sum, state) => sum + missing[state], 0);
        return (
          <div key={column}>
            <dt>{t(($) => $.activities.columns[column])}</dt>
            <dd>
              <span className="activity-share" aria-hidden="true">
                <span data-state="value" style={{ flexGrow: known }} />
                {missingStates.map((state) => missing[state] > 0 && <span key={state} data-state={state} style={{ flexGrow: missing[state] }} />)}
              </span>
              <span className="strong">{t(($) => $.activities.screen.known, { n: known, of: all })}</span>
              {missingStates.map((state) => (
                <span key={state} className="activity-missing" data-state={state}>
                  {t(($) => $.activities.screen.missing[state], { n: missing[state] })}
                </span>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
