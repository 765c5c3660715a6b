/** All records, those of the portfolio and those that a file adds, as a line looks for them: by name, by address, by what they link. */
import type { RecordKind } from '../contract/fields.ts';
import type { Translate } from '../i18n/index.ts';
import { fold } from './cells.ts';
import { displayable } from './describe.ts';
import { kindsInOrder, recordKey, type Values } from './keys.ts';
import { NameIndex, nameKey } from './names.ts';
import type { Stock, StoredRecord } from './plan.ts';

/** Kinds that are called by a name of their own. */
export const namedKinds = [
  'network',
  'layer',
  'unit',
  'organisation',
  'person',
  'role',
  'study',
  'researchYear',
  'rhythm',
  'phase',
  'channel',
  'meeting',
  'yield',
] as const;

const plain = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

export class Shelf {
  readonly stock: Stock;
  readonly t: Translate;
  readonly #records = new Map<RecordKind, Map<string, StoredRecord>>();
  readonly #kinds = new Map<string, RecordKind>();
  readonly #names = new Map<RecordKind, NameIndex>();
  readonly #keys = new Map<string, Set<string>>();
  readonly #mails = new Map<string, Set<string>>();
  readonly #brins = new Map<string, string>();
  /** In which networks a person has a place. */
  protected readonly networks: Map<string, ReadonlySet<string>>;

  constructor(stock: Stock, t: Translate) {
    this.stock = stock;
    this.t = t;
    this.networks = new Map(stock.networksOf);
    for (const kind of kindsInOrder) {
      this.#records.set(kind, new Map());
      this.#names.set(kind, new NameIndex());
    }
    for (const kind of kindsInOrder) for (const record of stock.records[kind]) this.add(kind, record);
    for (const other of stock.records.otherName) {
      const kind = this.#kinds.get(other.entityId as string);
      if (kind !== undefined) this.#names.get(kind)?.add(nameKey(String(other.name)), other.entityId as string);
    }
  }

  protected add(kind: RecordKind, record: StoredRecord): void {
    this.#records.get(kind)?.set(record.id, record);
    this.#kinds.set(record.id, kind);
    const key = `${kind} ${recordKey(kind, record)}`;
    this.#keys.set(key, (this.#keys.get(key) ?? new Set()).add(record.id));
    if (typeof record.name === 'string') this.#names.get(kind)?.add(nameKey(record.name), record.id);
    if (kind === 'network') this.#names.get(kind)?.add(fold(String(record.code)), record.id);
    const mail = kind === 'person' ? plain(record.mail) : '';
    if (kind === 'organisation') this.#brins.set(plain(record.brin), record.id);
    if (mail !== '') this.#mails.set(mail, (this.#mails.get(mail) ?? new Set()).add(record.id));
    if (kind === 'membership') this.#place(record.personId as string, this.networkOf(record.containerId as string));
  }

  #place(personId: string, networkId: string | null): void {
    if (networkId !== null) this.networks.set(personId, new Set(this.networks.get(personId)).add(networkId));
  }

  protected remove(kind: RecordKind, record: StoredRecord): void {
    this.#records.get(kind)?.delete(record.id);
    this.#kinds.delete(record.id);
    this.#keys.get(`${kind} ${recordKey(kind, record)}`)?.delete(record.id);
    if (typeof record.name === 'string') this.#names.get(kind)?.remove(nameKey(record.name), record.id);
    if (kind === 'network') this.#names.get(kind)?.remove(fold(String(record.code)), record.id);
    if (kind === 'person') this.#mails.get(plain(record.mail))?.delete(record.id);
  }

  kindOf(id: string): RecordKind | undefined {
    return this.#kinds.get(id);
  }
  record(kind: RecordKind, id: string): StoredRecord | undefined {
    return this.#records.get(kind)?.get(id);
  }
  all(kind: RecordKind): readonly StoredRecord[] {
    return [...(this.#records.get(kind)?.values() ?? [])];
  }
  /** Whether there is nothing in the portfolio yet. */
  get isEmpty(): boolean {
    return kindsInOrder.every((kind) => this.stock.records[kind].length === 0);
  }
  /** The name of a record, or what it is where it has none. */
  nameOf(id: string): string {
    const kind = this.#kinds.get(id);
    return kind === undefined ? id : displayable(kind, this.record(kind, id) as StoredRecord, this);
  }
  networkNameOf(id: string): string {
    const network = this.networkOf(id);
    return network === null ? '' : this.nameOf(network);
  }
  networkOf(containerId: string): string | null {
    const kind = this.#kinds.get(containerId);
    return kind === 'network' ? containerId : ((kind && (this.record(kind, containerId)?.networkId as string | undefined)) ?? null);
  }
  networksOf(personId: string): ReadonlySet<string> {
    return this.networks.get(personId) ?? new Set();
  }

  equal(kind: RecordKind, name: string): readonly string[] {
    return this.#names.get(kind)?.equal(nameKey(name)) ?? [];
  }
  close(kind: RecordKind, name: string): readonly string[] {
    return this.#names.get(kind)?.close(nameKey(name)) ?? [];
  }
  byMail(mail: string): readonly string[] {
    return [...(this.#mails.get(plain(mail)) ?? [])];
  }
  /** Where an organisation is, to tell it from another of the same name: its place, and the networks it takes part in. */
  whereIs(organisationId: string): string {
    this.#where ??= this.#placesOfOrganisations();
    const place = this.record('organisation', organisationId)?.place;
    const networks = [...(this.#where.get(organisationId) ?? [])].map((id) => this.nameOf(id));
    return [place, ...networks].filter((part) => typeof part === 'string' && part !== '').join(', ');
  }
  #where: Map<unknown, Set<string>> | undefined;
  #placesOfOrganisations(): Map<unknown, Set<string>> {
    const where = new Map<unknown, Set<string>>();
    const put = (organisationId: unknown, networkId: string | null): void => {
      if (networkId !== null) where.set(organisationId, (where.get(organisationId) ?? new Set()).add(networkId));
    };
    const { membership, participation, unit } = this.stock.records;
    for (const { organisationId, containerId } of [...membership, ...participation]) put(organisationId, this.networkOf(String(containerId)));
    for (const { hostId, networkId } of unit) put(hostId, String(networkId));
    for (const { organisationId, personId } of this.stock.records.employment)
      for (const networkId of this.networksOf(String(personId))) put(organisationId, networkId);
    return where;
  }

  /** The organisation with this BRIN. */
  byBrin(brin: unknown): StoredRecord | undefined {
    const id = plain(brin) === '' ? undefined : this.#brins.get(plain(brin));
    return id === undefined ? undefined : this.record('organisation', id);
  }
  byKey(kind: RecordKind, values: Values): readonly StoredRecord[] {
    const ids = this.#keys.get(`${kind} ${recordKey(kind, values)}`) ?? [];
    return [...ids].map((id) => this.record(kind, id) as StoredRecord);
  }
}
