/** Names of files that every system takes. */
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Bytes: Linux takes 255 in a name, and a number, a lock or a '-wal' must still fit behind it. */
const LONGEST = 200;
/** Devices on Windows, whatever extension follows. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** As much of a text as fits in so many bytes, whole signs only. */
function cut(text: string, bytes: number): string {
  let length = 0;
  let out = '';
  for (const sign of text) {
    length += new TextEncoder().encode(sign).byteLength;
    if (length > bytes) break;
    out += sign;
  }
  return out;
}

/** A file name without what Windows, macOS or Linux refuse in one, or what makes it look like another; it keeps its extension. */
export function safeName(name: string): string {
  const plain = name
    .replace(/\p{Surrogate}/gu, ' ')
    // control characters, and the signs that turn the direction of writing
    .replace(/[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
  const extension = extname(plain).length <= 12 ? extname(plain) : '';
  const stem = cut(extension === '' ? plain : plain.slice(0, -extension.length), LONGEST).replace(/[. ]+$/, '');
  return (stem + extension).replace(devices, '$1_') || 'schakel';
}

/** A path in a folder that is still free: 'naam.schakel', 'naam 2.schakel' ... */
export function freePath(folder: string, name: string): string {
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} ${number}${extension}`);
    if (!existsSync(path)) return path;
  }
}
