/** A calendar file in: looked at with what is there, and written in one step where that is asked. */
import type { Said } from '../../shared/calendar/calendar-file.ts';
import { type Choices, type Field, type PlannedEvent, type PlannedTime, planCalendar } from '../../shared/calendar/plan-calendar.ts';
import type { Output } from '../../shared/contract/index.ts';
import { schoolYearOf } from '../../shared/domain/edtf.ts';
import { formatDay, formatEdtf } from '../../shared/domain/format-date.ts';
import { lineStates } from '../../shared/exchange/plan.ts';
import { ExchangeRefusal } from '../../shared/exchange/refusal.ts';
import type { WriteHandle } from '../connection.ts';
import { knownFor } from '../repositories/calendar.queries.ts';
import { newId } from '../repositories/new-id.ts';
import { createRecord, getRecord, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Context, JobContext, JobHandler } from './handler.ts';

type Seen = Output<'calendar.import'>;
type SeenTime = Seen['events'][number]['times'][number];

/** The end of the school year after the next one. */
const horizonOf = (today: string): string => `${Number(schoolYearOf(today).slice(5)) + 2}-07-31`;

function remarkWords({ t, language }: Context, { remark, params }: Said): string {
  const day = typeof params.day === 'string' ? { day: formatDay(params.day, language) } : {};
  // 'hh:mm' as it is said in the language; a zone can have a colon of its own
  const clocks = ['here', 'there', 'other'].flatMap((name) =>
    typeof params[name] === 'string' ? [[name, params[name].replace(':', language === 'nl' ? '.' : ':')]] : [],
  );
  return t(($) => $.calendar.remarks[remark], { ...params, ...day, ...Object.fromEntries(clocks) });
}

function fieldWords({ t, language }: Context, field: Field, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (field === 'start' || field === 'end') return formatEdtf(String(value), language);
  if (field === 'standing') return t.words.lists.standing[value as 'planned'];
  return String(value);
}

function timeRow(context: Context, planned: PlannedTime, name: (id: string) => string, unnamed: string): SeenTime {
  const { time, known, changes } = planned;
  const { key, place, day, lastDay, minutes } = time;
  const differs = known === null ? [] : (Object.entries(changes) as [Field, unknown][]);
  return {
    key,
    name: time.name || unnamed,
    place,
    day,
    lastDay,
    time: time.time,
    minutes,
    standing: planned.standing,
    state: planned.state,
    meetingId: known?.id ?? null,
    changes: differs.map(([field, to]) => ({ field, from: fieldWords(context, field, known?.[field]), to: fieldWords(context, field, to) })),
    excused: planned.excused.map((id) => ({ id, name: name(id) })),
    remarks: planned.said.map((said) => remarkWords(context, said)),
  };
}

function seen(plan: readonly PlannedEvent[], context: Context, names: ReadonlyMap<string, string>, notes: Seen['notes'], applied: boolean): Seen {
  const unnamed = context.t(($) => $.calendar.unnamed);
  const name = (id: string): string => names.get(id) ?? '';
  const all = plan.flatMap(({ times }) => times);
  const refused = plan.filter(({ event }) => event.isRefused).length;
  const counts = Object.fromEntries(lineStates.map((state) => [state, all.filter((time) => time.state === state).length])) as Seen['counts'];
  const begins = new Map(plan.map(({ event, times }) => [event.uid, times[0]?.time.day]));
  const seriesWords = ({ event, series, head }: PlannedEvent): string[] => {
    const day = series === event.uid ? undefined : (begins.get(series) ?? head?.start);
    return day ? [context.t(($) => $.calendar.ofSeries, { day: formatEdtf(day, context.language) })] : [];
  };
  const events = plan.map((planned) => {
    const { event, guests, units, guess, times } = planned;
    return {
      key: event.uid,
      name: event.name || unnamed,
      place: event.place,
      units: units.map((id) => ({ id, name: name(id) })),
      guess,
      guests: guests.map((guest) => ({ ...guest, person: guest.person && { id: guest.person.id, name: guest.person.name } })),
      isRefused: event.isRefused,
      remarks: [...event.said.map((said) => remarkWords(context, said)), ...seriesWords(planned)],
      times: times.map((time) => timeRow(context, time, name, unnamed)),
    };
  });
  return { notes, counts: { ...counts, refused }, events, applied };
}

/** @param head the first of the series that it belongs to; null where it is alone, or is itself the first */
function writeTime(handle: WriteHandle, networkId: string, planned: PlannedTime, units: readonly string[], id: string, head: string | null): void {
  const { time, known, changes, excused } = planned;
  if (known) updateRecord(handle, recordRules, 'meeting', id, { ...changes, ...(known.calendarKey === null ? {} : { calendarKey: time.key }) });
  else createRecord(handle, recordRules, 'meeting', { ...changes, networkId, units: [...units], calendarKey: time.key, seriesId: head }, id);
  for (const personId of excused) createRecord(handle, recordRules, 'attendance', { meetingId: id, personId, state: 'excused' });
}

