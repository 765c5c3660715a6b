/** The command line as a script uses it: what it prints, where, and how it ends. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { optionsIn, temporaryFolder } from '../fixtures/portfolio.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const file = join(folder, 'demo.schakel');

function schakel(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'resources/toolchain/schakel.mjs'), ...args], {
    maxBuffer: 50_000_000,
    env: { ...process.env, SCHAKEL_USER_DATA: join(folder, 'data'), SCHAKEL_DOCUMENTS: join(folder, 'documents') },
    ...(input === undefined ? {} : { input }),
  });
  return { status, out: stdout.toString(), bytes: stdout, err: stderr.toString() };
}

beforeAll(() => {
  expect(schakel(['demo', file]).status).toBe(0);
}, 30_000);

test('run prints the value as JSON; the input may be left out, given, in a file or on standard input', () => {
  expect(JSON.parse(schakel(['run', 'network.list', '--portfolio', file]).out).networks).toHaveLength(9);
  const input = '{"at":"2024-07-31"}';
  writeFileSync(join(folder, 'in.json'), input);
  for (const args of [
    ['--input', input],
    ['--input', `@${join(folder, 'in.json')}`],
  ])
    expect(JSON.parse(schakel(['run', 'network.list', '--portfolio', file, ...args]).out).at).toBe('2024-07-31');
  expect(JSON.parse(schakel(['run', 'network.list', '--portfolio', file, '--input', '-'], input).out).at).toBe('2024-07-31');
});

test('ends with 1 and a sentence when refused, as JSON when asked', () => {
  const plain = schakel(['run', 'network.list', '--portfolio', file, '--input', '{"at":"gisteren"}']);
  expect(plain).toMatchObject({ status: 1, out: '' });
  expect(plain.err.trim()).toBe('‘gisteren’ is geen dag. Typ bijvoorbeeld 12-10-2024.');
  const json = schakel(['run', 'network.nothing', '--portfolio', file, '--json']);
  expect(json.status).toBe(1);
  expect(JSON.parse(json.err)).toMatchObject({ code: 'not_found', details: { reason: 'unknownOperation' } });
  expect(schakel(['check', join(folder, 'nergens.schakel')]).status).toBe(1);
  expect(schakel(['new', file]).err).toContain('bestaat al');
});

test('ends with 2 when it was used wrongly', () => {
  for (const args of [
    ['dans'],
    ['run', 'network.list'],
    ['run', 'network.list', '--portfolio', file, '--input', '{'],
    ['export', 'dans', '--portfolio', file, '--out', '-'],
  ])
    expect(schakel(args).status, args.join(' ')).toBe(2);
});

test('operations lists every operation with its schemas, in the words of the model', () => {
  const operations = JSON.parse(schakel(['operations', '--json']).out) as { name: string; input: object; output: object }[];
  expect(operations.length).toBeGreaterThan(120);
  for (const { name, input, output } of operations) {
    expect(name).toMatch(/^[a-z][A-Za-z]*\.(list|get|create|update|remove|move|link|unlink|import|export|measure|check)$/);
    expect(input).toMatchObject({ type: 'object' });
    expect(output).toBeTypeOf('object');
  }
});

// catches: a view that a script cannot ask for, or that goes out without its filter and notes
test('exports a saved view by its name, with what is folded and written in it', () => {
  const run = (name: string, input: unknown) => {
    const answer = schakel(['run', name, '--portfolio', file, '--input', JSON.stringify(input)]);
    expect(answer.err).toBe('');
    return JSON.parse(answer.out);
  };
  const networkId = run('network.list', {}).networks.find((one: { code: string }) => one.code === '06').id;
  const hidden = ['kind:school'];
  const { id } = run('view.create', { networkId, name: 'Zonder scholen', colour: 'sector', hidden, day: '2024-07-31' });
  run('viewNote.create', { viewId: id, kind: 'note', text: 'Hier kijken', x: 400, y: 300 });
  const asked = ['export', 'diagram', '--network', '06', '--format', 'svg', '--portfolio', file, '--out', '-'];
  const svg = schakel([...asked, '--view', 'zonder scholen']);
  expect(svg.err).toBe('');
  expect(svg.out).toContain('Hier kijken');
  expect(svg.out).toContain('31 juli 2024');
  expect(svg.out).toMatch(/\d+ van \d+ tekens weggelaten/);
  expect(schakel(asked).out).not.toContain('weggelaten');
  expect(schakel([...asked, '--view', 'Anders'])).toMatchObject({ status: 1, err: 'Er is geen weergave Anders van dit netwerk.\n' });
});

// catches: a step of the story that only the window can take
test('a meeting is kept by script: who should have been there, who was, what came of it, and where that went', () => {
  const own = join(folder, 'verhaal.schakel');
  schakel(['demo', own]);
  const run = (name: string, input: unknown) => {
    const answer = schakel(['run', name, '--portfolio', own, '--input', JSON.stringify(input)]);
    expect(answer.err).toBe('');
    return JSON.parse(answer.out);
  };
  const at = '2025-06-30';
  const networkId = run('network.list', {}).networks.find((one: { code: string }) => one.code === '02').id;
  const units: { id: string; name: string }[] = run('unit.list', { networkId, at }).units;
  const [plg, group] = ['PLG 4', 'Kerngroep'].map((name) => units.find((unit) => unit.name === name)?.id);
  const meeting = { networkId, name: 'PLG 4, teamoverleg', units: [plg], start: '2025-03-12' };
  const { id: meetingId } = run('meeting.create', { ...meeting, useScore: 1, creationScore: 3, sharingScore: 2, coordinationScore: 0 });
  const proposed = run('attendance.list', { meetingId }).rows;
  expect(proposed.length).toBeGreaterThan(2);
  const people = proposed.map((row: { person: { id: string } }) => row.person.id);
  run('attendance.link', { meetingId, personIds: people, state: 'present' });
  run('attendance.link', { meetingId, personIds: [people[0]], state: 'excused' });
  run('decision.create', { meetingId, text: 'De praatplaat gaat naar de schoolteams' });
  run('action.create', { networkId, meetingId, text: 'Praatplaat delen', personId: people[1], due: '2025-04-01' });
  const { id: yieldId } = run('yield.create', { networkId, name: 'Praatplaat woordenschat', start: '2025-03-12', makers: [plg] });
  run('meetingObject.create', { meetingId, yieldId, use: 'made' });
  run('spread.create', { yieldId, toId: group, meetingId, how: 'adapted', start: '2025-05' });
  expect(run('meeting.list', { networkId, unitId: plg, from: '2025-03-01', to: '2025-03-31' }).rows).toMatchObject([
    { id: meetingId, present: people.length - 1, excused: 1, decisions: 1, actions: 1, openActions: 1, objects: 1 },
  ]);
  expect(run('action.list', { networkId, at }).rows).toMatchObject([{ text: 'Praatplaat delen', isOverdue: true }]);
  expect(run('spread.list', { yieldId, at }).rows).toMatchObject([
    { to: { name: 'Kerngroep' }, how: 'adapted', meeting: { id: meetingId }, distance: 'network' },
  ]);
  expect(run('search.list', { text: 'schoolteams gaat' }).found).toMatchObject([{ kind: 'decision', network: { code: '02' } }]);
});

// catches: a drawing of the window that a script cannot get, or that has names where roles were asked for
test('exports the olievlek of a yield and its chain, on a day, with people called by their role', () => {
  const run = (name: string, input: unknown) => {
    const answer = schakel(['run', name, '--portfolio', file, '--input', JSON.stringify(input)]);
    expect(answer.err).toBe('');
    return JSON.parse(answer.out);
  };
  const networkId = run('network.list', {}).networks.find((one: { code: string }) => one.code === '06').id;
  const { id: yieldId } = run('yield.create', { networkId, name: 'Praatplaat', start: '2023-09' });
  const { id: carriedById } = run('person.create', { name: 'Iemand Anders' });
  run('spread.create', { yieldId, audience: 'Webinar', start: '2024-01', distance: 'country', carriedById });
  run('spread.create', { yieldId, audience: 'Studiedag', start: '2025-01' });
  run('embedding.create', { entityId: yieldId, form: 'curriculum', start: '2024-02', fundedUntil: '2024-05' });
  const asked = ['export', 'spread', '--network', '06', '--at', '2024-07-31', '--portfolio', file, '--out', '-'];
  const svg = schakel([...asked, '--yield', 'praatplaat', '--format', 'svg']);
  expect(svg.err).toBe('');
  for (const words of ['Stand op 31 juli 2024', 'Webinar', 'via Iemand Anders']) expect(svg.out).toContain(words);
  expect(svg.out).not.toContain('Studiedag');
  expect(schakel([...asked, '--yield', 'Praatplaat', '--format', 'svg', '--names', 'role']).out).not.toContain('Iemand Anders');
  expect(schakel([...asked, '--yield', 'Praatplaat', '--format', 'svg', '--chain']).out).toContain('Is er nog');
  expect(
    schakel([...asked, '--yield', 'Praatplaat', '--format', 'pdf'])
      .bytes.subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(
    schakel([...asked, '--yield', 'Praatplaat', '--format', 'png'])
      .bytes.subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(schakel([...asked, '--yield', 'Anders', '--format', 'svg'])).toMatchObject({ status: 1, out: '' });
});

// catches: a timeline of the window that a script cannot get, of another time than asked, or with names where roles were asked for
test('exports the timeline of a network, whole or of a school year, with or without people', () => {
  const asked = ['export', 'timeline', '--network', '02', '--at', '2024-07-31', '--portfolio', file, '--out', '-'];
  const svg = schakel([...asked, '--format', 'svg']);
  expect(svg.err).toBe('');
  for (const words of ['Tijdlijn van STAAL-werk', 'Stand op 31 juli 2024', '5 van 10 opbrengsten', '2027-2028', 'opbrengst gemaakt'])
    expect(svg.out).toContain(words);
  expect(svg.out).not.toContain('Schoolbestuurder 1');
  expect(schakel([...asked, '--format', 'svg', '--people']).out).toContain('Schoolbestuurder 1');
  const year = schakel([...asked, '--format', 'svg', '--year', '2024-2025']).out;
  expect(year).toContain('1 augustus 2024 – 31 juli 2025');
  expect(year).not.toContain('Case report');
  expect(
    schakel([...asked, '--format', 'pdf', '--paper', 'a3'])
      .bytes.subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(
    schakel([...asked, '--format', 'png', '--theme', 'dark'])
      .bytes.subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(schakel(['export', 'timeline', '--network', '99', '--format', 'svg', '--portfolio', file, '--out', '-'])).toMatchObject({
    status: 1,
    out: '',
  });
});

test('exports a case and a diagram to a file or to standard output, and refuses a network or year that is not there', () => {
  const out = join(folder, '02.md');
  expect(schakel(['export', 'case', '--network', '02', '--year', '2023-2024', '--format', 'md', '--portfolio', file, '--out', out]).status).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('stand op 31 juli 2024');
  const pdf = schakel(['export', 'diagram', '--network', '06', '--at', '2024-07-31', '--format', 'pdf', '--portfolio', file, '--out', '-']);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(schakel(['export', 'diagram', '--network', '99', '--format', 'pdf', '--portfolio', file, '--out', '-'])).toMatchObject({
    status: 1,
    out: '',
  });
  expect(schakel(['export', 'case', '--network', '02', '--year', '1999-2000', '--format', 'md', '--portfolio', file, '--out', '-']).status).toBe(1);
  const nowhere = join(folder, 'geen', 'bestand');
  writeFileSync(join(folder, 'geen'), '');
  expect(schakel(['export', 'diagram', '--network', '06', '--format', 'svg', '--portfolio', file, '--out', nowhere]).status).toBe(1);
  expect(existsSync(nowhere)).toBe(false);
});

// catches: a paper, a name style or a comparison that the command line takes and then forgets
test('a diagram goes on a chosen sheet, with own words, by role or pseudonym, and compared', () => {
  const diagram = (...more: string[]) =>
    schakel(['export', 'diagram', '--network', '02', '--at', '2025-07-31', '--portfolio', file, '--out', '-', ...more]);
  const sheet = ['--format', 'svg', '--paper', 'a3', '--orientation', 'portrait', '--title', 'Voor de stuurgroep', '--source', 'Bron: jaarverslag'];
  const svg = diagram(...sheet, '--no-date', '--no-legend', '--no-relations', '--names', 'role').out;
  expect(svg).toContain('width="297mm" height="420mm"');
  expect(svg).toContain('>Voor de stuurgroep</text>');
  expect(svg).toContain('>Bron: jaarverslag</text>');
  expect(svg).not.toMatch(/31 juli 2025<\/text>|>dezelfde persoon<|>stuurt aan<|Procesbegeleider 4/);
  expect(diagram('--format', 'svg', '--compare', '2024-07-31').out).toContain('31 juli 2024 naar 31 juli 2025');
  expect(diagram('--format', 'svg', '--compare', 'plan').out).toContain('>alleen in het plan<');
  const png = diagram('--format', 'png', '--width', '800').bytes;
  expect(png.readUInt32BE(16)).toBe(800);
  const inches = diagram('--format', 'png', '--paper', 'A4', '--dpi', '72').bytes;
  expect([inches.readUInt32BE(16), inches.readUInt32BE(20)]).toEqual([842, 595]);
  const box = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(diagram('--format', 'pdf', '--paper', 'A2').bytes.toString('latin1'));
  expect(box?.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4))).toEqual([594, 420]);
  for (const wrong of [
    ['--width', 'veel'],
    ['--dpi', '1200', '--paper', 'A1'],
  ])
    expect(diagram('--format', 'png', ...wrong), wrong.join(' ')).toMatchObject({ status: 1, out: '' });
}, 90_000);

test('check says that all is well', () => {
  expect(schakel(['check', file])).toMatchObject({ status: 0 });
  expect(JSON.parse(schakel(['check', file, '--json']).out)).toMatchObject({ ok: true, problems: [] });
});

test('never writes over the portfolio that it works on', () => {
  const before = readFileSync(file);
  symlinkSync(file, join(folder, 'anders.schakel'));
  for (const out of [file, join(folder, 'anders.schakel'), join(folder, '.', 'demo.schakel')])
    for (const what of [
      ['export', 'portfolio'],
      ['export', 'diagram', '--network', '06', '--format', 'svg'],
      ['run', 'portfolio.export'],
    ]) {
      const done = schakel([...what, '--portfolio', file, '--out', out]);
      expect(done.status, what.join(' ')).toBe(1);
      expect(done.err).toContain('is nu open');
    }
  expect(readFileSync(file).equals(before)).toBe(true);
}, 60_000);

test('says plainly what is wrong with --input and --out', () => {
  for (const args of [
    ['--input', `@${join(folder, 'nergens.json')}`],
    ['--input', `@${folder}`],
    ['--out', '-'],
    ['--out', join(folder, 'lijst.json')],
  ]) {
    const done = schakel(['run', 'network.list', '--portfolio', file, ...args]);
    expect(done, args.join(' ')).toMatchObject({ status: 2, out: '' });
    expect(done.err).not.toContain('    at ');
  }
  for (const input of ['null', '5', '"tekst"', '[]'])
    expect(schakel(['run', 'portfolio.export', '--portfolio', file, '--out', '-', '--input', input]).status, input).toBe(1);
}, 60_000);

test('a path may be long', () => {
  const far = join(folder, 'p'.repeat(120), 'q'.repeat(120), 'kopie.schakel');
  expect(schakel(['export', 'portfolio', '--portfolio', file, '--out', far]).status).toBe(0);
  expect(schakel(['check', far]).status).toBe(0);
}, 30_000);

test('a copy does not take the place of a portfolio that is open elsewhere', () => {
  const other = join(folder, 'open.schakel');
  schakel(['new', other]);
  const portfolio = Portfolio.open(other, optionsIn(folder));
  const done = schakel(['export', 'portfolio', '--portfolio', file, '--out', other]);
  portfolio.close();
  expect(done.status).toBe(1);
  expect(JSON.parse(schakel(['run', 'network.list', '--portfolio', other]).out).networks).toEqual([]);
}, 30_000);

test('a network goes to Excel and comes into another portfolio; tables go to text; a list comes in from a file, standard input or the command', () => {
  const out = join(folder, '06.xlsx');
  expect(schakel(['export', 'network', '--network', '06', '--format', 'xlsx', '--portfolio', file, '--out', out]).status).toBe(0);
  const other = join(folder, 'ander.schakel');
  expect(schakel(['new', other]).status).toBe(0);
  const brought = schakel(['run', 'network.import', '--portfolio', other, '--input', JSON.stringify({ from: out, apply: true })]);
  expect(JSON.parse(brought.out)).toMatchObject({ applied: true, counts: { refused: 0, doubt: 0 } });
  const codes = JSON.parse(schakel(['run', 'network.list', '--portfolio', other]).out).networks.map(({ code }: { code: string }) => code);
  expect(codes).toContain('06');

  const csv = schakel(['export', 'people', '--network', '06', '--format', 'csv', '--preset', 'plain', '--portfolio', other, '--out', '-']).out;
  expect(csv.split('\n')[0]).toMatch(/^Naam,/);
  expect(schakel(['export', 'memberships', '--format', 'xlsx', '--template', '--portfolio', other, '--out', join(folder, 'leeg.xlsx')]).status).toBe(
    0,
  );

  writeFileSync(join(folder, 'people.csv'), csv);
  for (const from of ['-', join(folder, 'people.csv')]) {
    const again = schakel(['run', 'person.import', '--portfolio', other, '--input', JSON.stringify({ from, apply: true })], csv);
    expect(JSON.parse(again.out), from).toMatchObject({ records: [], counts: { refused: 0 } });
  }
  const missing = schakel(['run', 'person.import', '--portfolio', other, '--input', '{"from":"nergens.csv"}']);
  expect(missing).toMatchObject({ status: 1, err: expect.stringContaining('nergens.csv is er niet') });
}, 60_000);

test('the register of activities goes to Excel, Word, text and its timeline to a picture; without a network that is there it is refused', () => {
  const args = (format: string, out: string) => ['export', 'activities', '--network', 'K', '--format', format, '--portfolio', file, '--out', out];
  for (const format of ['xlsx', 'docx']) {
    const out = join(folder, `k.${format}`);
    expect(schakel(args(format, out)).status, format).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  }
  const { out } = schakel(args('csv', '-'));
  expect(out.split('Niet bekend')).toHaveLength(10);
  expect(out.split('Geen beoordeling bekend')).toHaveLength(23);
  expect(schakel([...args('svg', '-'), '--title', 'Wat wij deden', '--theme', 'dark']).out).toMatch(/^<svg.*Wat wij deden.*30 van de 30/s);
  expect(schakel(['export', 'activities', '--network', '99', '--format', 'xlsx', '--portfolio', file, '--out', '-'])).toMatchObject({ status: 1 });
}, 60_000);

// catches: a calendar or a file that only a window can take in
test('a calendar comes in and goes out, and a yield gets its file', () => {
  const run = (name: string, input: unknown, ...more: string[]) =>
    schakel(['run', name, '--portfolio', file, '--input', JSON.stringify(input), ...more]);
  const value = (name: string, input: unknown) => JSON.parse(run(name, input).out);
  const networkId = (value('network.list', {}) as { networks: { id: string; code: string }[] }).networks.find(({ code }) => code === '02')?.id;
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:een', 'SUMMARY:PLG 4', 'DTSTART:20240312T123000Z', 'END:VEVENT', 'END:VCALENDAR', ''];
  const calendar = join(folder, 'agenda.ics');
  writeFileSync(calendar, lines.join('\r\n'));
  expect(value('calendar.import', { networkId, from: calendar, apply: true }).counts).toMatchObject({ new: 1 });
  expect(value('calendar.import', { networkId, from: calendar, apply: true }).counts).toMatchObject({ new: 0, same: 1 });
  const out = schakel(['export', 'calendar', '--portfolio', file, '--network', '02', '--out', '-']);
  expect(out.out).toContain('DTSTART;TZID=Europe/Amsterdam:20240312T133000');
  expect(out.out).toContain('UID:een');

  const { id: yieldId } = value('yield.create', { networkId, name: 'Poster' });
  const poster = join(folder, 'poster.pdf');
  writeFileSync(poster, '%PDF-1.7 poster');
  expect(value('attachment.import', { yieldId, from: poster })).toMatchObject({ name: 'poster.pdf', sort: 'pdf' });
  expect(run('attachment.import', { yieldId, from: poster, name: 'spel.exe' }).err).toContain('is een programma');
  const copy = join(folder, 'kopie.pdf');
  expect(run('attachment.export', { yieldId, to: 'x', format: 'file' }, '--out', copy).err).toBe('');
  expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.7 poster');
  // a number goes in as a number: '1,234' is no number to a script either
  const figure = run('figure.create', { entityId: yieldId, what: 'Bereik', aspect: 'reach', low: '1,234' });
  expect([figure.status, figure.err.trim()]).toEqual([1, '‘low’ heeft niet de goede vorm. Er is niets veranderd.']);
}, 60_000);
