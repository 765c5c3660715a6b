/** The network and its structure (model.md 1). */
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dated, entityKey, flag, list, owner, pointer, position, standing } from './columns.ts';

export const network = sqliteTable('network', {
  id: entityKey(),
  code: text().notNull(),
  name: text().notNull(),
  region: text(),
  province: text(),
  place: text(),
  sectors: list('sectors'),
  crossSector: flag('cross_sector'),
  theme: text(),
  themeKind: text('theme_kind'),
  goal: text(),
  question: text(),
  context: text(),
  history: text(),
  ...dated(),
  fundingStart: text('funding_start'),
  fundingEnd: text('funding_end'),
  funder: text(),
  boundary: text(),
  size: text(),
  status: text(),
});

export const networkLink = sqliteTable('network_link', {
  id: entityKey(),
  fromId: owner('from_id'),
  toId: owner('to_id'),
  kind: text().notNull(),
  note: text(),
  ...dated(),
});

export const principle = sqliteTable('principle', {
  id: entityKey(),
  networkId: owner('network_id'),
  kind: text().notNull(),
  text: text().notNull(),
  ...dated(),
});

export const layer = sqliteTable('layer', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  level: text(),
  note: text(),
  position: position(),
});

export const unit = sqliteTable('unit', {
  id: entityKey(),
  networkId: owner('network_id'),
  layerId: pointer('layer_id'),
  parentId: pointer('parent_id'),
  /** The organisation that the unit is in: in the drawing it is the box around it. */
  hostId: pointer('host_id'),
  name: text().notNull(),
  kind: text().notNull(),
  theme: text(),
  question: text(),
  processes: list('processes'),
  ring: text(),
  formal: flag('formal').default(true),
  tranche: text(),
  arm: text(),
  isBoundaryObject: flag('is_boundary_object'),
  note: text(),
  position: position(),
  standing: standing(),
  ...dated(),
});

/** A unit that is made of units. */
export const unitPart = sqliteTable('unit_part', { unitId: owner('unit_id'), partId: owner('part_id'), position: position() }, (table) => [
  primaryKey({ columns: [table.unitId, table.partId] }),
]);

export const rhythm = sqliteTable('rhythm', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  /** Times per school year; both null when not known. */
  timesMin: integer('times_min'),
  timesMax: integer('times_max'),
  /** Or every so many weeks. */
  everyWeeks: integer('every_weeks'),
  about: flag('about'),
  /** Length in minutes. */
  minutes: integer(),
  place: text(),
  /** Share of each purpose in per cent, or null when nobody said. */
  useShare: integer('use_share'),
  creationShare: integer('creation_share'),
  sharingShare: integer('sharing_share'),
  coordinationShare: integer('coordination_share'),
  note: text(),
  standing: standing(),
  ...dated(),
});
export const rhythmUnit = sqliteTable('rhythm_unit', { rhythmId: owner('rhythm_id'), unitId: owner('unit_id'), position: position() }, (table) => [
  primaryKey({ columns: [table.rhythmId, table.unitId] }),
]);
/** Which roles come. */
export const rhythmRole = sqliteTable('rhythm_role', { rhythmId: owner('rhythm_id'), roleId: owner('role_id'), position: position() }, (table) => [
  primaryKey({ columns: [table.rhythmId, table.roleId] }),
]);

export const phase = sqliteTable('phase', {
  id: entityKey(),
  networkId: owner('network_id'),
  entityId: owner('entity_id'),
  organisationId: pointer('organisation_id'),
  cycle: text().notNull(),
  name: text().notNull(),
  round: integer(),
  note: text(),
  position: position(),
  standing: standing(),
  ...dated(),
});

