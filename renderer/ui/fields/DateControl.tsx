/** A half-known date as people write it, with how it is read. An end can also 'loopt door' or be not known. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { edtfRange, isDay, OPEN_END } from '../../../shared/domain/edtf.ts';
import { readDate } from '../../../shared/domain/format-date.ts';
import { useFormat, useT } from '../words.tsx';
import type { Control } from './control.ts';

interface Props extends Control<string | null> {
  readonly isEnd?: boolean;
  /** Only whole days: the first and last day of a research year. */
  readonly onlyDay?: boolean;
}

type Read = { readonly date: string | null } | { readonly wrong: 'unreadable' | 'noSuchDay' };

const unknownWords = /^(niet bekend|onbekend|not known|unknown|\?)?$/i;

/** What was typed, as a date, or why it is none. */
export function readTypedDate(text: string, { isEnd, onlyDay }: Pick<Props, 'isEnd' | 'onlyDay'>): Read {
  const typed = text.trim();
  if (unknownWords.test(typed)) return { date: null };
  const date = readDate(typed);
  if (date === null) return { wrong: 'unreadable' };
  if (date === OPEN_END) return isEnd ? { date } : { wrong: 'unreadable' };
  if (edtfRange(date) === null) return { wrong: 'noSuchDay' };
  if (onlyDay && !isDay(date)) return { wrong: 'unreadable' };
  return { date };
}

/** From the left of its field, or from the right where it would be cut off there: two fields can stand beside each other, in any order. */
function keepInSight(said: HTMLElement | null): void {
  let room = said?.parentElement ?? null;
  while (room && getComputedStyle(room).overflowX === 'visible') room = room.parentElement;
  const edge = (room ?? document.documentElement).getBoundingClientRect().right;
  said?.toggleAttribute('data-end', said.getBoundingClientRect().right > edge);
}

export function DateControl(props: Props) {
  const { id, label, hint, error, required, value, live, isEnd, onChange } = props;
  const t = useT();
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const now = draft === null ? null : readTypedDate(draft, props);
  const wrong = now && 'wrong' in now ? now.wrong : null;
  const commit = (text: string, last: boolean) => {
    const result = readTypedDate(text, props);
    setDraft(last && 'date' in result ? null : text);
    if ('date' in result && result.date !== value) onChange(result.date);
  };
  const readAs = now && 'date' in now ? now.date : value;
  const said = draft !== null && wrong === null ? t(($) => $.app.drawer.readAs, { date: format.date(readAs) }) : t(($) => $.app.drawer.dateHelp);
  const problem = wrong === null ? error : t(wrong === 'noSuchDay' ? ($) => $.app.drawer.noSuchDay : ($) => $.app.drawer.dateWrong);
  return (
    <div className="date-field">
      <TextInput
        id={id}
        label={label}
        description={hint}
        error={problem}
        aria-describedby={focused ? `${id}-said` : undefined}
        required={required ?? false}
        withAsterisk={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t(($) => $.app.unknown)}
        value={draft ?? (value === null ? '' : format.date(value))}
        onChange={(event) => (live ? commit(event.currentTarget.value, false) : setDraft(event.currentTarget.value))}
        onFocus={(event) => {
          setFocused(true);
          event.currentTarget.select();
        }}
        onBlur={() => {
          setFocused(false);
          if (draft !== null) commit(draft, true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null) commit(draft, true);
          if (event.key === 'Escape' && draft !== null) {
            setDraft(null);
            event.stopPropagation();
          }
        }}
        rightSectionWidth="auto"
        rightSection={isEnd && value !== OPEN_END ? <EndChoice onChange={onChange} label={label} /> : null}
      />
      {/* over what is below, so that nothing moves away from under the pointer when the field is left */}
      {focused && problem === undefined && (
        <p className="date-said" ref={keepInSight} id={`${id}-said`} role="status">
          {said}
        </p>
      )}
    </div>
  );
}

function EndChoice({ onChange, label }: { readonly onChange: (value: string | null) => void; readonly label: string }) {
  const t = useT();
  const word = t(($) => $.app.drawer.ongoing);
  return (
    <button type="button" className="end-choice" aria-label={`${label}: ${word}`} title={word} onClick={() => onChange(OPEN_END)}>
      →
    </button>
  );
}
