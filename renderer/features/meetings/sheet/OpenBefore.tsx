/** What the same team still had to do from the meeting before, to tick off. */

import { addDays, edtfRange } from '../../../../shared/domain/edtf.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { ActionLine } from './Lines.tsx';
import { dayOf, exactDay, type Meeting } from './use-meeting.ts';

/** What is longer ago is in the list of actions, and not what this meeting went on from. */
const YEAR = 366;

export function OpenBefore({ meeting, networkId }: { readonly meeting: Meeting; readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const day = exactDay(meeting);
  const list = useOperation('meeting.list', { networkId, from: addDays(day, -YEAR), to: dayOf(meeting) }, { keep: true });
  const rows = list.data?.rows ?? [];
  const here = rows.findIndex((row) => row.id === meeting.id);
  const before =
    here < 0 ? undefined : rows.slice(here + 1).find((row) => row.actions > 0 && row.units.some((unit) => meeting.units.includes(unit.id)));
  const actions = useOperation('action.list', before ? { meetingId: before.id, at } : null, { keep: true });
  // what was ticked off here stays in view, or a slip could not be put right
  const open = (before ? (actions.data?.rows ?? []) : []).filter(
    (row) => row.standing !== 'lapsed' && (row.done === null || (edtfRange(row.done)?.max ?? '') >= day),
  );
  if (!before || open.length === 0) return null;
  return (
    <section className="meeting-side" aria-labelledby="meeting-before">
      <h2 id="meeting-before">{t(($) => $.meetings.around.before, { date: format.date(before.start) })}</h2>
      <ul className="before-lines">
        {open.map((action) => (
          <ActionLine key={action.id} action={action} day={day} removable={false} />
        ))}
      </ul>
      <p className="faint small">{t(($) => $.meetings.around.beforeText)}</p>
    </section>
  );
}
