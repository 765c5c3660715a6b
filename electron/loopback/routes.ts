/** What a page that has come in may ask. Every route is a few lines: the work is the host's. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { readAsset } from '../host/assets.ts';
import type { Host } from '../host/host-types.ts';
import { attachmentHeader, RequestError, readJson, sendJson } from './answer.ts';
import type { EventStream } from './event-stream.ts';
import { refuseByForm } from './guard.ts';
import type { IdleWatch } from './idle-watch.ts';
import type { JobWatch } from './job-watch.ts';

export interface RouteContext {
  readonly host: Host;
  readonly events: EventStream;
  readonly idle: IdleWatch;
  readonly jobs: JobWatch;
  readonly rendererDir: string;
  readonly origin: string;
  readonly maxBody: number;
}

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path without the query. */
  readonly path: string;
  readonly nonce: string;
}

type Route = (context: RouteContext, call: Call) => Promise<void> | void;

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/run', run],
  ['/cancel', cancel],
  ['/info', info],
  ['/events', events],
]);

/** Answers a request whose origin and cookie are in order. @throws RequestError */
export async function route(context: RouteContext, call: Call): Promise<void> {
  const known = routes.get(call.path);
  if (known) return known(context, call);
  if (call.path.startsWith('/ticket/')) return ticket(context, call, call.path.slice('/ticket/'.length));
  return asset(context, call);
}

function mustGet({ request }: Call): void {
  if (request.method !== 'GET') throw new RequestError(405, 'GET only');
}

function mustPost({ origin }: RouteContext, { request }: Call, mediaType: string): void {
  const refusal = refuseByForm(request, origin, mediaType);
  if (refusal) throw new RequestError(refusal.status, refusal.reason);
}

async function run(context: RouteContext, call: Call): Promise<void> {
  mustPost(context, call, 'application/json');
  const { name, input, options } = await readJson(call.request, context.maxBody);
  if (typeof name !== 'string') throw new RequestError(400, 'no name');
  const group = typeof options === 'object' && options !== null ? (options as { group?: unknown }).group : undefined;
  const outcome = await context.host.run(name, input, typeof group === 'string' ? { group } : undefined);
  context.jobs.started(outcome);
  sendJson(call.response, outcome);
}

async function cancel(context: RouteContext, call: Call): Promise<void> {
  mustPost(context, call, 'application/json');
  const { job } = await readJson(call.request, context.maxBody);
  if (typeof job !== 'string') throw new RequestError(400, 'no job');
  context.host.cancel(job);
  sendJson(call.response, {});
}

function info({ host }: RouteContext, call: Call): void {
  mustGet(call);
  sendJson(call.response, host.info());
}

function events({ events, idle }: RouteContext, call: Call): void {
  mustGet(call);
  idle.pageSeen();
  idle.begin(call.response);
  events.connect(call.request, call.response, () => idle.end(call.response));
}

async function ticket(context: RouteContext, call: Call, id: string): Promise<void> {
  if (!/^[\w-]{1,128}$/.test(id)) throw new RequestError(404, 'no such ticket');
  if (call.request.method === 'GET') return download(context.host, call, id);
  mustPost(context, call, 'application/octet-stream');
  // A host that refuses a file half-way stops reading. The rest is read and dropped, or the browser, still sending,
  // would report a broken connection instead of the reason.
  const outcome = await context.host.receive(id, call.request.iterator({ destroyOnReturn: false }));
  for await (const _rest of call.request);
  sendJson(call.response, outcome);
}

async function download(host: Host, { response }: Call, id: string): Promise<void> {
  const file = await host.deliver(id);
  if (!file) throw new RequestError(404, 'no such ticket');
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.size,
    'content-disposition': attachmentHeader(file.name),
  });
  await pipeline(file.stream, response);
}

async function asset({ rendererDir }: RouteContext, call: Call): Promise<void> {
  mustGet(call);
  const found = await readAsset(rendererDir, call.path, call.nonce);
  if (!found) throw new RequestError(404, 'not found');
  call.response.writeHead(200, { 'content-type': found.mediaType, 'content-length': found.body.byteLength });
  call.response.end(found.body);
}
