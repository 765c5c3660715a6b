/** An open portfolio: reads with prepared statements, writes in one logged transaction at a time. */
import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { History } from './history.ts';
import { allTables } from './safety/schema-objects.ts';
import { flushSearch } from './safety/search-index.ts';

/** How long steps on the same field stay one step. */
const MERGE_WITHIN = 20_000;

type Drizzle = BetterSQLite3Database;
export type Params = Readonly<Record<string, unknown>>;

/** Reading only. `all` and `get` keep their statement prepared by its text. */
export interface ReadHandle {
  all<Row>(sql: string, params?: Params): Row[];
  get<Row>(sql: string, params?: Params): Row | undefined;
}

declare const writing: unique symbol;
/** Only `Connection.write` makes one: whoever has it is inside the transaction of a step. */
export interface WriteHandle extends ReadHandle {
  readonly [writing]: true;
  readonly drizzle: Drizzle;
  run(sql: string, params?: Params): void;
}

export interface StepInfo {
  readonly operation: string;
  readonly mergeKey: string | null;
  readonly actor: string;
  readonly device: string;
  readonly at: number;
  readonly undoable?: boolean;
}

export interface Written<T> {
  readonly value: T;
  readonly tables: readonly string[];
}

const word = /[a-z_]+/g;
const known = new Set(allTables);

export class Connection implements ReadHandle {
  readonly raw: Database.Database;
  readonly drizzle: Drizzle;
  readonly history: History;
  readonly #statements = new Map<string, { statement: Database.Statement; tables: readonly string[] }>();
  #readTables: Set<string> | null = null;

  constructor(raw: Database.Database) {
    this.raw = raw;
    this.drizzle = drizzle({ client: raw });
    this.history = new History(raw);
  }

  #statement(sql: string): Database.Statement {
    let entry = this.#statements.get(sql);
    if (!entry) {
      const statement = this.raw.prepare(sql);
      entry = { statement, tables: [...new Set(sql.match(word) ?? [])].filter((name) => known.has(name)) };
      this.#statements.set(sql, entry);
    }
    if (this.#readTables) for (const table of entry.tables) this.#readTables.add(table);
    return entry.statement;
  }

  all<Row>(sql: string, params?: Params): Row[] {
    const statement = this.#statement(sql);
    return (params ? statement.all(params) : statement.all()) as Row[];
  }

  get<Row>(sql: string, params?: Params): Row | undefined {
    const statement = this.#statement(sql);
    return (params ? statement.get(params) : statement.get()) as Row | undefined;
  }

  /** Runs a reader and tells which tables it looked at: a screen refreshes when one of them changes. */
  read<T>(reader: () => T): Written<T> {
    this.#readTables = new Set();
    try {
      return { value: reader(), tables: [...this.#readTables] };
    } finally {
      this.#readTables = null;
    }
  }

  /**
   * One step: everything the writer does is one transaction, logged as one group; it throws, nothing happened.
   * @param writer gives its value, and what the words on the undo button need
   */
  write<T>(info: StepInfo, writer: (handle: WriteHandle) => { value: T; params: Record<string, string | number> }): Written<T> {
    return this.raw
      .transaction(() => {
        const group = this.#openGroup(info);
        this.raw.prepare('UPDATE log_state SET enabled = 1, group_id = ? WHERE one = 1').run(group.id);
        const first = (this.raw.prepare('SELECT coalesce(max(seq), 0) AS seq FROM change_log').get() as { seq: number }).seq;
        const { value, params } = writer(this.#writeHandle());
        this.raw.prepare('UPDATE log_state SET enabled = 0, group_id = 0 WHERE one = 1').run();
        flushSearch(this.raw);
        const tables = this.raw.prepare('SELECT DISTINCT table_name FROM change_log WHERE seq > ?').pluck().all(first) as string[];
        this.#closeGroup(group, info, params, tables.length > 0);
        return { value, tables };
      })
      .immediate();
  }

  /** Fills a portfolio that has just been made: one transaction, without a step for undo. */
  fill(writer: (handle: WriteHandle) => void): void {
    this.raw
      .transaction(() => {
        writer(this.#writeHandle());
        flushSearch(this.raw);
      })
      .immediate();
  }

  #writeHandle(): WriteHandle {
    return {
      all: this.all.bind(this),
      get: this.get.bind(this),
      drizzle: this.drizzle,
      run: (sql, params) => void (params ? this.#statement(sql).run(params) : this.#statement(sql).run()),
    } as WriteHandle;
  }

  #openGroup(info: StepInfo): { id: number | bigint; merged: boolean } {
    const last = this.raw.prepare("SELECT id, merge_key AS mergeKey, at FROM change_group WHERE state <> 'dropped' ORDER BY id DESC LIMIT 1").get() as
      | { id: number; mergeKey: string | null; at: number }
      | undefined;
    const lastIsUndone = this.history.nextRedo() !== null;
    // a group was named on purpose and lasts as long as it takes; typing in one field is one step while it goes on
    const isNear = last !== undefined && (info.mergeKey?.startsWith('group:') || Math.abs(info.at - last.at) < MERGE_WITHIN);
    if (last && isNear && !lastIsUndone && info.mergeKey !== null && last.mergeKey === info.mergeKey) return { id: last.id, merged: true };
    const { lastInsertRowid } = this.raw
      .prepare("INSERT INTO change_group (operation, params, merge_key, state, undoable, actor, device, at) VALUES (?, '{}', ?, 'done', ?, ?, ?, ?)")
      .run(info.operation, info.mergeKey, info.undoable === false ? 0 : 1, info.actor, info.device, info.at);
    return { id: lastInsertRowid, merged: false };
  }

  #closeGroup(group: { id: number | bigint; merged: boolean }, info: StepInfo, params: Record<string, string | number>, changed: boolean): void {
    if (!changed && info.undoable !== false) {
      if (!group.merged) this.raw.prepare('DELETE FROM change_group WHERE id = ?').run(group.id);
      return;
    }
    // what was undone cannot be redone once something else was done; it stays in the log as what once happened
    this.raw.prepare("UPDATE change_group SET state = 'dropped' WHERE state = 'undone'").run();
    // several operations in one step go by the last one: first the person, then the membership that it was about
    this.raw
      .prepare('UPDATE change_group SET operation = ?, params = ?, at = ? WHERE id = ?')
      .run(info.operation, JSON.stringify(params), info.at, group.id);
  }
}
