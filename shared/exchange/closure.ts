/** What belongs to a network: its own records, and everything they point at, so that nothing is left hanging elsewhere. */
import type { RecordKind } from '../contract/fields.ts';
import { fieldTypes } from './field-types.ts';
import { kindsInOrder } from './keys.ts';
import type { Stock, StoredRecord } from './plan.ts';

/** Ids that a record points at. */
function idsIn(kind: RecordKind, record: StoredRecord): string[] {
  return [...fieldTypes(kind)].flatMap(([field, type]): string[] => {
    const value = record[field];
    if (value === null || value === undefined) return [];
    if (type.type === 'reference') return [value].flat() as string[];
    if (type.type === 'ends')
      return (value as { entityId: string; roleId: string | null }[]).flatMap(({ entityId, roleId }) =>
        roleId === null ? [entityId] : [entityId, roleId],
      );
    return type.type === 'open' ? [value as string] : [];
  });
}

/** Said of others: in as soon as what they are said of is in. */
const saidOf = ['otherName', 'statement', 'figure'] as const;

/**
 * @param homeOf the network that a record belongs to
 * @returns the records per kind, in the order of the stock
 */
export function closureOf(
  stock: Stock,
  networkId: string | null,
  homeOf: (id: string) => string | null,
): { readonly [K in RecordKind]: readonly StoredRecord[] } {
  if (networkId === null) return stock.records;
  const all = new Map(kindsInOrder.flatMap((kind) => stock.records[kind].map((record) => [record.id, { kind, record }] as const)));
  const taken = new Set<string>();
  const take = (id: string): void => {
    const entry = all.get(id);
    if (!entry || taken.has(id)) return;
    taken.add(id);
    for (const other of idsIn(entry.kind, entry.record)) take(other);
  };
  take(networkId);
  for (const id of all.keys()) if (homeOf(id) === networkId) take(id);
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const employment of stock.records.employment) if (taken.has(String(employment.personId))) take(employment.id);
    for (const link of stock.records.organisationLink) if (taken.has(String(link.fromId)) && taken.has(String(link.toId))) take(link.id);
    // what is said of another network's things belongs there
    for (const kind of saidOf)
      for (const said of stock.records[kind]) if (taken.has(String(said.entityId)) && (homeOf(said.id) ?? networkId) === networkId) take(said.id);
  }
  const inOrder = (kind: RecordKind): readonly StoredRecord[] => stock.records[kind].filter(({ id }) => taken.has(id));
  return Object.fromEntries(kindsInOrder.map((kind) => [kind, inOrder(kind)])) as never;
}
