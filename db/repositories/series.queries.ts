/** Meetings of one series: the first of them, and all that point at it. */
import type { Output } from '../../shared/contract/index.ts';
import type { ReadHandle } from '../connection.ts';

type Row = Output<'series.list'>['rows'][number];

const seriesSql = `
  SELECT it.id, it.name, it.start, it.time, it.place, it.standing,
    (it.start_min, coalesce(it.time, ''), it.id) >= (SELECT start_min, coalesce(time, ''), id FROM meeting WHERE id = @id) AS isLater
  FROM meeting AS it
  WHERE coalesce(it.series_id, it.id) = (SELECT coalesce(series_id, id) FROM meeting WHERE id = @id)
  ORDER BY it.start_min, coalesce(it.time, ''), it.id`;

export const seriesOf = (handle: ReadHandle, id: string): Row[] =>
  handle.all<Omit<Row, 'isLater'> & { isLater: number }>(seriesSql, { id }).map((row) => ({ ...row, isLater: row.isLater === 1 }));
