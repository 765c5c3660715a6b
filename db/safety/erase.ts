/**
 * Erasing a person for good: from the records, from the change log (so undo stops here), from the rolling backups and
 * from what a restore set aside. The log forgets every step with one of the names in it, also those of texts. Free text in
 * which someone typed a name stays; the person who erases is told so.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Portfolio } from '../portfolio.ts';
import { unspokenFiles } from '../repositories/attachment.queries.ts';
import { asideName, copyDatabase, listBackups, removeUnfinished } from './backup.ts';
import { takeLock } from './lock.ts';
import { prepareConnection } from './open.ts';
import { isSameFile, removeBeside } from './put-in-place.ts';
import { Refusal } from './refusal.ts';
import { endlessRelations, ownerColumns } from './schema-objects.ts';
import { flushSearch, hasSearch } from './search-index.ts';

/** Everything that goes with a person, found by letting it go under the eye of the change log. */
function removeWatched(raw: Database.Database, id: string): string[] {
  const { lastInsertRowid: group } = raw
    .prepare("INSERT INTO change_group (operation, params, state, undoable, actor, device, at) VALUES ('erasure.create', '{}', 'done', 0, '', '', ?)")
    .run(Date.now());
  raw.prepare('UPDATE log_state SET enabled = 1, group_id = ? WHERE one = 1').run(group);
  raw.prepare('DELETE FROM entity WHERE id = ?').run(id);
  const removeEndless = raw.prepare(`DELETE FROM entity WHERE id IN (${endlessRelations})`);
  while (removeEndless.run().changes > 0);
  raw.prepare('UPDATE log_state SET enabled = 0, group_id = 0 WHERE one = 1').run();
  const gone = raw.prepare("SELECT json_extract(key, '$[0]') FROM change_log WHERE group_id = ? AND table_name = 'entity' AND after IS NULL").pluck();
  return gone.all(group) as string[];
}

/** Adds what once belonged to what is gone and was removed before: the log still remembers what was said of it. */
function addWhatWas(raw: Database.Database): void {
  const add = raw.prepare(`
    WITH owner (name, field) AS (SELECT json_extract(value, '$[0]'), '$.' || json_extract(value, '$[1]') FROM json_each(?))
    INSERT OR IGNORE INTO gone SELECT json_extract(key, '$[0]') FROM change_log JOIN owner ON owner.name = table_name
    WHERE json_extract(before, field) IN (SELECT id FROM gone) OR json_extract(after, field) IN (SELECT id FROM gone)`);
  while (add.run(JSON.stringify(ownerColumns)).changes > 0);
}

/** What the person is and was called, as it stands in the log; two letters would be found in half of all words. */
function nameWatched(raw: Database.Database, id: string): void {
  raw.exec('CREATE TEMP TABLE said (name TEXT PRIMARY KEY)');
  const logged = (side: 'before' | 'after') => `
    SELECT json_extract(${side}, '$.name') AS name FROM change_log WHERE table_name = 'person' AND key = json_array(@id)
    UNION ALL SELECT json_extract(${side}, '$.name') FROM change_log WHERE table_name = 'other_name' AND json_extract(${side}, '$.entity_id') = @id`;
  raw
    .prepare(
      `INSERT OR IGNORE INTO said SELECT lower(trim(json_quote(trim(name)), '"'))
       FROM (SELECT name FROM person WHERE id = @id UNION ALL SELECT name FROM other_name WHERE entity_id = @id
             UNION ALL ${logged('before')} UNION ALL ${logged('after')}) WHERE length(trim(name)) > 2`,
    )
    .run({ id });
}

