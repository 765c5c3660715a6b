/** From when till when, in one field; kept is when it began and how long it took. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../../ui/words.tsx';
import { readSpan, spanWords } from './clock-span.ts';
import { type Meeting, useWrite } from './use-meeting.ts';

export function TimeField({ meeting }: { readonly meeting: Meeting }) {
  const t = useT();
  const write = useWrite();
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? null : readSpan(draft, meeting);
  const commit = () => {
    if (read === null || read === undefined) return;
    setDraft(null);
    if (read.time !== meeting.time || read.minutes !== meeting.minutes) void write('meeting.update', { id: meeting.id, ...read });
  };
  return (
    <TextInput
      id={`sheet-time-${meeting.id}`}
      label={t(($) => $.meetings.sheet.time)}
      title={t(($) => $.meetings.sheet.timeHelp)}
      placeholder={t(($) => $.app.unknown)}
      error={draft !== null && read === undefined ? t(($) => $.meetings.sheet.timeWrong) : undefined}
      value={draft ?? spanWords(meeting, t.language)}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null);
          event.stopPropagation();
        }
      }}
    />
  );
}
