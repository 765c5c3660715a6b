/**
 * Undo and redo from the change log. A step is a group of logged rows; undoing one applies the rows backwards in a new
 * transaction, so it survives a restart and refreshes screens like any other write.
 */
import type Database from 'better-sqlite3';
import { columnsOf } from './safety/schema-objects.ts';
import { flushSearch } from './safety/search-index.ts';

export interface Step {
  readonly id: number;
  readonly operation: string;
  readonly params: Record<string, string | number>;
  readonly at: number;
}

interface Change {
  readonly tableName: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Moved {
  readonly step: Step;
  readonly tables: readonly string[];
}

/** From here on one look at all that points at records is quicker than a look per row. */
const MANY_ROWS = 2000;

const asStep = (row: unknown): Step | null => {
  if (!row) return null;
  const { params, ...rest } = row as { id: number; operation: string; params: string; at: number };
  return { ...rest, params: JSON.parse(params) };
};

export class History {
  readonly #raw: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(raw: Database.Database) {
    this.#raw = raw;
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#raw.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** What undo would take back; null when there is nothing, or when it would reach over a step that cannot be undone. */
  nextUndo(): Step | null {
    const row = this.#prepare("SELECT id, operation, params, at, undoable FROM change_group WHERE state = 'done' ORDER BY id DESC LIMIT 1").get();
    return (row as { undoable: number } | undefined)?.undoable === 0 ? null : asStep(row);
  }

  /** What redo would do again. */
  nextRedo(): Step | null {
    return asStep(this.#prepare("SELECT id, operation, params, at FROM change_group WHERE state = 'undone' ORDER BY id LIMIT 1").get());
  }

  /** @returns the step and the tables it touched, or null when there was nothing to do */
  move(to: 'undo' | 'redo'): Moved | null {
    const step = to === 'undo' ? this.nextUndo() : this.nextRedo();
    if (!step) return null;
    const { rows } = this.#prepare('SELECT count(*) AS rows FROM change_log WHERE group_id = ?').get(step.id) as { rows: number };
    if (rows < MANY_ROWS) return this.#transact(step, to);
    // every table that points at a record is asked at each row, which takes longer than all else: here they are asked once, at the end
    this.#raw.pragma('foreign_keys = OFF');
    try {
      return this.#transact(step, to, () => {
        const [broken] = this.#raw.pragma('foreign_key_check') as unknown[];
        if (broken !== undefined) throw new Error(`${to} would leave a row that points nowhere: ${JSON.stringify(broken)}`);
      });
    } finally {
      this.#raw.pragma('foreign_keys = ON');
    }
  }

  /** @param check looks at the outcome while it can still be taken back */
  #transact(step: Step, to: 'undo' | 'redo', check?: () => void): Moved {
    return this.#raw
      .transaction(() => {
        this.#raw.pragma('defer_foreign_keys = ON');
        const order = to === 'undo' ? 'DESC' : 'ASC';
        const changes = this.#prepare(
          `SELECT table_name AS tableName, key, before, after FROM change_log WHERE group_id = ? ORDER BY seq ${order}`,
        ).all(step.id) as Change[];
        for (const change of changes) this.#apply(change, to);
        flushSearch(this.#raw);
        check?.();
        this.#prepare('UPDATE change_group SET state = ? WHERE id = ?').run(to === 'undo' ? 'undone' : 'done', step.id);
        return { step, tables: [...new Set(changes.map((change) => change.tableName))] };
      })
      .immediate();
  }

  #apply(change: Change, to: 'undo' | 'redo'): void {
    const [from, target] = to === 'undo' ? [change.after, change.before] : [change.before, change.after];
    const { columns, key } = this.#columns(change.tableName);
    const name = `"${change.tableName}"`;
    // values are taken apart in SQL, not by JSON.parse, which would round large numbers
    const where = key.map((column, index) => `"${column}" = json_extract(@key, '$[${index}]')`).join(' AND ');
    const value = (column: string) => `json_extract(@row, '$."${column}"')`;
    if (target === null) {
      this.#prepare(`DELETE FROM ${name} WHERE ${where}`).run({ key: change.key });
    } else if (from === null) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      this.#prepare(`INSERT INTO ${name} (${list}) VALUES (${columns.map(value).join(', ')})`).run({ row: target });
    } else {
      const set = columns.map((column) => `"${column}" = ${value(column)}`).join(', ');
      // the key itself may have changed: who made a yield, when two people turn out to be one
      const now = key.map((column) => `"${column}" = json_extract(@from, '$."${column}"')`).join(' AND ');
      this.#prepare(`UPDATE ${name} SET ${set} WHERE ${now}`).run({ from, row: target });
    }
  }

  readonly #known = new Map<string, { columns: readonly string[]; key: readonly string[] }>();
  #columns(table: string): { columns: readonly string[]; key: readonly string[] } {
    let known = this.#known.get(table);
    if (!known) {
      known = columnsOf(this.#raw, table);
      this.#known.set(table, known);
    }
    return known;
  }
}
