/** Files that are written whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../db/safety/refusal.ts';

/**
 * Writes beside, makes sure that it is on the disk, and renames: a kill halfway leaves the old file.
 * @param move how the written file gets to its place; a portfolio is moved by `putInPlace`
 * @throws Refusal `disk_full` or `not_allowed`; nothing is left behind then
 */
export function writeWhole(path: string, bytes: Uint8Array, move: (from: string, to: string) => void = renameSync): void {
  const beside = `${path}.part-${process.pid}`;
  let descriptor: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    descriptor = openSync(beside, 'w', 0o600);
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = undefined;
    move(beside, path);
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(beside, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Refusal('disk_full', 'writeFailed');
    if (nowhere.has(code ?? '')) throw new Refusal('not_allowed', 'writeFailed');
    throw error;
  }
}

/** What the system says of a place where this file cannot be. */
const nowhere = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'EINVAL', 'EBUSY', 'ERR_INVALID_ARG_VALUE']);

/** What is in a JSON file, or undefined when it is missing or unreadable: settings must never keep the program from starting. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export const writeJson = (path: string, value: unknown): void => writeWhole(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
