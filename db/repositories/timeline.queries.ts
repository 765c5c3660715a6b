/** What the timeline of a network reads: each kind of record in one statement. */
import type { Output, Parsed } from '../../shared/contract/index.ts';
import { timelineKinds, YIELDS_LANE } from '../../shared/contract/timeline.ts';
import { displayName, type NameStyle } from '../../shared/domain/display-name.ts';
import type { OpenListName } from '../../shared/domain/lists.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import { isDated, isWithin, knownDays } from '../../shared/timeline/spans.ts';
import type { ReadHandle } from '../connection.ts';
import { Refusal } from '../safety/refusal.ts';
import { json } from './json.ts';
import { wordOf } from './list-words.ts';
import { ofNetwork } from './meeting.queries.ts';
import { nameOf } from './network.queries.ts';
import { membershipPresence, presence, teamOf } from './presence.sql.ts';

type Timeline = Output<'timeline.list'>;
type Row = Timeline['rows'][number];
type Dated = Pick<Row, 'start' | 'end' | 'standing' | 'presence'>;
type Named = { id: string; name: string };

const dated = (alias: string, state = presence(alias)): string => `${alias}.start, ${alias}.end, ${alias}.standing, ${state} AS presence`;
const nothing = { person: null, of: null, round: null, version: null, fundedUntil: null } as const;

/** Asks one network as of a day, and knows what people are called for who reads it. */
class Reader {
  readonly #handle: ReadHandle;
  readonly #params: { readonly networkId: string; readonly at: string };
  readonly #style: NameStyle;
  readonly #t: Translate;
  readonly #words = new Map<string, string>();
  #called: ReadonlyMap<string, string> = new Map();

  constructor(handle: ReadHandle, params: { networkId: string; at: string }, style: NameStyle, t: Translate) {
    this.#handle = handle;
    this.#params = params;
    this.#style = style;
    this.#t = t;
  }

  rows<T>(sql: string): readonly T[] {
    return this.#handle.all<T>(sql, this.#params);
  }

  /** What people are called; of anything else than a person this knows nothing. */
  learn(ids: readonly (string | null)[]): void {
    if (this.#style === 'name') return;
    const sql = `SELECT person.id, person.name, person.pseudonym, (
        SELECT role.name FROM membership JOIN membership_role ON membership_role.membership_id = membership.id JOIN role ON role.id = membership_role.role_id
        WHERE membership.person_id = person.id ORDER BY membership.start_min DESC, role.name LIMIT 1) AS role
      FROM person WHERE person.id IN (SELECT value FROM json_each(@ids))`;
    const people = this.#handle.all<Named & { pseudonym: string | null; role: string | null }>(sql, {
      ids: JSON.stringify([...new Set(ids.filter((id) => id !== null))]),
    });
    const someone = this.#t(($) => $.exchange.someone);
    this.#called = new Map([...this.#called, ...people.map((row) => [row.id, displayName(row, this.#style, someone)] as const)]);
  }

  call(id: string | null, name: string): Named | null {
    return id === null ? null : { id, name: this.#called.get(id) ?? name };
  }

  /** The word of a value of an open list, asked once. */
  word(list: OpenListName, value: string): string {
    const key = `${list} ${value}`;
    const word = this.#words.get(key) ?? wordOf(this.#handle, list, value, this.#t);
    this.#words.set(key, word);
    return word;
  }

  get t(): Translate {
    return this.#t;
  }
}

const meetingsSql = `
  SELECT it.id, it.name, it.kind, it.layer_id AS layerId, ${dated('it')},
         (SELECT json_group_array(unit.id ORDER BY unit.position, unit.id) FROM unit WHERE unit.network_id = @networkId AND unit.id IN (
            SELECT unit_id FROM meeting_unit WHERE meeting_id = it.id UNION
            SELECT unit_id FROM meeting_part_unit JOIN meeting_part ON meeting_part.id = part_id WHERE meeting_part.meeting_id = it.id)) AS units
  FROM meeting AS it WHERE ${ofNetwork} ORDER BY it.start_min, it.id`;

/** In the lane of each of its teams, and of those of its parts; where it is of none, in that of its pillar, else of the network. */
function meetings(read: Reader, networkId: string): Row[] {
  return read.rows<Dated & Named & { kind: string; layerId: string | null; units: string }>(meetingsSql).map(({ layerId, units, kind, ...row }) => {
    const own = json<string[]>(units);
    return { ...nothing, ...row, kind: 'meeting', what: read.word('meetingKind', kind), lanes: own.length > 0 ? own : [layerId ?? networkId] };
  });
}

