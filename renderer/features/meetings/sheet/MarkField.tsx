/** How it was valued: a mark out of ten, and by how many of those who were there. */
import { useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { NumberControl } from '../../../ui/fields/NumberControl.tsx';
import { useT } from '../../../ui/words.tsx';
import { type Meeting, useWrite } from './use-meeting.ts';

const OUT_OF = 10;

type Figure = Output<'figure.list'>['rows'][number];
type Fields = { readonly low?: number | null; readonly basedOn?: number | null };

const markIn = (rows: readonly Figure[] | undefined): Figure | undefined => rows?.find((row) => row.aspect === 'mark');

export function MarkField({ meeting, present }: { readonly meeting: Meeting; readonly present: number | null }) {
  const t = useT();
  const write = useWrite();
  const [wrong, setWrong] = useState(false);
  const figures = useOperation('figure.list', { entityId: meeting.id });
  const mark = markIn(figures.data?.rows);
  /** One after the other, each from what is kept by then: a mark and by how many may come quicker than the answer to the first. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const keep = async (fields: Fields) => {
    const kept = markIn((await write<Output<'figure.list'>>('figure.list', { entityId: meeting.id }))?.rows);
    const next = { low: kept?.low ?? null, basedOn: kept?.basedOn ?? null, ...fields };
    const isNone = next.low === null && next.basedOn === null && (kept?.state ?? 'value') === 'value';
    if (kept && isNone) await write('figure.remove', { id: kept.id });
    // a mark that was said not to be there is one from now on
    else if (kept) await write('figure.update', { id: kept.id, ...fields, ...(next.low === null ? {} : { state: 'value' }), high: null });
    else if (!isNone)
      await write('figure.create', { entityId: meeting.id, what: t(($) => $.meetings.around.markName), aspect: 'mark', outOf: OUT_OF, ...next });
  };
  const save = (fields: Fields) => {
    queue.current = queue.current.then(() => keep(fields));
  };
  const grade = (low: number | null) => {
    const isWrong = low !== null && (low < 0 || low > OUT_OF);
    setWrong(isWrong);
    if (!isWrong) save({ low });
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
          onChange={(basedOn) => save({ basedOn })}
        />
      </div>
      {mark && mark.state !== 'value' && <p className="unknown small">{t(($) => $.lists.figureState[mark.state as 'unknown'])}</p>}
    </section>
  );
}
