/** An open portfolio file with all that belongs to it. Only `dispatch` and the host hold one. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Connection } from './connection.ts';
import type { Step } from './history.ts';
import { newId } from './repositories/new-id.ts';
import type { Migration } from './safety/migrate.ts';
import { closePortfolioFile, createPortfolioFile, type OpenFile, openPortfolioFile } from './safety/open.ts';
import { Refusal } from './safety/refusal.ts';

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
    try {
      portfolio.connection.raw.prepare('INSERT INTO portfolio (id, name, is_example) VALUES (?, ?, ?)').run(newId(), name, isExample ? 1 : 0);
      return portfolio;
    } catch (error) {
      portfolio.close();
      throw error;
    }
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

  /**
   * Closes, lets the file be replaced, and opens what is there then; the lock is held all the while.
   * @param replace gives what puts the old file back, for when the new one does not open
   * @throws Refusal `db_busy` when something still reads the file; nothing has changed then
   */
  replaceFile(replace: () => () => void): void {
    let putBack = (): void => undefined;
    try {
      this.#closeAlone();
      putBack = replace();
      this.#reopen();
    } catch (error) {
      putBack();
      if (!this.#open.raw.open) this.#reopen();
      throw error;
    } finally {
      this.changed(['*']);
    }
  }

  /** A reader that stays would keep the old write-ahead log alive, and that would be read into the new file. */
  #closeAlone(): void {
    const { raw } = this.#open;
    const busy = () => new Refusal('db_busy', 'busy', { file: basename(this.file) });
    raw.pragma('busy_timeout = 500');
    const [checkpoint] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    raw.pragma('busy_timeout = 5000');
    if (checkpoint?.busy !== 0) throw busy();
    raw.close();
    if (existsSync(`${this.file}-wal`)) throw busy();
  }

  #reopen(): void {
    this.#open = openPortfolioFile(this.file, this.#options, this.#open.lock);
    this.#connection = new Connection(this.#open.raw);
  }

  close(): void {
    this.#listeners.clear();
    closePortfolioFile(this.#open);
  }
}
