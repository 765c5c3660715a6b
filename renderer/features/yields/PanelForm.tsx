/** A form beside the drawing: what one adds is seen there at once. Esc leaves it. */
import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Failure } from '../../../shared/contract/result.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { hasUnread } from '../../ui/fields/NumberControl.tsx';
import { useT } from '../../ui/words.tsx';

interface Props {
  readonly title: string;
  readonly send: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PanelForm({ title, send, busy, failure, onSend, onClose, children }: Props) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-first] input') ?? form.current?.querySelector<HTMLElement>('input');
    first?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!hasUnread(form.current)) onSend();
  };
  return (
    <form
      ref={form}
      className="yield-form"
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2>{title}</h2>
      <FailureNote failure={failure} />
      {children}
      <Group gap="sm">
        <Button type="submit" variant="filled" loading={busy}>
          {send}
        </Button>
        <Button onClick={onClose}>{t(($) => $.app.cancel)}</Button>
      </Group>
    </form>
  );
}
