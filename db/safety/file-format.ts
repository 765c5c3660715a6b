/** What makes a file a portfolio, read from its first bytes without opening it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** 'SCHK': written in the header of every portfolio, so that other programs' databases are told apart. */
export const APPLICATION_ID = 0x5343484b;
const MAGIC = 'SQLite format 3\0';

export type HeaderVerdict =
  | { readonly kind: 'ok'; readonly userVersion: number }
  | { readonly kind: 'missing' | 'unreadable' | 'empty' | 'garbage' | 'truncated' | 'foreign' };

/** What the system says of a path at which no file is or can be. */
const noSuchFile = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ERR_INVALID_ARG_VALUE']);

/**
 * Reads the header of a database file; changes nothing.
 * @param hasWal whether a write-ahead log lies beside it, in which case the length says nothing yet
 */
export function readHeader(file: string, hasWal: boolean): HeaderVerdict {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (noSuchFile.has(code)) return { kind: 'missing' };
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable' };
    // Windows does not open a folder at all
    if (code === 'EISDIR') return { kind: 'garbage' };
    throw error;
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: 'garbage' };
    const { size } = status;
    if (size === 0) return { kind: 'empty' };
    const head = Buffer.alloc(100);
    const read = readSync(descriptor, head, 0, 100, 0);
    if (head.toString('latin1', 0, 16) !== MAGIC) return { kind: 'garbage' };
    if (read < 100) return { kind: 'truncated' };
    const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    const pages = head.readUInt32BE(28);
    if (head.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'foreign' };
    if (!hasWal && size < pageSize * pages) return { kind: 'truncated' };
    return { kind: 'ok', userVersion: head.readUInt32BE(60) };
  } finally {
    closeSync(descriptor);
  }
}
