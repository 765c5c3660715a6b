/**
 * Rolling backups: the latest few, one a day, one a week. A copy counts only after it was opened and checked.
 * Copying the file alone would lose what is still in the write-ahead log, so SQLite makes the copy.
 */
import { closeSync, copyFileSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Portfolio } from '../portfolio.ts';
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
const named = /^(recent|daily|weekly|beforeMigration|beforeRestore)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:-\d+)?\.schakel$/;

/** Newest first. @param folder the backups of one portfolio */
export function listBackups(folder: string): Backup[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((id): Backup[] => {
      const match = named.exec(id);
      if (!match) return [];
      return [{ id, kind: match[1] as BackupKind, at: `${match[2]}T${match[3]}:${match[4]}:${match[5]}`, bytes: statSync(join(folder, id)).size }];
    })
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
}

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

function prune(folder: string): void {
  const byKind = Map.groupBy(listBackups(folder), (backup) => backup.kind);
  for (const [kind, backups] of byKind) for (const backup of backups.slice(keep[kind])) rmSync(join(folder, backup.id), { force: true });
}

function freeName(folder: string, kind: BackupKind, now: Date): string {
  const taken = new Set(listBackups(folder).map((backup) => backup.id));
  const base = `${kind}-${stamp(now)}`;
  for (let number = 0; ; number++) {
    const name = number === 0 ? `${base}.schakel` : `${base}-${number}.schakel`;
    if (!taken.has(name)) return name;
  }
}

/** Makes and checks a backup; older ones of its kind beyond the number kept go. */
export function createBackup(portfolio: Portfolio, kind: BackupKind): Backup {
  const folder = portfolio.backupFolder();
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `unfinished-${process.pid}.schakel`);
  rmSync(unfinished, { force: true });
  copyDatabase(portfolio.connection.raw, unfinished);
  refuseForeign(unfinished);
  refuseUnsound(unfinished, portfolio.migrations);
  const id = freeName(folder, kind, new Date());
  renameSync(unfinished, join(folder, id));
  syncFile(join(folder, id));
  prune(folder);
  return listBackups(folder).find((backup) => backup.id === id) as Backup;
}

const dayOf = (backup: Backup | undefined): string => backup?.at.slice(0, 10) ?? '';

/** The backups that are due: one of this day, one of the last seven days, and a recent one when asked for. */
export function createDueBackups(portfolio: Portfolio, now: Date): Backup[] {
  const backups = listBackups(portfolio.backupFolder());
  const latest = (kind: BackupKind) => dayOf(backups.find((backup) => backup.kind === kind));
  const due: BackupKind[] = [];
  if (latest('daily') < stamp(now).slice(0, 10)) due.push('daily');
  if (latest('weekly') < stamp(new Date(now.getTime() - 6 * 86_400_000)).slice(0, 10)) due.push('weekly');
  return due.map((kind) => createBackup(portfolio, kind));
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
  createBackup(portfolio, 'beforeRestore');
  const { file } = portfolio;
  const fresh = `${file}-restoring`;
  const setAside = join(dirname(file), `${basename(file, '.schakel')} (voor terugzetten ${stamp(new Date())}).schakel`);
  copyFileSync(source, fresh);
  syncFile(fresh);
  portfolio.replaceFile(() => {
    try {
      linkSync(file, setAside);
    } catch {
      copyFileSync(file, setAside);
    }
    renameSync(fresh, file);
    syncFile(file);
  });
  return { setAside };
}
