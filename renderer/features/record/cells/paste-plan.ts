/** What a paste would change: per cell its value or why not, per new row whether who it names is there already. */
import type { RecordKind } from '../../../../shared/contract/fields.ts';
import type { Paste } from '../../../ui/grid/editing.ts';
import type { FieldSpec, Values } from '../describe.ts';
import { type Lookup, type Making, type Read, readCell } from './read-cell.ts';

export interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly isNew?: boolean;
  readonly fields: Values;
}

interface PlannedCell {
  readonly field: string;
  readonly header: string;
  readonly text: string;
  readonly read: Read;
}

export interface PlannedRow {
  /** Null makes a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly cells: readonly PlannedCell[];
  /** Who or what has this name already, where a new row would double it. */
  readonly exists: readonly string[];
}

/** How new rows of a table are made. */
export interface Creation {
  /** The field that the first column fills. */
  readonly field: string;
  readonly preset: Values;
  /** What comes with each new one, or with one that was there already: its place in the network. */
  also?(id: string): Promise<readonly Change[]>;
}

interface Planning {
  readonly kind: RecordKind;
  readonly specs: readonly FieldSpec[];
  readonly creation: Creation | null;
  readonly look: Lookup;
}

/** A register of names: a new row with a name that is there already would be the same one twice. */
const isNamed = (field: string): boolean => field === 'name';

export async function planPaste(paste: Paste, { kind, specs, creation, look }: Planning): Promise<readonly PlannedRow[]> {
  const { t } = look;
  const cellOf = async (id: string | null, text: string, col: number): Promise<PlannedCell | null> => {
    const header = paste.headers[col] ?? '';
    const field = paste.fields[col] ?? null;
    // a new row is named by its first column, whichever way that one shows it
    const name = id === null && col === 0 && creation ? creation.field : field;
    const spec = specs.find((one) => one.name === name);
    if (!spec)
      return text.trim() === '' ? null : { field: '', header, text, read: { reason: t(($) => $.register.paste.notWritten, { column: header }) } };
    // an empty cell of a new row says nothing
    if (id === null && text.trim() === '' && name !== creation?.field) return null;
    return { field: spec.name, header, text, read: await readCell(spec, text, look) };
  };
  const rows = await Promise.all(
    paste.rows.map(async (row, at): Promise<PlannedRow | null> => {
      const texts = paste.cells[at] ?? [];
      if (row.id === null && texts.every((text) => text.trim() === '')) return null;
      const cells = (await Promise.all(texts.map((text, col) => cellOf(row.id, text, col)))).filter((cell) => cell !== null);
      const name = row.id === null ? (texts[0] ?? '').trim() : row.name;
      const found = row.id === null && creation && isNamed(creation.field) ? await look.find([kind], name) : [];
      return { id: row.id, name, cells, exists: found.map((one) => one.id) };
    }),
  );
  return rows.filter((row) => row !== null);
}

export const isRefused = (cell: PlannedCell): boolean => 'reason' in cell.read;

/** Whether a new row can be made at all: its name was read. */
export const canMake = (row: PlannedRow, creation: Creation | null): boolean =>
  row.id !== null || (creation !== null && row.cells.some((cell) => cell.field === creation.field && 'value' in cell.read));

/**
 * The list for `entity.update`.
 * @param again rows whose name exists and that are made all the same
 */
export async function changesOf(
  rows: readonly PlannedRow[],
  how: {
    readonly kind: RecordKind;
    readonly creation: Creation | null;
    readonly again: ReadonlySet<number>;
    idFor(making: Making): string;
    newId(): string;
    values(making: Making): Values;
  },
): Promise<readonly Change[]> {
  const made = new Map<string, Change>();
  const changes: Change[] = [];
  for (const [at, row] of rows.entries()) {
    if (!canMake(row, how.creation)) continue;
    const read = row.cells.flatMap((cell) => ('value' in cell.read ? [{ field: cell.field, ...cell.read }] : []));
    for (const making of read.flatMap((cell) => cell.makes ?? [])) {
      const id = how.idFor(making);
      made.set(id, { kind: making.kind, id, isNew: true, fields: how.values(making) });
    }
    const known = row.id ?? (how.again.has(at) ? null : (row.exists[0] ?? null));
    const fields = Object.fromEntries(
      read.filter((cell) => row.id !== null || known === null || cell.field !== how.creation?.field).map((cell) => [cell.field, cell.value]),
    );
    const id = known ?? how.newId();
    if (known === null) changes.push({ kind: how.kind, id, isNew: true, fields: { ...how.creation?.preset, ...fields } });
    else if (Object.keys(fields).length > 0) changes.push({ kind: how.kind, id, fields });
    if (row.id === null) changes.push(...((await how.creation?.also?.(id)) ?? []));
  }
  return [...made.values(), ...changes];
}
