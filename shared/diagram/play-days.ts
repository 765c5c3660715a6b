/** The days that playing through time stops at. */
import { addDays } from '../domain/edtf.ts';

export const playSteps = ['half', 'year', 'change'] as const;
export type PlaySteps = (typeof playSteps)[number];

/** Ends of the halves of a school year. */
const ends = { half: ['01-31', '07-31'], year: ['07-31'] } as const;

/**
 * From before the first change until all of them have happened.
 * @param changes days on which something changes, the earliest first
 * @example playDays(['2023-09-01', '2024-10-01'], 'year') // ['2023-07-31', '2024-07-31', '2025-07-31']
 */
export function playDays(changes: readonly string[], by: PlaySteps): string[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (by === 'change') return [addDays(first, -1), ...changes];
  const days: string[] = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)) + 1; year += 1)
    days.push(...ends[by].map((end) => `${String(year).padStart(4, '0')}-${end}`));
  return days.filter((_day, index) => (days[index + 1] ?? last) >= first && (index === 0 || (days[index - 1] as string) < last));
}
