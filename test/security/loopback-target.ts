/** A loopback host to attack, and a client that sends exactly what it is told to. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Loopback, LoopbackOptions } from '../../electron/loopback/loopback.ts';
import { type FakeHost, fakeHost } from '../fixtures/fake-host.ts';

export type StartLoopback = (options: LoopbackOptions) => Promise<Loopback>;

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** Stands beside the served folder: nobody may ever read it. */
export const secret = 'not for a page';
export const page = '<!doctype html><meta nonce="CSP_NONCE"><title>Schakel</title>';

export class LoopbackTarget {
  readonly host: FakeHost;
  readonly folder: string;
  readonly #loopback: Loopback;

  private constructor(host: FakeHost, folder: string, loopback: Loopback) {
    this.host = host;
    this.folder = folder;
    this.#loopback = loopback;
  }

  static async start(startLoopback: StartLoopback, more: Partial<LoopbackOptions> = {}): Promise<LoopbackTarget> {
    const folder = mkdtempSync(path.join(tmpdir(), 'schakel-loopback-'));
    const rendererDir = path.join(folder, 'page');
    mkdirSync(path.join(rendererDir, 'assets'), { recursive: true });
    writeFileSync(path.join(folder, 'secret.txt'), secret);
    writeFileSync(path.join(rendererDir, 'index.html'), page);
    writeFileSync(path.join(rendererDir, 'assets/app.js'), 'export {};');
    const host = fakeHost({ kind: 'browser', version: 'test', userData: folder, documents: folder, resources: folder });
    return new LoopbackTarget(host, folder, await startLoopback({ host, rendererDir, launcherDir: path.join(folder, 'launch'), ...more }));
  }

  get origin(): string {
    return this.#loopback.origin;
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  writeLauncher(): Promise<string> {
    return this.#loopback.writeLauncher();
  }

  /** The address with its token, as a browser reads it in the launcher file. */
  async launchPath(): Promise<string> {
    const [, found = ''] = /url=http:\/\/[^/]+(\/launch[^"]*)"/.exec(readFileSync(await this.writeLauncher(), 'utf8')) ?? [];
    return found;
  }

  /** Comes in as a browser does. @returns the Cookie header of the session */
  async cookie(): Promise<string> {
    const { headers } = await this.send(await this.launchPath());
    return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  }

  /** Everything that a call of our own page carries. */
  async pageHeaders(): Promise<http.OutgoingHttpHeaders> {
    return {
      cookie: await this.cookie(),
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      'x-schakel': '1',
      'content-type': 'application/json',
    };
  }

  async run(change: http.OutgoingHttpHeaders = {}, body: string = JSON.stringify({ name: 'echo', input: 1 })): Promise<Answer> {
    const headers = { ...(await this.pageHeaders()), ...change };
    return this.send('/run', { method: 'POST', headers: withoutUndefined(headers), body });
  }

  send(target: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port: this.port, path: target, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Opens a stream of events and keeps it open. */
  async stream(cookie: string, headers: http.OutgoingHttpHeaders = {}): Promise<{ readonly text: () => string; readonly close: () => void }> {
    return new Promise((resolve, reject) => {
      let text = '';
      const request = http.get({ host: '127.0.0.1', port: this.port, path: '/events', headers: { cookie, ...headers }, agent: false }, (response) => {
        response.on('data', (chunk: Buffer) => {
          text += chunk;
        });
        response.on('error', () => {});
        resolve({ text: () => text, close: () => request.destroy() });
      });
      request.on('error', reject);
    });
  }

  /** Writes bytes as they are and waits until the other side hangs up. @param patience milliseconds */
  raw(bytes: string, patience = 3_000): Promise<{ readonly text: string; readonly closed: boolean }> {
    return new Promise((resolve) => {
      let text = '';
      const socket = net.connect(this.port, '127.0.0.1', () => socket.write(bytes));
      const timer = setTimeout(() => socket.destroy().once('close', () => resolve({ text, closed: false })), patience);
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', () => {});
      socket.on('end', () => {
        clearTimeout(timer);
        socket.destroy();
        resolve({ text, closed: true });
      });
    });
  }

  async close(): Promise<void> {
    await this.#loopback.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function withoutUndefined(headers: http.OutgoingHttpHeaders): http.OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
