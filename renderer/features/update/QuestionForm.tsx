/** What is asked after an answer: what changed, or until when it was and why. */
import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useOperation } from '../../client/use-operation.ts';
import { DateControl } from '../../ui/fields/DateControl.tsx';
import { TextControl } from '../../ui/fields/TextControl.tsx';
import { useT } from '../../ui/words.tsx';
import { FieldControl, fieldsOfKind, fieldWord } from '../record/index.ts';
import type { Ending, Question } from './use-answers.ts';

/** What changes in a year. */
const asks: Readonly<Record<Question['kind'], readonly string[]>> = {
  membership: ['roles', 'organisationId', 'start', 'hoursPerWeek', 'intensity'],
  seat: ['roleId', 'organisationId', 'min', 'max', 'start'],
  rhythm: ['name', 'everyWeeks', 'timesMin', 'timesMax', 'minutes', 'start'],
};

interface FormProps {
  readonly label: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly send: string;
  readonly children: ReactNode;
}

function Form({ label, onSend, onCancel, send, children }: FormProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:not([type="hidden"])')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.current?.querySelector('[aria-invalid="true"]')) onSend();
  };
  return (
    <form
      ref={form}
      className="update-form"
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <Group gap="sm">
        <Button type="submit" variant="filled">
          {send}
        </Button>
        <Button onClick={onCancel}>{t(($) => $.app.cancel)}</Button>
      </Group>
    </form>
  );
}

interface EndProps {
  readonly label: string;
  /** The last one that was given: many go at the same time, for the same reason. */
  readonly last: Ending;
  readonly onSend: (ending: Ending) => void;
  readonly onCancel: () => void;
}

export function EndForm({ label, last, onSend, onCancel }: EndProps) {
  const t = useT();
  const [ending, setEnding] = useState(last);
  return (
    <Form label={label} send={t(($) => $.register.update.endIt)} onSend={() => onSend(ending)} onCancel={onCancel}>
      <DateControl
        id="update-end"
        live
        required
        label={t(($) => $.register.update.end)}
        value={ending.end}
        onChange={(end) => end !== null && setEnding({ ...ending, end })}
      />
      <TextControl
        id="update-reason"
        live
        label={t(($) => $.register.update.reason)}
        value={ending.reason}
        onChange={(reason) => setEnding({ ...ending, reason })}
      />
    </Form>
  );
}

interface ChangeProps {
  readonly row: Question;
  readonly label: string;
  readonly onSend: (fields: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
}

export function ChangeForm({ row, label, onSend, onCancel }: ChangeProps) {
  const t = useT();
  const record = useOperation(`${row.kind}.get`, { id: row.id });
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>({});
  if (!record.data) return null;
  const values = { ...(record.data as unknown as Readonly<Record<string, unknown>>), ...draft };
  const names = row.field === null ? asks[row.kind] : [row.field];
  return (
    <Form label={label} send={t(($) => $.register.update.save)} onSend={() => onSend(draft)} onCancel={onCancel}>
      {names.map((name) => {
        const spec = fieldsOfKind(row.kind).find((one) => one.name === name);
        return (
          spec && (
            <FieldControl
              key={name}
              id={`update-${name}`}
              live
              spec={spec}
              label={fieldWord(t, row.kind, name)}
              value={values[name] ?? null}
              values={values}
              onChange={(value) => setDraft({ ...draft, [name]: value })}
            />
          )
        );
      })}
    </Form>
  );
}
