/** What the screens about yields, their spread and what stays of them read. */
import type { Output } from '../../shared/contract/index.ts';
import { type Bounds, bounds, edtfRange, FIRST_DAY, LAST_DAY, OPEN_END } from '../../shared/domain/edtf.ts';
import { type Distance, distances } from '../../shared/domain/lists.ts';
import type { SpreadModel } from '../../shared/spread/path.ts';
import type { ReadHandle } from '../connection.ts';
import { Atlas, distanceTo, place } from './distance.queries.ts';
import { json } from './json.ts';
import { nameOf } from './network.queries.ts';
import { presence } from './presence.sql.ts';

type YieldRow = Output<'yield.list'>['rows'][number];
type SpreadRow = Output<'spread.list'>['rows'][number];
export type FigureRow = SpreadRow['reach'][number];
type Named = { id: string; name: string; kind: string };
type End = NonNullable<SpreadRow['from']>;

const named = (id: string): string =>
  `iif(${id} IS NULL, NULL, json_object('id', ${id}, 'name', ${nameOf(id)}, 'kind', (SELECT kind FROM entity WHERE id = ${id})))`;

const figureSql = `SELECT id, entity_id AS entityId, what, aspect, state, low, high, about, more_than AS moreThan, almost, unit, per, period, out_of AS outOf,
  based_on AS basedOn, text FROM figure WHERE entity_id IN (SELECT value FROM json_each(@ids)) AND aspect IN ('reach', 'mark')
  ORDER BY (SELECT created_at FROM entity WHERE entity.id = figure.id), id`;

type FigureSql = Omit<FigureRow, 'about' | 'moreThan' | 'almost'> & { entityId: string; about: number; moreThan: number; almost: number };

/** Reach and marks of records, by the record. */
export function figuresOf(handle: ReadHandle, ids: readonly string[]): ReadonlyMap<string, readonly FigureRow[]> {
  if (ids.length === 0) return new Map();
  const rows = handle.all<FigureSql>(figureSql, { ids: JSON.stringify(ids) });
  const grouped = Map.groupBy(rows, (row) => row.entityId);
  const plain = ({ entityId: _entityId, about, moreThan, almost, ...row }: FigureSql): FigureRow => ({
    ...row,
    about: about === 1,
    moreThan: moreThan === 1,
    almost: almost === 1,
  });
  return new Map([...grouped].map(([id, all]) => [id, all.map(plain)]));
}

const spreadSql = (where: string) => `
  SELECT it.id, json_object('id', yield.id, 'name', yield.name) AS object, ${place('it.from_id')} AS "from", ${place('it.to_id')} AS "to", it.audience, it.how,
         it.distance AS overruled, it.distance_reason AS distanceReason, it.note, it.start, it.end, it.standing, ${presence('it')} AS presence,
         iif(channel.id IS NULL, NULL, json_object('id', channel.id, 'name', channel.name)) AS channel,
         iif(meeting.id IS NULL, NULL, json_object('id', meeting.id, 'name', meeting.name)) AS meeting,
         iif(person.id IS NULL, NULL, json_object('id', person.id, 'name', person.name)) AS carriedBy,
         (SELECT json_group_array(maker_id) FROM yield_maker WHERE yield_id = yield.id) AS makers
  FROM spread AS it JOIN yield ON yield.id = it.yield_id LEFT JOIN channel ON channel.id = it.channel_id
  LEFT JOIN meeting ON meeting.id = it.meeting_id LEFT JOIN person ON person.id = it.carried_by_id
  WHERE ${where} ORDER BY it.start_min, it.id`;

type SpreadSql = Record<'object' | 'makers', string> &
  Record<'from' | 'to' | 'channel' | 'meeting' | 'carriedBy', string | null> & { overruled: Distance | null } & Pick<
    SpreadRow,
    'id' | 'audience' | 'how' | 'distanceReason' | 'note' | 'start' | 'end' | 'standing' | 'presence'
  >;

export interface SpreadScope {
  readonly networkId?: string | undefined;
  readonly yieldId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly placeId?: string | undefined;
}

