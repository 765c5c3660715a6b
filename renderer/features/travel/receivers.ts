/** To whom something that lay on the table of a meeting may have gone: who was there and did not make it. */
import type { Output } from '../../../shared/contract/index.ts';

export interface Known {
  readonly id: string;
  readonly name: string;
}

interface Around {
  /** Teams of the meeting, and what they are called. */
  readonly units: readonly string[];
  readonly teams: ReadonlyMap<string, string>;
  readonly there: readonly Pick<Output<'attendance.list'>['rows'][number], 'state' | 'organisation'>[];
  readonly makers: readonly string[];
  /** Whom it went to at this meeting already. */
  readonly taken: readonly string[];
}

/**
 * The teams of the meeting other than the makers, and the organisations of who was there.
 * @example receiversOf({ units: ['a', 'b'], makers: ['a'], … }).teams // b
 */
export function receiversOf({ units, teams, there, makers, taken }: Around): {
  readonly teams: readonly Known[];
  readonly organisations: readonly Known[];
} {
  const out = new Set([...makers, ...taken]);
  const came = there.flatMap((row) => (row.organisation !== null && (row.state === 'present' || row.state === 'guest') ? [row.organisation] : []));
  const organisations = new Map(came.filter((one) => !out.has(one.id)).map(({ id, name }) => [id, { id, name }]));
  return {
    teams: units.filter((id) => !out.has(id)).map((id) => ({ id, name: teams.get(id) ?? '' })),
    organisations: [...organisations.values()],
  };
}
