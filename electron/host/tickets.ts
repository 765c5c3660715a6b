/** Places to open from or save to, by a ticket: bytes never travel inside JSON, and a page never names a path. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { syncFile } from '../../db/safety/backup.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import type { FileChooser, FileKind } from './host-types.ts';

interface Ticket {
  readonly purpose: 'open' | 'save';
  readonly kind: FileKind;
  readonly name: string;
  /** Where the bytes are or go; null until a page has sent them. */
  path: string | null;
  /** A page fetches what was saved. */
  readonly fetched: boolean;
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
};

/** A file name without what Windows, macOS or Linux refuse in one. */
export const safeName = (name: string): string =>
  name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim()
    .slice(0, 120) || 'schakel';

/** A path in a folder that is still free: 'naam.schakel', 'naam 2.schakel' ... */
export function freePath(folder: string, name: string): string {
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} ${number}${extension}`);
    if (!existsSync(path)) return path;
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

  /** @param outgoing folder for files that wait for a page to fetch them */
  constructor(chooser: FileChooser | undefined, documents: string, outgoing: string) {
    this.#chooser = chooser;
    this.#documents = documents;
    this.#outgoing = outgoing;
    rmSync(outgoing, { recursive: true, force: true });
  }

  /** Asks the person where; null is 'never mind'. */
  async create(purpose: 'open' | 'save', kind: FileKind, name = 'schakel'): Promise<string | null> {
    let path: string | null = null;
    if (this.#chooser) {
      path = purpose === 'open' ? await this.#chooser.open(kind) : await this.#chooser.save(kind, safeName(name));
      if (path === null) return null;
    }
    const id = randomBytes(18).toString('base64url');
    this.#tickets.set(id, { purpose, kind, name: safeName(name), path, fetched: !this.#chooser });
    return id;
  }

  #take(id: string, purpose: 'open' | 'save'): Ticket {
    const ticket = this.#tickets.get(id);
    if (!ticket || ticket.purpose !== purpose) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    return ticket;
  }

  /** The file to open. @throws Refusal when the ticket is not, or no longer, one to open */
  pathToOpen(id: string): string {
    const { path } = this.#take(id, 'open');
    this.#tickets.delete(id);
    if (path === null) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
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

  isFetched(id: string): boolean {
    return this.#tickets.get(id)?.fetched === true;
  }

  /** Takes the bytes that a page sends. @throws Refusal when there are more than the kind allows; nothing is kept then */
  async receive(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    const ticket = this.#take(id, 'open');
    if (!ticket.fetched || ticket.path !== null) throw new Refusal('not_found', 'noTicket', {}, ['ticket']);
    mkdirSync(this.#documents, { recursive: true });
    const path = freePath(this.#documents, extname(ticket.name) === '' ? `${ticket.name}.schakel` : ticket.name);
    const limit = limits[ticket.kind] * 1024 * 1024;
    const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    try {
      let size = 0;
      for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > limit) throw new Refusal('not_allowed', 'tooLarge', { limit: limits[ticket.kind] });
        if (!out.write(chunk)) await once(out, 'drain');
      }
      out.end();
      await once(out, 'close');
      syncFile(path);
      ticket.path = path;
    } catch (error) {
      out.destroy();
      rmSync(path, { force: true });
      throw error;
    }
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
