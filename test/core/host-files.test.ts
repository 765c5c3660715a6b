/** What a host may never do to files: lose one that is open, follow a ticket where it does not go, or fail over its own settings. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Portfolio } from '../../db/portfolio.ts';
import { safeName } from '../../electron/host/file-names.ts';
import { createHost } from '../../electron/host/host.ts';
import type { FileChooser, Host } from '../../electron/host/host-types.ts';
import { makePortfolio } from '../../electron/host/portfolios.ts';
import { Preferences } from '../../electron/host/settings.ts';
import { Tickets } from '../../electron/host/tickets.ts';
import type { HostEvent } from '../../shared/contract/result.ts';
import { exampleId, optionsIn, resources, temporaryFolder } from '../fixtures/portfolio.ts';

const networkId = exampleId('02/network');
const at = '2024-07-31';

/** A host whose file dialog always answers with one path; without it, the browser's host. */
async function hostIn(folder: string, chosen?: () => string): Promise<Host> {
  const chooser: FileChooser | undefined = chosen && { open: async () => chosen(), save: async () => chosen() };
  const host = await createHost({
    kind: chooser ? 'electron' : 'browser',
    version: '0',
    userData: join(folder, 'data'),
    documents: join(folder, 'docs'),
    resources,
    ...(chooser ? { chooser } : {}),
  });
  onTestFinished(() => host.close());
  return host;
}

