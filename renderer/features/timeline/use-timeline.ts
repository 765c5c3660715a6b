/** What the room shows: which school year, which kinds, which lanes are folded; kept as long as the portfolio is open. */
import { useMemo } from 'react';
import { type TimelinePart, timelineParts } from '../../../shared/contract/timeline.ts';
import { schoolYearOf } from '../../../shared/domain/edtf.ts';
import { schoolYearDays } from '../../../shared/timeline/grid.ts';
import { knownDays, type Timeline } from '../../../shared/timeline/spans.ts';
import { defaultParts } from '../../../shared/timeline/timeline-scene.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';

/** School years that can be chosen; of a very long time only those in which something begins or ends. */
const MOST_YEARS = 60;

export const firstDayOf = (year: string): string => `${year.slice(0, 4)}-08-01`;

function yearsOf(timeline: Timeline | undefined, at: string): readonly string[] {
  if (!timeline?.first || !timeline.last) return [];
  const [from, until] = [Number(schoolYearOf(timeline.first).slice(0, 4)), Number(schoolYearOf(timeline.last).slice(0, 4))];
  const name = (year: number): string => schoolYearOf(`${String(year).padStart(4, '0')}-08-01`);
  const all =
    until - from < MOST_YEARS
      ? Array.from({ length: until - from + 1 }, (_, index) => name(from + index))
      : timeline.rows.flatMap(knownDays).map(schoolYearOf);
  return [...new Set([...all, schoolYearOf(at)])].sort();
}

const listed = (text: string | undefined): string[] => (text ? text.split(',') : []);
const isPart = (text: string): text is TimelinePart => (timelineParts as readonly string[]).includes(text);

/** What is drawn, on the screen and in a file; the same as long as the choices are. */
function useShown(networkId: string, year: string | null) {
  const kept = useView((view) => view.panels['timeline.parts']);
  const folded = useView((view) => view.panels[`timeline.folded.${networkId}`]);
  const unfolded = useView((view) => view.panels[`timeline.unfolded.${networkId}`]);
  return useMemo(() => {
    const [from, until] = year === null ? [undefined, undefined] : schoolYearDays(firstDayOf(year));
    const parts = kept === undefined ? [...defaultParts] : listed(kept).filter(isPart);
    return { from, until, parts, folded: listed(folded), unfolded: listed(unfolded) };
  }, [year, kept, folded, unfolded]);
}

export function useTimeline(networkId: string) {
  const at = useView((view) => view.day);
  const setPanel = useView((view) => view.setPanel);
  const year = useView((view) => view.panels['timeline.year']) || null;
  const shown = useShown(networkId, year);
  // asked whole once: a school year of it is cut out here, so that going from year to year asks nothing
  const list = useOperation('timeline.list', { networkId, at }, { keep: true });
  const years = yearsOf(list.data, at);
  const { folded, unfolded } = shown;
  const setFolds = (closed: readonly string[], open: readonly string[]): void => {
    setPanel(`timeline.folded.${networkId}`, closed.join(','));
    setPanel(`timeline.unfolded.${networkId}`, open.join(','));
  };
  return {
    at,
    data: list.data,
    year,
    years,
    shown,
    setYear: (value: string | null): void => setPanel('timeline.year', value ?? ''),
    setParts: (value: readonly TimelinePart[]): void => setPanel('timeline.parts', value.join(',')),
    /** One lane, whatever Schakel chose for it. */
    fold: (id: string, close: boolean): void => {
      const without = (all: readonly string[]): readonly string[] => all.filter((other) => other !== id);
      setFolds(close ? [...without(folded), id] : without(folded), close ? without(unfolded) : [...without(unfolded), id]);
    },
    setFolds,
    /** To the school year before or after; from all of them to that of the day in view. */
    step: (by: 1 | -1): void => {
      const now = year === null ? null : years.indexOf(year);
      const next = now === null ? schoolYearOf(at) : years[now + by];
      if (next !== undefined) setPanel('timeline.year', next);
    },
  };
}
export type TimelineView = ReturnType<typeof useTimeline>;
