/** What people do together, what comes of it, how that spreads, and what stays (model.md 3 and 4). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dated, entityKey, flag, list, owner, pointer, position, reader, standing } from './columns.ts';

export const meeting = sqliteTable('meeting', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  kind: text().notNull(),
  /** The pillar or layer that an activity belongs to, where it belongs to no team. */
  layerId: pointer('layer_id'),
  /** Time of day on the clock where it was, `HH:MM`. */
  time: text(),
  /** Length in minutes. */
  minutes: integer(),
  place: text(),
  mode: text(),
  /** What it was for, each 0 (not) to 3 (above all); null is that nobody said. */
  useScore: integer('use_score'),
  creationScore: integer('creation_score'),
  sharingScore: integer('sharing_score'),
  coordinationScore: integer('coordination_score'),
  /** How many were there, where it is not known who. */
  headCount: integer('head_count'),
  /** Open to others than its teams. */
  isOpen: flag('is_open'),
  targetGroups: list('target_groups'),
  sources: text(),
  note: text(),
  reader: reader('team'),
  rhythmId: pointer('rhythm_id'),
  /** The first meeting of the series that it is in. */
  seriesId: pointer('series_id'),
  /** What the calendar calls it, so that the same file twice adds nothing. */
  calendarKey: text('calendar_key'),
  standing: standing(),
  ...dated(),
});
export const meetingUnit = sqliteTable(
  'meeting_unit',
  { meetingId: owner('meeting_id'), unitId: owner('unit_id'), position: position() },
  (table) => [primaryKey({ columns: [table.meetingId, table.unitId] })],
);
/** Who prepared it, led it, set its agenda or carried it out. */
export const meetingDoer = sqliteTable(
  'meeting_doer',
  { meetingId: owner('meeting_id'), part: text().notNull(), doerId: owner('doer_id'), position: position() },
  (table) => [primaryKey({ columns: [table.meetingId, table.part, table.doerId] })],
);

export const meetingPart = sqliteTable('meeting_part', {
  id: entityKey(),
  meetingId: owner('meeting_id'),
  name: text().notNull(),
  time: text(),
  minutes: integer(),
  note: text(),
  position: position(),
});
export const meetingPartUnit = sqliteTable(
  'meeting_part_unit',
  { partId: owner('part_id'), unitId: owner('unit_id'), position: position() },
  (table) => [primaryKey({ columns: [table.partId, table.unitId] })],
);

export const attendance = sqliteTable('attendance', {
  id: entityKey(),
  meetingId: owner('meeting_id'),
  personId: owner('person_id'),
  state: text().notNull(),
});
export const decision = sqliteTable('decision', {
  id: entityKey(),
  meetingId: owner('meeting_id'),
  text: text().notNull(),
  note: text(),
  position: position(),
});
export const action = sqliteTable('action', {
  id: entityKey(),
  networkId: owner('network_id'),
  meetingId: pointer('meeting_id'),
  text: text().notNull(),
  personId: pointer('person_id'),
  /** By when, and since when it is done; half-known. */
  due: text(),
  done: text(),
  note: text(),
  position: position(),
  standing: standing(),
});
/** What lay on the table of a meeting. */
export const meetingObject = sqliteTable('meeting_object', {
  id: entityKey(),
  meetingId: owner('meeting_id'),
  yieldId: owner('yield_id'),
  use: text().notNull(),
});

/** Not `yield`, which a module may not name anything. */
export const yields = sqliteTable('yield', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  type: text().notNull(),
  form: text().notNull(),
  nature: text(),
  isBoundaryObject: flag('is_boundary_object'),
  level: text(),
  layerId: pointer('layer_id'),
  targetGroups: list('target_groups'),
  description: text(),
  version: text(),
  replacesId: pointer('replaces_id'),
  worlds: list('worlds'),
  followed: flag('followed'),
  expectedBy: text('expected_by'),
  link: text(),
  note: text(),
  /** Its file, where it is kept in the portfolio: the bytes under their hash. */
  fileHash: text('file_hash'),
  fileName: text('file_name'),
  standing: standing(),
  ...dated(),
});
export const yieldMaker = sqliteTable('yield_maker', { yieldId: owner('yield_id'), makerId: owner('maker_id'), position: position() }, (table) => [
  primaryKey({ columns: [table.yieldId, table.makerId] }),
]);
export const yieldOrigin = sqliteTable(
  'yield_origin',
  { yieldId: owner('yield_id'), originId: owner('origin_id'), position: position() },
  (table) => [primaryKey({ columns: [table.yieldId, table.originId] })],
);

export const quality = sqliteTable('quality', {
  id: entityKey(),
  yieldId: owner('yield_id'),
  date: text(),
  /** Each 1 to 5; null is not scored. */
  visibility: integer(),
  accessibility: integer(),
  usability: integer(),
  transferValue: integer('transfer_value'),
  portability: integer(),
  adaptivity: integer(),
  byId: pointer('by_id'),
  note: text(),
});

export const spread = sqliteTable('spread', {
  id: entityKey(),
  yieldId: owner('yield_id'),
  fromId: pointer('from_id'),
  toId: pointer('to_id'),
  audience: text(),
  how: text().notNull(),
  /** Only where it was overruled; else it follows from whence and whither. */
  distance: text(),
  distanceReason: text('distance_reason'),
  channelId: pointer('channel_id'),
  meetingId: pointer('meeting_id'),
  carriedById: pointer('carried_by_id'),
  note: text(),
  standing: standing(),
  ...dated(),
});

export const embedding = sqliteTable('embedding', {
  id: entityKey(),
  entityId: owner('entity_id'),
  /** In which network, where what is embedded belongs to none: a role is of the whole portfolio. */
  networkId: pointer('network_id'),
  form: text().notNull(),
  organisationId: pointer('organisation_id'),
  fundedUntil: text('funded_until'),
  note: text(),
  standing: standing(),
  ...dated(),
});
