/**
 * Erasing a person for good: from the records, from the change log (so undo stops here), and from the rolling backups.
 * Free text in which someone typed a name stays; the person who erases is told so.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Portfolio } from '../portfolio.ts';
import { copyDatabase, listBackups } from './backup.ts';
import { prepareConnection } from './open.ts';
import { Refusal } from './refusal.ts';

/** Everything that goes with a person, found by letting it go under the eye of the change log. */
function removeWatched(raw: Database.Database, id: string): string[] {
  const { lastInsertRowid: group } = raw
    .prepare("INSERT INTO change_group (operation, params, state, undoable, actor, device, at) VALUES ('erasure.create', '{}', 'done', 0, '', '', ?)")
    .run(Date.now());
  raw.prepare('UPDATE log_state SET enabled = 1, group_id = ? WHERE one = 1').run(group);
  raw.prepare('DELETE FROM entity WHERE id = ?').run(id);
  raw.prepare('UPDATE log_state SET enabled = 0, group_id = 0 WHERE one = 1').run();
  const gone = raw.prepare("SELECT json_extract(key, '$[0]') FROM change_log WHERE group_id = ? AND table_name = 'entity' AND after IS NULL").pluck();
  return gone.all(group) as string[];
}

/** @returns how many records went */
function eraseFrom(raw: Database.Database, id: string): number {
  const count = raw
    .transaction(() => {
      const gone = removeWatched(raw, id);
      raw.exec('CREATE TEMP TABLE gone (id TEXT PRIMARY KEY)');
      const add = raw.prepare('INSERT OR IGNORE INTO gone VALUES (?)');
      for (const entity of gone) add.run(entity);
      const speaks = `EXISTS (SELECT 1 FROM gone WHERE instr(key, id) > 0 OR instr(coalesce(before, ''), id) > 0 OR instr(coalesce(after, ''), id) > 0)`;
      raw.exec(`
        UPDATE change_group SET params = '{}' WHERE id IN (SELECT group_id FROM change_log WHERE ${speaks});
        DELETE FROM change_log WHERE ${speaks};
        UPDATE change_group SET undoable = 0;
        UPDATE change_group SET state = 'dropped' WHERE state = 'undone';
        DROP TABLE gone;`);
      return gone.length;
    })
    .immediate();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.exec('VACUUM');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  return count;
}

function eraseFromBackup(file: string, id: string): void {
  const raw = new Database(file);
  const fresh = `${file}-erased`;
  try {
    prepareConnection(raw);
    if (raw.prepare('SELECT 1 FROM entity WHERE id = ?').get(id) === undefined) return;
    eraseFrom(raw, id);
    rmSync(fresh, { force: true });
    copyDatabase(raw, fresh);
  } finally {
    raw.close();
    for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
  }
  renameSync(fresh, file);
}

/**
 * @returns how many records went, and in how many backups
 * @throws Refusal `not_found` when there is no such person
 */
export function erasePerson(portfolio: Portfolio, id: string): { records: number; backups: number } {
  const { raw } = portfolio.connection;
  if (raw.prepare('SELECT 1 FROM person WHERE id = ?').get(id) === undefined) throw new Refusal('not_found', 'recordMissing', {}, ['personId']);
  const records = eraseFrom(raw, id);
  const backups = listBackups(portfolio.backupFolder());
  for (const backup of backups) eraseFromBackup(join(portfolio.backupFolder(), backup.id), id);
  portfolio.changed(['*']);
  return { records, backups: backups.length };
}
