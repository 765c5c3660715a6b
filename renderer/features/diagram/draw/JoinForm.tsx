/** Someone in a team: as well, or instead of where they were; in which role, filling which place, since when. */
import { useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { DateControl } from '../../../ui/fields/DateControl.tsx';
import { ReferenceControl } from '../../../ui/fields/ReferenceControl.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import { ActForm } from './ActForm.tsx';
import { type Act, type Joining, openSeats } from './acts.ts';
import { ChoiceOf } from './ChoiceOf.tsx';
import { useLast } from './last.ts';
import { RoleField } from './RoleField.tsx';
import { useShownName } from './Tray.tsx';
import { useActing } from './use-acts.ts';
import { join, waiting } from './work.ts';

interface Props {
  readonly act: Act & { act: 'join' };
  readonly model: DiagramModel;
  onDone(): void;
}

function useWho(model: DiagramModel, people: readonly Joining[]): string {
  const t = useT();
  const first = useShownName(model, people.length === 1 ? (people[0]?.personId ?? null) : null);
  return people.length === 1 ? first : counted(t, ($) => $.drawing.people, people.length);
}

export function JoinForm({ act, model, onDone }: Props) {
  const t = useT();
  const day = useView((view) => view.day);
  const acting = useActing();
  const [lastHow, keepHow] = useLast('how');
  const [lastRole, keepRole] = useLast('role');
  const moves = act.people.every((one) => one.membershipId !== null && !waiting(model, one.personId));
  const [how, setHow] = useState<'also' | 'move'>(moves && lastHow === 'move' ? 'move' : 'also');
  const [containerId, setContainerId] = useState(act.containerId);
  const [seatId, setSeatId] = useState(act.seatId);
  const [role, setRole] = useState<string | null | undefined>(undefined);
  // since when someone from the list has been there, nobody said; who comes from another team comes as of the day
  const isNew = act.people.every((one) => one.membershipId === null || waiting(model, one.personId));
  const [from, setFrom] = useState<string | null>(isNew ? `[..${day}]` : day);
  const seat = useOperation('seat.get', seatId === null ? null : { id: seatId }).data;
  const team = useShownName(model, containerId);
  const who = useWho(model, act.people);
  const seats = containerId === null ? [] : openSeats(model, containerId);
  // a place says itself for which role it is; then the one that was given last
  const roleId = role === undefined ? (seat?.roleId ?? (how === 'move' ? null : lastRole)) : role;
  const run = async (): Promise<void> => {
    if (containerId === null || from === null) return;
    const answer = { how, containerId, roleId, organisationId: seat?.organisationId ?? null, from };
    const said = t(($) => (how === 'move' ? $.drawing.moved : $.drawing.joined), { who, team });
    const done = await acting.act((todo) => join(todo, model, act.people, answer), said);
    if (!done) return;
    keepHow(how);
    if (role !== undefined) keepRole(role);
    onDone();
  };
  return (
    <ActForm
      title={containerId === null ? who : t(($) => $.drawing.joinTitle, { who, team })}
      does={t(($) => (how === 'move' ? $.drawing.doMove : $.drawing.doJoin))}
      ready={containerId !== null && from !== null}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      {act.containerId === null && (
        <div className="field">
          <ReferenceControl
            id="draw-team"
            label={t(($) => $.drawing.team)}
            kinds={['unit']}
            networkId={model.network.id}
            first={model.units}
            onMake={async () => null}
            value={containerId}
            onChange={setContainerId}
          />
        </div>
      )}
      {moves && (
        <div className="field">
          <Segments
            label={t(($) => $.drawing.how)}
            value={how}
            choices={[
              { value: 'also', label: t(($) => $.drawing.also) },
              { value: 'move', label: t(($) => $.drawing.instead) },
            ]}
            onChange={setHow}
          />
        </div>
      )}
      {seats.length > 0 && (
        <div className="field">
          <ChoiceOf
            id="draw-seat"
            label={t(($) => $.drawing.fills)}
            none={t(($) => $.drawing.fillsNone)}
            options={seats.map((one) => ({ value: one.id, label: one.label }))}
            value={seatId}
            onChange={setSeatId}
          />
        </div>
      )}
      <div className="field" data-half>
        <RoleField label={t(($) => $.drawing.role)} networkId={model.network.id} value={roleId} onChange={setRole} />
      </div>
      <div className="field" data-half>
        <DateControl id="draw-from" label={t(($) => $.drawing.from)} live value={from} onChange={setFrom} />
      </div>
    </ActForm>
  );
}
