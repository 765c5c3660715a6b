/** `app://schakel`: the built page under an origin of its own, instead of `file:` which may read the whole disk. */
import { protocol } from 'electron';
import { freshNonce, readAsset } from '../host/assets.ts';
import { pageHeaders } from '../host/csp.ts';
import type { Host } from '../host/host-types.ts';
import { isOwnUrl, scheme } from './own-page.ts';

/** Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

type Deliver = Host['deliver'];
const TICKET = '/ticket/';

/**
 * @param rendererDir the built page
 * @param deliver what a ticket for the clipboard leads to
 */
export function servePage(rendererDir: string, deliver: Deliver): void {
  protocol.handle(scheme, (request) => answer(rendererDir, deliver, request));
}

/** The whole of a file that waits under a ticket, once; null when there is none. */
async function delivered(deliver: Deliver, id: string) {
  const found = await deliver(id);
  if (!found) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of found.stream) chunks.push(chunk as Uint8Array);
  return { body: Buffer.concat(chunks), mediaType: found.mediaType };
}

async function answer(rendererDir: string, deliver: Deliver, request: Request): Promise<Response> {
  const nonce = freshNonce();
  const headers = pageHeaders(nonce);
  if (request.method !== 'GET') return new Response('GET only', { status: 405, headers });
  if (!isOwnUrl(request.url)) return new Response('not found', { status: 404, headers });
  const { pathname } = new URL(request.url);
  const found = pathname.startsWith(TICKET) ? await delivered(deliver, pathname.slice(TICKET.length)) : await readAsset(rendererDir, pathname, nonce);
  if (!found) return new Response('not found', { status: 404, headers });
  return new Response(found.body, { headers: { ...headers, 'content-type': found.mediaType } });
}
