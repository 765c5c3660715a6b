/**
 * The example portfolio (networks 01–08, the register of K and what they share) against the fields, against itself and against the text it was
 * made from: every record can be kept, every reference resolves, every record says where it stands in the text, and every
 * line of the parts on structure, participants, activities and yields is either held by records or has a reason why it cannot be.
 *
 * A record in the files is flat: `kind` is the kind of record, and a field that is itself called `kind` stands there as `ofKind`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults, fields, type RecordKind } from '../../shared/contract/fields.ts';
import { endsBeforeStart } from '../../shared/domain/edtf.ts';
import { pointsAt } from '../../shared/domain/id.ts';
import { certainties } from '../../shared/domain/lists.ts';

interface Said {
  readonly section: string;
  readonly lines: readonly [number, number];
  readonly field: string | null;
  readonly certainty: string;
  readonly value: string | null;
}
interface Entry extends Readonly<Record<string, unknown>> {
  readonly kind: RecordKind;
  readonly key: string;
  readonly says: readonly Said[];
}
interface Covered {
  readonly lines: readonly [number, number];
  readonly records?: readonly string[];
  readonly cannot?: string;
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'resources/example');
/** The networks of the report 003, and the one that has another text: the register of the evaluation 000. */
const researched = ['01', '02', '03', '04', '05', '06', '07', '08'];
const codes = [...researched, 'K'];
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const byFile = new Map([...codes, 'shared'].map((name) => [name, (read(join(folder, `${name}.json`)) as { records: Entry[] }).records]));
const all = [...byFile.values()].flat();
const byKey = new Map(all.map((record) => [record.key, record]));

/** The same key is always the same id. */
const uuidOf = (key: string): string => {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
/** The file that a key belongs to. */
const stem = (key: string): string => key.slice(0, key.indexOf('/'));
const label = (record: Entry): string => `${record.kind} ${record.key}`;

/** A record with its defaults filled in, still with keys where there will be ids. */
function filled(record: Entry): Record<string, unknown> {
  const { kind, key, says: _says, ofKind, ...rest } = record;
  const shape = fields[kind].shape;
  const code = stem(key);
  const filling: Record<string, unknown> = { ...defaults[kind], ...rest };
  if (ofKind !== undefined) filling.kind = ofKind;
  if ('networkId' in shape && filling.networkId === undefined && code !== 'shared') filling.networkId = `${code}/network`;
  return filling;
}

/** Every field of a record that points at another record, with the kinds it may point at (none named: any). */
function references(record: Entry): { field: string; key: string; kinds: readonly string[] }[] {
  const found: { field: string; key: string; kinds: readonly string[] }[] = [];
  const look = (field: string, schema: unknown, value: unknown): void => {
    if (value === null || value === undefined) return;
    const kinds = pointsAt(schema as Parameters<typeof pointsAt>[0]);
    if (kinds) for (const key of Array.isArray(value) ? value : [value]) found.push({ field, key: key as string, kinds });
  };
  const filling = filled(record);
  for (const [field, schema] of Object.entries(fields[record.kind].shape)) look(field, schema, filling[field]);
  if (record.kind === 'relation')
    for (const side of ['from', 'to'] as const) {
      const end = fields.relation.shape[side].element.shape;
      for (const one of filling[side] as { entityId: string; roleId: string | null }[])
        for (const [field, schema] of Object.entries(end)) look(`${side}.${field}`, schema, one[field as keyof typeof one]);
    }
  return found;
}

/** Every key that stands for a record turned into its id. */
function withIds(record: Entry): Record<string, unknown> {
  const filling = structuredClone(filled(record));
  const keys = new Set(references(record).map((reference) => reference.key));
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return keys.has(value) ? uuidOf(value) : value;
    if (Array.isArray(value)) return value.map(change);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
    return value;
  };
  return change(filling) as Record<string, unknown>;
}

const of = (kind: RecordKind, code: string): Entry[] => (byFile.get(code) as Entry[]).filter((record) => record.kind === kind);
const members = (container: string): Entry[] => all.filter((record) => record.kind === 'membership' && record.containerId === container);
const holds = (record: Entry, role: string): boolean => ((record.roles ?? []) as string[]).includes(`shared/rol-${role}`);
const people = (records: readonly Entry[]): Set<unknown> => new Set(records.map((record) => record.personId));

test('the folder holds the nine networks and what they share, and nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual([...codes.map((code) => `${code}.json`), 'shared.json'].sort());
});

