/** The blocks of parts 4 and 5 of a case description: rhythm, what meetings were for, phases, yields, how far they came and what stays. */
import { edtfRange, schoolYearOf } from '../../shared/domain/edtf.ts';
import { formatEdtf } from '../../shared/domain/format-date.ts';
import { purposes } from '../../shared/domain/lists.ts';
import { ringsNote } from '../../shared/spread/rings-figure.ts';
import { type BlockContext, calledBy, type Table } from './case-block.ts';
import { wordOf } from './list-words.ts';
import { listMeetings } from './meeting.queries.ts';
import { meetingYear } from './meeting-year.queries.ts';
import { listPhases } from './network.queries.ts';
import { listEmbeddings, listYields, measureYield, spreadModels } from './spread.queries.ts';

/** What several blocks of one text tell of is read once. */
function once<T>(read: (context: BlockContext) => T): (context: BlockContext) => T {
  const known = new WeakMap<BlockContext, { readonly value: T }>();
  return (context) => {
    const found = known.get(context) ?? { value: read(context) };
    known.set(context, found);
    return found.value;
  };
}

const yieldsOf = once(({ handle, networkId, at }) => listYields(handle, networkId, at));
/** The year of the text up to the day that it is as of. */
const yearOf = once(({ handle, networkId, at, t }) => meetingYear(handle, networkId, at, t));

const listed = (items: readonly { readonly name: string }[]): string => items.map((item) => item.name).join(', ');

export function rhythms(context: BlockContext): Table {
  const { t } = context;
  const year = yearOf(context);
  const recorded = year.meetings.filter((met) => met.state === 'held').length;
  return {
    header: [t(($) => $.case.columns.rhythm), t(($) => $.case.columns.units), t(($) => $.case.columns.agreed), t(($) => $.case.columns.recorded)],
    rows: year.rhythms.map((rhythm) => [
      rhythm.name,
      listed(rhythm.units) || t(($) => $.data.unknown),
      rhythm.summary,
      rhythm.cancelled === 0 ? `${rhythm.held}` : t(($) => $.case.heldAndCancelled, { held: rhythm.held, cancelled: rhythm.cancelled }),
    ]),
    note: recorded === 0 ? t(($) => $.case.noMeetings, { year: year.year }) : t(($) => $.case.recordedMeetings, { count: recorded, year: year.year }),
  };
}

export function purposeMix(context: BlockContext): Table {
  const { t } = context;
  const rows = yearOf(context).purposes.filter((row) => row.scored > 0);
  return {
    header: [t(($) => $.case.columns.unit), t(($) => $.case.columns.scored), ...purposes.map((purpose) => t(($) => $.lists.purpose[purpose]))],
    rows: rows.map((row) => [
      row.unit?.name ?? t(($) => $.case.wholeNetwork),
      t(($) => $.case.ofMany, { count: row.scored, all: row.meetings }),
      ...purposes.map((purpose) => (row.points[purpose] === null ? t(($) => $.data.unknown) : `${row.points[purpose]}`)),
    ]),
    note: rows.length === 0 ? t(($) => $.case.noPurposes) : t(($) => $.case.points),
  };
}

export function meetings({ handle, networkId, at, yearStart, language, t }: BlockContext): Table {
  const rows = listMeetings(handle, { networkId, from: yearStart, to: at }).filter((row) => row.standing === 'actual');
  const there = (row: (typeof rows)[number]): string => {
    const named = row.present + row.guests;
    if (named + row.excused + row.absent > 0) return t(($) => $.case.ofMany, { count: named, all: named + row.excused + row.absent });
    return row.headCount === null ? t(($) => $.data.unknown) : `${row.headCount}`;
  };
  return {
    header: [t(($) => $.case.columns.date), t(($) => $.case.columns.meeting), t(($) => $.case.columns.units), t(($) => $.case.columns.present)],
    rows: rows.reverse().map((row) => [formatEdtf(row.start, language), row.name, listed(row.units) || '–', there(row)]),
    note: rows.length === 0 ? t(($) => $.case.noMeetings, { year: schoolYearOf(at) }) : null,
  };
}

export function phases({ handle, networkId, at, language, t }: BlockContext): Table {
  const rows = listPhases(handle, networkId, at).filter((row) => row.standing !== 'lapsed');
  const state = { yes: t(($) => $.case.now), no: '', perhaps: t(($) => $.case.maybeNow) };
  return {
    header: [t(($) => $.case.columns.what), t(($) => $.case.columns.phase), t(($) => $.case.columns.when), t(($) => $.case.columns.now)],
    rows: rows.map((row) => [
      row.entity.name,
      row.round === null ? row.name : t(($) => $.case.round, { name: row.name, round: row.round }),
      [row.start, row.end].map((date) => formatEdtf(date, language)).join(' – '),
      state[row.presence],
    ]),
    note: rows.length === 0 ? t(($) => $.case.noPhases) : null,
  };
}

