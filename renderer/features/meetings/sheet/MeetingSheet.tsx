/** One meeting: who was there, what it was for and what came of it, and how it fits. Everything saves as you go, by keyboard or mouse. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useNetworkId } from '../../../ui/paths.ts';
import { useT } from '../../../ui/words.tsx';
import { FieldRow, fieldsOfKind } from '../../record/index.ts';
import { Head, useTeamNames } from './Head.tsx';
import { Lines } from './Lines.tsx';
import { MarkField } from './MarkField.tsx';
import { Objects } from './Objects.tsx';
import { OpenBefore } from './OpenBefore.tsx';
import { Purposes, useScoring } from './Purposes.tsx';
import { RhythmStrip } from './RhythmStrip.tsx';
import { Series } from './Series.tsx';
import './sheet.css';
import { useAttendance } from './use-attendance.ts';
import type { Meeting } from './use-meeting.ts';
import { WhoWasThere } from './WhoWasThere.tsx';

interface Props {
  readonly id: string;
  readonly onDone: () => void;
  /** Another one, of this team. */
  readonly onAnother: (team: string | null) => void;
}

export function MeetingSheet({ id, onDone, onAnother }: Props) {
  const t = useT();
  const meeting = useOperation('meeting.get', { id });
  if (meeting.error)
    return (
      <EmptyState title={t(($) => $.meetings.sheet.gone)} text={t(($) => $.meetings.sheet.goneText)}>
        <Button onClick={onDone}>{t(($) => $.meetings.sheet.back)}</Button>
      </EmptyState>
    );
  if (!meeting.data) return null;
  return <Filled meeting={meeting.data} onDone={onDone} onAnother={onAnother} />;
}

/** What is being typed is kept first: leaving a field does that. */
const leaveField = (): void => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined);

const noteSpec = fieldsOfKind('meeting').find((field) => field.name === 'note');

function Foot({ onDone, onAnother }: { readonly onDone: () => void; readonly onAnother: () => void }) {
  const t = useT();
  return (
    <div className="meeting-foot no-print">
      <p className="faint small">{t(($) => $.meetings.sheet.enough)}</p>
      <div>
        <Button variant="filled" aria-keyshortcuts="Control+Enter" title="Ctrl Enter" onClick={onDone}>
          {t(($) => $.meetings.sheet.done)}
        </Button>
        <Button onClick={onAnother}>{t(($) => $.meetings.sheet.another)}</Button>
      </div>
    </div>
  );
}

/** What teams are called: those of the network, and of another one those that are in the meeting. */
function useTeams(networkId: string, units: readonly string[]): ReadonlyMap<string, string> {
  const at = useView((view) => view.day);
  const own = useOperation('unit.list', { networkId, at }, { keep: true });
  const ask = useTeamNames();
  const known = useRef(ask);
  known.current = ask;
  const [teams, setTeams] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = units.join();
  useEffect(() => {
    let stale = false;
    void known.current(ids === '' ? [] : ids.split(',')).then((names) => !stale && setTeams(names));
    return () => {
      stale = true;
    };
  }, [ids]);
  return new Map([...(own.data?.units ?? []).map((unit) => [unit.id, unit.name] as const), ...teams]);
}

function Filled({ meeting, onDone, onAnother }: Omit<Props, 'id'> & { readonly meeting: Meeting }) {
  const networkId = useNetworkId();
  const attendance = useAttendance(meeting);
  const teams = useTeams(networkId, meeting.units);
  const line = useRef<HTMLInputElement>(null);
  const scoring = useScoring(meeting, () => line.current?.focus());
  const done = () => {
    leaveField();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    if (event.ctrlKey) {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      return done();
    }
    const { trail, help } = useView.getState();
    if (event.key === 'Escape' && trail.length === 0 && help === null) {
      event.preventDefault();
      return done();
    }
    const target = event.target as HTMLElement;
    if (target.closest('textarea, select, input:not([type=radio], [type=checkbox])')) return;
    if (scoring.typed(event.key, target)) event.preventDefault();
    // the sign itself is typed in the line then
    else if (event.key === '!' || event.key === '#') line.current?.focus();
  };
  const named = attendance.rows.some((row) => row.state !== null);
  const present = named ? attendance.rows.filter((row) => row.state === 'present' || row.state === 'guest').length : meeting.headCount;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the figures and signs that go to a part of it
    <div className="meeting-room" onKeyDown={onKeyDown}>
      <div className="meeting">
        <WhoWasThere meeting={meeting} attendance={attendance} />
        <div className="meeting-work">
          <Head meeting={meeting} teams={teams} onBack={done} />
          <Purposes meeting={meeting} scoring={scoring} />
          <Lines meeting={meeting} there={attendance.rows} field={line} />
          <Objects meeting={meeting} there={attendance.rows} teams={teams} />
        </div>
        <div className="meeting-around">
          <RhythmStrip meeting={meeting} networkId={networkId} />
          <Series meeting={meeting} onGone={onDone} />
          <OpenBefore meeting={meeting} networkId={networkId} />
          <MarkField meeting={meeting} present={present} />
          {noteSpec && (
            <section className="meeting-side">
              <FieldRow kind="meeting" id={meeting.id} spec={noteSpec} values={meeting} at="sheet" />
            </section>
          )}
          <Foot
            onDone={done}
            onAnother={() => {
              leaveField();
              onAnother(meeting.units[0] ?? null);
            }}
          />
        </div>
      </div>
    </div>
  );
}
