/** A line of a table as values: each cell read by what its column means. */
import { fields } from '../contract/fields.ts';
import { fold, readCell } from './cells.ts';
import { headerOf, type Slot } from './columns.ts';
import { type Desk, LineRefused } from './desk.ts';
import type { FieldType } from './field-types.ts';
import { type Cell, columnLetters, isBlank } from './table.ts';

export interface MappedColumn {
  readonly slot: Slot;
  /** Columns of the table that it is in; more than one when the text goes on. */
  readonly at: readonly number[];
}

/** Cells by what they mean; blank ones are not there. */
export type Line = ReadonlyMap<string, { readonly slot: Slot; readonly cell: Exclude<Cell, null>; readonly column: number }>;

/** @param exact spaces at the ends belong to the text: the file is one of ours */
export function lineOf(columns: readonly MappedColumn[], row: readonly Cell[], exact: boolean): Line {
  const line = new Map<string, { slot: Slot; cell: Exclude<Cell, null>; column: number }>();
  for (const { slot, at } of columns) {
    const cells = at.map((column) => row[column] ?? null).filter((cell) => !isBlank(cell));
    if (cells.length === 0) continue;
    const cell = (cells.length === 1 ? cells[0] : cells.join('')) as Exclude<Cell, null>;
    line.set(slot.slot, { slot, cell: typeof cell === 'string' && !exact ? cell.trim() : cell, column: at[0] as number });
  }
  return line;
}

export const textIn = (line: Line, slot: string): string | null => {
  const cell = line.get(slot)?.cell;
  return cell === undefined ? null : String(cell).trim();
};

/** Says which column cannot be read, and why. */
export function refuseCell(desk: Desk, { slot, column, cell }: { slot: Slot; column: number; cell: Cell }, reason: string): never {
  const where = desk.t(($) => $.exchange.column, { column: columnLetters(column), name: headerOf(slot, desk.t) });
  const why = desk.t.words.exchange.reasons[reason as 'date'] ?? desk.t.words.exchange.reasons.value;
  throw new LineRefused(`${where}: ${why.replace('{{value}}', String(cell).slice(0, 60)).replace('{{field}}', headerOf(slot, desk.t))}`);
}

/**
 * The plain values of one kind in a line; what points at others is read elsewhere.
 * @throws LineRefused with the column
 */
export function plainValues(desk: Desk, line: Line, kind: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const entry of line.values()) {
    const { slot } = entry;
    if (slot.kind !== kind || slot.slot.endsWith('#id')) continue;
    const type = slot.type as FieldType;
    if (['id', 'ids', 'part', 'slot', 'created', 'reference', 'ends'].includes(slot.type.type)) continue;
    const reading = readCell(entry.cell, type, desk.t.language, desk.stock.ownWords);
    if (!reading.ok) refuseCell(desk, entry, reading.reason);
    const schema = (
      fields[slot.kind].shape as unknown as Record<
        string,
        { safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: { message: string }[] } } }
      >
    )[slot.field];
    const parsed = schema?.safeParse(reading.value);
    if (!parsed?.success) refuseCell(desk, entry, parsed?.error?.issues[0]?.message ?? 'value');
    else values[slot.field] = parsed.data;
  }
  return values;
}

const whole = new Set(['het hele netwerk', 'hele netwerk', 'netwerk', 'the whole network', 'whole network', 'network']);

/** A team by its name, or the network as a whole. @returns an id, or null when it is asked about */
export function containerOf(desk: Desk, name: string): string {
  const { networkId } = desk.options;
  if (networkId !== null && whole.has(fold(name))) return networkId;
  const inNetwork = (ids: readonly string[]): readonly string[] => (networkId === null ? ids : ids.filter((id) => desk.networkOf(id) === networkId));
  const found = inNetwork(desk.equal('unit', name));
  if (found.length === 1) return found[0] as string;
  const networks = desk.equal('network', name).concat(desk.equal('network', name.replace(/^\S+\s+/, '')));
  if (found.length === 0 && networks[0] !== undefined) return networks[0];
  const choices = found.length > 1 ? found : inNetwork(desk.close('unit', name));
  const answer = desk.ask({
    question: found.length > 1 ? 'several' : 'missing',
    kind: 'unit',
    name,
    choices: [...choices].slice(0, 8).map((id) => ({ value: id, name: desk.nameOf(id), about: desk.networkNameOf(id) })),
  });
  if (answer !== null) return answer;
  if (networkId === null) throw new LineRefused(desk.t(($) => $.exchange.reasons.noNetwork, { name }));
  return desk.create('unit', { name, networkId, start: `[..${desk.options.today}]` });
}

/** A role or organisation by its name: the one that is there, the one that was meant, or a new one. */
export function thingOf(desk: Desk, kind: 'role' | 'organisation', name: string, more: Readonly<Record<string, unknown>> = {}): string {
  const found = desk.equal(kind, name);
  if (found.length === 1) return found[0] as string;
  const choices = found.length > 1 ? found : desk.close(kind, name);
  if (choices.length > 0) {
    const answer = desk.ask({
      question: found.length > 1 ? 'several' : 'spelling',
      kind,
      name,
      choices: [...choices].slice(0, 8).map((id) => ({ value: id, name: desk.nameOf(id), about: desk.whereIs(id) })),
    });
    if (answer !== null) return answer;
  }
  return desk.create(kind, { name, ...more });
}
