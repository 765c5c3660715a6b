/** `shared/domain/presence.ts` in SQL; a test holds the two together. */

/**
 * An SQL expression that is 'yes', 'no' or 'perhaps' on the day @at. As text they sort by strength: no, perhaps, yes.
 * So `min` of two is the weaker and `max` the stronger.
 * @param alias of a table with the dated columns
 * @param withStanding whether it has a standing too
 */
export const presence = (alias: string, withStanding = true): string => stateOf(alias, `@at >= ${alias}.start_max`, withStanding);

/** What a team leaves of the presence of who is in it: an unknown start takes nothing away. */
export const presenceAround = (alias: string): string => stateOf(alias, 'TRUE', true);

function stateOf(alias: string, begun: string, withStanding: boolean): string {
  const sure = `${begun} AND @at <= ${alias}.end_min`;
  const out = `@at < ${alias}.start_min OR @at > ${alias}.end_max`;
  return withStanding
    ? `CASE WHEN ${alias}.standing = 'lapsed' OR ${out} THEN 'no' WHEN ${alias}.standing = 'actual' AND ${sure} THEN 'yes' ELSE 'perhaps' END`
    : `CASE WHEN ${out} THEN 'no' WHEN ${sure} THEN 'yes' ELSE 'perhaps' END`;
}

/** Someone is in a team no longer than the team is there itself. @param team what it leaves of it, as SQL */
export const presenceWithin = (membership: string, team: string): string => `min(${presence(membership)}, ${team})`;

/**
 * The presence of a membership; beside it stands `teamOf` of the same names.
 * @example `SELECT ${membershipPresence('it')} FROM membership AS it ${teamOf('it')}`
 */
export const membershipPresence = (membership: string, team = 'team'): string =>
  presenceWithin(membership, `iif(${team}.id IS NULL, 'yes', ${presenceAround(team)})`);
/** The team that a membership is in; none where it is in the network as a whole. */
export const teamOf = (membership: string, team = 'team'): string => `LEFT JOIN unit AS ${team} ON ${team}.id = ${membership}.container_id`;