async function value(host: Host, name: string, input: unknown = {}): Promise<Record<string, unknown>> {
  const outcome = await host.run(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`);
  return outcome.value as Record<string, unknown>;
}

async function ended(host: Host, job: string): Promise<unknown> {
  await expect.poll(async () => (await value(host, 'job.get', { job })).state, { timeout: 20_000 }).toBe('ended');
  return (await value(host, 'job.get', { job })).outcome;
}

const ticketFor = async (host: Host, kind: string, purpose = 'save'): Promise<string> =>
  (await value(host, 'ticket.create', { purpose, kind, name: 'x' })).ticket as string;

test('a new portfolio never takes the place of one that is open elsewhere', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'werk.schakel');
  const other = makePortfolio(file, 'Werk', 'empty', resources, optionsIn(folder));
  onTestFinished(() => other.close());
  const host = await hostIn(folder, () => file);
  const ticket = await ticketFor(host, 'portfolio');
  expect(await host.run('portfolio.create', { name: 'Nieuw', content: 'empty', ticket })).toMatchObject({ ok: false, error: { code: 'db_busy' } });
  expect(existsSync(file)).toBe(true);
});

test('a new portfolio over a file with a stray write-ahead log is the new one, whole', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'oud.schakel');
  const old = makePortfolio(file, 'Oud', 'example', resources, optionsIn(folder));
  old.connection.raw.exec("UPDATE portfolio SET name = 'Ouder'");
  const wal = readFileSync(`${file}-wal`);
  old.close();
  writeFileSync(`${file}-wal`, wal);
  const host = await hostIn(folder, () => file);
  await value(host, 'portfolio.create', { name: 'Nieuw', content: 'empty', ticket: await ticketFor(host, 'portfolio') });
  expect(await value(host, 'portfolio.get')).toMatchObject({ name: 'Nieuw', networks: 0 });
});

test('a page without dialogs cannot have a portfolio made in a folder that is thrown away', async () => {
  const folder = temporaryFolder();
  const host = await hostIn(folder);
  const made = await host.run('portfolio.create', { name: 'Nieuw', content: 'empty', ticket: await ticketFor(host, 'portfolio') });
  expect(made).toMatchObject({ ok: true, value: { path: join(folder, 'docs', 'Nieuw.schakel') } });
});

test('a ticket for one kind of file is no ticket for another', async () => {
  const folder = temporaryFolder();
  const letter = join(folder, 'brief.docx');
  writeFileSync(letter, 'belangrijk');
  const host = await hostIn(folder, () => letter);
  const made = await host.run('portfolio.create', { name: 'X', content: 'empty', ticket: await ticketFor(host, 'docx') });
  expect(made).toMatchObject({ ok: false, error: { details: { reason: 'noTicket' } } });
  expect(readFileSync(letter, 'utf8')).toBe('belangrijk');
});

test('a file is never saved over the portfolio that is open', async () => {
  const folder = temporaryFolder();
  let chosen = join(folder, 'werk.schakel');
  const host = await hostIn(folder, () => chosen);
  await value(host, 'portfolio.create', { name: 'Werk', content: 'example', ticket: await ticketFor(host, 'portfolio') });
  const job = (await value(host, 'portfolio.export', { to: await ticketFor(host, 'portfolio') })).job as string;
  expect(await ended(host, job)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await value(host, 'network.update', { id: networkId, region: 'Daarna' });
  await value(host, 'portfolio.unlink');
  chosen = join(folder, 'werk.schakel');
  await value(host, 'portfolio.link', { ticket: await ticketFor(host, 'portfolio', 'open') });
  expect(await value(host, 'network.get', { id: networkId })).toMatchObject({ region: 'Daarna' });
});

test('a job to a ticket that is none is refused before the work', async () => {
  const host = await hostIn(temporaryFolder());
  await value(host, 'portfolio.create', { name: 'Werk', content: 'example' });
  expect(await host.run('diagram.export', { networkId, at, format: 'svg', to: 'geen' })).toMatchObject({
    ok: false,
    error: { details: { reason: 'noTicket' } },
  });
});

test('a backup is put back while jobs run: nothing of the old file gets into the new one', async () => {
  const folder = temporaryFolder();
  const host = await hostIn(folder);
  await value(host, 'portfolio.create', { name: 'Werk', content: 'example' });
  const backup = await value(host, 'backup.create');
  for (let round = 0; round < 3; round++) {
    await value(host, 'network.update', { id: networkId, region: `Ronde ${round}` });
    const jobs: string[] = [];
    for (const format of ['svg', 'png'])
      jobs.push((await value(host, 'diagram.export', { networkId, at, format, to: await ticketFor(host, format) })).job as string);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { setAside } = (await value(host, 'backup.import', { id: backup.id })) as { setAside: string };
    expect(await value(host, 'network.get', { id: networkId })).toMatchObject({ region: 'Rotterdam-Zuid' });
    const aside = Portfolio.open(setAside, optionsIn(folder));
    expect(aside.connection.get('SELECT region FROM network WHERE id = @networkId', { networkId })).toEqual({ region: `Ronde ${round}` });
    aside.close();
    for (const job of jobs) await ended(host, job);
  }
  const check = (await value(host, 'portfolio.check')).job as string;
  expect(await ended(host, check)).toMatchObject({ ok: true, value: { ok: true } });
}, 60_000);

test('what a page sends gets the name of its kind, twice at once is refused, and what is no portfolio does not stay', async () => {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  const host = await hostIn(folder);
  const { ticket } = (await value(host, 'ticket.create', { purpose: 'open', kind: 'portfolio', name: 'start.desktop' })) as unknown as {
    ticket: string;
  };
  const slowly = async function* () {
    yield Buffer.from('geen ');
    await new Promise((resolve) => setTimeout(resolve, 50));
    yield Buffer.from('portfolio');
  };
  const both = await Promise.all([host.receive(ticket, slowly()), host.receive(ticket, slowly())]);
  expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  expect(readdirSync(docs)).toEqual(['start.schakel']);
  expect(await host.run('portfolio.link', { ticket })).toMatchObject({ ok: false, error: { details: { reason: 'fileForeign' } } });
  expect(readdirSync(docs)).toEqual([]);
});

test('a place that cannot be written while a page sends is an answer, not the end of the program', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  const tickets = new Tickets(undefined, join(folder, 'docs'), join(folder, 'data'));
  const ticket = (await tickets.create('open', 'portfolio', 'x')) as string;
  // a full disk, as a stream that fails would tell it
  const failing = async function* () {
    yield Buffer.alloc(10);
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  await expect(tickets.receive(ticket, failing())).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readdirSync(join(folder, 'docs'))).toEqual([]);
  // and the same ticket can be used again
  await tickets.receive(ticket, (async function* () {})());
});

test('files that a killed program left for a page are cleared at the next start', async () => {
  const folder = temporaryFolder();
  const left = join(folder, 'data', 'outgoing-999999999');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'a.part'), 'namen');
  await hostIn(folder);
  expect(existsSync(left)).toBe(false);
});

test.each(['null', '[]', '5', '"x"', '{', '{"theme":"pink","textSize":115,"device":7}', ''])(
  'settings that are %s do not stop the program',
  async (text) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    for (const name of ['settings.json', 'recent.json']) writeFileSync(join(folder, 'data', name), text);
    const host = await hostIn(folder);
    expect(await value(host, 'settings.get')).toMatchObject({ language: 'nl', theme: 'system' });
    expect(await value(host, 'portfolio.list')).toMatchObject({ recent: [] });
    const events: HostEvent[] = [];
    host.on((event) => events.push(event));
    await value(host, 'portfolio.create', { name: 'A', content: 'empty' });
    expect(events).toContainEqual({ type: 'portfolio' });
    expect(await value(host, 'portfolio.list')).toMatchObject({ recent: [{ name: 'A', exists: true }] });
  },
);

test('a laptop has one name for itself, also before any setting was changed', () => {
  const folder = temporaryFolder();
  expect(new Preferences(folder).device).toBe(new Preferences(folder).device);
});

test('a setting that could not be kept is not in force', () => {
  const folder = temporaryFolder();
  const preferences = new Preferences(join(folder, 'data'));
  writeFileSync(join(folder, 'bestand'), '');
  const nowhere = new Preferences(join(folder, 'bestand', 'data'));
  expect(() => nowhere.update({ language: 'en' })).toThrow();
  expect(nowhere.get().language).toBe('nl');
  expect(preferences.get().language).toBe('nl');
});

test('names of files are names on every system, with their extension', () => {
  expect(safeName(`${'n'.repeat(300)}.docx`)).toMatch(/^n+\.docx$/);
  expect(Buffer.byteLength(safeName(`${'語'.repeat(300)}.docx`))).toBeLessThan(240);
  expect(safeName('💥'.repeat(200)).isWellFormed()).toBe(true);
  expect(safeName('CON.schakel')).not.toMatch(/^con\./i);
  expect(safeName('jaar\u202excod.exe')).not.toContain('\u202e');
  expect(safeName('..')).toBe('schakel');
});

test('a long name in any script makes a portfolio', async () => {
  const host = await hostIn(temporaryFolder());
  expect(await host.run('portfolio.create', { name: '語'.repeat(300), content: 'empty' })).toMatchObject({ ok: true });
});

test.each([
  ['a folder', (folder: string) => folder, 'fileForeign'],
  ['a path through a file', (folder: string) => join(folder, 'bestand', 'a.schakel'), 'fileMissing'],
  ['a name that is too long', (folder: string) => join(folder, 'x'.repeat(400)), 'fileMissing'],
  ['a name with a NUL', (folder: string) => join(folder, 'a\u0000b'), 'fileMissing'],
])('%s is refused in words', async (_what, path, reason) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bestand'), '');
  const host = await hostIn(folder);
  expect(await host.openFile(path(folder))).toMatchObject({ ok: false, error: { details: { reason } } });
});

test('a portfolio that could not be filled is not left half', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.schakel');
  expect(() => makePortfolio(file, 'A', 'example', join(folder, 'nergens'), optionsIn(folder))).toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith('a.schakel'))).toEqual([]);
  makePortfolio(file, 'A', 'empty', resources, optionsIn(folder)).close();
});

test('a folder with spaces and other scripts', async () => {
  const folder = join(temporaryFolder(), 'Mijn map – één 語');
  mkdirSync(folder);
  const host = await hostIn(folder);
  await value(host, 'portfolio.create', { name: 'Één', content: 'empty' });
  await value(host, 'backup.create');
  expect(await value(host, 'portfolio.get')).toMatchObject({ path: join(folder, 'docs', 'Één.schakel') });
});