const ofPlace = `it.id IN (SELECT id FROM spread WHERE to_id = @placeId UNION SELECT id FROM spread WHERE from_id = @placeId UNION
  SELECT spread.id FROM yield_maker JOIN spread ON spread.yield_id = yield_maker.yield_id WHERE yield_maker.maker_id = @placeId AND spread.from_id IS NULL)`;

function spreadRows(handle: ReadHandle, { networkId, yieldId, meetingId, placeId }: SpreadScope, at: string): SpreadSql[] {
  if (yieldId !== undefined) return handle.all<SpreadSql>(spreadSql('it.yield_id = @yieldId'), { yieldId, at });
  if (meetingId !== undefined) return handle.all<SpreadSql>(spreadSql('it.meeting_id = @meetingId'), { meetingId, at });
  if (placeId !== undefined) return handle.all<SpreadSql>(spreadSql(ofPlace), { placeId, at });
  if (networkId !== undefined) return handle.all<SpreadSql>(spreadSql('yield.network_id = @networkId'), { networkId, at });
  return handle.all<SpreadSql>(spreadSql('1'), { at });
}

const parsed = <T>(text: string | null): T | null => (text === null ? null : json<T>(text));

/** Steps in the order of their date, each with its distance: what was said, else what follows from the makers, else from whence. */
export function listSpread(handle: ReadHandle, scope: SpreadScope, at: string): SpreadRow[] {
  const rows = spreadRows(handle, scope, at);
  const figures = figuresOf(
    handle,
    rows.map((row) => row.id),
  );
  const atlas = new Atlas(handle);
  return rows.map(({ object, makers, from, to, channel, meeting, carriedBy, overruled, ...row }): SpreadRow => {
    const whence = parsed<End>(from);
    const whither = parsed<End>(to);
    const derived = whither === null ? null : distanceTo(atlas, json(makers), whence?.id ?? null, whither.id);
    return {
      ...row,
      object: json(object),
      from: whence,
      to: whither,
      channel: parsed(channel),
      meeting: parsed(meeting),
      carriedBy: parsed(carriedBy),
      derived,
      distance: overruled ?? derived,
      reach: (figures.get(row.id) ?? []).filter((figure) => figure.aspect === 'reach'),
    };
  });
}

export const farthestOf = (steps: readonly { readonly distance: Distance | null }[]): Distance | null => {
  const far = Math.max(-1, ...steps.map((step) => (step.distance === null ? -1 : distances.indexOf(step.distance))));
  return far < 0 ? null : (distances[far] as Distance);
};

/** Taken, surely or perhaps, on or before the day: what was taken stays taken, also where its use has ended. */
const taken = (at: string) => (step: SpreadRow) => step.standing === 'actual' && (step.start === null || (edtfRange(step.start)?.min ?? at) <= at);

const yieldSql = `
  SELECT it.id, it.name, it.type, it.form, it.nature, it.level, it.is_boundary_object AS isBoundaryObject, it.followed, it.version, it.expected_by AS expectedBy,
         it.link, it.start, it.end, it.standing, ${presence('it')} AS presence,
         iif(layer.id IS NULL, NULL, json_object('id', layer.id, 'name', layer.name)) AS layer,
         (SELECT json_group_array(json(${named('maker_id')}) ORDER BY position) FROM yield_maker WHERE yield_id = it.id) AS makers,
         (SELECT count(*) FROM embedding WHERE entity_id = it.id AND standing = 'actual' AND ${presence('embedding')} <> 'no') AS embedded
  FROM yield AS it LEFT JOIN layer ON layer.id = it.layer_id WHERE it.network_id = @networkId ORDER BY it.start_min, it.id`;

const qualitySql = (where: string) => `
  SELECT it.id, it.yield_id AS yieldId, it.date, ${named('it.by_id')} AS "by", it.note, it.visibility, it.accessibility, it.usability,
         it.transfer_value AS transferValue, it.portability, it.adaptivity
  FROM quality AS it JOIN yield ON yield.id = it.yield_id WHERE ${where} ORDER BY it.id`;

type QualityRow = Output<'quality.list'>['rows'][number];
type QualitySql = Omit<QualityRow, 'by'> & { yieldId: string; by: string | null };

