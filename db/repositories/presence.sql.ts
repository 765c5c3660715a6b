/** `presenceOn` of `shared/domain/presence.ts` in SQL; a test holds the two together. */

/**
 * An SQL expression that is 'yes', 'no' or 'perhaps' on the day @at.
 * @param alias of a table with the dated columns
 * @param withStanding whether it has a standing too
 */
export function presence(alias: string, withStanding = true): string {
  const sure = `@at >= ${alias}.start_max AND @at <= ${alias}.end_min`;
  const out = `@at < ${alias}.start_min OR @at > ${alias}.end_max`;
  return withStanding
    ? `CASE WHEN ${alias}.standing = 'lapsed' OR ${out} THEN 'no' WHEN ${alias}.standing = 'actual' AND ${sure} THEN 'yes' ELSE 'perhaps' END`
    : `CASE WHEN ${out} THEN 'no' WHEN ${sure} THEN 'yes' ELSE 'perhaps' END`;
}
