/**
 * Rolling backups: the latest few, one a day, one a week. A copy counts only after it was opened and checked.
 * Copying the file alone would lose what is still in the write-ahead log, so SQLite makes the copy.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Portfolio } from '../portfolio.ts';
import type { Migration } from './migrate.ts';
import { refuseForeign, refuseUnsound } from './open.ts';
import { Refusal } from './refusal.ts';

export type BackupKind = 'recent' | 'daily' | 'weekly' | 'beforeMigration' | 'beforeRestore';
export interface Backup {
  id: string;
  kind: BackupKind;
  /** `YYYY-MM-DDTHH:MM:SS`, local time of the laptop. */
  at: string;
  bytes: number;
}

const keep: Readonly<Record<BackupKind, number>> = { recent: 6, daily: 7, weekly: 8, beforeMigration: 3, beforeRestore: 3 };
const named = /^(recent|daily|weekly|beforeMigration|beforeRestore)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:-(\d+))?\.schakel$/;

interface Found extends Backup {
  /** Which of those of one second it is. */
  readonly number: number;
}

function foundIn(folder: string): Found[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((id): Found[] => {
      const match = named.exec(id);
      if (!match) return [];
      const at = `${match[2]}T${match[3]}:${match[4]}:${match[5]}`;
      return [{ id, kind: match[1] as BackupKind, at, bytes: statSync(join(folder, id)).size, number: Number(match[6] ?? 0) }];
    })
    .sort((a, b) => (a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1));
}

/** Newest first. @param folder the backups of one portfolio */
export const listBackups = (folder: string): Backup[] => foundIn(folder).map(({ number: _number, ...backup }) => backup);

const stamp = (now: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`;
};

/** Makes sure that bytes and names are on the disk and not only in memory. */
export function syncFile(file: string): void {
  for (const path of [file, dirname(file)]) {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(path, 'r');
      fsyncSync(descriptor);
    } catch (error) {
      // Windows cannot sync a folder; the file itself always can
      if (path === file) throw error;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
}

/** A whole, consistent copy of an open database as a file of its own. */
export function copyDatabase(raw: Database.Database, to: string): void {
  raw.prepare('VACUUM INTO ?').run(to);
  syncFile(to);
}

const timeOf = (now: Date): string => stamp(now).replace(/-(\d\d)-(\d\d)$/, ':$1:$2');

/** Those with a time that is still to come were made by a clock that ran ahead: they count as the oldest. */
function prune(folder: string, now: string): void {
  const byKind = Map.groupBy(listBackups(folder), (backup) => backup.kind);
  for (const [kind, backups] of byKind) {
    const inOrder = [...backups.filter((backup) => backup.at <= now), ...backups.filter((backup) => backup.at > now)];
    for (const backup of inOrder.slice(keep[kind])) rmSync(join(folder, backup.id), { force: true });
  }
}

function freeName(folder: string, kind: BackupKind, now: Date): string {
  const taken = foundIn(folder).filter((backup) => backup.kind === kind && backup.at === timeOf(now));
  const next = taken.length === 0 ? '' : `-${(taken[0] as Found).number + 1}`;
  return `${kind}-${stamp(now)}${next}.schakel`;
}

/** Copies that a killed program left half; only the Schakel that has the portfolio's lock writes in its folder. */
export function removeUnfinished(folder: string): void {
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('unfinished-')) : [];
  for (const name of left) rmSync(join(folder, name), { force: true });
}

/** Makes and checks a copy among the backups; older ones of its kind beyond the number kept go. */
function keepCopy(raw: Database.Database, folder: string, kind: BackupKind, migrations: readonly Migration[]): Backup {
  mkdirSync(folder, { recursive: true });
  removeUnfinished(folder);
  const unfinished = join(folder, `unfinished-${process.pid}.schakel`);
  try {
    copyDatabase(raw, unfinished);
    refuseForeign(unfinished);
    refuseUnsound(unfinished, migrations);
    const now = new Date();
    const id = freeName(folder, kind, now);
    renameSync(unfinished, join(folder, id));
    syncFile(join(folder, id));
    prune(folder, timeOf(now));
    return listBackups(folder).find((backup) => backup.id === id) as Backup;
  } finally {
    removeUnfinished(folder);
  }
}

export const createBackup = (portfolio: Portfolio, kind: BackupKind): Backup =>
  keepCopy(portfolio.connection.raw, portfolio.backupFolder(), kind, portfolio.migrations);

/** A copy of a file that is about to be migrated, made without touching it. @param backups the folder of all backups */
export function backupBeforeMigration(file: string, backups: string, migrations: readonly Migration[]): void {
  mkdirSync(backups, { recursive: true });
  const folder = mkdtempSync(join(backups, 'migrating-'));
  try {
    const copy = join(folder, 'copy.schakel');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const raw = new Database(copy);
    try {
      const id = raw.prepare('SELECT id FROM portfolio').pluck().get() as string | undefined;
      keepCopy(raw, join(backups, id ?? 'unknown'), 'beforeMigration', migrations);
    } finally {
      raw.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const dayOf = (backup: Backup | undefined): string => backup?.at.slice(0, 10) ?? '';

/** The backups that are due: one of this day, and one of the last seven days. */
export function createDueBackups(portfolio: Portfolio, now: Date): Backup[] {
  const backups = listBackups(portfolio.backupFolder()).filter((backup) => backup.at <= timeOf(now));
  const latest = (kind: BackupKind) => dayOf(backups.find((backup) => backup.kind === kind));
  const due: BackupKind[] = [];
  if (latest('daily') < stamp(now).slice(0, 10)) due.push('daily');
  if (latest('weekly') < stamp(new Date(now.getTime() - 6 * 86_400_000)).slice(0, 10)) due.push('weekly');
  return due.map((kind) => createBackup(portfolio, kind));
}

/** The start of the name of what is set aside; the moment and the extension come after it. */
export const asideName = (file: string): string => `${basename(file, '.schakel')} (voor terugzetten `;

function asidePath(file: string): string {
  for (let number = 1; ; number++) {
    const path = join(dirname(file), `${asideName(file)}${stamp(new Date())}${number === 1 ? '' : ` ${number}`}).schakel`);
    if (!existsSync(path)) return path;
  }
}

/**
 * Puts a backup in the place of the open portfolio. What is there now stays beside it under another name; at no moment
 * is there no file under the portfolio's own name, so a kill halfway leaves the old one or the new one, whole.
 */
export function restoreBackup(portfolio: Portfolio, id: string): { setAside: string } {
  const source = join(portfolio.backupFolder(), id);
  if (!listBackups(portfolio.backupFolder()).some((backup) => backup.id === id)) throw new Refusal('not_found', 'noBackup', {}, ['id']);
  refuseForeign(source);
  refuseUnsound(source, portfolio.migrations);
  const { file } = portfolio;
  const fresh = `${file}-restoring`;
  try {
    // before the backup of what is there now, for which this one may have to go
    copyFileSync(source, fresh);
    syncFile(fresh);
    createBackup(portfolio, 'beforeRestore');
    const setAside = asidePath(file);
    portfolio.replaceFile(() => {
      try {
        linkSync(file, setAside);
      } catch {
        copyFileSync(file, setAside, constants.COPYFILE_EXCL);
      }
      renameSync(fresh, file);
      syncFile(file);
      return () => renameSync(setAside, file);
    });
    return { setAside };
  } finally {
    rmSync(fresh, { force: true });
  }
}
