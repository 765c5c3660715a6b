/** The file of a yield: in, out, away. */
import { MOST_ATTACHED } from '../../shared/contract/attachment.ts';
import type { FileSort } from '../../shared/domain/lists.ts';
import { plainLine } from '../../shared/domain/plain-text.ts';
import type { ReadHandle } from '../connection.ts';
import { attachmentOf, bytesOf, hashOf, keepBytes } from '../repositories/attachment.queries.ts';
import { getRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { Refusal } from '../safety/refusal.ts';
import { honestName, isHonest, sniff } from './file-kind.ts';
import type { Commands, Context, JobContext, JobHandler, Jobs, Queries } from './handler.ts';

const sortWord = ({ t }: Context, sort: FileSort): string => t(($) => $.attachment.sorts[sort]);

/** The name without its folders: whoever reads it has no use for where it was. */
const bareName = (name: string): string => plainLine(name.split(/[\\/]/).at(-1) ?? '').slice(0, 200);

/** @throws Refusal when it is too large, a program, or not what it is called */
async function looked(bytes: Uint8Array, name: string, anyway: boolean, context: JobContext): Promise<{ name: string; sort: FileSort }> {
  if (bytes.byteLength === 0) throw new Refusal('invalid_input', 'importEmpty', {}, ['from']);
  if (bytes.byteLength > MOST_ATTACHED * 1024 * 1024) throw new Refusal('invalid_input', 'attachmentLarge', { limit: MOST_ATTACHED }, ['from']);
  const { sort, isProgram } = await sniff(bytes, name);
  if (isProgram) throw new Refusal('not_allowed', 'attachmentProgram', { file: name }, ['from']);
  if (isHonest(sort, name)) return { name, sort };
  const honest = honestName(sort, name);
  if (!anyway) throw new Refusal('invalid_input', 'attachmentLies', { file: name, sort: sortWord(context, sort), honest }, ['from']);
  return { name: honest, sort };
}

const importAttachment: JobHandler<'attachment.import'> = async (handle, { yieldId, from, name, anyway }, context) => {
  getRecord(handle, 'yield', yieldId);
  context.progress(
    0,
    0,
    context.t(($) => $.exchange.screen.reading),
  );
  const bytes = context.open(from);
  const given = bareName(name ?? context.nameOf(from)) || context.t(($) => $.attachment.unnamed);
  const file = await looked(bytes, given, anyway ?? false, context);
  context.checkpoint();
  context.write((writer) => {
    const fileHash = keepBytes(writer, bytes, file.sort);
    updateRecord(writer, recordRules, 'yield', yieldId, { fileHash, fileName: file.name });
    return { value: undefined, params: { name: file.name } };
  });
  return { value: { ...file, bytes: bytes.byteLength, applied: true } };
};

/** @throws Refusal when it is not there, or not what it was */
function wholeFile(handle: ReadHandle, yieldId: string): { name: string; bytes: Buffer } {
  const { fileHash, fileName } = getRecord(handle, 'yield', yieldId);
  const name = fileName ?? 'bestand';
  if (fileHash === null && fileName === null) throw new Refusal('not_found', 'attachmentNone', {}, ['yieldId']);
  const bytes = fileHash === null ? null : bytesOf(handle, fileHash);
  if (bytes === null) throw new Refusal('not_found', 'attachmentMissing', { file: name }, ['yieldId']);
  if (hashOf(bytes) !== fileHash) throw new Refusal('db_corrupt', 'attachmentDamaged', { file: name }, ['yieldId']);
  return { name, bytes };
}

export const attachmentQueries = {
  'attachment.get': (handle, { yieldId }) => {
    const { fileHash, fileName } = getRecord(handle, 'yield', yieldId);
    if (fileHash === null && fileName === null) return { file: null };
    const name = fileName ?? 'bestand';
    const kept = fileHash === null ? null : attachmentOf(handle, fileHash);
    if (kept === null) return { file: { name, sort: 'unknown', bytes: null, state: 'missing' } };
    return { file: { name, sort: kept.sort, bytes: kept.bytes.byteLength, state: hashOf(kept.bytes) === fileHash ? 'whole' : 'damaged' } };
  },
} satisfies Partial<Queries>;

export const attachmentCommands = {
  'attachment.unlink': (handle, { yieldId }) => {
    const { fileName } = getRecord(handle, 'yield', yieldId);
    updateRecord(handle, recordRules, 'yield', yieldId, { fileHash: null, fileName: null });
    return { value: {}, params: { name: fileName ?? '' } };
  },
} satisfies Partial<Commands>;

export const attachmentJobs = {
  'attachment.import': importAttachment,
  'attachment.export': async (handle, { yieldId }) => {
    const { name, bytes } = wholeFile(handle, yieldId);
    return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
  },
} satisfies Partial<Jobs>;
