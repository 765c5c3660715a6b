/** The register of activities as a room of its own. */
import { useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { ActivityRegister } from './ActivityRegister.tsx';

export function ActivitiesScreen() {
  const t = useT();
  const networkId = useNetworkId();
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.activities)}</h1>
      </div>
      <ActivityRegister networkId={networkId} />
    </section>
  );
}
