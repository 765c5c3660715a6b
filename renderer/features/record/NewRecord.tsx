/** Asks what a new record needs and no more; the rest is filled in as you go. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { useHost } from '../../client/host-context.tsx';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { hasUnread } from '../../ui/fields/NumberControl.tsx';
import { capital, useT } from '../../ui/words.tsx';
import { DrawerHead } from './DrawerHead.tsx';
import type { FieldSpec, Values } from './describe.ts';
import { FieldControl } from './FieldControl.tsx';
import { allFields, descriptionOf, fieldWord, hintWord, kindWord, newValues } from './kinds.ts';

interface Props {
  readonly kind: RecordKind;
  readonly preset: Values;
}

/** Someone who comes in three teams is one form: each team gets a membership, together one step for undo. */
const startOf = (kind: RecordKind, values: Values): Values =>
  kind === 'membership' && values.containerId === undefined
    ? { ...values, containerId: [] }
    : kind === 'membership' && typeof values.containerId === 'string'
      ? { ...values, containerId: [values.containerId] }
      : values;

const inputsOf = (values: Values): readonly Values[] =>
  Array.isArray(values.containerId) ? values.containerId.map((containerId: unknown) => ({ ...values, containerId })) : [values];

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

interface NewForm {
  readonly values: Values;
  readonly group: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly failure: Failure | null;
  set(name: string, value: unknown): void;
  /** @returns ids of what was made, or null when it was refused */
  send(): Promise<readonly string[] | null>;
  again(): void;
}

function useNewForm(kind: RecordKind, preset: Values, fields: readonly FieldSpec[]): NewForm {
  const t = useT();
  const host = useHost();
  const day = useView((view) => view.day);
  const start = () => ({ values: startOf(kind, newValues(kind, day, preset)), group: crypto.randomUUID() });
  const [{ values, group }, setForm] = useState(start);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const refuse = (error: Failure): null => {
    const field = String(error.details?.path?.[0] ?? '');
    const known = fields.some((spec) => spec.name === field);
    setProblems(known ? { [field]: error.message } : {});
    setFailure(known ? null : error);
    return null;
  };
  return {
    values,
    group,
    problems,
    failure,
    set: (name, value) => {
      setForm((form) => ({ ...form, values: { ...form.values, [name]: value } }));
      setProblems({});
    },
    again: () => setForm(start),
    async send() {
      const missing = fields.filter((spec) => spec.required && isMissing(values[spec.name]));
      if (missing.length > 0) {
        setProblems(Object.fromEntries(missing.map((spec) => [spec.name, t(($) => $.app.drawer.required)])));
        return null;
      }
      const made: string[] = [];
      for (const input of inputsOf(values)) {
        const outcome = await host.run(`${kind}.create`, input, { group });
        if (!outcome.ok) return refuse(outcome.error);
        made.push((outcome.value as { id: string }).id);
      }
      setProblems({});
      setFailure(null);
      return made;
    },
  };
}

export function NewRecord({ kind, preset }: Props) {
  const t = useT();
  const asks = descriptionOf(kind).asks;
  const fields = asks.flatMap((name) => allFields(kind).find((spec) => spec.name === name) ?? []).filter((spec) => !hidden(kind, spec, preset));
  const form = useNewForm(kind, preset, fields);
  const body = useRef<HTMLFormElement>(null);
  const asksFirst = useRef(fields.find((spec) => isMissing(form.values[spec.name]))?.name);
  const focusFirst = () => body.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus();
  useEffect(() => {
    // the first field that has nothing yet: a preset team need not be chosen again
    const first = asksFirst.current;
    const input = first === undefined ? null : document.getElementById(`new-${kind}-${first}`);
    if (input) input.focus();
    else body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [kind]);
  const finish = async (another: boolean) => {
    if (hasUnread(body.current)) return;
    const made = await form.send();
    if (made === null) return;
    if (another) {
      form.again();
      focusFirst();
      return;
    }
    const id = made[0];
    useView.getState().back();
    if (id !== undefined) useView.getState().show({ type: 'record', kind, id }, { within: useView.getState().trail.length > 0 });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void finish(false);
  };
  const word = kindWord(t, kind);
  return (
    <>
      <DrawerHead title={t(($) => $.app.drawer.new, { kind: word })} />
      <form ref={body} className="drawer-body" noValidate onSubmit={submit} key={form.group}>
        <FailureNote failure={form.failure} />
        <div className="fields fields-edit">
          {fields
            .filter((spec) => spec.when?.(form.values) ?? true)
            .map((spec) => (
              <div className="field" data-half={spec.half || undefined} key={spec.name}>
                <FieldControl
                  id={`new-${kind}-${spec.name}`}
                  live
                  spec={spec}
                  group={form.group}
                  label={fieldWord(t, kind, spec.name)}
                  hint={hintWord(t, kind, spec.name)}
                  error={form.problems[spec.name]}
                  value={form.values[spec.name] ?? null}
                  values={form.values}
                  onChange={(value) => form.set(spec.name, value)}
                />
              </div>
            ))}
        </div>
        <div className="drawer-actions">
          <Button type="submit" variant="filled">
            {capital(t(($) => $.app.drawer.addOf, { kind: word }))}
          </Button>
          <Button onClick={() => void finish(true)}>{t(($) => $.app.drawer.addAnother)}</Button>
        </div>
      </form>
    </>
  );
}

/** What was fixed by where it was asked and says nothing new: the study of a year, the network of a profile. */
function hidden(kind: RecordKind, spec: FieldSpec, preset: Values): boolean {
  if (preset[spec.name] === undefined) return false;
  return kind === 'researchYear' || kind === 'roleProfile' ? spec.sort === 'source' || spec.name === 'networkId' : false;
}
