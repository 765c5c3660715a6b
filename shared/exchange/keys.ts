/** By what a record is known again when a file has no ids: its own name, or what it links. */
import type { RecordKind } from '../contract/fields.ts';

export type Values = Readonly<Record<string, unknown>>;

/** In the order in which they are read: what others are known by comes first. */
const keyFields: { readonly [K in RecordKind]: readonly string[] } = {
  study: ['name'],
  researchYear: ['studyId', 'name'],
  listValue: ['list', 'labelNl'],
  role: ['name'],
  organisation: ['name'],
  person: ['name'],
  network: ['code'],
  layer: ['networkId', 'name'],
  unit: ['networkId', 'name'],
  rhythm: ['networkId', 'name'],
  seat: ['containerId', 'kind', 'roleId', 'organisationId', 'organisationKind', 'label'],
  membership: ['personId', 'containerId'],
  participation: ['organisationId', 'containerId'],
  employment: ['personId', 'organisationId'],
  roleProfile: ['roleId', 'networkId'],
  principle: ['networkId', 'text'],
  networkLink: ['fromId', 'toId', 'kind'],
  organisationLink: ['fromId', 'toId', 'kind'],
  phase: ['entityId', 'name'],
  relation: ['kind', 'from', 'to'],
  collectionItem: ['researchYearId', 'networkId', 'instrument'],
  channel: ['networkId', 'name'],
  meeting: ['networkId', 'name', 'start'],
  meetingPart: ['meetingId', 'name'],
  attendance: ['meetingId', 'personId'],
  decision: ['meetingId', 'text'],
  action: ['networkId', 'meetingId', 'text'],
  yield: ['networkId', 'name', 'version'],
  meetingObject: ['meetingId', 'yieldId'],
  quality: ['yieldId', 'date', 'byId'],
  spread: ['yieldId', 'fromId', 'toId', 'audience'],
  embedding: ['entityId', 'form', 'organisationId'],
  figure: ['entityId', 'what'],
  otherName: ['entityId', 'name'],
  statement: ['entityId', 'field', 'kind', 'source', 'value', 'saidById'],
  view: ['networkId', 'name'],
  viewNote: ['viewId', 'kind', 'text', 'anchorId'],
};

export const kindsInOrder = Object.keys(keyFields) as readonly RecordKind[];

/** @returns the same text for two records that are one and the same as far as anyone can tell without dates and ids */
export const recordKey = (kind: RecordKind, values: Values): string => JSON.stringify(keyFields[kind].map((field) => values[field] ?? null));
