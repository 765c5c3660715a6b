/**
 * One Schakel at a time per portfolio. The lock is an exclusive transaction on a small file beside the portfolio: the
 * operating system gives it back when the process ends, also by a kill, so a lock is never left behind.
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from './refusal.ts';

export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a portfolio.
 * @throws Refusal `db_busy` when another Schakel has it, `db_readonly` when nothing can be written beside the file
 */
export function takeLock(file: string): Lock {
  const lockFile = `${file}-lock`;
  let lock: Database.Database;
  try {
    lock = new Database(lockFile, { timeout: 0 });
    // MEMORY: the lock never writes, so it needs no journal file either
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('db_busy', 'locked', { file });
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_IOERR'))
      throw new Refusal('db_readonly', 'readonlyPlace', { file });
    if (code === 'SQLITE_FULL') throw new Refusal('disk_full', 'diskFull', { file });
    throw error;
  }
  return {
    release() {
      // removed while still held, so that nobody can take a file that is about to go
      rmSync(lockFile, { force: true });
      lock.close();
    },
  };
}
