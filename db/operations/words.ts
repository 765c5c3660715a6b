/** Sentences that operations put together from data, in the user's language. */
import type { Translate } from '../../shared/i18n/index.ts';

interface RhythmShape {
  readonly timesMin: number | null;
  readonly timesMax: number | null;
  readonly everyWeeks: number | null;
  readonly about: boolean;
}

/** How often, in words: '2 keer per schooljaar', 'elke 6 weken', 'niet bekend hoe vaak'. */
export function rhythmSummary(rhythm: RhythmShape, t: Translate): string {
  const about = rhythm.about ? `${t(($) => $.data.about)} ` : '';
  if (rhythm.everyWeeks !== null)
    return about + (rhythm.everyWeeks === 1 ? t(($) => $.data.everyWeek) : t(($) => $.data.everyWeeks, { weeks: rhythm.everyWeeks }));
  if (rhythm.timesMin === null && rhythm.timesMax === null) return t(($) => $.data.rhythmUnknown);
  const low = rhythm.timesMin ?? rhythm.timesMax;
  const times = rhythm.timesMax === null || rhythm.timesMax === low ? `${low}` : `${low}–${rhythm.timesMax}`;
  return about + t(($) => $.data.timesPerYear, { times });
}