const membershipsSql = `
  SELECT it.id, it.person_id AS personId, person.name, it.container_id AS lane, ${dated('it', membershipPresence('it'))},
         (SELECT json_group_array(role.name ORDER BY membership_role.position) FROM membership_role JOIN role ON role.id = membership_role.role_id
          WHERE membership_role.membership_id = it.id) AS roles
  FROM entity JOIN membership AS it ON it.id = entity.id JOIN person ON person.id = it.person_id ${teamOf('it')}
  WHERE entity.home_network_id = @networkId AND entity.kind = 'membership' ORDER BY it.start_min, person.name COLLATE NOCASE, it.id`;

function memberships(read: Reader): Row[] {
  const rows = read.rows<Dated & Named & { personId: string; lane: string; roles: string }>(membershipsSql);
  read.learn(rows.map((row) => row.personId));
  return rows.map(({ personId, lane, roles, name, ...row }) => {
    const person = read.call(personId, name) as Named;
    return { ...nothing, ...row, kind: 'membership', name: person.name, person, what: json<string[]>(roles).join(', '), lanes: [lane] };
  });
}

const phasesSql = `
  SELECT it.id, it.name, it.cycle, it.round, it.entity_id AS lane, entity.kind AS laneKind, ${nameOf('it.entity_id')} AS laneName,
         it.organisation_id AS organisationId, organisation.name AS organisation, ${dated('it')}
  FROM phase AS it JOIN entity ON entity.id = it.entity_id LEFT JOIN organisation ON organisation.id = it.organisation_id
  WHERE it.network_id = @networkId ORDER BY it.start_min, it.position, it.id`;

interface PhaseSql extends Dated, Named {
  cycle: string;
  round: number | null;
  lane: string;
  laneKind: string;
  laneName: string;
  organisationId: string | null;
  organisation: string | null;
}

const organisationOf = ({ organisationId: id, organisation: name }: PhaseSql): Named | null => (id === null ? null : { id, name: name ?? '' });

const phaseRow = (read: Reader, { lane, laneKind: _kind, laneName: _name, cycle, organisationId, organisation, ...row }: PhaseSql): Row => ({
  ...nothing,
  ...row,
  kind: 'phase',
  what: read.word('phaseCycle', cycle),
  lanes: [lane],
  of: organisationId === null ? null : { id: organisationId, name: organisation ?? '' },
});

const yieldsSql = `
  SELECT it.id, it.name, it.form, it.version, it.replaces_id AS replacesId, before.name AS replaces, ${dated('it')}
  FROM yield AS it LEFT JOIN yield AS before ON before.id = it.replaces_id WHERE it.network_id = @networkId ORDER BY it.start_min, it.id`;

function yields(read: Reader): Row[] {
  return read
    .rows<Dated & Named & { form: string; version: string | null; replacesId: string | null; replaces: string | null }>(yieldsSql)
    .map(({ form, replacesId, replaces, ...row }) => ({
      ...nothing,
      ...row,
      kind: 'yield',
      what: read.word('yieldForm', form),
      of: replacesId === null ? null : { id: replacesId, name: replaces ?? '' },
      lanes: [YIELDS_LANE],
    }));
}

const stepsSql = `
  SELECT it.id, it.how, coalesce(nullif(${nameOf('it.to_id')}, ''), it.audience) AS name, it.to_id AS toId, yield.id AS yieldId, yield.name AS yieldName,
         it.carried_by_id AS carrierId, person.name AS carrier, ${dated('it')}
  FROM spread AS it JOIN yield ON yield.id = it.yield_id LEFT JOIN person ON person.id = it.carried_by_id
  WHERE yield.network_id = @networkId ORDER BY it.start_min, it.id`;

interface StepSql extends Dated {
  id: string;
  how: keyof Translate['words']['lists']['spreadManner'];
  name: string | null;
  toId: string | null;
  yieldId: string;
  yieldName: string;
  carrierId: string | null;
  carrier: string | null;
}

function steps(read: Reader): Row[] {
  const rows = read.rows<StepSql>(stepsSql);
  read.learn(rows.flatMap((row) => [row.toId, row.carrierId]));
  return rows.map(({ how, name, toId, yieldId, yieldName, carrierId, carrier, ...row }) => ({
    ...nothing,
    ...row,
    kind: 'spread',
    name: read.call(toId, name ?? '')?.name ?? name ?? read.t(($) => $.yields.spread.nowhere),
    what: read.t(($) => $.lists.spreadManner[how]),
    of: { id: yieldId, name: yieldName },
    person: read.call(carrierId, carrier ?? ''),
    lanes: [YIELDS_LANE],
  }));
}

const embeddingsSql = `
  SELECT it.id, it.form, it.entity_id AS entityId, ${nameOf('it.entity_id')} AS entityName, entity.kind AS entityKind, it.funded_until AS fundedUntil,
         ${dated('it')}
  FROM embedding AS it JOIN entity ON entity.id = it.entity_id
  WHERE it.id IN (SELECT embedding.id FROM entity JOIN embedding ON embedding.entity_id = entity.id
      WHERE entity.home_network_id = @networkId AND entity.kind IN ('yield', 'rhythm', 'unit')
      UNION SELECT id FROM embedding WHERE network_id = @networkId)
  ORDER BY it.start_min, it.id`;

