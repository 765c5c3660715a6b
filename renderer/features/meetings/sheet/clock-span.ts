/** From when till when, as people write it: '15.30 – 17.00'. Kept is when it began and how many minutes it took. */

export interface Span {
  /** `HH:MM` */
  readonly time: string | null;
  readonly minutes: number | null;
}

const DAY = 24 * 60;
const clock = /^(\d{1,2})(?:[.:u]?(\d{2}))?(?:\s*(?:u|uur|h))?$/i;
const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes since midnight. */
function minutesOf(text: string): number | null {
  const match = clock.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}

const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/**
 * @returns undefined when it cannot be read
 * @example readSpan('15.30 - 17') // { time: '15:30', minutes: 90 }
 */
export function readSpan(typed: string, before: Span = { time: null, minutes: null }): Span | undefined {
  if (typed.trim() === '') return { time: null, minutes: null };
  const [first = '', last, ...more] = typed.split(/\s*(?:[-–—]|tot|to|till)\s*/i);
  const from = minutesOf(first);
  if (from === null || more.length > 0) return undefined;
  if (last === undefined || last === '') return { time: clockOf(from), minutes: before.minutes };
  const to = minutesOf(last);
  if (to === null || to === from) return undefined;
  return { time: clockOf(from), minutes: (to - from + DAY) % DAY };
}

/** @example spanWords({ time: '15:30', minutes: 90 }, 'nl') // '15.30 – 17.00' */
export function spanWords({ time, minutes }: Span, language: 'nl' | 'en'): string {
  if (time === null) return '';
  const from = minutesOf(time) ?? 0;
  const said = minutes === null ? time : `${time} – ${clockOf(from + minutes)}`;
  return language === 'nl' ? said.replaceAll(':', '.') : said;
}
