/** The two columns that everything with a begin and an end has, and the sign that it is not certain. */
import type { ReactNode } from 'react';
import { edtfRange } from '../../shared/domain/edtf.ts';
import type { Presence } from '../../shared/domain/presence.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { Column } from './table-model.ts';
import type { Format } from './words.tsx';

interface Dated {
  readonly start: string | null;
  readonly end: string | null;
}

/** @param own false where the dates are worked out from other records, and so cannot be written here */
export const datedColumns = <Row extends Dated>(t: Translate, format: Format, own = true): readonly Column<Row>[] => [
  {
    id: 'start',
    ...(own ? { field: 'start' } : {}),
    header: t(($) => $.app.relations.since),
    value: (row) => (row.start === null ? null : format.date(row.start)),
    order: (row) => (row.start === null ? null : (edtfRange(row.start)?.max ?? null)),
    countMissing: true,
    minor: true,
    short: true,
  },
  {
    id: 'end',
    ...(own ? { field: 'end' } : {}),
    header: t(($) => $.app.relations.until),
    value: (row) => (row.end === '..' ? '' : row.end === null ? null : format.date(row.end)),
    order: (row) => (row.end === null || row.end === '..' ? row.end && '' : (edtfRange(row.end)?.max ?? null)),
    minor: true,
    short: true,
  },
];

export const withPresence = (t: Translate, presence: Presence, children: ReactNode): ReactNode => (
  <span className="name-cell">
    <span className="strong">{children}</span>
    {presence !== 'yes' && <span className="tag">{t(presence === 'no' ? ($) => $.app.table.ended : ($) => $.app.table.perhaps)}</span>}
  </span>
);
