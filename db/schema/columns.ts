/** Sets of columns that many tables share. */
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntityKind, Reader, Standing } from '../../shared/domain/lists.ts';

/** Every record of the domain: what a relation, statement, coding or evidence can point at. */
export const entity = sqliteTable('entity', {
  id: text().primaryKey(),
  kind: text().$type<EntityKind>().notNull(),
  /** The network that the record belongs to, and goes with; null for what the whole portfolio shares. */
  homeNetworkId: text('home_network_id').references((): never => entity.id as never, { onDelete: 'cascade' }),
  /** Milliseconds since 1970 of the first write; list order where nothing else decides. */
  createdAt: integer('created_at').notNull().default(sql`(cast(unixepoch('subsec') * 1000 as integer))`),
});

/** The key of a table whose rows are entities. */
export const entityKey = () =>
  text()
    .primaryKey()
    .references(() => entity.id, { onDelete: 'cascade' });
/** A reference that takes the row with it when its target goes. */
export const owner = (name: string) =>
  text(name)
    .notNull()
    .references(() => entity.id, { onDelete: 'cascade' });
/** A reference that is emptied when its target goes. */
export const pointer = (name: string) => text(name).references(() => entity.id, { onDelete: 'set null' });
/** A list that is never null: nothing chosen is an empty list. */
export const list = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull().default([]);
export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);

/** A half-known start and end as written, and the four days that follow from them (see `shared/domain/edtf.ts`). */
export const dated = () => ({
  start: text(),
  end: text(),
  startMin: text('start_min').notNull(),
  startMax: text('start_max').notNull(),
  endMin: text('end_min').notNull(),
  endMax: text('end_max').notNull(),
});
export const standing = () => text().$type<Standing>().notNull().default('actual');
export const reader = (fallback: Reader) => text().$type<Reader>().notNull().default(fallback);
export const position = () => integer().notNull().default(0);
