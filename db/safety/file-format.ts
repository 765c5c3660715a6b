/** What makes a file a portfolio, read from its first bytes without opening it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** 'SCHK': written in the header of every portfolio, so that other programs' databases are told apart. */
export const APPLICATION_ID = 0x5343484b;
const MAGIC = 'SQLite format 3\0';

export type HeaderVerdict =
  | { readonly kind: 'ok'; readonly userVersion: number }
  | { readonly kind: 'missing' | 'empty' | 'garbage' | 'truncated' | 'foreign' };

/**
 * Reads the header of a database file; changes nothing.
 * @param hasWal whether a write-ahead log lies beside it, in which case the length says nothing yet
 */
export function readHeader(file: string, hasWal: boolean): HeaderVerdict {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
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
