/** Who was there: a row for each, four marks, and a letter for each mark that goes on to the next row. */
import { IconCalendarX, IconCheck, IconUserPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type AttendanceState, attendanceStates } from '../../../../shared/domain/lists.ts';
import { PersonSign } from '../../../ui/Sign.tsx';
import { useT } from '../../../ui/words.tsx';
import type { Attendance, Row } from './use-attendance.ts';

const icons = { present: IconCheck, excused: IconCalendarX, absent: IconX, guest: IconUserPlus } as const;
const letters: Readonly<Record<string, AttendanceState>> = { a: 'present', v: 'excused', x: 'absent', g: 'guest' };

interface RowProps {
  readonly row: Row;
  readonly index: number;
  /** Which of the marks Tab comes to; null is none of this row. */
  readonly stop: number | null;
  readonly onMark: (state: AttendanceState | null) => void;
  readonly onFocus: (col: number) => void;
}

function AttendanceRow({ row, index, stop, onMark, onFocus }: RowProps) {
  const t = useT();
  const { person, organisation, roles, membership, state } = row;
  const under = [roles[0], organisation?.name, membership === 'perhaps' ? t(($) => $.meetings.there.perhaps) : ''].filter(Boolean).join(' · ');
  return (
    <li className="there-row" data-state={state ?? 'none'} data-guest={membership === 'no' || undefined}>
      <PersonSign kind={organisation?.kind ?? null} presence={membership === 'perhaps' ? 'perhaps' : 'yes'} size={24} />
      <span className="there-name">
        <span className="strong">{person.name}</span>
        {under !== '' && <span className="faint small">{under}</span>}
      </span>
      <fieldset className="there-marks" aria-label={person.name}>
        {attendanceStates.map((one, col) => {
          const Icon = icons[one];
          return (
            <button
              key={one}
              type="button"
              className="there-mark"
              data-mark={one}
              data-row={index}
              data-col={col}
              aria-pressed={state === one}
              aria-label={t(($) => $.meetings.there.mark, { name: person.name, state: t(($) => $.meetings.there.states[one]) })}
              title={t(($) => $.meetings.there.states[one])}
              tabIndex={stop === col ? 0 : -1}
              onFocus={() => onFocus(col)}
              onClick={() => onMark(state === one ? null : one)}
            >
              <Icon size={16} stroke={1.8} aria-hidden="true" />
            </button>
          );
        })}
      </fieldset>
    </li>
  );
}

/** Where the keyboard is among the marks, and what its keys do there. */
function useMarks(attendance: Attendance) {
  const { rows, mark, everyone } = attendance;
  const [at, setAt] = useState({ row: 0, col: 0 });
  const list = useRef<HTMLDivElement>(null);
  const row = Math.min(at.row, Math.max(0, rows.length - 1));
  const goTo = (next: number, col: number) => {
    const to = { row: Math.max(0, Math.min(rows.length - 1, next)), col: Math.max(0, Math.min(attendanceStates.length - 1, col)) };
    setAt(to);
    list.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-col="${to.col}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return;
    const state = letters[event.key.toLowerCase()];
    const person = rows[row]?.person.id;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(row + 1, at.col),
      ArrowUp: () => goTo(row - 1, at.col),
      ArrowRight: () => goTo(row, at.col + 1),
      ArrowLeft: () => goTo(row, at.col - 1),
      Home: () => goTo(0, at.col),
      End: () => goTo(rows.length - 1, at.col),
      Delete: () => person && void mark([person], null),
      Backspace: () => person && void mark([person], null),
      ...(event.shiftKey ? { A: everyone, a: everyone } : {}),
    };
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      return act();
    }
    if (state === undefined || person === undefined || event.shiftKey) return;
    event.preventDefault();
    void mark([person], state);
    goTo(row + 1, attendanceStates.indexOf(state));
  };
  return { at: { row, col: at.col }, setAt, list, goTo, onKeyDown };
}

interface Props {
  readonly attendance: Attendance;
  /** The focus comes here by itself when the meeting opens. */
  readonly label: string;
}

export function AttendanceList({ attendance, label }: Props) {
  const t = useT();
  const marks = useMarks(attendance);
  const { rows, ready } = attendance;
  const first = useRef(true);
  useEffect(() => {
    if (!ready || !first.current) return;
    first.current = false;
    const now = document.activeElement;
    if (now === null || now === document.body || now.id === 'work')
      (document.querySelector<HTMLElement>('.there-mark') ?? document.getElementById('work'))?.focus({ preventScroll: true });
  }, [ready]);
  const others = rows.findIndex((row) => row.membership === 'no');
  const rowAt = (row: Row, index: number) => (
    <AttendanceRow
      key={row.person.id}
      row={row}
      index={index}
      stop={marks.at.row === index ? marks.at.col : null}
      onMark={(state) => void attendance.mark([row.person.id], state)}
      onFocus={(col) => marks.setAt({ row: index, col })}
    />
  );
  const members = others < 0 ? rows : rows.slice(0, others);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the letters that mark the row with the focus
    <div ref={marks.list} className="there-list" onKeyDown={marks.onKeyDown}>
      <div className="there-head">
        <span className="faint small">{label}</span>
        <span className="there-letters faint small" aria-hidden="true">
          {attendanceStates.map((one) => (
            <span key={one}>{t(($) => $.meetings.there.letters[one])}</span>
          ))}
        </span>
      </div>
      <ul aria-label={label}>{members.map(rowAt)}</ul>
      {others >= 0 && (
        <ul className="there-others" aria-label={t(($) => $.meetings.there.others)}>
          {rows.slice(others).map((row, index) => rowAt(row, others + index))}
        </ul>
      )}
    </div>
  );
}
