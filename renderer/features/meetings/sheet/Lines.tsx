/** What was decided and agreed, typed line by line. */
import { IconGavel, IconX } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { v7 as newId } from 'uuid';
import type { Output } from '../../../../shared/contract/index.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { LineField } from './LineField.tsx';
import { type Known, readLine } from './line-model.ts';
import type { Row } from './use-attendance.ts';
import { exactDay, type Meeting, useWrite } from './use-meeting.ts';

type Action = Output<'action.list'>['rows'][number];

/** Done on the day in view, or open again. */
export function useTick(day: string): (action: Pick<Action, 'id' | 'text' | 'done'>) => void {
  const write = useWrite();
  return ({ id, done }) => void write('action.update', { id, done: done === null ? day : null });
}

function Line({
  kind,
  id,
  text,
  children,
}: {
  readonly kind: 'decision' | 'action';
  readonly id: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  const t = useT();
  const write = useWrite();
  const remove = () => void write(`${kind}.remove`, { id });
  return (
    <li className="line">
      {children}
      <button type="button" className="clear" aria-label={t(($) => $.meetings.lines.remove, { text })} onClick={remove}>
        <IconX size={14} stroke={1.8} aria-hidden="true" />
      </button>
    </li>
  );
}

function Words({
  kind,
  id,
  text,
  onRemove,
}: {
  readonly kind: 'decision' | 'action';
  readonly id: string;
  readonly text: string;
  readonly onRemove: () => void;
}) {
  const show = useView((view) => view.show);
  return (
    <button
      type="button"
      className="line-text"
      onClick={() => show({ type: 'record', kind, id })}
      onKeyDown={(event) => {
        if (event.key !== 'Delete') return;
        event.preventDefault();
        onRemove();
      }}
    >
      {text}
    </button>
  );
}

export function ActionLine({ action, day, removable = true }: { readonly action: Action; readonly day: string; readonly removable?: boolean }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  const write = useWrite();
  const tick = useTick(day);
  const ask = (field: string) => () => show({ type: 'record', kind: 'action', id: action.id, field });
  const body = (
    <>
      <input
        type="checkbox"
        checked={action.done !== null}
        aria-label={t(($) => $.meetings.lines.done, { text: action.text })}
        onChange={() => tick(action)}
      />
      <Words kind="action" id={action.id} text={action.text} onRemove={() => void write('action.remove', { id: action.id })} />
      <button type="button" className="line-side tag" onClick={ask('personId')}>
        {action.person?.name ?? <span className="unknown">{t(($) => $.meetings.lines.noPerson)}</span>}
      </button>
      <button type="button" className="line-side line-due" onClick={ask('due')}>
        {action.due === null ? <span className="unknown">{t(($) => $.meetings.lines.noDue)}</span> : format.date(action.due)}
        {action.isOverdue && <span className="late">{t(($) => $.meetings.lines.overdue)}</span>}
      </button>
    </>
  );
  if (!removable) return <li className="line">{body}</li>;
  return (
    <Line kind="action" id={action.id} text={action.text}>
      {body}
    </Line>
  );
}

/** Keeps what was typed; each line is a step of its own. */
function useLines(meeting: Meeting, people: readonly Known[], objects: readonly Known[]): (text: string) => boolean {
  const write = useWrite();
  const day = exactDay(meeting);
  const { id: meetingId, networkId } = meeting;
  return (text) => {
    const line = readLine(text, people, objects, day);
    if (line === null) return false;
    if (line.type === 'decision') void write('decision.create', { meetingId, text: line.text });
    else if (line.type === 'action') void write('action.create', { networkId, meetingId, text: line.text, personId: line.personId, due: line.due });
    else if (line.yieldId !== null) void write('meetingObject.create', { meetingId, yieldId: line.yieldId, use: 'used' });
    else void write('entity.update', { changes: newObject(meeting, line.name) });
    return true;
  };
}

/** What was not there yet and lay on the table was made there, by its teams. */
export function newObject(meeting: Meeting, name: string): readonly unknown[] {
  const yieldId = newId();
  return [
    { kind: 'yield', id: yieldId, isNew: true, fields: { networkId: meeting.networkId, name, makers: meeting.units, start: meeting.start } },
    { kind: 'meetingObject', id: newId(), isNew: true, fields: { meetingId: meeting.id, yieldId, use: 'made' } },
  ];
}

interface Props {
  readonly meeting: Meeting;
  readonly there: readonly Row[];
  readonly field: Ref<HTMLInputElement>;
}

export function Lines({ meeting, there, field }: Props) {
  const { networkId } = meeting;
  const t = useT();
  const write = useWrite();
  const at = useView((view) => view.day);
  const decisions = useOperation('decision.list', { meetingId: meeting.id });
  const actions = useOperation('action.list', { meetingId: meeting.id, at }, { keep: true });
  const everyone = useOperation('person.list', { networkId, at }, { keep: true });
  const yields = useOperation('yield.list', { networkId, at: exactDay(meeting) }, { keep: true });
  const near = there.map((row) => row.person);
  const people = [...new Map([...near, ...(everyone.data?.rows ?? [])].map((one) => [one.id, { id: one.id, name: one.name }])).values()];
  const onLine = useLines(meeting, people, yields.data?.rows ?? []);
  const none = decisions.data?.rows.length === 0 && actions.data?.rows.length === 0;
  return (
    <section className="card meeting-card" aria-labelledby="meeting-lines">
      <div className="card-head">
        <h2 id="meeting-lines">{t(($) => $.meetings.lines.title)}</h2>
        <span className="faint small line-keys" aria-hidden="true">
          <kbd className="key">!</kbd> {t(($) => $.meetings.lines.decision)} <kbd className="key">@</kbd> {t(($) => $.meetings.lines.person)}{' '}
          <kbd className="key">#</kbd> {t(($) => $.meetings.lines.object)} <kbd className="key">{t(($) => $.meetings.lines.due)}</kbd>{' '}
          <kbd className="key">Enter</kbd> {t(($) => $.meetings.lines.nextLine)}
        </span>
      </div>
      {none && <p className="faint small">{t(($) => $.meetings.lines.empty)}</p>}
      <ul>
        {decisions.data?.rows.map((row) => (
          <Line key={row.id} kind="decision" id={row.id} text={row.text}>
            <IconGavel size={17} stroke={1.6} aria-hidden="true" />
            <Words kind="decision" id={row.id} text={row.text} onRemove={() => void write('decision.remove', { id: row.id })} />
            <span className="tag">{t(($) => $.meetings.lines.decision)}</span>
          </Line>
        ))}
        {actions.data?.rows.map((action) => (
          <ActionLine key={action.id} action={action} day={at} />
        ))}
      </ul>
      <LineField field={field} people={people} objects={yields.data?.rows ?? []} onLine={onLine} />
    </section>
  );
}
