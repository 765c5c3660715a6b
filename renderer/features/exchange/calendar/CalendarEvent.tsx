/** One event of a calendar in the preview: when, of which team, who was asked, and what happens to it. */
import { MultiSelect } from '@mantine/core';
import { useId } from 'react';
import type { Translate } from '../../../../shared/i18n/index.ts';
import { stopEscape } from '../../../ui/fields/ChoiceControl.tsx';
import { counted, useFormat, useT } from '../../../ui/words.tsx';
import type { CalendarState, SeenEvent, SeenTime } from './use-calendar.ts';

/** Guests that are named; of more it is said how many. */
const MOST_GUESTS = 12;

interface Props {
  readonly event: SeenEvent;
  readonly teams: readonly { readonly value: string; readonly label: string }[];
  readonly state: CalendarState;
}

/** As it was just chosen: what the host says of it comes a moment later. */
const isTaken = ({ key, times }: SeenEvent, time: SeenTime, { choices }: CalendarState): boolean => {
  const single = times.length === 1 && time.key === key;
  const chosen = (single ? undefined : choices.of[time.key]?.take) ?? choices.of[key]?.take;
  return chosen ?? (time.state === 'new' || time.state === 'changed');
};
const isOpen = ({ state }: SeenTime): boolean => state !== 'same' && state !== 'refused';

function useWhen(): (time: SeenTime) => string {
  const t = useT();
  const format = useFormat();
  return ({ day, lastDay, time, minutes }) => {
    const days = lastDay === null ? format.day(day) : t(($) => $.calendar.span, { first: format.day(day), last: format.day(lastDay) });
    const clock = time === null ? t(($) => $.calendar.allDay) : t.language === 'nl' ? time.replace(':', '.') : time;
    const length = minutes === null ? '' : `, ${t(($) => $.calendar.minutes, { count: minutes })}`;
    return `${days}, ${clock}${length}`;
  };
}

function fieldWord(t: Translate, field: string): string {
  const { own, name } = t.words.fields as { own: Record<string, string>; name: Record<string, string> };
  return own[`meeting.${field}`] ?? name[field] ?? field;
}

