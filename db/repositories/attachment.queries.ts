/** Files that are kept in the portfolio, by what their bytes add up to. The change log says only which one; they stay as long as it does. */
import { createHash } from 'node:crypto';
import { type FileSort, fileSorts } from '../../shared/domain/lists.ts';
import type { ReadHandle, WriteHandle } from '../connection.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file that is kept, and what it was found to be when it came. */
export function attachmentOf(handle: ReadHandle, hash: string): { readonly bytes: Buffer; readonly sort: FileSort } | null {
  const row = handle.get<{ bytes: Buffer; mediaType: string }>('SELECT bytes, media_type AS mediaType FROM attachment WHERE hash = @hash', { hash });
  return row ? { bytes: row.bytes, sort: fileSorts.find((sort) => sort === row.mediaType) ?? 'unknown' } : null;
}

export const bytesOf = (handle: ReadHandle, hash: string): Buffer | null => attachmentOf(handle, hash)?.bytes ?? null;

/** The same bytes twice are kept once. @returns what they are known by */
export function keepBytes(handle: WriteHandle, bytes: Uint8Array, mediaType: FileSort): string {
  const hash = hashOf(bytes);
  const there = bytesOf(handle, hash);
  // what was damaged is whole again with the same file
  if (there !== null && hashOf(there) !== hash) handle.run('DELETE FROM attachment WHERE hash = @hash', { hash });
  handle.run('INSERT OR IGNORE INTO attachment (hash, media_type, bytes) VALUES (@hash, @mediaType, @bytes)', {
    hash,
    mediaType,
    bytes: Buffer.from(bytes),
  });
  return hash;
}

/** Bytes that neither a yield nor anything that can be undone speaks of. */
export const unspokenFiles = `
  SELECT hash FROM attachment WHERE NOT EXISTS (SELECT 1 FROM yield WHERE file_hash = hash)
    AND NOT EXISTS (SELECT 1 FROM change_log WHERE table_name = 'yield' AND (instr(coalesce(before, ''), hash) > 0 OR instr(coalesce(after, ''), hash) > 0))`;
