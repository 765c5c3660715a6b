/** Says that a list shows only what asked for attention, and shows all again. */
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useT } from '../../ui/words.tsx';
import './attention.css';
import type { Only, What } from './use-attention.ts';

export function AttentionChip({ only }: { readonly only: Only }) {
  const t = useT();
  if (only.what === null) return null;
  const { what } = t.words.attention.filter;
  const word = (what as Partial<Record<What, string>>)[only.what] ?? '';
  return (
    <span className="attention-chip">
      {t(($) => $.attention.filter.only, { what: word })}
      <button type="button" className="clear" aria-label={t(($) => $.attention.filter.clear)} onClick={only.clear}>
        <IconX size={14} stroke={1.8} aria-hidden="true" />
      </button>
    </span>
  );
}

/** When the last of them has gone. */
export function AttentionDone({ only }: { readonly only: Only }) {
  const t = useT();
  return (
    <EmptyState title={t(($) => $.attention.filter.nothing)} text={t(($) => $.attention.filter.nothingText)}>
      <Button onClick={only.clear}>{t(($) => $.attention.filter.clear)}</Button>
    </EmptyState>
  );
}
