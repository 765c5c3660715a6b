/** What happens to a membership: someone goes to another team, or stops. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../client/use-command.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { DateControl } from '../../ui/fields/DateControl.tsx';
import { ReferenceControl } from '../../ui/fields/ReferenceControl.tsx';
import { usePlace } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import type { Values } from './describe.ts';

type Step = 'move' | 'end' | null;

export function MembershipActions({ id, values }: { readonly id: string; readonly values: Values }) {
  const t = useT();
  const [step, setStep] = useState<Step>(null);
  return (
    <section className="drawer-section">
      {step === null && (
        <div className="drawer-actions">
          <Button onClick={() => setStep('move')}>{t(($) => $.app.drawer.move)}</Button>
          <Button onClick={() => setStep('end')}>{t(($) => $.app.drawer.end)}</Button>
        </div>
      )}
      {step === 'move' && <Move id={id} from={values.containerId as string} onDone={() => setStep(null)} />}
      {step === 'end' && <End id={id} onDone={() => setStep(null)} />}
    </section>
  );
}

function Move({ id, from, onDone }: { readonly id: string; readonly from: string; readonly onDone: () => void }) {
  const t = useT();
  const place = usePlace();
  const day = useView((view) => view.day);
  const [to, setTo] = useState<string | null>(null);
  const [date, setDate] = useState<string | null>(day);
  const move = useCommand('membership.move');
  const send = async () => {
    if (to === null || date === null) return;
    const moved = await move.run({ id, containerId: to, from: date });
    if (!moved) return;
    onDone();
    useView.getState().show({ type: 'record', kind: 'membership', id: moved.id }, { within: true });
  };
  return (
    <div className="fields fields-edit">
      <div className="field">
        <ReferenceControl
          id="move-to"
          label={t(($) => $.app.drawer.moveTo)}
          kinds={['unit', 'network']}
          networkId={place.networkId}
          hide={[from]}
          onMake={async () => null}
          value={to}
          onChange={setTo}
        />
      </div>
      <div className="field">
        <DateControl id="move-from" label={t(($) => $.app.drawer.moveFrom)} live value={date} onChange={setDate} />
      </div>
      <FailureNote failure={move.failure} />
      <div className="drawer-actions">
        <Button variant="filled" disabled={to === null || date === null || move.busy} onClick={() => void send()}>
          {t(($) => $.app.drawer.moveDo)}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t(($) => $.app.cancel)}
        </Button>
      </div>
    </div>
  );
}

function End({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useT();
  const day = useView((view) => view.day);
  const say = useView((view) => view.say);
  const [end, setEnd] = useState<string | null>(day);
  const update = useCommand('membership.update');
  const send = async () => {
    if (end === null || !(await update.run({ id, end }))) return;
    onDone();
    say(
      t(($) => $.app.drawer.ended),
      true,
    );
  };
  return (
    <div className="fields fields-edit">
      <div className="field">
        <DateControl id="end-on" label={t(($) => $.app.drawer.endOn)} live value={end} onChange={setEnd} />
      </div>
      <FailureNote failure={update.failure} />
      <div className="drawer-actions">
        <Button variant="filled" disabled={end === null || update.busy} onClick={() => void send()}>
          {t(($) => $.app.drawer.end)}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t(($) => $.app.cancel)}
        </Button>
      </div>
    </div>
  );
}
