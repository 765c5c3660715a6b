/** Which team, which day: that is enough, and the meeting begins. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DateControl } from '../../ui/fields/DateControl.tsx';
import { ReferenceControl } from '../../ui/fields/ReferenceControl.tsx';
import { useT } from '../../ui/words.tsx';
import { useStart } from './use-start.ts';

interface Props {
  readonly networkId: string;
  /** Known already: the team of the one before, or of the filter. */
  readonly team: string | null;
  readonly onStarted: (id: string) => void;
  readonly onCancel: () => void;
}

export function NewMeeting({ networkId, team, onStarted, onCancel }: Props) {
  const t = useT();
  const day = useView((view) => view.day);
  const start = useStart(networkId);
  const [unit, setUnit] = useState(team);
  const [date, setDate] = useState<string | null>(day);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const before = useOperation('meeting.list', { networkId, ...(unit === null ? {} : { unitId: unit }) });
  const last = before.data?.rows.find((row) => row.standing === 'actual');
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(team === null ? '#new-meeting-team' : '#new-meeting-date')?.focus();
  }, [team]);
  /** Enter twice is one meeting. */
  const once = async (work: () => Promise<string | null>) => {
    if (busy.current) return;
    busy.current = true;
    const id = await work();
    busy.current = false;
    if (id !== null) onStarted(id);
  };
  const begin = (chosen: string | null) => {
    if (chosen === null) return setProblem(t(($) => $.meetings.start.needsTeam));
    void once(() => start.begin([chosen], date ?? day));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin(unit);
  };
  return (
    <form
      ref={form}
      className="card meeting-start"
      aria-label={t(($) => $.meetings.start.title)}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        onCancel();
      }}
    >
      <h2>{t(($) => $.meetings.start.title)}</h2>
      <div className="meeting-start-fields">
        <DateControl id="new-meeting-date" label={t(($) => $.meetings.start.date)} value={date} live onChange={setDate} />
        <ReferenceControl
          id="new-meeting-team"
          label={t(($) => $.meetings.start.team)}
          error={problem}
          required
          value={unit}
          kinds={['unit']}
          networkId={networkId}
          onMake={async () => null}
          onChange={(chosen) => {
            setUnit(chosen);
            setProblem(undefined);
            begin(chosen);
          }}
        />
        <Button type="submit" variant="filled">
          {t(($) => $.meetings.start.create)}
        </Button>
        {last && (
          <Button title={t(($) => $.meetings.start.copyOf, { name: last.name })} onClick={() => void once(() => start.copy(last.id, date ?? day))}>
            {t(($) => $.meetings.start.copy)}
          </Button>
        )}
        <Button variant="subtle" onClick={onCancel}>
          {t(($) => $.app.cancel)}
        </Button>
      </div>
      <p className="faint small">{t(($) => $.meetings.start.hint)}</p>
    </form>
  );
}
