import { describe, it } from 'vitest';
import { startLoopback } from '../../electron/loopback/loopback.ts';
import { loopbackChecks } from './loopback-checks.ts';

describe('loopback host', () => {
  it.each(loopbackChecks.map((check) => [check.name, check] as const))('%s', (_name, check) => check.run(startLoopback));
});
