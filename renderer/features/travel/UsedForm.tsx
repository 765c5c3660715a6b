/** A team uses a yield of another: which, since when, what it did with it, and who brought it. One step. */
import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { SpreadManner } from '../../../shared/domain/lists.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DateControl } from '../../ui/fields/DateControl.tsx';
import { EntityPicker, useEntityName } from '../../ui/fields/ReferenceControl.tsx';
import { useT } from '../../ui/words.tsx';
import { PanelForm } from '../yields/index.ts';
import { HowChoice } from './HowChoice.tsx';

interface Props {
  readonly unitId: string;
  readonly name: string;
  readonly networkId: string;
  readonly onClose: () => void;
}

const places = ['unit', 'organisation', 'person', 'network'] as const;

export function UsedForm({ unitId, name, networkId, onClose }: Props) {
  const t = useT();
  const day = useView((view) => view.day);
  const say = useView((view) => view.say);
  const create = useCommand('spread.create');
  const [yieldId, setYield] = useState<string | null>(null);
  /** Undefined until someone said it: then it is who made it. */
  const [source, setSource] = useState<string | null | undefined>(undefined);
  const [how, setHow] = useState<SpreadManner>('takenOver');
  const [start, setStart] = useState<string | null>(day);
  const [carriedById, setCarrier] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const made = useOperation('yield.get', yieldId === null ? null : { id: yieldId });
  const members = useOperation('membership.list', { containerId: unitId, at: day }, { keep: true });
  const makers = (yieldId === null ? undefined : made.data?.makers) ?? [];
  const isOwn = makers.includes(unitId);
  const fromId = source === undefined ? (makers[0] ?? null) : source;
  const yieldName = useEntityName(yieldId);
  const fromName = useEntityName(fromId);
  const carrierName = useEntityName(carriedById);
  const problem = isOwn ? t(($) => $.travel.team.ownYield) : asked && yieldId === null ? t(($) => $.travel.team.needsYield) : undefined;
  const send = async () => {
    setAsked(true);
    if (yieldId === null || isOwn || made.data === undefined) return;
    const input: Input<'spread.create'> = { yieldId, fromId, toId: unitId, how, start, carriedById };
    if ((await create.run(input)) === null) return;
    say(
      t(($) => $.travel.team.added, { team: name, name: yieldName }),
      true,
    );
    onClose();
  };
  const people = (members.data?.rows ?? []).map((row) => ({ id: row.personId, name: row.person }));
  const shared = { networkId, onMake: async () => null };
  return (
    <div className="travel-form card">
      <PanelForm
        title={t(($) => $.travel.team.title, { team: name })}
        send={t(($) => $.travel.team.add)}
        busy={create.busy}
        failure={create.failure}
        onSend={() => void send()}
        onClose={onClose}
      >
        <div data-first="true">
          <EntityPicker
            {...shared}
            id="used-yield"
            label={t(($) => $.travel.team.yield)}
            kinds={['yield']}
            required
            error={problem}
            shown={yieldName}
            onPick={(id) => {
              setYield(id);
              setSource(undefined);
            }}
          />
        </div>
        <HowChoice label={t(($) => $.travel.team.how)} value={how} onChange={setHow} />
        <div className="travel-pair">
          <DateControl id="used-since" label={t(($) => $.travel.team.since)} live value={start} onChange={setStart} />
          <EntityPicker
            {...shared}
            id="used-carrier"
            label={t(($) => $.travel.team.carrier)}
            kinds={['person']}
            first={people}
            shown={carrierName}
            onPick={setCarrier}
            onClear={() => setCarrier(null)}
          />
        </div>
        <EntityPicker
          {...shared}
          id="used-from"
          label={t(($) => $.travel.team.from)}
          hint={t(($) => $.travel.team.fromHint)}
          kinds={places}
          hide={[unitId]}
          shown={fromName}
          onPick={setSource}
          onClear={() => setSource(null)}
        />
      </PanelForm>
    </div>
  );
}
