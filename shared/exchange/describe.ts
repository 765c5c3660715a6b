/** What a record is called where people read it. */
import type { RecordKind } from '../contract/fields.ts';
import type { Translate } from '../i18n/index.ts';
import type { Values } from './keys.ts';

interface Names {
  readonly t: Translate;
  nameOf(id: string): string;
}

/** Fields that say what a record is about, where it has no name of its own. */
const about: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  membership: ['personId', 'containerId'],
  employment: ['personId', 'organisationId'],
  participation: ['organisationId', 'containerId'],
  roleProfile: ['roleId', 'networkId'],
  networkLink: ['fromId', 'toId'],
  organisationLink: ['fromId', 'toId'],
  seat: ['containerId', 'roleId'],
  statement: ['entityId'],
  figure: ['entityId'],
  collectionItem: ['networkId'],
  attendance: ['personId', 'meetingId'],
  meetingObject: ['yieldId', 'meetingId'],
  quality: ['yieldId'],
  spread: ['yieldId', 'toId'],
  embedding: ['entityId', 'organisationId'],
};

/** @example displayable('membership', { personId, containerId }, names) // 'Leraar 5, PLG 3' */
export function displayable(kind: RecordKind, values: Values, names: Names): string {
  if (kind === 'network') return `${values.code} ${values.name}`;
  if (typeof values.name === 'string') return values.name;
  if (typeof values.labelNl === 'string') return values.labelNl;
  if (kind === 'principle' || kind === 'decision' || kind === 'action') return String(values.text).slice(0, 60);
  if (kind === 'relation') {
    const side = (value: unknown): string => (value as { entityId: string }[]).map((end) => names.nameOf(end.entityId)).join(', ');
    return `${side(values.from)} → ${side(values.to)}`;
  }
  const parts = (about[kind] ?? []).map((field) => values[field]).filter((id): id is string => typeof id === 'string');
  return parts.map((id) => names.nameOf(id)).join(', ') || names.t(($) => $.lists.entityKind[kind]);
}
