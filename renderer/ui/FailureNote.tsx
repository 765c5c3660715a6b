import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/contract/result.ts';

/** A failure in the place where it happened: the host's own words say what was kept and what to do. */
export function FailureNote({ failure, children }: { readonly failure: Failure | null; readonly children?: ReactNode }) {
  if (!failure || failure.code === 'cancelled') return null;
  return (
    <div className="failure" role="alert">
      <IconAlertCircle size={18} stroke={1.6} aria-hidden="true" />
      <p>{failure.message}</p>
      {children}
    </div>
  );
}
