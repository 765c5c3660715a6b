/** People, roles and who takes part in what (model.md 2). */
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dated, entityKey, flag, list, owner, pointer, position, reader, standing } from './columns.ts';

export const person = sqliteTable('person', {
  id: entityKey(),
  name: text().notNull(),
  pseudonym: text(),
  mail: text(),
  phone: text(),
  education: text(),
  /** Years in education, half-known as text: '12', 'meer dan 20'. */
  yearsInEducation: text('years_in_education'),
  expertise: text(),
  strengths: text(),
  note: text(),
});

/** Where someone works, and as what. */
export const employment = sqliteTable('employment', {
  id: entityKey(),
  personId: owner('person_id'),
  organisationId: pointer('organisation_id'),
  function: text(),
  ...dated(),
});

export const role = sqliteTable('role', {
  id: entityKey(),
  name: text().notNull(),
  family: text(),
  bridges: flag('bridges'),
  note: text(),
});
export const roleProfile = sqliteTable('role_profile', {
  id: entityKey(),
  roleId: owner('role_id'),
  networkId: owner('network_id'),
  tasks: text(),
  responsibilities: text(),
});

export const membership = sqliteTable('membership', {
  id: entityKey(),
  personId: owner('person_id'),
  /** The unit, or the network as a whole. */
  containerId: owner('container_id'),
  /** Namens: the organisation that the person sits there for. */
  organisationId: pointer('organisation_id'),
  intensity: text(),
  formal: flag('formal').default(true),
  appointed: flag('appointed'),
  appointedSince: text('appointed_since'),
  hoursPerWeek: real('hours_per_week'),
  protectedTime: text('protected_time').notNull().default('unknown'),
  roleView: text('role_view'),
  aware: text().notNull().default('unknown'),
  motivation: text(),
  leftReason: text('left_reason'),
  note: text(),
  /** Who may read how the role is seen, the motivation and why someone left. */
  reader: reader('team'),
  standing: standing(),
  ...dated(),
});
export const membershipRole = sqliteTable(
  'membership_role',
  { membershipId: owner('membership_id'), roleId: owner('role_id'), position: position() },
  (table) => [primaryKey({ columns: [table.membershipId, table.roleId] })],
);

export const participation = sqliteTable('participation', {
  id: entityKey(),
  organisationId: owner('organisation_id'),
  containerId: owner('container_id'),
  /** As what, more than one allowed: 'praktijk', 'wetenschap', 'penvoerder'. */
  capacities: list('capacities'),
  why: text(),
  note: text(),
  standing: standing(),
  ...dated(),
});

export const leadership = sqliteTable('leadership', {
  id: entityKey(),
  entityId: owner('entity_id'),
  personId: pointer('person_id'),
  act: text().notNull(),
  formal: flag('formal'),
  note: text(),
  ...dated(),
});

export const caseDescription = sqliteTable('case_description', {
  id: entityKey(),
  networkId: owner('network_id'),
  researchYearId: owner('research_year_id'),
  status: text().notNull().default('draft'),
  /** How people are called in it: by role unless the owner chose otherwise. */
  names: text().notNull().default('role'),
});
export const casePart = sqliteTable(
  'case_part',
  {
    caseId: owner('case_id'),
    part: text().notNull(),
    position: position(),
    /** The editor's document. */
    body: text({ mode: 'json' }).$type<unknown>(),
    reader: reader('everyone'),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.part] })],
);
