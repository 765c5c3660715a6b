/** Everything that is in the portfolio, as an import looks at it and an export takes from it. */
import type { RecordKind } from '../../shared/contract/fields.ts';
import { kindsInOrder } from '../../shared/exchange/keys.ts';
import type { Stock, StoredRecord } from '../../shared/exchange/plan.ts';
import type { ReadHandle } from '../connection.ts';
import { listRecords } from './record.repo.ts';

export function readStock(handle: ReadHandle): Stock {
  const records = Object.fromEntries(kindsInOrder.map((kind) => [kind, listRecords(handle, kind)])) as unknown as {
    [K in RecordKind]: readonly StoredRecord[];
  };
  const slots = handle.all<{ id: string; slot: number }>('SELECT item_id AS id, slot FROM placement');
  const created = handle.all<{ id: string; at: number }>('SELECT id, created_at AS at FROM entity');
  const networksOf = new Map<string, Set<string>>();
  for (const { personId, networkId } of handle.all<{ personId: string; networkId: string }>(
    'SELECT DISTINCT membership.person_id AS personId, entity.home_network_id AS networkId FROM membership JOIN entity ON entity.id = membership.id WHERE entity.home_network_id IS NOT NULL',
  ))
    networksOf.set(personId, (networksOf.get(personId) ?? new Set()).add(networkId));
  return {
    records,
    slots: new Map(slots.map(({ id, slot }) => [id, slot])),
    created: new Map(created.map(({ id, at }) => [id, at])),
    networksOf,
    ownWords: records.listValue as never,
  };
}
