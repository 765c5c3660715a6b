/** What the screens about seats read: which there are, how many sit there, and how many places nobody named. */
import type { Output } from '../../shared/contract/index.ts';
import type { Presence } from '../../shared/domain/presence.ts';
import { filledSeats, type SeatToFill } from '../../shared/domain/seating.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { membershipPresence, presence } from './presence.sql.ts';

/** Seats as of a day, each with the memberships of its team that are what it asks for: the role, the organisation, the kind of organisation. */
const seatSql = `
  SELECT seat.id, seat.kind, seat.container_id AS containerId, seat.min, seat.max, seat.about, seat.label, seat.start, seat.end, seat.standing,
         ${presence('seat')} AS presence, seat.organisation_kind AS organisationKind,
         role.id AS roleId, role.name AS roleName, organisation.id AS organisationId, organisation.name AS organisationName,
         coalesce(unit.name, network.name) AS containerName, entity.kind AS containerKind,
         (SELECT json_group_array(json_object('membership', it.id, 'person', it.person_id)) FROM membership AS it
          LEFT JOIN organisation AS theirs ON theirs.id = it.organisation_id
          WHERE it.container_id = seat.container_id AND ${membershipPresence('it', 'unit')} <> 'no'
            AND (seat.role_id IS NULL OR EXISTS (SELECT 1 FROM membership_role WHERE membership_id = it.id AND role_id = seat.role_id))
            AND (seat.organisation_id IS NULL OR it.organisation_id = seat.organisation_id)
            AND (seat.organisation_kind IS NULL OR theirs.kind = seat.organisation_kind)) AS fits
  FROM seat JOIN entity AS home ON home.id = seat.id JOIN entity ON entity.id = seat.container_id
  LEFT JOIN role ON role.id = seat.role_id LEFT JOIN organisation ON organisation.id = seat.organisation_id
  LEFT JOIN unit ON unit.id = seat.container_id LEFT JOIN network ON network.id = seat.container_id
  WHERE seat.container_id IN (SELECT @networkId UNION ALL SELECT id FROM unit WHERE network_id = @networkId) ORDER BY home.created_at, seat.id`;

export interface SeatRow {
  id: string;
  kind: 'seat' | 'norm' | 'absence';
  containerId: string;
  containerName: string;
  containerKind: string;
  min: number | null;
  max: number | null;
  about: number;
  label: string | null;
  start: string | null;
  end: string | null;
  standing: 'potential' | 'planned' | 'actual' | 'lapsed';
  presence: Presence;
  organisationKind: string | null;
  roleId: string | null;
  roleName: string | null;
  organisationId: string | null;
  organisationName: string | null;
  filled: number;
}

type SeatSql = Omit<SeatRow, 'filled'> & { fits: string };
type Fit = SeatToFill['fits'][number];

const byMembership = (a: Fit, b: Fit): number => (a.membership < b.membership ? -1 : 1);

export function seatRows(handle: ReadHandle, networkId: string, at: string): SeatRow[] {
  const seats = handle.all<SeatSql>(seatSql, { networkId, at }).map((row) => ({ ...row, fits: json<Fit[]>(row.fits).sort(byMembership) }));
  const filled = filledSeats(seats);
  return seats.map(({ fits: _fits, ...row }) => ({ ...row, filled: filled.get(row.id) ?? 0 }));
}

const namedOrNull = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function listSeats(handle: ReadHandle, networkId: string, at: string): Output<'seat.list'>['rows'] {
  return seatRows(handle, networkId, at).map((row) => ({
    id: row.id,
    kind: row.kind,
    container: { id: row.containerId, name: row.containerName, kind: row.containerKind },
    role: namedOrNull(row.roleId, row.roleName),
    organisation: namedOrNull(row.organisationId, row.organisationName),
    organisationKind: row.organisationKind,
    min: row.min,
    max: row.max,
    about: row.about === 1,
    label: row.label,
    filled: row.filled,
    start: row.start,
    end: row.end,
    standing: row.standing,
    presence: row.presence,
  }));
}

/** Places in seats that nobody named: the least that must still be empty, and how many seats have no number at all. */
export function unnamedOf(seats: readonly SeatRow[]): { min: number; unknown: number } {
  const open = seats.filter((seat) => seat.kind === 'seat' && seat.presence !== 'no');
  return {
    min: open.reduce((sum, seat) => sum + Math.max(0, (seat.min ?? 0) - seat.filled), 0),
    unknown: open.filter((seat) => seat.min === null && seat.max === null && seat.filled === 0).length,
  };
}
