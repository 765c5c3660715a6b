/** The left of a meeting: who was there, of whom, and guests. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useOperation } from '../../../client/use-operation.ts';
import { NumberControl } from '../../../ui/fields/NumberControl.tsx';
import { EntityPicker } from '../../../ui/fields/ReferenceControl.tsx';
import { useNetworkId } from '../../../ui/paths.ts';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import { AttendanceList } from './AttendanceList.tsx';
import type { Attendance } from './use-attendance.ts';
import { type Meeting, useWrite } from './use-meeting.ts';

function Counts({ attendance, headCount }: { readonly attendance: Attendance; readonly headCount: number | null }) {
  const t = useT();
  const { rows, open } = attendance;
  // who has a mark and is no guest counts among those who should have been there
  const asked = rows.filter((row) => row.state !== 'guest' && (row.membership !== 'no' || row.state !== null));
  const present = asked.filter((row) => row.state === 'present').length;
  const guests = rows.filter((row) => row.state === 'guest').length;
  const some = rows.some((row) => row.state !== null);
  if (!some && headCount !== null) return <span className="small">{t(($) => $.meetings.list.counted, { n: headCount })}</span>;
  return (
    <span className="small" role="status">
      {[
        asked.length > 0 ? t(($) => $.meetings.there.present, { n: present, total: asked.length }) : '',
        guests > 0 ? counted(t, ($) => $.meetings.there.guests, guests) : '',
        some && open.length > 0 ? t(($) => $.meetings.there.open, { n: open.length }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}

/** Who exists is offered first, else someone is made; either way one step. */
function GuestField({ meeting, attendance }: { readonly meeting: Meeting; readonly attendance: Attendance }) {
  const t = useT();
  const write = useWrite();
  const networkId = useNetworkId();
  const group = useRef<string | undefined>(undefined);
  const there = attendance.rows.filter((row) => row.membership === 'no' || row.state !== null).map((row) => row.person.id);
  return (
    <div className="there-guest">
      <EntityPicker
        id={`guest-${meeting.id}`}
        label={t(($) => $.meetings.there.guest)}
        kinds={['person']}
        networkId={networkId}
        hide={there}
        make={['person']}
        shown=""
        onMake={async (_kind, name) => {
          group.current = crypto.randomUUID();
          return (await write<{ id: string }>('person.create', { name }, group.current))?.id ?? null;
        }}
        onPick={(id) => {
          const member = attendance.rows.find((row) => row.person.id === id && row.membership !== 'no');
          void attendance.mark([id], member ? 'present' : 'guest', group.current);
          group.current = undefined;
        }}
      />
    </div>
  );
}

export function WhoWasThere({ meeting, attendance }: { readonly meeting: Meeting; readonly attendance: Attendance }) {
  const t = useT();
  const format = useFormat();
  const write = useWrite();
  const [counting, setCounting] = useState(false);
  const first = useOperation('entity.get', meeting.units[0] === undefined ? null : { id: meeting.units[0] });
  const { rows, open, ready } = attendance;
  const isFresh = rows.every((row) => row.state === null);
  const teams =
    first.data === undefined
      ? t(($) => $.meetings.there.noTeam)
      : meeting.units.length === 1
        ? first.data.name
        : `${first.data.name} +${meeting.units.length - 1}`;
  const label =
    meeting.start === null
      ? t(($) => $.meetings.there.noDate, { teams })
      : t(($) => $.meetings.there.asOf, { teams, date: format.date(meeting.start) });
  const asksCount = counting || meeting.headCount !== null;
  return (
    <section className="meeting-there" data-pane="list" tabIndex={-1} aria-labelledby="meeting-there-title">
      <div className="meeting-there-head">
        <h2 id="meeting-there-title">{t(($) => $.meetings.there.title)}</h2>
        <Counts attendance={attendance} headCount={meeting.headCount} />
      </div>
      <div className="meeting-there-acts">
        <Button size="xs" disabled={open.length === 0} aria-keyshortcuts="Shift+A" onClick={attendance.everyone}>
          {t(isFresh ? ($) => $.meetings.there.everyone : ($) => $.meetings.there.theRest)}
        </Button>
        <Button size="xs" variant="subtle" aria-expanded={asksCount} onClick={() => setCounting(!asksCount)} disabled={meeting.headCount !== null}>
          {t(($) => $.meetings.there.countOnly)}
        </Button>
      </div>
      {asksCount && (
        <div className="meeting-count">
          <NumberControl
            id={`count-${meeting.id}`}
            label={t(($) => $.meetings.there.headCount)}
            value={meeting.headCount}
            onChange={(headCount) => void write('meeting.update', { id: meeting.id, headCount })}
          />
        </div>
      )}
      {ready && rows.length === 0 && (
        <div className="meeting-nobody">
          <p className="strong">{t(meeting.units.length === 0 ? ($) => $.meetings.there.noTeam : ($) => $.meetings.there.nobody)}</p>
          <p className="faint small">{t(($) => $.meetings.there.nobodyText)}</p>
        </div>
      )}
      {rows.length > 0 && <AttendanceList attendance={attendance} label={label} />}
      <GuestField meeting={meeting} attendance={attendance} />
      {rows.length > 0 && (
        <p className="meeting-keys faint small" aria-hidden="true">
          {(['present', 'excused', 'absent', 'guest'] as const).map((state) => (
            <span key={state}>
              <kbd className="key">{t(($) => $.meetings.there.letters[state])}</kbd> {t(($) => $.meetings.there.states[state])}
            </span>
          ))}
          <span>
            <kbd className="key">Shift A</kbd> {t(($) => $.meetings.there.everyoneKey)}
          </span>
        </p>
      )}
    </section>
  );
}
