/** How it was valued: a mark out of ten, and by how many of those who were there. */
import { useState } from 'react';
import { useOperation } from '../../../client/use-operation.ts';
import { NumberControl } from '../../../ui/fields/NumberControl.tsx';
import { useT } from '../../../ui/words.tsx';
import { type Meeting, useWrite } from './use-meeting.ts';

const OUT_OF = 10;

export function MarkField({ meeting, present }: { readonly meeting: Meeting; readonly present: number | null }) {
  const t = useT();
  const write = useWrite();
  const [wrong, setWrong] = useState(false);
  const figures = useOperation('figure.list', { entityId: meeting.id });
  const mark = figures.data?.rows.find((row) => row.aspect === 'mark');
  const save = async (fields: { readonly low?: number | null; readonly basedOn?: number | null }) => {
    const next = { low: mark?.low ?? null, basedOn: mark?.basedOn ?? null, ...fields };
    const isNone = next.low === null && next.basedOn === null && (mark?.state ?? 'value') === 'value';
    if (mark && isNone) await write('figure.remove', { id: mark.id });
    // a mark that was said not to be there is one from now on
    else if (mark) await write('figure.update', { id: mark.id, ...fields, ...(next.low === null ? {} : { state: 'value' }), high: null });
    else if (!isNone)
      await write('figure.create', { entityId: meeting.id, what: t(($) => $.meetings.around.markName), aspect: 'mark', outOf: OUT_OF, ...next });
  };
  const grade = (low: number | null) => {
    const isWrong = low !== null && (low < 0 || low > OUT_OF);
    setWrong(isWrong);
    if (!isWrong) void save({ low });
  };
  return (
    <section className="meeting-side" aria-labelledby="meeting-mark">
      <h2 id="meeting-mark">{t(($) => $.meetings.around.mark)}</h2>
      <div className="meeting-mark">
        <NumberControl
          id={`mark-${meeting.id}`}
          label={t(($) => $.meetings.around.markGrade)}
          decimal
          error={wrong ? t(($) => $.meetings.around.markWrong) : undefined}
          value={mark?.low ?? null}
          onChange={grade}
        />
        <NumberControl
          id={`mark-by-${meeting.id}`}
          label={present === null ? t(($) => $.meetings.around.markBy) : t(($) => $.meetings.around.markByOf, { n: present })}
          value={mark?.basedOn ?? null}
          onChange={(basedOn) => void save({ basedOn })}
        />
      </div>
      {mark && mark.state !== 'value' && <p className="unknown small">{t(($) => $.lists.figureState[mark.state as 'unknown'])}</p>}
    </section>
  );
}
