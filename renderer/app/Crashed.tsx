import { Button } from '@mantine/core';
import type { Translate } from '../../shared/i18n/index.ts';

/** In the place of a screen that failed. */
export function Crashed({ t, again }: { readonly t: Translate; readonly again: () => void }) {
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{t(($) => $.app.shell.crashed)}</p>
      <p>{t(($) => $.app.shell.crashedText)}</p>
      <Button onClick={again}>{t(($) => $.app.again)}</Button>
    </div>
  );
}
