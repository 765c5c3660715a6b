/** Records as tables that can be imported again: a column per field in words, and the ids behind them. */
import type { RecordKind } from '../contract/fields.ts';
import { displayName, type NameStyle } from '../domain/display-name.ts';
import type { Reader } from '../domain/lists.ts';
import type { Translate } from '../i18n/index.ts';
import { cellOf, joinTexts } from './cells.ts';
import { headerOf, type ImportKind, type Slot, sheetName, slotsFor, slotsOf } from './columns.ts';
import { displayable } from './describe.ts';
import { defaultOf, type FieldType } from './field-types.ts';
import type { Values } from './keys.ts';
import type { Stock, StoredRecord } from './plan.ts';
import { type End, endsText } from './references.ts';
import type { Cell, Table } from './table.ts';

/** A cell of Excel holds 32,767 signs; what is longer goes on in the next column. */
const MOST_SIGNS = 32_000;

export interface ExportOptions {
  readonly t: Translate;
  /** How people are called. Other than by name, what points at them or says more about them stays out. */
  readonly names: NameStyle;
  /** The role that someone is called by. */
  readonly roleOf: ReadonlyMap<string, string>;
}

/** Of a person who is not called by name only this is told. */
const open = new Set(['person.name', 'person.education', 'person.yearsInEducation']);
/** Texts that are only for the readers that the record names. */
const held: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  membership: ['roleView', 'motivation', 'leftReason', 'note'],
  statement: ['value', 'source', 'note'],
};
const outside = new Set<Reader>(['network', 'everyone']);

export class Exporter {
  readonly #stock: Stock;
  readonly #options: ExportOptions;
  readonly #all = new Map<string, { kind: RecordKind; record: StoredRecord }>();

  constructor(stock: Stock, options: ExportOptions) {
    this.#stock = stock;
    this.#options = options;
    for (const [kind, records] of Object.entries(stock.records) as [RecordKind, readonly StoredRecord[]][])
      for (const record of records) this.#all.set(record.id, { kind, record });
  }

  get t(): Translate {
    return this.#options.t;
  }

  nameOf(id: string): string {
    const entry = this.#all.get(id);
    if (!entry) return id;
    if (entry.kind === 'person') return this.#personName(entry.record);
    return displayable(entry.kind, entry.record, this);
  }

