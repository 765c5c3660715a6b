/** A new person or team where one points, with the cursor in its name; who exists already is offered first. */
import { useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useView } from '../../../state/view.store.ts';
import { DateControl } from '../../../ui/fields/DateControl.tsx';
import { EntityPicker, useEntityName } from '../../../ui/fields/ReferenceControl.tsx';
import { TextControl } from '../../../ui/fields/TextControl.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { useT } from '../../../ui/words.tsx';
import { ActForm } from './ActForm.tsx';
import type { Act } from './acts.ts';
import { useLast } from './last.ts';
import { RoleField } from './RoleField.tsx';
import { useActing } from './use-acts.ts';
import { addLayer, addPerson, addUnit, type Who } from './work.ts';

interface Props {
  readonly act: Act & { act: 'new' };
  readonly model: DiagramModel;
  onDone(): void;
}

type What = 'person' | 'unit' | 'layer';

function WhoField({ who, setWho, networkId }: { who: Who | null; setWho(who: Who): void; readonly networkId: string }) {
  const t = useT();
  const known = useEntityName(who && 'id' in who ? who.id : null);
  return (
    <EntityPicker
      id="draw-name"
      label={t(($) => $.drawing.name)}
      hint={who && 'name' in who ? t(($) => $.drawing.newPerson) : undefined}
      kinds={['person']}
      networkId={networkId}
      make={['person']}
      onMake={async (_kind, name) => {
        setWho({ name });
        return null;
      }}
      shown={who === null ? '' : 'name' in who ? who.name : known}
      onPick={(id) => setWho({ id })}
    />
  );
}

export function NewForm({ act, model, onDone }: Props) {
  const t = useT();
  const day = useView((view) => view.day);
  const acting = useActing();
  const whats = act.containerId === null ? (['unit', 'layer'] as const) : (['person', 'unit'] as const);
  const [what, setWhat] = useState<What>(act.what ?? whats[0]);
  const [who, setWho] = useState<Who | null>(null);
  const [name, setName] = useState('');
  const [last, keep] = useLast('role');
  const [roleId, setRole] = useState(last);
  const [from, setFrom] = useState<string | null>(`[..${day}]`);
  const team = model.units.find((one) => one.id === act.containerId)?.name;
  const layer = model.layers.find((one) => one.id === act.layerId)?.name;
  const run = async (): Promise<void> => {
    const done = await acting.act(
      async (todo) => {
        if (what === 'layer') return addLayer(todo, model.network.id, name.trim());
        if (what === 'unit') return addUnit(todo, model.network.id, name.trim(), { layerId: act.layerId, parentId: act.containerId }, from);
        return who !== null && act.containerId !== null && (await addPerson(todo, who, act.containerId, roleId, from));
      },
      t(($) => $.drawing.added),
    );
    if (!done) return;
    if (what === 'person') keep(roleId);
    onDone();
  };
  return (
    <ActForm
      title={
        what === 'layer'
          ? t(($) => $.drawing.newLayer)
          : team
            ? t(($) => $.drawing.newIn, { name: team })
            : t(($) => $.drawing.newUnitIn, { name: layer ?? t(($) => $.diagram.bands.outsideLayers) })
      }
      does={t(($) => $.drawing.adds[what])}
      ready={what === 'person' ? who !== null : name.trim() !== ''}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      {what === 'person' ? (
        <div className="field">
          <WhoField who={who} setWho={setWho} networkId={model.network.id} />
        </div>
      ) : (
        <div className="field">
          <TextControl id="draw-name" label={t(($) => $.drawing.name)} live value={name} onChange={(text) => setName(text ?? '')} />
        </div>
      )}
      <div className="field">
        <Segments
          label={t(($) => $.drawing.what)}
          value={what}
          choices={whats.map((value) => ({ value, label: t(($) => $.drawing.whats[value]) }))}
          onChange={setWhat}
        />
      </div>
      {what === 'person' && (
        <div className="field" data-half>
          <RoleField label={t(($) => $.drawing.role)} networkId={model.network.id} value={roleId} onChange={setRole} />
        </div>
      )}
      {what !== 'layer' && (
        <div className="field" data-half>
          <DateControl id="draw-from" label={t(($) => $.drawing.from)} live value={from} onChange={setFrom} />
        </div>
      )}
    </ActForm>
  );
}
