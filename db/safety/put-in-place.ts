/** Puts a file in the place of another, whole, where no Schakel has that other one open. */
import { renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { takeLock } from './lock.ts';

/** Whether two paths are one file, by whatever names: links, other case, another way round. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return resolve(one) === resolve(other);
  }
}

/** What SQLite keeps beside a database. A write-ahead log that stays beside another file would be read into that one. */
export function removeBeside(file: string): void {
  for (const rest of ['-wal', '-shm', '-journal']) rmSync(`${file}${rest}`, { force: true });
}

/**
 * Moves a closed portfolio file to its place; what was there is gone then, with its write-ahead log.
 * @throws Refusal `db_busy` when the one that is there is open in a Schakel
 */
export function putInPlace(from: string, to: string): void {
  const lock = takeLock(to);
  try {
    removeBeside(to);
    renameSync(from, to);
  } finally {
    lock.release();
  }
}
