/**
 * One Schakel at a time per portfolio. The lock is an exclusive transaction on a small file beside the portfolio: the
 * operating system gives it back when the process ends, also by a kill, so a lock is never left behind.
 */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from './refusal.ts';

export interface Lock {
  release(): void;
}

/** @returns whether the file is gone */
function removed(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes the lock of a portfolio.
 * @throws Refusal `db_busy` when another Schakel has it, `db_readonly` when nothing can be written beside the file
 */
export function takeLock(portfolio: string): Lock {
  const lockFile = `${portfolio}-lock`;
  const file = basename(portfolio);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(lockFile, { timeout: 0 });
    // MEMORY: the lock never writes, so it needs no journal file either
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('db_busy', 'locked', { file });
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_IOERR'))
      throw new Refusal('db_readonly', 'readonlyPlace', { file });
    if (code === 'SQLITE_FULL') throw new Refusal('disk_full', 'diskFull', { file });
    throw error;
  }
  const held = lock;
  return {
    release() {
      // removed while still held, so that nobody can take a file that is about to go; Windows removes no open file,
      // and there nobody else can have it open at that moment without keeping it
      const gone = removed(lockFile);
      held.close();
      if (!gone) removed(lockFile);
    },
  };
}
