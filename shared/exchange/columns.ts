/** The columns that a table can have, what stands over them, and which one a header means. */
import type { RecordKind } from '../contract/fields.ts';
import { type Language, languages, type Translate, translator } from '../i18n/index.ts';
import { fold } from './cells.ts';
import { type FieldType, fieldTypes } from './field-types.ts';

export interface Slot {
  /** `kind.field`; the id of a record that a field points at is `kind.field#id`. */
  readonly slot: string;
  readonly kind: RecordKind;
  readonly field: string;
  readonly type: FieldType | { readonly type: 'id' | 'ids' | 'part' | 'slot' | 'created' };
}

/** What can be imported as one table: the kind that a line is about, and what else can stand in it. */
export const importKinds = ['person', 'organisation', 'membership', 'relation'] as const;
export type ImportKind = (typeof importKinds)[number];

const nameParts = ['firstName', 'infix', 'lastName'] as const;
const placed = new Set<RecordKind>(['membership', 'seat']);

/** All columns of a kind: its fields, the ids of what they point at, and the record's own id last. */
export function slotsOf(kind: RecordKind): readonly Slot[] {
  const types = [...fieldTypes(kind)];
  const own = types.map(([field, type]): Slot => ({ slot: `${kind}.${field}`, kind, field, type }));
  const ids = types
    .filter(([, type]) => type.type === 'reference' || type.type === 'ends')
    .map(
      ([field, type]): Slot => ({
        slot: `${kind}.${field}#id`,
        kind,
        field,
        type: { type: type.type === 'reference' && !type.several ? 'id' : 'ids' },
      }),
    );
  const slot: Slot[] = placed.has(kind) ? [{ slot: `${kind}.slot`, kind, field: 'slot', type: { type: 'slot' } }] : [];
  return [
    ...own,
    ...slot,
    { slot: `${kind}.created`, kind, field: 'created', type: { type: 'created' } },
    ...ids,
    { slot: `${kind}.id`, kind, field: 'id', type: { type: 'id' } },
  ];
}

const some = (kind: RecordKind, wanted: readonly string[]): readonly Slot[] =>
  slotsOf(kind).filter(({ slot }) => wanted.includes(slot.slice(kind.length + 1)));

const personParts: readonly Slot[] = nameParts.map((field) => ({ slot: `person.${field}`, kind: 'person', field, type: { type: 'part' } }));
const [personName, ...personRest] = slotsOf('person').filter(({ field }) => field !== 'created');
const employment = some('employment', ['organisationId', 'function']);
const membership = slotsOf('membership').filter(({ field, slot }) => !['personId', 'created', 'slot', 'id'].includes(field) && !slot.includes('#'));

const tables: { readonly [K in ImportKind]: readonly Slot[] } = {
  person: [personName as Slot, ...personParts, ...personRest, ...employment, ...membership],
  membership: [
    personName as Slot,
    ...personParts,
    ...personRest.filter(({ field }) => field !== 'id'),
    ...membership,
    ...employment,
    ...some('membership', ['personId#id', 'containerId#id', 'organisationId#id', 'roles#id', 'id']),
  ],
  organisation: slotsOf('organisation').filter(({ field }) => field !== 'created'),
  relation: slotsOf('relation').filter(({ field, slot }) => field !== 'created' && slot !== 'relation.networkId' && slot !== 'relation.networkId#id'),
};

export const slotsFor = (kind: ImportKind): readonly Slot[] => tables[kind];

/** What stands over a column. @example headerOf(slot, translator('nl')) // 'Werkt bij' */
export function headerOf({ slot, kind, field, type }: Slot, t: Translate): string {
  const { columns } = t.words.exchange;
  if (field === 'id') return 'id';
  if (type.type === 'part' || type.type === 'slot' || type.type === 'created') return columns[field as keyof typeof columns];
  const { own, name } = t.words.fields as { own: Record<string, string>; name: Record<string, string> };
  const plain = own[`${kind}.${field}`] ?? name[field] ?? field;
  return slot.endsWith('#id') ? `${plain} (id)` : plain;
}

