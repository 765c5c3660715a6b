/** The blocks of a case description that come from the data, each with its date, of how many, and how many are missing. */
import { displayName } from '../../shared/domain/display-name.ts';
import { FIRST_DAY, LAST_DAY } from '../../shared/domain/edtf.ts';
import { formatDay, formatEdtf } from '../../shared/domain/format-date.ts';
import type { Count } from '../../shared/domain/presence.ts';
import type { Language, Translate, Words } from '../../shared/i18n/index.ts';
import { rhythmSummary } from '../operations/words.ts';
import { type BlockContext, type BlockName, counted, type DataBlock, styled, type Table } from './case-block.ts';
import { embeddings, meetings, phases, purposeMix, rhythms, rings, spreadTable, yields } from './case-log-blocks.ts';
import { json } from './json.ts';
import { wordOf } from './list-words.ts';
import { listRhythms, listTurnover, listUnits, networkCounts } from './network.queries.ts';
import type { MembershipRow } from './people.queries.ts';
import { getRecord } from './record.repo.ts';
import { seatRows, unnamedOf } from './seat.queries.ts';

/** Counts different people per group; someone surely in it is not counted as perhaps. */
function tally(rows: readonly (readonly [group: string, person: string, presence: string])[]): [string, Count][] {
  const groups = Map.groupBy(rows, ([group]) => group);
  return [...groups].map(([group, list]) => {
    const sure = new Set(list.filter(([, , presence]) => presence === 'yes').map(([, person]) => person));
    const all = new Set(list.map(([, person]) => person));
    return [group, { yes: sure.size, perhaps: all.size - sure.size }];
  });
}

function facts({ handle, networkId, at, language, t }: BlockContext): Table {
  const network = getRecord(handle, 'network', networkId);
  const counts = networkCounts(handle, at, networkId);
  const seats = seatRows(handle, networkId, at).filter((seat) => seat.kind === 'seat' && seat.presence !== 'no');
  const sectors: string[] = network.sectors.map((sector) => t(($) => $.lists.sector[sector]));
  if (network.crossSector) sectors.push(t(($) => $.case.crossSector));
  const unknown = t(($) => $.data.unknown);
  const funding = network.fundingStart === null && network.fundingEnd === null ? null : [network.fundingStart, network.fundingEnd];
  const row = (what: keyof Words['case']['facts'], value: string | null): string[] => [t(($) => $.case.facts[what]), value ?? unknown];
  const unnamed = unnamedOf(seats);
  return {
    header: [t(($) => $.case.columns.what), t(($) => $.case.columns.value)],
    rows: [
      row('region', network.region),
      row('sectors', sectors.length === 0 ? null : sectors.join(', ')),
      row('theme', network.theme),
      row('goal', network.goal),
      row('start', network.start === null ? null : formatEdtf(network.start, language)),
      row('funding', funding === null ? null : `${network.funder ?? ''} ${funding.map((date) => formatEdtf(date, language)).join(' – ')}`.trim()),
      row('size', network.size),
      row('units', counted(counts.units, t)),
      row('people', counted(counts.people, t)),
      row(
        'unnamed',
        t(($) => $.case.unnamedSeats, { min: unnamed.min, seats: seats.length, unknown: unnamed.unknown }),
      ),
      row('organisations', counted(counts.organisations, t)),
    ],
    note: null,
  };
}
function units({ handle, networkId, at, t }: BlockContext): Table {
  const { layers, units: all } = listUnits(handle, networkId, at, false);
  const rhythms = listRhythms(handle, networkId, at).filter((row) => row.presence !== 'no');
  const layerName = new Map(layers.map((layer) => [layer.id, layer.name]));
  const order = new Map(layers.map((layer, index) => [layer.id as string | null, index]));
  const sorted = [...all].sort((a, b) => (order.get(a.layerId) ?? 99) - (order.get(b.layerId) ?? 99));
  return {
    header: [
      t(($) => $.case.columns.layer),
      t(($) => $.case.columns.unit),
      t(($) => $.case.columns.kind),
      t(($) => $.case.columns.process),
      t(($) => $.case.columns.people),
      t(($) => $.case.columns.rhythm),
    ],
    rows: sorted.map((unit) => [
      unit.layerId === null ? t(($) => $.case.noLayer) : (layerName.get(unit.layerId) ?? ''),
      unit.name,
      wordOf(handle, 'unitKind', unit.kind, t),
      unit.processes.map((process) => t(($) => $.lists.process[process as 'research'])).join(', ') || t(($) => $.data.unknown),
      counted(unit.people, t) + (unit.unnamed.min > 0 ? ` + ${unit.unnamed.min}×` : ''),
      rhythms
        .filter((row) => row.units.some((other) => other.id === unit.id))
        .map((row) => rhythmSummary(row, t))
        .join('; ') || '–',
    ]),
    note: t(($) => $.case.moreTeams),
  };
}

