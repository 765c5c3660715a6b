/** A client for Chromium's DevTools protocol over its pipe. The pipe also makes Chromium end when this process is killed. */
import type { Readable, Writable } from 'node:stream';

// biome-ignore lint/suspicious/noExplicitAny: the protocol has hundreds of shapes; the few that are used are read with care
export type Params = any;
export type Listener = (method: string, params: Params) => void;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Listener>();
  #lastId = 0;
  #pieces: Buffer[] = [];

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    // Writing to a Chromium that is just ending is no error of ours.
    out.on('error', () => {});
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.#failAll());
  }

  /** @param session a page's or worker's session; the browser itself without one */
  send(method: string, params: object = {}, session?: string): Promise<Params> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
    });
  }

  /** @param session '' for the browser itself */
  listen(session: string, listener: Listener): void {
    this.#listeners.set(session, listener);
  }

  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8');
      this.#pieces = [];
      rest = rest.subarray(end + 1);
      this.#take(JSON.parse(message));
    }
    if (rest.length > 0) this.#pieces.push(rest);
  }

  #take(message: Params): void {
    if (message.id === undefined) {
      this.#listeners.get(message.sessionId ?? '')?.(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  #failAll(): void {
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: Chromium has gone`));
    this.#waiting.clear();
  }
}
