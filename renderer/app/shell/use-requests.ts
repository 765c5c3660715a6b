/** What the menu or another start of the program asks of the window. */
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from 'react-router';
import { useHost, useHostEvent } from '../../client/host-context.tsx';
import { useOpenPortfolio } from '../../features/start/index.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { type Doings, printView } from './use-shortcuts.ts';

export function useRequests(doings: Doings): void {
  const t = useT();
  const host = useHost();
  const navigate = useNavigate();
  const open = useOpenPortfolio();
  const say = useView((view) => view.say);

  const requests: Readonly<Record<string, () => void>> = {
    undo: doings.undo,
    redo: doings.redo,
    help: doings.help,
    print: printView,
    search: () => spotlight.open(),
    new: () => void navigate('/start'),
    open: () => void open.choose(),
    saveCopy: () => void navigate('/settings'),
    settings: () => void navigate('/settings'),
    about: () => void host.info().then((info) => say(t(($) => $.app.shell.about, { version: info.version }))),
  };
  useHostEvent((event) => {
    if (event.type === 'request') requests[event.request]?.();
  });
}
