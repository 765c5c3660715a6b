/** Building the structure of a network at once: from a template or after another network. */
import { type Template, type TemplateKey, templates } from '../../shared/domain/templates.ts';
import type { ReadHandle, WriteHandle } from '../connection.ts';
import { nameOfEntity } from '../repositories/entity.queries.ts';
import { createRecord, getRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Commands, Context } from './handler.ts';

/** There since some time up to a day: when it began is not known. */
const since = (day: string) => ({ start: `[..${day}]`, end: '..', standing: 'actual' }) as const;

function positionOf(handle: ReadHandle, table: 'layer' | 'unit', networkId: string): number {
  return handle.get<{ next: number }>(`SELECT coalesce(max(position) + 1, 0) AS next FROM ${table} WHERE network_id = @networkId`, { networkId })
    ?.next as number;
}

function fromTemplate(handle: WriteHandle, networkId: string, template: Template, day: string, { t }: Context) {
  const names = t.words.begin.names as Readonly<Record<string, string>>;
  const called = (key: string): string => names[key] ?? key;
  const make = (kind: 'layer' | 'unit' | 'relation', values: object): string => createRecord(handle, recordRules, kind, { networkId, ...values });
  let position = positionOf(handle, 'layer', networkId);
  const layers = template.layers.map((key) => make('layer', { name: called(key), position: position++ }));
  position = positionOf(handle, 'unit', networkId);
  const units = new Map<string, string[]>();
  for (const { name, count = 1, layer, ...unit } of template.units) {
    const ids = Array.from({ length: count }, (_, index) =>
      make('unit', {
        ...unit,
        ...since(day),
        name: count > 1 ? `${called(name)} ${index + 1}` : called(name),
        layerId: layer === undefined ? null : layers[layer],
        position: position++,
      }),
    );
    units.set(name, ids);
  }
  const end = (key: string) => (units.get(key) ?? []).map((entityId) => ({ entityId, roleId: null }));
  for (const { kind, from, to } of template.relations) make('relation', { kind, from: end(from), to: end(to), ...since(day) });
  return { layers: layers.length, units: [...units.values()].flat().length, relations: template.relations.length, seats: 0, rhythms: 0 };
}

const idsOf = (handle: ReadHandle, table: string, networkId: string, order: string): string[] =>
  handle
    .all<{ id: string }>(
      `SELECT ${table}.id FROM ${table} JOIN entity ON entity.id = ${table}.id WHERE entity.home_network_id = @networkId ORDER BY ${order}`,
      { networkId },
    )
    .map((row) => row.id);

/** Copies records of a kind with their pointers led to the copies; what points at people or organisations is left out. */
class Copy {
  readonly #handle: WriteHandle;
  readonly #from: string;
  readonly #to: string;
  readonly #since: ReturnType<typeof since>;
  readonly #made = new Map<string, string>();

  constructor(handle: WriteHandle, from: string, to: string, day: string) {
    this.#since = since(day);
    this.#handle = handle;
    this.#from = from;
    this.#to = to;
    this.#made.set(from, to);
  }

  #led(id: string | null): string | null {
    return id === null ? null : (this.#made.get(id) ?? null);
  }
  #all(ids: readonly string[]): string[] {
    return ids.flatMap((id) => this.#made.get(id) ?? []);
  }
  #make(kind: 'layer' | 'unit' | 'seat' | 'rhythm' | 'relation', id: string, values: object): void {
    const made = createRecord(this.#handle, recordRules, kind, values as Record<string, unknown>);
    this.#made.set(id, made);
  }

