/** How a command ends: 0 done, 1 refused, 2 wrong use. */
import type { Failure } from '../../shared/contract/result.ts';

/** Ends a command with a failure; `main` prints it. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The command was not used as it should; the text says how. */
export class WrongUse extends Error {}
