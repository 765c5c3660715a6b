/** One description per kind of record: what the drawer shows, edits, and asks for when a new one is made. */
import type { Fields, RecordKind } from '../../../shared/contract/fields.ts';
import type { EntityKind, OpenListName } from '../../../shared/domain/lists.ts';
import type { Words } from '../../../shared/i18n/index.ts';

/** Names of lists of words, which are also the closed lists of the domain. */
export type ListName = Exclude<keyof Words['lists'], 'entityKind' | 'entityKinds' | 'presence'>;
/** Lists of records that are short enough to choose from without typing. */
export type Source = 'layers' | 'years' | 'studies' | 'fields';

export type Sort =
  | { readonly sort: 'text' | 'prose' | 'date' | 'end' | 'day' | 'number' | 'decimal' | 'flag' | 'tags' | 'sides' }
  | { readonly sort: 'choice' | 'choices'; readonly list: ListName }
  | { readonly sort: 'open'; readonly list: OpenListName }
  | { readonly sort: 'source'; readonly source: Source }
  | {
      readonly sort: 'reference';
      readonly kinds: readonly EntityKind[];
      readonly many?: boolean;
      /** What can be made on the spot when nothing is found. */
      readonly make?: readonly ('person' | 'organisation' | 'role' | 'unit')[];
      /** Only from the network in view. */
      readonly own?: boolean;
      /** Offers the employers of the person first. */
      readonly employers?: boolean;
    };

export type FieldSpec = Sort & {
  readonly name: string;
  /** Half the width, beside its neighbour. */
  readonly half?: boolean;
  readonly required?: boolean;
  readonly when?: (values: Values) => boolean;
};

export type Values = Readonly<Record<string, unknown>>;

export interface Section {
  readonly title: keyof Words['fields']['sections'] | null;
  readonly fields: readonly FieldSpec[];
  /** Folded until asked for. */
  readonly folded?: boolean;
}

export type Related =
  | 'memberships'
  | 'members'
  | 'employments'
  | 'staff'
  | 'seats'
  | 'rhythms'
  | 'phases'
  | 'relations'
  | 'participants'
  | 'takesPart'
  | 'links'
  | 'networkLinks'
  | 'principles'
  | 'profiles'
  | 'meetingParts'
  | 'decisions'
  | 'actions'
  | 'meetingObjects'
  | 'spread'
  | 'qualities'
  | 'embeddings'
  | 'otherNames'
  | 'figures'
  | 'statements';

export interface Description {
  readonly sections: readonly Section[];
  /** Fields that the form for a new one shows; the rest follows in the drawer. */
  readonly asks: readonly string[];
  readonly related: readonly Related[];
  /** A new one is there on the day in view, since when nobody said. */
  readonly thereNow?: boolean;
}

type Options = Omit<FieldSpec, 'name' | 'sort'>;
type Name<K extends RecordKind> = Extract<keyof Fields<K>, string>;

/** Builders of fields of one kind of record: a name that the record does not have does not compile. */
export function fieldsOf<K extends RecordKind>(_kind: K) {
  const plain =
    (sort: Exclude<Sort['sort'], 'choice' | 'choices' | 'open' | 'source' | 'reference'>) =>
    (name: Name<K>, options: Options = {}): FieldSpec => ({ ...options, name, sort });
  return {
    text: plain('text'),
    prose: plain('prose'),
    date: plain('date'),
    end: plain('end'),
    day: plain('day'),
    number: plain('number'),
    decimal: plain('decimal'),
    flag: plain('flag'),
    tags: plain('tags'),
    sides: plain('sides'),
    choice: (name: Name<K>, list: ListName, options: Options = {}): FieldSpec => ({ ...options, name, sort: 'choice', list }),
    choices: (name: Name<K>, list: ListName, options: Options = {}): FieldSpec => ({ ...options, name, sort: 'choices', list }),
    open: (name: Name<K>, list: OpenListName, options: Options = {}): FieldSpec => ({ ...options, name, sort: 'open', list }),
    source: (name: Name<K>, source: Source, options: Options = {}): FieldSpec => ({ ...options, name, sort: 'source', source }),
    reference: (
      name: Name<K>,
      kinds: readonly EntityKind[],
      options: Options & Pick<Extract<Sort, { sort: 'reference' }>, 'many' | 'make' | 'own' | 'employers'> = {},
    ): FieldSpec => ({ ...options, name, sort: 'reference', kinds }),
  };
}

export const half = { half: true } as const;
export const required = { required: true } as const;
