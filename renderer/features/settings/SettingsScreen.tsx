/** Settings of this laptop, and the care of the portfolio that is open. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { BackupsCard } from './BackupsCard.tsx';
import { FileCard } from './FileCard.tsx';
import { ListValuesCard } from './ListValuesCard.tsx';
import { LookCard } from './LookCard.tsx';
import './settings.css';

export function SettingsScreen() {
  const t = useT();
  const settings = useOperation('settings.get', {});
  const open = useView((view) => view.portfolio !== null);
  if (!settings.data) return null;
  return (
    <div className="page settings">
      <div className="page-head">
        <h1>{t(($) => $.app.settings.title)}</h1>
      </div>
      <div className="settings-grid">
        <LookCard settings={settings.data} />
        {open && <FileCard />}
        {open && <BackupsCard />}
        {open && <ListValuesCard />}
      </div>
    </div>
  );
}
