/** From a calendar file to meetings: choose the file, look at what is in it and of which team, and take it in. */
import { Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { networkPath } from '../../../ui/paths.ts';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { Apply, ChooseFile, reachable, TakingIn } from '../TakingIn.tsx';
import { CalendarEvent } from './CalendarEvent.tsx';
import './calendar.css';
import { type CalendarState, type Seen, useCalendar } from './use-calendar.ts';

/** Events in the page at once. */
const MOST_EVENTS = 100;

/** '3 bijeenkomsten erbij en 1 bijeenkomst gewijzigd'; '' where nothing comes of it. */
function useSummary(): (seen: Seen) => string {
  const t = useT();
  const format = useFormat();
  return ({ counts, events }) => {
    const made = counts.new ?? 0;
    const changed = counts.changed ?? 0;
    const teams = events.some(({ guess, times }) => guess === 'chosen' && times.some(({ meetingId }) => meetingId !== null));
    return format.list([
      ...(made > 0 ? [counted(t, ($) => $.calendar.added, made)] : []),
      ...(changed > 0 ? [counted(t, ($) => $.calendar.changed, changed)] : []),
      ...(teams && made + changed === 0 ? [t(($) => $.calendar.teamsOnly)] : []),
    ]);
  };
}

function Source({ state }: { readonly state: CalendarState }) {
  const t = useT();
  return (
    <section className="card import-step" aria-labelledby="calendar-source">
      <h2 id="calendar-source">{t(($) => $.calendar.source)}</h2>
      <p className="faint">{t(($) => $.calendar.sourceHint)}</p>
      <ChooseFile icon={IconCalendarDown} isFile={state.choices.from !== null} state={state} />
    </section>
  );
}

function Head({ state, seen }: { readonly state: CalendarState; readonly seen: Seen }) {
  const t = useT();
  const all = (take: boolean) =>
    state.choose({
      of: {
        ...Object.fromEntries(Object.entries(state.choices.of).flatMap(([key, { units }]) => (units ? [[key, { units }]] : []))),
        ...Object.fromEntries(
          seen.events.map(({ key }) => [key, { ...(state.choices.of[key]?.units ? { units: state.choices.of[key].units } : {}), take }]),
        ),
      },
    });
  const doubts = seen.counts.doubt ?? 0;
  return (
    <>
      <p className="faint">
        {t(($) => $.calendar.counts, { events: seen.events.length, times: seen.events.reduce((sum, { times }) => sum + times.length, 0) })}
        {seen.notes.map(({ note, params }) => (
          <span key={note}> {t(($) => $.exchange.notes[note as 'encoding'], params)}</span>
        ))}
      </p>
      {doubts > 0 && <p>{counted(t, ($) => $.calendar.doubt, doubts)}</p>}
      <div className="import-source">
        <Button size="xs" onClick={() => all(true)}>
          {t(($) => $.calendar.takeAll)}
        </Button>
        <Button size="xs" onClick={() => all(false)}>
          {t(($) => $.calendar.takeNone)}
        </Button>
      </div>
      {seen.events.some(({ guests }) => guests.some(({ declined }) => declined)) && (
        <label className="check">
          <input type="checkbox" checked={state.choices.excused} onChange={({ currentTarget: { checked } }) => state.choose({ excused: checked })} />
          {t(($) => $.calendar.excused)} <span className="faint small">{t(($) => $.calendar.excusedHint)}</span>
        </label>
      )}
    </>
  );
}

function Found({ state, seen, networkId }: { readonly state: CalendarState; readonly seen: Seen; readonly networkId: string }) {
  const t = useT();
  const summary = useSummary();
  const at = useView((view) => view.day);
  const units = useOperation('unit.list', { networkId, at }, { keep: true });
  const teams = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const what = summary(seen);
  return (
    <section className="card import-step" aria-labelledby="calendar-found">
      <h2 id="calendar-found">{t(($) => $.calendar.found)}</h2>
      <Head state={state} seen={seen} />
      <div className="import-scroll calendar-scroll" {...reachable('calendar-found')}>
        <table className="import-table calendar-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{t(($) => $.calendar.take)}</span>
              </th>
              <th scope="col">{t(($) => $.calendar.event)}</th>
              <th scope="col">{t(($) => $.calendar.when)}</th>
              <th scope="col">{t(($) => $.calendar.team)}</th>
              <th scope="col">{t(($) => $.calendar.who)}</th>
              <th scope="col">{t(($) => $.calendar.state)}</th>
            </tr>
          </thead>
          <tbody>
            {seen.events.slice(0, MOST_EVENTS).map((event) => (
              <CalendarEvent key={event.key} event={event} teams={teams} state={state} />
            ))}
          </tbody>
        </table>
      </div>
      {seen.events.length > MOST_EVENTS && (
        <p className="faint small">{t(($) => $.calendar.firstOnly, { count: MOST_EVENTS, total: seen.events.length })}</p>
      )}
      {seen.events.some(({ guests }) => guests.some(({ person }) => person === null)) && (
        <p className="faint small">{t(($) => $.calendar.unknownHint)}</p>
      )}
      <Apply about="calendar" state={state} what={what} />
    </section>
  );
}

function Importing({ networkId }: { readonly networkId: string }) {
  const navigate = useNavigate();
  const summary = useSummary();
  const state = useCalendar(networkId);
  return (
    <TakingIn
      about="calendar"
      state={state}
      source={<Source state={state} />}
      whatOf={summary}
      onBack={() => void navigate(networkPath(networkId, 'meetings'))}
    >
      {state.seen && <Found state={state} seen={state.seen} networkId={networkId} />}
    </TakingIn>
  );
}

/** @param networkId null: a calendar belongs to a network */
export function CalendarImport({ networkId }: { readonly networkId: string | null }) {
  const t = useT();
  return networkId === null ? <EmptyState title={t(($) => $.calendar.needsNetwork)} /> : <Importing networkId={networkId} />;
}
