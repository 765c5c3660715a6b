/** Reading a body and writing an answer, with their limits. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that cannot be answered; the message goes to the page, so it says nothing about the data. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * @param limit most bytes that are taken
 * @throws RequestError 413 when there are more, 400 when it is no JSON object
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // What is too much is read and dropped: a browser that is still sending would not see our answer.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new RequestError(413, 'too large');
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // falls through: same answer as for a value that is no object
  }
  throw new RequestError(400, 'no JSON object');
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** A page for a person who follows an old link, JSON for everything else. The connection ends: what is left of a body is not read. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('connection', 'close');
  // A download that failed before its first byte may have announced itself already.
  for (const name of ['content-length', 'content-disposition']) response.removeHeader(name);
  if (request.headers['sec-fetch-dest'] === 'document') {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(stalePage);
  } else sendJson(response, { error: reason }, status);
}

const stalePage = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Schakel</title>
<h1>Start Schakel opnieuw</h1>
<p>Deze link is al gebruikt of verlopen, of Schakel is afgesloten. Start het programma; het opent zelf een nieuwe pagina.</p>
<p lang="en">Start Schakel again: this link was used, has expired, or the program has ended.</p></html>`;

/** RFC 6266 and 5987: a plain name for old readers, the true one in UTF-8. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
