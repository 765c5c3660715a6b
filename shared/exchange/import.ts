/** From a table to a plan: which columns mean what, and then line by line. */
import { formatEdtf } from '../domain/format-date.ts';
import type { Translate } from '../i18n/index.ts';
import { readCell } from './cells.ts';
import { guessColumns, type ImportKind, looksLikeHeader, type Slot, slotsFor } from './columns.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { lineOf, textIn } from './line.ts';
import { personName, planPerson } from './people.ts';
import type { Plan, Stock } from './plan.ts';
import { planOrganisation, planRelation } from './records.ts';
import { mapped } from './sheets.ts';
import { type Cell, columnLetters, isBlank, isEmptyRow, type Table } from './table.ts';

export interface TableView {
  /** Line of the header, counted from 0; -1 when there is none. */
  readonly head: number;
  readonly columns: readonly { readonly header: string; readonly samples: readonly string[]; readonly slot: string | null }[];
}

const textOf = (cell: Cell | undefined): string => (isBlank(cell) ? '' : String(cell).trim());

/** A value as a person knows it again: Excel's count of days is a day. */
function sampleOf(cell: Cell | undefined, slot: Slot | undefined, t: Translate): string {
  if (typeof cell !== 'number' || slot?.type.type !== 'date') return textOf(cell);
  const reading = readCell(cell, slot.type, t.language, []);
  return reading.ok ? formatEdtf(reading.value as string | null, t.language) : textOf(cell);
}

/** In a table without a header: what looks like an address or a number is that, the first other column is the name. */
function guessByContent(kind: ImportKind, rows: readonly (readonly Cell[])[], width: number): (string | null)[] {
  const slots: (string | null)[] = [];
  const main = { person: 'person.name', membership: 'person.name', organisation: 'organisation.name', relation: 'relation.from' }[kind];
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => textOf(row[column])).filter((text) => text !== '');
    const most = (test: RegExp): boolean => cells.length > 0 && cells.filter((text) => test.test(text)).length > cells.length / 2;
    const person = kind === 'person' || kind === 'membership';
    const found = person && most(/^\S+@\S+\.\S+$/) ? 'person.mail' : person && most(/^[+(]?\d[\d\s()+-]{7,}$/) ? 'person.phone' : main;
    slots.push(cells.length > 0 && !slots.includes(found) ? found : null);
  }
  return slots;
}

/**
 * What a table looks like, and what its columns mean as far as that can be seen.
 * @param header whether the first line is one; when not said, that is looked at
 * @param chosen what the person chose per column, by its number
 */
export function viewTable(
  kind: ImportKind,
  table: Table,
  header: boolean | undefined,
  chosen: Readonly<Record<string, string | null>>,
  t: Translate,
): TableView {
  const first = table.rows.findIndex((row) => !isEmptyRow(row));
  const width = table.rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => !isBlank(cell)) + 1), 0);
  const top = Array.from({ length: width }, (_none, column) => textOf(table.rows[first]?.[column]));
  const headed = first >= 0 && (header ?? looksLikeHeader(kind, top));
  const head = headed ? first : -1;
  const body = table.rows.slice(headed ? first + 1 : Math.max(first, 0));
  const guessed = headed ? guessColumns(kind, top) : guessByContent(kind, body.slice(0, 50), width);
  const known = new Map(slotsFor(kind).map((slot) => [slot.slot, slot]));
  const columns = top.map((text, column) => {
    const picked = chosen[String(column)];
    const slot = picked === undefined ? (guessed[column] ?? null) : picked;
    const filled = body.filter((row) => !isBlank(row[column])).slice(0, 3);
    const samples = filled.map((row) => sampleOf(row[column], known.get(slot ?? ''), t));
    return {
      header: headed && text !== '' ? text : columnLetters(column),
      samples: samples.map((sample) => (sample.length > 60 ? `${sample.slice(0, 59)}…` : sample)),
      slot: slot !== null && known.has(slot) ? slot : null,
    };
  });
  return { head, columns };
}

export interface ListOptions extends DeskOptions {
  /** People and organisations come to the network at hand. */
  readonly join: boolean;
}

/** The plan for one table. */
export function planList(
  kind: ImportKind,
  stock: Stock,
  table: Table,
  view: TableView,
  options: ListOptions,
  step: (done: number, total: number) => void,
): Plan {
  const desk = new Desk(stock, options);
  const bySlot = new Map(slotsFor(kind).map((slot) => [slot.slot, slot]));
  const columns = mapped(
    view.columns.map(({ slot }) => (slot === null ? null : (bySlot.get(slot) ?? null))),
    view.columns.map(({ header }) => header),
  );
  const exact = columns.some(({ slot }) => slot.slot === `${kind}.id`);
  for (let at = view.head + 1; at < table.rows.length; at++) {
    if (at % 200 === 0) step(at, table.rows.length);
    const cells = lineOf(columns, table.rows[at] as readonly Cell[], exact);
    if (cells.size === 0) continue;
    const person = kind === 'person' || kind === 'membership';
    const name = person
      ? (personName(cells) ?? '')
      : kind === 'relation'
        ? `${textIn(cells, 'relation.from') ?? '?'} → ${textIn(cells, 'relation.to') ?? '?'}`
        : (textIn(cells, 'organisation.name') ?? '');
    desk.work({ table: 0, line: at + 1 }, { kind, name }, () => {
      if (person) planPerson(desk, cells, kind, options.join);
      else if (kind === 'organisation') planOrganisation(desk, cells, options.join);
      else planRelation(desk, cells);
    });
  }
  return desk.result();
}
