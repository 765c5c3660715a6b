/** Forms to fill in: nothing but headers, and a sheet that says what goes under each. */

import type { RecordKind } from '../contract/fields.ts';
import type { Translate } from '../i18n/index.ts';
import { headerOf, type ImportKind, type Slot, sheetName, slotsFor, slotsOf } from './columns.ts';
import { defaultOf, type FieldType } from './field-types.ts';
import { kindsInOrder } from './keys.ts';
import type { Table } from './table.ts';

/** What a person needs to fill in about a kind of list; Schakel's own columns stay out. */
const inForm = ({ type, slot, field }: Slot): boolean =>
  !slot.endsWith('#id') && field !== 'id' && type.type !== 'slot' && type.type !== 'created' && field !== 'position';

function explain({ kind, field, type }: Slot, t: Translate): string {
  const words = t.words.exchange.template;
  if (type.type === 'list' || type.type === 'open') {
    const list = Object.values(t.words.lists[type.list] as Readonly<Record<string, string>>).join(', ');
    return t(type.type === 'list' && type.several ? ($) => $.exchange.template.several : ($) => $.exchange.template.list, { words: list });
  }
  if (type.type === 'reference' || type.type === 'ends') {
    const kinds = type.type === 'reference' ? type.kinds : [];
    const named = kinds.map((one) => t(($) => $.lists.entityKind[one])).join(', ');
    return t(($) => $.exchange.template.reference, { kinds: named || words.someone });
  }
  if (type.type === 'date') return defaultOf(kind, field) === '..' ? words.end : words.date;
  return words[(type as FieldType).type as 'text'] ?? words.text;
}

function form(name: string, slots: readonly Slot[], t: Translate): { sheet: Table; explanation: Table['rows'] } {
  const wanted = slots.filter(inForm);
  return {
    sheet: { name, rows: [wanted.map((slot) => headerOf(slot, t))] },
    explanation: wanted.map((slot) => [name, headerOf(slot, t), explain(slot, t)]),
  };
}

const withExplanation = (forms: readonly ReturnType<typeof form>[], t: Translate): readonly Table[] => {
  const { sheet, column, what } = t.words.exchange.template;
  return [...forms.map((one) => one.sheet), { name: sheet, rows: [[sheet, column, what], ...forms.flatMap((one) => one.explanation)] }];
};

/** @returns the form and its explanation */
export const listForm = (kind: ImportKind, t: Translate): readonly Table[] =>
  withExplanation([form(sheetName(kind, t.language), slotsFor(kind), t)], t);

/** A sheet per kind of record, and the explanation. */
export const networkForm = (t: Translate, kinds: readonly RecordKind[] = kindsInOrder): readonly Table[] =>
  withExplanation(
    kinds.map((kind) => form(sheetName(kind, t.language), slotsOf(kind), t)),
    t,
  );
