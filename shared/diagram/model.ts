/** What the system diagram is made from: the network as of a day, without anything about how it is drawn. */
import type { Standing } from '../domain/lists.ts';
import type { Presence } from '../domain/presence.ts';

/** What a chip, box or bar is coloured by. */
export const colourModes = ['organisation', 'sector', 'process', 'role'] as const;
export type ColourMode = (typeof colourModes)[number];

/** What became of a thing between two days, or between plan and fact. Who moved is drawn in both places. */
export type Change = 'kept' | 'new' | 'gone' | 'movedHere' | 'movedAway';

/** What is there on a day, or not. */
export interface DiagramDated {
  readonly id: string;
  /** 'no' only when ended ones are asked for, or in a model that compares; they are drawn faint and hatched. */
  readonly presence: Presence;
  readonly standing?: Standing;
  /** Only in a model that compares. */
  readonly change?: Change;
  /** On one of the two days it is only perhaps there, so that its change is perhaps too. */
  readonly unsure?: boolean;
}

/** What a model that compares lays beside each other; days as `YYYY-MM-DD`, the earlier one first. */
export interface DiagramComparison {
  readonly kind: 'days' | 'plan';
  readonly from: string;
  readonly to: string;
}

export interface DiagramLayer {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
}

export interface DiagramUnit extends DiagramDated {
  readonly name: string;
  /** Value of the list `unitKind`. */
  readonly kind: string;
  readonly layerId: string | null;
  readonly parentId: string | null;
  /** The organisation that the unit is in: drawn as a box around it; units with one host share the box. */
  readonly hostId: string | null;
  readonly theme: string | null;
  readonly processes: readonly string[];
  readonly ring: 'core' | 'inner' | 'outer' | 'surroundings' | null;
  /** In the study: 'intervention', 'control', 'waitingList', 'forerunner', 'follower'; those that wait or are compared stand apart. */
  readonly arm?: string | null;
  /** Another network's unit that this network touches: drawn as surroundings. */
  readonly foreign: boolean;
  /** Made of these units (not nested in it). */
  readonly parts: readonly string[];
}

export interface DiagramOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sectors: readonly string[];
  /** For a counted group: '345', '40–50', 'ongeveer 20'; else null. */
  readonly count: string | null;
}

export interface DiagramParticipation extends DiagramDated {
  readonly organisationId: string;
  /** A unit or the network. */
  readonly containerId: string;
  readonly capacities: readonly string[];
}

/** A chip: one person in one unit (or in the network as a whole). */
export interface DiagramMembership extends DiagramDated {
  readonly personId: string;
  readonly containerId: string;
  /** The name to show: `displayName` has already spoken. */
  readonly name: string;
  readonly role: string | null;
  readonly roleFamily: string | null;
  /** The organisation that the person sits there for. */
  readonly organisationId: string | null;
  readonly appointed: boolean;
  /** Of who moved: the membership in the other place. */
  readonly movedWith?: string;
}

/** Places that nobody named. */
export interface DiagramSeat extends DiagramDated {
  readonly containerId: string;
  readonly label: string;
  readonly organisationKind: string | null;
  readonly sectors: readonly string[];
  readonly roleFamily: string | null;
  readonly kind: 'seat' | 'norm' | 'absence';
  readonly min: number | null;
  readonly max: number | null;
  readonly about: boolean;
  /** Memberships that fill it already. */
  readonly filled: number;
}

export interface DiagramEnd {
  /** A unit, person, organisation, seat, layer or the network. */
  readonly entityId: string;
  /** With a role: the people with that role in it. */
  readonly roleName: string | null;
}

export interface DiagramRelation extends DiagramDated {
  readonly kind: string;
  /** Its word, 'stuurt aan'. */
  readonly label: string;
  readonly from: readonly DiagramEnd[];
  readonly to: readonly DiagramEnd[];
  readonly fromMode: 'each' | 'oneOf';
  readonly toMode: 'each' | 'oneOf';
  readonly mutual: boolean;
}

/** A kept place: of a chip or seat in its unit, or of a unit among its neighbours. */
export interface DiagramSlot {
  readonly containerId: string;
  readonly itemId: string;
  readonly slot: number;
}

export interface DiagramModel {
  readonly network: { readonly id: string; readonly code: string; readonly name: string };
  /** `YYYY-MM-DD` */
  readonly at: string;
  /** From the top down. */
  readonly layers: readonly DiagramLayer[];
  /** In the order in which they are kept. */
  readonly units: readonly DiagramUnit[];
  readonly organisations: readonly DiagramOrganisation[];
  readonly participations: readonly DiagramParticipation[];
  readonly memberships: readonly DiagramMembership[];
  readonly seats: readonly DiagramSeat[];
  readonly relations: readonly DiagramRelation[];
  readonly slots: readonly DiagramSlot[];
  readonly comparison?: DiagramComparison;
}
