/** The lists of a record, in the order of its description. */
import type { ComponentType } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Related, Values } from './describe.ts';
import { descriptionOf } from './kinds.ts';
import { Actions, Decisions, Embeddings, MeetingObjects, MeetingParts, Qualities, SpreadSteps } from './related-meeting.tsx';
import { Links, NetworkLinks, Participants, Phases, Principles, Relations, Rhythms, Seats, TakesPart } from './related-network.tsx';
import { Employments, Members, Memberships, Profiles, Staff } from './related-people.tsx';
import { Figures, OtherNames, Statements } from './related-said.tsx';

export interface RelatedProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly values: Values;
  /** The network that the record is in. */
  readonly homeId: string | null;
}

const lists: { readonly [R in Related]: ComponentType<RelatedProps> } = {
  memberships: Memberships,
  members: Members,
  employments: Employments,
  staff: Staff,
  seats: Seats,
  rhythms: Rhythms,
  phases: Phases,
  relations: Relations,
  participants: Participants,
  takesPart: TakesPart,
  links: Links,
  networkLinks: NetworkLinks,
  principles: Principles,
  profiles: Profiles,
  meetingParts: MeetingParts,
  decisions: Decisions,
  actions: Actions,
  meetingObjects: MeetingObjects,
  spread: SpreadSteps,
  qualities: Qualities,
  embeddings: Embeddings,
  otherNames: OtherNames,
  figures: Figures,
  statements: Statements,
};

export function RelatedLists(props: RelatedProps) {
  return descriptionOf(props.kind).related.map((name) => {
    const List = lists[name];
    return <List key={name} {...props} />;
  });
}