const there = (context: BlockContext): MembershipRow[] => context.memberships().filter((row) => row.presence !== 'no');

function people(context: BlockContext): Table {
  const { handle, t } = context;
  const rows = there(context);
  const families = new Map(handle.all<{ id: string; family: string | null }>('SELECT id, family FROM role').map((role) => [role.id, role.family]));
  const sectors = new Map(
    handle
      .all<{ id: string; sectors: string }>(
        `SELECT organisation.id, organisation.sectors FROM organisation WHERE id IN (
           SELECT organisation_id FROM membership JOIN entity ON entity.id = membership.id WHERE entity.home_network_id = @networkId AND entity.kind = 'membership')`,
        { networkId: context.networkId },
      )
      .map((row) => [row.id, json<string[]>(row.sectors)]),
  );
  const unknown = t(($) => $.case.unknown);
  const byFamily = rows.flatMap((row) =>
    (row.roles.length > 0 ? row.roles.map((role) => families.get(role.id) ?? null) : [null]).map(
      (family) => [family === null ? unknown : t(($) => $.lists.roleFamily[family as 'practice']), row.personId, row.presence] as const,
    ),
  );
  const byKind = rows.map(
    (row) =>
      [row.organisation === null ? unknown : wordOf(handle, 'organisationKind', row.organisation.kind, t), row.personId, row.presence] as const,
  );
  const bySector = rows.flatMap((row) => {
    const own = row.organisation === null ? [] : (sectors.get(row.organisation.id) ?? []);
    return (own.length > 0 ? own.map((sector) => t(($) => $.lists.sector[sector as 'po'])) : [unknown]).map(
      (sector) => [sector, row.personId, row.presence] as const,
    );
  });
  const lines = (what: string, list: typeof byKind) =>
    tally(list)
      .sort((a, b) => Number(a[0] === unknown) - Number(b[0] === unknown) || b[1].yes - a[1].yes)
      .map(([group, count]) => [what, group, counted(count, t)]);
  return {
    header: [t(($) => $.case.columns.what), t(($) => $.case.columns.group), t(($) => $.case.columns.count)],
    rows: [
      ...lines(
        t(($) => $.case.families),
        byFamily,
      ),
      ...lines(
        t(($) => $.case.organisations),
        byKind,
      ),
      ...lines(
        t(($) => $.case.sectors),
        bySector,
      ),
    ],
    note: t(($) => $.case.moreGroups),
  };
}

const DAYS_PER_YEAR = 365.25;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Years from the earliest start; when a year or more of that is open it counts as not known. Starts of which nothing is known say nothing. */
function yearsIn(rows: readonly { startMin: string; startMax: string }[], at: string): number | null {
  const told = rows.filter((row) => row.startMin !== FIRST_DAY || row.startMax !== LAST_DAY);
  if (told.length === 0) return null;
  const first = told.map((row) => row.startMin).sort()[0] as string;
  const last = told.map((row) => row.startMax).sort()[0] as string;
  // '[..2021]' beside '2023' is no start in 2023: it was 2021 at the latest
  if (first === FIRST_DAY || last === LAST_DAY || daysBetween(first, last) >= 366) return null;
  return daysBetween(first, at) / DAYS_PER_YEAR;
}

