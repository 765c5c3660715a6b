/** What stands in a pasted cell, as the value of a field; or why it cannot be that. */
import { foldName } from '../../../../shared/domain/alike.ts';
import type { OpenListName } from '../../../../shared/domain/lists.ts';
import type { Translate } from '../../../../shared/i18n/index.ts';
import { readTypedDate } from '../../../ui/fields/DateControl.tsx';
import { readTypedNumber } from '../../../ui/fields/NumberControl.tsx';
import type { FieldSpec } from '../describe.ts';

/** A record that is not there yet and comes with what is pasted. */
export interface Making {
  readonly kind: 'person' | 'organisation' | 'role' | 'unit' | 'listValue';
  readonly name: string;
  readonly list?: OpenListName;
}

export type Read = { readonly value: unknown; readonly makes?: readonly Making[] } | { readonly reason: string };

export interface Lookup {
  readonly t: Translate;
  /** Records of these kinds with exactly this name, apart from capitals and accents; those of the network in view first. */
  find(kinds: readonly string[], name: string): Promise<readonly { readonly id: string; readonly own: boolean }[]>;
  /** What can be chosen from a list, the user's own words too. */
  options(spec: FieldSpec): readonly { readonly value: string; readonly label: string }[];
  /** The id that something new has from now on, the same for the same name. */
  idFor(making: Making): string;
}

type Of<S extends FieldSpec['sort']> = Extract<FieldSpec, { sort: S }>;

const yes = new Set(['ja', 'yes', 'j', 'y', 'x', '1', 'waar', 'true', '✓']);
const no = new Set(['', 'nee', 'no', 'n', '0', 'onwaar', 'false', '-']);

function readFlag(text: string, t: Translate): Read {
  const word = text.toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : { reason: t(($) => $.register.paste.notYesNo, { text }) };
}

function readDate(text: string, sort: 'date' | 'end' | 'day', t: Translate): Read {
  const read = readTypedDate(text, { isEnd: sort === 'end', onlyDay: sort === 'day' });
  if ('date' in read) return { value: read.date };
  return { reason: t(read.wrong === 'noSuchDay' ? ($) => $.app.drawer.noSuchDay : ($) => $.app.drawer.dateWrong) };
}

function readNumber(text: string, decimal: boolean, t: Translate): Read {
  return readTypedNumber(text, decimal, t);
}

const parts = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

function readChoice(spec: Of<'choice' | 'choices' | 'open' | 'source'>, text: string, look: Lookup): Read {
  const options = look.options(spec);
  const one = (word: string) => options.find((option) => foldName(option.label) === foldName(word))?.value;
  if (spec.sort === 'choices') {
    const values = parts(text).map((word) => ({ word, value: one(word) }));
    const wrong = values.find(({ value }) => value === undefined);
    return wrong ? { reason: look.t(($) => $.register.paste.notInList, { text: wrong.word }) } : { value: values.map(({ value }) => value) };
  }
  const value = one(text);
  if (value !== undefined) return { value };
  if (spec.sort !== 'open') return { reason: look.t(($) => $.register.paste.notInList, { text }) };
  const making: Making = { kind: 'listValue', name: text, list: spec.list };
  return { value: look.idFor(making), makes: [making] };
}

async function readReference(spec: Of<'reference'>, text: string, look: Lookup): Promise<Read> {
  const { t } = look;
  const one = async (name: string): Promise<Read> => {
    const found = await look.find(spec.kinds, name);
    const own = found.filter((item) => item.own);
    const sure = found.length === 1 ? found[0] : own.length === 1 ? own[0] : undefined;
    if (sure && (!spec.own || sure.own)) return { value: sure.id };
    if (found.length > 1) return { reason: t(($) => $.register.paste.several, { text: name }) };
    const kind = spec.make?.[0];
    if (kind === undefined) return { reason: t(($) => $.register.paste.notThere, { text: name }) };
    const making: Making = { kind, name };
    return { value: look.idFor(making), makes: [making] };
  };
  if (!spec.many) return one(text);
  // a name with a comma in it is one name
  const whole = await look.find(spec.kinds, text);
  const names = whole.length > 0 ? [text] : parts(text);
  const reads = await Promise.all(names.map(one));
  const wrong = reads.find((read) => 'reason' in read);
  if (wrong) return wrong;
  const values = reads.flatMap((read) => ('value' in read ? [read] : []));
  return { value: values.map((read) => read.value), makes: values.flatMap((read) => read.makes ?? []) };
}

/** @param given as it was pasted; empty and 'niet bekend' are nothing */
export async function readCell(spec: FieldSpec, given: string, look: Lookup): Promise<Read> {
  const { t } = look;
  const text = spec.sort === 'prose' ? given.trim() : given.replace(/\s+/g, ' ').trim();
  const isNothing = text === '' || text.toLowerCase() === t(($) => $.app.unknown);
  const isMany = spec.sort === 'choices' || spec.sort === 'tags' || (spec.sort === 'reference' && spec.many);
  if (isNothing && spec.sort !== 'flag' && spec.sort !== 'end') {
    if (spec.required) return { reason: t(($) => $.app.drawer.required) };
    return { value: isMany ? [] : null };
  }
  switch (spec.sort) {
    case 'text':
    case 'prose':
      return { value: text };
    case 'date':
    case 'end':
    case 'day':
      return readDate(text, spec.sort, t);
    case 'number':
    case 'decimal':
      return readNumber(text, spec.sort === 'decimal', t);
    case 'flag':
      return readFlag(text, t);
    case 'tags':
      return { value: parts(text) };
    case 'choice':
    case 'choices':
    case 'open':
    case 'source':
      return readChoice(spec, text, look);
    case 'reference':
      return readReference(spec, text, look);
    case 'sides':
      return { reason: t(($) => $.register.paste.inDrawer) };
  }
}
