/** Points at a record: offers who or what exists first, then 'Nieuw: …'. */
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { EntityKind } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useT } from '../words.tsx';
import { stopEscape } from './ChoiceControl.tsx';
import type { Control } from './control.ts';

export type Found = Output<'entity.list'>['found'][number];

export interface PickerProps {
  readonly kinds: readonly EntityKind[];
  /** Sorts what is of this network first; with `own` shows nothing else. */
  readonly networkId: string | null;
  readonly own?: boolean | undefined;
  readonly first?: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly hide?: readonly string[];
  readonly make?: readonly string[] | undefined;
  /** Makes the record and tells its id. */
  readonly onMake: (kind: string, name: string) => Promise<string | null>;
}

export function useEntityName(id: string | null): string {
  const answer = useOperation('entity.get', id === null ? null : { id });
  return answer.data?.name ?? '';
}

const MAKE = 'make:';

/** @returns what is there for the text, and whether the answer is about this very text yet */
function useFound({ kinds, networkId, own, first, hide }: PickerProps, text: string, open: boolean) {
  const answer = useOperation('entity.list', open ? { text, kinds: [...kinds], limit: 60 } : null, { keep: true });
  const ahead = new Set(first?.map((item) => item.id));
  const rank = (item: Found) => (ahead.has(item.id) ? 0 : item.networkId === networkId ? 1 : 2);
  const found = (answer.data?.found ?? [])
    .filter((item) => !hide?.includes(item.id) && (!own || item.networkId === networkId))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 40);
  return { found, settled: answer.isSuccess && !answer.isPlaceholderData };
}

interface PickProps extends PickerProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly shown: string;
  readonly onPick: (id: string) => void;
  readonly onClear?: (() => void) | undefined;
}

/** The field with its list; what is typed finds, what is chosen is told. */
export function EntityPicker(props: PickProps) {
  const { id, label, hint, error, required, shown, onPick, onClear, make, onMake, kinds } = props;
  const t = useT();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [text] = useDebouncedValue((typed ?? '').trim(), 100);
  const { found, settled } = useFound(props, text, combobox.dropdownOpened);
  const now = (typed ?? '').trim();
  const taken = found.some((item) => item.name.toLowerCase() === now.toLowerCase());
  // who exists comes first: a new one is offered only once it is known who is there
  const isAnswered = now !== '' && text === now && settled;
  const makes = isAnswered ? (make ?? []) : [];
  // the list comes after the typing: an Enter that came before it takes the first one of what was meant, not of what stood there
  const early = useRef(false);
  const ahead = useEffectEvent(() => {
    combobox.selectFirstOption();
    if (early.current) combobox.clickSelectedOption();
    early.current = false;
  });
  const offered = [...found.map((item) => item.id), ...makes].join();
  useEffect(() => {
    if (isAnswered && offered !== '') ahead();
  }, [isAnswered, offered]);
  const close = () => {
    early.current = false;
    setTyped(null);
    combobox.closeDropdown();
  };
  const submit = async (value: string) => {
    close();
    if (!value.startsWith(MAKE)) return onPick(value);
    const [kind = '', ...name] = value.slice(MAKE.length).split(':');
    const made = await onMake(kind, name.join(':'));
    if (made !== null) onPick(made);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={(value) => void submit(value)} withinPortal shadow="none">
      <Combobox.Target>
        <InputBase
          id={id}
          label={label}
          description={hint}
          error={error}
          required={required ?? false}
          withAsterisk={false}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed ?? shown}
          placeholder={shown === '' ? t(($) => $.app.drawer.typeToFind) : ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
            early.current = false;
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => {
            // who looks something up in another program comes back to what was typed
            if (document.activeElement !== event.currentTarget) close();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation();
              close();
            }
            // a form is not sent while something is being looked for
            if (event.key === 'Enter' && now !== '') {
              event.preventDefault();
              early.current = !isAnswered;
            }
            stopEscape(event);
          }}
          rightSection={
            onClear && shown !== '' && typed === null ? (
              <button type="button" className="clear" aria-label={t(($) => $.app.drawer.clear, { field: label })} onClick={onClear}>
                <IconX size={14} stroke={1.8} />
              </button>
            ) : null
          }
          autoComplete="off"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {found.map((item) => (
            <Combobox.Option key={item.id} value={item.id}>
              <FoundOption item={item} many={kinds.length > 1} />
            </Combobox.Option>
          ))}
          {makes.map((kind) => (
            <Combobox.Option key={kind} value={`${MAKE}${kind}:${now}`}>
              <MakeOption kind={kind} name={now} taken={taken} many={makes.length > 1} />
            </Combobox.Option>
          ))}
          {found.length === 0 && makes.length === 0 && <Combobox.Empty>{t(($) => $.app.drawer.nothingFound)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function FoundOption({ item, many }: { readonly item: Found; readonly many: boolean }) {
  const t = useT();
  const kind = many ? (t.words.lists.entityKind as Record<string, string>)[item.kind] : null;
  return (
    <span className="option">
      <span>
        {item.name}
        {item.alsoKnownAs !== null && <em> {item.alsoKnownAs}</em>}
      </span>
      <span className="option-context">{[kind, item.context].filter(Boolean).join(', ')}</span>
    </span>
  );
}

function MakeOption({ kind, name, taken, many }: { readonly kind: string; readonly name: string; readonly taken: boolean; readonly many: boolean }) {
  const t = useT();
  const word = (t.words.lists.entityKind as Record<string, string>)[kind] ?? kind;
  return (
    <span className="option option-new">
      {t(($) => $.app.drawer.newValue, { text: name })}
      <span className="option-context">{taken ? t(($) => $.app.drawer.existing) : many ? word : ''}</span>
    </span>
  );
}

export function ReferenceControl({ value, onChange, ...rest }: Control<string | null> & PickerProps) {
  const shown = useEntityName(value);
  return <EntityPicker {...rest} shown={shown} onPick={onChange} onClear={rest.required ? undefined : () => onChange(null)} />;
}

function Chip({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const t = useT();
  const name = useEntityName(id);
  return (
    <li className="chip">
      {name}
      <button type="button" className="clear" aria-label={t(($) => $.app.drawer.remove1, { name })} onClick={onRemove}>
        <IconX size={13} stroke={1.8} />
      </button>
    </li>
  );
}

/** More than one: chips, and a field that adds. */
export function ReferencesControl({ value, onChange, ...rest }: Control<readonly string[]> & PickerProps) {
  return (
    <div>
      <EntityPicker {...rest} hide={value} shown="" onPick={(id) => onChange([...value, id])} />
      {value.length > 0 && (
        <ul className="chips" aria-label={rest.label}>
          {value.map((id) => (
            <Chip key={id} id={id} onRemove={() => onChange(value.filter((other) => other !== id))} />
          ))}
        </ul>
      )}
    </div>
  );
}
