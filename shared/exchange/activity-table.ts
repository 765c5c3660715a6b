/** The register of activities as a table in the shape of an evaluation's appendix: by pillar, and what is missing counted. */
import type { Output } from '../contract/index.ts';
import { edtfRange, LAST_DAY, OPEN_END } from '../domain/edtf.ts';
import { type FigureParts, figureWords } from '../domain/figure-words.ts';
import { formatEdtf } from '../domain/format-date.ts';
import { figureStates } from '../domain/lists.ts';
import type { Translate } from '../i18n/index.ts';

export type Activity = Output<'activity.list'>['rows'][number];
export type FigureColumn = 'reach' | 'mark';
export type MissingState = Exclude<FigureParts['state'], 'value'>;
export const figureColumns = ['reach', 'mark'] as const;
export const missingStates = figureStates.filter((state) => state !== 'value');

/** Whether it was carried out; a register of an evaluation is about nothing else. */
export const isDone = ({ standing }: Pick<Activity, 'standing'>): boolean => standing === 'actual';

/** 'Symposium', 'Symposium (gepland)' */
export const nameWords = (t: Translate, activity: Activity): string =>
  isDone(activity) ? activity.name : `${activity.name} (${t(($) => $.lists.standing[activity.standing])})`;

/** What a column says of an activity: a value, or why there is none. Where nobody wrote anything it is not filled in. */
export function stateOf(activity: Activity, column: FigureColumn): FigureParts['state'] {
  const states = activity[column].map((figure) => figure.state);
  return states.includes('value') ? 'value' : (states[0] ?? 'notFilledIn');
}

/** How many activities have no value in a column, by why. */
export const countMissing = (activities: readonly Activity[], column: FigureColumn): Readonly<Record<MissingState, number>> =>
  Object.fromEntries(missingStates.map((state) => [state, activities.filter((one) => stateOf(one, column) === state).length])) as Record<
    MissingState,
    number
  >;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A column of an activity in words, a figure to a line. @example 'Bijna 1000 bezoekers (hele congres)' */
export function columnWords(t: Translate, activity: Activity, column: FigureColumn): string {
  const state = stateOf(activity, column);
  if (state !== 'value') return t(($) => $.activities.states[column][state]);
  return activity[column]
    .filter((figure) => figure.state === 'value')
    .map((figure) => capital(figureWords(t, figure)))
    .join('\n');
}

/** When it was: 'mei 2023', 'dec 2022 – jan 2023', 'vanaf apr 2022'; that a product is still there says nothing of when. */
export function dateWords(t: Translate, { start, end }: Pick<Activity, 'start' | 'end'>): string {
  const from = formatEdtf(start, t.language);
  if (end === null || end === OPEN_END || end === start) return from;
  const [first, last] = [start === null ? null : edtfRange(start), edtfRange(end)];
  // an end that is only known to lie after the start
  if (first && last && last.max === LAST_DAY && last.min <= first.max) return t(($) => $.activities.since, { date: from });
  return `${from} – ${formatEdtf(end, t.language)}`;
}

export interface ActivityGroup {
  readonly layer: string;
  readonly rows: readonly (readonly string[])[];
}

export interface ActivityTable {
  readonly header: readonly string[];
  readonly groups: readonly ActivityGroup[];
  /** 'Bereik onbekend: 9 van 30', for every way in which something misses at least once. */
  readonly missing: readonly string[];
}

const rowOf = (t: Translate, activity: Activity): string[] => [
  [nameWords(t, activity), activity.description].filter(Boolean).join('\n'),
  activity.targetGroups.join(', '),
  columnWords(t, activity, 'reach'),
  columnWords(t, activity, 'mark'),
  activity.carriedOutBy.join(', '),
  dateWords(t, activity),
];

/** By pillar, in the order in which the activities come. */
export function activityTable(activities: readonly Activity[], t: Translate): ActivityTable {
  const { columns } = t.words.activities;
  const byLayer = Map.groupBy(activities, (activity) => activity.layer?.id ?? null);
  const missing = figureColumns.flatMap((column) => {
    const counts = countMissing(activities, column);
    return missingStates
      .filter((state) => counts[state] > 0)
      .map((state) => t(($) => $.activities.missing[column][state], { n: counts[state], of: activities.length }));
  });
  return {
    header: [columns.activity, columns.targetGroups, columns.reach, columns.mark, columns.carriedOutBy, columns.date],
    groups: [...byLayer.values()].map((own) => ({
      layer: own[0]?.layer?.name ?? t(($) => $.activities.noLayer),
      rows: own.map((activity) => rowOf(t, activity)),
    })),
    missing,
  };
}
