/** A check is a plain function, so that it can be run against the code as it is and against a copy with a measure taken out. */

export interface Check<Target> {
  readonly name: string;
  /** @throws when the measure is not there */
  run(target: Target): Promise<void>;
}

/** One measure taken out of the source; the named check has to notice. */
export interface Mutant {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly caughtBy: string;
  /** For a measure whose absence makes the program itself throw: what it says. Else only a failed assertion counts. */
  readonly throws?: RegExp;
}

/** @returns the source without the measure @throws when the text is not there exactly once: then the list is out of date */
export function applyMutant(source: string, { file, from, to }: Mutant): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${file}: found ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
