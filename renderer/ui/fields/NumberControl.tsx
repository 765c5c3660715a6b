/** A number, typed with a comma or a point; empty is not known. */
import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { bothWays, readNumber } from '../../../shared/domain/read-number.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useT } from '../words.tsx';
import type { Control } from './control.ts';

interface Props extends Control<number | null> {
  readonly decimal?: boolean;
}

/** A number as people write it, or why it is none; null is nothing. */
export function readTypedNumber(text: string, decimal: boolean, t: Translate): { readonly value: number | null } | { readonly reason: string } {
  if (text.trim() === '') return { value: null };
  const read = readNumber(text, t.language);
  if ('value' in read) return decimal || Number.isInteger(read.value) ? read : { reason: t(($) => $.numbers.notWhole) };
  if (read.wrong === 'number') return { reason: t(($) => $.app.drawer.notANumber) };
  return { reason: t(($) => $.numbers.ambiguous, { text: text.trim(), ...bothWays(text, t.language) }) };
}

/** A field in a form of which what was typed cannot be read: the form waits until it can. @returns whether there is one, which has the focus now */
export function hasUnread(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('[data-unread]');
  field?.focus();
  return field !== null && field !== undefined;
}

export function NumberControl({ id, label, hint, error, required, value, live, decimal, onChange }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const written = value === null ? '' : String(value).replace('.', t.language === 'nl' ? ',' : '.');
  /** What was there before anything was typed. */
  const before = useRef(value);
  if (draft === null) before.current = value;
  const said = draft === null ? { value } : readTypedNumber(draft, decimal ?? false, t);
  const commit = (text: string, last: boolean) => {
    const read = readTypedNumber(text, decimal ?? false, t);
    setDraft(last && 'value' in read ? null : text);
    // on the way to '1,234' stood 1,23: what cannot be read is not what was typed before it
    const next = 'value' in read ? read.value : before.current;
    if (('value' in read || live) && next !== value) onChange(next);
  };
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      error={'reason' in said ? said.reason : error}
      data-unread={'reason' in said || undefined}
      required={required ?? false}
      withAsterisk={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode={decimal ? 'decimal' : 'numeric'}
      placeholder={t(($) => $.app.unknown)}
      value={draft ?? written}
      onChange={(event) => (live ? commit(event.currentTarget.value, false) : setDraft(event.currentTarget.value))}
      onBlur={() => draft !== null && commit(draft, true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft !== null) commit(draft, !live);
        if (event.key === 'Escape' && draft !== null && !live) {
          setDraft(null);
          event.stopPropagation();
        }
      }}
    />
  );
}
