/** At a meeting: what lay on the table went on to others who were there. Steps of the yield with the meeting as their place and date. */
import { type KeyboardEvent, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { SpreadManner } from '../../../shared/domain/lists.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { ChoiceControl } from '../../ui/fields/ChoiceControl.tsx';
import { EntityPicker, useEntityName } from '../../ui/fields/ReferenceControl.tsx';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { PanelForm } from '../yields/index.ts';
import { HowChoice } from './HowChoice.tsx';
import { type Known, receiversOf } from './receivers.ts';
import './travel.css';

type Meeting = Output<'meeting.get'>;
type There = Output<'attendance.list'>['rows'][number];
type Step = Output<'spread.list'>['rows'][number];

interface Props {
  readonly meeting: Meeting;
  readonly object: Known;
  readonly there: readonly There[];
  readonly teams: ReadonlyMap<string, string>;
  /** What went on at this meeting already: it is not proposed again. */
  readonly steps: readonly Step[];
  readonly onClose: () => void;
}

const wasThere = (row: There): boolean => row.state === 'present' || row.state === 'guest';

/** Who was there, first those who also sit where it was made. */
function useCarriers(there: readonly There[], fromId: string | null, at: string) {
  const isUnit = useOperation('entity.get', fromId === null ? null : { id: fromId });
  const unitId = isUnit.data?.kind === 'unit' ? fromId : null;
  const members = useOperation('membership.list', unitId === null ? null : { containerId: unitId, at });
  const sits = new Set((members.data?.rows ?? []).filter((row) => row.presence !== 'no').map((row) => row.personId));
  const people = there.filter(wasThere).map((row) => row.person);
  const near = people.filter((person) => sits.has(person.id));
  return {
    /** Of one there is no choice: that one is filled in, and can be taken away. */
    only: near.length === 1 ? (near[0]?.id ?? null) : null,
    near: near.length,
    all: [...near, ...people.filter((person) => !sits.has(person.id))],
    team: isUnit.data?.name ?? null,
  };
}

/** A proposal until someone chose, or chose nobody. */
const useProposed = <T,>(proposed: T) => {
  const [own, set] = useState<{ readonly value: T } | null>(null);
  return [own === null ? proposed : own.value, (value: T) => set({ value })] as const;
};

interface ReceiverProps {
  readonly id: string;
  /** Known of who was proposed; else it is looked up. */
  readonly name: string | undefined;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function Receiver({ id, name, checked, onChange }: ReceiverProps) {
  const found = useEntityName(name === undefined ? id : null);
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {name ?? found}
    </label>
  );
}

export function MovedOn(props: Props) {
  const made = useOperation('yield.get', { id: props.object.id });
  return made.data ? <Form {...props} makers={made.data.makers} /> : null;
}

/** A figure here is no score of the meeting, and Ctrl Enter does not leave what is not sent yet. */
function keepKeys(event: KeyboardEvent): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isPlain || event.key === 'Enter') event.stopPropagation();
}