export const organisation = sqliteTable('organisation', {
  id: entityKey(),
  name: text().notNull(),
  kind: text().notNull(),
  sectors: list('sectors'),
  schoolTypes: list('school_types'),
  place: text(),
  brin: text(),
  /** A counted group: '345 basisscholen', '40–50 bedrijven'. */
  countMin: integer('count_min'),
  countMax: integer('count_max'),
  countAbout: flag('count_about'),
  note: text(),
  ...dated(),
});
export const organisationLink = sqliteTable('organisation_link', {
  id: entityKey(),
  fromId: owner('from_id'),
  toId: owner('to_id'),
  kind: text().notNull(),
  note: text(),
  ...dated(),
});

export const relation = sqliteTable('relation', {
  id: entityKey(),
  networkId: owner('network_id'),
  kind: text().notNull(),
  /** Whether each of the ends takes part, or one of them without saying which. */
  fromMode: text('from_mode').notNull().default('each'),
  toMode: text('to_mode').notNull().default('each'),
  mutual: flag('mutual'),
  strength: integer(),
  note: text(),
  standing: standing(),
  ...dated(),
});
/** An end is any record; with a role it is the people with that role in it. */
export const relationEnd = sqliteTable(
  'relation_end',
  {
    relationId: owner('relation_id'),
    side: text().$type<'from' | 'to'>().notNull(),
    position: position(),
    entityId: owner('entity_id'),
    roleId: pointer('role_id'),
  },
  (table) => [primaryKey({ columns: [table.relationId, table.side, table.position] })],
);

export const seat = sqliteTable('seat', {
  id: entityKey(),
  /** The unit or network that has the seat. */
  containerId: owner('container_id'),
  kind: text().notNull().default('seat'),
  roleId: pointer('role_id'),
  organisationId: pointer('organisation_id'),
  organisationKind: text('organisation_kind'),
  min: integer(),
  max: integer(),
  about: flag('about'),
  label: text(),
  note: text(),
  standing: standing(),
  ...dated(),
});

export const channel = sqliteTable('channel', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  kind: text().notNull().default('other'),
  keptById: pointer('kept_by_id'),
  usedFor: text('used_for'),
  valued: text(),
  note: text(),
  ...dated(),
});

export const perspective = sqliteTable('perspective', {
  id: entityKey(),
  networkId: owner('network_id'),
  personId: owner('person_id'),
  date: text(),
  recognises: list('recognises'),
  adds: text(),
  ownPlace: text('own_place'),
  apart: text(),
  note: text(),
});

/** Where a thing stands in the drawing, kept per place: a row per placed thing. */
export const placement = sqliteTable(
  'placement',
  { containerId: owner('container_id'), itemId: owner('item_id'), slot: integer().notNull() },
  (table) => [primaryKey({ columns: [table.containerId, table.itemId] })],
);

/** A saved view of the system diagram: what is shown of it, as of when, and where one looks; a slide of a presentation. */
export const view = sqliteTable('view', {
  id: entityKey(),
  networkId: owner('network_id'),
  name: text().notNull(),
  note: text(),
  position: position(),
  /** Null follows the date that the screen is at. */
  day: text(),
  /** The day that is laid beside it, or `plan`. */
  compareDay: text('compare_day'),
  colour: text().notNull(),
  ended: flag('ended'),
  /** Teams that are folded to a count. */
  folded: list('folded'),
  /** What is left out, as `<attribute>:<value>`. */
  hidden: list('hidden'),
  focusId: pointer('focus_id'),
  focusSteps: integer('focus_steps').notNull().default(1),
  /** The middle of what is in view, in the drawing, and pixels per unit of the drawing in a window of 1200 x 750; null shows all of it. */
  centreX: real('centre_x'),
  centreY: real('centre_y'),
  zoom: real(),
});

/** A free note, arrow or frame on a saved view. Lengths in the drawing, from the middle of its anchor where it has one. */
export const viewNote = sqliteTable('view_note', {
  id: entityKey(),
  viewId: owner('view_id'),
  kind: text().notNull(),
  text: text(),
  anchorId: pointer('anchor_id'),
  x: real().notNull(),
  y: real().notNull(),
  width: real().notNull(),
  height: real().notNull(),
});
