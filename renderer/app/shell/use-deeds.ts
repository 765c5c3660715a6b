/** What one can do from the search without going to its screen first. */
import { useNavigate } from 'react-router';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { today, useView } from '../../state/view.store.ts';
import { networkPath } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import { type Doings, printView } from './use-shortcuts.ts';

type Name = Exclude<keyof Words['deeds'], 'title' | 'backupMade'>;

export interface Deed {
  readonly name: Name;
  readonly label: string;
  /** Keys that do the same. */
  readonly keys?: string;
  run(): void;
}

type Told = Omit<Deed, 'label'>;

/** Adding within a network: in the drawer, where the record is filled in. */
function adding(networkId: string, go: (path: string) => void): readonly Told[] {
  const { show } = useView.getState();
  const add = (name: Name, kind: RecordKind, preset: object): Told => ({ name, run: () => show({ type: 'new', kind, preset: { ...preset } }) });
  return [
    // a meeting begins with its team, in a form of its own
    { name: 'newMeeting', run: () => go(`${networkPath(networkId, 'meetings')}?new`) },
    add('newPerson', 'membership', { containerId: networkId }),
    add('newTeam', 'unit', { networkId }),
    add('newOrganisation', 'participation', { containerId: networkId }),
    add('newYield', 'yield', { networkId }),
    add('newAction', 'action', { networkId }),
    add('newRelation', 'relation', { networkId }),
    add('newChannel', 'channel', { networkId }),
  ];
}

/** @param networkId the network in view, where there is one */
export function useDeeds(networkId: string | null, doings: Doings): readonly Deed[] {
  const t = useT();
  const navigate = useNavigate();
  const settings = useOperation('settings.get', {});
  const change = useCommand('settings.update');
  const backup = useCommand('backup.create');
  const { portfolio, setDay, say } = useView.getState();
  const isDark = document.documentElement.dataset.theme === 'dark';
  const keep = async () => {
    if (await backup.run({})) say(t(($) => $.deeds.backupMade));
    else navigate('/settings');
  };
  const open: readonly Told[] =
    portfolio === null
      ? []
      : [
          { name: 'undo', keys: 'Ctrl Z', run: doings.undo },
          { name: 'redo', keys: 'Ctrl Y', run: doings.redo },
          { name: 'today', run: () => setDay(today()) },
          { name: 'backup', run: () => void keep() },
          { name: 'print', keys: 'Ctrl P', run: printView },
        ];
  const deeds: readonly Told[] = [
    ...(networkId === null ? [] : adding(networkId, navigate)),
    ...open,
    { name: isDark ? 'light' : 'dark', run: () => void change.run({ theme: isDark ? 'light' : 'dark' }) },
    settings.data?.language === 'en'
      ? { name: 'dutch', run: () => void change.run({ language: 'nl' }) }
      : { name: 'english', run: () => void change.run({ language: 'en' }) },
    { name: 'otherPortfolio', run: () => void navigate('/start') },
    { name: 'help', keys: 'F1', run: doings.help },
  ];
  return deeds.map((deed) => ({ ...deed, label: t(($) => $.deeds[deed.name]) }));
}
