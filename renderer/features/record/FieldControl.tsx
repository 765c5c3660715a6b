/** The control that belongs to the sort of a field. */
import type { OpenListName } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { ChoiceControl, ChoicesControl, FlagControl, OpenControl } from '../../ui/fields/ChoiceControl.tsx';
import type { Control } from '../../ui/fields/control.ts';
import { DateControl } from '../../ui/fields/DateControl.tsx';
import { NumberControl } from '../../ui/fields/NumberControl.tsx';
import { ReferenceControl, ReferencesControl } from '../../ui/fields/ReferenceControl.tsx';
import { TagsControl } from '../../ui/fields/TagsControl.tsx';
import { ProseControl, TextControl } from '../../ui/fields/TextControl.tsx';
import { usePlace } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import type { FieldSpec, ListName, Source, Values } from './describe.ts';
import { SidesControl } from './SidesControl.tsx';
import { useMake } from './use-make.ts';
import { useClosedOptions, useOpenOptions, useSourceOptions } from './use-options.ts';

export interface FieldControlProps extends Omit<Control<unknown>, 'onChange'> {
  readonly spec: FieldSpec;
  readonly values: Values;
  /** Things made on the way (a new role) belong to the same step for undo. */
  readonly group?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

type Part<T> = Control<T> & { readonly values: Values };

function Closed({ list, values: _values, ...control }: Part<string | null> & { readonly list: ListName }) {
  return <ChoiceControl {...control} options={useClosedOptions(list)} />;
}

function Several({ list, values: _values, ...control }: Part<readonly string[]> & { readonly list: ListName }) {
  return <ChoicesControl {...control} options={useClosedOptions(list)} />;
}

function Open({
  list,
  values: _values,
  group,
  ...control
}: Part<string | null> & { readonly list: OpenListName; readonly group: string | undefined }) {
  const make = useMake(group);
  return <OpenControl {...control} options={useOpenOptions(list)} onNew={(word) => make('listValue', { list, labelNl: word })} />;
}

function FromSource({ source, values, ...control }: Part<string | null> & { readonly source: Source }) {
  const t = useT();
  const options = useSourceOptions(source, values);
  const none = source === 'fields' ? t(($) => $.app.drawer.general) : source === 'layers' ? t(($) => $.app.teams.outside).toLowerCase() : undefined;
  return <ChoiceControl {...control} options={options} {...(none === undefined ? {} : { none })} />;
}

type ReferenceSpec = Extract<FieldSpec, { sort: 'reference' }>;

function Reference({
  spec,
  values,
  group,
  ...control
}: Control<unknown> & { readonly spec: ReferenceSpec; readonly values: Values; readonly group: string | undefined }) {
  const make = useMake(group);
  const place = usePlace();
  const day = useView((view) => view.day);
  const networkId = (values.networkId as string | undefined) ?? place.networkId;
  const personId = spec.employers && typeof values.personId === 'string' ? values.personId : null;
  const person = useOperation('person.measure', personId === null ? null : { id: personId, at: day });
  const first = person.data?.employments.flatMap((row) => row.organisation ?? []);
  const picker = {
    kinds: spec.kinds,
    networkId,
    own: spec.own,
    first,
    make: networkId === null ? spec.make?.filter((kind) => kind !== 'unit') : spec.make,
    onMake: (kind: string, name: string) => make(kind, kind === 'unit' ? { name, networkId, start: `[..${day}]` } : { name }),
  };
  if (spec.many || Array.isArray(control.value))
    return <ReferencesControl {...(control as Control<readonly string[]>)} value={(control.value as string[] | null) ?? []} {...picker} />;
  return <ReferenceControl {...(control as Control<string | null>)} {...picker} />;
}

export function FieldControl({ spec, values, group, ...rest }: FieldControlProps) {
  const control = { ...rest, required: spec.required };
  const text = control as Control<string | null>;
  const several = { ...control, value: (control.value as string[] | null | undefined) ?? [] } as Control<readonly string[]>;
  switch (spec.sort) {
    case 'text':
      return <TextControl {...text} />;
    case 'prose':
      return <ProseControl {...text} />;
    case 'date':
      return <DateControl {...text} />;
    case 'end':
      return <DateControl {...text} isEnd />;
    case 'day':
      return <DateControl {...text} onlyDay />;
    case 'number':
    case 'decimal':
      return <NumberControl {...(control as Control<number | null>)} decimal={spec.sort === 'decimal'} />;
    case 'flag':
      return <FlagControl {...(control as Control<boolean>)} value={control.value === true} />;
    case 'tags':
      return <TagsControl {...several} />;
    case 'choice':
      return <Closed {...text} values={values} list={spec.list} />;
    case 'choices':
      return <Several {...several} values={values} list={spec.list} />;
    case 'open':
      return <Open {...text} values={values} list={spec.list} group={group} />;
    case 'source':
      return <FromSource {...text} values={values} source={spec.source} />;
    case 'reference':
      return <Reference {...control} spec={spec} values={values} group={group} />;
    case 'sides':
      return <SidesControl {...(control as Control<unknown>)} group={group} />;
  }
}
