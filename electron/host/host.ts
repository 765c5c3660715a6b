/** What every host shares: one open portfolio, settings, jobs, tickets, events. Knows nothing of windows or browsers. */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DispatchContext, dispatch, failureOf, parseInput } from '../../db/dispatch.ts';
import { Portfolio } from '../../db/portfolio.ts';
import { createBackup, createDueBackups } from '../../db/safety/backup.ts';
import { isSameFile, putInPlace } from '../../db/safety/put-in-place.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { contract, type OperationName } from '../../shared/contract/index.ts';
import type { HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';
import { freePath, safeName } from './file-names.ts';
import { writeWhole } from './files.ts';
import { readHelp } from './help.ts';
import type { FileKind, Host, HostOptions } from './host-types.ts';
import { type JobFile, Jobs } from './jobs.ts';
import { openLog } from './log.ts';
import { makePortfolio, portfolioOptions } from './portfolios.ts';
import { Preferences } from './settings.ts';
import { Tickets } from './tickets.ts';

/** A recent backup is made when this long after the last one something has changed. */
const BACKUP_EVERY = 15 * 60_000;

/** These replace or empty the file: nothing may read it meanwhile. */
const alone = new Set(['backup.import', 'erasure.create']);

type Input = Record<string, unknown>;
type Opened = { path: string; name: string };

class SchakelHost implements Host {
  readonly #options: HostOptions;
  readonly #preferences: Preferences;
  readonly #tickets: Tickets;
  readonly #jobs: Jobs;
  readonly #log: (text: string, correlationId: string) => void;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  #portfolio: Portfolio | null = null;
  #closed = false;
  #changedSinceBackup = false;
  readonly #backupTimer: NodeJS.Timeout;
  /** The tickets of jobs that save or read a file. */
  readonly #ticketsOf = new Map<string, { readonly to?: string; readonly from?: string }>();

  constructor(options: HostOptions) {
    this.#options = options;
    this.#preferences = new Preferences(options.userData);
    this.#log = openLog(options.userData);
    this.#tickets = new Tickets(options.chooser, options.documents, options.userData);
    this.#jobs = new Jobs({
      progress: (job, done, total, step) => this.#emit({ type: 'progress', job, done, total, step }),
      ended: (job, outcome, file) => this.#jobEnded(job, outcome, file),
      changed: (tables) => this.#portfolio?.changed(tables),
      report: (stack, correlationId) => this.#log(stack, correlationId),
      died: (error) => ({ ok: false, error: failureOf(error, this.#context()) }),
    });
    this.#backupTimer = setInterval(() => this.#recentBackup(), BACKUP_EVERY);
    this.#backupTimer.unref();
  }

  #context(): DispatchContext {
    const { language, actor } = this.#preferences.get();
    return {
      language,
      actor,
      device: this.#preferences.device,
      resources: this.#options.resources,
      now: () => new Date(),
      report: (error, correlationId) => this.#log(String((error as Error)?.stack ?? error), correlationId),
    };
  }

  #emit(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  on(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  info(): HostInfo {
    return { host: this.#options.kind, version: this.#options.version, platform: process.platform, dialogs: this.#options.chooser !== undefined };
  }

  async run(name: string, input: unknown, options: { readonly group?: string } = {}): Promise<Outcome> {
    const context = this.#context();
    try {
      if (this.#closed) throw new Refusal('host_closed', 'closed');
      const { name: operation, parsed } = parseInput(name, input);
      const { scope, kind } = contract[operation];
      if (scope === 'host') return this.#answer(await this.#hostOperation(operation, parsed as Input), ['host']);
      if (!this.#portfolio) throw new Refusal('not_found', 'noPortfolio');
      if (kind === 'job') return this.#answer({ job: this.#startJob(this.#portfolio, name, parsed as Input) }, []);
      if (alone.has(operation)) await this.#stopJobs();
      return await dispatch(this.#portfolio, name, input, context, options);
    } catch (error) {
      return { ok: false, error: failureOf(error, context) };
    }
  }

  #stopJobs(): Promise<void> {
    return this.#jobs.stop({ ok: false, error: failureOf(new Refusal('cancelled', 'cancelled'), this.#context()) });
  }

  #answer(value: unknown, tables: readonly string[]): Outcome {
    return { ok: true, value, revision: this.#portfolio?.revision ?? 0, tables };
  }

  async #hostOperation(name: string, input: Input): Promise<unknown> {
    switch (name) {
      case 'portfolio.list':
        return {
          open: this.#portfolio ? { path: this.#portfolio.file, name: this.#nameOf(this.#portfolio) } : null,
          recent: this.#preferences.recent(),
          folder: this.#options.documents,
        };
      case 'portfolio.create':
        return this.#create(input as { name: string; content: 'empty' | 'example'; ticket?: string; path?: string });
      case 'portfolio.link':
        return this.#link(input as { ticket?: string; path?: string });
      case 'portfolio.unlink':
        await this.#closePortfolio();
        this.#emit({ type: 'portfolio' });
        return {};
      case 'settings.get':
        return this.#preferences.get();
      case 'settings.update': {
        const settings = this.#preferences.update(input);
        this.#emit({ type: 'changed', revision: this.#portfolio?.revision ?? 0, tables: ['host'] });
        return settings;
      }
      case 'help.get':
        return readHelp(join(this.#options.resources, 'help'), this.#preferences.get().language, input.topic as string);
      case 'ticket.create':
        return { ticket: await this.#tickets.create(input.purpose as 'open', input.kind as 'portfolio', input.name as string | undefined) };
      case 'job.get':
        return this.#jobState(input.job as string);
      default:
        throw new Error(`no handler for ${name}`);
    }
  }

  #jobState(job: string): { state: 'running' | 'ended'; outcome: unknown } {
    const outcome = this.#jobs.outcome(job);
    if (outcome === undefined) throw new Refusal('not_found', 'recordMissing', {}, ['job']);
    return outcome === 'running' ? { state: 'running', outcome: null } : { state: 'ended', outcome };
  }

  #nameOf(portfolio: Portfolio): string {
    return portfolio.connection.get<{ name: string }>('SELECT name FROM portfolio')?.name ?? '';
  }

  /** A path from a ticket, or one that is in the list of recent files: a page cannot name any other. */
  async #link(input: { ticket?: string; path?: string }): Promise<Opened> {
    if (input.ticket === undefined) {
      const known = this.#preferences.recent().find((entry) => entry.path === input.path);
      if (!known) throw new Refusal('not_found', 'noTicket', {}, ['path']);
      return this.#open(known.path);
    }
    const { path, sent } = this.#tickets.pathToOpen(input.ticket);
    try {
      return await this.#open(path);
    } catch (error) {
      // a copy of ours of something that is no portfolio; the page still has it
      if (sent) rmSync(path, { force: true });
      throw error;
    }
  }

  async #create(input: { name: string; content: 'empty' | 'example'; ticket?: string }): Promise<Opened> {
    const chosen = input.ticket === undefined ? null : this.#tickets.pathToMake(input.ticket);
    const file = chosen ?? freePath(this.#options.documents, safeName(`${input.name}.schakel`));
    this.#refuseOpen(file);
    const options = portfolioOptions(this.#options.resources, this.#options.userData);
    // where the person chose, the dialog has asked whether an existing file may go
    return this.#use(makePortfolio(file, input.name, input.content, this.#options.resources, options, chosen !== null));
  }

  /** What is written over the open file would be lost, and so would all that is done afterwards. */
  #refuseOpen(file: string): void {
    if (this.#portfolio && isSameFile(file, this.#portfolio.file)) throw new Refusal('conflict', 'fileInUse', { file: basename(file) });
  }

  async #open(path: string): Promise<Opened> {
    if (this.#portfolio && isSameFile(path, this.#portfolio.file)) return { path: this.#portfolio.file, name: this.#nameOf(this.#portfolio) };
    const opened = Portfolio.open(path, portfolioOptions(this.#options.resources, this.#options.userData));
    return this.#use(opened);
  }

  /** The new one is open before the old one is closed: when opening fails, nothing has changed. */
  async #use(portfolio: Portfolio): Promise<Opened> {
    await this.#closePortfolio();
    this.#portfolio = portfolio;
    portfolio.onChange((tables) => {
      this.#changedSinceBackup = true;
      this.#emit({ type: 'changed', revision: portfolio.revision, tables });
    });
    const name = this.#nameOf(portfolio);
    this.#guarded(() => this.#preferences.remember(portfolio.file, name), 'recent');
    setTimeout(() => this.#dueBackups(portfolio), 2000).unref();
    this.#emit({ type: 'portfolio' });
    return { path: portfolio.file, name };
  }

  #dueBackups(portfolio: Portfolio): void {
    if (this.#portfolio !== portfolio) return;
    this.#guarded(() => createDueBackups(portfolio, new Date()), 'backup');
  }

  #recentBackup(): void {
    const portfolio = this.#portfolio;
    if (!portfolio || !this.#changedSinceBackup) return;
    this.#changedSinceBackup = false;
    this.#guarded(() => createBackup(portfolio, 'recent'), 'backup');
  }

  /** A backup or a list that fails is written in the log; the work goes on. */
  #guarded(work: () => unknown, what: string): void {
    try {
      work();
    } catch (error) {
      this.#log(String((error as Error)?.stack ?? error), what);
    }
  }

  async #closePortfolio(): Promise<void> {
    await this.#stopJobs();
    if (!this.#portfolio) return;
    this.#recentBackup();
    this.#portfolio.close();
    this.#portfolio = null;
  }

  #startJob(portfolio: Portfolio, name: string, input: Input): string {
    const { language, actor, device, resources, now } = this.#context();
    if (typeof input.to === 'string') this.#tickets.mustSave(input.to, (input.format ?? 'portfolio') as FileKind);
    const read = typeof input.from === 'string' ? this.#tickets.fileToRead(input.from) : null;
    const context = { language, actor, device, resources };
    const writes = contract[name as OperationName].writes === true;
    const job = this.#jobs.start({
      file: portfolio.file,
      name,
      input,
      now: now().getTime(),
      context,
      writes,
      source: read?.path ?? null,
      sourceName: read?.name ?? '',
    });
    this.#ticketsOf.set(job, input as { to?: string; from?: string });
    return job;
  }

  #jobEnded(job: string, outcome: Outcome, file: JobFile | undefined): Outcome {
    const { to: ticket, from } = this.#ticketsOf.get(job) ?? {};
    this.#ticketsOf.delete(job);
    if (from !== undefined && outcome.ok && (outcome.value as { applied?: boolean }).applied) this.#tickets.forget(from);
    const saved = outcome.ok && file && ticket !== undefined ? this.#save(ticket, file, outcome) : outcome;
    this.#emit({ type: 'jobEnded', job, outcome: saved });
    return saved;
  }

  #save(ticket: string, file: JobFile, outcome: Outcome): Outcome {
    try {
      const path = this.#tickets.pathToSave(ticket, file.name);
      this.#refuseOpen(path);
      writeWhole(path, file.bytes, file.name.endsWith('.schakel') ? putInPlace : undefined);
      if (this.#tickets.isDownload(ticket)) this.#emit({ type: 'file', ticket, name: file.name });
      return outcome;
    } catch (error) {
      return { ok: false, error: failureOf(error, this.#context()) };
    }
  }

  cancel(job: string): void {
    this.#jobs.cancel(job, { ok: false, error: failureOf(new Refusal('cancelled', 'cancelled'), this.#context()) });
  }

  async openFile(path: string): Promise<Outcome> {
    try {
      return this.#answer(await this.#open(path), []);
    } catch (error) {
      return { ok: false, error: failureOf(error, this.#context()) };
    }
  }

  async receive(ticket: string, body: AsyncIterable<Uint8Array>): Promise<Outcome> {
    try {
      await this.#tickets.receive(ticket, body);
      return this.#answer({}, []);
    } catch (error) {
      return { ok: false, error: failureOf(error, this.#context()) };
    }
  }

  async deliver(ticket: string) {
    return this.#tickets.deliver(ticket);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#backupTimer);
    await this.#closePortfolio();
    this.#tickets.close();
    this.#listeners.clear();
  }
}

/** @param options where things are, and what kind of host this is */
export async function createHost(options: HostOptions): Promise<Host> {
  return new SchakelHost(options);
}