  #personName(record: StoredRecord): string {
    const { names, roleOf } = this.#options;
    const nameable = { name: String(record.name), pseudonym: record.pseudonym as string | null, role: roleOf.get(record.id) ?? null };
    return displayName(nameable, names, this.t.words.exchange.someone);
  }

  #isOpen({ kind, field, slot }: Slot): boolean {
    if (this.#options.names === 'name') return true;
    return field !== 'id' && !slot.endsWith('#id') && (kind !== 'person' || open.has(`person.${field}`));
  }

  #cell({ kind, field, slot, type }: Slot, record: StoredRecord): Cell {
    if (field === 'id') return record.id;
    if (type.type === 'slot') return this.#stock.slots.get(record.id) ?? null;
    if (type.type === 'created') return new Date(this.#stock.created.get(record.id) ?? 0).toISOString();
    const value = record[field];
    if (kind === 'person' && field === 'name') return this.#personName(record);
    if (this.#options.names !== 'name' && held[kind]?.includes(field) && !outside.has(record.reader as Reader)) return null;
    if (slot.endsWith('#id')) return this.#idCell(kind, field, value);
    if (type.type === 'reference')
      return (
        joinTexts(
          [value]
            .flat()
            .filter((id) => id !== null)
            .map((id) => this.nameOf(id as string)),
        ) || null
      );
    if (type.type === 'ends') return joinTexts((value as End[]).map((end) => this.#endName(end)));
    return cellOf(value, type as FieldType, this.t, this.#stock.ownWords, defaultOf(kind, field));
  }

  #idCell(kind: RecordKind, field: string, value: unknown): Cell {
    if (kind === 'relation' && (field === 'from' || field === 'to')) return endsText(value as End[]);
    return Array.isArray(value) ? value.join(' ') || null : (value as string | null);
  }

  #endName({ entityId, roleId }: End): string {
    return roleId === null ? this.nameOf(entityId) : `${this.nameOf(entityId)} (${this.nameOf(roleId)})`;
  }

  /** One sheet with the records of a kind. */
  sheet(kind: RecordKind, records: readonly StoredRecord[]): Table {
    return this.#table(
      sheetName(kind, this.t.language),
      slotsOf(kind),
      records.map((record) => (slot: Slot) => this.#cell(slot, record)),
    );
  }

  /** The table of a kind of list, as it is imported: people come with where they work. */
  list(kind: ImportKind, records: readonly StoredRecord[]): Table {
    const employments = Map.groupBy(this.#stock.records.employment, (record) => String(record.personId));
    const slots = slotsFor(kind).filter((slot) => listed(kind, slot));
    const rows = records.map((record) => (slot: Slot): Cell => {
      if (slot.kind === kind) return this.#cell(slot, record);
      const personId = kind === 'membership' ? String(record.personId) : record.id;
      if (slot.kind === 'person') return this.#cell(slot, this.#all.get(personId)?.record as StoredRecord);
      return this.#employment(slot.field, employments.get(personId) ?? []);
    });
    return this.#table(sheetName(kind, this.t.language), slots, rows);
  }

  /** Employers in a cell and functions in another, in the same order; where one has none, that one comes last. */
  #employment(field: string, all: readonly Values[]): Cell {
    const employments = all.filter((one) => one.organisationId !== null).sort((a, b) => Number(a.function === null) - Number(b.function === null));
    const values = employments.map((one) => (field === 'function' ? one.function : this.nameOf(String(one.organisationId))));
    return joinTexts(values.filter((value): value is string => typeof value === 'string')) || null;
  }

  #table(name: string, all: readonly Slot[], rows: readonly ((slot: Slot) => Cell)[]): Table {
    const slots = all.filter((slot) => this.#isOpen(slot));
    const cells = rows.map((row) => slots.map(row));
    const parts = slots.map((_slot, column) =>
      cells.reduce((most, row) => Math.max(most, Math.ceil(String(row[column] ?? '').length / MOST_SIGNS)), 1),
    );
    const header = slots.flatMap((slot, column) => this.#headers(headerOf(slot, this.t), parts[column] as number));
    return { name, rows: [header, ...cells.map((row) => row.flatMap((cell, column) => cut(cell, parts[column] as number)))] };
  }

  #headers(header: string, parts: number): string[] {
    const more = Array.from({ length: parts - 1 }, (_none, index) => `${header} ${this.t(($) => $.exchange.continued, { number: index + 1 })}`);
    return [header, ...more];
  }
}

/** Columns of a list: what only serves reading stays out, and of people in teams only who they are. */
function listed(kind: ImportKind, { kind: of, field, type }: Slot): boolean {
  if (type.type === 'part') return false;
  if (kind === 'person') return of === 'person' || of === 'employment';
  if (kind === 'membership') return of === 'membership' || (of === 'person' && ['name', 'mail'].includes(field));
  return true;
}

/** A long text in pieces, never through the middle of a sign. */
function cut(cell: Cell, parts: number): Cell[] {
  if (parts === 1 || typeof cell !== 'string') return [cell, ...Array.from({ length: parts - 1 }, () => null)];
  const pieces: Cell[] = [];
  for (let at = 0; pieces.length < parts; ) {
    let end = Math.min(at + MOST_SIGNS, cell.length);
    if (end < cell.length && /[\uD800-\uDBFF]/.test(cell[end - 1] as string)) end -= 1;
    pieces.push(cell.slice(at, end) || null);
    at = end;
  }
  return pieces;
}
