/** Finds the files of the built page. Both hosts serve the page through this, so the rules are the same in both. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Names of plain folders and files only. No segment starts with a dot and there is no backslash, colon or NUL,
 * so a path that matches cannot point outside the folder on any system.
 */
const plainPath = /^(?:\/[\w@~+-][\w.@~+-]*)+$/;

/** The place in Vite's output (`html.cspNonce`) where the nonce of this answer goes. */
const noncePlace = 'CSP_NONCE';

/** A fresh nonce for one answer. */
export function freshNonce(): string {
  return randomBytes(18).toString('base64url');
}

/**
 * Reads one file of the page.
 *
 * @param root folder of the built page
 * @param pathname path of the request as it came, still percent-encoded; `/` is the page itself
 * @param nonce goes into the page in place of the literal `CSP_NONCE`
 * @returns null when there is no such file or the path is not plain
 */
export async function readAsset(root: string, pathname: string, nonce: string): Promise<Asset | null> {
  const name = decode(pathname === '/' ? '/index.html' : pathname);
  if (name === null || !plainPath.test(name)) return null;
  const extension = path.extname(name).toLowerCase();
  const body = await readFile(path.join(root, name)).catch(() => null);
  if (body === null) return null;
  const mediaType = mediaTypes[extension] ?? 'application/octet-stream';
  return extension === '.html' ? { body: Buffer.from(body.toString('utf8').replaceAll(noncePlace, nonce)), mediaType } : { body, mediaType };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