/** The ids of what comes in, known before it is written: the first of a series can stand after others in the file. */
type Ids = ReadonlyMap<PlannedTime, string>;

function idsOf(plan: readonly PlannedEvent[]): Ids {
  const taken = plan.flatMap(({ times }) => times.filter(({ isTaken }) => isTaken));
  return new Map(taken.map((planned) => [planned, planned.known?.id ?? newId()]));
}

/** The meeting that each series begins with: one that is there already, or else the first that comes in. */
function headsOf(plan: readonly PlannedEvent[], ids: Ids): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  for (const [series, events] of Map.groupBy(plan, (planned) => planned.series)) {
    const times = [...events].sort((a, b) => Number(b.event.uid === series) - Number(a.event.uid === series)).flatMap((planned) => planned.times);
    const there = events[0]?.head ?? times.find(({ known }) => known)?.known;
    const first = times.find((time) => ids.has(time));
    const head = there ? (there.seriesId ?? there.id) : times.length > 1 && first ? ids.get(first) : undefined;
    if (head !== undefined) heads.set(series, head);
  }
  return heads;
}

function writeEvent(handle: WriteHandle, networkId: string, { times, units, guess }: PlannedEvent, ids: Ids, head: string | null): number {
  const known = times.flatMap((time) => (time.known ? [time.known] : []));
  const taken = times.flatMap((planned) => (ids.has(planned) ? [{ planned, id: ids.get(planned) as string }] : []));
  for (const { planned, id } of taken) writeTime(handle, networkId, planned, units, id, id === head ? null : head);
  if (guess !== 'chosen') return taken.length;
  // another choice of teams holds for what is there already too
  const same = known.filter((meeting) => JSON.stringify(meeting.units) !== JSON.stringify(units));
  for (const { id } of same) updateRecord(handle, recordRules, 'meeting', id, { units: [...units] });
  return new Set([...taken.map(({ id }) => id), ...same.map(({ id }) => id)]).size;
}

function writeAll(handle: WriteHandle, networkId: string, plan: readonly PlannedEvent[], context: JobContext): number {
  const step = context.t(($) => $.calendar.writing);
  const ids = idsOf(plan);
  const heads = headsOf(plan, ids);
  const begins = new Set(heads.values());
  const isFirst = ({ times }: PlannedEvent): boolean => times.some((time) => begins.has(ids.get(time) ?? ''));
  let written = 0;
  // what the others of a series point at is there before they are
  for (const [index, event] of plan.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))).entries()) {
    if (index % 20 === 0) {
      context.checkpoint();
      context.progress(index, plan.length, step);
    }
    written += writeEvent(handle, networkId, event, ids, heads.get(event.series) ?? null);
  }
  return written;
}

/** Loaded when asked for: most runs read no calendar. */
async function eventsOf({ from, text }: { from?: string | undefined; text?: string | undefined }, context: JobContext) {
  context.progress(
    0,
    0,
    context.t(($) => $.exchange.screen.reading),
  );
  const { calendarText, readCalendar } = await import('../../shared/calendar/read-calendar.ts');
  try {
    if (text === undefined && from === undefined) throw new ExchangeRefusal('importNothing');
    const given = text === undefined ? calendarText(context.open(from as string)) : { text, notes: [] };
    const { events, notes } = readCalendar(given.text, horizonOf(context.today));
    return { events, notes: [...given.notes, ...notes] };
  } catch (error) {
    if (error instanceof ExchangeRefusal) throw new Refusal('invalid_input', error.reason, { ...error.params }, ['from']);
    throw error;
  }
}

export const importCalendar: JobHandler<'calendar.import'> = async (handle, input, context) => {
  const { networkId } = input;
  getRecord(handle, 'network', networkId);
  const { events, notes: read } = await eventsOf(input, context);
  const notes = read.map(({ note, params }) => ({ note, params: { ...params } }));
  const choices: Choices = { of: input.choices ?? {}, excused: input.excused ?? true };
  const unnamed = context.t(($) => $.calendar.unnamed);
  const known = knownFor(handle, networkId, context.today);
  const names = new Map([...known.teams, ...known.people].map(({ id, name }) => [id, name]));
  // a team of another network too: who chose it, or a meeting that was noted with it
  const units = [...Object.values(choices.of), ...known.meetings].flatMap((one) => one.units ?? []);
  for (const id of new Set(units)) if (!names.has(id)) names.set(id, getRecord(handle, 'unit', id).name);
  if (!input.apply) return { value: seen(planCalendar(events, known, choices, unnamed), context, names, notes, false) };
  const plan = context.write((writer) => {
    // looked at anew: something may have been written since
    const now = planCalendar(events, knownFor(writer, networkId, context.today), choices, unnamed);
    return { value: now, params: { count: writeAll(writer, networkId, now, context) } };
  });
  return { value: seen(plan, context, names, notes, true) };
};