function qualities(handle: ReadHandle, where: string, params: Record<string, string>): (QualityRow & { yieldId: string })[] {
  const when = (date: string | null): string => (date === null ? '' : (edtfRange(date)?.min ?? ''));
  return handle
    .all<QualitySql>(qualitySql(where), params)
    .map((row) => ({ ...row, by: parsed<Named>(row.by) }))
    .sort((a, b) => (when(a.date) < when(b.date) ? -1 : when(a.date) > when(b.date) ? 1 : 0));
}

export const listQualities = (handle: ReadHandle, yieldId: string): QualityRow[] =>
  qualities(handle, 'it.yield_id = @yieldId', { yieldId }).map(({ yieldId: _yieldId, ...row }) => row);

type YieldSql = Omit<YieldRow, 'isBoundaryObject' | 'followed' | 'makers' | 'layer' | 'quality' | 'steps' | 'farthest'> & {
  isBoundaryObject: number;
  followed: number;
  makers: string;
  layer: string | null;
};

export function listYields(handle: ReadHandle, networkId: string, at: string): YieldRow[] {
  const steps = Map.groupBy(listSpread(handle, { networkId }, at).filter(taken(at)), (step) => step.object.id);
  const scored = Map.groupBy(qualities(handle, 'yield.network_id = @networkId', { networkId }), (row) => row.yieldId);
  return handle.all<YieldSql>(yieldSql, { networkId, at }).map((row): YieldRow => {
    const newest = (scored.get(row.id) ?? []).filter((score) => score.date === null || (edtfRange(score.date)?.min ?? at) <= at).at(-1);
    const own = steps.get(row.id) ?? [];
    return {
      ...row,
      isBoundaryObject: row.isBoundaryObject === 1,
      followed: row.followed === 1,
      makers: json(row.makers),
      layer: parsed(row.layer),
      quality: newest === undefined ? null : told(newest),
      steps: own.length,
      farthest: farthestOf(own),
    };
  });
}

const told = ({ id: _id, yieldId: _yieldId, by: _by, note: _note, ...scores }: QualityRow & { yieldId: string }) => scores;

export function listEmbeddings(
  handle: ReadHandle,
  { networkId, entityId }: { readonly networkId?: string | undefined; readonly entityId?: string | undefined },
  at: string,
): Output<'embedding.list'>['rows'] {
  const sql = (where: string) => `
    SELECT it.id, ${named('it.entity_id')} AS entity, it.form, ${named('it.organisation_id')} AS organisation, it.funded_until AS fundedUntil, it.note,
           it.start, it.end, it.standing, ${presence('it')} AS presence
    FROM embedding AS it WHERE ${where} ORDER BY it.start_min, it.id`;
  type Row = Output<'embedding.list'>['rows'][number];
  type Raw = Omit<Row, 'entity' | 'organisation'> & { entity: string; organisation: string | null };
  const rows =
    entityId !== undefined
      ? handle.all<Raw>(sql('it.entity_id = @entityId'), { entityId, at })
      : networkId !== undefined
        ? handle.all<Raw>(
            sql(`it.id IN (
            SELECT embedding.id FROM entity JOIN embedding ON embedding.entity_id = entity.id
            WHERE entity.home_network_id = @networkId AND entity.kind IN ('yield', 'rhythm', 'unit')
            UNION SELECT id FROM embedding WHERE network_id = @networkId)`),
            { networkId, at },
          )
        : handle.all<Raw>(sql('1'), { at });
  return rows.map((row) => ({ ...row, entity: json<Named>(row.entity), organisation: parsed<Named>(row.organisation) }));
}

/** Whole months between two days, never less than none. */
function monthsBetween(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, months - (to.slice(8) < from.slice(8) ? 1 : 0));
}

/** A step outside without a date may have been the first: then the least is none, and the most is that of the others. */
function monthsToOutside(made: Bounds, steps: readonly SpreadRow[]): { low: number; high: number } | null {
  const outside = steps.filter((step) => step.distance !== null && step.distance !== 'ownTeam');
  const ranges = outside.map((step) => (step.start === null ? null : edtfRange(step.start)) ?? { min: FIRST_DAY, max: LAST_DAY });
  const least = ranges.map((range) => range.min).sort()[0];
  const most = ranges.map((range) => range.max).sort()[0];
  if (least === undefined || most === undefined || most === LAST_DAY || made.startMin === FIRST_DAY || made.startMax === LAST_DAY) return null;
  return { low: monthsBetween(made.startMax, least), high: monthsBetween(made.startMin, most) };
}

