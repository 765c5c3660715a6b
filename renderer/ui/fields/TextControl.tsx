/** A line or a piece of text; Esc puts back what was there, and a second Esc is for the drawer. */
import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Control } from './control.ts';

interface Draft {
  readonly shown: string;
  change(text: string): void;
  commit(): void;
  onKeyDown(event: KeyboardEvent): void;
}

function useDraft({ value, live, onChange }: Control<string | null>, enterCommits: boolean): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const text = draft.trim();
    if (text !== (value ?? '')) onChange(text === '' ? null : text);
  };
  return {
    shown: draft ?? value ?? '',
    change: (text) => (live ? onChange(text === '' ? null : text) : setDraft(text)),
    commit,
    onKeyDown: (event) => {
      if (event.key === 'Escape' && draft !== null) {
        setDraft(null);
        event.stopPropagation();
      }
      if (event.key === 'Enter' && (enterCommits || event.ctrlKey)) commit();
    },
  };
}

const shared = (control: Control<string | null>) => ({
  id: control.id,
  label: control.label,
  description: control.hint,
  error: control.error,
  required: control.required ?? false,
  withAsterisk: false,
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
});

export function TextControl(control: Control<string | null>) {
  const draft = useDraft(control, true);
  return (
    <TextInput
      {...shared(control)}
      value={draft.shown}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.commit}
      onKeyDown={draft.onKeyDown}
    />
  );
}

export function ProseControl(control: Control<string | null>) {
  const draft = useDraft(control, false);
  return (
    <Textarea
      {...shared(control)}
      autosize
      minRows={2}
      maxRows={12}
      value={draft.shown}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.commit}
      onKeyDown={draft.onKeyDown}
    />
  );
}
