/**
 * What hangs on the tables and is made anew at every opening, because a table that a migration rebuilds loses it:
 * the triggers that write the change log, and an index on every reference.
 */
import type Database from 'better-sqlite3';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema/index.ts';
import { renewSearch, searchTriggers } from './search-index.ts';

/** Not logged: the log itself, and bytes (kept by their hash, never changed). */
const unlogged = new Set(['change_group', 'change_log', 'log_state', 'attachment', '__schakel_migration']);

const tables = (Object.values(schema) as unknown[]).filter((value) => is(value, SQLiteTable)) as SQLiteTable[];
/** Names of the tables that the change log covers. */
export const loggedTables: readonly string[] = tables.map((table) => getTableName(table)).filter((name) => !unlogged.has(name));
export const allTables: readonly string[] = tables.map((table) => getTableName(table));

const quoted = (name: string): string => `"${name}"`;

interface Columns {
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Columns and key of a table, as they are in the file. */
export function columnsOf(raw: Database.Database, table: string): Columns {
  const info = raw.prepare('SELECT name, pk, hidden FROM pragma_table_xinfo(?)').all(table) as { name: string; pk: number; hidden: number }[];
  return {
    columns: info.filter((column) => column.hidden === 0).map((column) => column.name),
    key: info
      .filter((column) => column.pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
  };
}

function triggersOf(raw: Database.Database, table: string): string {
  const { columns, key } = columnsOf(raw, table);
  const row = (alias: string) => `json_object(${columns.map((name) => `'${name}', ${alias}.${quoted(name)}`).join(', ')})`;
  const keyOf = (alias: string) => `json_array(${key.map((name) => `${alias}.${quoted(name)}`).join(', ')})`;
  const write = (alias: string, before: string, after: string) =>
    `INSERT INTO change_log (group_id, table_name, key, before, after)
     VALUES ((SELECT group_id FROM log_state WHERE one = 1), '${table}', ${keyOf(alias)}, ${before}, ${after});`;
  const when = 'WHEN (SELECT enabled FROM log_state WHERE one = 1) = 1';
  return `
    DROP TRIGGER IF EXISTS "log_${table}_insert";
    CREATE TRIGGER "log_${table}_insert" AFTER INSERT ON ${quoted(table)} ${when} BEGIN ${write('NEW', 'NULL', row('NEW'))} END;
    DROP TRIGGER IF EXISTS "log_${table}_update";
    CREATE TRIGGER "log_${table}_update" AFTER UPDATE ON ${quoted(table)} ${when} BEGIN ${write('OLD', row('OLD'), row('NEW'))} END;
    DROP TRIGGER IF EXISTS "log_${table}_delete";
    CREATE TRIGGER "log_${table}_delete" AFTER DELETE ON ${quoted(table)} ${when} BEGIN ${write('OLD', row('OLD'), 'NULL')} END;`;
}

function indexesOf(table: SQLiteTable): string {
  const config = getTableConfig(table);
  return config.foreignKeys
    .map((key) => key.reference().columns.map((column) => column.name))
    .map(
      (columns) =>
        `CREATE INDEX IF NOT EXISTS "ref_${config.name}_${columns.join('_')}" ON ${quoted(config.name)} (${columns.map(quoted).join(', ')});`,
    )
    .join('\n');
}

/** Tables whose rows are entities: their key is that of an entity. */
export const entityTables: readonly string[] = tables
  .map((table) => getTableConfig(table))
  .filter((config) => config.foreignKeys.some((key) => key.reference().columns.some((column) => column.primary && column.name === 'id')))
  .map((config) => config.name);

/** For every table of records the columns that say what a record goes with. */
export const ownerColumns: readonly (readonly [table: string, column: string])[] = tables
  .map((table) => getTableConfig(table))
  .filter((config) => entityTables.includes(config.name))
  .flatMap((config) =>
    config.foreignKeys
      .filter((key) => key.onDelete === 'cascade')
      .flatMap((key) => key.reference().columns.map((column) => [config.name, column.name] as const)),
  )
  .filter(([, column]) => column !== 'id');

/** Every column in which a logged table points at an entity, but for the key of a record itself. */
export const referenceColumns: readonly (readonly [table: string, column: string])[] = tables
  .map((table) => getTableConfig(table))
  .filter((config) => loggedTables.includes(config.name))
  .flatMap((config) => config.foreignKeys.flatMap((key) => key.reference().columns.map((column) => [config.name, column.name] as const)))
  .filter(([, column]) => column !== 'id');

/** Relations of which a side has no end left: what they went to is gone, so they say nothing any more. */
export const endlessRelations = `SELECT id FROM relation WHERE
  NOT EXISTS (SELECT 1 FROM relation_end WHERE relation_id = relation.id AND side = 'from') OR
  NOT EXISTS (SELECT 1 FROM relation_end WHERE relation_id = relation.id AND side = 'to')`;

/** A record that goes with another, by its reference, takes its own entity along: nothing may point at what is not there. */
const entityTriggerOf = (table: string): string => `
    DROP TRIGGER IF EXISTS "entity_${table}";
    CREATE TRIGGER "entity_${table}" AFTER DELETE ON ${quoted(table)} BEGIN DELETE FROM entity WHERE id = OLD.id; END;`;

/** Makes triggers and indexes anew; the caller is in a transaction. */
export function renewSchemaObjects(raw: Database.Database): void {
  for (const table of loggedTables) raw.exec(triggersOf(raw, table));
  for (const table of entityTables) raw.exec(entityTriggerOf(table));
  for (const table of tables) raw.exec(indexesOf(table));
  // a network has a hundred times as many marks of attendance as memberships: what asks for one kind need not pass by the others
  raw.exec('CREATE INDEX IF NOT EXISTS entity_home_kind ON entity (home_network_id, kind)');
  renewSearch(raw);
  raw.exec('CREATE INDEX IF NOT EXISTS change_log_group ON change_log (group_id); INSERT OR IGNORE INTO log_state (one) VALUES (1);');
}

/** Whether every table still has its triggers. */
export function hasSchemaObjects(raw: Database.Database): boolean {
  const { found } = raw
    .prepare(
      "SELECT count(*) AS found FROM sqlite_master WHERE type = 'trigger' AND (name GLOB 'log_*' OR name GLOB 'entity_*' OR name GLOB 'search_*')",
    )
    .get() as {
    found: number;
  };
  return found === loggedTables.length * 3 + entityTables.length + searchTriggers;
}
