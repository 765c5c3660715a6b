/** Where a meeting sits in its school year: the ones before it, how long ago, and what was agreed. */
import type { Output } from '../../../../shared/contract/index.ts';
import { daysBetween, isDay } from '../../../../shared/domain/edtf.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { oftenWords } from '../../relations/index.ts';
import { exactDay, type Meeting } from './use-meeting.ts';

type Year = Output<'meeting.measure'>;
type Met = Year['meetings'][number];

/** No more than these beside each other; the rest is in the tab of the rhythm. */
const MOST = 6;

export function RhythmStrip({ meeting, networkId }: { readonly meeting: Meeting; readonly networkId: string }) {
  const t = useT();
  const year = useOperation('meeting.measure', { networkId, at: exactDay(meeting) }, { keep: true });
  const hasDay = meeting.start !== null && isDay(meeting.start);
  return (
    <section className="meeting-side" aria-labelledby="meeting-rhythm">
      <h2 id="meeting-rhythm">{t(($) => $.meetings.around.rhythm)}</h2>
      {!hasDay && <p className="faint small">{t(($) => $.meetings.around.noDay)}</p>}
      {hasDay && year.data && <Strip meeting={meeting} year={year.data} />}
    </section>
  );
}

function Strip({ meeting, year }: { readonly meeting: Meeting; readonly year: Year }) {
  const t = useT();
  const format = useFormat();
  const rhythm = year.rhythms.find((row) => row.meetings.includes(meeting.id));
  const own = (met: Met) => (rhythm ? rhythm.meetings.includes(met.id) : met.units.some((unit) => meeting.units.includes(unit)));
  const all = year.meetings.filter(own);
  const at = all.findIndex((met) => met.id === meeting.id);
  const before = all.slice(0, Math.max(0, at)).filter((met) => met.state === 'held');
  const last = before.at(-1);
  const here = all[at];
  const shown = all.slice(Math.max(0, at - MOST + 2), at + 2);
  const nth = before.length + 1;
  return (
    <>
      {shown.length > 1 && (
        <ol className="strip" aria-label={t(($) => $.meetings.around.dots)}>
          {shown.map((met) => (
            <li key={met.id} data-state={met.state} data-here={met.id === meeting.id || undefined} aria-current={met.id === meeting.id || undefined}>
              <span className="strip-dot" aria-hidden="true" />
              <span className="small">{format.date(met.first).replace(/ \d{4}$/, '')}</span>
              <span className="hidden-text">{t(($) => $.meetings.rhythm[met.state])}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="small">
        {last && here
          ? t(($) => $.meetings.around.nth, { n: nth, gap: counted(t, ($) => $.meetings.around.days, daysBetween(last.last, here.first)) })
          : t(($) => $.meetings.around.only)}{' '}
        {rhythm
          ? t(($) => $.meetings.around.agreed, { often: oftenWords(t, rhythm) ?? t(($) => $.data.rhythmUnknown) })
          : t(($) => $.meetings.around.noRhythm)}
      </p>
    </>
  );
}