/** @returns how many records went */
function eraseFrom(raw: Database.Database, id: string): number {
  const count = raw
    .transaction(() => {
      nameWatched(raw, id);
      const removed = removeWatched(raw, id);
      raw.exec('CREATE TEMP TABLE gone (id TEXT PRIMARY KEY)');
      const add = raw.prepare('INSERT OR IGNORE INTO gone VALUES (?)');
      for (const entity of [id, ...removed]) add.run(entity);
      addWhatWas(raw);
      const speaks = `(EXISTS (SELECT 1 FROM gone WHERE instr(key, id) > 0 OR instr(coalesce(before, ''), id) > 0 OR instr(coalesce(after, ''), id) > 0)
        OR EXISTS (SELECT 1 FROM said WHERE instr(lower(coalesce(before, '')), name) > 0 OR instr(lower(coalesce(after, '')), name) > 0))`;
      raw.exec(`
        UPDATE change_group SET params = '{}', merge_key = NULL WHERE id IN (SELECT group_id FROM change_log WHERE ${speaks})
          OR EXISTS (SELECT 1 FROM said WHERE instr(lower(params), name) > 0);
        DELETE FROM change_log WHERE ${speaks};
        UPDATE change_group SET undoable = 0;
        UPDATE change_group SET state = 'dropped' WHERE state = 'undone';
        DROP TABLE gone;
        DROP TABLE said;`);
      // bytes that only the log spoke of; a backup of an earlier version has no files
      if (raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'yield'").get()) raw.exec(`DELETE FROM attachment WHERE hash IN (${unspokenFiles})`);
      // a backup of an earlier version has no index
      if (hasSearch(raw)) flushSearch(raw);
      return removed.length;
    })
    .immediate();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.exec('VACUUM');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  return count;
}

/** Whether the person is there, or is remembered. */
const knows = (raw: Database.Database, id: string): boolean =>
  raw
    .prepare(
      `SELECT 1 FROM person WHERE id = @id UNION ALL SELECT 1 FROM change_log
       WHERE instr(key, @id) > 0 OR instr(coalesce(before, ''), @id) > 0 OR instr(coalesce(after, ''), @id) > 0 LIMIT 1`,
    )
    .get({ id }) !== undefined;

/** @returns whether the person was in it */
function eraseFromCopy(file: string, id: string): boolean {
  const raw = new Database(file);
  const fresh = join(dirname(file), `unfinished-${basename(file)}`);
  try {
    prepareConnection(raw);
    if (!knows(raw, id)) return false;
    eraseFrom(raw, id);
    rmSync(fresh, { force: true });
    copyDatabase(raw, fresh);
  } finally {
    raw.close();
    removeBeside(file);
  }
  renameSync(fresh, file);
  return true;
}

/** A copy that cannot be read any more cannot be put back either, and might still hold the name: it goes. */
function eraseOrRemove(file: string, id: string): boolean {
  try {
    return eraseFromCopy(file, id);
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')) throw error;
    rmSync(file, { force: true });
    return true;
  }
}

/** What a restore set aside beside the portfolio: whole files that someone may have opened. */
function eraseFromAside(file: string, id: string): boolean {
  const lock = takeLock(file);
  try {
    return eraseFromCopy(file, id);
  } finally {
    lock.release();
  }
}

/** Who was merged into this person, and into those: what a copy or the log still holds of them is about this person. */
function mergedInto(raw: Database.Database, id: string): string[] {
  return raw
    .prepare(
      `WITH RECURSIVE one (id) AS (SELECT @id UNION SELECT json_extract(params, '$.id') FROM change_group JOIN one ON json_extract(params, '$.intoId') = one.id
         WHERE operation = 'person.link' AND state = 'done') SELECT id FROM one WHERE id <> @id`,
    )
    .pluck()
    .all({ id }) as string[];
}

/**
 * The copies come first: when one of them cannot be done, the person is still there and it can be done again.
 * @returns how many records went, and in how many copies the person was
 * @throws Refusal `not_found` when there is no such person, `db_busy` when what was set aside is open elsewhere
 */
export function erasePerson(portfolio: Portfolio, id: string): { records: number; backups: number } {
  const { raw } = portfolio.connection;
  const isPerson = raw.prepare(
    "SELECT 1 FROM change_log WHERE table_name = 'person' AND key = json_array(@id) UNION ALL SELECT 1 FROM person WHERE id = @id",
  );
  if (isPerson.get({ id }) === undefined) throw new Refusal('not_found', 'recordMissing', {}, ['personId']);
  const folder = portfolio.backupFolder();
  const place = dirname(portfolio.file);
  removeUnfinished(folder);
  rmSync(`${portfolio.file}-restoring`, { force: true });
  const aside = existsSync(place) ? readdirSync(place).filter((name) => name.startsWith(asideName(portfolio.file)) && name.endsWith('.schakel')) : [];
  const all = [...mergedInto(raw, id), id];
  const inAll = (erase: (one: string) => boolean): boolean => all.map(erase).some((was) => was);
  const done = [
    ...listBackups(folder).map((backup) => inAll((one) => existsSync(join(folder, backup.id)) && eraseOrRemove(join(folder, backup.id), one))),
    ...aside.map((name) => join(place, name)).map((file) => !isSameFile(file, portfolio.file) && inAll((one) => eraseFromAside(file, one))),
  ];
  const records = all.reduce((sum, one) => sum + eraseFrom(raw, one), 0);
  portfolio.changed(['*']);
  return { records, backups: done.filter((was) => was).length };
}
