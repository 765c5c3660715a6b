/** All descriptions by kind; a kind without one does not compile. */
import type { RecordKind } from '../../../shared/contract/fields.ts';
import { defaults } from '../../../shared/contract/fields.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import type { Description, FieldSpec, Values } from './describe.ts';
import { meetingDescriptions } from './describe-meeting.ts';
import { networkDescriptions } from './describe-network.ts';
import { peopleDescriptions } from './describe-people.ts';
import { portfolioDescriptions } from './describe-portfolio.ts';
import { yieldDescriptions } from './describe-yield.ts';

const all: { readonly [K in RecordKind]: Description } = {
  ...portfolioDescriptions,
  ...networkDescriptions,
  ...peopleDescriptions,
  ...meetingDescriptions,
  ...yieldDescriptions,
};

export const descriptionOf = (kind: RecordKind): Description => all[kind];

export const allFields = (kind: RecordKind): readonly FieldSpec[] => all[kind].sections.flatMap((section) => section.fields);

/** @example fieldWord(t, 'membership', 'organisationId') // 'Namens' */
export function fieldWord(t: Translate, kind: string, name: string): string {
  const { own, name: names } = t.words.fields;
  return (own as Record<string, string>)[`${kind}.${name}`] ?? (names as Record<string, string>)[name] ?? name;
}

export const hintWord = (t: Translate, kind: string, name: string): string | undefined =>
  (t.words.fields.hint as Record<string, string>)[`${kind}.${name}`];

export const kindWord = (t: Translate, kind: string): string => (t.words.lists.entityKind as Record<string, string>)[kind] ?? kind;

/** What a new record starts with: its defaults, there since some day up to the one in view, and what is known from where it was asked. */
export function newValues(kind: RecordKind, day: string, preset: Values): Values {
  const since = all[kind].thereNow ? { start: `[..${day}]` } : {};
  return { ...(defaults[kind] as Values), ...since, ...preset };
}
