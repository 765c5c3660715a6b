/** Which teams a meeting of a calendar is of: a guess, that the person can change. */
import { fold } from '../exchange/cells.ts';

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
  /** What it is also called. */
  readonly names: readonly string[];
}

export type Guess = 'chosen' | 'before' | 'title' | 'people' | 'none';

/**
 * Teams that a title names as whole words; a longer name wins from a shorter one within it.
 * @example teamsInText('PLG 4 Noord, ontwerpsessie', teams) // of 'PLG 4' and 'PLG 4 Noord' only the last
 */
export function teamsInText(text: string, teams: readonly KnownTeam[]): string[] {
  let left = ` ${fold(text)} `;
  const names = teams
    .flatMap((team) => [team.name, ...team.names].map((name) => ({ id: team.id, name: fold(name) })))
    .filter(({ name }) => name.length > 1)
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Map<string, number>();
  for (const { id, name } of names) {
    const at = left.indexOf(` ${name} `);
    if (at < 0) continue;
    left = `${left.slice(0, at + 1)}${'\u0001'.repeat(name.length)}${left.slice(at + 1 + name.length)}`;
    if (!found.has(id)) found.set(id, at);
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}

/**
 * The team that most of the guests are in: at least two, and at least half of those who are known.
 * @param teamsOf the teams of each guest who is known
 * @param sizes how many members each team has then: of two teams with the same people in it the one that is whole
 */
export function teamOfGuests(teamsOf: readonly (readonly string[])[], sizes: ReadonlyMap<string, number>): string[] {
  const counts = new Map<string, number>();
  for (const team of teamsOf.flatMap((teams) => [...new Set(teams)])) counts.set(team, (counts.get(team) ?? 0) + 1);
  const known = teamsOf.filter((teams) => teams.length > 0).length;
  const share = (team: string, count: number): number => count / Math.max(1, sizes.get(team) ?? 1);
  const ranked = [...counts]
    .filter(([, count]) => count >= 2 && count * 2 >= known)
    .sort((a, b) => b[1] - a[1] || share(b[0], b[1]) - share(a[0], a[1]));
  const [best, second] = ranked;
  if (!best) return [];
  const isTie = second !== undefined && second[1] === best[1] && share(second[0], second[1]) === share(best[0], best[1]);
  return isTie ? [] : [best[0]];
}
