/** One meeting as it is kept, and what is done to it from its sheet. */
import type { Output } from '../../../../shared/contract/index.ts';
import { edtfRange, isDay } from '../../../../shared/domain/edtf.ts';
import { useHost } from '../../../client/host-context.tsx';
import { today, useView } from '../../../state/view.store.ts';

export type Meeting = Output<'meeting.get'>;

/** The day that it counts from: of a half-known date the last one that it can be. */
export const dayOf = (meeting: Pick<Meeting, 'start'>): string => (meeting.start === null ? null : edtfRange(meeting.start)?.max) ?? today();

/** The day that something of the meeting is done on. */
export const exactDay = (meeting: Pick<Meeting, 'start'>): string => (meeting.start !== null && isDay(meeting.start) ? meeting.start : today());

/** Writes, and says at the foot why where it is refused. */
export function useWrite(): <T = unknown>(name: string, input: unknown, group?: string) => Promise<T | null> {
  const host = useHost();
  const say = useView((view) => view.say);
  return async <T>(name: string, input: unknown, group?: string) => {
    const outcome = await host.run(name, input, group === undefined ? undefined : { group });
    if (outcome.ok) return outcome.value as T;
    say(outcome.error.message);
    return null;
  };
}
