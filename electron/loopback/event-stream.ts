/** What the host tells, as server-sent events to every open page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostEvent } from '../../shared/contract/result.ts';

const remembered = 500;
const heartbeat = 15_000;

interface Kept {
  readonly id: number;
  readonly line: string;
}

const line = (event: HostEvent, id?: number): string => `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`;

/**
 * Open streams and the last few hundred events: a page whose stream broke for a moment (a laptop that slept) says which
 * event it saw last and gets the rest. When that is too long ago it is told to read everything again.
 */
export class EventStream {
  readonly #open = new Set<ServerResponse>();
  #kept: Kept[] = [];
  #last = 0;
  readonly #beat: NodeJS.Timeout;

  constructor() {
    this.#beat = setInterval(() => this.#write(':\n\n'), heartbeat);
    this.#beat.unref();
  }

  send(event: HostEvent): void {
    // Progress is worthless a moment later and would push the rest out of memory.
    if (event.type === 'progress') {
      this.#write(line(event));
      return;
    }
    this.#last += 1;
    const kept = { id: this.#last, line: line(event, this.#last) };
    this.#kept = [...this.#kept.slice(1 - remembered), kept];
    this.#write(kept.line);
  }

  /** Answers the request with a stream that stays open until the page goes. */
  connect(request: IncomingMessage, response: ServerResponse, onGone: () => void): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: 1000\n\n${this.#missed(request.headers['last-event-id'])}`);
    this.#open.add(response);
    response.on('close', () => {
      this.#open.delete(response);
      onGone();
    });
  }

  close(): void {
    clearInterval(this.#beat);
    for (const response of this.#open) response.end();
  }

  #missed(lastSeen: string | string[] | undefined): string {
    // A first connection: an id for the page to come back with, without an event.
    if (lastSeen === undefined) return `id: ${this.#last}\n\n`;
    const seen = Number(lastSeen);
    const oldest = this.#kept[0]?.id ?? this.#last + 1;
    if (!Number.isInteger(seen) || seen + 1 < oldest) return line({ type: 'portfolio' }, this.#last);
    return this.#kept
      .filter((kept) => kept.id > seen)
      .map((kept) => kept.line)
      .join('');
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
