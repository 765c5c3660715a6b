/** A relation between what a line was drawn from and to: of which kind, and to whom where the line ended nowhere. */
import { useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useHost } from '../../../client/host-context.tsx';
import { useView } from '../../../state/view.store.ts';
import { ReferenceControl } from '../../../ui/fields/ReferenceControl.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import { useOpenOptions } from '../../record/index.ts';
import { ActForm } from './ActForm.tsx';
import type { Act } from './acts.ts';
import { ChoiceOf } from './ChoiceOf.tsx';
import { useLast } from './last.ts';
import { useShownName } from './Tray.tsx';
import { useActing } from './use-acts.ts';
import { relate } from './work.ts';

interface Props {
  readonly act: Act & { act: 'relate' };
  readonly model: DiagramModel;
  onDone(): void;
}

type Direction = 'to' | 'from' | 'both';

export function RelateForm({ act, model, onDone }: Props) {
  const t = useT();
  const host = useHost();
  const day = useView((view) => view.day);
  const acting = useActing();
  const kinds = useOpenOptions('relationKind');
  const [last, keep] = useLast('relation');
  const [kind, setKind] = useState<string>(last ?? kinds[0]?.value ?? '');
  const [to, setTo] = useState(act.to);
  const [direction, setDirection] = useState<Direction>('to');
  const first = useShownName(model, act.from[0] ?? null);
  const from = act.from.length === 1 ? first : counted(t, ($) => $.drawing.things, act.from.length);
  const target = useShownName(model, to);
  const make = async (made: string, name: string): Promise<string | null> => {
    const outcome = await host.run(`${made}.create`, made === 'unit' ? { networkId: model.network.id, name, start: `[..${day}]` } : { name });
    return outcome.ok ? (outcome.value as { id: string }).id : null;
  };
  const run = async (): Promise<void> => {
    if (to === null) return;
    const done = await acting.act(
      (todo) => relate(todo, model.network.id, act.from, to, { kind, direction, start: `[..${day}]` }),
      t(($) => $.drawing.related, { from, to: target }),
    );
    if (done === null) return;
    keep(kind);
    onDone();
  };
  return (
    <ActForm
      title={to === null ? t(($) => $.drawing.relateFrom, { from }) : t(($) => $.drawing.relateTitle, { from, to: target })}
      does={t(($) => $.drawing.doRelate)}
      ready={to !== null && kind !== ''}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      {act.to === null && (
        <div className="field">
          <ReferenceControl
            id="draw-to"
            label={t(($) => $.drawing.to)}
            kinds={['unit', 'person', 'organisation']}
            networkId={model.network.id}
            hide={act.from}
            make={['unit', 'organisation']}
            onMake={make}
            value={to}
            onChange={setTo}
          />
        </div>
      )}
      <div className="field">
        <ChoiceOf
          id="draw-kind"
          label={t(($) => $.drawing.kind)}
          none={t(($) => $.drawing.chooseKind)}
          options={kinds}
          value={kind}
          onChange={(next) => setKind(next ?? '')}
        />
      </div>
      <div className="field">
        <Segments
          label={t(($) => $.drawing.direction)}
          value={direction}
          choices={(['to', 'from', 'both'] as const).map((value) => ({ value, label: t(($) => $.drawing.directions[value]) }))}
          onChange={setDirection}
        />
      </div>
    </ActForm>
  );
}
