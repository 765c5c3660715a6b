/** Decides from the headers alone whether a request may be looked at. Runs before everything else in the loopback host. */
import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const refused = (status: number, reason: string): Refusal => ({ status, reason });

/** Only our own page can set this header: another origin would have to ask first (CORS) and is never answered. */
export const pageHeader = 'x-schakel';

/**
 * @param path path of the request without the query
 * @param origin our own, such as `http://127.0.0.1:40123`
 * @returns why the request is refused, or null when its origin is in order
 */
export function refuseByOrigin(request: IncomingMessage, path: string, origin: string): Refusal | null {
  const { headers } = request;
  // DNS rebinding: an evil name that resolves to 127.0.0.1 arrives with that name here.
  if (headers.host !== new URL(origin).host) return refused(421, 'wrong host');
  // Compared with the constant, never with Host: after rebinding both would be the attacker's.
  if (headers.origin !== undefined && headers.origin !== origin) return refused(403, 'wrong origin');
  // Another port on 127.0.0.1 is 'same-site' and would get our cookie sent along: only same-origin will do.
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !isOwnNavigation(request, path, site)) return refused(403, 'cross-site');
  return null;
}

/** The launcher file (a cross-site page) may go to /launch, and a person may type the address. Nothing else comes from outside. */
function isOwnNavigation({ headers, method }: IncomingMessage, path: string, site: string | string[]): boolean {
  const navigates = method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return navigates && (path === '/launch' || (site === 'none' && path === '/'));
}

/**
 * What a request that changes something or reads data must carry besides the cookie.
 *
 * @param mediaType the only content type that is taken; a form can send neither of ours
 */
export function refuseByForm(request: IncomingMessage, origin: string, mediaType: string): Refusal | null {
  const { headers } = request;
  if (request.method !== 'POST') return refused(405, 'POST only');
  if (headers.origin !== origin) return refused(403, 'origin required');
  if (headers[pageHeader] !== '1') return refused(403, `${pageHeader} required`);
  if (headers['content-type']?.split(';')[0]?.trim() !== mediaType) return refused(415, `${mediaType} only`);
  return null;
}
