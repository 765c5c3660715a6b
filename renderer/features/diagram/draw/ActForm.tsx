/** What every question on the drawing has: a sentence, its fields, doing it and not doing it, and why it was refused. */
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useT } from '../../../ui/words.tsx';
import type { Acting } from './use-acts.ts';

interface Props {
  readonly title: string;
  /** What the button says that it does. */
  readonly does: string;
  readonly ready: boolean;
  readonly acting: Acting;
  readonly children: ReactNode;
  onDo(): void;
  onDone(): void;
}

export function ActForm({ title, does, ready, acting, children, onDo, onDone }: Props) {
  const t = useT();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !acting.busy) onDo();
  };
  return (
    <form noValidate onSubmit={submit}>
      <p className="draw-title">{title}</p>
      <div className="fields fields-edit">{children}</div>
      <FailureNote failure={acting.failure} />
      <div className="drawer-actions">
        <Button type="submit" variant="filled" disabled={!ready || acting.busy}>
          {does}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t(($) => $.app.cancel)}
        </Button>
      </div>
    </form>
  );
}
