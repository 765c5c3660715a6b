/** One out of a list, some out of a list, or yes and no. */
import { MultiSelect, Select } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../words.tsx';
import type { Control } from './control.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends Control<string | null> {
  readonly options: readonly Option[];
  /** What nothing chosen means, where that is not 'niet bekend'. */
  readonly none?: string;
}

export function ChoiceControl({ id, label, hint, error, required, value, onChange, options, none }: ChoiceProps) {
  const t = useT();
  return (
    <Select
      id={id}
      label={label}
      description={hint}
      error={error}
      required={required ?? false}
      withAsterisk={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...options]}
      value={value}
      allowDeselect={!required}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t(($) => $.app.drawer.clear, { field: label }) }}
      placeholder={none ?? t(($) => $.app.unknown)}
      searchable={options.length > 8}
      selectFirstOptionOnChange
      nothingFoundMessage={t(($) => $.app.drawer.nothingFound)}
      onChange={(chosen) => chosen !== value && onChange(chosen)}
      onKeyDown={keepForList}
      comboboxProps={{ withinPortal: true, shadow: 'none' }}
      checkIconPosition="right"
    />
  );
}

// aria-expanded says so only after the next keystroke when the focus opened the list; this one at once
const isOpen = (field: Element): boolean => field.hasAttribute('data-expanded');

/** A list that is open takes Escape for itself. */
export function stopEscape(event: { key: string; currentTarget: Element; stopPropagation(): void }): void {
  if (event.key === 'Escape' && isOpen(event.currentTarget)) event.stopPropagation();
}

/** So does Enter: it takes the marked one, and no form is sent. */
function keepForList(event: KeyboardEvent<HTMLInputElement>): void {
  stopEscape(event);
  if (event.key !== 'Enter' || !isOpen(event.currentTarget)) return;
  event.preventDefault();
  // a list that was opened only just now forgets which one it marked, and then takes nothing by itself
  let taken = false;
  const take = () => {
    taken = true;
  };
  document.addEventListener('click', take, { capture: true });
  queueMicrotask(() => {
    document.removeEventListener('click', take, { capture: true });
    const marked = document.querySelectorAll<HTMLElement>('[role="listbox"] [data-combobox-selected]');
    if (!taken) [...marked].find((option) => option.checkVisibility())?.click();
  });
}

const NEW = 'new:';

interface OpenProps extends Control<string | null> {
  readonly options: readonly Option[];
  /** Makes a value of the user's own and tells what it is called from now on. */
  readonly onNew: (word: string) => Promise<string | null>;
}

/** A list that may grow: what is typed and not there can be added. */
export function OpenControl({ id, label, hint, error, required, value, onChange, options, onNew }: OpenProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? '').trim();
  const shown = options.find((option) => option.value === value)?.label ?? '';
  const isNew = text !== '' && text !== shown && !options.some((option) => option.label.toLowerCase() === text.toLowerCase());
  const data = isNew ? [...options, { value: `${NEW}${text}`, label: t(($) => $.app.drawer.newValue, { text }) }] : [...options];
  const choose = async (chosen: string | null) => {
    setTyped(null);
    const next = chosen?.startsWith(NEW) ? await onNew(chosen.slice(NEW.length)) : chosen;
    if (next !== value && (next !== null || !required)) onChange(next);
  };
  return (
    <Select
      id={id}
      label={label}
      description={hint}
      error={error}
      required={required ?? false}
      withAsterisk={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={data}
      value={value}
      searchable
      selectFirstOptionOnChange
      {...(typed === null ? {} : { searchValue: typed })}
      onSearchChange={setTyped}
      filter={({ options: all, search }) =>
        search.trim() === shown
          ? all
          : all.filter(
              (option) => 'value' in option && (option.value.startsWith(NEW) || option.label.toLowerCase().includes(search.trim().toLowerCase())),
            )
      }
      allowDeselect={!required}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t(($) => $.app.drawer.clear, { field: label }) }}
      placeholder={t(($) => $.app.unknown)}
      onChange={(chosen) => void choose(chosen)}
      onBlur={() => setTyped(null)}
      onKeyDown={keepForList}
      comboboxProps={{ withinPortal: true, shadow: 'none' }}
      checkIconPosition="right"
    />
  );
}

export function ChoicesControl({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  options,
}: Control<readonly string[]> & { readonly options: readonly Option[] }) {
  const t = useT();
  return (
    <MultiSelect
      id={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...options]}
      value={[...value]}
      placeholder={value.length === 0 ? t(($) => $.app.unknown) : ''}
      onChange={onChange}
      onKeyDown={stopEscape}
      comboboxProps={{ withinPortal: true, shadow: 'none' }}
      hidePickedOptions={false}
    />
  );
}

export function FlagControl({ id, label, hint, error, value, onChange }: Control<boolean>) {
  return (
    <div>
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {label}
      </label>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
