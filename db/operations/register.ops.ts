import { defaults, fields, type RecordKind } from '../../shared/contract/fields.ts';
import type { WriteHandle } from '../connection.ts';
import { listConfirmations } from '../repositories/confirmation.queries.ts';
import { hangsOn, likelyOrganisations, likelyPeople, type Mergeable, mergeRecords } from '../repositories/duplicates.repo.ts';
import { nameOfEntity } from '../repositories/entity.queries.ts';
import { createRecord, getRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { Refusal } from '../safety/refusal.ts';
import type { CommandHandler, Commands, Queries } from './handler.ts';

export const registerQueries = {
  'entity.measure': (handle, { id }) => ({ hangs: hangsOn(handle, id) }),
  'person.check': (handle) => ({ pairs: likelyPeople(handle) }),
  'organisation.check': (handle) => ({ pairs: likelyOrganisations(handle) }),
  'confirmation.list': (handle, { networkId, at }) => ({ rows: listConfirmations(handle, networkId, at) }),
} satisfies Partial<Queries>;

interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly isNew?: boolean | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** @throws Refusal when there is one with this id, or when a field that a new record needs is not there */
function add(handle: WriteHandle, { kind, id, fields: given }: Change): void {
  if (handle.get('SELECT 1 FROM entity WHERE id = @id', { id }) !== undefined) throw new Refusal('conflict', 'foreignId', {}, ['id']);
  const needed = Object.keys(fields[kind].shape).filter((field) => !(field in defaults[kind]));
  const missing = needed.find((field) => given[field] === undefined);
  if (missing !== undefined) throw new Refusal('invalid_input', 'empty', { field: missing }, ['fields', missing]);
  createRecord(handle, recordRules, kind, given, id);
}

/** The place of what is refused is said from the whole list: which change, which field. */
function placed(error: unknown, index: number): unknown {
  if (!(error instanceof Refusal)) return error;
  const [first, ...rest] = error.path;
  const path = first === 'id' || first === 'fields' ? [first, ...rest] : ['fields', ...error.path];
  return new Refusal(error.code, error.reason, error.params, ['changes', index, ...path]);
}

const link =
  (kind: Mergeable): CommandHandler<'person.link'> =>
  (handle, { id, intoId, fields: fromGone }, { t }) => {
    if (id === intoId) throw new Refusal('invalid_input', 'toItself', {}, ['intoId']);
    mergeRecords(handle, t, kind, id, intoId, fromGone);
    // who erases the one that stays, erases the one that went too: the log says which it was
    return { value: {}, params: { name: nameOfEntity(handle, intoId), id, intoId } };
  };

const unlink =
  (kind: Mergeable): CommandHandler<'person.unlink'> =>
  (handle, { id, otherId }, { today }) => {
    if (id === otherId) throw new Refusal('invalid_input', 'toItself', {}, ['otherId']);
    for (const one of [id, otherId]) getRecord(handle, kind, one);
    const known = handle.get(
      "SELECT 1 FROM statement WHERE kind = 'notSame' AND ((entity_id = @id AND said_by_id = @otherId) OR (entity_id = @otherId AND said_by_id = @id))",
      { id, otherId },
    );
    // the other one stands where else stands who said it: a reference that goes along when that one is merged or removed
    if (known === undefined) createRecord(handle, recordRules, 'statement', { entityId: id, kind: 'notSame', saidById: otherId, date: today });
    return { value: {}, params: { name: nameOfEntity(handle, id), other: nameOfEntity(handle, otherId) } };
  };

export const registerCommands = {
  'entity.update': (handle, { changes }) => {
    for (const [index, change] of (changes as readonly Change[]).entries()) {
      try {
        if (change.isNew) add(handle, change);
        else updateRecord(handle, recordRules, change.kind, change.id, { ...change.fields });
      } catch (error) {
        throw placed(error, index);
      }
    }
    const touched = new Set((changes as readonly Change[]).map((change) => change.id));
    return { value: {}, params: { count: touched.size, name: nameOfEntity(handle, (changes[0] as Change).id) } };
  },
  'person.link': link('person'),
  'person.unlink': unlink('person'),
  'organisation.link': link('organisation') as unknown as CommandHandler<'organisation.link'>,
  'organisation.unlink': unlink('organisation') as unknown as CommandHandler<'organisation.unlink'>,
} satisfies Partial<Commands>;
