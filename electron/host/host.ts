/** What every host shares: one open portfolio, settings, jobs, tickets, events. Knows nothing of windows or browsers. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DispatchContext, dispatch, failureOf, parseInput } from '../../db/dispatch.ts';
import { Portfolio } from '../../db/portfolio.ts';
import { createBackup, createDueBackups } from '../../db/safety/backup.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { contract } from '../../shared/contract/index.ts';
import type { HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';
import { writeWhole } from './files.ts';
import { readHelp } from './help.ts';
import type { Host, HostOptions } from './host-types.ts';
import { type JobFile, Jobs } from './jobs.ts';
import { openLog } from './log.ts';
import { makePortfolio, portfolioOptions } from './portfolios.ts';
import { Preferences } from './settings.ts';
import { freePath, safeName, Tickets } from './tickets.ts';

/** A recent backup is made when this long after the last one something has changed. */
const BACKUP_EVERY = 15 * 60_000;

type Input = Record<string, unknown>;

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
  /** Jobs that save a file, and the ticket it goes to. */
  readonly #savesTo = new Map<string, string>();

  constructor(options: HostOptions) {
    this.#options = options;
    this.#preferences = new Preferences(options.userData);
    this.#log = openLog(options.userData);
    this.#tickets = new Tickets(options.chooser, options.documents, join(options.userData, `outgoing-${process.pid}`));
    this.#jobs = new Jobs({
      progress: (job, done, total, step) => this.#emit({ type: 'progress', job, done, total, step }),
      ended: (job, outcome, file) => this.#jobEnded(job, outcome, file),
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
      return await dispatch(this.#portfolio, name, input, context, options);
    } catch (error) {
      return { ok: false, error: failureOf(error, context) };
    }
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
        return this.#open(this.#pathOf(input as { ticket?: string; path?: string }));
      case 'portfolio.unlink':
        this.#closePortfolio();
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
  #pathOf(input: { ticket?: string; path?: string }): string {
    if (input.ticket !== undefined) return this.#tickets.pathToOpen(input.ticket);
    const known = this.#preferences.recent().find((entry) => entry.path === input.path);
    if (!known) throw new Refusal('not_found', 'noTicket', {}, ['path']);
    return known.path;
  }

  #create(input: { name: string; content: 'empty' | 'example'; ticket?: string; path?: string }): { path: string; name: string } {
    const file =
      input.ticket !== undefined
        ? this.#tickets.pathToSave(input.ticket, `${input.name}.schakel`)
        : freePath(this.#options.documents, `${safeName(input.name)}.schakel`);
    const options = portfolioOptions(this.#options.resources, this.#options.userData);
    // the dialog has asked whether an existing file may go
    if (input.ticket !== undefined && file !== this.#portfolio?.file) rmSync(file, { force: true });
    const made = makePortfolio(file, input.name, input.content, this.#options.resources, options);
    return this.#use(made);
  }

  #open(path: string): { path: string; name: string } {
    if (this.#portfolio?.file === path) return { path, name: this.#nameOf(this.#portfolio) };
    const opened = Portfolio.open(path, portfolioOptions(this.#options.resources, this.#options.userData));
    return this.#use(opened);
  }

  /** The new one is open before the old one is closed: when opening fails, nothing has changed. */
  #use(portfolio: Portfolio): { path: string; name: string } {
    this.#closePortfolio();
    this.#portfolio = portfolio;
    portfolio.onChange((tables) => {
      this.#changedSinceBackup = true;
      this.#emit({ type: 'changed', revision: portfolio.revision, tables });
    });
    const name = this.#nameOf(portfolio);
    this.#preferences.remember(portfolio.file, name);
    setTimeout(() => this.#dueBackups(portfolio), 2000).unref();
    this.#emit({ type: 'portfolio' });
    return { path: portfolio.file, name };
  }

  #dueBackups(portfolio: Portfolio): void {
    if (this.#portfolio !== portfolio) return;
    this.#guarded(() => createDueBackups(portfolio, new Date()));
  }

  #recentBackup(): void {
    const portfolio = this.#portfolio;
    if (!portfolio || !this.#changedSinceBackup) return;
    this.#changedSinceBackup = false;
    this.#guarded(() => createBackup(portfolio, 'recent'));
  }

  /** A backup that fails is written in the log; the work goes on. */
  #guarded(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.#log(String((error as Error)?.stack ?? error), 'backup');
    }
  }

  #closePortfolio(): void {
    if (!this.#portfolio) return;
    this.#recentBackup();
    this.#portfolio.close();
    this.#portfolio = null;
  }

  #startJob(portfolio: Portfolio, name: string, input: Input): string {
    const { language, actor, device, resources, now } = this.#context();
    const job = this.#jobs.start({ file: portfolio.file, name, input, now: now().getTime(), context: { language, actor, device, resources } });
    if (typeof input.to === 'string') this.#savesTo.set(job, input.to);
    return job;
  }

  #jobEnded(job: string, outcome: Outcome, file: JobFile | undefined): Outcome {
    const ticket = this.#savesTo.get(job);
    this.#savesTo.delete(job);
    const saved = outcome.ok && file && ticket !== undefined ? this.#save(ticket, file, outcome) : outcome;
    this.#emit({ type: 'jobEnded', job, outcome: saved });
    return saved;
  }

  #save(ticket: string, file: JobFile, outcome: Outcome): Outcome {
    try {
      writeWhole(this.#tickets.pathToSave(ticket, file.name), file.bytes);
      if (this.#tickets.isFetched(ticket)) this.#emit({ type: 'file', ticket, name: file.name });
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
      return this.#answer(this.#open(path), []);
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
    await this.#jobs.close();
    this.#closePortfolio();
    this.#tickets.close();
    this.#listeners.clear();
  }
}

/** @param options where things are, and what kind of host this is */
export async function createHost(options: HostOptions): Promise<Host> {
  return new SchakelHost(options);
}
