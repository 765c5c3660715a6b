import { useHost } from '../../client/host-context.tsx';
import { useView } from '../../state/view.store.ts';

/** Makes a record on the way; null when that fails, and then the reason stands at the foot. */
export function useMake(group: string | undefined): (kind: string, values: object) => Promise<string | null> {
  const host = useHost();
  const say = useView((view) => view.say);
  return async (kind, values) => {
    const outcome = await host.run(`${kind}.create`, values, group === undefined ? undefined : { group });
    if (outcome.ok) return (outcome.value as { id: string }).id;
    say(outcome.error.message);
    return null;
  };
}
