import type { Stored } from '../../shared/contract/crud.ts';
import type { ReadHandle } from '../connection.ts';
import { getRecord } from '../repositories/record.repo.ts';
import type { Commands, Queries } from './handler.ts';
import { reorder } from './order.ts';

const viewsOf = (handle: ReadHandle, networkId: string): string[] =>
  handle.all<{ id: string }>('SELECT id FROM view WHERE network_id = @networkId ORDER BY position, id', { networkId }).map((row) => row.id);

const notesOf = (handle: ReadHandle, viewId: string): (Stored<'viewNote'> & { id: string })[] =>
  handle
    .all<{ id: string }>('SELECT id FROM view_note WHERE view_id = @viewId ORDER BY id', { viewId })
    .map(({ id }) => getRecord(handle, 'viewNote', id));

export const drawingQueries = {
  'view.list': (handle, { networkId }) => ({
    rows: viewsOf(handle, networkId).map((id) => ({ ...getRecord(handle, 'view', id), notes: notesOf(handle, id) })),
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
