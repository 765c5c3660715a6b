/** One of a few, or none of them. */
import { Select } from '@mantine/core';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  onChange(value: string | null): void;
}

export function ChoiceOf({ id, label, none, options, value, onChange }: Props) {
  return (
    <Select
      id={id}
      label={label}
      allowDeselect={false}
      // within the card it would be cut off at the card's edge
      comboboxProps={{ withinPortal: true, shadow: 'none' }}
      data={[{ value: '', label: none }, ...options]}
      value={value ?? ''}
      onChange={(next) => onChange(next ? next : null)}
    />
  );
}
