/** An open portfolio file with all that belongs to it. Only `dispatch` and the host hold one. */
import { join } from 'node:path';
import { Connection } from './connection.ts';
import type { Step } from './history.ts';
import { newId } from './repositories/new-id.ts';
import type { Migration } from './safety/migrate.ts';
import { closePortfolioFile, createPortfolioFile, type OpenFile, openPortfolioFile } from './safety/open.ts';

export interface PortfolioOptions {
  readonly migrations: readonly Migration[];
  /** Folder under which every portfolio has a folder of backups by its id. */
  readonly backups: string;
  readonly beforeMigration?: (file: string) => void;
}

/** What an undo, a redo, a write or a restore changed. */
export type Changed = (tables: readonly string[]) => void;

export class Portfolio {
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly #backups: string;
  readonly #options: PortfolioOptions;
  #open: OpenFile;
  #connection: Connection;
  #revision = 0;
  readonly #listeners = new Set<Changed>();

  private constructor(open: OpenFile, options: PortfolioOptions) {
    this.#open = open;
    this.#options = options;
    this.file = open.file;
    this.migrations = options.migrations;
    this.#backups = options.backups;
    this.#connection = new Connection(open.raw);
  }

  /** @throws Refusal when the file cannot or may not be opened; it is then as it was */
  static open(file: string, options: PortfolioOptions): Portfolio {
    return new Portfolio(openPortfolioFile(file, options), options);
  }

  /** A new portfolio with nothing in it but its name. @throws Refusal */
  static create(file: string, name: string, isExample: boolean, options: PortfolioOptions): Portfolio {
    const portfolio = new Portfolio(createPortfolioFile(file, options.migrations), options);
    portfolio.connection.raw.prepare('INSERT INTO portfolio (id, name, is_example) VALUES (?, ?, ?)').run(newId(), name, isExample ? 1 : 0);
    return portfolio;
  }

  get connection(): Connection {
    return this.#connection;
  }
  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }
  get id(): string {
    return this.connection.get<{ id: string }>('SELECT id FROM portfolio')?.id ?? 'unknown';
  }

  backupFolder(): string {
    return join(this.#backups, this.id);
  }

  onChange(listener: Changed): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that tables changed; screens that read them refresh. */
  changed(tables: readonly string[]): void {
    if (tables.length === 0) return;
    this.#revision += 1;
    for (const listener of this.#listeners) listener(tables);
  }

  move(to: 'undo' | 'redo'): Step | null {
    const moved = this.connection.history.move(to);
    if (!moved) return null;
    this.changed(moved.tables);
    return moved.step;
  }

  /** Closes, lets the file be replaced, and opens what is there then. */
  replaceFile(replace: () => void): void {
    this.#open.raw.pragma('wal_checkpoint(TRUNCATE)');
    this.#open.raw.close();
    try {
      replace();
    } finally {
      this.#open.lock.release();
      this.#open = openPortfolioFile(this.file, this.#options);
      this.#connection = new Connection(this.#open.raw);
      this.changed(['*']);
    }
  }

  close(): void {
    this.#listeners.clear();
    closePortfolioFile(this.#open);
  }
}
