/** The handlers of `<kind>.get`, `.create`, `.update` and `.remove`, the same for every kind. */
import { fields, type RecordKind } from '../../shared/contract/fields.ts';
import type { ReadHandle } from '../connection.ts';
import { nameOfEntity } from '../repositories/entity.queries.ts';
import { createRecord, getRecord, removeRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules, refuseWordInUse } from '../repositories/record.rules.ts';
import type { CommandHandler, QueryHandler } from './handler.ts';

const kinds = Object.keys(fields) as RecordKind[];

type Values = Record<string, unknown>;

export const crudQueries = Object.fromEntries(
  kinds.map((kind) => [`${kind}.get`, (handle: ReadHandle, input: { id: string }) => getRecord(handle, kind, input.id)]),
) as unknown as { readonly [N in `${RecordKind}.get`]: QueryHandler<N> };

function handlersOf(kind: RecordKind): [string, unknown][] {
  const create: CommandHandler<'unit.create'> = (handle, input) => {
    const id = createRecord(handle, recordRules, kind, input as Values);
    return { value: { id }, params: { name: nameOfEntity(handle, id) } };
  };
  const update: CommandHandler<'unit.update'> = (handle, input) => {
    const { id, ...patch } = input;
    updateRecord(handle, recordRules, kind, id, patch as Values);
    return { value: {}, params: { name: nameOfEntity(handle, id), field: Object.keys(patch)[0] ?? '' } };
  };
  const remove: CommandHandler<'unit.remove'> = (handle, input) => {
    const name = nameOfEntity(handle, input.id);
    if (kind === 'listValue') refuseWordInUse(handle, input.id);
    removeRecord(handle, kind, input.id);
    return { value: {}, params: { name } };
  };
  return [
    [`${kind}.create`, create],
    [`${kind}.update`, update],
    [`${kind}.remove`, remove],
  ];
}

type CrudCommand = `${RecordKind}.${'create' | 'update' | 'remove'}`;
export const crudCommands = Object.fromEntries(kinds.flatMap(handlersOf)) as unknown as { readonly [N in CrudCommand]: CommandHandler<N> };
