/** How a check of the loopback host is made: a fresh host for each, and gone afterwards. */
import assert from 'node:assert/strict';
import type { LoopbackOptions } from '../../electron/loopback/loopback.ts';
import type { Check } from './check.ts';
import { LoopbackTarget, type StartLoopback } from './loopback-target.ts';

export type Body = (target: LoopbackTarget) => Promise<void>;

export const check = (name: string, body: Body, options: Partial<LoopbackOptions> = {}): Check<StartLoopback> => ({
  name,
  async run(startLoopback) {
    const target = await LoopbackTarget.start(startLoopback, options);
    try {
      await body(target);
    } finally {
      await target.close();
    }
  },
});

/** Asserts that a request is answered with this status. */
export async function refuses(answer: Promise<{ readonly status: number }>, status: number, what: string): Promise<void> {
  assert.equal((await answer).status, status, what);
}