test('keys are unique and stand in the file they belong to', () => {
  expect(byKey.size).toBe(all.length);
  for (const [name, records] of byFile) for (const record of records) expect(record.key.startsWith(`${name}/`), label(record)).toBe(true);
  for (const code of codes) {
    const networks = of('network', code);
    expect(networks.map((record) => record.key)).toEqual([`${code}/network`]);
    expect(networks[0]?.code).toBe(code);
  }
});

test('every record can be kept as it stands', () => {
  const wrong: string[] = [];
  for (const record of all) {
    if (!(record.kind in fields)) {
      wrong.push(`${label(record)}: no such kind`);
      continue;
    }
    const outcome = fields[record.kind].safeParse(withIds(record));
    if (!outcome.success)
      wrong.push(`${label(record)}: ${outcome.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(', ')}`);
  }
  expect(wrong).toEqual([]);
});

test('every reference resolves to a record of the right kind, in the same network or shared', () => {
  const wrong: string[] = [];
  for (const record of all)
    for (const { field, key, kinds } of references(record)) {
      const target = byKey.get(key);
      if (!target) wrong.push(`${label(record)}: ${field} → ${key} is not there`);
      else if (kinds.length > 0 && !kinds.includes(target.kind)) wrong.push(`${label(record)}: ${field} → ${label(target)}`);
      else if (!record.key.startsWith('shared/') && !key.startsWith('shared/') && stem(key) !== stem(record.key))
        wrong.push(`${label(record)}: ${field} → ${key} of another network`);
    }
  expect(wrong).toEqual([]);
});

test('a record comes after the ones it refers to', () => {
  const wrong: string[] = [];
  for (const records of byFile.values()) {
    const at = new Map(records.map((record, index) => [record.key, index]));
    records.forEach((record, index) => {
      for (const { key } of references(record)) if ((at.get(key) ?? -1) >= index) wrong.push(`${label(record)} → ${key}`);
    });
  }
  expect(wrong).toEqual([]);
});

test('nothing that equals the default is written down', () => {
  const wrong: string[] = [];
  for (const record of all) {
    const plain = defaults[record.kind] as Record<string, unknown>;
    const own: Record<string, unknown> = { ...record, kind: record.ofKind };
    for (const [field, value] of Object.entries(own))
      if (field in plain && JSON.stringify(plain[field]) === JSON.stringify(value)) wrong.push(`${label(record)}: ${field}`);
  }
  expect(wrong).toEqual([]);
});

test('every record says where it stands in the text', () => {
  const ofReport = ['inleiding', 'structuur', 'deelnemers', 'activiteiten', 'opbrengsten'];
  const ofEvaluation = ['inleiding', 'doelmatigheid', 'toekomst', 'bijlage'];
  for (const record of all) {
    const sections = stem(record.key) === 'K' ? ofEvaluation : ofReport;
    expect(record.says?.length ?? 0, label(record)).toBeGreaterThan(0);
    for (const said of record.says) {
      expect(sections, label(record)).toContain(said.section);
      expect(certainties, label(record)).toContain(said.certainty);
      expect(said.lines[0], label(record)).toBeLessThanOrEqual(said.lines[1]);
      if (said.field !== null) expect(Object.keys(fields[record.kind].shape), label(record)).toContain(said.field);
      if (said.certainty !== 'certain') expect(said.value, label(record)).toBeTruthy();
    }
  }
});

test('no end lies before its start', () => {
  for (const record of all) {
    const filling = filled(record);
    if ('start' in filling && 'end' in filling && record.kind !== 'researchYear')
      expect(endsBeforeStart((filling.start as string | null) ?? null, (filling.end as string | null) ?? null), label(record)).toBe(false);
  }
});

