/** A file that cannot be imported: the reason is a key of the words for errors, with what that sentence needs. */
import type { ErrorReason } from '../i18n/index.ts';

export class ExchangeRefusal extends Error {
  readonly reason: ErrorReason;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(reason: ErrorReason, params: Readonly<Record<string, string | number>> = {}) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}
