/** Words of one's own, Enter after each. */
import { TagsInput } from '@mantine/core';
import type { Control } from './control.ts';

export function TagsControl({ id, label, hint, error, value, onChange }: Control<readonly string[]>) {
  return (
    <TagsInput
      id={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={[...value]}
      onChange={onChange}
      acceptValueOnBlur
    />
  );
}
