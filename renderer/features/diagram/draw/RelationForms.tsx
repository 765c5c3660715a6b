/** A relation turned round, or one of its ends put on something else; asked only what the pointer did not say. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useHost } from '../../../client/host-context.tsx';
import { ReferenceControl } from '../../../ui/fields/ReferenceControl.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { useT } from '../../../ui/words.tsx';
import { nameIn } from '../items.ts';
import { ActForm } from './ActForm.tsx';
import { type Act, endsOf } from './acts.ts';
import { useActing } from './use-acts.ts';
import { type Relation, reattach, turn } from './work.ts';

interface Props<A extends Act['act']> {
  readonly act: Act & { act: A };
  readonly model: DiagramModel;
  onDone(): void;
}

/** The relation as it is kept: the drawing leaves out who is in a role of an end. */
function useRelation(id: string): () => Promise<Relation | null> {
  const host = useHost();
  return async () => {
    const outcome = await host.run('relation.get', { id });
    return outcome.ok ? (outcome.value as Relation) : null;
  };
}

export function TurnForm({ act, model, onDone }: Props<'turn'>) {
  const t = useT();
  const acting = useActing();
  const get = useRelation(act.relationId);
  const label = model.relations.find((row) => row.id === act.relationId)?.label ?? '';
  const run = async (): Promise<void> => {
    const relation = await get();
    if (!relation) return onDone();
    const done = await acting.act(
      (todo) => turn(todo, relation),
      t(($) => $.drawing.turned, { what: label }),
    );
    if (done) onDone();
  };
  const begin = useEffectEvent(() => void run());
  useEffect(() => begin(), []);
  return (
    <ActForm
      title={t(($) => $.drawing.turnTitle, { what: label })}
      does={t(($) => $.drawing.doTurn)}
      ready
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      {null}
    </ActForm>
  );
}

export function ReattachForm({ act, model, onDone }: Props<'reattach'>) {
  const t = useT();
  const acting = useActing();
  const get = useRelation(act.relationId);
  const row = model.relations.find((one) => one.id === act.relationId);
  const ends = row ? endsOf(row) : [];
  const asked = ends.findIndex((one) => one.side === act.end?.side && one.entityId === act.end.entityId);
  const [chosen, setChosen] = useState(asked < 0 ? ends.length - 1 : asked);
  const [to, setTo] = useState(act.to);
  const end = ends[chosen];
  const run = async (target: string | null): Promise<void> => {
    const relation = await get();
    if (!relation || !end || target === null) return;
    const done = await acting.act(
      (todo) => reattach(todo, relation, end, target),
      t(($) => $.drawing.reattached, { what: row?.label ?? '' }),
    );
    if (done) onDone();
  };
  // the pointer has said it all
  const begin = useEffectEvent((target: string | null) => {
    if (act.end !== null && target !== null) void run(target);
  });
  useEffect(() => begin(act.to), [act.to]);
  return (
    <ActForm
      title={t(($) => $.drawing.reattachTitle, { what: row?.label ?? '' })}
      does={t(($) => $.drawing.doReattach)}
      ready={to !== null && end !== undefined}
      acting={acting}
      onDo={() => void run(to)}
      onDone={onDone}
    >
      <div className="field">
        <Segments
          label={t(($) => $.drawing.whichEnd)}
          value={String(chosen)}
          choices={ends.map((one, index) => ({ value: String(index), label: nameIn(model, one.entityId) }))}
          onChange={(value) => setChosen(Number(value))}
        />
      </div>
      <div className="field">
        <ReferenceControl
          id="draw-to"
          label={t(($) => $.drawing.to)}
          kinds={['unit', 'person', 'organisation']}
          networkId={model.network.id}
          hide={ends.map((one) => one.entityId)}
          onMake={async () => null}
          value={to}
          onChange={setTo}
        />
      </div>
    </ActForm>
  );
}
