/** The rows of the rhythm table: what was agreed, each with its meetings, and then the teams that agreed nothing. */
import type { Output } from '../../../../shared/contract/index.ts';
import { daysBetween } from '../../../../shared/domain/edtf.ts';

type Year = Output<'meeting.measure'>;
type Rhythm = Year['rhythms'][number];
export type Met = Year['meetings'][number];

export interface Row {
  readonly key: string;
  readonly name: string;
  /** Beside the name: the rhythm of a team's row, or the teams of a rhythm. */
  readonly under: string;
  /** What was agreed; null is nothing. */
  readonly rhythm: Rhythm | null;
  readonly meetings: readonly Met[];
}

/** A date that leaves more than a month open has no place in the year. */
export const isPlaced = (met: Met): boolean => daysBetween(met.first, met.last) <= 31;

/** @param few teams in so few words that they stand beside a name */
export function rowsOf(
  year: Year,
  nameOf: (rhythm: Rhythm) => string,
  few: (names: readonly string[]) => string,
  compare: (a: string, b: string) => number,
): readonly Row[] {
  const byId = new Map(year.meetings.map((met) => [met.id, met]));
  const agreed = year.rhythms.map((rhythm): Row => {
    const name = nameOf(rhythm);
    const teams = few(rhythm.units.map((unit) => unit.name));
    return {
      key: `${rhythm.id} ${rhythm.units[0]?.id ?? ''}`,
      name,
      under: [rhythm.name, teams].find((other) => other !== name) ?? '',
      rhythm,
      meetings: rhythm.meetings.flatMap((id) => byId.get(id) ?? []),
    };
  });
  const counted = new Set(year.rhythms.flatMap((rhythm) => rhythm.meetings));
  const loose = Map.groupBy(
    year.meetings.filter((met) => !counted.has(met.id)),
    (met) => met.teams,
  );
  const others = [...loose].map(([teams, meetings]): Row => ({ key: `loose ${teams}`, name: teams, under: '', rhythm: null, meetings }));
  return [...agreed, ...others.sort((a, b) => Number(a.name === '') - Number(b.name === '') || compare(a.name, b.name))];
}
