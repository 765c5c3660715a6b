/** Lets a table of records of one kind be written in, with the same fields and controls as the drawer. */
import { useMemo, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { RecordKind } from '../../../../shared/contract/fields.ts';
import type { HostApi, Outcome } from '../../../../shared/contract/result.ts';
import { foldName } from '../../../../shared/domain/alike.ts';
import { useHost } from '../../../client/host-context.tsx';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import type { Editing, Paste } from '../../../ui/grid/editing.ts';
import { usePlace } from '../../../ui/paths.ts';
import { useT } from '../../../ui/words.tsx';
import type { FieldSpec, Values } from '../describe.ts';
import { allFields, newValues } from '../kinds.ts';
import { editorFor } from './CellEditor.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { type Change, type Creation, changesOf, isRefused, type PlannedRow, planPaste } from './paste-plan.ts';
import type { Lookup, Making } from './read-cell.ts';

/** Made anew for each paste: the same new name has one id in it. */
function useLookup(): () => Lookup {
  const t = useT();
  const host = useHost();
  const { networkId } = usePlace();
  const day = useView((view) => view.day);
  const added = useOperation('listValue.list', {});
  const units = useOperation('unit.list', networkId === null ? null : { networkId, at: day });
  return () => {
    const made = new Map<string, string>();
    const asked = new Map<string, ReturnType<Lookup['find']>>();
    const find = async (kinds: readonly string[], name: string) => {
      const outcome = await host.run('entity.list', { text: name, kinds, limit: 100 });
      if (!outcome.ok) return [];
      const { found } = outcome.value as {
        found: readonly { id: string; name: string; kind: string; networkId: string | null; alsoKnownAs: string | null }[];
      };
      const same = (text: string | null) => text !== null && foldName(text) === foldName(name);
      return found
        .filter((item) => same(item.name) || same(item.alsoKnownAs) || (item.kind === 'network' && same(item.name.replace(/^\S+ /, ''))))
        .map((item) => ({ id: item.id, own: item.networkId === networkId }));
    };
    return {
      t,
      find: (kinds, name) => {
        const key = `${kinds.join()} ${foldName(name)}`;
        const answer = asked.get(key) ?? find(kinds, name);
        asked.set(key, answer);
        return answer;
      },
      options: (spec) => {
        if (spec.sort === 'source') return (units.data?.layers ?? []).map((layer) => ({ value: layer.id, label: layer.name }));
        if (spec.sort !== 'choice' && spec.sort !== 'choices' && spec.sort !== 'open') return [];
        const known = Object.entries(t.words.lists[spec.list] as Record<string, string>).map(([value, label]) => ({ value, label }));
        const own = (added.data?.rows ?? []).filter((row) => row.list === spec.list).map((row) => ({ value: row.id, label: row.labelNl }));
        return [...known, ...own];
      },
      idFor: ({ kind, name, list }) => {
        const key = `${kind} ${list ?? ''} ${foldName(name)}`;
        const id = made.get(key) ?? newId();
        made.set(key, id);
        return id;
      },
    };
  };
}

/** One step for one record under its own name, for more as a list: all of it or nothing. */
function send(host: HostApi, changes: readonly Change[], group: string): Promise<Outcome> {
  const [first] = changes;
  if (changes.length !== 1 || !first || first.isNew) return host.run('entity.update', { changes }, { group });
  return host.run(`${first.kind}.update`, { id: first.id, ...first.fields }, { group });
}

/** What is written where somebody wrote: cells that can be written in one line, and what is not for a table. */
const canWrite = (spec: FieldSpec | undefined): boolean => spec !== undefined && spec.sort !== 'sides';

interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly look: Lookup;
}

/**
 * @param kind of all rows; the id of a row is that of its record
 * @param creation how a new row is made, where the table can have new ones
 */
export function useCellEditing(kind: RecordKind, creation: Creation | null = null): Editing {
  const host = useHost();
  const say = useView((view) => view.say);
  const day = useView((view) => view.day);
  const { networkId } = usePlace();
  const lookup = useLookup();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const specs = allFields(kind);
  const Editor = useMemo(() => editorFor(kind), [kind]);
  const own: Creation | null = creation && { ...creation, preset: newValues(kind, day, creation.preset) };

  const write = async (changes: readonly Change[], group: string = crypto.randomUUID()): Promise<boolean> => {
    if (changes.length === 0) return true;
    const outcome = await send(host, changes, group);
    if (!outcome.ok) say(outcome.error.message);
    return outcome.ok;
  };
  const valuesOf = ({ kind: made, name, list }: Making): Values =>
    made === 'listValue' ? { list, labelNl: name } : made === 'unit' ? { name, networkId, start: `[..${day}]` } : { name };
  const take = async ({ rows, look }: Planned, again: ReadonlySet<number>) => {
    setPlanned(null);
    await write(await changesOf(rows, { kind, creation: own, again, newId, idFor: look.idFor, values: valuesOf }));
  };
  const paste = async (what: Paste) => {
    const look = lookup();
    const rows = await planPaste(creation ? what : { ...what, rows: what.rows.filter((row) => row.id !== null) }, {
      kind,
      specs,
      creation: own,
      look,
    });
    const cells = rows.flatMap((row) => row.cells);
    if (cells.length === 0) return;
    const isPlain = rows.length === 1 && !cells.some(isRefused) && rows[0]?.exists.length === 0;
    if (isPlain) await take({ rows, look }, new Set());
    else setPlanned({ rows, look });
  };
  return {
    canEdit: (field): field is string => field !== undefined && canWrite(specs.find((spec) => spec.name === field)),
    Editor,
    newField: creation?.field ?? null,
    write: (ids, field, { value, group }) =>
      write(
        ids.map((id) => ({ kind, id, fields: { [field]: value } })),
        group,
      ),
    fill: async (from, ids, fields) => {
      const outcome = await host.run(`${kind}.get`, { id: from });
      if (!outcome.ok) return false;
      const values = outcome.value as Values;
      return write(ids.map((id) => ({ kind, id, fields: Object.fromEntries(fields.map((field) => [field, values[field]])) })));
    },
    add: async ({ value, group }) => {
      const spec = specs.find((one) => one.name === creation?.field);
      if (!creation || !spec) return false;
      if (spec.sort !== 'reference' && typeof value === 'string') {
        await paste({ rows: [{ id: null, name: value }], fields: [spec.name], headers: [''], cells: [[value]] });
        return true;
      }
      const id = newId();
      return write([{ kind, id, isNew: true, fields: { ...own?.preset, [creation.field]: value } }, ...((await creation.also?.(id)) ?? [])], group);
    },
    paste,
    dialog: planned && (
      <PasteDialog rows={planned.rows} creation={own} onClose={() => setPlanned(null)} onTake={(again) => void take(planned, again)} />
    ),
  };
}
