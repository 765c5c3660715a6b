/** A workbook with a sheet per kind of record, as a network is written to Excel: in again without loss. */
import { fields, type RecordKind } from '../contract/fields.ts';
import { continued, type Slot, sheetColumns, sheetKind } from './columns.ts';
import { Desk, type DeskOptions, LineRefused } from './desk.ts';
import { fieldTypes } from './field-types.ts';
import { kindsInOrder } from './keys.ts';
import { type Line, lineOf, type MappedColumn, textIn } from './line.ts';
import { nameKey } from './names.ts';
import { sameStay } from './people.ts';
import type { Act, Extra, Plan, Stock } from './plan.ts';
import { allValues, type RecordOptions, type Translated } from './records.ts';
import { namedKinds } from './shelf.ts';
import { type Cell, isEmptyRow, type Table } from './table.ts';

interface Row {
  readonly kind: RecordKind;
  readonly table: number;
  readonly line: number;
  readonly cells: Line;
  /** The id in the file. */
  readonly id: string | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Columns by what stands over them; those that go on in the next column are one. */
export function mapped(slots: readonly (Slot | null)[], headers: readonly string[]): readonly MappedColumn[] {
  const columns = new Map<string, { slot: Slot; at: number[] }>();
  for (const [index, slot] of slots.entries()) {
    if (slot === null) continue;
    const known = columns.get(slot.slot);
    if (!known) columns.set(slot.slot, { slot, at: [index] });
    else if (continued.test(headers[index] ?? '')) known.at.push(index);
  }
  return [...columns.values()];
}

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** Sheets whose name is a kind of record; the other ones are notes of the person. */
function rowsOf(tables: readonly Table[]): readonly Row[] {
  const rows = tables.flatMap((table, index): Row[] => {
    const kind = sheetKind(table.name, kindsInOrder);
    const head = table.rows.findIndex((row) => !isEmptyRow(row));
    if (kind === null || head < 0) return [];
    const headers = (table.rows[head] as readonly Cell[]).map(textOf);
    const columns = mapped(sheetColumns(kind, headers), headers);
    const exact = columns.some(({ slot }) => slot.slot === `${kind}.id`);
    return table.rows.slice(head + 1).flatMap((row, at) => {
      const cells = lineOf(columns, row, exact);
      const id = textIn(cells, `${kind}.id`);
      return cells.size === 0 ? [] : [{ kind, table: index, line: head + at + 2, cells, id: id !== null && uuid.test(id) ? id : null }];
    });
  });
  return kindsInOrder.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** Which record each row stands for: one that is there, or a new one under the id that the file gives it. */
class Identities {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly final = new Map<Row, string>();
  readonly #desk: Desk;
  readonly #inFile: ReadonlySet<string>;

  constructor(desk: Desk, rows: readonly Row[]) {
    this.#desk = desk;
    this.#inFile = new Set(rows.flatMap((row) => row.id ?? []));
    for (const row of rows)
      if (row.id !== null && (desk.kindOf(row.id) === row.kind || desk.kindOf(row.id) === undefined)) this.#ids.set(row.id, row.id);
    for (const row of rows) this.#register(row);
  }

  #register(row: Row): void {
    const stored = row.id === null ? undefined : this.#desk.record(row.kind, row.id);
    const found =
      stored?.id ?? this.#known(row) ?? (row.id !== null && this.#desk.kindOf(row.id) === undefined ? row.id : this.#desk.options.newId());
    this.final.set(row, found);
    if (row.id !== null) this.#ids.set(row.id, found);
    const name = textIn(row.cells, `${row.kind}.name`);
    if (name !== null && !this.#names.has(`${row.kind} ${nameKey(name)}`)) this.#names.set(`${row.kind} ${nameKey(name)}`, found);
  }

  /** A record of the portfolio that is the same but for its id; never one that the file has itself. */
  #known(row: Row): string | undefined {
    const free = (id: string): boolean => !this.#inFile.has(id);
    const mail = row.kind === 'person' ? textIn(row.cells, 'person.mail') : null;
    if (mail !== null) return this.#desk.byMail(mail).find(free);
    // with an id of its own, someone of the same name is someone else
    if (row.kind === 'person' && row.id !== null) return undefined;
    const name = textIn(row.cells, `${row.kind}.name`);
    if (name !== null && (row.kind === 'role' || row.kind === 'organisation')) return this.#desk.equal(row.kind, name).find(free);
    if (row.kind === 'network')
      return this.#desk
        .all('network')
        .find((network) => String(network.code).toLowerCase() === textIn(row.cells, 'network.code')?.toLowerCase() && free(network.id))?.id;
    if (this.#desk.isEmpty) return undefined;
    try {
      const values = allValues(this.#desk, row.cells, row.kind, this.options);
      return sameStay(
        this.#desk.byKey(row.kind, values).filter(({ id }) => free(id)),
        values,
      )?.id;
    } catch (error) {
      // what is wrong with the line is said when it is its turn
      if (error instanceof LineRefused) return undefined;
      throw error;
    }
  }

  get options(): RecordOptions {
    const translated: Translated = (id) => this.#ids.get(id) ?? (this.#desk.kindOf(id) === undefined ? undefined : id);
    const pending = (kinds: readonly string[], name: string): string | undefined => {
      for (const kind of namedKinds) {
        const found = kinds.length === 0 || kinds.includes(kind) ? this.#names.get(`${kind} ${nameKey(name)}`) : undefined;
        if (found !== undefined && this.#desk.kindOf(found) === undefined) return found;
      }
      return undefined;
    };
    return { translated, pending };
  }
}

function extraOf(cells: Line, kind: RecordKind): Extra {
  const slot = Number(textIn(cells, `${kind}.slot`) ?? Number.NaN);
  const created = Date.parse(textIn(cells, `${kind}.created`) ?? '');
  return { ...(Number.isInteger(slot) && slot >= 0 ? { slot } : {}), ...(Number.isFinite(created) ? { created } : {}) };
}

/** What points at something, and must wait for it. */
function pointedAt(kind: RecordKind, values: Readonly<Record<string, unknown>>): { field: string; ids: string[]; optional: boolean }[] {
  return [...fieldTypes(kind)].flatMap(([field, type]) => {
    const value = values[field];
    if (value === null || value === undefined) return [];
    if (type.type === 'ends')
      return [
        {
          field,
          ids: (value as { entityId: string; roleId: string | null }[]).flatMap((end) =>
            end.roleId === null ? [end.entityId] : [end.entityId, end.roleId],
          ),
          optional: false,
        },
      ];
    if (type.type !== 'reference') return [];
    const schema = (fields[kind].shape as Record<string, { isNullable?: () => boolean }>)[field];
    return [{ field, ids: [value].flat() as string[], optional: type.several || schema?.isNullable?.() === true }];
  });
}

/** New records in an order in which what they point at is there; where two point at each other, one is filled in later. */
function inOrder(acts: readonly Act[]): readonly Act[] {
  const creates = new Map(acts.filter((act) => act.type === 'create').map((act) => [act.id, act]));
  const state = new Map<string, 'busy' | 'done'>();
  const ordered: Act[] = [];
  const later: Act[] = [];
  const visit = (act: Act): void => {
    if (state.has(act.id)) return;
    state.set(act.id, 'busy');
    const values: Record<string, unknown> = { ...act.values };
    for (const { field, ids, optional } of pointedAt(act.kind, act.values)) {
      for (const id of ids) if (creates.has(id)) visit(creates.get(id) as Act);
      if (!optional || !ids.some((id) => state.get(id) === 'busy')) continue;
      later.push({ ...act, type: 'update', values: { [field]: values[field] } });
      values[field] = Array.isArray(values[field]) ? [] : null;
    }
    state.set(act.id, 'done');
    ordered.push({ ...act, values });
  };
  for (const act of creates.values()) visit(act);
  return [...ordered, ...later, ...acts.filter((act) => act.type === 'update')];
}

/** Lines that point at something that a refused line would have made. */
function dangling(desk: Desk, acts: readonly Act[]): readonly Act[] {
  return acts.filter((act) => pointedAt(act.kind, act.values).some(({ ids }) => ids.some((id) => desk.kindOf(id) === undefined)));
}

/** The plan for a whole workbook. @param tables its sheets; sheets that are no kind of record are left alone */
export function planSheets(stock: Stock, tables: readonly Table[], options: DeskOptions, step: (done: number, total: number) => void): Plan {
  const rows = rowsOf(tables);
  const refused = new Map(options.refused);
  for (;;) {
    const desk = new Desk(stock, { ...options, refused });
    const identities = new Identities(desk, rows);
    for (const [index, row] of rows.entries()) {
      if (index % 200 === 0) step(index, rows.length);
      const id = identities.final.get(row) as string;
      const name = textIn(row.cells, `${row.kind}.name`) ?? textIn(row.cells, `${row.kind}.code`) ?? '';
      desk.work({ table: row.table, line: row.line }, { kind: row.kind, name }, () => {
        const values = allValues(desk, row.cells, row.kind, identities.options);
        if (desk.record(row.kind, id)) desk.update(row.kind, id, values, true, extraOf(row.cells, row.kind));
        else desk.create(row.kind, values, extraOf(row.cells, row.kind), id);
      });
    }
    const { acts, lines, questions } = desk.result();
    const loose = dangling(desk, acts);
    if (loose.length === 0) return { acts: inOrder(acts), lines, questions };
    for (const act of loose)
      refused.set(
        `${act.table}:${act.line}`,
        desk.t(($) => $.exchange.reasons.refersToRefused),
      );
  }
}

/** How many sheets are kinds of records. */
export const knownSheets = (tables: readonly Table[]): number => tables.filter((table) => sheetKind(table.name, kindsInOrder) !== null).length;
