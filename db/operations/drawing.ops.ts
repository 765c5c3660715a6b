import type { Stored } from '../../shared/contract/crud.ts';
import { byName } from '../../shared/domain/collate.ts';
import { displayName, type Nameable } from '../../shared/domain/display-name.ts';
import type { ReadHandle } from '../connection.ts';
import { presence } from '../repositories/presence.sql.ts';
import { getRecord } from '../repositories/record.repo.ts';
import type { Commands, Queries } from './handler.ts';
import { reorder } from './order.ts';

const viewsOf = (handle: ReadHandle, networkId: string): string[] =>
  handle.all<{ id: string }>('SELECT id FROM view WHERE network_id = @networkId ORDER BY position, id', { networkId }).map((row) => row.id);

const notesOf = (handle: ReadHandle, viewId: string): (Stored<'viewNote'> & { id: string })[] =>
  handle
    .all<{ id: string }>('SELECT id FROM view_note WHERE view_id = @viewId ORDER BY id', { viewId })
    .map(({ id }) => getRecord(handle, 'viewNote', id));

/** With the first role that they have in the network as a whole. */
const withoutTeamSql = `
  SELECT person.id, person.name, person.pseudonym,
    (SELECT role.name FROM membership AS it JOIN entity ON entity.id = it.id JOIN membership_role ON membership_role.membership_id = it.id
       JOIN role ON role.id = membership_role.role_id
     WHERE it.person_id = person.id AND it.container_id = @networkId AND ${presence('it')} <> 'no'
     ORDER BY entity.created_at, it.id, membership_role.position LIMIT 1) AS role
  FROM person
  WHERE NOT EXISTS (
      SELECT 1 FROM membership AS it JOIN unit ON unit.id = it.container_id
      WHERE it.person_id = person.id AND unit.network_id = @networkId AND ${presence('it')} <> 'no')
    AND (NOT EXISTS (SELECT 1 FROM membership WHERE person_id = person.id)
      OR EXISTS (SELECT 1 FROM membership AS it WHERE it.person_id = person.id AND it.container_id = @networkId AND ${presence('it')} <> 'no'))`;

/** A saved view as it is shown. @throws Refusal `not_found` */
export const viewWithNotes = (handle: ReadHandle, id: string) => ({ ...getRecord(handle, 'view', id), notes: notesOf(handle, id) });

export const drawingQueries = {
  'structure.list': (handle, { networkId, at, names }, { t }) => {
    const someone = t(($) => $.case.someone);
    const people = handle.all<Nameable & { id: string }>(withoutTeamSql, { networkId, at });
    return { rows: people.map((one) => ({ id: one.id, name: displayName(one, names ?? 'name', someone) })).sort((a, b) => byName(a.name, b.name)) };
  },
  'view.list': (handle, { networkId }) => ({
    rows: viewsOf(handle, networkId).map((id) => viewWithNotes(handle, id)),
  }),
} satisfies Partial<Queries>;

export const drawingCommands = {
  'view.move': (handle, { id, position }) => {
    const { networkId, name } = getRecord(handle, 'view', id);
    for (const [place, other] of reorder(viewsOf(handle, networkId), id, position).entries())
      handle.run('UPDATE view SET position = @place WHERE id = @other AND position <> @place', { place, other });
    return { value: {}, params: { name } };
  },
} satisfies Partial<Commands>;
