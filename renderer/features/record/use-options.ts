/** What can be chosen: the words of closed lists, own values of open ones, and short lists of records. */
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { OpenListName } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import type { Option } from '../../ui/fields/ChoiceControl.tsx';
import { usePlace } from '../../ui/paths.ts';
import { capital, useT } from '../../ui/words.tsx';
import type { ListName, Source, Values } from './describe.ts';
import { allFields, fieldWord } from './kinds.ts';

/** The word of a value of an open list: one that Schakel knows, or one that the user added. */
export function useListWord(): (list: OpenListName, value: string | null) => string {
  const t = useT();
  const own = useOperation('listValue.list', {});
  return (list, value) => {
    if (value === null) return t(($) => $.app.unknown);
    const known = (t.words.lists[list] as Record<string, string>)[value];
    const added = own.data?.rows.find((row) => row.id === value);
    return known ?? (t.language === 'en' ? (added?.labelEn ?? added?.labelNl) : added?.labelNl) ?? value;
  };
}

export function useClosedOptions(list: ListName): readonly Option[] {
  const t = useT();
  return Object.entries(t.words.lists[list]).map(([value, label]) => ({ value, label }));
}

export function useOpenOptions(list: OpenListName): readonly Option[] {
  const t = useT();
  const own = useOperation('listValue.list', {});
  const word = useListWord();
  const added = (own.data?.rows ?? []).filter((row) => row.list === list).map((row) => ({ value: row.id, label: word(list, row.id) }));
  return [...Object.entries(t.words.lists[list]).map(([value, label]) => ({ value, label })), ...added];
}

export function useSourceOptions(source: Source, values: Values): readonly Option[] {
  const t = useT();
  const day = useView((view) => view.day);
  const place = usePlace();
  const networkId = (values.networkId as string | undefined) ?? place.networkId;
  const units = useOperation('unit.list', source === 'layers' && networkId ? { networkId, at: day } : null);
  const studies = useOperation('study.list', source === 'years' || source === 'studies' ? {} : null);
  const about = useOperation('entity.get', source === 'fields' && values.entityId ? { id: values.entityId as string } : null);
  if (source === 'layers') return (units.data?.layers ?? []).map((layer) => ({ value: layer.id, label: layer.name }));
  const all = studies.data?.studies ?? [];
  if (source === 'studies') return all.map((study) => ({ value: study.id, label: study.name }));
  if (source === 'years') return all.flatMap((study) => study.years.map((year) => ({ value: year.id, label: year.name })));
  if (!about.data) return [];
  const kind = about.data.kind as RecordKind;
  return allFields(kind).map((field) => ({ value: field.name, label: capital(fieldWord(t, kind, field.name)) }));
}
