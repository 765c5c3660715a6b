/** A small log beside the settings: what nobody expected, with its stack; never what is in a portfolio. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT = 1_000_000;

/** @returns a function that adds a line; it never throws */
export function openLog(userData: string): (text: string, correlationId: string) => void {
  const file = join(userData, 'schakel.log');
  return (text, correlationId) => {
    try {
      mkdirSync(userData, { recursive: true });
      if (existsSync(file) && statSync(file).size > LIMIT) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${correlationId} ${text}\n`, { mode: 0o600 });
    } catch {
      // a log that cannot be written must not make things worse
    }
  };
}
