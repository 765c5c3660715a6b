/** Says above a list that some may be written down twice, and lets them be looked at two by two. */
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { counted, useT } from '../../ui/words.tsx';
import { MergeDialog } from './MergeDialog.tsx';

export type Pair = Output<'person.check'>['pairs'][number];

interface Props {
  readonly kind: 'person' | 'organisation';
  /** Those in the list: pairs in which none of them is are for another list. */
  readonly ids: ReadonlySet<string>;
}

export function SameRecords({ kind, ids }: Props) {
  const t = useT();
  const check = useOperation(`${kind}.check`, {});
  const [at, setAt] = useState<number | null>(null);
  const pairs = check.data?.pairs.filter(({ a, b }) => ids.has(a.id) || ids.has(b.id)) ?? [];
  if (pairs.length === 0) return null;
  const shown = at === null ? null : pairs[Math.min(at, pairs.length - 1)];
  return (
    <div className="same no-print">
      <p>
        <strong>{t(($) => $.register.same.title)}.</strong> {counted(t, ($) => $.register.same.count, pairs.length)}
      </p>
      <button type="button" className="link small" onClick={() => setAt(0)}>
        {t(($) => $.register.same.look)}
      </button>
      {shown && at !== null && (
        <MergeDialog
          key={`${shown.a.id} ${shown.b.id}`}
          kind={kind}
          pair={shown}
          place={{ n: Math.min(at, pairs.length - 1) + 1, total: pairs.length }}
          onMove={(by) => setAt(Math.max(0, Math.min(pairs.length - 1, at + by)))}
          onClose={() => setAt(null)}
        />
      )}
    </div>
  );
}
