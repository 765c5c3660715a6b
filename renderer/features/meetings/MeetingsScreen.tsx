/** What people do together: the meetings, one of them, their rhythm, what was agreed, and the channels between them. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useView } from '../../state/view.store.ts';
import { useNetworkId } from '../../ui/paths.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useT } from '../../ui/words.tsx';
import { ActionsTab } from './ActionsTab.tsx';
import { ChannelsTab } from './ChannelsTab.tsx';
import { MeetingsTable, useScope } from './MeetingsTable.tsx';
import './meetings.css';
import { NewMeeting } from './NewMeeting.tsx';
import { RhythmTab } from './rhythm/RhythmTab.tsx';
import { MeetingSheet } from './sheet/MeetingSheet.tsx';

const tabs = ['list', 'rhythm', 'actions', 'channels'] as const;
type Tab = (typeof tabs)[number];

/** N anywhere in the room, but not where letters are written. */
function useKeyN(add: () => void, on: boolean): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'n') return;
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [contenteditable], [role=grid], [role=listbox], [role=menu], [aria-modal=true]')) return;
    event.preventDefault();
    add();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

export function MeetingsScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const [params, setParams] = useSearchParams();
  const { unitId } = useScope();
  const tab = (useView((view) => view.panels['meetings.tab']) as Tab | undefined) ?? 'list';
  const setPanel = useView((view) => view.setPanel);
  /** The team of the meeting that is to begin; null is still to be chosen, undefined that none begins. */
  const [adding, setAdding] = useState<string | null | undefined>(undefined);
  const opened = params.get('id');
  const open = (id: string) => {
    setAdding(undefined);
    useView.getState().close();
    setParams({ id });
  };
  const add = (team: string | null) => {
    setPanel('meetings.tab', 'list');
    setAdding(team);
  };
  const asked = useEffectEvent(() => {
    add(null);
    setParams({}, { replace: true });
  });
  const isAsked = params.has('new');
  useEffect(() => {
    if (isAsked) asked();
  }, [isAsked]);
  useKeyN(() => add(unitId), opened === null);
  const wasOpened = opened !== null;
  useEffect(() => {
    // back from a meeting: what had the focus went with it
    if (!wasOpened && document.activeElement === document.body) document.getElementById('work')?.focus({ preventScroll: true });
  }, [wasOpened]);
  if (opened !== null)
    return (
      <MeetingSheet
        key={opened}
        id={opened}
        onDone={() => setParams({})}
        onAnother={(team) => {
          add(team);
          setParams({});
        }}
      />
    );
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.meetings)}</h1>
      </div>
      {adding !== undefined && <NewMeeting key={adding} networkId={networkId} team={adding} onStarted={open} onCancel={() => setAdding(undefined)} />}
      <Tabs
        label={t(($) => $.app.rooms.meetings)}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(($) => $.meetings.tabs[value]) }))}
        onChange={(value) => setPanel('meetings.tab', value)}
      />
      <div className="team-body" role="tabpanel" aria-label={t(($) => $.meetings.tabs[tab])}>
        {tab === 'list' && <MeetingsTable networkId={networkId} onOpen={open} onAdd={() => add(unitId)} />}
        {tab === 'rhythm' && <RhythmTab networkId={networkId} onOpen={open} onAdd={add} />}
        {tab === 'actions' && <ActionsTab networkId={networkId} />}
        {tab === 'channels' && <ChannelsTab networkId={networkId} />}
      </div>
    </section>
  );
}
