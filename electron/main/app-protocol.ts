/** `app://schakel`: the built page under an origin of its own, instead of `file:` which may read the whole disk. */
import { protocol } from 'electron';
import { freshNonce, readAsset } from '../host/assets.ts';
import { pageHeaders } from '../host/csp.ts';
import { isOwnUrl, scheme } from './own-page.ts';

/** Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** @param rendererDir the built page */
export function servePage(rendererDir: string): void {
  protocol.handle(scheme, (request) => answer(rendererDir, request));
}

async function answer(rendererDir: string, request: Request): Promise<Response> {
  const nonce = freshNonce();
  const headers = pageHeaders(nonce);
  if (request.method !== 'GET') return new Response('GET only', { status: 405, headers });
  if (!isOwnUrl(request.url)) return new Response('not found', { status: 404, headers });
  const asset = await readAsset(rendererDir, new URL(request.url).pathname, nonce);
  if (!asset) return new Response('not found', { status: 404, headers });
  return new Response(asset.body, { headers: { ...headers, 'content-type': asset.mediaType } });
}
