import type { EditorNode } from '../../shared/case/editor-json.ts';
import { caseBlocks, caseParts } from '../../shared/contract/case.ts';
import type { NameStyle } from '../../shared/domain/display-name.ts';
import type { ReadHandle, WriteHandle } from '../connection.ts';
import type { BlockContext } from '../repositories/case-block.ts';
import { makeBlock } from '../repositories/case-blocks.ts';
import { newId } from '../repositories/new-id.ts';
import { membershipsOfNetwork } from '../repositories/people.queries.ts';
import { getRecord } from '../repositories/record.repo.ts';
import { caseFile } from './case-file.ts';
import type { Commands, Context, Jobs, Queries } from './handler.ts';

export type CasePart = (typeof caseParts)[number];
type BlockName = (typeof caseBlocks)[number];

interface CaseKey {
  readonly networkId: string;
  readonly researchYearId: string;
}

/** What stands in a part that nobody has written in yet: the blocks from the data that belong there. */
const firstBlocks: Readonly<Record<CasePart, readonly BlockName[]>> = {
  introduction: ['facts'],
  network: ['diagram', 'units'],
  participants: ['people', 'time', 'bridges', 'turnover'],
  activities: ['rhythms', 'purposes', 'meetings', 'phases'],
  yields: ['yields', 'rings', 'spread', 'embeddings'],
};

const firstBody = (part: CasePart): EditorNode => ({
  type: 'doc',
  content: [{ type: 'paragraph' }, ...firstBlocks[part].map((block) => ({ type: 'dataBlock', attrs: { block } }))],
});

const blocksIn = (node: EditorNode): BlockName[] =>
  node.type === 'dataBlock' ? caseBlocks.filter((block) => block === node.attrs?.block) : (node.content ?? []).flatMap((child) => blocksIn(child));

interface CaseRow {
  id: string;
  status: string;
  names: NameStyle;
}

const findCase = (handle: ReadHandle, key: CaseKey): CaseRow | undefined =>
  handle.get('SELECT id, status, names FROM case_description WHERE network_id = @networkId AND research_year_id = @researchYearId', { ...key });

export interface CaseView {
  readonly at: string;
  readonly status: string;
  readonly names: NameStyle;
  readonly network: { readonly id: string; readonly code: string; readonly name: string };
  readonly year: { readonly id: string; readonly name: string };
  readonly parts: readonly { readonly part: CasePart; readonly body: EditorNode; readonly blocks: ReturnType<typeof makeBlock>[] }[];
}

/** The case as it stands; a case that nobody wrote in yet is not kept, only shown. */
export function readCase(handle: ReadHandle, key: CaseKey, at: string | undefined, names: NameStyle | undefined, context: Context): CaseView {
  const network = getRecord(handle, 'network', key.networkId);
  const year = getRecord(handle, 'researchYear', key.researchYearId);
  const row = findCase(handle, key);
  const stored = row
    ? handle.all<{ part: CasePart; position: number; body: string | null }>(
        'SELECT part, position, body FROM case_part WHERE case_id = @id ORDER BY position',
        { id: row.id },
      )
    : [];
  const order = [...caseParts].sort((a, b) => placeOf(stored, a) - placeOf(stored, b));
  let memberships: ReturnType<BlockContext['memberships']> | undefined;
  const blockContext: BlockContext = {
    handle,
    networkId: key.networkId,
    at: at ?? year.end,
    yearStart: year.start,
    yearEnd: year.end,
    names: names ?? row?.names ?? 'role',
    language: context.language,
    t: context.t,
    memberships: () => {
      memberships ??= membershipsOfNetwork(handle, key.networkId, blockContext.at);
      return memberships;
    },
  };
  const parts = order.map((part) => {
    const kept = stored.find((other) => other.part === part)?.body ?? null;
    const body = kept === null ? firstBody(part) : (JSON.parse(kept) as EditorNode);
    return { part, body, blocks: [...new Set(blocksIn(body))].map((block) => makeBlock(block, blockContext)) };
  });
  return {
    at: blockContext.at,
    status: row?.status ?? 'draft',
    names: blockContext.names,
    network: { id: network.id, code: network.code, name: network.name },
    year: { id: year.id, name: year.name },
    parts,
  };
}

const placeOf = (stored: readonly { part: CasePart; position: number }[], part: CasePart): number =>
  stored.find((other) => other.part === part)?.position ?? caseParts.indexOf(part);

/** The case with a row for every part, made when it was not there yet. */
function keepCase(handle: WriteHandle, key: CaseKey): string {
  const found = findCase(handle, key);
  if (found) return found.id;
  getRecord(handle, 'network', key.networkId);
  getRecord(handle, 'researchYear', key.researchYearId);
  const id = newId();
  handle.run("INSERT INTO entity (id, kind, home_network_id) VALUES (@id, 'caseDescription', @networkId)", { id, networkId: key.networkId });
  handle.run('INSERT INTO case_description (id, network_id, research_year_id) VALUES (@id, @networkId, @researchYearId)', { id, ...key });
  for (const [position, part] of caseParts.entries())
    handle.run('INSERT INTO case_part (case_id, part, position) VALUES (@id, @part, @position)', { id, part, position });
  return id;
}

export const caseQueries = {
  'case.get': (handle, { networkId, researchYearId, at }, context) =>
    readCase(handle, { networkId, researchYearId }, at, undefined, context) as never,
} satisfies Partial<Queries>;

export const caseCommands = {
  'case.update': (handle, { networkId, researchYearId, part, body, names }) => {
    const id = keepCase(handle, { networkId, researchYearId });
    if (names !== undefined) handle.run('UPDATE case_description SET names = @names WHERE id = @id AND names <> @names', { id, names });
    if (part !== undefined && body !== undefined)
      handle.run('UPDATE case_part SET body = @body, version = version + 1 WHERE case_id = @id AND part = @part AND body IS NOT @body', {
        id,
        part,
        body: JSON.stringify(body),
      });
    return { value: {}, params: {} };
  },
  'case.move': (handle, { networkId, researchYearId, part, position }) => {
    const id = keepCase(handle, { networkId, researchYearId });
    const rest = handle
      .all<{ part: CasePart }>('SELECT part FROM case_part WHERE case_id = @id ORDER BY position', { id })
      .map((row) => row.part)
      .filter((other) => other !== part);
    for (const [place, other] of [...rest.slice(0, position), part, ...rest.slice(position)].entries())
      handle.run('UPDATE case_part SET position = @place WHERE case_id = @id AND part = @other AND position <> @place', { id, other, place });
    return { value: {}, params: {} };
  },
} satisfies Partial<Commands>;

export const caseJobs = {
  'case.export': async (handle, { networkId, researchYearId, at, format, names }, context) => {
    context.progress(
      0,
      3,
      context.t(($) => $.data.reading),
    );
    const view = readCase(handle, { networkId, researchYearId }, at, names, context);
    const file = await caseFile(handle, view, format, context);
    return { value: { name: file.name, bytes: file.bytes.byteLength }, file };
  },
} satisfies Partial<Jobs>;
