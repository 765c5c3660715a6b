/**
 * Schakel in a browser: the same host behind a server on 127.0.0.1. The order in which a request is judged is the
 * security of it: origin, launch token or cookie, and only then what is asked. See README.md in this folder.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freshNonce } from '../host/assets.ts';
import { pageHeaders } from '../host/csp.ts';
import type { Host } from '../host/host-types.ts';
import { Access, type AccessOptions, cookieName, readCookie, sessionCookie } from './access.ts';
import { RequestError, sendRefusal } from './answer.ts';
import { EventStream } from './event-stream.ts';
import { refuseByOrigin } from './guard.ts';
import { type IdleOptions, IdleWatch } from './idle-watch.ts';
import { JobWatch } from './job-watch.ts';
import { removeLauncher, writeLauncher } from './launcher.ts';
import { type RouteContext, route } from './routes.ts';

export interface LoopbackOptions extends AccessOptions, IdleOptions {
  readonly host: Host;
  /** The built page. */
  readonly rendererDir: string;
  /** Folder for the launcher file, not a hidden one. */
  readonly launcherDir: string;
  /** Called once nobody uses the program any more; it should end then. */
  readonly onIdle?: () => void;
  /** Most bytes of one call; files go by ticket and have the host's own limits. */
  readonly maxBody?: number;
  /** Milliseconds for the headers and for a whole request. */
  readonly timeouts?: { readonly headers: number; readonly request: number };
}

export interface Loopback {
  readonly origin: string;
  /** Writes a launcher file with a fresh token. It is deleted when its token is used or worthless. */
  writeLauncher(): Promise<string>;
  /** Stops listening and drops every connection; the host itself stays open. */
  close(): Promise<void>;
}

interface Server {
  readonly context: RouteContext;
  readonly access: Access;
  readonly port: number;
  readonly launchers: Launchers;
}

/** Starts to listen on a free port of 127.0.0.1. @throws when no port can be had */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const server = listenable(options.timeouts ?? { headers: 10_000, request: 120_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const idle = new IdleWatch(options, () => options.onIdle?.());
  const context = { ...options, origin: `http://127.0.0.1:${port}`, maxBody: options.maxBody ?? 4_000_000, idle, ...listeners(options.host, idle) };
  const launchers = new Launchers(options, context.origin);
  server.on('request', (request, response) => void answer({ context, access: launchers.access, port, launchers }, request, response));
  return {
    origin: context.origin,
    writeLauncher: () => launchers.write(),
    async close() {
      idle.stop();
      context.unsubscribe();
      context.events.close();
      await launchers.removeAll();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listenable(timeouts: { readonly headers: number; readonly request: number }) {
  const connectionsCheckingInterval = Math.min(2_000, timeouts.headers / 2);
  const server = createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval });
  server.headersTimeout = timeouts.headers;
  server.requestTimeout = timeouts.request;
  return server;
}

function listeners(host: Host, idle: IdleWatch) {
  const events = new EventStream();
  const jobs = new JobWatch(idle);
  const unsubscribe = host.on((event) => {
    events.send(event);
    jobs.notice(event);
  });
  return { events, jobs, unsubscribe };
}

/** The launcher files that are out and the tokens in them. */
class Launchers {
  readonly access: Access;
  readonly #folder: string;
  readonly #origin: string;
  readonly #life: number;
  readonly #files = new Set<string>();

  constructor(options: LoopbackOptions, origin: string) {
    this.access = new Access(options);
    this.#folder = options.launcherDir;
    this.#origin = origin;
    this.#life = options.tokenLife ?? 60_000;
  }

  async write(): Promise<string> {
    const file = await writeLauncher(this.#folder, `${this.#origin}/launch?t=${this.access.issueToken()}`);
    this.#files.add(file);
    setTimeout(() => void this.removeAll(), this.#life).unref();
    return file;
  }

  async removeAll(): Promise<void> {
    const files = [...this.#files];
    this.#files.clear();
    await Promise.all(files.map(removeLauncher));
  }
}

async function answer(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = freshNonce();
  for (const [name, value] of Object.entries(pageHeaders(nonce))) response.setHeader(name, value);
  try {
    await admit(server, request, response, nonce);
  } catch (error) {
    const known = error instanceof RequestError;
    // Without a reader there is nobody to answer, and a browser that hangs up is no fault.
    if (response.destroyed || (error as NodeJS.ErrnoException).code === 'ECONNRESET') return;
    if (!known) process.stderr.write(`schakel: ${request.method} ${request.url?.split('?')[0]}: ${error instanceof Error ? error.stack : error}\n`);
    sendRefusal(request, response, known ? error.status : 500, known ? error.message : 'internal');
  }
}

async function admit(server: Server, request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> {
  const { context, access, port } = server;
  const [path = '', query] = (request.url ?? '').split('?');
  const refusal = refuseByOrigin(request, path, context.origin);
  if (refusal) throw new RequestError(refusal.status, refusal.reason);
  if (path === '/launch') return launch(server, request, response, query);
  // No cookie, no bytes: not even a script, from which another program could tell what runs here.
  if (!access.isSession(readCookie(request.headers.cookie, cookieName(port)))) throw new RequestError(401, 'no session');
  context.idle.begin(request);
  try {
    await route(context, { request, response, path, nonce });
  } finally {
    context.idle.end(request);
  }
}

async function launch({ access, port, launchers }: Server, request: IncomingMessage, response: ServerResponse, query = ''): Promise<void> {
  if (request.method !== 'GET') throw new RequestError(405, 'GET only');
  const secret = access.redeem(new URLSearchParams(query).get('t') ?? '');
  if (secret === null) throw new RequestError(403, 'link was used or has expired');
  await launchers.removeAll();
  // A 303 would keep the launcher file as its cross-site initiator, and browsers withhold a Strict cookie from such a
  // navigation. An answer of our own that refreshes makes the next request same-origin.
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': sessionCookie(port, secret) });
  response.end('<!doctype html><title>Schakel</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/">');
}