function time(context: BlockContext): Table {
  const { handle, networkId, at, t } = context;
  const rows = there(context);
  const starts = Map.groupBy(
    handle.all<{ personId: string; startMin: string; startMax: string }>(
      `SELECT membership.person_id AS personId, membership.start_min AS startMin, membership.start_max AS startMax
       FROM membership JOIN entity ON entity.id = membership.id 
       WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' AND membership.standing = 'actual' AND membership.start_min <= @at`,
      { networkId, at },
    ),
    (row) => row.personId,
  );
  const groupOf = (years: number | null) =>
    years === null ? 'unknown' : years < 1 ? 'upToOne' : years < 3 ? 'upToThree' : years < 5 ? 'upToFive' : 'longer';
  const listed = rows.map((row) => [groupOf(yearsIn(starts.get(row.personId) ?? [], at)), row.personId, row.presence] as const);
  const counts = new Map(tally(listed));
  const all = new Set(rows.map((row) => row.personId)).size;
  const missing = counts.get('unknown') ?? { yes: 0, perhaps: 0 };
  return {
    header: [t(($) => $.case.columns.howLong), t(($) => $.case.columns.count)],
    rows: (['upToOne', 'upToThree', 'upToFive', 'longer', 'unknown'] as const).map((group) => [
      t(($) => $.case[group]),
      counted(counts.get(group) ?? { yes: 0, perhaps: 0 }, t),
    ]),
    note: t(($) => $.case.ofPeople, { known: all - missing.yes - missing.perhaps, all }),
  };
}

function bridges(context: BlockContext): Table {
  const { language, t } = context;
  const byPerson = Map.groupBy(there(context), (row) => row.personId);
  const appointed = [...byPerson.values()].filter((rows) => rows.some((row) => row.appointed));
  return {
    header: [t(($) => $.case.columns.who), t(($) => $.case.columns.links), t(($) => $.case.columns.since)],
    rows: appointed.map((rows) => {
      const own = rows.find((row) => row.appointed) as MembershipRow;
      return [styled(context, own), [...new Set(rows.map((row) => row.container.name))].join(', '), formatEdtf(own.start, language)];
    }),
    note: appointed.length === 0 ? t(($) => $.case.noBridges) : null,
  };
}

function turnover(context: BlockContext): Table {
  const { handle, networkId, yearStart, yearEnd, language, t } = context;
  // of what comes after the day that the text is as of nothing is said yet
  const changes = listTurnover(handle, networkId, yearStart, context.at < yearEnd ? context.at : yearEnd);
  const mine = Map.groupBy(context.memberships(), (row) => row.personId);
  const missing = handle.get<{ missing: number; all: number }>(
    `SELECT coalesce(sum(it.start IS NULL OR it.start GLOB '[[]..*'), 0) AS missing, count(*) AS "all"
     FROM membership AS it JOIN entity ON entity.id = it.id WHERE entity.home_network_id = @networkId AND entity.kind = 'membership'`,
    { networkId },
  ) as { missing: number; all: number };
  return {
    header: [t(($) => $.case.columns.who), t(($) => $.case.columns.change), t(($) => $.case.columns.unit), t(($) => $.case.columns.date)],
    rows: changes.map((change) => {
      const row = mine.get(change.personId)?.find((other) => other.container.name === change.container);
      const who = row
        ? styled(context, row)
        : displayName(
            { name: change.name, pseudonym: null, role: null },
            context.names,
            t(($) => $.case.someone),
          );
      return [who, t(($) => $.case[change.kind]), change.container, formatEdtf(change.date, language)];
    }),
    note: [changes.length === 0 ? t(($) => $.case.noChanges) : '', missing.missing > 0 ? t(($) => $.case.unknownStart, missing) : '']
      .filter((part) => part !== '')
      .join(' '),
  };
}

const makers: Readonly<Record<Exclude<BlockName, 'diagram'>, (context: BlockContext) => Table>> = {
  facts,
  units,
  people,
  time,
  bridges,
  turnover,
  rhythms,
  purposes: purposeMix,
  meetings,
  phases,
  yields,
  rings,
  spread: spreadTable,
  embeddings,
};

/** One block; a drawing has no rows, it comes from its scene. */
export function makeBlock(block: BlockName, context: BlockContext): DataBlock {
  const empty: Table = { header: [], rows: [], note: null };
  const table = block === 'diagram' ? empty : makers[block](context);
  return { block, title: context.t(($) => $.case.blocks[block]), at: context.at, ...table, note: table.note === '' ? null : table.note };
}

/** 'uit de gegevens, stand op 31 juli 2024' */
export const fromData = (at: string, language: Language, t: Translate): string => t(($) => $.case.fromData, { date: formatDay(at, language) });
