/** A number, typed with a comma or a point; empty is not known. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../words.tsx';
import type { Control } from './control.ts';

interface Props extends Control<number | null> {
  readonly decimal?: boolean;
}

/** A number as people write it; null is nothing, undefined is no number. */
export const readTypedNumber = (text: string): number | null | undefined => {
  const plain = text
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
};

export function NumberControl({ id, label, hint, error, required, value, live, decimal, onChange }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const written = value === null ? '' : String(value).replace('.', t.language === 'nl' ? ',' : '.');
  const wrong = draft !== null && readTypedNumber(draft) === undefined;
  const commit = (text: string, last: boolean) => {
    const read = readTypedNumber(text);
    setDraft(last && read !== undefined ? null : text);
    if (read !== undefined && read !== value) onChange(read === null || decimal ? read : Math.round(read));
  };
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      error={wrong ? t(($) => $.app.drawer.notANumber) : error}
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
