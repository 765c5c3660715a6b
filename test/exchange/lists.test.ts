/** Lists of people, organisations, memberships and relations come in: matched, asked about, refused with the line, and taken back whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Portfolio } from '../../db/portfolio.ts';
import { writeCsv } from '../../shared/exchange/csv.ts';
import { writeWorkbook } from '../../shared/exchange/write-workbook.ts';
import { dump, exampleId, temporaryPortfolio, value } from '../fixtures/portfolio.ts';
import { bring, outcomeOf, take } from './exchange.ts';

const at = '2026-11-21';

async function ownNetwork(): Promise<{ portfolio: Portfolio; networkId: string; team: (name: string) => Promise<string> }> {
  const portfolio = temporaryPortfolio('empty');
  const { id: networkId } = await value(portfolio, 'network.create', { code: '20', name: 'Rekenen samen' });
  return { portfolio, networkId, team: async (name) => (await value(portfolio, 'unit.create', { networkId, name })).id };
}

const people = async (portfolio: Portfolio) => (await value(portfolio, 'person.list', { at })).rows;
const named = async (portfolio: Portfolio, name: string) => {
  const row = (await people(portfolio)).find((person) => person.name === name);
  return value(portfolio, 'person.get', { id: row?.id ?? '' });
};

const forty = ['Naam\tE-mail\tWerkgever\tRol\tTeam\tSinds'].concat(
  Array.from({ length: 40 }, (_none, index) =>
    [
      `Leraar ${index + 1}`,
      index % 3 === 0 ? `leraar${index + 1}@example.org` : '',
      `School ${(index % 4) + 1}`,
      'leraar',
      index % 2 === 0 ? 'PLG 1' : 'PLG 2',
      '1-9-2024',
    ].join('\t'),
  ),
);

test('forty names with work, role and team come in as one step; again it changes nothing; one undo takes it back', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  await team('PLG 1');
  await team('PLG 2');
  const before = dump(portfolio);
  const input = { networkId, text: forty.join('\n') };
  const look = await bring(portfolio, 'person.import', input);
  expect(look.applied).toBe(false);
  expect(dump(portfolio)).toBe(before);
  expect(look.columns.map(({ slot }) => slot)).toEqual([
    'person.name',
    'person.mail',
    'employment.organisationId',
    'membership.roles',
    'membership.containerId',
    'membership.start',
  ]);
  const done = await bring(portfolio, 'person.import', { ...input, apply: true });
  expect(done.records).toEqual(look.records);
  expect(done.counts).toMatchObject({ new: 40, doubt: 0, refused: 0 });
  expect(Object.fromEntries(done.records.map(({ kind, new: made }) => [kind, made]))).toEqual({
    person: 40,
    organisation: 4,
    role: 1,
    membership: 40,
    employment: 40,
  });
  const after = dump(portfolio);
  expect((await bring(portfolio, 'person.import', { ...input, apply: true })).counts).toMatchObject({ new: 0, changed: 0, same: 40 });
  expect(dump(portfolio)).toBe(after);
  await value(portfolio, 'change.move', { to: 'undo' });
  expect(dump(portfolio)).toBe(before);
});

test('names alone are enough, in any of the ways that people write them', async () => {
  const { portfolio, networkId } = await ownNetwork();
  await value(portfolio, 'person.create', { name: 'Jan de Vriés', phone: '06' });
  const text = 'Vries, Jan de\nJAN DE VRIES\nAdviseur 1\n';
  const look = await bring(portfolio, 'person.import', { networkId, text, join: true, apply: true });
  expect(look.header).toBe(false);
  expect(look.records).toEqual([
    { kind: 'membership', new: 2, changed: 0 },
    { kind: 'person', new: 1, changed: 0 },
  ]);
  expect((await people(portfolio)).map(({ name }) => name)).toEqual(['Adviseur 1', 'Jan de Vriés']);
});

test('an empty cell leaves what is there, a filled one replaces it and is shown from and to', async () => {
  const { portfolio } = await ownNetwork();
  await value(portfolio, 'person.create', { name: 'Adviseur 1', mail: 'a1@example.org', phone: '06-1' });
  const text = 'naam;e-mail;telefoon\nAdviseur 1;;06-2';
  const { lines } = await bring(portfolio, 'person.import', { text, apply: true });
  expect(lines[0]).toMatchObject({ line: 2, state: 'changed', changes: [{ kind: 'person', field: 'phone', from: '06-1', to: '06-2' }] });
  expect(await named(portfolio, 'Adviseur 1')).toMatchObject({ mail: 'a1@example.org', phone: '06-2' });
});

test('a name that is nearly the same is a question; the answer decides, and a second time there is nothing to ask', async () => {
  const { portfolio } = await ownNetwork();
  const { id } = await value(portfolio, 'person.create', { name: 'Jan Jansen' });
  const input = { text: 'naam;telefoon\nJan Janssen;06\nJ. Jansen;07\nLeraar 3;08' };
  const look = await bring(portfolio, 'person.import', { ...input, apply: true });
  expect(look.counts).toMatchObject({ new: 1, doubt: 2 });
  expect(look.questions.map(({ question, name, lines }) => ({ question, name, lines }))).toEqual([
    { question: 'spelling', name: 'Jan Janssen', lines: [2] },
    { question: 'spelling', name: 'J. Jansen', lines: [3] },
  ]);
  const [first, second] = look.questions.map((question) => question.id) as [string, string];
  await bring(portfolio, 'person.import', { ...input, apply: true, answers: { [first]: 'new', [second]: id } });
  expect((await people(portfolio)).map(({ name }) => name)).toEqual(['Jan Jansen', 'Jan Janssen', 'Leraar 3']);
  expect(await named(portfolio, 'Jan Jansen')).toMatchObject({ name: 'Jan Jansen', phone: '07' });
  const again = await bring(portfolio, 'person.import', { text: 'naam;telefoon\nJan Janssen;06\nLeraar 3;08', apply: true });
  expect(again.counts).toMatchObject({ same: 2, doubt: 0 });
});

test('two people of one name, one with another address, or one in another network: each is asked about', async () => {
  const { portfolio, networkId } = await ownNetwork();
  for (const mail of ['a@example.org', 'b@example.org']) await value(portfolio, 'person.create', { name: 'Adviseur 1', mail });
  await value(portfolio, 'person.create', { name: 'Adviseur 2', mail: 'c@example.org' });
  const { id: other } = await value(portfolio, 'network.create', { code: '21', name: 'Elders' });
  const { id: elsewhere } = await value(portfolio, 'person.create', { name: 'Promovendus 2' });
  await value(portfolio, 'membership.create', { personId: elsewhere, containerId: other });
  const text = 'naam;mail\nAdviseur 1;\nAdviseur 1;b@example.org\nAdviseur 2;d@example.org\nPromovendus 2;';
  const { questions, counts } = await bring(portfolio, 'person.import', { networkId, text });
  expect(questions.map(({ question, choices }) => [question, choices.length])).toEqual([
    ['several', 2],
    ['mail', 1],
    ['elsewhere', 1],
  ]);
  expect(counts).toMatchObject({ doubt: 3, same: 1 });
});

test('a team that is not there is asked about once, and made, meant or skipped as answered', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  const there = await team('Kerngroep');
  const text = 'naam;team\nLeraar 1;PLG 9\nLeraar 2;PLG 9\nLeraar 3;Kerngroup';
  const look = await bring(portfolio, 'membership.import', { networkId, text });
  expect(look.questions.map(({ id, lines, choices }) => ({ id, lines, choices: choices.map(({ value: choice }) => choice) }))).toEqual([
    { id: 'unit:plg 9', lines: [2, 3], choices: [] },
    { id: 'unit:kerngroup', lines: [4], choices: [there] },
  ]);
  const skipped = await bring(portfolio, 'membership.import', { networkId, text, answers: { 'unit:plg 9': 'skip', 'unit:kerngroup': there } });
  expect(skipped.counts).toMatchObject({ skipped: 2, new: 1 });
  const done = await bring(portfolio, 'membership.import', {
    networkId,
    text,
    apply: true,
    answers: { 'unit:plg 9': 'new', 'unit:kerngroup': there },
  });
  expect(done.records).toEqual(
    expect.arrayContaining([
      { kind: 'unit', new: 1, changed: 0 },
      { kind: 'membership', new: 3, changed: 0 },
    ]),
  );
});

test('what cannot be is refused with its line and column, the rest comes in, and of a refused line nothing does', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  await team('PLG 1');
  const text =
    'naam;organisatie;team;van;tot\nLeraar 1;School A;PLG 1;flut;\nLeraar 2;School B;PLG 1;2024;2023\n;School C;PLG 1;;\nLeraar 4;School D;PLG 1;12-3-2024;loopt door';
  const { lines, records } = await bring(portfolio, 'person.import', { networkId, text, apply: true });
  expect(lines.map(({ line, state, remarks }) => [line, state, remarks[0]])).toEqual([
    [2, 'refused', expect.stringContaining('Kolom D (Sinds): ‘flut’ is geen datum')],
    [3, 'refused', 'Het einde ligt voor het begin.'],
    [4, 'refused', 'Er staat geen naam.'],
    [5, 'new', undefined],
  ]);
  expect(records.find(({ kind }) => kind === 'organisation')).toEqual({ kind: 'organisation', new: 1, changed: 0 });
});

test('dates come from Excel numbers, Dutch words and what Excel makes of them', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  const containerId = await team('PLG 1');
  const dates = [
    ['45363', '2024-03-12'],
    ['maart 2024', '2024-03'],
    ['2023-2024', '[2023-08..2024-07]'],
    ['okt-24', '2024-10'],
    ['12-3-2024', '2024-03-12'],
    ['2024', '2024'],
  ] as const;
  const cells = dates.map(([written], index) => [`Leraar ${index + 1}`, 'PLG 1', /^\d+$/.test(written) ? Number(written) : written]);
  const bytes = writeWorkbook([{ name: 'Lijst', rows: [['Naam', 'Team', 'Sinds'], ...cells] }]);
  await bring(portfolio, 'person.import', { networkId, apply: true }, bytes);
  const { rows } = await value(portfolio, 'membership.list', { containerId, at, ended: true });
  const starts = new Map(rows.map(({ person, start }) => [person, start]));
  expect(dates.map((_date, index) => starts.get(`Leraar ${index + 1}`))).toEqual(dates.map(([, edtf]) => edtf));
});

test('one person on several lines is one person with all roles; a second opinion on a field is not taken over but said', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  await team('PLG 1');
  const input = { networkId, text: 'naam;telefoon;team;rol\nLeraar 1;06;PLG 1;leraar\nLeraar 1;07;PLG 1;procesbegeleider', apply: true };
  const { lines } = await bring(portfolio, 'person.import', input);
  expect(lines[1]?.remarks).toEqual(['Telefoon is niet overgenomen: regel 2 zegt iets anders dan ‘07’.']);
  const { roles } = (await people(portfolio))[0] as { roles: { name: string }[] };
  expect(roles.map(({ name }) => name).sort()).toEqual(['leraar', 'procesbegeleider']);
  expect((await bring(portfolio, 'person.import', input)).records).toEqual([]);
});

test('a long list breaks off when it is stopped, and leaves nothing', async () => {
  const { portfolio } = await ownNetwork();
  const before = dump(portfolio);
  let asked = 0;
  const text = `naam\n${Array.from({ length: 2000 }, (_none, index) => `Leraar ${index}`).join('\n')}`;
  const { runJob } = await import('../../db/dispatch.ts');
  const { Refusal } = await import('../../db/safety/refusal.ts');
  const { testContext } = await import('../fixtures/portfolio.ts');
  const checkpoint = () => {
    asked += 1;
    if (asked > 20) throw new Refusal('cancelled', 'cancelled');
  };
  const { outcome } = await runJob(portfolio.connection, 'person.import', { text, apply: true }, testContext, {
    progress: () => undefined,
    checkpoint,
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(dump(portfolio)).toBe(before);
});

test('organisations and relations come in by name, in the words of the lists', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  await team('PLG 1');
  await team('PLG 2');
  const organisations = 'naam;soort;sector;plaats;brin\nSchool A;school;po, vo;Utrecht;12AB\nHogeschool B;hogeschool;hbo;;';
  expect((await bring(portfolio, 'organisation.import', { networkId, text: organisations, join: true, apply: true })).counts).toMatchObject({
    new: 2,
  });
  const renamed = await bring(portfolio, 'organisation.import', { text: 'naam;brin\nSchool Aa;12ab', apply: true });
  expect(renamed.lines[0]).toMatchObject({ state: 'changed' });
  const relations = 'van;soort;naar;sinds\nPLG 1;stemt af met;PLG 2;2024\nSchool Aa;adviseert;PLG 1; PLG 2;';
  const done = await bring(portfolio, 'relation.import', { networkId, text: relations.replace('PLG 1; PLG 2;', '"PLG 1; PLG 2";'), apply: true });
  expect(done.counts).toMatchObject({ new: 2, refused: 0 });
  const { rows } = await value(portfolio, 'relation.list', { networkId, at });
  expect(rows.map(({ kind, from, to }) => [kind, from.length, to.length])).toEqual([
    ['alignsWith', 1, 1],
    ['advises', 1, 2],
  ]);
});

test.each(['person', 'organisation', 'membership', 'relation'] as const)(
  'what %s.export writes changes nothing when it is imported again',
  async (kind) => {
    const example = temporaryPortfolio('example');
    const networkId = exampleId('02/network');
    const before = dump(example);
    for (const format of ['xlsx', 'csv'] as const) {
      const { bytes } = await take(example, `${kind}.export`, { networkId, format });
      const { lines, counts } = await bring(example, `${kind}.import`, { networkId, apply: true }, bytes);
      expect(lines.filter(({ state }) => state !== 'same')).toEqual([]);
      expect(counts.same).toBeGreaterThan(3);
    }
    expect(dump(example)).toBe(before);
  },
);

test('people are called as the audience reads them, and nothing else gives them away', async () => {
  const { portfolio, networkId, team } = await ownNetwork();
  const containerId = await team('PLG 1');
  const { id: personId } = await value(portfolio, 'person.create', {
    name: 'Echte Naam',
    mail: 'echt@example.org',
    phone: '0612',
    pseudonym: 'D-017',
    note: 'woont in Rijn',
  });
  await value(portfolio, 'membership.create', { personId, containerId, leftReason: 'ziek', reader: 'owner' });
  for (const name of ['person.export', 'membership.export', 'network.export'] as const) {
    const { bytes } = await take(portfolio, name, { networkId, format: 'xlsx', names: 'pseudonym' });
    const { readFile } = await import('../../shared/exchange/read-file.ts');
    const text = JSON.stringify(readFile(bytes).tables);
    expect(text, name).toContain('D-017');
    for (const secret of ['Echte Naam', 'echt@example.org', '0612', 'Rijn', 'ziek', personId]) expect(text, name).not.toContain(secret);
  }
});

test('a form has every header with what belongs under it, and comes in when it is filled in', async () => {
  const { portfolio } = await ownNetwork();
  const { readFile } = await import('../../shared/exchange/read-file.ts');
  const { bytes } = await take(portfolio, 'network.export', { format: 'xlsx', template: true });
  const { tables } = readFile(bytes);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['Netwerken', 'Teams', 'Personen', 'Deelnames', 'Uitleg']));
  const fill = (name: string, cells: Record<string, string>) => {
    const headers = tables.find((table) => table.name === name)?.rows[0] as string[];
    return { name, rows: [headers, headers.map((header) => cells[header] ?? null)] };
  };
  const filled = [
    fill('Netwerken', { Code: '30', Naam: 'Nieuw netwerk' }),
    fill('Lagen', { Naam: 'Laag A', Netwerk: 'Nieuw netwerk' }),
    fill('Teams', { Naam: 'PLG 7', Netwerk: '30 Nieuw netwerk', Laag: 'Laag A', Soort: 'PLG' }),
    fill('Personen', { Naam: 'Leraar 9' }),
    fill('Deelnames', { Persoon: 'Leraar 9', 'Team of hele netwerk': 'PLG 7', Rol: 'leraar' }),
  ];
  const { counts, lines } = await bring(portfolio, 'network.import', { apply: true }, writeWorkbook(filled));
  expect(lines.filter(({ state }) => state !== 'new')).toEqual([]);
  expect(counts.new).toBe(5);
});

test('what is no list is refused in words and changes nothing', async () => {
  const { portfolio } = await ownNetwork();
  const before = dump(portfolio);
  const said = async (name: 'person.import' | 'network.import', bytes: Uint8Array) => {
    const { outcome } = await outcomeOf(portfolio, name, { apply: true }, bytes);
    return outcome.ok ? 'read' : outcome.error.message;
  };
  expect(await said('person.import', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('oude Excel-werkmap');
  expect(await said('network.import', writeWorkbook([{ name: 'Boodschappen', rows: [['melk']] }]))).toContain('geen blad dat Schakel kent');
  expect(dump(portfolio)).toBe(before);
});

// a second import that changes something would make every later one a risk
test('any list twice changes nothing the second time, and undo gives back what was', async () => {
  const name = fc.constantFrom('Leraar 1', 'Leraar 2', 'Jan Jansen', 'Jan Janssen', 'Vries, Jan de', 'JAN DE VRIES', 'Adviseur');
  const line = fc.record({
    naam: name,
    mail: fc.constantFrom('', 'a@example.org', 'b@example.org'),
    telefoon: fc.constantFrom('', '06', '07'),
    organisatie: fc.constantFrom('', 'School A', 'School B', 'School Aa'),
    functie: fc.constantFrom('', 'leraar', 'directeur'),
    team: fc.constantFrom('', 'PLG 1', 'PLG 2', 'PLG 3'),
    rol: fc.constantFrom('', 'leraar', 'procesbegeleider'),
    sinds: fc.constantFrom('', '2023', 'sep 2024', '1-1-2025'),
    tot: fc.constantFrom('', '2024', 'loopt door', 'niet bekend'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const { portfolio, networkId, team } = await ownNetwork();
      await team('PLG 1');
      const before = dump(portfolio);
      const text = writeCsv([Object.keys(lines[0] as object), ...lines.map((one) => Object.values(one))], 'plain');
      const input = { networkId, text, apply: true, join: true, answers: { 'unit:plg 2': 'new' } };
      const first = await bring(portfolio, 'person.import', input);
      const after = dump(portfolio);
      const second = await bring(portfolio, 'person.import', input);
      expect(second.records, text).toEqual([]);
      expect(dump(portfolio)).toBe(after);
      if (first.records.length > 0) await value(portfolio, 'change.move', { to: 'undo' });
      expect(dump(portfolio)).toBe(before);
      portfolio.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

// catches: a thousand hours a week that come in as one, or the other way round
test('a number that can be two numbers is refused with why, and the rest comes in', async () => {
  const portfolio = temporaryPortfolio('example');
  const text = 'Naam;Team;Uren per week\nTeller 1;Stuurgroep;1,234\nTeller 2;Stuurgroep;1.234\nTeller 3;Stuurgroep;2,5';
  const { lines } = await bring(portfolio, 'membership.import', { networkId: exampleId('02/network'), text });
  expect(lines.map(({ state }) => state)).toEqual(['refused', 'refused', 'new']);
  expect(lines[0]?.remarks.join()).toContain('‘1,234’ kan een duizendtal of een breuk zijn');
});