test('every line on structure, participants, activities and yields is held by records, or has a reason why it cannot be', () => {
  const coverage = read(join(root, 'test/fixtures/example-coverage.json')) as {
    source: string;
    cases: Record<string, { from: number; to: number; entries: Covered[] }>;
  };
  expect(coverage.source).toBe('003');
  expect(Object.keys(coverage.cases).sort()).toEqual(researched);
  const seed = seedLines('003');
  for (const [code, { from, to, entries }] of Object.entries(coverage.cases)) {
    const seen = new Set<number>();
    for (const entry of entries) {
      const [first, last] = entry.lines;
      for (let line = first; line <= last; line += 1) seen.add(line);
      expect(first >= from && last <= to && first <= last, `${code}: ${first}–${last}`).toBe(true);
      expect(Boolean(entry.records) !== Boolean(entry.cannot), `${code}: ${first}–${last} is held or has a reason`).toBe(true);
      if (!entry.records) continue;
      expect(entry.records.length, `${code}: ${first}–${last}`).toBeGreaterThan(0);
      for (const key of entry.records) {
        expect(byKey.has(key), key).toBe(true);
        expect(
          byKey.get(key)?.says.some((said) => said.lines[0] <= last && said.lines[1] >= first),
          `${key} speaks of ${first}–${last}`,
        ).toBe(true);
      }
    }
    const gaps: number[] = [];
    for (let line = from; line <= to; line += 1) if (!seen.has(line) && (seed === null || (seed[line - 1] ?? '').trim() !== '')) gaps.push(line);
    // without the text at hand a blank line cannot be told from a gap, so that only longer gaps count
    const tooLong = seed ? gaps : gaps.filter((line) => gaps.includes(line + 1) && gaps.includes(line + 2));
    expect(tooLong, `lines of ${code} without an entry`).toEqual([]);
  }
});

test('network 02 is as the text tells it', () => {
  expect(members('02/stuurgroep')).toHaveLength(5);
  expect(members('02/kerngroep')).toHaveLength(6);
  expect(members('02/procesbegeleiders')).toHaveLength(4);
  const leaders = people(members('02/procesbegeleiders'));
  expect(people(members('02/kerngroep').filter((one) => holds(one, 'procesbegeleider')))).toEqual(leaders);
  const plgs = of('unit', '02').filter((unit) => unit.ofKind === 'learningCommunity' && unit.hostId);
  expect(plgs).toHaveLength(5);
  expect(new Set(plgs.map((unit) => unit.hostId)).size).toBe(5);
  for (const unit of plgs) expect(byKey.get(unit.hostId as string)?.name).toMatch(/^Interventieschool \d$/);
  expect((byKey.get('02/bovenschoolse-plg') as Entry).parts).toEqual(plgs.map((unit) => unit.key));
  const led = [...leaders].map((person) => plgs.filter((unit) => members(unit.key).some((one) => one.personId === person)).length);
  expect(led.sort()).toEqual([1, 1, 1, 2]);
  for (const unit of plgs) {
    expect(members(unit.key).filter((one) => holds(one, 'promovendus'))).toHaveLength(2);
    expect(members(unit.key).filter((one) => holds(one, 'projectleider') && one.end === '2024-07')).toHaveLength(1);
    expect(members(unit.key).filter((one) => holds(one, 'projectleider') && one.end === null)).toHaveLength(1);
  }
  for (const unit of ['02/stuurgroep', '02/kerngroep']) expect(members(unit).filter((one) => holds(one, 'projectleider'))).toHaveLength(1);
  expect(members('02/network').filter((one) => holds(one, 'programmamanager'))).toHaveLength(1);
  const control = of('unit', '02').filter((unit) => unit.arm === 'control');
  expect(new Set(control.map((unit) => unit.hostId)).size).toBe(5);
  expect(of('organisation', '02').filter((one) => /^Wachtlijstschool/.test(one.name as string))).toHaveLength(5);
  expect(of('rhythm', '02')).toHaveLength(6);
});

test('what came of the work and what should come of it are told apart, and a development has a level', () => {
  const yields = researched.flatMap((code) => of('yield', code));
  for (const code of researched) {
    const own = of('yield', code);
    expect(
      own.some((one) => one.standing === 'planned'),
      code,
    ).toBe(true);
    expect(
      own.some((one) => one.standing === undefined),
      code,
    ).toBe(true);
    expect(new Set(own.map((one) => one.type ?? 'product')), code).toContain('product');
  }
  for (const one of yields.filter(({ type }) => type === 'development')) expect(['micro', 'meso', 'macro'], one.key).toContain(one.level);
  // catches: something that was realised without saying when at the latest
  for (const one of yields.filter(({ standing }) => standing === undefined)) expect(typeof one.start, one.key).toBe('string');
  expect(byKey.get('04/opbrengst-raamwerk-vo')?.derivedFrom).toEqual(['04/opbrengst-raamwerk-universiteit']);
  expect(byKey.get('06/kanaal-teams')?.keptById).toBe('06/projectcoordinator');
  expect(
    of('meeting', '07')
      .filter((one) => one.standing === 'planned')
      .map((one) => one.start),
  ).toEqual(['2024-09-19', '2024-10-17', '2025-01-16', '2025-03-20', '2025-06-12']);
});

