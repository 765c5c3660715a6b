/** The change log: written by triggers, read by undo, the audit trail and 'which tables changed'. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One step of a person: what undo takes back as one. */
export const changeGroup = sqliteTable('change_group', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** The operation, which is also the key of the words on the undo button. */
  operation: text().notNull(),
  /** What those words need, such as a name. */
  params: text({ mode: 'json' }).$type<Record<string, string | number>>().notNull(),
  /** Steps with the same key that follow each other closely become one. */
  mergeKey: text('merge_key'),
  state: text().$type<'done' | 'undone' | 'dropped'>().notNull(),
  /** False for steps that undo does not reach over, such as erasing a person. */
  undoable: integer({ mode: 'boolean' }).notNull().default(true),
  actor: text().notNull(),
  device: text().notNull(),
  at: integer().notNull(),
});

export const changeLog = sqliteTable('change_log', {
  seq: integer().primaryKey({ autoIncrement: true }),
  groupId: integer('group_id')
    .notNull()
    .references(() => changeGroup.id, { onDelete: 'cascade' }),
  tableName: text('table_name').notNull(),
  /** Key values as a JSON list, in the order of the primary key. */
  key: text().notNull(),
  before: text(),
  after: text(),
});

/** One row: whether triggers write, and for which group. Set and reset inside the transaction that writes. */
export const logState = sqliteTable('log_state', {
  one: integer().primaryKey(),
  enabled: integer().notNull().default(0),
  groupId: integer('group_id').notNull().default(0),
});
