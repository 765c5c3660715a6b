/** An expected failure on its way to `dispatch`, which turns it into a value with words. */
import type { ErrorCode } from '../../shared/contract/result.ts';
import type { ErrorReason } from '../../shared/i18n/index.ts';

export class Refusal extends Error {
  readonly code: ErrorCode;
  /** Key of the sentence in `i18n/<language>/errors.ts`. */
  readonly reason: ErrorReason;
  readonly params: Record<string, string | number>;
  readonly path: readonly (string | number)[];

  constructor(code: ErrorCode, reason: ErrorReason, params: Record<string, string | number> = {}, path: readonly (string | number)[] = []) {
    super(`${code}: ${reason}`);
    this.code = code;
    this.reason = reason;
    this.params = params;
    this.path = path;
  }
}
