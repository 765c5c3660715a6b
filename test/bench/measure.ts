/** Times of repeated work, and ratios between two kinds of work that take turns in one run. */

export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}

type Work = () => unknown;

/** Two works by turns, so that a busy machine slows both; milliseconds of each. */
export async function byTurns(a: Work, b: Work, rounds: number): Promise<readonly [Times, Times]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    for (const [index, work] of [a, b].entries()) {
      const began = performance.now();
      await work();
      if (round >= 0) (times[index] as number[]).push(performance.now() - began);
    }
  }
  return [summary(times[0]), summary(times[1])];
}

export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly ratio: number | null;
  readonly aim: string;
  readonly met: boolean;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n## ${title}\n\n| what | measured | ratio | aim | |\n| --- | --- | --- | --- | --- |`);
  for (const line of lines)
    console.log(
      `| ${line.what} | ${line.measured} | ${line.ratio === null ? '' : line.ratio.toFixed(2)} | ${line.aim} | ${line.met ? 'met' : 'NOT MET'} |`,
    );
}