interface EmbeddingSql extends Dated {
  id: string;
  form: keyof Translate['words']['lists']['embeddingForm'];
  entityId: string;
  entityName: string;
  entityKind: string;
  fundedUntil: string | null;
}

/** A yield stays in the lane of what was made, a team in its own, a role or rhythm in that of the network. */
function embeddings(read: Reader, networkId: string): Row[] {
  const lane = ({ entityId, entityKind }: EmbeddingSql): string =>
    entityKind === 'yield' ? YIELDS_LANE : entityKind === 'unit' ? entityId : networkId;
  return read.rows<EmbeddingSql>(embeddingsSql).map(({ form, entityId, entityName, entityKind, ...row }) => ({
    ...nothing,
    ...row,
    kind: 'embedding',
    name: entityName,
    what: read.t(($) => $.lists.embeddingForm[form]),
    of: { id: entityId, name: entityName },
    lanes: [lane({ ...row, form, entityId, entityName, entityKind })],
  }));
}

const lanesSql = `
  SELECT id, name, 'layer' AS kind FROM layer WHERE network_id = @networkId ORDER BY position, id`;
const unitsSql = `
  SELECT unit.id, unit.name, 'unit' AS kind, ${presence('unit')} AS presence FROM unit LEFT JOIN layer ON layer.id = unit.layer_id
  WHERE unit.network_id = @networkId ORDER BY layer.position IS NULL, layer.position, unit.position, unit.id`;

type Stand = Timeline['stands'][number];

/** In which phase the network, each team that is there, and each team with an organisation stands; a phase that may be it counts as perhaps. */
function standsOf(phases: readonly PhaseSql[], places: readonly Stand['entity'][]): Stand[] {
  const key = (entityId: string, organisationId: string | null): string => `${entityId} ${organisationId ?? ''}`;
  const byPlace = Map.groupBy(phases, (row) => key(row.lane, row.organisationId));
  const now = (rows: readonly PhaseSql[]): Stand['phases'] =>
    rows
      .filter((row) => row.presence !== 'no' && row.standing !== 'potential')
      .map(({ id, name, cycle, round, start, end, standing, presence: state }) => ({
        id,
        name,
        cycle,
        round,
        start,
        end,
        standing,
        presence: state,
      }));
  const own = places.map((entity) => ({ entity, organisation: null, phases: now(byPlace.get(key(entity.id, null)) ?? []) }));
  const withOrganisation = [...byPlace.values()].flatMap((rows): Stand[] => {
    const [first] = rows;
    if (!first || first.organisationId === null) return [];
    return [{ entity: { id: first.lane, name: first.laneName, kind: first.laneKind }, organisation: organisationOf(first), phases: now(rows) }];
  });
  return [...own, ...withOrganisation];
}

/** @throws Refusal `not_found` */
export function timelineOf(handle: ReadHandle, input: Omit<Parsed<'timeline.list'>, 'names'>, style: NameStyle, t: Translate): Timeline {
  const { networkId, at, from, until } = input;
  const network = handle.get<Timeline['network']>('SELECT id, code, name FROM network WHERE id = @networkId', { networkId });
  if (!network) throw new Refusal('not_found', 'recordMissing', {}, ['networkId']);
  const read = new Reader(handle, { networkId, at }, style, t);
  const phases = read.rows<PhaseSql>(phasesSql);
  const units = read.rows<Stand['entity'] & { presence: string }>(unitsSql);
  const layers = read.rows<Stand['entity']>(lanesSql);
  const all = [
    ...phases.map((row) => phaseRow(read, row)),
    ...meetings(read, networkId),
    ...memberships(read),
    ...yields(read),
    ...steps(read),
    ...embeddings(read, networkId),
  ];
  const withDate = all.filter(isDated);
  const days = withDate.flatMap(knownDays).sort();
  const home = { id: network.id, name: network.name, kind: 'network' };
  const place = ({ id, name, kind }: Stand['entity']): Stand['entity'] => ({ id, name, kind });
  const there = units.filter((unit) => unit.presence !== 'no');
  return {
    network,
    at,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    lanes: [home, ...layers, ...units.map(place)],
    rows: from === undefined && until === undefined ? withDate : withDate.filter((row) => isWithin(row, from ?? '0000-01-01', until ?? '9999-12-31')),
    undated: all.filter((row) => !isDated(row)),
    counts: timelineKinds.map((kind) => {
      const own = all.filter((row) => row.kind === kind);
      return { kind, of: own.length, missing: own.filter((row) => !isDated(row)).length };
    }),
    stands: standsOf(phases, [home, ...there.map(place)]),
  };
}
