/** One field of all that are chosen, with one value. */
import { useState } from 'react';
import type { RecordKind } from '../../../../shared/contract/fields.ts';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { counted, useT } from '../../../ui/words.tsx';
import { FieldControl, fieldsOfKind, fieldWord } from '../../record/index.ts';
import { ActForm } from './ActForm.tsx';
import type { Act } from './acts.ts';
import { ChoiceOf } from './ChoiceOf.tsx';
import { useActing } from './use-acts.ts';
import { edit } from './work.ts';

interface Props {
  readonly act: Act & { act: 'edit' };
  readonly model: DiagramModel;
  onDone(): void;
}

/** What is of one record only has no sense for many. */
const ownOnly = new Set(['name', 'personId', 'networkId', 'from', 'to', 'position']);
const editable = (kind: RecordKind) => fieldsOfKind(kind).filter((spec) => !ownOnly.has(spec.name));

export function EditForm({ act: { kind, ids }, model, onDone }: Props) {
  const t = useT();
  const acting = useActing();
  const specs = editable(kind);
  const [field, setField] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const spec = specs.find((one) => one.name === field);
  const what = counted(t, ($) => $.drawing.picked, ids.length);
  const run = async (): Promise<void> => {
    if (!spec) return;
    const done = await acting.act(
      (todo) => edit(todo, kind, ids, spec.name, value),
      t(($) => $.drawing.edited, { what }),
    );
    if (done) onDone();
  };
  const values = { networkId: model.network.id };
  return (
    <ActForm
      title={t(($) => $.drawing.editTitle, { what })}
      does={t(($) => $.drawing.doEdit)}
      ready={spec !== undefined && !(spec.required && value === null)}
      acting={acting}
      onDo={() => void run()}
      onDone={onDone}
    >
      <div className="field">
        <ChoiceOf
          id="draw-field"
          label={t(($) => $.drawing.field)}
          none={t(($) => $.drawing.chooseField)}
          options={specs.map(({ name }) => ({ value: name, label: fieldWord(t, kind, name) }))}
          value={field}
          onChange={(next) => {
            setField(next);
            setValue(fieldsOfKind(kind).find((one) => one.name === next)?.sort === 'flag' ? true : null);
          }}
        />
      </div>
      {spec && (
        <div className="field" key={spec.name}>
          <FieldControl
            id={`draw-${kind}-${spec.name}`}
            live
            spec={{ ...spec, half: false }}
            label={fieldWord(t, kind, spec.name)}
            value={value}
            values={values}
            onChange={setValue}
          />
        </div>
      )}
    </ActForm>
  );
}
