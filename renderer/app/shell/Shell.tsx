/** The window: rail, bar, the room in view, the drawer. */
import { Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useOperation } from '../../client/use-operation.ts';
import { BeginScreen } from '../../features/begin/index.ts';
import { ImportScreen } from '../../features/exchange/index.ts';
import { HelpPanel } from '../../features/help/index.ts';
import { RecordDrawer, RemovalDialog } from '../../features/record/index.ts';
import { StartScreen } from '../../features/start/index.ts';
import { useLastNetwork } from '../../state/last-network.ts';
import { useShown, useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { networkPath, usePlace } from '../../ui/paths.ts';
import { useSteps } from '../../ui/steps.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { Crashed } from '../Crashed.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { helpTopic, rooms } from '../rooms.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { type OpenNetwork, Rail } from './Rail.tsx';
import { Search } from './Search.tsx';
import { TopBar } from './TopBar.tsx';
import { useDrawerFocus } from './use-drawer-focus.ts';
import { useRequests } from './use-requests.ts';
import { type Doings, useShortcuts } from './use-shortcuts.ts';

/** The network of the address, or the last one that was in view. */
function useOpenNetwork(open: boolean): { network: OpenNetwork | null; pending: boolean } {
  const day = useView((view) => view.day);
  const { networkId } = usePlace();
  const last = useLastNetwork();
  const networks = useOperation('network.list', open ? { at: day } : null, { keep: true });
  const row = networks.data?.networks.find((item) => item.id === (networkId ?? last.id));
  useEffect(() => {
    if (networkId !== null && networkId !== last.id) last.set(networkId);
  }, [networkId, last]);
  if (!row) return { network: null, pending: open && networks.data === undefined };
  const { units, people, organisations } = row.counts;
  return { network: { ...row, counts: { units: units.yes, people: people.yes, organisations: organisations.yes } }, pending: false };
}

/** Where the focus is lost with the room or the list that had it, the next room has it. Made anew for every room. */
function RoomFocus() {
  useEffect(() => {
    const take = (): void => {
      // what has just been opened over the room takes it itself
      if (document.querySelector('[aria-modal="true"]')) return;
      if (document.activeElement === null || document.activeElement === document.body)
        document.getElementById('work')?.focus({ preventScroll: true });
    };
    const frame = requestAnimationFrame(take);
    // the search gives the focus back when it has faded, to something that may be gone
    const later = setTimeout(take, 300);
    // who is at work in the room already is left alone
    const work = document.getElementById('work');
    const stop = () => clearTimeout(later);
    work?.addEventListener('focusin', stop);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      work?.removeEventListener('focusin', stop);
    };
  }, []);
  return null;
}

function useDoings(networkId: string | null, steps: ReturnType<typeof useSteps>): Doings {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const { say, showHelp } = useView.getState();
  return {
    undo: () => void steps.move('undo'),
    redo: () => void steps.move('redo'),
    saved: () => {
      const at = steps.savedAt;
      say(at === null ? t(($) => $.app.shell.alreadySavedNothing) : t(($) => $.app.shell.alreadySaved, { time: format.time(at) }));
    },
    help: () => showHelp(useView.getState().help === null ? 'here' : null),
    room: (n) => {
      const room = rooms.filter((item) => item.scope === 'network')[n - 1];
      if (room && networkId !== null) navigate(networkPath(networkId, room.key));
    },
  };
}

function Screens({ network, pending }: { readonly network: OpenNetwork | null; readonly pending: boolean }) {
  const t = useT();
  const nowhere = <EmptyState title={t(($) => $.app.shell.notThere)} text={t(($) => $.app.shell.notThereText)} />;
  return (
    <Routes>
      {rooms.map((room) => {
        const path = room.key === 'portfolio' ? '/' : room.scope === 'network' ? `/n/:networkId/${room.key}` : `/${room.key}`;
        const element = room.scope !== 'network' || network ? <room.screen key={network?.id} /> : pending ? null : nowhere;
        return <Route key={room.key} path={path} element={element} />;
      })}
      <Route path="/start" element={<StartScreen />} />
      <Route path="/n/:networkId/begin" element={network ? <BeginScreen key={network.id} /> : null} />
      <Route path="/import" element={<ImportScreen />} />
      <Route path="/n/:networkId/import" element={network ? <ImportScreen key={network.id} /> : pending ? null : nowhere} />
      <Route path="/n/:networkId" element={<Navigate to="overview" replace />} />
      <Route path="*" element={nowhere} />
    </Routes>
  );
}

function Work({ network, pending, open }: { readonly network: OpenNetwork | null; readonly pending: boolean; readonly open: boolean }) {
  const t = useT();
  const { pathname } = useLocation();
  const settings = pathname === '/settings';
  return (
    <main className="work" id="work" data-pane="work" tabIndex={-1} aria-label={t(($) => $.app.shell.work)}>
      <RoomFocus key={pathname} />
      <ErrorBoundary resetKey={pathname} fallback={(again) => <Crashed t={t} again={again} />}>
        <Suspense fallback={null}>{open || settings ? <Screens network={network} pending={pending} /> : <StartScreen />}</Suspense>
      </ErrorBoundary>
    </main>
  );
}

function Aside({ topic }: { readonly topic: string }) {
  const t = useT();
  const shown = useShown();
  const help = useView((view) => view.help);
  const drawer = useDrawerFocus(shown, help);
  if (help === null && shown === null) return null;
  return (
    <aside
      ref={drawer}
      className="drawer no-print"
      data-pane="drawer"
      tabIndex={-1}
      aria-label={t(help === null ? ($) => $.app.shell.drawer : ($) => $.app.help.title)}
    >
      <ErrorBoundary resetKey={help ?? JSON.stringify(shown)} fallback={(again) => <Crashed t={t} again={again} />}>
        {help !== null ? <HelpPanel topic={help === 'here' ? topic : help} /> : shown && <RecordDrawer shown={shown} />}
      </ErrorBoundary>
    </aside>
  );
}

export function Shell() {
  const t = useT();
  const { room, networkId } = usePlace();
  const list = useOperation('portfolio.list', {});
  const open = list.data?.open !== null && list.data !== undefined;
  const portfolio = useOperation('portfolio.get', open ? {} : null);
  const remember = useView((view) => view.usePortfolio);
  const id = open ? (portfolio.data?.id ?? null) : null;
  useEffect(() => remember(id), [id, remember]);
  const { network, pending } = useOpenNetwork(open);
  const steps = useSteps();
  const doings = useDoings(network?.id ?? networkId, steps);
  useShortcuts(doings);
  useRequests(doings);
  const inNetwork = networkId !== null;
  const key = rooms.find((item) => item.key === room)?.key ?? null;
  const topic = room === 'import' ? 'import' : helpTopic(key);
  if (list.error) return <FailureNote failure={list.error.failure} />;
  if (!list.data) return null;
  return (
    <div className="window">
      <button type="button" className="skip" onClick={() => document.getElementById('work')?.focus()}>
        {t(($) => $.app.skip)}
      </button>
      <Rail network={network} open={open} />
      <TopBar
        network={inNetwork ? network : null}
        title={portfolio.data?.name ?? t(open ? ($) => $.app.rooms.portfolio : ($) => $.app.start.none)}
        steps={steps}
        open={open}
      />
      <div className="desk">
        <Work network={network} pending={pending} open={open} />
        <Aside topic={topic} />
      </div>
      <Search network={network} doings={doings} />
      <RemovalDialog />
      <EraseDialog />
      <NoticeBar steps={steps} />
    </div>
  );
}
