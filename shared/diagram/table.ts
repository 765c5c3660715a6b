/** The drawing as a table: the same people, for who does not see the drawing and for a spreadsheet. */

import type { Presence } from '../domain/presence.ts';
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { seatNumber } from './layout-marks.ts';
import { type DiagramLookup, lookupOf } from './lookup.ts';
import type { DiagramModel } from './model.ts';

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
  /** Teams that the person sits in on this day; null for who is no person. */
  readonly teams: number | null;
  readonly appointed: boolean;
}

type Place = Pick<DiagramRow, 'unitId' | 'unit'>;

function rowsIn(look: DiagramLookup, place: Place): DiagramRow[] {
  const { unitId } = place;
  const whole = unitId === look.model.network.id;
  const members = whole ? look.model.memberships.filter((one) => one.containerId === unitId) : look.membersOf(unitId);
  const people = members.map(
    (one): DiagramRow => ({
      ...place,
      kind: 'membership',
      id: one.id,
      person: one.name,
      role: one.role,
      organisation: look.organisation(one.organisationId)?.name ?? null,
      presence: one.presence,
      teams: look.timesOf(one.personId),
      appointed: one.appointed,
    }),
  );
  const joined = look.model.participations.filter((one) => one.containerId === unitId && look.organisation(one.organisationId));
  const organisations = joined.map((one): DiagramRow => {
    const organisation = look.organisation(one.organisationId);
    const name = organisation?.count ? `${organisation.count} × ${organisation.name}` : (organisation?.name ?? '');
    return {
      ...place,
      kind: 'organisation',
      id: one.id,
      person: '',
      role: one.capacities.join(', ') || null,
      organisation: name,
      presence: one.presence,
      teams: null,
      appointed: false,
    };
  });
  const seats = look.seatsOf(unitId).map(
    (one): DiagramRow => ({
      ...place,
      kind: 'seat',
      id: one.id,
      person: `${seatNumber(one)} ${one.label}`.trim(),
      role: null,
      organisation: null,
      presence: one.presence,
      teams: null,
      appointed: false,
    }),
  );
  return [...people, ...organisations, ...seats];
}

/**
 * Every person, organisation and place without a name that the drawing shows, unit by unit in the order of the model, the network as a whole last.
 * @example diagramTable(model, words, false)[0]?.unit // 'Stuurgroep'
 */
export function diagramTable(model: DiagramModel, words: DiagramWords, showEnded: boolean): DiagramRow[] {
  const look = lookupOf(model, 'organisation', showEnded);
  const units = look.model.units.flatMap((unit) => rowsIn(look, { unitId: unit.id, unit: unit.name }));
  return [...units, ...rowsIn(look, { unitId: model.network.id, unit: words.bands.wholeNetwork })];
}