  layers(): number {
    const ids = idsOf(this.#handle, 'layer', this.#from, 'layer.position, layer.id');
    for (const id of ids) {
      const { id: _id, ...layer } = getRecord(this.#handle, 'layer', id);
      this.#make('layer', id, { ...layer, networkId: this.#to });
    }
    return ids.length;
  }

  /** Parents first, so that every team finds the copy of the one it stands in. */
  units(): number {
    const left = new Map(
      idsOf(this.#handle, 'unit', this.#from, 'unit.position, unit.id').map((id) => [id, getRecord(this.#handle, 'unit', id)] as const),
    );
    const count = left.size;
    while (left.size > 0) {
      const [next] = [...left].filter(([, unit]) => unit.parentId === null || !left.has(unit.parentId));
      const [id, unit] = next ?? ([...left][0] as [string, ReturnType<typeof getRecord<'unit'>>]);
      const { id: _id, ...values } = unit;
      left.delete(id);
      this.#make('unit', id, {
        ...values,
        ...this.#since,
        networkId: this.#to,
        layerId: this.#led(unit.layerId),
        parentId: this.#led(unit.parentId),
        hostId: null,
        parts: this.#all(unit.parts),
      });
    }
    return count;
  }

  seats(): number {
    const ids = idsOf(this.#handle, 'seat', this.#from, 'seat.id');
    for (const id of ids) {
      const { id: _id, ...seat } = getRecord(this.#handle, 'seat', id);
      const containerId = this.#led(seat.containerId);
      if (containerId !== null) this.#make('seat', id, { ...seat, ...this.#since, containerId, organisationId: null });
    }
    return ids.length;
  }

  rhythms(): number {
    const ids = idsOf(this.#handle, 'rhythm', this.#from, 'rhythm.id');
    for (const id of ids) {
      const { id: _id, ...rhythm } = getRecord(this.#handle, 'rhythm', id);
      this.#make('rhythm', id, { ...rhythm, ...this.#since, networkId: this.#to, units: this.#all(rhythm.units) });
    }
    return ids.length;
  }

  /** Only those whose ends are all of the structure: a relation of a person or a school is not. */
  relations(): number {
    let count = 0;
    for (const id of idsOf(this.#handle, 'relation', this.#from, 'relation.id')) {
      const { id: _id, ...relation } = getRecord(this.#handle, 'relation', id);
      const ends = [...relation.from, ...relation.to];
      if (!ends.every((end) => this.#made.has(end.entityId))) continue;
      const led = (all: typeof relation.from) => all.map((end) => ({ ...end, entityId: this.#made.get(end.entityId) as string }));
      this.#make('relation', id, { ...relation, ...this.#since, networkId: this.#to, from: led(relation.from), to: led(relation.to) });
      count += 1;
    }
    return count;
  }
}

function afterNetwork(handle: WriteHandle, from: string, to: string, day: string) {
  if (from === to) throw new Refusal('invalid_input', 'foreignId', {}, ['from']);
  getRecord(handle, 'network', from);
  const copy = new Copy(handle, from, to, day);
  return { layers: copy.layers(), units: copy.units(), seats: copy.seats(), rhythms: copy.rhythms(), relations: copy.relations() };
}

export const structureCommands = {
  'structure.create': (handle, { networkId, from, at }, context) => {
    const day = at ?? context.today;
    getRecord(handle, 'network', networkId);
    const value = Object.hasOwn(templates, from)
      ? fromTemplate(handle, networkId, templates[from as TemplateKey], day, context)
      : afterNetwork(handle, from, networkId, day);
    return { value, params: { name: nameOfEntity(handle, networkId) } };
  },
  'structure.link': (handle, { networkId, names, at }, context) => {
    getRecord(handle, 'network', networkId);
    const value = { made: 0, known: 0, alreadyThere: 0 };
    for (const name of new Set(names.map((one) => one.trim()))) {
      const known = handle.get<{ id: string }>('SELECT id FROM person WHERE name = @name COLLATE NOCASE ORDER BY id', { name });
      const there = known
        ? handle.get(
            `SELECT 1 FROM membership JOIN entity ON entity.id = membership.id
             WHERE membership.person_id = @id AND entity.home_network_id = @networkId AND entity.kind = 'membership' AND membership.standing <> 'lapsed'`,
            { id: known.id, networkId },
          )
        : undefined;
      if (there !== undefined) {
        value.alreadyThere += 1;
        continue;
      }
      value[known ? 'known' : 'made'] += 1;
      const personId = known?.id ?? createRecord(handle, recordRules, 'person', { name });
      createRecord(handle, recordRules, 'membership', { personId, containerId: networkId, ...since(at ?? context.today) });
    }
    return { value, params: { name: nameOfEntity(handle, networkId) } };
  },
} satisfies Partial<Commands>;
