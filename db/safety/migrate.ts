/**
 * The only place that migrates. drizzle's own `migrate()` is not used: its `PRAGMA foreign_keys=OFF` does nothing inside
 * its own transaction, so a rebuilt table takes its children with it; and it accepts a newer database and a migration
 * that was edited after it ran.
 */
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Refusal } from './refusal.ts';
import { hasSchemaObjects, renewSchemaObjects } from './schema-objects.ts';

export interface Migration {
  readonly hash: string;
  readonly statements: readonly string[];
}

/** The migrations of this version of Schakel, in their order. @param folder `db/migrations` */
export function readMigrations(folder: string): readonly Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map((file) => ({ hash: file.hash, statements: file.sql }));
}

const applied = (raw: Database.Database): string[] =>
  raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__schakel_migration'").get()
    ? (raw.prepare('SELECT hash FROM __schakel_migration ORDER BY number').all() as { hash: string }[]).map((row) => row.hash)
    : [];

/**
 * How many migrations still have to run.
 * @throws Refusal `db_from_future` when the file knows more than this version, `db_corrupt` when one was changed since
 */
export function pendingMigrations(raw: Database.Database, migrations: readonly Migration[], file: string): number {
  const version = raw.pragma('user_version', { simple: true }) as number;
  const done = applied(raw);
  if (version > migrations.length || done.length > migrations.length) throw new Refusal('db_from_future', 'fromFuture', { file });
  if (done.some((hash, index) => hash !== migrations[index]?.hash)) throw new Refusal('db_corrupt', 'migrationChanged', { file });
  return migrations.length - done.length;
}

/**
 * Runs what still has to run in one transaction, checks every reference, and renews triggers and indexes.
 * @throws Refusal `db_corrupt` when references are broken afterwards; nothing has changed then
 */
export function migrate(raw: Database.Database, migrations: readonly Migration[], file: string): void {
  const pending = pendingMigrations(raw, migrations, file);
  if (pending === 0 && hasSchemaObjects(raw)) return;
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        raw.exec('CREATE TABLE IF NOT EXISTS __schakel_migration (number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT');
        const note = raw.prepare('INSERT INTO __schakel_migration (number, hash) VALUES (?, ?)');
        for (const [index, migration] of migrations.entries()) {
          if (index < migrations.length - pending) continue;
          for (const statement of migration.statements) raw.exec(statement);
          note.run(index + 1, migration.hash);
        }
        renewSchemaObjects(raw);
        raw.pragma(`user_version = ${migrations.length}`);
        if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw new Refusal('db_corrupt', 'brokenReferences', { file });
      })
      .immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