test('network 03: who sits in a theme team leads the learning team of the own school', () => {
  for (const [team, schools] of [
    ['03/themateam-1', 6],
    ['03/themateam-2', 4],
    ['03/themateam-3', 3],
  ] as const) {
    expect(all.filter((one) => one.kind === 'participation' && one.containerId === team)).toHaveLength(schools);
    const coordinators = members(team).filter((one) => holds(one, 'leerteamcoordinator'));
    expect(coordinators).toHaveLength(schools);
    for (const one of coordinators) {
      const led = all.filter((other) => other.kind === 'membership' && other.personId === one.personId && other.containerId !== team);
      expect(led).toHaveLength(1);
      const unit = byKey.get(led[0]?.containerId as string) as Entry;
      expect([unit.ofKind, unit.hostId]).toEqual(['learningTeam', one.organisationId]);
    }
  }
});

test('network 04 has three workshops of three schools, two facilitators each and a core team of eight', () => {
  const workshops = of('unit', '04').filter((unit) => unit.ofKind === 'workshop');
  expect(workshops).toHaveLength(3);
  for (const unit of workshops) {
    expect(all.filter((one) => one.kind === 'participation' && one.containerId === unit.key)).toHaveLength(3);
    expect(members(unit.key).filter((one) => holds(one, 'facilitator'))).toHaveLength(2);
  }
  expect(members('04/kernteam')).toHaveLength(8);
  expect(all.find((one) => one.key === '04/p-bedrijven-network')?.standing).toBe('potential');
});

test('network 06 has three PLGs of three schools and a core team of five', () => {
  const plgs = of('unit', '06').filter((unit) => unit.ofKind === 'learningCommunity');
  expect(plgs).toHaveLength(3);
  for (const unit of plgs) {
    const schools = all.filter((one) => one.kind === 'participation' && one.containerId === unit.key);
    expect(schools).toHaveLength(3);
    expect(members(unit.key)).toHaveLength(9);
  }
  expect(members('06/kernteam')).toHaveLength(5);
});

test('network 07 keeps both numbers: six institutions and five local teams', () => {
  const figures = of('figure', '07');
  expect(figures.find((one) => one.key === '07/cijfer-instellingen')?.low).toBe(6);
  expect(figures.find((one) => one.key === '07/cijfer-lokale-teams')?.low).toBe(5);
  const values = (byKey.get('07/network') as Entry).says.filter((said) => said.field === 'size');
  expect(values).toHaveLength(2);
});

test('network 08 keeps the plan and what is: programme managers are in the core team, of which the partners are said to be all', () => {
  const managers = members('08/kernteam').filter((one) => holds(one, 'miec-programmamanager'));
  expect(managers).toHaveLength(3);
  for (const one of managers) {
    expect(one.says.some((said) => said.field === 'containerId' && said.value)).toBe(true);
    expect(all.filter((other) => other.kind === 'membership' && other.personId === one.personId)).toHaveLength(2);
  }
});

/** The lines of a text, or null when it is not at hand. */
function seedLines(number: '000' | '003'): string[] | null {
  const seeds = join(root, '../shared/seeds');
  const file = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith(`${number}_`)) : undefined;
  return file ? readFileSync(join(seeds, file), 'utf8').split('\n') : null;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];
const runLength = 8;

test('no sentence of the texts is copied', ({ skip }) => {
  const seeds = [seedLines('003'), seedLines('000')].filter((seed) => seed !== null);
  if (seeds.length < 2) {
    console.warn('SKIPPED: the texts 000 and 003 are not at ../shared/seeds, so that copied sentences were NOT looked for');
    skip();
    return;
  }
  const words = wordsOf(seeds.flat().join(' '));
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at += 1) runs.add(words.slice(at, at + runLength).join(' '));
  const copied: string[] = [];
  const look = (where: string, value: unknown): void => {
    if (typeof value === 'string') {
      const own = wordsOf(value);
      for (let at = 0; at + runLength <= own.length; at += 1) {
        const run = own.slice(at, at + runLength).join(' ');
        if (runs.has(run)) copied.push(`${where}: ${run}`);
      }
    } else if (value && typeof value === 'object') for (const inner of Object.values(value)) look(where, inner);
  };
  // the title of something that was published stays as it is
  const isTitled = ({ kind, key }: Entry): boolean => stem(key) === 'K' && (kind === 'meeting' || kind === 'yield');
  for (const record of all) look(record.key, isTitled(record) ? { ...record, name: null } : record);
  look('coverage', read(join(root, 'test/fixtures/example-coverage.json')));
  expect(copied).toEqual([]);
});
