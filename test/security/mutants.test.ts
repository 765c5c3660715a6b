/** A security test is worth something only when it goes red without the measure: here every measure is taken out once. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './mutant-runner.ts';

const runner = path.join(import.meta.dirname, 'mutant-runner.ts');
const output = execFileSync(process.execPath, [runner], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  timeout: 120_000,
  maxBuffer: 16_000_000,
});
const verdicts = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Verdict[];

describe('a measure taken out is noticed', () => {
  it.each(verdicts.map(({ mutant, caught }) => [`${mutant.caughtBy} [${mutant.file}: ${mutant.from} → ${mutant.to || 'nothing'}]`, caught]))(
    '%s',
    (_name, caught) => {
      expect(caught).not.toBeNull();
    },
  );
});
