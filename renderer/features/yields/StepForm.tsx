/** A step of a yield from one place to another: how far that is follows, and can be overruled with a reason. */
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Input } from '../../../shared/contract/index.ts';
import { type Distance, distances } from '../../../shared/domain/lists.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { ChoiceControl } from '../../ui/fields/ChoiceControl.tsx';
import { NumberControl } from '../../ui/fields/NumberControl.tsx';
import { TextControl } from '../../ui/fields/TextControl.tsx';
import { useT } from '../../ui/words.tsx';
import { FieldControl, fieldsOfKind, fieldWord } from '../record/index.ts';
import { PanelForm } from './PanelForm.tsx';
import type { YieldRow } from './YieldsTable.tsx';

interface Props {
  readonly row: YieldRow;
  /** Where it came from: the place that is lit, else who made it. */
  readonly fromId: string | null;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, unknown>>;
type SpreadInput = Input<'spread.create'>;

/** Asked in this order: it is the order in which one tells it. */
const before = ['fromId', 'toId', 'audience'] as const;
const after = ['how', 'start', 'carriedById'] as const;

interface DistanceProps {
  readonly derived: Distance | null;
  readonly isKnown: boolean;
  readonly chosen: Distance | null;
  readonly reason: string | null;
  readonly error: string | undefined;
  readonly onChange: (values: Values) => void;
}

function DistanceFields({ derived, isKnown, chosen, reason, error, onChange }: DistanceProps) {
  const t = useT();
  const word = (ring: Distance) => t(($) => $.lists.distance[ring]);
  const said = !isKnown
    ? t(($) => $.yields.step.derivedWait)
    : derived === null
      ? t(($) => $.yields.step.derivedNone)
      : t(($) => $.yields.step.derived, { ring: word(derived) });
  return (
    <div className="yield-distance">
      <p className="sentence" role="status">
        {said}
      </p>
      {chosen === null ? (
        <button type="button" className="link small" onClick={() => onChange({ distance: derived ?? 'network' })}>
          {t(($) => $.yields.step.overrule)}
        </button>
      ) : (
        <>
          <ChoiceControl
            id="step-distance"
            label={t(($) => $.yields.step.distance)}
            required
            options={distances.map((value) => ({ value, label: word(value) }))}
            value={chosen}
            onChange={(distance) => onChange({ distance })}
          />
          <TextControl
            id="step-reason"
            live
            required
            label={t(($) => $.yields.step.reason)}
            error={error}
            value={reason}
            onChange={(distanceReason) => onChange({ distanceReason })}
          />
          <button type="button" className="link small" onClick={() => onChange({ distance: null, distanceReason: null })}>
            {t(($) => $.yields.step.follow)}
          </button>
        </>
      )}
    </div>
  );
}

const blank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

export function StepForm({ row, fromId, onClose }: Props) {
  const t = useT();
  const say = useView((view) => view.say);
  const day = useView((view) => view.day);
  const [group] = useState(() => newId());
  const [values, setValues] = useState<Values>({
    yieldId: row.id,
    fromId,
    toId: null,
    audience: null,
    how: 'takenOver',
    start: day,
    carriedById: null,
  });
  const [reach, setReach] = useState<number | null>(null);
  const [problem, setProblem] = useState<'to' | 'reason' | null>(null);
  const write = useCommand('entity.update');
  const create = useCommand('spread.create');
  const toId = values.toId as string | null;
  const from = values.fromId as string | null;
  const derived = useOperation('spread.measure', toId === null ? null : { yieldId: row.id, fromId: from, toId });
  const name = useOperation('entity.get', toId === null ? null : { id: toId });
  const set = (change: Values) => {
    setValues({ ...values, ...change });
    setProblem(null);
  };
  const follows = toId === null ? null : (derived.data?.derived ?? null);
  // the same as what follows is no overruling
  const overruled = values.distance !== null && values.distance !== undefined && values.distance !== follows;
  const send = async () => {
    if (toId === null && blank(values.audience)) return setProblem('to');
    if (overruled && blank(values.distanceReason)) return setProblem('reason');
    const id = newId();
    const fields = { ...values, distance: overruled ? values.distance : null, distanceReason: overruled ? values.distanceReason : null };
    const what = t(($) => $.yields.spread.reach);
    const figure = { entityId: id, what, aspect: 'reach', state: 'value', low: reach, high: reach, unit: t(($) => $.yields.spread.people) };
    const changes = [
      { kind: 'spread', id, isNew: true, fields },
      { kind: 'figure', id: newId(), isNew: true, fields: figure },
    ];
    // a step alone is undone under its own name
    const written =
      reach === null ? await create.run(fields as SpreadInput, { group }) : await write.run({ changes } as Input<'entity.update'>, { group });
    if (written === null) return;
    say(
      t(($) => $.yields.step.added, { name: toId === null ? String(values.audience) : (name.data?.name ?? '') }),
      true,
    );
    onClose();
  };
  const field = (key: (typeof before)[number] | (typeof after)[number], extra: { hint?: string; error?: string } = {}) => {
    const spec = fieldsOfKind('spread').find((one) => one.name === key);
    return (
      spec && (
        <div key={key} data-first={key === 'toId' || undefined}>
          <FieldControl
            id={`step-${key}`}
            live
            spec={spec}
            group={group}
            label={fieldWord(t, 'spread', key)}
            value={values[key] ?? null}
            values={values}
            onChange={(value) => set({ [key]: value })}
            {...extra}
          />
        </div>
      )
    );
  };
  return (
    <PanelForm
      title={t(($) => $.yields.step.title)}
      send={t(($) => $.yields.step.add)}
      busy={write.busy || create.busy}
      failure={write.failure ?? create.failure}
      onSend={() => void send()}
      onClose={onClose}
    >
      {before.map((key) =>
        field(key, {
          ...(key === 'audience' ? { hint: t(($) => $.yields.step.audienceHint) } : {}),
          ...(key === 'toId' && problem === 'to' ? { error: t(($) => $.yields.step.needsTo) } : {}),
        }),
      )}
      <DistanceFields
        derived={follows}
        isKnown={toId !== null}
        chosen={(values.distance as Distance | null | undefined) ?? null}
        reason={(values.distanceReason as string | null | undefined) ?? null}
        error={problem === 'reason' ? t(($) => $.yields.step.needsReason) : undefined}
        onChange={set}
      />
      {after.map((key) => field(key))}
      <NumberControl
        id="step-reach"
        live
        label={t(($) => $.yields.step.reach)}
        hint={t(($) => $.yields.step.reachHint)}
        value={reach}
        onChange={setReach}
      />
    </PanelForm>
  );
}
