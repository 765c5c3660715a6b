import { schoolYearOf } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';
import { attentionOf } from '../repositories/attention.queries.ts';
import { changeDays, diagramModel } from '../repositories/diagram.queries.ts';
import { listNetworks, listPhases, listRelations, listRhythms, listTurnover, listUnits, networkCounts } from '../repositories/network.queries.ts';
import { presence } from '../repositories/presence.sql.ts';
import { getRecord, keepPlace, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { listSeats, seatRows, unnamedOf } from '../repositories/seat.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Commands, Queries } from './handler.ts';
import { reorder } from './order.ts';
import { rhythmSummary } from './words.ts';

export const networkQueries = {
  'network.list': (handle, input, context) => {
    const at = input.at ?? context.today;
    return { at, networks: listNetworks(handle, at) };
  },
  'network.measure': (handle, { networkId, at }, context) => {
    getRecord(handle, 'network', networkId);
    const year = schoolYearOf(at);
    return {
      counts: networkCounts(handle, at, networkId),
      phases: listPhases(handle, networkId, at).map(({ entity: _entity, round: _round, ...phase }) => phase),
      rhythms: listRhythms(handle, networkId, at)
        .filter((row) => row.presence !== 'no')
        .map((row) => ({
          id: row.id,
          name: row.name,
          start: row.start,
          end: row.end,
          standing: row.standing,
          presence: row.presence,
          units: row.units,
          summary: rhythmSummary(row, context.t),
        })),
      changes: listTurnover(handle, networkId, `${year.slice(0, 4)}-08-01`, `${year.slice(5)}-07-31`),
    };
  },
  'attention.list': (handle, { networkId, at }, { t }) => {
    getRecord(handle, 'network', networkId);
    return { ...attentionOf(handle, networkId, at, t), unnamedSeats: seatTotals(handle, networkId, at) };
  },
  'networkLink.list': (handle, { networkId, at }) => ({
    rows: handle
      .all<Record<string, string | null>>(
        `SELECT it.id, it.kind, it.note, it.start, it.end, 'actual' AS standing, ${presence('it', false)} AS presence,
                a.id AS fromId, a.code || ' ' || a.name AS fromName, b.id AS toId, b.code || ' ' || b.name AS toName
         FROM network_link AS it JOIN network AS a ON a.id = it.from_id JOIN network AS b ON b.id = it.to_id
         WHERE @networkId IN (it.from_id, it.to_id) ORDER BY it.id`,
        { networkId, at },
      )
      .map(
        ({ fromId, fromName, toId, toName, ...row }) => ({ ...row, from: { id: fromId, name: fromName }, to: { id: toId, name: toName } }) as never,
      ),
  }),
  'principle.list': (handle, { networkId, at }) => ({
    rows: handle.all(
      `SELECT it.id, it.kind, it.text, it.start, it.end, 'actual' AS standing, ${presence('it', false)} AS presence
       FROM principle AS it WHERE it.network_id = @networkId ORDER BY it.kind, it.id`,
      { networkId, at },
    ),
  }),
  'unit.list': (handle, { networkId, at, ended }) => listUnits(handle, networkId, at, ended ?? false),
  'rhythm.list': (handle, { networkId, at }) => ({ rows: listRhythms(handle, networkId, at) }),
  'phase.list': (handle, { networkId, at }) => ({ rows: listPhases(handle, networkId, at) }),
  'relation.list': (handle, { networkId, at, ended }) => ({ rows: listRelations(handle, networkId, at, ended ?? false) }),
  'seat.list': (handle, { networkId, at }) => ({ rows: listSeats(handle, networkId, at) }),
  'diagram.get': (handle, { networkId, at, names, ...scope }, context) => diagramModel(handle, networkId, at, scope, context.t, names),
  'diagram.list': (handle, { networkId }) => ({ days: changeDays(handle, networkId) }),
} satisfies Partial<Queries>;

function seatTotals(handle: ReadHandle, networkId: string, at: string) {
  const seats = seatRows(handle, networkId, at);
  return { seats: seats.filter((seat) => seat.kind === 'seat' && seat.presence !== 'no').length, ...unnamedOf(seats) };
}

export const networkCommands = {
  'layer.move': (handle, { id, position }) => {
    const layer = getRecord(handle, 'layer', id);
    const ids = handle
      .all<{ id: string }>('SELECT id FROM layer WHERE network_id = @networkId ORDER BY position, id', {
        networkId: layer.networkId,
      })
      .map((row) => row.id);
    for (const [place, other] of reorder(ids, id, position).entries())
      handle.run('UPDATE layer SET position = @place WHERE id = @other AND position <> @place', { place, other });
    return { value: {}, params: { name: layer.name } };
  },
  'unit.move': (handle, { id, layerId, parentId, position }) => {
    const unit = updateRecord(handle, recordRules, 'unit', id, { layerId, parentId });
    const ids = handle
      .all<{ id: string }>(
        `SELECT id FROM unit WHERE network_id = @networkId AND layer_id IS @layerId AND parent_id IS @parentId ORDER BY position, id`,
        { networkId: unit.networkId, layerId: unit.layerId, parentId: unit.parentId },
      )
      .map((row) => row.id);
    for (const [place, other] of reorder(ids, id, position).entries())
      handle.run('UPDATE unit SET position = @place WHERE id = @other AND position <> @place', { place, other });
    return { value: {}, params: { name: unit.name } };
  },
  'diagram.move': (handle, { containerId, itemId, slot }) => {
    const sits = handle.get(
      'SELECT 1 FROM membership WHERE id = @itemId AND container_id = @containerId UNION ALL SELECT 1 FROM seat WHERE id = @itemId AND container_id = @containerId',
      { itemId, containerId },
    );
    if (sits === undefined) throw new Refusal('invalid_input', 'foreignId', {}, ['itemId']);
    const taken = handle.get<{ itemId: string }>('SELECT item_id AS itemId FROM placement WHERE container_id = @containerId AND slot = @slot', {
      containerId,
      slot,
    });
    const place = () =>
      handle.get<{ slot: number }>('SELECT slot FROM placement WHERE container_id = @containerId AND item_id = @itemId', { containerId, itemId });
    if (place() === undefined) keepPlace(handle, containerId, itemId);
    const before = place();
    if (before?.slot === slot) return { value: {}, params: {} };
    const put = (item: string, to: number) =>
      handle.run('UPDATE placement SET slot = @to WHERE container_id = @containerId AND item_id = @item', { containerId, item, to });
    // two things never share a place: the one that was there gets the place that comes free
    if (taken && before) put(taken.itemId, before.slot);
    put(itemId, slot);
    return { value: {}, params: {} };
  },
} satisfies Partial<Commands>;
