/** Places to open from or save to, by a ticket: bytes never travel inside JSON, and a page never names a path. */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Refusal } from '../../db/safety/refusal.ts';
import { freePath, safeName } from './file-names.ts';
import type { FileChooser, FileKind } from './host-types.ts';

interface Ticket {
  readonly purpose: 'open' | 'save';
  readonly kind: FileKind;
  readonly name: string;
  /** Where the bytes are or go; null until a page has sent them. */
  path: string | null;
  /** A page is sending them now. */
  receiving?: boolean;
  /** A page fetches what was saved. */
  readonly fetched: boolean;
  /** For the clipboard: the page fetches it itself, and it is nothing to save. */
  readonly copied: boolean;
}

/** Megabytes that may come in. */
const limits: Readonly<Record<FileKind, number>> = {
  portfolio: 2000,
  docx: 50,
  md: 10,
  html: 50,
  svg: 50,
  pdf: 100,
  png: 100,
  csv: 100,
  xlsx: 100,
  zip: 500,
  table: 100,
  ics: 20,
  file: 100,
};
const mediaTypes: Readonly<Record<FileKind, string>> = {
  portfolio: 'application/octet-stream',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  table: 'application/octet-stream',
  ics: 'text/calendar; charset=utf-8',
  file: 'application/octet-stream',
};

/** What is read and not opened as a portfolio. */
const readable: ReadonlySet<FileKind> = new Set(['table', 'ics', 'file']);

const WAITING = 'outgoing-';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes what waited for a page of a program that is no longer there: it holds people's names. */
function clearLeft(userData: string): void {
  for (const name of existsSync(userData) ? readdirSync(userData) : []) {
    const pid = name.startsWith(WAITING) ? Number(name.slice(WAITING.length)) : 0;
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) rmSync(join(userData, name), { recursive: true, force: true });
  }
}

async function writeNew(path: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body) await file.appendFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* limited(body: AsyncIterable<Uint8Array>, megabytes: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > megabytes * 1024 * 1024) throw new Refusal('not_allowed', 'tooLarge', { limit: megabytes });
    yield chunk;
  }
}

export interface Delivery {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly stream: NodeJS.ReadableStream;
}

export class Tickets {
  readonly #tickets = new Map<string, Ticket>();
  readonly #chooser: FileChooser | undefined;
  readonly #documents: string;
  readonly #outgoing: string;

  /** @param userData folder in which files wait for a page to fetch them */
  constructor(chooser: FileChooser | undefined, documents: string, userData: string) {
    this.#chooser = chooser;
    this.#documents = documents;
    this.#outgoing = join(userData, `${WAITING}${process.pid}`);
    clearLeft(userData);
  }

  /** Asks the person where; null is 'never mind'. */
  async create(purpose: 'open' | 'save' | 'copy', kind: FileKind, name = 'schakel'): Promise<string | null> {
    let path: string | null = null;
    const copied = purpose === 'copy';
    if (this.#chooser && !copied) {
      path = purpose === 'open' ? await this.#chooser.open(kind) : await this.#chooser.save(kind, safeName(name));
      if (path === null) return null;
    }
    const id = randomBytes(18).toString('base64url');
    this.#tickets.set(id, { purpose: copied ? 'save' : purpose, kind, name: safeName(name), path, fetched: !this.#chooser || copied, copied });
    return id;
  }

  #take(id: string, purpose: 'open' | 'save', kind?: FileKind): Ticket {
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.purpose !== purpose || (kind !== undefined && ticket.kind !== kind))
      throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    return ticket;
  }

  /** @throws Refusal when there is no ticket to save this kind of file under */
  mustSave(id: string, kind: FileKind): void {
    this.#take(id, 'save', kind);
  }

  /**
   * The portfolio to open, and whether it is a copy of ours that a page sent.
   * @throws Refusal when the ticket is not, or no longer, one to open a portfolio
   */
  pathToOpen(id: string): { readonly path: string; readonly sent: boolean } {
    const { path, fetched } = this.#take(id, 'open', 'portfolio');
    if (path === null) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    this.#tickets.delete(id);
    return { path, sent: fetched };
  }

  /** A file to import; it stays until it is imported: first it is looked at. @throws Refusal when there is no such ticket */
  fileToRead(id: string): { readonly path: string; readonly name: string } {
    const { path, kind, name, fetched } = this.#take(id, 'open');
    if (path === null || !readable.has(kind)) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    // what a page sent is a copy of ours with a name of ours
    return { path, name: fetched ? name : basename(path) };
  }

  /** The file is imported; a copy that a page sent has done its work. */
  forget(id: string): void {
    const ticket = this.#tickets.get(id);
    this.#tickets.delete(id);
    if (ticket?.fetched && ticket.path !== null) rmSync(ticket.path, { force: true });
  }

  /** Where the person wants a new portfolio; null is the folder of Schakel: what a page fetches is a copy, nothing to work in. */
  pathToMake(id: string): string | null {
    const { path } = this.#take(id, 'save', 'portfolio');
    this.#tickets.delete(id);
    return path;
  }

  /** Where to save; a page that fetches gets it from a folder of ours. */
  pathToSave(id: string, name: string): string {
    const ticket = this.#take(id, 'save');
    if (!ticket.fetched) {
      this.#tickets.delete(id);
      return ticket.path as string;
    }
    mkdirSync(this.#outgoing, { recursive: true, mode: 0o700 });
    ticket.path = join(this.#outgoing, `${id}.part`);
    this.#tickets.set(id, { ...ticket, name: safeName(name) });
    return ticket.path;
  }

  /** Whether a page is to be told that a file waits for it. */
  isDownload(id: string): boolean {
    const ticket = this.#tickets.get(id);
    return ticket?.fetched === true && !ticket.copied;
  }

  /** Takes the bytes that a page sends. @throws Refusal when there are more than the kind allows; nothing is kept then */
  async receive(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    const ticket = this.#take(id, 'open');
    if (!ticket.fetched || ticket.path !== null || ticket.receiving) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    ticket.receiving = true;
    let path: string | undefined;
    try {
      path = this.#placeFor(id, ticket);
      await writeNew(path, limited(body, limits[ticket.kind]));
      ticket.path = path;
    } catch (error) {
      if (path !== undefined && (error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
      throw error;
    } finally {
      ticket.receiving = false;
    }
  }

  /** A portfolio is worked in and stays; what is only read waits with what is fetched, and goes with it. */
  #placeFor(id: string, ticket: Ticket): string {
    const folder = ticket.kind === 'portfolio' ? this.#documents : this.#outgoing;
    mkdirSync(folder, { recursive: true, ...(ticket.kind === 'portfolio' ? {} : { mode: 0o700 }) });
    // whatever the page calls it, it gets the name of its kind: never a program, or a file that a system acts upon
    return ticket.kind === 'portfolio' ? freePath(folder, `${basename(ticket.name, extname(ticket.name))}.schakel`) : join(folder, `${id}.in`);
  }

  /** What a page fetches, once. */
  deliver(id: string): Delivery | null {
    const ticket = this.#tickets.get(id);
    if (!ticket?.fetched || ticket.purpose !== 'save' || ticket.path === null || !existsSync(ticket.path)) return null;
    this.#tickets.delete(id);
    const { path } = ticket;
    const stream = createReadStream(path);
    stream.on('close', () => rmSync(path, { force: true }));
    return { name: ticket.name, mediaType: mediaTypes[ticket.kind], size: statSync(path).size, stream };
  }

  close(): void {
    rmSync(this.#outgoing, { recursive: true, force: true });
  }
}
