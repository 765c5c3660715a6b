/** A meeting that begins: what is known of it already is filled in, and what is not is left open. */

import { edtfRange } from '../../../shared/domain/edtf.ts';
import { useHost } from '../../client/host-context.tsx';
import { today, useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { useListWord } from '../record/index.ts';

interface Rhythm {
  readonly id: string;
  readonly units: readonly { readonly id: string }[];
  readonly minutes: number | null;
  readonly place: string | null;
  readonly presence: string;
}

/** What a copy takes along: where, when on the day, with whom and of what kind; not what was said there. */
const copied = ['units', 'kind', 'time', 'minutes', 'place', 'mode', 'layerId', 'rhythmId', 'preparedBy', 'ledBy', 'agendaBy', 'reader'] as const;

/** @example titleOf(['PLG 4'], 'designSession') // 'PLG 4, ontwerpsessie' */
export function useTitle(): (teams: readonly string[], kind: string) => string {
  const t = useT();
  const word = useListWord();
  return (teams, kind) => {
    const said = word('meetingKind', kind);
    return teams.length === 0
      ? said.charAt(0).toUpperCase() + said.slice(1)
      : t(($) => $.meetings.start.name, { teams: teams.join(', '), kind: said });
  };
}

/** A day that is still to come is a plan. */
export const standingOn = (start: string): 'planned' | 'actual' => ((edtfRange(start)?.min ?? '') > today() ? 'planned' : 'actual');

export function useStart(networkId: string) {
  const host = useHost();
  const say = useView((view) => view.say);
  const titleOf = useTitle();
  const ask = async <T>(name: string, input: unknown): Promise<T | null> => {
    const outcome = await host.run(name, input);
    if (outcome.ok) return outcome.value as T;
    say(outcome.error.message);
    return null;
  };
  const create = async (fields: Readonly<Record<string, unknown>>): Promise<string | null> =>
    (await ask<{ id: string }>('meeting.create', { networkId, ...fields }))?.id ?? null;
  return {
    /** Of these teams on this day; with their rhythm where there is only one. @returns its id, or null when it was refused */
    async begin(units: readonly string[], start: string): Promise<string | null> {
      const teams = await Promise.all(units.map((id) => ask<{ name: string }>('entity.get', { id })));
      const at = edtfRange(start)?.min ?? start;
      const list = await ask<{ rows: Rhythm[] }>('rhythm.list', { networkId, at });
      const own = (list?.rows ?? []).filter((row) => row.presence !== 'no' && units.every((id) => row.units.some((unit) => unit.id === id)));
      const rhythm = own.length === 1 ? own[0] : undefined;
      const names = teams.flatMap((team) => team?.name ?? []);
      return create({
        units,
        start,
        name: titleOf(names, 'teamMeeting'),
        standing: standingOn(start),
        rhythmId: rhythm?.id ?? null,
        minutes: rhythm?.minutes ?? null,
        mode: rhythm?.place ?? null,
      });
    },
    async copy(id: string, start: string): Promise<string | null> {
      const last = await ask<Record<string, unknown>>('meeting.get', { id });
      if (!last) return null;
      const fields = Object.fromEntries(copied.map((name) => [name, last[name]]));
      const teams = await Promise.all((last.units as string[]).map((unit) => ask<{ name: string }>('entity.get', { id: unit })));
      const names = teams.flatMap((team) => team?.name ?? []);
      return create({ ...fields, start, name: titleOf(names, last.kind as string), standing: standingOn(start) });
    },
  };
}
