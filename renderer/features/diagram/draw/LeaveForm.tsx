/** Someone stops in a team as of a day; why is asked once for all who stop together. */
import { useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useView } from '../../../state/view.store.ts';
import { DateControl } from '../../../ui/fields/DateControl.tsx';
import { TextControl } from '../../../ui/fields/TextControl.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import { ActForm } from './ActForm.tsx';
import type { Act } from './acts.ts';
import { useActing } from './use-acts.ts';
import { leave } from './work.ts';

interface Props {
  readonly act: Act & { act: 'leave' };
  readonly model: DiagramModel;
  onDone(): void;
}

export function LeaveForm({ act, model, onDone }: Props) {
  const t = useT();
  const day = useView((view) => view.day);
  const acting = useActing();
  const [end, setEnd] = useState<string | null>(day);
  const [reason, setReason] = useState('');
  const rows = model.memberships.filter((row) => act.memberships.includes(row.id));
  const [first] = rows;
  const who = rows.length === 1 && first ? first.name : counted(t, ($) => $.drawing.people, rows.length);
  const teams = [...new Set(rows.map((row) => model.units.find((unit) => unit.id === row.containerId)?.name ?? model.network.name))];
  const run = async (): Promise<void> => {
    if (end === null) return;
    const done = await acting.act(
      (todo) => leave(todo, act.memberships, end, reason),
      t(($) => $.drawing.left, { who }),
    );
    if (done) onDone();
  };
  return (
    <ActForm
      title={t(($) => $.drawing.leaveTitle, { who, team: teams.length === 1 ? (teams[0] ?? '') : counted(t, ($) => $.drawing.teams, teams.length) })}
      does={t(($) => $.drawing.doLeave)}
      ready={end !== null}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      <div className="field">
        <DateControl id="draw-end" label={t(($) => $.drawing.end)} live value={end} onChange={setEnd} />
      </div>
      <div className="field">
        <TextControl
          id="draw-reason"
          label={t(($) => $.drawing.reason)}
          hint={t(($) => $.drawing.reasonHint)}
          live
          value={reason}
          onChange={(text) => setReason(text ?? '')}
        />
      </div>
    </ActForm>
  );
}
