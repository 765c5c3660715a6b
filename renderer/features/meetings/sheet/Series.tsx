/** The series that a meeting is in: the others, planning it again, and what goes for the later ones too. */
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { isDay } from '../../../../shared/domain/edtf.ts';
import { useCommand } from '../../../client/use-command.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { DateControl } from '../../../ui/fields/DateControl.tsx';
import { hasUnread, NumberControl } from '../../../ui/fields/NumberControl.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { useRemoval } from '../../record/index.ts';
import type { Meeting } from './use-meeting.ts';

type Row = Output<'series.list'>['rows'][number];
type EndsBy = 'until' | 'times';

/** Beside each other; the whole series folds out. */
const NEAR = 2;

function Line({ row, isHere }: { readonly row: Row; readonly isHere: boolean }) {
  const t = useT();
  const format = useFormat();
  const [, setParams] = useSearchParams();
  const when = [format.date(row.start), row.time === null ? '' : t.language === 'nl' ? row.time.replace(':', '.') : row.time]
    .filter(Boolean)
    .join(', ');
  return (
    <li aria-current={isHere || undefined}>
      {isHere ? (
        <b>{when}</b>
      ) : (
        <button type="button" className="link" title={row.name} onClick={() => setParams({ id: row.id })}>
          {when}
        </button>
      )}
      {row.standing !== 'actual' && <span className="faint small"> {t(($) => $.lists.standing[row.standing])}</span>}
    </li>
  );
}

function Rows({ rows, id }: { readonly rows: readonly Row[]; readonly id: string }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const at = rows.findIndex((row) => row.id === id);
  const shown = all ? rows : rows.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  return (
    <>
      <p className="faint small">{t(($) => $.series.of, { n: at + 1, total: rows.length })}</p>
      <ol className="series-rows">
        {shown.map((row) => (
          <Line key={row.id} row={row} isHere={row.id === id} />
        ))}
      </ol>
      {shown.length < rows.length && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t(($) => $.series.show, { count: rows.length })}
        </button>
      )}
    </>
  );
}

function RepeatForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useT();
  const say = useView((view) => view.say);
  const create = useCommand('series.create');
  const [weeks, setWeeks] = useState<number | null>(2);
  const [by, setBy] = useState<EndsBy>('times');
  const [times, setTimes] = useState<number | null>(5);
  const [until, setUntil] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (hasUnread(event.currentTarget)) return;
    const end = by === 'times' ? { times } : { until };
    const done = await create.run({ meetingId: id, everyWeeks: weeks, ...end } as Input<'series.create'>);
    if (!done) return;
    say(
      counted(t, ($) => $.series.planned, done.count),
      true,
    );
    onClose();
  };
  return (
    <form
      className="series-form"
      noValidate
      aria-label={t(($) => $.series.repeat)}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <NumberControl id="series-weeks" live required label={t(($) => $.series.every)} value={weeks} onChange={setWeeks} />
      <Segments
        label={t(($) => $.series.ends)}
        value={by}
        choices={(['times', 'until'] as const).map((value) => ({ value, label: t(($) => $.series.endsBy[value]) }))}
        onChange={setBy}
      />
      {by === 'times' ? (
        <NumberControl id="series-times" live required label={t(($) => $.series.times)} value={times} onChange={setTimes} />
      ) : (
        <DateControl id="series-until" live onlyDay required label={t(($) => $.series.until)} value={until} onChange={setUntil} />
      )}
      <p className="faint small">{t(($) => $.series.hint)}</p>
      <FailureNote failure={create.failure} />
      <div className="series-acts">
        <Button type="submit" size="xs" variant="filled" loading={create.busy}>
          {t(($) => $.series.plan)}
        </Button>
        <Button size="xs" onClick={onClose}>
          {t(($) => $.app.cancel)}
        </Button>
      </div>
    </form>
  );
}

interface LaterProps {
  readonly id: string;
  /** This one and the later ones. */
  readonly from: readonly Row[];
  readonly onGone: () => void;
}

function LaterActs({ id, from, onGone }: LaterProps) {
  const t = useT();
  const format = useFormat();
  const say = useView((view) => view.say);
  const update = useCommand('series.update');
  const ask = useRemoval((removal) => removal.ask);
  const later = from.length - 1;
  const carry = async () => {
    const done = await update.run({ meetingId: id });
    if (done)
      say(
        counted(t, ($) => $.series.changed, done.count),
        true,
      );
  };
  const drop = () =>
    ask(
      from.map((row) => ({ kind: 'meeting', id: row.id })),
      {
        title: t(($) => $.series.removeTitle, { count: from.length }),
        about: t(($) => $.series.removeSpan, { first: format.date(from[0]?.start ?? null), last: format.date(from.at(-1)?.start ?? null) }),
        removed: counted(t, ($) => $.series.removed, from.length),
        run: (host) => host.run('series.remove', { meetingId: id }),
        onGone,
      },
    );
  return (
    <div className="series-acts">
      <Button size="xs" onClick={() => void carry()}>
        {counted(t, ($) => $.series.later, later)}
      </Button>
      <Button size="xs" variant="subtle" onClick={drop}>
        {counted(t, ($) => $.series.remove, later)}
      </Button>
      <FailureNote failure={update.failure} />
    </div>
  );
}

export function Series({ meeting, onGone }: { readonly meeting: Meeting; readonly onGone: () => void }) {
  const t = useT();
  const { id, start } = meeting;
  const [repeating, setRepeating] = useState(false);
  const list = useOperation('series.list', { meetingId: id });
  const rows = list.data?.rows ?? [];
  const from = rows.filter((row) => row.isLater);
  const isSeries = rows.length > 1;
  return (
    <section className="meeting-side series" aria-labelledby="meeting-series">
      <h2 id="meeting-series">{t(($) => $.series.title)}</h2>
      {isSeries ? <Rows rows={rows} id={id} /> : <p className="faint small">{t(($) => $.series.alone)}</p>}
      {from.length > 1 && <LaterActs id={id} from={from} onGone={onGone} />}
      {repeating && <RepeatForm id={id} onClose={() => setRepeating(false)} />}
      {!repeating && start !== null && isDay(start) && (
        <Button size="xs" onClick={() => setRepeating(true)}>
          {t(isSeries ? ($) => $.series.more : ($) => $.series.repeat)}
        </Button>
      )}
      {(start === null || !isDay(start)) && <p className="faint small">{t(($) => $.series.noDay)}</p>}
    </section>
  );
}
