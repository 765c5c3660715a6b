/** The drawing as a table: the same people, for who does not see the drawing and for a spreadsheet. */

import type { Presence } from '../domain/presence.ts';
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { seatNumber } from './layout-marks.ts';
import { type DiagramLookup, lookupOf } from './lookup.ts';
import type { Change, DiagramModel } from './model.ts';

export interface DiagramRow {
  readonly kind: 'membership' | 'organisation' | 'seat';
  /** Of the membership, participation or seat. */
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  /** The person, '6× leraren' or an organisation. */
  readonly person: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly presence: Presence;
  /** Only where two days are compared. */
  readonly change: Change | null;
  /** Teams that the person sits in on this day; null for who is no person. */
  readonly teams: number | null;
  readonly appointed: boolean;
}

type Place = Pick<DiagramRow, 'unitId' | 'unit'>;

function peopleIn(look: DiagramLookup, place: Place): DiagramRow[] {
  return look.membersOf(place.unitId).map((one) => ({
    ...place,
    kind: 'membership',
    id: one.id,
    person: one.name,
    role: one.role,
    organisation: look.organisation(one.organisationId)?.name ?? null,
    presence: one.presence,
    change: one.change ?? null,
    teams: look.timesOf(one.personId),
    appointed: one.appointed,
  }));
}

const nobody = { person: '', role: null, organisation: null, teams: null, appointed: false } as const;

function organisationsIn(look: DiagramLookup, place: Place): DiagramRow[] {
  return look.participationsOf(place.unitId).map((one) => {
    const { name = '', count = null } = look.organisation(one.organisationId) ?? {};
    const role = one.capacities.join(', ') || null;
    return {
      ...place,
      ...nobody,
      kind: 'organisation',
      id: one.id,
      role,
      organisation: count === null ? name : `${count} × ${name}`,
      presence: one.presence,
      change: one.change ?? null,
    };
  });
}

function seatsIn(look: DiagramLookup, place: Place): DiagramRow[] {
  return look.seatsOf(place.unitId).map((one) => ({
    ...place,
    ...nobody,
    kind: 'seat',
    id: one.id,
    person: `${seatNumber(one)} ${one.label}`.trim(),
    presence: one.presence,
    change: one.change ?? null,
  }));
}

const rowsIn = (look: DiagramLookup, place: Place): DiagramRow[] => [
  ...peopleIn(look, place),
  ...organisationsIn(look, place),
  ...seatsIn(look, place),
];

/**
 * Every person, organisation and place without a name that the drawing shows, unit by unit in the order of the model, the network as a whole last.
 * @example diagramTable(model, words, false)[0]?.unit // 'Stuurgroep'
 */
export function diagramTable(model: DiagramModel, words: DiagramWords, showEnded: boolean): DiagramRow[] {
  const look = lookupOf(model, 'organisation', showEnded);
  const units = look.model.units.flatMap((unit) => rowsIn(look, { unitId: unit.id, unit: unit.name }));
  return [...units, ...rowsIn(look, { unitId: model.network.id, unit: words.bands.wholeNetwork })];
}
