/** The portfolio itself, the study with its plan, and what can be said of any record (model.md 0). */
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { entity, entityKey, flag, owner, pointer, position, reader } from './columns.ts';

/** One row: the file's own name and id. */
export const portfolio = sqliteTable('portfolio', {
  id: text().primaryKey(),
  name: text().notNull(),
  isExample: flag('is_example'),
});

export const study = sqliteTable('study', { id: entityKey(), name: text().notNull(), question: text(), note: text() });

export const researchYear = sqliteTable('research_year', {
  id: entityKey(),
  studyId: owner('study_id'),
  number: integer().notNull(),
  /** School year, '2023-2024'. */
  name: text().notNull(),
  /** First and last day. */
  start: text().notNull(),
  end: text().notNull(),
  focus: text(),
});

/** Plan of collection: one instrument, one network, one research year. */
export const collectionItem = sqliteTable('collection_item', {
  id: entityKey(),
  researchYearId: owner('research_year_id'),
  networkId: owner('network_id'),
  instrument: text().notNull(),
  planned: integer(),
  done: integer(),
  note: text(),
});

export const otherName = sqliteTable('other_name', {
  id: entityKey(),
  entityId: owner('entity_id'),
  name: text().notNull(),
  kind: text().notNull(),
  usedBy: text('used_by'),
});

/** Who or which text says something about a record or one of its fields. */
export const statement = sqliteTable('statement', {
  id: entityKey(),
  entityId: owner('entity_id'),
  /** Name of a field; null is the record as a whole. */
  field: text(),
  kind: text().notNull(),
  /** What is said, where it differs from what the record holds. */
  value: text(),
  /** The text that says it ... */
  source: text(),
  /** ... or the person, unit or organisation. */
  saidById: pointer('said_by_id'),
  /** When it was said, half-known. */
  date: text(),
  certainty: text().notNull(),
  note: text(),
  reader: reader('team'),
});

export const figure = sqliteTable('figure', {
  id: entityKey(),
  entityId: owner('entity_id'),
  /** What is counted, in words. */
  what: text().notNull(),
  /** Reach and mark are asked for by name; everything else is told by its words. */
  aspect: text().notNull().default('other'),
  state: text().notNull(),
  low: real(),
  high: real(),
  about: flag('about'),
  moreThan: flag('more_than'),
  almost: flag('almost'),
  unit: text(),
  per: text(),
  period: text(),
  /** The highest that a mark can be. */
  outOf: real('out_of'),
  basedOn: integer('based_on'),
  text: text(),
});

/** What the user added to an open list. */
export const listValue = sqliteTable('list_value', {
  id: entityKey(),
  list: text().notNull(),
  labelNl: text('label_nl').notNull(),
  labelEn: text('label_en'),
  position: position(),
});

/** Bytes by their SHA-256; outside the change log. */
export const attachment = sqliteTable('attachment', {
  hash: text().primaryKey(),
  mediaType: text('media_type').notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

export { entity };
