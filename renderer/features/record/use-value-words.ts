/** The value of a field as a person reads it, outside its control. */
import { useFormat, useT } from '../../ui/words.tsx';
import type { FieldSpec } from './describe.ts';
import { useListWord } from './use-options.ts';

/** @returns words for values that are no reference */
export function useValueWords(): (spec: FieldSpec, value: unknown) => string {
  const t = useT();
  const format = useFormat();
  const listWord = useListWord();
  const words = (spec: FieldSpec, value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? '' : format.list(value.map((item) => words(spec, item)));
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? ($) => $.app.yes : ($) => $.app.no);
    if (spec.sort === 'date' || spec.sort === 'end') return format.date(String(value));
    if (spec.sort === 'open') return listWord(spec.list, String(value));
    if (spec.sort === 'choice' || spec.sort === 'choices')
      return (t.words.lists[spec.list] as Record<string, string>)[String(value)] ?? String(value);
    return typeof value === 'number' ? format.number(value) : String(value);
  };
  return words;
}
