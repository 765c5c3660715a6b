/** Where activities stand on the timeline: when they surely were, and when they may have been. Plain numbers, so that they can be tested. */
import { addDays, daysBetween, edtfRange, FIRST_DAY, LAST_DAY, OPEN_END } from '../domain/edtf.ts';
import type { Activity } from '../exchange/activity-table.ts';

/** What kind of thing it is, as the figure of an evaluation tells them apart. */
export const shapes = ['meeting', 'video', 'publication'] as const;
export type Shape = (typeof shapes)[number];
export const shapeOf = (activity: Pick<Activity, 'of' | 'kind'>): Shape =>
  activity.of === 'meeting' ? 'meeting' : activity.kind === 'video' ? 'video' : 'publication';

/** All as a share of the width, 0 at the first day and 1 after the last. */
export interface Mark {
  readonly id: string;
  readonly activity: Activity;
  readonly shape: Shape;
  /** When it may have been at the earliest and at the latest. */
  readonly from: number;
  readonly to: number;
  /** The part in between that is sure; none where the first is not before the second. */
  readonly sureFrom: number;
  readonly sureTo: number;
  /** A single moment, known to the month or better. */
  readonly isMoment: boolean;
  /** It is not known when it ended. */
  readonly isOpen: boolean;
  /** It is not known when it began. */
  readonly isOpenBefore: boolean;
}

export interface Band {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly Mark[];
}

export interface Plan {
  readonly years: readonly { readonly year: number; readonly at: number; readonly width: number }[];
  readonly bands: readonly Band[];
  readonly undated: readonly Activity[];
}

interface Period {
  readonly from: string;
  readonly sureFrom: string;
  readonly sureTo: string;
  readonly to: string;
  readonly isMoment: boolean;
  readonly isOpen: boolean;
}

const MONTH = 31;

/** When something was. That a product is still there (`..`) says nothing of when it came, so it does not make a bar. */
export function periodOf({ start, end }: Pick<Activity, 'start' | 'end'>): Period | null {
  const first = start === null ? null : edtfRange(start);
  const last = end === null || end === OPEN_END ? null : edtfRange(end);
  if (!first && !last) return null;
  if (first && !last) {
    const days = daysBetween(first.min, first.max) + 1;
    return { from: first.min, sureFrom: first.max, sureTo: first.min, to: first.max, isMoment: days <= MONTH, isOpen: false };
  }
  const until = last as { min: string; max: string };
  const from = first ?? { min: FIRST_DAY, max: until.min };
  return { from: from.min, sureFrom: from.max, sureTo: until.min, to: until.max, isMoment: false, isOpen: until.max === LAST_DAY };
}

const isKnown = (day: string): boolean => day !== FIRST_DAY && day !== LAST_DAY;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** By pillar, in the order of the register. @param noLayer the name of the band of what has no pillar */
export function planOf(activities: readonly Activity[], noLayer: string): Plan {
  const dated = activities.flatMap((activity) => {
    const period = periodOf(activity);
    return period ? [{ activity, period }] : [];
  });
  const undated = activities.filter((activity) => periodOf(activity) === null);
  const days = dated.flatMap(({ period }) => [period.from, period.sureFrom, period.sureTo, period.to]).filter(isKnown);
  if (days.length === 0) return { years: [], bands: [], undated: activities };
  const [firstYear, lastYear] = [Math.min(...days.map(yearOf)), Math.max(...days.map(yearOf))];
  const begin = `${String(firstYear).padStart(4, '0')}-01-01`;
  const whole = daysBetween(begin, addDays(`${String(lastYear).padStart(4, '0')}-12-31`, 1));
  const share = (day: string): number => (day === FIRST_DAY ? 0 : day === LAST_DAY ? 1 : daysBetween(begin, day) / whole);
  /** The end of a day, not its beginning. */
  const shareAfter = (day: string): number => (isKnown(day) ? share(addDays(day, 1)) : share(day));
  const markOf = ({ activity, period }: (typeof dated)[number]): Mark => ({
    id: activity.id,
    activity,
    shape: shapeOf(activity),
    from: share(period.from),
    to: shareAfter(period.to),
    sureFrom: share(period.sureFrom),
    sureTo: shareAfter(period.sureTo),
    isMoment: period.isMoment,
    isOpen: period.isOpen,
    isOpenBefore: period.from === FIRST_DAY,
  });
  const byLayer = Map.groupBy(dated, ({ activity }) => activity.layer?.id ?? '');
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_item, index) => {
    const at = share(`${String(firstYear + index).padStart(4, '0')}-01-01`);
    return { year: firstYear + index, at, width: shareAfter(`${String(firstYear + index).padStart(4, '0')}-12-31`) - at };
  });
  const bands = [...byLayer].map(([id, own]) => ({ id, name: own[0]?.activity.layer?.name ?? noLayer, marks: own.map(markOf) }));
  return { years, bands, undated };
}
