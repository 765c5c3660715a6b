/** What lay on the table: yields, and whether they were used, made, adapted or shown there. */
import { IconDroplet, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { meetingObjectUses } from '../../../../shared/domain/lists.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { EntityPicker } from '../../../ui/fields/ReferenceControl.tsx';
import { useT } from '../../../ui/words.tsx';
import { MovedOn, StepsHere } from '../../travel/index.ts';
import { newObject } from './Lines.tsx';
import type { Row } from './use-attendance.ts';
import { type Meeting, useWrite } from './use-meeting.ts';

interface Props {
  readonly meeting: Meeting;
  readonly there: readonly Row[];
  readonly teams: ReadonlyMap<string, string>;
}

export function Objects({ meeting, there, teams }: Props) {
  const t = useT();
  const write = useWrite();
  const show = useView((view) => view.show);
  const list = useOperation('meetingObject.list', { meetingId: meeting.id });
  const at = useView((view) => view.day);
  const went = useOperation('spread.list', { meetingId: meeting.id, at }, { keep: true });
  /** What is being told to have gone further. */
  const [moving, setMoving] = useState<string | null>(null);
  const rows = list.data?.rows ?? [];
  const steps = went.data?.rows ?? [];
  const moved = rows.find((row) => row.object.id === moving);
  const closeForm = () => {
    setMoving(null);
    // back to where it was asked from
    requestAnimationFrame(() => document.getElementById(`went-on-${moving}`)?.focus());
  };
  return (
    <section className="card meeting-card" aria-labelledby="meeting-objects">
      <h2 id="meeting-objects">{t(($) => $.meetings.objects.title)}</h2>
      {list.data && rows.length === 0 && <p className="faint small">{t(($) => $.meetings.objects.empty)}</p>}
      <ul className="table-objects">
        {rows.map(({ id, object, use }) => (
          <li key={id} className="table-object">
            <IconDroplet size={16} stroke={1.6} aria-hidden="true" />
            <button type="button" className="line-text" onClick={() => show({ type: 'record', kind: 'yield', id: object.id })}>
              {object.name}
            </button>
            <select
              className="tag"
              aria-label={t(($) => $.meetings.objects.use, { name: object.name })}
              value={use}
              onChange={(event) => void write('meetingObject.update', { id, use: event.currentTarget.value })}
            >
              {meetingObjectUses.map((one) => (
                <option key={one} value={one}>
                  {t(($) => $.lists.meetingObjectUse[one])}
                </option>
              ))}
            </select>
            {meeting.standing !== 'lapsed' && (
              <button
                id={`went-on-${object.id}`}
                type="button"
                className="link small"
                aria-expanded={moving === object.id}
                aria-label={t(($) => $.travel.meeting.onOf, { name: object.name })}
                onClick={() => setMoving(moving === object.id ? null : object.id)}
              >
                {t(($) => $.travel.meeting.on)}
              </button>
            )}
            <button
              type="button"
              className="clear"
              aria-label={t(($) => $.meetings.objects.remove, { name: object.name })}
              onClick={() => void write('meetingObject.remove', { id })}
            >
              <IconX size={14} stroke={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {moved && (
        <MovedOn
          key={moved.object.id}
          meeting={meeting}
          object={moved.object}
          there={there}
          teams={teams}
          steps={steps.filter((step) => step.object.id === moved.object.id)}
          onClose={closeForm}
        />
      )}
      <StepsHere steps={steps} />
      <EntityPicker
        id={`object-${meeting.id}`}
        label={t(($) => $.meetings.objects.add)}
        kinds={['yield']}
        networkId={meeting.networkId}
        hide={rows.map((row) => row.object.id)}
        make={['yield']}
        shown=""
        onMake={async (_kind, name) => {
          await write('entity.update', { changes: newObject(meeting, name) });
          return null;
        }}
        onPick={(yieldId) => void write('meetingObject.create', { meetingId: meeting.id, yieldId })}
      />
    </section>
  );
}
