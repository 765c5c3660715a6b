/** Teams to another layer or into another team; asked only where the keyboard has no pointer to say it with. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useT } from '../../../ui/words.tsx';
import { ActForm } from './ActForm.tsx';
import type { Act, Place } from './acts.ts';
import { ChoiceOf } from './ChoiceOf.tsx';
import { useActing } from './use-acts.ts';
import { place } from './work.ts';

interface Props {
  readonly act: Act & { act: 'place' };
  readonly model: DiagramModel;
  onDone(): void;
}

export function PlaceForm({ act, model, onDone }: Props) {
  const t = useT();
  const acting = useActing();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = act.units.map((id) => model.units.find((unit) => unit.id === id)?.name ?? '').join(', ');
  const options = [
    ...model.layers.map((layer) => ({ value: layer.id, label: layer.name })),
    ...model.units
      .filter((unit) => !unit.foreign && !act.units.includes(unit.id))
      .map((unit) => ({ value: unit.id, label: t(($) => $.drawing.inTeam, { name: unit.name }) })),
  ];
  const placeOf = (id: string | null): Place => {
    const unit = model.units.find((one) => one.id === id);
    return unit ? { layerId: unit.layerId, parentId: unit.id } : { layerId: id, parentId: null };
  };
  const put = async (to: Place): Promise<void> => {
    const done = await acting.act(
      (todo) => place(todo, act.units, to),
      t(($) => $.drawing.placed, { names }),
    );
    if (done) onDone();
  };
  // the pointer has said it all
  const begin = useEffectEvent((to: Place | null) => {
    if (to !== null) void put(to);
  });
  useEffect(() => begin(act.to), [act.to]);
  return (
    <ActForm
      title={t(($) => $.drawing.placeTitle, { names })}
      does={t(($) => $.drawing.doMove)}
      ready
      acting={acting}
      onDo={() => void put(placeOf(chosen))}
      onDone={onDone}
    >
      <div className="field">
        <ChoiceOf
          id="draw-place"
          label={t(($) => $.drawing.where)}
          none={t(($) => $.diagram.bands.outsideLayers)}
          options={options}
          value={chosen}
          onChange={setChosen}
        />
      </div>
    </ActForm>
  );
}