/** Headers that people write over their columns, by what they mean; what Schakel itself writes is known besides. */
const written: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  person: {
    'person.name':
      'naam, volledige naam, voor- en achternaam, deelnemer, persoon, wie, medewerker, contactpersoon, name, full name, participant, person',
    'person.firstName': 'voornaam, voornamen, roepnaam, first name, given name',
    'person.infix': 'tussenvoegsel, tussenvoegsels, tussenv, voorvoegsel, voorvoegsels, infix, prefix',
    'person.lastName': 'achternaam, familienaam, last name, surname, family name',
    'person.mail': 'e-mail, email, mail, e-mailadres, emailadres, mailadres, e-mail address, email address',
    'person.phone': 'telefoon, tel, telefoonnummer, mobiel, mobiele telefoon, gsm, phone, telephone, mobile, phone number',
    'person.education': 'opleiding, hoogste opleiding, opleidingsniveau, education',
    'person.note': 'aantekening, aantekeningen, opmerking, opmerkingen, notitie, toelichting, note, notes, remark, remarks',
    'employment.organisationId': 'organisatie, werkgever, school, instelling, organisation, organization, employer, company, bedrijf',
    'employment.function': 'functie, functietitel, beroep, position, job title, title, titel',
    'membership.containerId': 'team, teams, groep, groepen, werkgroep, plg, team of groep, in team, group, unit',
    'membership.roles': 'rol, rollen, role, roles, rol in team',
    'membership.organisationId': 'namens, namens organisatie, on behalf of, for',
    'membership.start': 'van, sinds, vanaf, start, begin, startdatum, begindatum, datum in, lid sinds, from, since, start date',
    'membership.end': 'tot, tot en met, t/m, eind, einde, einddatum, datum uit, until, till, end, end date',
    'membership.standing': 'stand, status, standing',
    'membership.hoursPerWeek': 'uren, uren per week, uur per week, hours, hours a week',
    'membership.appointed': 'bruggenbouwer, benoemd, benoemd als bruggenbouwer, broker, bridge builder',
  },
  // where a line is about someone's place, a remark is about that
  membership: { 'membership.note': 'aantekening, aantekeningen, opmerking, opmerkingen, notitie, toelichting, note, notes, remark, remarks' },
  organisation: {
    'organisation.name': 'naam, organisatie, school, instelling, bedrijf, name, organisation, organization',
    'organisation.kind': 'soort, type, soort organisatie, kind',
    'organisation.place': 'plaats, vestigingsplaats, woonplaats, stad, place, city, town',
    'organisation.sectors': 'sector, sectoren, onderwijssector, sectors',
    'organisation.schoolTypes': 'schooltype, schooltypen, schoolsoort, onderwijstype, school type',
    'organisation.brin': 'brin, brinnummer, brin-nummer, brincode',
    'organisation.note': 'aantekening, aantekeningen, opmerking, opmerkingen, notitie, toelichting, note, notes',
    'organisation.start': 'sinds, van, vanaf, begin, since, from',
    'organisation.end': 'tot, einde, until, end',
  },
  relation: {
    'relation.from': 'van, bron, wie, from, source',
    'relation.to': 'naar, aan, doel, met, to, target',
    'relation.kind': 'soort, relatie, soort relatie, type, kind, label, relation',
    'relation.mutual': 'over en weer, wederzijds, beide kanten, mutual',
    'relation.strength': 'sterkte, gewicht, strength, weight',
    'relation.note': 'aantekening, opmerking, toelichting, note',
    'relation.start': 'sinds, vanaf, begin, startdatum, since, start date',
    'relation.end': 'tot, einde, einddatum, until, end date',
  },
};

/** Everything that a header may say, folded, with the column it means; what people write wins from a field's own name. */
function dictionary(slots: readonly Slot[], extra: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const put = (text: string, slot: string): void => {
    if (!words.has(fold(text))) words.set(fold(text), slot);
  };
  for (const [slot, headers] of Object.entries(extra)) for (const header of headers.split(', ')) put(header, slot);
  for (const language of languages) for (const slot of slots) put(headerOf(slot, translator(language)), slot.slot);
  return words;
}

const dictionaries = new Map<ImportKind, ReadonlyMap<string, string>>();
function dictionaryOf(kind: ImportKind): ReadonlyMap<string, string> {
  const known =
    dictionaries.get(kind) ?? dictionary(slotsFor(kind), kind === 'membership' ? { ...written.membership, ...written.person } : written[kind]);
  dictionaries.set(kind, known);
  return known;
}

/** 'Geschiedenis (vervolg 2)': what did not fit in one cell goes on in the next column. */
export const continued = /\s*\((?:vervolg|continued) \d+\)$/;

/** @returns per column what it means, or null; a meaning is given once, to the first column that has it */
export function guessColumns(kind: ImportKind, headers: readonly string[]): (string | null)[] {
  const words = dictionaryOf(kind);
  const given = new Set<string>();
  return headers.map((header) => {
    const plain = header.replace(continued, '');
    const slot = words.get(fold(plain)) ?? null;
    if (slot === null || (given.has(slot) && plain === header)) return null;
    given.add(slot);
    return slot;
  });
}

/** Whether a first row is a header: some cell of it is a word that stands over columns. */
export const looksLikeHeader = (kind: ImportKind, row: readonly string[]): boolean => guessColumns(kind, row).some((slot) => slot !== null);

/** The columns of a sheet of one kind, by what stands over them in any language. */
export function sheetColumns(kind: RecordKind, headers: readonly string[]): (Slot | null)[] {
  const slots = slotsOf(kind);
  const words = dictionary(slots, {});
  const bySlot = new Map(slots.map((slot) => [slot.slot, slot]));
  return headers.map((header) => bySlot.get(words.get(fold(header.replace(continued, ''))) ?? '') ?? null);
}

/** The kind that a sheet is about, by its name in any language. */
export function sheetKind(name: string, kinds: readonly RecordKind[]): RecordKind | null {
  for (const language of languages) for (const kind of kinds) if (fold(sheetName(kind, language)) === fold(name)) return kind;
  return null;
}

/** Excel allows 31 signs. @example sheetName('unit', 'nl') // 'Teams' */
export function sheetName(kind: RecordKind, language: Language): string {
  const words = translator(language).words.lists.entityKinds[kind];
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 31).trim();
}
