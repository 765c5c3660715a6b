/** The start of a network of one's own: a shape, names, and on to the drawing. Nothing is made until one says so. */
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type TemplateKey, templateKeys } from '../../../shared/domain/templates.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { networkPath, useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import './begin.css';
import { namesIn } from './names.ts';
import { Shape } from './Shape.tsx';

type Choice = TemplateKey | 'other';

function useMaking(networkId: string) {
  const at = useView((view) => view.day);
  const t = useT();
  const structure = useCommand('structure.create');
  const people = useCommand('structure.link');
  const navigate = useNavigate();
  const make = async (from: string, names: readonly string[]): Promise<void> => {
    const group = crypto.randomUUID();
    const built = from === 'empty' ? null : await structure.run({ networkId, at, from: from as TemplateKey }, { group });
    if (from !== 'empty' && built === null) return;
    const put = names.length === 0 ? null : await people.run({ networkId, at, names: [...names] }, { group });
    if (names.length > 0 && put === null) return;
    const count = put === null ? 0 : put.made + put.known;
    useView.getState().setPanel('diagram.tray', count > 0 ? 'yes' : 'no');
    useView.getState().say(
      t(($) => $.begin.made, { units: built?.units ?? 0, people: count }),
      true,
    );
    navigate(networkPath(networkId, 'diagram'));
  };
  return { make, busy: structure.busy || people.busy, failure: structure.failure ?? people.failure };
}

interface ShapesProps {
  readonly choice: Choice;
  readonly others: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly other: string | null;
  setChoice(choice: Choice): void;
  setOther(id: string | null): void;
}

function Shapes({ choice, others, other, setChoice, setOther }: ShapesProps) {
  const t = useT();
  const option = (key: Choice, name: string, text: string) => (
    <label key={key} className="begin-shape" data-chosen={choice === key || undefined}>
      <input type="radio" name="shape" checked={choice === key} onChange={() => setChoice(key)} />
      <Shape template={key} />
      <span className="begin-name">{name}</span>
      <span className="faint small">{text}</span>
    </label>
  );
  return (
    <fieldset className="begin-shapes">
      <legend>{t(($) => $.begin.shape)}</legend>
      {templateKeys.map((key) =>
        option(
          key,
          t(($) => $.begin.templates[key]),
          t(($) => $.begin.templateTexts[key]),
        ),
      )}
      {others.length > 0 &&
        option(
          'other',
          t(($) => $.begin.asOther),
          t(($) => $.begin.asOtherText),
        )}
      {choice === 'other' && (
        <Select
          className="begin-other"
          label={t(($) => $.begin.otherNetwork)}
          allowDeselect={false}
          data={others.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={other}
          onChange={setOther}
        />
      )}
    </fieldset>
  );
}

export function BeginScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const navigate = useNavigate();
  const day = useView((view) => view.day);
  const networks = useOperation('network.list', { at: day }, { keep: true });
  const [choice, setChoice] = useState<Choice>('layers');
  const [other, setOther] = useState<string | null>(null);
  const [text, setText] = useState('');
  const making = useMaking(networkId);
  const names = namesIn(text);
  const own = networks.data?.networks.find((row) => row.id === networkId);
  if (!own) return null;
  const others = (networks.data?.networks ?? []).filter((row) => row.id !== networkId);
  const chosen = other ?? others[0]?.id ?? null;
  const from = choice === 'other' ? chosen : choice;
  return (
    <div className="page begin">
      <div className="page-head">
        <div className="page-title">
          <h1>{t(($) => $.begin.title, { name: own.name })}</h1>
          <p className="faint">{t(($) => $.begin.lead)}</p>
        </div>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== null) void making.make(from, names);
        }}
      >
        <Shapes choice={choice} others={others} other={chosen} setChoice={setChoice} setOther={setOther} />
        <section className="begin-people">
          <h2>
            {t(($) => $.begin.people)} {names.length > 0 && <span className="faint">{names.length}</span>}
          </h2>
          <Textarea
            label={t(($) => $.begin.peopleLabel)}
            description={t(($) => $.begin.peopleHint)}
            inputWrapperOrder={['label', 'description', 'input']}
            autosize
            minRows={4}
            maxRows={12}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </section>
        <FailureNote failure={making.failure} />
        <div className="begin-foot">
          <Button type="submit" variant="filled" disabled={from === null || making.busy}>
            {t(($) => $.begin.make)}
          </Button>
          <Button variant="subtle" onClick={() => navigate(networkPath(networkId, 'overview'))}>
            {t(($) => $.begin.skip)}
          </Button>
        </div>
      </form>
    </div>
  );
}
