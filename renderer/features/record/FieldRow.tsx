/** One field of a record that exists: saves by itself, says so, and shows what the host refused under it. */
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { useHost } from '../../client/host-context.tsx';
import { useT } from '../../ui/words.tsx';
import type { FieldSpec, Values } from './describe.ts';
import { FieldControl } from './FieldControl.tsx';
import { fieldWord, hintWord } from './kinds.ts';

const SAID_FOR = 2000;

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
  readonly spec: FieldSpec;
  readonly values: Values;
  /** What changes with it, in the same step. */
  readonly also?: (value: unknown) => Values;
  /** Where the same record stands in the page twice: keeps the fields apart. */
  readonly at?: string;
}

export function FieldRow({ kind, id, spec, values, also, at = kind }: Props) {
  const t = useT();
  const host = useHost();
  /** What was refused stays in the field, with why. */
  const [refused, setRefused] = useState<{ readonly failure: Failure; readonly value: unknown } | null>(null);
  const [saved, setSaved] = useState(0);
  useEffect(() => {
    if (saved === 0) return;
    const timer = setTimeout(() => setSaved(0), SAID_FOR);
    return () => clearTimeout(timer);
  }, [saved]);
  const save = async (value: unknown) => {
    if (value === null && spec.required)
      return setRefused({ value, failure: { code: 'invalid_input', message: t(($) => $.app.drawer.required), correlationId: '' } });
    const outcome = await host.run(`${kind}.update`, { id, ...also?.(value), [spec.name]: value });
    setRefused(outcome.ok ? null : { failure: outcome.error, value });
    setSaved(outcome.ok ? Date.now() : 0);
  };
  return (
    <div className="field" data-half={spec.half || undefined} data-saved={saved > 0 || undefined}>
      <FieldControl
        id={`${at}-${spec.name}`}
        spec={spec}
        label={fieldWord(t, kind, spec.name)}
        hint={hintWord(t, kind, spec.name)}
        error={refused?.failure.message}
        value={(refused ? refused.value : values[spec.name]) ?? null}
        values={values}
        onChange={(value) => void save(value)}
      />
      <span className="field-saved" role="status">
        {saved > 0 && (
          <>
            <IconCheck size={13} stroke={2} aria-hidden="true" /> {t(($) => $.app.drawer.saved)}
          </>
        )}
      </span>
    </div>
  );
}