function Details({ time }: { readonly time: SeenTime }) {
  const t = useT();
  const format = useFormat();
  const blank = t(($) => $.calendar.nothing);
  const lines = [
    ...time.changes.map(({ field, from, to }) => t(($) => $.calendar.becomes, { field: fieldWord(t, field), from: from ?? blank, to: to ?? blank })),
    ...(time.excused.length > 0 ? [t(($) => $.calendar.willExcuse, { names: format.list(time.excused.map(({ name }) => name)) })] : []),
    ...time.remarks,
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="calendar-said">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What happens to most of its times; each that differs is told with its number. */
function State({ event }: { readonly event: SeenEvent }) {
  const t = useT();
  if (event.isRefused) return <span className="tag">{t(($) => $.calendar.states.refused)}</span>;
  const states = [...Map.groupBy(event.times, ({ state }) => state)];
  return states.map(([state, times]) => (
    <span key={state} className="tag" data-state={state}>
      {event.times.length > 1 && `${times.length} `}
      {t(($) => $.calendar.states[state])}
    </span>
  ));
}

function Times({ event, state }: Omit<Props, 'teams'>) {
  const t = useT();
  const when = useWhen();
  return (
    <details className="calendar-times" open={event.times.some((time) => time.state === 'doubt')}>
      <summary>{t(($) => $.calendar.showTimes, { count: event.times.length })}</summary>
      <ul>
        {event.times.map((time) => (
          <li key={time.key}>
            <label className="check">
              <input
                type="checkbox"
                disabled={!isOpen(time)}
                checked={isOpen(time) && isTaken(event, time, state)}
                aria-label={t(($) => $.calendar.takeTime, { name: time.name, when: when(time) })}
                onChange={({ currentTarget: { checked } }) => state.say(time.key, { take: checked })}
              />
              <span>
                {when(time)} {time.name !== event.name && <b>{time.name}</b>}
              </span>
              <span className="faint small">{t(($) => $.calendar.states[time.state])}</span>
            </label>
            <Details time={time} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function When({ event, state }: Omit<Props, 'teams'>) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const [first] = event.times;
  const last = event.times.at(-1);
  if (!first || !last) return null;
  if (event.times.length === 1)
    return (
      <>
        <span>{when(first)}</span>
        <Details time={first} />
      </>
    );
  return (
    <>
      <span>
        {counted(t, ($) => $.calendar.times, event.times.length)}
        {first.time !== null && `, ${t.language === 'nl' ? first.time.replace(':', '.') : first.time}`}
        <br />
        <span className="faint small">{t(($) => $.calendar.span, { first: format.day(first.day), last: format.day(last.day) })}</span>
      </span>
      <Times event={event} state={state} />
    </>
  );
}

function Guests({ guests }: Pick<SeenEvent, 'guests'>) {
  const t = useT();
  if (guests.length === 0) return <span className="faint">{t(($) => $.calendar.nobody)}</span>;
  const known = guests.filter(({ person }) => person !== null).length;
  return (
    <details>
      <summary>{t(($) => $.calendar.known, { n: known, total: guests.length })}</summary>
      <ul className="calendar-guests small">
        {guests.slice(0, MOST_GUESTS).map(({ name, mail, person, declined }) => {
          const said = person?.name ?? t(($) => $.calendar.unknownGuest, { name });
          return <li key={`${name} ${mail}`}>{declined ? t(($) => $.calendar.declinedGuest, { name: said }) : said}</li>;
        })}
        {guests.length > MOST_GUESTS && <li>… {guests.length}</li>}
      </ul>
    </details>
  );
}

export function CalendarEvent({ event, teams, state }: Props) {
  const t = useT();
  const id = useId();
  const open = event.times.filter(isOpen);
  const taken = open.filter((time) => isTaken(event, time, state)).length;
  const units = state.choices.of[event.key]?.units ?? event.units.map((unit) => unit.id);
  const all = new Map([...event.units.map((unit) => [unit.id, unit.name] as const), ...teams.map(({ value, label }) => [value, label] as const)]);
  return (
    <tr data-refused={event.isRefused || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={t(($) => $.calendar.takeOf, { name: event.name })}
          disabled={open.length === 0}
          checked={taken > 0 && taken === open.length}
          ref={(box) => {
            if (box) box.indeterminate = taken > 0 && taken < open.length;
          }}
          onChange={({ currentTarget: { checked } }) => state.take(event, checked)}
        />
      </td>
      <th scope="row" id={id}>
        {event.name}
        {event.place !== null && <span className="faint small">{event.place}</span>}
        {event.remarks.map((remark) => (
          <span key={remark} className="small">
            {remark}
          </span>
        ))}
      </th>
      <td>
        <When event={event} state={state} />
      </td>
      <td>
        {!event.isRefused && (
          <>
            <MultiSelect
              size="xs"
              aria-label={t(($) => $.calendar.teamOf, { name: event.name })}
              data={[...all].map(([value, label]) => ({ value, label }))}
              value={[...units]}
              searchable={all.size > 8}
              hidePickedOptions={false}
              placeholder={units.length === 0 ? t(($) => $.app.unknown) : ''}
              onChange={(chosen) => state.say(event.key, { units: chosen })}
              onKeyDown={stopEscape}
              comboboxProps={{ withinPortal: true, shadow: 'none' }}
            />
            <span className="faint small">{t(($) => $.calendar.guess[event.guess])}</span>
          </>
        )}
      </td>
      <td>
        <Guests guests={event.guests} />
      </td>
      <td className="calendar-state">
        <State event={event} />
      </td>
    </tr>
  );
}