const scores = ['visibility', 'accessibility', 'usability', 'transferValue'] as const;
const levelOrder = ['micro', 'meso', 'macro'];

/** What there is by the day, and what is still only intended. */
const ofDay = (context: BlockContext) =>
  yieldsOf(context).filter(
    (row) => row.standing !== 'lapsed' && (row.standing !== 'actual' || row.start === null || (edtfRange(row.start)?.min ?? '') <= context.at),
  );

/** In one cell: four columns more make a table that no page is wide enough for. */
const qualityWords = (quality: ReturnType<typeof listYields>[number]['quality'], t: BlockContext['t']): string =>
  quality === null
    ? t(($) => $.case.notScored)
    : scores.map((score) => `${t(($) => $.case.columns[score]).toLowerCase()} ${quality[score] ?? '?'}`).join(', ');

export function yields(context: BlockContext): Table {
  const { handle, t } = context;
  const all = ofDay(context);
  const order = (row: (typeof all)[number]): number => (row.type === 'product' ? 0 : 1 + levelOrder.indexOf(row.level ?? ''));
  const made = (maker: (typeof all)[number]['makers'][number]): string =>
    maker.kind === 'person' ? calledBy(context, maker.id, maker.name) : maker.name;
  const scored = all.filter((row) => row.quality !== null).length;
  return {
    header: [
      t(($) => $.case.columns.kind),
      t(($) => $.case.columns.yield),
      t(($) => $.case.columns.makers),
      t(($) => $.case.columns.standing),
      t(($) => $.case.columns.quality),
    ],
    rows: all
      .toSorted((a, b) => order(a) - order(b))
      .map((row) => [
        row.type === 'product'
          ? wordOf(handle, 'yieldForm', row.form, t)
          : [t(($) => $.lists.yieldType.development), row.level === null ? null : t(($) => $.lists.level[row.level as 'micro'])]
              .filter(Boolean)
              .join(', '),
        row.name,
        row.makers.map(made).join(', ') || t(($) => $.data.unknown),
        row.standing === 'actual' ? t(($) => $.case.realised) : t(($) => $.case.intended),
        qualityWords(row.quality, t),
      ]),
    note: all.length === 0 ? t(($) => $.case.noYields) : t(($) => $.case.scoredYields, { scored, all: all.length }),
  };
}

/** The drawing of it comes from its scene; here is what is said with it, or that there is nothing to draw. */
export const rings = (context: BlockContext): Table => {
  const { handle, networkId, at, t } = context;
  return { header: [], rows: [], note: ringsNote(spreadModels(handle, networkId, at, yieldsOf(context)), { t, at }) };
};

export function spreadTable(context: BlockContext): Table {
  const { handle, at, t } = context;
  const told = ofDay(context).flatMap((row) => (row.steps === 0 ? [] : [{ row, measured: measureYield(handle, row.id, row, at) }]));
  const reach = ({ low, high, added, apart }: (typeof told)[number]['measured']['reach']): string => {
    const sum = added === 0 ? t(($) => $.data.unknown) : low === high ? `${low}` : `${low}–${high}`;
    return apart === 0 ? sum : t(($) => $.travel.reach.withApart, { sum, apart });
  };
  return {
    header: [
      t(($) => $.case.columns.yield),
      t(($) => $.case.columns.steps),
      t(($) => $.case.columns.farthest),
      t(($) => $.case.columns.reach),
      t(($) => $.case.columns.noFigure),
    ],
    rows: told.map(({ row, measured }) => [
      row.name,
      `${measured.steps}`,
      measured.farthest === null ? t(($) => $.data.unknown) : t(($) => $.lists.distance[measured.farthest as 'network']),
      reach(measured.reach),
      t(($) => $.case.ofMany, { count: measured.reach.missing, all: measured.reach.of }),
    ]),
    note: told.length === 0 ? t(($) => $.case.noSpread) : null,
  };
}

export function embeddings({ handle, networkId, at, language, t }: BlockContext): Table {
  const rows = listEmbeddings(handle, { networkId }, at).filter((row) => row.start === null || (edtfRange(row.start)?.min ?? '') <= at);
  return {
    header: [
      t(($) => $.case.columns.what),
      t(($) => $.case.columns.became),
      t(($) => $.case.columns.organisation),
      t(($) => $.case.columns.since),
      t(($) => $.case.columns.fundedUntil),
    ],
    rows: rows.map((row) => [
      row.entity.name,
      row.standing === 'lapsed'
        ? t(($) => $.case.dropped, { form: t(($) => $.lists.embeddingForm[row.form as 'policy']) })
        : t(($) => $.lists.embeddingForm[row.form as 'policy']),
      row.organisation?.name ?? t(($) => $.data.unknown),
      formatEdtf(row.start, language),
      formatEdtf(row.fundedUntil, language),
    ]),
    note: rows.length === 0 ? t(($) => $.case.noEmbeddings) : null,
  };
}
