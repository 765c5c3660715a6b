/** Timelines made at random, the same for the same seed: every kind, every way in which a date can be half known. */
import type { Timeline, TimelineRow } from '../../shared/timeline/spans.ts';

export function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function date(roll: (sides: number) => number): string | null {
  const year = 2018 + roll(9);
  const day = `${year}-${two(1 + roll(12))}-${two(1 + roll(28))}`;
  return (
    [day, day, day, day.slice(0, 7), `${year}`, `${year}-23`, `${year}~`, `[..${day}]`, `[${day}..]`, `[${year}-08..${year + 1}-07]`, null][
      roll(11)
    ] ?? null
  );
}

const words = ['Kernteam', 'PLG rekenen en taal', 'Werkplaats met een bijzonder lange naam voor één enkele baan', 'Klankbordgroep', 'x'];
const standings = ['actual', 'actual', 'actual', 'planned', 'potential', 'lapsed'] as const;
const kinds = ['phase', 'meeting', 'membership', 'yield', 'spread', 'embedding'] as const;

function row(index: number, lanes: readonly string[], roll: (sides: number) => number): TimelineRow {
  const kind = kinds[roll(kinds.length)] as TimelineRow['kind'];
  const name = `${words[roll(words.length)]} ${index}`;
  const some = [...new Set([lanes[roll(lanes.length)], ...(kind === 'meeting' ? [lanes[roll(lanes.length)]] : [])])] as string[];
  const start = date(roll);
  const end = [date(roll), '..', null][roll(3)] ?? null;
  // an end before its start is refused where it is typed
  const sound = end === null || end === '..' || start === null || end.replace(/\D/g, '').slice(0, 4) > start.replace(/\D/g, '').slice(0, 4);
  return {
    kind,
    id: `${kind}-${index}`,
    name: kind === 'membership' ? `Deelnemer ${roll(12)}` : name,
    what: ['leraar', 'onderzoeker', 'poster', ''][roll(4)] ?? '',
    lanes: kind === 'yield' || kind === 'spread' ? ['yields'] : some,
    person: kind === 'membership' ? { id: `person-${roll(12)}`, name: 'Deelnemer' } : null,
    of: kind === 'spread' || kind === 'embedding' ? { id: `yield-${roll(40)}`, name: 'Praatplaat' } : null,
    round: kind === 'phase' ? roll(4) || null : null,
    version: kind === 'yield' && roll(3) === 0 ? '2' : null,
    fundedUntil: kind === 'embedding' && roll(2) === 0 ? date(roll) : null,
    start,
    end: sound ? end : '..',
    standing: standings[roll(standings.length)] ?? 'actual',
    presence: (['yes', 'no', 'perhaps'] as const)[roll(3)] ?? 'yes',
  };
}

/** @param size rows, of which some have no date */
export function randomTimeline(seed: number, size: number, teams = 6): Timeline {
  const roll = dice(seed);
  const units = Array.from({ length: teams }, (_, index) => ({ id: `unit-${index}`, name: `${words[roll(words.length)]} ${index}`, kind: 'unit' }));
  const network = { id: 'network', name: 'Netwerk', kind: 'network' };
  const lanes = [network, { id: 'layer', name: 'Laag', kind: 'layer' }, ...units];
  const all = Array.from({ length: size }, (_, index) =>
    row(
      index,
      lanes.map((lane) => lane.id),
      roll,
    ),
  );
  const dated = (one: TimelineRow): boolean =>
    one.start !== null || (one.end !== null && one.end !== '..') || (one.fundedUntil !== null && one.fundedUntil !== '..');
  return {
    network: { id: 'network', name: 'Netwerk', code: 'N1' },
    at: '2024-07-31',
    first: '2018-01-01',
    last: '2026-12-31',
    lanes,
    rows: all.filter(dated),
    undated: all.filter((one) => !dated(one)),
    counts: kinds.map((kind) => ({
      kind,
      of: all.filter((one) => one.kind === kind).length,
      missing: all.filter((one) => one.kind === kind && !dated(one)).length,
    })),
    stands: lanes.map((entity) => ({ entity, organisation: null, phases: [] })),
  };
}
