/** The one way to open a portfolio file: everything is looked at before anything is written. */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID, readHeader } from './file-format.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Migration, migrate, pendingMigrations } from './migrate.ts';
import { removeBeside } from './put-in-place.ts';
import { Refusal } from './refusal.ts';

export interface OpenFile {
  readonly raw: Database.Database;
  readonly lock: Lock;
  readonly file: string;
}

export interface OpenOptions {
  readonly migrations: readonly Migration[];
  /** Called with the still unchanged file before a migration; it must leave a checked copy or throw. */
  readonly beforeMigration?: (file: string) => void;
}

/** Files up to this size are checked in memory, so that the file itself is not touched before it is known to be sound. */
const CHECK_IN_MEMORY = 256 * 1024 * 1024;

/** Settings of every connection that may write. FULL: an acknowledged change survives the battery. */
export function prepareConnection(raw: Database.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // without this INSERT OR REPLACE would delete rows unseen by the change log
  raw.pragma('recursive_triggers = ON');
  raw.pragma('secure_delete = ON');
}

/** @throws Refusal when the header is not that of a portfolio */
export function refuseForeign(file: string): void {
  const verdict = readHeader(file, hasWal(file));
  const name = basename(file);
  if (verdict.kind === 'missing') throw new Refusal('not_found', 'fileMissing', { file: name });
  if (verdict.kind === 'unreadable') throw new Refusal('not_allowed', 'fileUnreadable', { file: name });
  if (verdict.kind === 'empty') throw new Refusal('db_corrupt', 'fileEmpty', { file: name });
  if (verdict.kind === 'truncated') throw new Refusal('db_corrupt', 'fileTruncated', { file: name });
  if (verdict.kind === 'garbage' || verdict.kind === 'foreign') throw new Refusal('db_corrupt', 'fileForeign', { file: name });
}

const hasWal = (file: string): boolean => {
  try {
    return statSync(`${file}-wal`).size > 0;
  } catch {
    return false;
  }
};

function refuseReadOnly(file: string): void {
  try {
    accessSync(file, constants.W_OK);
    closeSync(openSync(file, 'r+'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new Refusal('db_readonly', 'readonlyFile', { file: basename(file) });
    throw error;
  }
}

/** A connection to the content as it is, that cannot change the file: in memory, or a copy with its write-ahead log. */
function inspect<T>(file: string, look: (raw: Database.Database) => T): T {
  const small = !hasWal(file) && statSync(file).size <= CHECK_IN_MEMORY;
  const folder = small ? null : mkdtempSync(join(tmpdir(), 'schakel-look-'));
  let raw: Database.Database | undefined;
  try {
    if (folder === null) {
      const bytes = readFileSync(file);
      // a database in memory has no write-ahead log: 1 is 'rollback journal'
      bytes[18] = 1;
      bytes[19] = 1;
      raw = new Database(bytes);
    } else {
      const copy = join(folder, 'copy.schakel');
      copyFileSync(file, copy);
      if (hasWal(file)) copyFileSync(`${file}-wal`, `${copy}-wal`);
      raw = new Database(copy);
    }
    return look(raw);
  } finally {
    raw?.close();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the content is sound and made by this version or an older one. @throws Refusal */
export function refuseUnsound(file: string, migrations: readonly Migration[]): void {
  const name = basename(file);
  try {
    inspect(file, (raw) => {
      if ((raw.pragma('application_id', { simple: true }) as number) !== APPLICATION_ID)
        throw new Refusal('db_corrupt', 'fileForeign', { file: name });
      pendingMigrations(raw, migrations, name);
      const problems = raw.pragma('quick_check(1)', { simple: true });
      if (problems !== 'ok') throw new Refusal('db_corrupt', 'fileDamaged', { file: name });
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')) throw new Refusal('db_corrupt', 'fileDamaged', { file: name });
    throw error;
  }
}

/**
 * Opens a portfolio for reading and writing.
 * @param held the lock, when it was taken before; it is then kept also when opening fails
 * Order: header → writable → lock → sound and not newer → copy before a migration → migrate.
 * @throws Refusal when the file is missing, damaged, another program's, newer, read-only or in use; it is then as it was
 */
export function openPortfolioFile(path: string, options: OpenOptions, held?: Lock): OpenFile {
  refuseForeign(path);
  refuseReadOnly(path);
  // a link to the file is the file: two names must not give two locks, nor two write-ahead logs
  const file = realpathSync(path);
  const lock = held ?? takeLock(file);
  let raw: Database.Database | undefined;
  try {
    refuseUnsound(file, options.migrations);
    const check = inspect(file, (copy) => pendingMigrations(copy, options.migrations, basename(file)));
    if (check > 0) options.beforeMigration?.(file);
    raw = new Database(file, { timeout: 5000 });
    prepareConnection(raw);
    migrate(raw, options.migrations, basename(file));
    return { raw, lock, file };
  } catch (error) {
    raw?.close();
    if (!held) lock.release();
    throw error;
  }
}

/**
 * Makes a new, empty portfolio file.
 * @throws Refusal `conflict` when there is a file already, `db_readonly` or `disk_full` when it cannot be written
 */
export function createPortfolioFile(file: string, migrations: readonly Migration[]): OpenFile {
  if (existsSync(file)) throw new Refusal('conflict', 'fileExists', { file: basename(file) });
  const lock = takeLock(file);
  let raw: Database.Database | undefined;
  try {
    raw = new Database(file, { timeout: 5000 });
    // in the first page before the write-ahead log begins, so that the header alone tells whose file it is
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    prepareConnection(raw);
    migrate(raw, migrations, basename(file));
    return { raw, lock, file };
  } catch (error) {
    raw?.close();
    rmSync(file, { force: true });
    removeBeside(file);
    lock.release();
    throw error;
  }
}

/** Closes so that one file is left, without a write-ahead log beside it. */
export function closePortfolioFile(open: OpenFile): void {
  try {
    open.raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // on a full or lost disk everything stays in the write-ahead log, and is read from there at the next opening
  } finally {
    open.raw.close();
    open.lock.release();
  }
}
