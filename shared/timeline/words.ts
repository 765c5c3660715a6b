/** What the timeline says of a thing: beside its sign, and whole to who does not see it. */
import { OPEN_END } from '../domain/edtf.ts';
import { formatEdtf } from '../domain/format-date.ts';
import type { Translate } from '../i18n/index.ts';
import type { Thing } from './items.ts';
import type { TimelineRow } from './spans.ts';

/** 'mrt 2024', 'sep 2023 – jul 2024', 'sinds uiterlijk jul 2024'. */
export function whenWords(t: Translate, { start, end, kind }: Pick<TimelineRow, 'start' | 'end' | 'kind'>): string {
  const date = (text: string | null): string => formatEdtf(text, t.language);
  const isMoment = kind === 'meeting' || kind === 'yield' || kind === 'spread';
  if (end === null || end === OPEN_END) {
    if (start === null) return t(($) => $.timeline.noDate);
    if (isMoment) return date(start);
    return t(end === null ? ($) => $.timeline.sinceUnknown : ($) => $.timeline.since, { date: date(start) });
  }
  return start === null ? t(($) => $.timeline.until, { date: date(end) }) : `${date(start)} – ${date(end)}`;
}

const roundWords = (t: Translate, row: TimelineRow): string => (row.round === null ? '' : t(($) => $.timeline.round, { round: row.round }));

/** What a thing is called in a table or list, whatever its kind. */
export function nameWords(t: Translate, row: TimelineRow): string {
  switch (row.kind) {
    case 'phase':
      return [row.of ? `${row.of.name}: ${row.name}` : row.name, roundWords(t, row)].filter(Boolean).join(', ');
    case 'yield':
      return row.version === null ? row.name : t(($) => $.timeline.version, { name: row.name, version: row.version });
    case 'spread':
      return t(($) => $.timeline.step, { name: row.of?.name ?? '', to: row.name });
    case 'embedding':
      return t(($) => $.timeline.stays, { name: row.name, what: row.what });
    default:
      return row.name;
  }
}

const ownCycle = (t: Translate, row: TimelineRow): boolean => row.what === t(($) => $.lists.phaseCycle.own);

/** Beside a sign or in a bar. */
export function drawnWords(t: Translate, { part, row }: Pick<Thing, 'part' | 'row'>): string {
  switch (part) {
    case 'phase':
      return ownCycle(t, row) ? nameWords(t, row) : `${row.what}: ${nameWords(t, row)}`;
    case 'people':
      return row.what;
    case 'spread':
      return t(($) => $.timeline.to, { to: row.name });
    case 'embedding': {
      const paid =
        row.fundedUntil === null || row.fundedUntil === OPEN_END ? '' : t(($) => $.timeline.paid, { date: formatEdtf(row.fundedUntil, t.language) });
      return [row.lanes[0] === 'yields' ? row.what : nameWords(t, row), paid].filter(Boolean).join(', ');
    }
    default:
      return nameWords(t, row);
  }
}

/** 'Bijeenkomst: Ontwerpsessie 1, ontwerpsessie, 6 mrt 2024, gepland'. */
export function spokenWords(t: Translate, { change, row }: Pick<Thing, 'change' | 'row'>): string {
  const standing = row.standing === 'actual' ? '' : t(($) => $.lists.standing[row.standing]);
  if (change !== null) {
    const date = formatEdtf(change === 'left' ? row.end : row.start, t.language);
    return [`${row.name}: ${t(($) => $.timeline.change[change])}`, row.what, date, standing].filter(Boolean).join(', ');
  }
  const paid =
    row.fundedUntil === null || row.fundedUntil === OPEN_END ? '' : t(($) => $.timeline.paid, { date: formatEdtf(row.fundedUntil, t.language) });
  const carried = row.kind === 'spread' && row.person ? t(($) => $.yields.spread.via, { who: row.person.name }) : '';
  const replaces = row.kind === 'yield' && row.of ? t(($) => $.timeline.replaces, { name: row.of.name }) : '';
  const what = row.kind === 'embedding' ? '' : row.what;
  const said = [nameWords(t, row), what, whenWords(t, row), paid, carried, replaces, standing].filter(Boolean).join(', ');
  return `${t(($) => $.timeline.kind[row.kind])}: ${said}`;
}
