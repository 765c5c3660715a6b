/** Of which rhythms meetings are kept: only of those anybody can say whether they slip. */
import type { Output } from '../../shared/contract/index.ts';
import { schoolYearOf } from '../../shared/domain/edtf.ts';
import type { ReadHandle } from '../connection.ts';

type Year = Output<'meeting.measure'>;
type Rhythm = Year['rhythms'][number];

/** The first day of the school year before. */
export const yearBeforeOf = (at: string): string => `${Number(schoolYearOf(at).slice(0, 4)) - 1}-08-01`;

const wasHeld = `it.standing = 'actual' AND it.start IS NOT NULL AND it.start_min <= @at AND it.start_max >= @since`;
const keptSql = `
  SELECT DISTINCT meeting_unit.unit_id AS id FROM meeting_unit JOIN meeting AS it ON it.id = meeting_unit.meeting_id
  WHERE meeting_unit.unit_id IN (SELECT value FROM json_each(@units)) AND ${wasHeld} UNION
  SELECT rhythm_id FROM meeting AS it WHERE it.network_id = @networkId AND it.rhythm_id IS NOT NULL AND ${wasHeld}`;

/** The teams and rhythms of which a meeting was kept in the school year of a day, or the one before. */
export function keptOn(handle: ReadHandle, networkId: string, at: string, rhythms: readonly Pick<Rhythm, 'units'>[]): ReadonlySet<string> {
  const units = JSON.stringify([...new Set(rhythms.flatMap((rhythm) => rhythm.units.map((unit) => unit.id)))]);
  return new Set(handle.all<{ id: string }>(keptSql, { networkId, at, since: yearBeforeOf(at), units }).map((row) => row.id));
}

/** A rhythm of teams that come together apart can be kept of some of them. */
export function unkeptOf(rows: readonly Rhythm[]): Year['unkept'] {
  const rhythms = [...Map.groupBy(rows, (row) => row.id).values()];
  const without = rhythms.filter((some) => some.every((row) => !row.isKept));
  const partly = rhythms.filter((some) => !without.includes(some)).flat();
  return { rhythms: without.length, teams: partly.filter((row) => !row.isKept).length };
}