/** People reached, added up over the steps with a figure that is a number; 'per video' is no total and is counted apart, the rest as missing. */
function reachOf(steps: readonly SpreadRow[]): Output<'yield.measure'>['reach'] {
  const known = steps.map((step) => step.reach.filter((figure) => figure.state === 'value' && (figure.low ?? figure.high) !== null));
  const totals = known.map((figures) => figures.filter((figure) => figure.per === null));
  const sum = (pick: (figure: FigureRow) => number | null): number => totals.flat().reduce((total, figure) => total + (pick(figure) ?? 0), 0);
  return {
    low: sum((figure) => figure.low ?? figure.high),
    high: sum((figure) => figure.high ?? figure.low),
    of: steps.length,
    added: totals.filter((figures) => figures.length > 0).length,
    apart: known.flat().length - totals.flat().length,
    missing: known.filter((figures) => figures.length === 0).length,
  };
}

/** A step outside shows that it left; without one, a step of unknown distance leaves it open. */
function neverLeft(steps: readonly SpreadRow[]): boolean | null {
  if (steps.some((step) => step.distance !== null && step.distance !== 'ownTeam')) return false;
  return steps.some((step) => step.distance === null) ? null : true;
}

/** @param made when it was made and given up, as it is known */
export function measureYield(
  handle: ReadHandle,
  id: string,
  made: { readonly start: string | null; readonly end: string | null },
  at: string,
): Output<'yield.measure'> {
  const steps = listSpread(handle, { yieldId: id }, at).filter(taken(at));
  const told = listEmbeddings(handle, { entityId: id }, at).filter((row) => row.standing === 'actual');
  const stays = told.filter((row) => row.presence !== 'no');
  const ended = told.filter((row) => row.presence === 'no' && bounds(row.start, row.end).endMax < at);
  const funded = stays.flatMap((row) => (row.fundedUntil === null || row.fundedUntil === OPEN_END ? [] : [row.fundedUntil]));
  const last = (date: string): string => edtfRange(date)?.max ?? '';
  return {
    steps: steps.length,
    perhaps: steps.filter((step) => step.start === null || (edtfRange(step.start)?.max ?? LAST_DAY) > at).length,
    reach: reachOf(steps),
    farthest: farthestOf(steps),
    rings: new Set(steps.flatMap((step) => (step.distance === null || step.distance === 'ownTeam' ? [] : [step.distance]))).size,
    distanceMissing: steps.filter((step) => step.distance === null).length,
    monthsToOutside: monthsToOutside(bounds(made.start, made.end), steps),
    adapted: steps.filter((step) => step.how !== 'takenOver').length,
    neverLeft: neverLeft(steps),
    embedded: stays.length,
    dropped: ended.length,
    fundedUntil: funded.sort((a, b) => (last(a) < last(b) ? -1 : 1)).at(-1) ?? null,
  };
}

/** What is drawn of the yields of a network: each with its makers and all its steps. */
export function spreadModels(
  handle: ReadHandle,
  networkId: string,
  at: string,
  yields: readonly YieldRow[] = listYields(handle, networkId, at),
): readonly SpreadModel[] {
  const steps = Map.groupBy(listSpread(handle, { networkId }, at), (step) => step.object.id);
  return yields.map(({ id, name, makers, start, standing, expectedBy }) => ({
    object: { id, name },
    makers,
    start,
    ...(standing === 'actual' ? {} : { intended: { by: expectedBy } }),
    steps: steps.get(id) ?? [],
  }));
}

/** Who made a yield, in the order in which it says so. */
export const makersOf = (handle: ReadHandle, yieldId: string): Named[] =>
  handle
    .all<{ maker: string }>(`SELECT ${named('maker_id')} AS maker FROM yield_maker WHERE yield_id = @yieldId ORDER BY position`, { yieldId })
    .map((row) => json<Named>(row.maker));