function Form({ meeting, object, there, teams, steps, onClose, makers }: Props & { readonly makers: readonly string[] }) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const say = useView((view) => view.say);
  const write = useCommand('entity.update');
  const proposed = receiversOf({ units: meeting.units, teams, there, makers, taken: steps.flatMap((step) => step.to?.id ?? []) });
  const [more, setMore] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useProposed<ReadonlySet<string>>(new Set(proposed.teams.map((one) => one.id)));
  const [fromId, setFrom] = useState(makers[0] ?? null);
  const from = useOperation('entity.get', fromId === null ? null : { id: fromId });
  const [how, setHow] = useState<SpreadManner>('takenOver');
  const carriers = useCarriers(there, fromId, meeting.start?.length === 10 ? meeting.start : day);
  const [carrier, setCarrier] = useProposed<string | null>(carriers.only);
  const [problem, setProblem] = useState(false);
  const named = new Map([...proposed.teams, ...proposed.organisations].map((one) => [one.id, one.name]));
  const offered = [...new Set([...named.keys(), ...more])];
  const to = offered.filter((id) => chosen.has(id));
  const toggle = (id: string, on: boolean) => {
    setProblem(false);
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  };
  const send = async () => {
    if (to.length === 0) return setProblem(true);
    const fields = { yieldId: object.id, fromId, how, carriedById: carrier, meetingId: meeting.id, start: meeting.start, standing: meeting.standing };
    const changes = to.map((toId) => ({ kind: 'spread', id: newId(), isNew: true, fields: { ...fields, toId } }));
    if ((await write.run({ changes } as Input<'entity.update'>)) === null) return;
    say(
      counted(t, ($) => $.travel.meeting.added, to.length, { name: object.name }),
      true,
    );
    onClose();
  };
  const lead =
    meeting.start === null ? t(($) => $.travel.meeting.leadUndated) : t(($) => $.travel.meeting.lead, { date: format.date(meeting.start) });
  const team = carriers.team ?? '';
  const hint = !there.some(wasThere)
    ? t(($) => $.travel.meeting.carrierNobody)
    : carriers.team === null
      ? undefined
      : t(carriers.near > 0 ? ($) => $.travel.meeting.carrierOf : ($) => $.travel.meeting.carrierNone, { team });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps keys that the sheet around it would take for itself
    <div className="travel-form" onKeyDown={keepKeys}>
      <PanelForm
        title={t(($) => $.travel.meeting.title, { name: object.name })}
        send={t(($) => $.travel.meeting.add)}
        busy={write.busy}
        failure={write.failure}
        onSend={() => void send()}
        onClose={onClose}
      >
        <p className="faint small">
          {lead} {meeting.standing !== 'actual' && t(($) => $.travel.meeting.leadPlanned)}
        </p>
        <fieldset className="travel-to">
          <legend className="travel-label">{t(($) => $.travel.meeting.to)}</legend>
          {offered.map((id) => (
            <Receiver key={id} id={id} name={named.get(id)} checked={chosen.has(id)} onChange={(on) => toggle(id, on)} />
          ))}
          <EntityPicker
            id={`went-to-${object.id}`}
            label={t(($) => $.travel.meeting.other)}
            kinds={['unit', 'organisation', 'person', 'network']}
            networkId={meeting.networkId}
            hide={[...makers, ...offered]}
            shown=""
            error={problem ? t(($) => $.travel.meeting.needsTo) : undefined}
            onMake={async () => null}
            onPick={(id) => {
              setMore([...more, id]);
              toggle(id, true);
            }}
          />
        </fieldset>
        <HowChoice label={t(($) => $.travel.meeting.how)} value={how} onChange={setHow} />
        <div className="travel-pair">
          <ChoiceControl
            id={`carried-${object.id}`}
            label={t(($) => $.travel.meeting.carrier)}
            hint={hint}
            options={carriers.all.map((person) => ({ value: person.id, label: person.name }))}
            value={carrier}
            onChange={setCarrier}
          />
          <div>
            <EntityPicker
              id={`went-from-${object.id}`}
              label={t(($) => $.travel.meeting.from)}
              kinds={['unit', 'organisation', 'person', 'network']}
              networkId={meeting.networkId}
              shown={from.data?.name ?? ''}
              onMake={async () => null}
              onPick={setFrom}
              onClear={() => setFrom(null)}
            />
          </div>
        </div>
      </PanelForm>
    </div>
  );
}

interface HereProps {
  readonly steps: readonly Step[];
}

/** What went on at this meeting, each with the way to its record. */
export function StepsHere({ steps }: HereProps) {
  const t = useT();
  const show = useView((view) => view.show);
  if (steps.length === 0) return null;
  return (
    <div className="travel-here">
      <h3>{t(($) => $.travel.meeting.went)}</h3>
      <ul>
        {steps.map((step) => {
          const how = t(($) => $.lists.spreadManner[step.how]);
          const to = step.to?.name ?? step.audience ?? t(($) => $.app.unknown);
          return (
            <li key={step.id}>
              <button type="button" className="link" onClick={() => show({ type: 'record', kind: 'spread', id: step.id })}>
                {t(($) => $.travel.meeting.step, { name: step.object.name, to, how })}
              </button>
              {step.carriedBy && <span className="faint small"> {t(($) => $.travel.meeting.via, { name: step.carriedBy.name })}</span>}
              {step.standing !== 'actual' && <span className="tag">{t(($) => $.lists.standing[step.standing])}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
