/** Files that are written whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
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

/** Megabytes; more is no list of a network. */
const MOST_TO_IMPORT = 100;

/** The bytes of a file that is imported; 0 is standard input. @throws Refusal when there is no such file, or it is too large */
export function readSource(path: string | 0 | null): Uint8Array {
  if (path === null) throw new Refusal('not_found', 'noTicket', {}, ['from']);
  try {
    if (path !== 0 && statSync(path).size > MOST_TO_IMPORT * 1024 * 1024) throw new Refusal('not_allowed', 'tooLarge', { limit: MOST_TO_IMPORT });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const file = path === 0 ? '-' : basename(path);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('not_found', 'fileMissing', { file }, ['from']);
    throw new Refusal('not_allowed', 'fileUnreadable', { file }, ['from']);
  }
}

/** What is in a JSON file, or undefined when it is missing or unreadable: settings must never keep the program from starting. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export const writeJson = (path: string, value: unknown): void => writeWhole(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
